// From the click on Start to the first frame of the session.

import { PredefinedNetworkConditions } from 'puppeteer-core';
import { open, press } from '../lib/app.mjs';
import { withPage } from '../lib/browser.mjs';
import { noteNextClick } from '../lib/clicks.mjs';
import { DIST } from '../lib/folders.mjs';
import { withSite } from '../lib/site.mjs';
import { median } from '../lib/statistics.mjs';
import { atSlowdown, ms } from '../lib/table.mjs';

const PAGE = '/play/daily-six/';
const RUNS = 5;
const SLOWDOWNS = [1, 4];
// A person reads before they press, and what the page does after loading is over by then.
const READING_MS = 3_000;
const RUNNING = { selector: '[role="timer"]', there: true };

export function measure() {
  return withSite(DIST, async (address) => [
    await table(address, warm, "From the click on Start to the session's first frame"),
    await table(address, cold, 'From opening the page for the first time to that frame, slow 4G, Start pressed once it is seen'),
  ]);
}

async function table(address, once, title) {
  const rows = [];
  for (const slowdown of SLOWDOWNS) {
    const times = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await once(address, slowdown));
    rows.push([atSlowdown(slowdown), ms(median(times)), times.map(ms).join(', ')]);
  }
  return { title: `${title} (median of ${RUNS})`, head: ['', 'median', 'each'], rows };
}

const warm = (address, slowdown) =>
  withPage(async (page) => {
    await open(page, address + PAGE);
    await new Promise((resolve) => setTimeout(resolve, READING_MS));
    await page.emulateCPUThrottling(slowdown);
    await page.evaluate(noteNextClick, RUNNING);
    await press(page, 'Start');
    return page.evaluate(async () => (await window.__click).untilFrame);
  });

const cold = (address, slowdown) =>
  withPage(async (page) => {
    await page.emulateNetworkConditions(PredefinedNetworkConditions['Slow 4G']);
    await page.emulateCPUThrottling(slowdown);
    await page.evaluateOnNewDocument(noteNextClick, RUNNING);
    await page.goto(address + PAGE, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0);
    await press(page, 'Start');
    return page.evaluate(async () => {
      const { at, untilFrame } = await window.__click;
      return at + untilFrame;
    });
  });
