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
    window.__n = {}; const c = (o, k) => { const f = o[k]; o[k] = function (...a) { const n = performance.now(); try { return f.apply(this, a); } finally { const e = (window.__n[k] ??= [0, 0]); e[0]++; e[1] += performance.now() - n; } }; };
    c(Storage.prototype, 'getItem'); c(Object, 'values'); c(Object, 'keys'); c(Object, 'entries'); c(TextEncoder.prototype, 'encode'); c(Array.prototype, 'join'); c(TextDecoder.prototype, 'decode'); c(TextEncoder.prototype, 'encodeInto'); c(Intl, 'DateTimeFormat');
  });
  await open(p, address + '/progress/'); await p.waitForSelector('main li button'); await p.waitForNetworkIdle();
  console.log(JSON.stringify(await p.evaluate(() => window.__n)));
}));
