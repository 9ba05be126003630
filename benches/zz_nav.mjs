// link to a lazy page: frames until its heading is there, chunk cached
import { withPage } from './lib/browser.mjs'; import { withSite } from './lib/site.mjs';
await withSite('/work/main/dist',a=>withPage(async page=>{
 await page.goto(a+'/play/daily-six/'); await page.waitForFunction('document.documentElement.dataset.ready'); await new Promise(r=>setTimeout(r,3000));
 for(const href of ['/exercises/','/exercises/bird-dog/','/evidence/','/']) console.log(href, JSON.stringify(await page.evaluate((href)=>new Promise(res=>{ const before=document.querySelector('h1').textContent; const link=[...document.querySelectorAll('a')].find(l=>l.pathname===href); if(!link) return res('no link'); let frames=0; const t=performance.now(); const look=()=>{ frames++; const h=document.querySelector('h1')?.textContent; if(h!==before&&document.querySelectorAll('main p').length>1) res({frames,ms:Math.round(performance.now()-t),h,p:document.querySelectorAll('main p').length}); else if(frames<200) requestAnimationFrame(look); else res('never '+h);}; requestAnimationFrame(look); link.click(); }),href)));
}));
