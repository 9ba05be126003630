import puppeteer from 'puppeteer-core'; import { readFileSync } from 'node:fs';
import { withSite } from './lib/site.mjs';
const [dirs,runs,...paths]=process.argv.slice(2); const med=a=>[...a].sort((x,y)=>x-y)[a.length>>1];
for(const path of paths){ const R={}; for(const d of dirs.split(',')) R[d]={tb:[],tot:[]};
for(let r=0;r<+runs;r++) for(const dir of dirs.split(',')) await withSite(dir, async a=>{ const b=await puppeteer.launch({executablePath:'/usr/bin/chromium',headless:true,args:['--no-sandbox','--disable-gpu','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'],defaultViewport:{width:412,height:823,deviceScaleFactor:1.75,isMobile:true,hasTouch:true}});
 const p=await b.newPage(); await p.goto('about:blank'); await p.tracing.start({categories:['devtools.timeline','disabled-by-default-devtools.timeline','toplevel','loading']});
 await p.goto(a+path); await p.waitForFunction('document.documentElement.dataset.ready'); await new Promise(r=>setTimeout(r,1200));
 const tr=JSON.parse(Buffer.from(await p.tracing.stop()).toString()); await b.close();
 const ev=tr.traceEvents; const f=ev.filter(e=>e.name==='firstContentfulPaint').pop(); const main=ev.filter(e=>e.pid===f.pid&&e.tid===f.tid&&e.ph==='X');
 const tasks=main.filter(e=>e.name==='RunTask'&&e.ts+e.dur>f.ts);
 const t=tasks.reduce((s,e)=>s+Math.max(0,e.dur*4/1000-50),0); const x=R[dir]; x.tb.push(t); x.tot.push(tasks.reduce((s,e)=>s+e.dur/1000,0));
 const rep=tasks.filter(e=>e.dur>4000).map(e=>{ const kids=main.filter(c=>c!==e&&c.ts>=e.ts&&c.ts+c.dur<=e.ts+e.dur&&c.dur>1000).sort((x,y)=>x.ts-y.ts).map(c=>`${c.name.replace('v8.','')}${c.args?.data?.url?':'+c.args.data.url.slice(-12):''} ${(c.dur/1000).toFixed(0)}`).slice(0,7); return `${((e.ts-f.ts)/1000).toFixed(0).padStart(6)} ${(e.dur/1000).toFixed(1).padStart(6)}  ${kids.join(' | ')}`; });
 if(!x.best||t<x.best.t) x.best={t,rep};
}); for(const d in R){const x=R[d]; console.log(d,path,'TBT×4 median',Math.round(med(x.tb)),'min',Math.round(Math.min(...x.tb)),'all',x.tb.map(Math.round).join(','),'busy',Math.round(med(x.tot))); if(process.env.V) console.log(x.best.rep.join('\n'));} }
