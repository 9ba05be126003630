import { withBrowser } from './lib/browser.mjs';
import { withSite } from './lib/site.mjs';
const [, , out, w, h, scheme, full, font, ...paths] = process.argv;
await withSite('dist', (site) => withBrowser(async (browser) => {
  for (const [i, path] of paths.entries()) {
    const ctx = await browser.createBrowserContext();
    const page = await ctx.newPage();
    await page.setViewport({ width: +w, height: +h, deviceScaleFactor: 1 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    if (font !== '100') await page.evaluateOnNewDocument((f) => addEventListener('DOMContentLoaded', () => document.documentElement.style.fontSize = f + '%'), font);
    const [url, act] = path.split('@');
    await page.goto(site + url);
    await page.waitForSelector('html[data-ready]');
    const press = async (name) => { await page.waitForFunction((n) => [...document.querySelectorAll('button,a.button')].some(b => b.textContent.startsWith(n) && !b.disabled), {}, name); await page.evaluate((n) => [...document.querySelectorAll('button,a.button')].find(b => b.textContent.startsWith(n)).click(), name); };
    for (const a of (act || '').split(',').filter(Boolean)) { if (/^\d+$/.test(a)) await new Promise(r => setTimeout(r, +a)); else await press(a); }
    await new Promise(r => setTimeout(r, 700));
    await page.screenshot({ path: `${out}-${i}.png`, fullPage: full === 'full' });
    await ctx.close();
  }
}));
