import { end, knowsItAll, open, start } from './lib/app.mjs';
import { withPage } from './lib/browser.mjs';
import { DIST } from './lib/folders.mjs';
import { daily, fill, newest } from './lib/records.mjs';
import { withSite } from './lib/site.mjs';
await withSite(DIST, (address) => withPage(async (page, browser) => {
  await knowsItAll(page);
  await open(page, address + '/play/daily-six/'); await start(page); await end(page);
  const text = await newest(page);
  const all = daily(text, 3650);
  console.log(all[0][1]);
  await fill(page, all);
  const p0 = await browser.newPage(); await open(p0, address + '/play/daily-six/'); await p0.close();
  const p = await browser.newPage();
  await p.evaluateOnNewDocument(() => {
    localStorage.getItem('x');
    window.__log = []; const c = (o, k) => { const f = o[k]; o[k] = function (...a) { const n = performance.now(); try { return f.apply(this, a); } finally { if (k !== 'decode' ) window.__log.push([k, +n.toFixed(1), +(performance.now() - n).toFixed(1)]); } }; };
    c(Storage.prototype, 'getItem'); c(Object, 'values'); c(Object, 'keys'); c(TextEncoder.prototype, 'encode'); c(Array.prototype, 'join');
    new PerformanceObserver((l) => { for (const e of l.getEntries()) window.__log.push(['LONG', +e.startTime.toFixed(1), e.duration]); }).observe({ type: 'longtask', buffered: true });
  });
  await open(p, address + '/progress/'); await p.waitForSelector('main li button'); await p.waitForNetworkIdle(); const m = await p.metrics(); console.log('script', m.ScriptDuration * 1000, 'task', m.TaskDuration * 1000);
  console.log(JSON.stringify(await p.evaluate(() => window.__log.sort((a,b)=>a[1]-b[1]))));
}));
