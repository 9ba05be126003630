import { withBrowser } from './lib/browser.mjs'; import { withSite } from './lib/site.mjs';
const sizes=[[360,740],[768,1024],[1440,900]];
await withSite('/work/main/dist',a=>withBrowser(async b=>{
 for(const scheme of ['light','dark']) for(const [w,h] of sizes){ const p=await b.newPage(); await p.setViewport({width:w,height:h}); await p.emulateMediaFeatures([{name:'prefers-color-scheme',value:scheme}]);
  for(const [n,path] of [['home','/'],['ex','/exercises/bird-dog/'],['play','/play/daily-six/'],['frame','/embed/exercise/bridge/']]){ if(scheme==='dark'&&n==='ex'&&w===768) continue; await p.goto(a+path); await p.waitForFunction('document.documentElement.dataset.ready'); await new Promise(r=>setTimeout(r,700)); await p.screenshot({path:`/tmp/shots/${n}-${w}-${scheme}.png`}); }
  await p.goto(a+'/play/daily-six/'); await p.waitForFunction('document.documentElement.dataset.ready'); await p.evaluate(()=>[...document.querySelectorAll('button')].find(x=>/^Start/.test(x.textContent)).click()); await new Promise(r=>setTimeout(r,13500)); await p.screenshot({path:`/tmp/shots/stage-${w}-${scheme}.png`}); await p.close(); }
}));
