// What a frame of the player costs the main thread of a slow phone.
//
// How many frames are shown a second is not printed: a headless browser draws in software, on
// these processors and not on a phone's, so the number would tell of this machine alone. The work
// that the page asks for at each frame is the page's own.

import { open, start } from '../lib/app.mjs';
import { withPage } from '../lib/browser.mjs';
import { DIST } from '../lib/folders.mjs';
import { withSite } from '../lib/site.mjs';
import { percentile } from '../lib/statistics.mjs';
import { atMost, ms } from '../lib/table.mjs';
import { scripting, traced, workByFrame } from '../lib/trace.mjs';

// After ten seconds to get ready, in which the picture stands, it moves all the time.
const ROUTINE = 'cat-cow.10r';
const GET_READY_MS = 10_000;
const LOOK_MS = 20_000;
const SLOWDOWN = 4;
const GOAL_MS = 8;
const FEWEST_FRAMES = 60;

export async function measure() {
  const events = await withSite(DIST, (address) => withPage((page) => look(page, address)));
  const frames = workByFrame(events);
  if (frames.length < FEWEST_FRAMES) throw new Error(`only ${frames.length} frames in ${LOOK_MS} ms`);
  const shares = (values) => [percentile(values, 0.5), percentile(values, 0.95), Math.max(...values)];
  const clock = shares(frames.map((frame) => frame.clock));
  const processor = shares(frames.map((frame) => frame.processor));
  const mean = frames.reduce((sum, frame) => sum + frame.clock, 0) / frames.length;
  return [{
    title: `Main thread a frame while a figure moves, ${SLOWDOWN} × slowdown (${frames.length} frames)`,
    head: ['', 'p50', 'p95', 'largest', 'goal for p95'],
    rows: [
      ['by the clock', ...clock.map(ms), atMost(GOAL_MS, clock[1])],
      // Differs from the first line by what other programs took of the machine.
      ['by the processor', ...processor.map(ms), atMost(GOAL_MS, processor[1])],
    ],
    notes: [`by the clock on average ${ms(mean)} a frame, of it scripts ${ms(scripting(events) / frames.length)}`],
  }];
}

async function look(page, address) {
  await open(page, `${address}/play/custom/#r=${ROUTINE}`);
  await start(page);
  await pass(GET_READY_MS + 1000);
  await page.emulateCPUThrottling(SLOWDOWN);
  return traced(page, () => pass(LOOK_MS));
}

const pass = (time) => new Promise((resolve) => setTimeout(resolve, time));
