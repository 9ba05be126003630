import { withBrowser } from './lib/browser.mjs';
import { withSite } from './lib/site.mjs';
const [, , out, scheme, which] = process.argv;
const SIZES = [[360,740,100],[360,740,200],[740,360,100],[768,1024,100],[1440,900,100],[320,480,100]];
const look = `(() => { const vw=innerWidth,vh=innerHeight; const bad=[...document.querySelectorAll('dialog[open] button, .stage button')].filter(b=>b.closest('dialog[open]')||!document.querySelector('dialog[open]')).filter(b=>b.checkVisibility({visibilityProperty:true})).map(b=>[b.textContent,b.getBoundingClientRect()]).filter(([t,r])=>r.top<-0.5||r.left<-0.5||r.bottom>vh+0.5||r.right>vw+0.5).map(x=>x[0]); const f=s=>{const e=document.querySelector(s);return e?parseFloat(getComputedStyle(e).fontSize).toFixed(0):'-'}; const i=document.querySelector('.instruction'), v=document.querySelector('.stage-now'); const over = (e)=> e? Math.max(0,e.scrollHeight-e.clientHeight)+'/'+Math.max(0,e.scrollWidth-e.clientWidth):''; return [document.querySelector('.stage')?.dataset.phase,'instr',f('.instruction'),'count',f('.count .big'),'pic',document.querySelector('.stage-picture')?.clientHeight,'over',over(v),over(document.querySelector('.stage')),over(i),'out',bad.join('|')].join(' ')})()`;
const states = {
  demo: ['/play/custom/#r=bird-dog.4r.3h.2s', 'first', ['Start', 12000]],
  getready: ['/play/custom/#r=bird-dog.4r.3h.2s', 'never', ['Start', 500]],
  move: ['/play/custom/#r=bird-dog.4r.20h', 'never', ['Start', 300, 'Skip', 700]],
  hold: ['/play/custom/#r=bird-dog.4r.20h', 'never', ['Start', 300, 'Skip', 2500]],
  longmove: ['/play/swedish-partner-back/', 'never', ['Start', 300, 'Skip', 300,'Skip', 300,'Skip',300,'Skip',300,'Skip',300,'Skip',300,'Skip',800]],
  own: ['/play/custom/#r=bird-dog.4r.20h.2s', 'never', ['Start', 1500], {self_paced:true}],
  paused: ['/play/custom/#r=bird-dog.4r.20h', 'never', ['Start', 300, 'Skip', 2700,'Pause',200]],
  hurts: ['/play/custom/#r=bird-dog.4r.20h', 'never', ['Start', 300, 'Skip', 1200,'This hurts',400]],
  adjust: ['/play/custom/#r=bird-dog.4r.20h', 'never', ['Start', 300, 'Skip', 1200,'Adjust',400]],
  end: ['/play/custom/#r=bird-dog.4r.20h', 'never', ['Start', 300, 'Skip', 1200,'End',400]],
  phone: ['/play/daily-six/', 'first', ['Start', 600], {phone_down:true}],
  rest: ['/play/custom/#r=cat-cow.1r.2s', 'never', ['Start', 300, 'Skip', 6800]],
};
await withSite('dist', (site) => withBrowser(async (browser) => {
  for (const [name, [url, explain, acts, more]] of Object.entries(states)) {
    if (which && !which.split(',').includes(name)) continue;
    const ctx = await browser.createBrowserContext();
    const page = await ctx.newPage();
    await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 1 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.goto(site + '/about/');
    await page.evaluate((s) => localStorage.setItem('unknot/settings', s), JSON.stringify({format:1,data:{explain, phone_down:false, ...more}}));
    await page.goto(site + url);
    await page.waitForSelector('html[data-ready]');
    const press = async (n) => { await page.waitForFunction((n) => [...document.querySelectorAll('button,a.button')].some(b => b.textContent.startsWith(n) && !b.disabled && b.checkVisibility({visibilityProperty:true})), {}, n); await page.evaluate((n) => [...document.querySelectorAll('button,a.button')].find(b => b.textContent.startsWith(n) && b.checkVisibility({visibilityProperty:true})).click(), n); };
    for (const a of acts) { if (typeof a === 'number') await new Promise(r => setTimeout(r, a)); else await press(a); }
    for (const [w, h, f] of SIZES) {
      await page.setViewport({ width: w, height: h, deviceScaleFactor: 1 });
      await page.evaluate((f) => document.documentElement.style.fontSize = f + '%', f);
      await page.evaluate(() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r))));
      console.log(name, `${w}x${h}@${f}`, await page.evaluate(look));
      await page.screenshot({ path: `${out}/${name}-${w}x${h}@${f}.png` });
    }
    await ctx.close();
  }
}));
