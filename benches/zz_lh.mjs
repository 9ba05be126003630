import lighthouse from 'lighthouse';
import { withBrowser } from './lib/browser.mjs';
import { withSite } from './lib/site.mjs';
const median=a=>[...a].sort((x,y)=>x-y)[a.length>>1];
// args: runs path dir1 dir2 ...
const [runs,path,...dirs]=process.argv.slice(2);
const res=Object.fromEntries(dirs.map(d=>[d,[]]));
for(let r=0;r<+runs;r++) for(const d of dirs) await withSite(d.split('@')[0], async a=>{
  const lhr=await withBrowser(async b=>(await lighthouse(a+(d.includes('@')?'/'+d.split('@')[1]:path),{port:Number(new URL(b.wsEndpoint()).port),onlyCategories:['performance'],logLevel:'silent'})).lhr);
  const v=k=>lhr.audits[k].numericValue; const m=lhr.audits['metrics'].details.items[0];
  res[d].push([v('first-contentful-paint'),v('largest-contentful-paint'),v('total-blocking-time'),lhr.categories.performance.score*100,m.observedFirstContentfulPaint,m.observedLargestContentfulPaint]);
});
for(const d of dirs) console.log(d, [0,1,2,3,4,5].map(i=>Math.round(median(res[d].map(x=>x[i])))).join(' '), '| fcp', res[d].map(x=>Math.round(x[0])).join(','), '| lcp', res[d].map(x=>Math.round(x[1])).join(','));
