// both folders by turns
import { readFileSync, writeFileSync } from 'node:fs';
import { PredefinedNetworkConditions } from 'puppeteer-core';
import { open, press } from './lib/app.mjs';
import { withPage } from './lib/browser.mjs';
import { noteNextClick } from './lib/clicks.mjs';
import { withSite } from './lib/site.mjs';
const PAGE='/play/daily-six/'; const RUNNING={selector:'[role="timer"]',there:true}; const med=a=>[...a].sort((x,y)=>x-y)[a.length>>1];
const warm=(address,slow)=>withPage(async page=>{ await open(page,address+PAGE); await new Promise(r=>setTimeout(r,3000)); await page.emulateCPUThrottling(slow); await page.evaluate(noteNextClick,RUNNING); await press(page,'Start'); return page.evaluate(async()=>(await window.__click).untilFrame); });
const cold=(address,slow)=>withPage(async page=>{ await page.emulateNetworkConditions(PredefinedNetworkConditions['Slow 4G']); await page.emulateCPUThrottling(slow); await page.evaluateOnNewDocument(noteNextClick,RUNNING); await page.goto(address+PAGE,{waitUntil:'domcontentloaded'}); await page.waitForFunction(()=>performance.getEntriesByType('paint').length>0); await press(page,'Start'); return page.evaluate(async()=>{const {at,untilFrame}=await window.__click; return at+untilFrame;}); });
const dirs=process.argv.slice(3); const N=+process.argv[2];
for(const [n,f] of [['warm',warm],['cold',cold]]) for(const slow of [1,4]){ const R=Object.fromEntries(dirs.map(d=>[d,[]])); for(let i=0;i<N;i++) for(const d of dirs) try{ R[d].push(Math.round(await withSite(d,a=>f(a,slow)))); }catch(e){console.log('err',d,String(e).slice(0,80));} for(const d of dirs) console.log(n,slow,d,med(R[d]),R[d].join(',')); }
