import { withPage } from './lib/browser.mjs';
import { withSite } from './lib/site.mjs';
const [dir,path,...flags]=process.argv.slice(2);
const agg={}; const N=6; const tasks=[];
for(let r=0;r<N;r++) await withSite(dir, a=>withPage(async p=>{
  const c=await p.createCDPSession(); await c.send('Profiler.enable'); await c.send('Profiler.setSamplingInterval',{interval:100});
  await p.evaluateOnNewDocument(()=>{ Object.defineProperty(navigator,'connection',{value:{saveData:true}}); });
  await c.send('Profiler.start');
  await p.goto(a+path,{waitUntil:'load'}); await p.waitForFunction('document.documentElement.dataset.ready'); await new Promise(r=>setTimeout(r,600));
  const {profile}=await c.send('Profiler.stop');
  const byId=new Map(profile.nodes.map(n=>[n.id,n])); const parent=new Map(); for(const n of profile.nodes) for(const k of n.children||[]) parent.set(k,n.id);
  const incl={};
  for(let i=0;i<profile.samples.length;i++){const d=profile.timeDeltas[i+1]||0; let id=profile.samples[i]; const seen=new Set(); let self=true;
    while(id){const f=byId.get(id).callFrame; const k=(f.functionName||'anon')+' '+(f.url||'').slice(-22); if(self){incl['S '+k]=(incl['S '+k]||0)+d; self=false;} if(!seen.has(k)){seen.add(k); incl['I '+k]=(incl['I '+k]||0)+d;} id=parent.get(id);} }
  for(const k in incl) agg[k]=(agg[k]||0)+incl[k]/N;
}));
const top=(pre,n)=>Object.entries(agg).filter(([k])=>k.startsWith(pre)).sort((a,b)=>b[1]-a[1]).slice(0,n).forEach(([k,v])=>console.log((v/1000).toFixed(2).padStart(8),k.replace(/17h[0-9a-f]{16}E/,'').slice(0,170)));
console.log('self'); top('S ',30); console.log('incl'); top('I ',70);
