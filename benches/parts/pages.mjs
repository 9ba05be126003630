// Lighthouse, our pages beside the floor and the smallest Leptos page, all in one run.

import lighthouse from 'lighthouse';
import { Audit } from 'lighthouse/core/audits/audit.js';
import TotalBlockingTime from 'lighthouse/core/audits/metrics/total-blocking-time.js';
import { withBrowser } from '../lib/browser.mjs';
import { makeCounter, makeFloor } from '../lib/floor.mjs';
import { DIST, withFolder } from '../lib/folders.mjs';
import { withSite } from '../lib/site.mjs';
import { median } from '../lib/statistics.mjs';
import { atMost, whole } from '../lib/table.mjs';

const PATHS = ['/', '/exercises/bird-dog/', '/play/daily-six/'];
const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const METRICS = { first: 'first-contentful-paint', largest: 'largest-contentful-paint', blocking: 'total-blocking-time' };
const GOALS = { score: 100, first: 1.1, largest: 1.15, blocking: 50 };
// A phone is taken to be so much slower, and a task to block from so many ms on, as Lighthouse does.
const SLOWER = 4;
const BLOCKS = 50;
const FLOOR = 'floor: text of / alone';

export function measure() {
  return withSite(DIST, (address) =>
    withFolder((floor) =>
      withFolder(async (counter) => {
        await makeFloor(floor);
        const built = await makeCounter(counter);
        return withSite(floor, (floorAddress) => {
          const pages = [
            { name: FLOOR, url: `${floorAddress}/` },
            ...PATHS.map((path) => ({ name: path, url: address + path })),
          ];
          if (!built) return compare(pages);
          return withSite(counter, (counterAddress) =>
            compare([...pages.slice(0, 1), { name: 'smallest Leptos counter', url: `${counterAddress}/` }, ...pages.slice(1)]));
        });
      })));
}

async function compare(pages) {
  const runs = pages.map(() => []);
  // By turns, so that what disturbs the machine for a while disturbs all of them.
  for (let round = 1; round <= RUNS; round += 1) {
    for (const [index, { name, url }] of pages.entries()) {
      console.error(`[bench] Lighthouse ${round} of ${RUNS}: ${name}`);
      runs[index].push(await audit(url));
    }
  }
  const middle = (figures) =>
    Object.fromEntries(Object.keys(figures[0]).map((key) => [key, median(figures.map((each) => each[key]))]));
  const medians = pages.map(({ name }, index) => ({ name, ...middle(runs[index]) }));
  return [scores(medians), paints(medians)];
}

/** One run with the usual settings: a mid-range phone on a simulated slow 4G. */
async function audit(url, attempts = 3) {
  const { lhr, artifacts } = await run(url);
  if (lhr.runtimeError) {
    // On a busy machine Chromium now and then fails to load any page.
    if (attempts === 1) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    console.error(`[bench] once more, for Lighthouse said: ${lhr.runtimeError.code}`);
    return audit(url, attempts - 1);
  }
  const score = (category) => [category, Math.round(lhr.categories[category].score * 100)];
  const figure = ([key, metric]) => [key, lhr.audits[metric].numericValue];
  const worked = blockingWork(artifacts.Trace.traceEvents);
  return {
    ...Object.fromEntries([...CATEGORIES.map(score), ...Object.entries(METRICS).map(figure)]),
    worked,
    calm: Math.round(performanceWith(worked, lhr) * 100),
  };
}

/**
 * The blocking time that follows from how long the main thread worked, and not from how long it was
 * kept waiting for a processor: on a machine with two of them, both busy with Chromium itself or
 * taken by others, most of what the clock shows is waiting.
 */
function blockingWork(events) {
  const painted = events.findLast(({ name }) => name === 'firstContentfulPaint');
  const tasks = events.filter(({ name, pid, tid, ph, ts, dur }) =>
    name === 'RunTask' && ph === 'X' && pid === painted.pid && tid === painted.tid && ts + dur > painted.ts);
  if (!tasks.some(({ tdur }) => tdur > 0)) throw new Error('the trace does not tell how long tasks worked');
  return tasks.reduce((sum, { tdur = 0 }) => sum + Math.max(0, (tdur / 1000) * SLOWER - BLOCKS), 0);
}

/** The score for performance, from 0 to 1, with another blocking time. */
function performanceWith(blocking, { audits, categories }) {
  const { scoring } = TotalBlockingTime.defaultOptions.mobile;
  const score = (id) =>
    id === METRICS.blocking ? Audit.computeLogNormalScore(scoring, blocking) : audits[id].score;
  const weighed = categories.performance.auditRefs.filter(({ weight }) => weight > 0);
  const sum = (of) => weighed.reduce((total, each) => total + of(each), 0);
  return sum(({ id, weight }) => weight * score(id)) / sum(({ weight }) => weight);
}

const run = (url) =>
  withBrowser(async (browser) => {
    const port = Number(new URL(browser.wsEndpoint()).port);
    return lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: 'silent' });
  });

/** Goals are for our own pages. */
const isOurs = ({ name }) => PATHS.includes(name);

const scores = (medians) => ({
  title: `Lighthouse scores (median of ${RUNS})`,
  head: ['', ...CATEGORIES, 'performance by work', 'goal: 100 each, by work'],
  rows: medians.map((page) => {
    const least = Math.min(page.calm, ...CATEGORIES.slice(1).map((category) => page[category]));
    const goal = least >= GOALS.score ? '✓' : '✗';
    return [page.name, ...CATEGORIES.map((category) => page[category]), page.calm, isOurs(page) ? goal : ''];
  }),
});

function paints(medians) {
  const floor = medians.find((page) => page.name === FLOOR);
  return {
    title: 'Paint and blocking time under simulated slow 4G, × the floor',
    head: ['', 'first paint', '× floor', 'goal', 'largest paint', '× floor', 'goal', 'blocking', 'by work', 'goal'],
    rows: medians.map((page) => {
      const [first, largest] = [page.first / floor.first, page.largest / floor.largest];
      const goal = (...of) => (isOurs(page) ? atMost(...of) : '');
      return [
        page.name,
        whole(page.first), first.toFixed(2), goal(GOALS.first, first, ''),
        whole(page.largest), largest.toFixed(2), goal(GOALS.largest, largest, ''),
        whole(page.blocking), whole(page.worked), goal(GOALS.blocking, page.worked),
      ];
    }),
  };
}
