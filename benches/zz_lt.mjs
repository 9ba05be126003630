import lighthouse from 'lighthouse';
import { withBrowser } from './lib/browser.mjs';
import { withSite } from './lib/site.mjs';
const [dir,path]=process.argv.slice(2);
await withSite(dir, a=>withBrowser(async b=>{
  const r=await lighthouse(a+path,{port:Number(new URL(b.wsEndpoint()).port),onlyCategories:['performance'],logLevel:'silent'});
  const l=r.lhr; console.log('bench',l.environment.benchmarkIndex, 'fcp',l.audits['first-contentful-paint'].numericValue,'lcp',l.audits['largest-contentful-paint'].numericValue,'tbt',l.audits['total-blocking-time'].numericValue);
  console.log(JSON.stringify(l.audits['metrics'].details.items[0]));
  for(const t of l.audits['long-tasks'].details.items) console.log('task',t.url.slice(-40),Math.round(t.startTime),Math.round(t.duration));
  for(const t of l.audits['mainthread-work-breakdown'].details.items) console.log(t.groupLabel,Math.round(t.duration));
  for(const t of l.audits['network-requests'].details.items) console.log('req',t.url.slice(-50),Math.round(t.networkRequestTime),Math.round(t.networkEndTime),t.priority);
  const tr=r.artifacts.Trace||r.artifacts.traces?.defaultPass; 
  const ev=tr.traceEvents; const fcp=ev.find(e=>e.name==='firstContentfulPaint'); const pid=fcp.pid; const t0=fcp.ts;
  const main=ev.filter(e=>e.pid===pid&&e.tid===fcp.tid);
  for(const e of main.filter(e=>e.ph==='X'&&e.name==='RunTask'&&e.dur>8000)) {
    console.log('TASK',((e.ts-t0)/1000).toFixed(1),'dur',(e.dur/1000).toFixed(1));
    for(const c of main.filter(c=>c.ph==='X'&&c!==e&&c.ts>=e.ts&&c.ts<e.ts+e.dur&&c.dur>1500)) console.log('    ',c.name,((c.ts-t0)/1000).toFixed(1),(c.dur/1000).toFixed(1),c.args?.data?.functionName||c.args?.data?.url?.slice(-30)||c.args?.data?.type||'');
  }
}));
