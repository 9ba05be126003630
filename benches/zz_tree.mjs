import { withPage } from './lib/browser.mjs';
import { withSite } from './lib/site.mjs';
const [dir,path,min='1.0']=process.argv.slice(2);
const N=5; const root={k:'root',t:0,c:new Map()};
const skip=/any_view|into_any|render_effect|RenderEffect|tachys.*Render5build|StaticVec|into_view|spec_from_iter|Mountable|AnyAttribute|js-to-wasm|wasm-to-js|indirect_call|call_once|RINvMs1_.*5Owner4with|Attribute5build|convert8closures|Queue3new/;
const nice=s=>{ if(!s.startsWith('_R')) return s; const m=[...s.matchAll(/\d+_?([A-Za-z_][A-Za-z_0-9]*?)(?=(?:[A-Z0-9]|$))/g)]; const ids=[]; let i=0; while(i<s.length){ const g=/^(\d+)_?/.exec(s.slice(i)); if(g&&+g[1]>2&&+g[1]<60&&s.length>=i+g[0].length+ +g[1]){const id=s.substr(i+g[0].length,+g[1]); if(/^[A-Za-z_][A-Za-z0-9_]*$/.test(id)){ids.push(id); i+=g[0].length+ +g[1]; continue;}} i++;} return ids.filter(x=>!['core','alloc','unknot','tachys','leptos','reactive_graph'].includes(x)).slice(0,7).join('·'); };
for(let r=0;r<N;r++) await withSite(dir, a=>withPage(async p=>{
  const c=await p.createCDPSession(); await c.send('Profiler.enable'); await c.send('Profiler.setSamplingInterval',{interval:150});
  await p.evaluateOnNewDocument(()=>{ Object.defineProperty(navigator,'connection',{value:{saveData:true}}); });
  await c.send('Profiler.start');
  await p.goto(a+path,{waitUntil:'load'}); await p.waitForFunction('document.documentElement.dataset.ready'); await new Promise(r=>setTimeout(r,600));
  const {profile}=await c.send('Profiler.stop');
  const byId=new Map(profile.nodes.map(n=>[n.id,n])); const parent=new Map(); for(const n of profile.nodes) for(const k of n.children||[]) parent.set(k,n.id);
  for(let i=0;i<profile.samples.length;i++){const d=(profile.timeDeltas[i+1]||0)/N/1000; let id=profile.samples[i]; const st=[]; while(id){st.unshift(byId.get(id).callFrame.functionName||'anon'); id=parent.get(id);} 
    let n=root; n.t+=d; for(const f of st.slice(1)){ if(skip.test(f)) continue; const k=nice(f); if(n.k===k) continue; if(!n.c.has(k)) n.c.set(k,{k,t:0,c:new Map()}); n=n.c.get(k); n.t+=d; } }
}));
const show=(n,d)=>{ if(n.t<+min||d>40) return; console.log(n.t.toFixed(1).padStart(7),' '.repeat(d)+n.k.slice(0,110)); [...n.c.values()].sort((a,b)=>b.t-a.t).forEach(x=>show(x,d+1)); };
show(root,0);
