// What a frame of the player costs the main thread of a slow phone.
//
// How many frames are shown a second is not printed: a headless browser draws in software, on
// these processors and not on a phone's, so the number would tell of this machine alone. The work
// that the page has in the time of each is the page's own. Most frames have none, since the browser
// moves the picture beside the main thread; the last line leaves those out.

import { knowsItAll, open, start } from '../lib/app.mjs';
import { withPage } from '../lib/browser.mjs';
import { DIST } from '../lib/folders.mjs';
import { withSite } from '../lib/site.mjs';
import { percentile } from '../lib/statistics.mjs';
import { atMost, ms } from '../lib/table.mjs';
import { scripting, traced, workByFrame } from '../lib/trace.mjs';

// After the time to get ready, in which the picture stands, it moves all the time.
const PICTURES = [
  { what: 'a figure', path: '/play/custom/#r=cat-cow.10r', before: 11_000 },
  { what: 'a stroke on a back', path: '/play/deep-tissue-forearm/', before: 1_000 },
];
const LOOK_MS = 20_000;
const SLOWDOWN = 4;
const GOAL_MS = 8;
const FRAMES_A_SECOND = 60;

export async function measure() {
  const tables = [];
  for (const picture of PICTURES) {
    const events = await withSite(DIST, (address) => withPage((page) => look(page, address, picture)));
    tables.push(table(picture.what, events));
  }
  return tables;
}

function table(what, events) {
  const frames = workByFrame(events, FRAMES_A_SECOND);
  const row = (name, values) => {
    const [p50, p95, largest] = [percentile(values, 0.5), percentile(values, 0.95), Math.max(...values)];
    return [name, ms(p50), ms(p95), ms(largest), atMost(GOAL_MS, p95)];
  };
  const clock = frames.map((frame) => frame.clock);
  const mean = clock.reduce((sum, time) => sum + time, 0) / frames.length;
  return {
    title: `Main thread a frame while ${what} moves, ${SLOWDOWN} × slowdown (${frames.length} frames)`,
    head: ['', 'p50', 'p95', 'largest', 'goal for p95'],
    rows: [
      row('by the clock', clock),
      // Differs from the first line by what other programs took of the machine.
      row('by the processor', frames.map((frame) => frame.processor)),
      row('frames with a tenth of a ms', clock.filter((time) => time >= 0.1)),
    ],
    notes: [`by the clock on average ${ms(mean)} a frame, of it scripts ${ms(scripting(events) / frames.length)}`],
  };
}

async function look(page, address, { path, before }) {
  await knowsItAll(page);
  await open(page, `${address}${path}`);
  await start(page);
  await pass(before);
  await page.emulateCPUThrottling(SLOWDOWN);
  const events = await traced(page, () => pass(LOOK_MS));
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  if (moving === 0) throw new Error('nothing moves');
  return events;
}

const pass = (time) => new Promise((resolve) => setTimeout(resolve, time));
