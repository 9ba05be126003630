import puppeteer from 'puppeteer-core';
import { withSite } from './lib/site.mjs';
const [dir,path]=process.argv.slice(2);
await withSite(dir, async a=>{ const b=await puppeteer.launch({executablePath:'/usr/bin/chromium',headless:true,dumpio:false,args:['--no-sandbox','--disable-gpu','--js-flags=--trace-wasm-compilation-times --single-threaded','--no-zygote','--enable-logging=stderr']});
 let out=''; b.process().stdout.on('data',d=>out+=d); b.process().stderr.on('data',d=>out+=d);
 const p=await b.newPage(); await p.evaluateOnNewDocument(()=>{ Object.defineProperty(navigator,'connection',{value:{saveData:true}}); });
 await p.goto(a+path); await p.waitForFunction('document.documentElement.dataset.ready'); await new Promise(r=>setTimeout(r,1500)); await b.close();
 (await import('fs')).writeFileSync('/tmp/lazy.txt',out);const l=out.split('\n').filter(x=>/Compiled function/i.test(x)); console.log(l.length); console.log(l.slice(0,5).join('\n')); console.log(l.slice(-3).join('\n')); });
