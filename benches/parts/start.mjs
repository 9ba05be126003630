// From the click on Start to the first frame of the session.

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

export function measure() {
  return withSite(DIST, async (address) => {
    const rows = [];
    for (const slowdown of SLOWDOWNS) {
      const times = [];
      for (let run = 0; run < RUNS; run += 1) times.push(await once(address, slowdown));
      rows.push([atSlowdown(slowdown), ms(median(times)), times.map(ms).join(', ')]);
    }
    const title = `From the click on Start to the session's first frame (median of ${RUNS})`;
    return [{ title, head: ['', 'median', 'each'], rows }];
  });
}

const once = (address, slowdown) =>
  withPage(async (page) => {
    await open(page, address + PAGE);
    await new Promise((resolve) => setTimeout(resolve, READING_MS));
    await page.emulateCPUThrottling(slowdown);
    await page.evaluate(noteNextClick, { selector: '[role="timer"]', there: true });
    await press(page, 'Start');
    return page.evaluate(async () => (await window.__click).untilFrame);
  });
