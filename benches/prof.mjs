import { end, knowsItAll, open, start } from './lib/app.mjs';
import { withPage } from './lib/browser.mjs';
import { DIST } from './lib/folders.mjs';
import { daily, fill, newest } from './lib/records.mjs';
import { withSite } from './lib/site.mjs';
import { writeFileSync } from 'node:fs';
await withSite(DIST, (address) => withPage(async (page, browser) => {
  await knowsItAll(page);
  await open(page, address + '/play/daily-six/'); await start(page); await end(page);
  const text = await newest(page);
  await fill(page, daily(text, 3650));
  const p0 = await browser.newPage(); await open(p0, address + '/play/daily-six/'); await p0.close();
  for (let i = 0; i < 3; i++) {
    const p = await browser.newPage();
    await p.goto(address + '/robots.txt');
    console.log(await p.evaluate(() => {
      const t = []; let n = performance.now(); const lap = (k) => { const m = performance.now(); t.push([k, +(m - n).toFixed(1)]); n = m; };
      localStorage.length; lap('load');
      const keys = Object.keys(localStorage).sort().join('\0').split('\0'); lap('keys');
      let s = 0; const all = []; for (const k of keys) { const x = localStorage.getItem(k); all.push(x); s += x.length; } lap('get');
      for (const x of all) JSON.parse(x); lap('parse');
      const e = new TextEncoder(); const buf = new Uint8Array(4000); for (const x of all) e.encodeInto(x, buf); lap('encode');
      return JSON.stringify(t);
    }));
    await p.close();
  }
  const p = await browser.newPage();
  const cdp = await p.createCDPSession();
  await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await open(p, 'about:blank').catch(() => {});
  await cdp.send('Profiler.start');
  await open(p, address + '/progress/'); await p.waitForSelector('main li button'); await p.waitForNetworkIdle();
  const { profile } = await cdp.send('Profiler.stop');
  const self = new Map(); const byId = new Map(profile.nodes.map((x) => [x.id, x]));
  profile.samples.forEach((id, i) => { const n = byId.get(id); const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').pop().slice(0, 20); self.set(k, (self.get(k) ?? 0) + profile.timeDeltas[i] / 1000); });
  console.log([...self].sort((a, b) => b[1] - a[1]).slice(0, 30).map(([k, v]) => v.toFixed(1) + ' ' + k).join('\n'));
}));
