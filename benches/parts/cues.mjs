// What is heard of a session of three minutes, against its timeline.

import { knowsItAll, open, start } from '../lib/app.mjs';
import { withPage } from '../lib/browser.mjs';
import { DIST } from '../lib/folders.mjs';
import { THRESHOLD, match, pageTimes, residuals, slip } from '../lib/onsets.mjs';
import { cuesOf, withSite } from '../lib/site.mjs';
import { median, percentile } from '../lib/statistics.mjs';
import { atMost, ms } from '../lib/table.mjs';
import { heardSoFar, installTap } from '../lib/tap.mjs';

const ROUTINE = 'pelvic-tilt.6r_bridge.5r.5h_bird-dog.3r.5h';
const GOAL_MS = 10;
const DELAY_SECONDS = 2;
// Below the shortest gap between two sounds of a timeline, a second, so that none is mistaken for another.
const WINDOW_MS = 400;
// Longer than the gap between two tones of one sound, shorter than that between two sounds.
const QUIET_SECONDS = 0.05;

export async function measure() {
  const cues = await cuesOf(ROUTINE);
  const lasts = cues.at(-1).at_ms;
  console.error(`[bench] listening for ${Math.ceil(lasts / 1000)} s`);
  const { began, contexts } = await withSite(DIST, (address) => listen(address, lasts));
  const expected = cues.map((cue) => ({ ...cue, time: began + cue.at_ms }));
  const heard = contexts.flatMap((context) => pageTimes(context, DELAY_SECONDS)).sort((a, b) => a - b);
  return [table(match(expected, heard, WINDOW_MS), contexts, began)];
}

const listen = (address, lasts) =>
  withPage(async (page) => {
    // The tap is an inline script of a sort, which the app's own content policy rightly forbids.
    await page.setBypassCSP(true);
    await page.evaluateOnNewDocument(installTap, {
      delaySeconds: DELAY_SECONDS, threshold: THRESHOLD, quietSeconds: QUIET_SECONDS, everyMs: 25,
    });
    await knowsItAll(page);
    await open(page, `${address}/play/custom/#r=${ROUTINE}`);
    await start(page);
    const began = await page.evaluate(() => performance.getEntriesByName('unknot-start')[0]?.startTime);
    if (began === undefined) throw new Error('the page did not mark when its session began');
    await new Promise((resolve) => setTimeout(resolve, lasts + (DELAY_SECONDS + 2) * 1000));
    const contexts = (await page.evaluate(heardSoFar)).filter((context) => context.pairs.length > 1);
    if (contexts.length === 0) throw new Error('the page made no running audio context');
    return { began, contexts };
  });

function table({ matched, missing, extra }, contexts, began) {
  const errors = matched.map((cue) => cue.error);
  const sizes = errors.map(Math.abs);
  const told = contexts.map(({ latency }) => ms((latency?.output ?? 0) * 1000)).join(', ');
  const line = percentile(contexts.flatMap(residuals), 0.99);
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(sizes, share));
  const worst = [...matched].sort((a, b) => Math.abs(b.error) - Math.abs(a.error)).slice(0, 3);
  const list = (what, cues) => (cues.length > 0 ? [`${what}: ${cues.join(', ')}`] : []);
  return {
    title: 'Sounds heard in a session of three minutes, against its timeline',
    head: ['', 'measured', 'goal'],
    rows: [
      ['sounds due', matched.length + missing.length],
      ['heard', matched.length, matched.length + missing.length],
      ['missing', missing.length, 0],
      ['heard beyond those', extra.length, 0],
      ['error, p50', ms(p50)],
      ['error, p99', ms(p99), atMost(GOAL_MS, p99)],
      ['error, largest', ms(Math.max(...sizes))],
      ['offset, p50 (late is positive)', ms(median(errors))],
      ['output latency, as told', told],
      ['clock lines, p99 of residuals', ms(line)],
      ['audio clock fell behind by', contexts.map((context) => ms(slip(context))).join(', ')],
    ],
    notes: [
      ...list('largest errors', worst.map((cue) => `${cue.sound} at ${cue.at_ms / 1000} s ${ms(cue.error)}`)),
      ...list('missing', missing.map((cue) => `${cue.sound} at ${cue.at_ms / 1000} s`)),
      ...list('beyond those due, at', extra.map((time) => `${((time - began) / 1000).toFixed(3)} s`)),
    ],
  };
}
