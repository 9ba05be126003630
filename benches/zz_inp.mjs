import { withPage } from './lib/browser.mjs'; import { withSite } from './lib/site.mjs'; import { open, press } from './lib/app.mjs';
const dirs=process.argv.slice(3), N=+process.argv[2]; const med=a=>[...a].sort((x,y)=>x-y)[a.length>>1];
for(const slow of [1,4]){ const R=Object.fromEntries(dirs.map(d=>[d,[]]));
for(let r=0;r<N;r++) for(const dir of (r%2?dirs:[...dirs].reverse())) await withSite(dir,a=>withPage(async page=>{ await open(page,a+'/play/daily-six/'); await new Promise(r=>setTimeout(r,2500)); await page.emulateCPUThrottling(slow); await page.evaluate(()=>{window.__d=new Promise(res=>new PerformanceObserver(l=>{for(const e of l.getEntries()) if(e.name==='click') res(e.duration);}).observe({type:'event',durationThreshold:16}));}); await press(page,'Start'); R[dir].push(await page.evaluate(()=>window.__d)); }));
for(const d of dirs) console.log(slow,d,med(R[d]),R[d].join(',')); }
