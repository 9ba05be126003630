// Lighthouse, our pages beside the floor and the smallest Leptos page, all in one run.

import lighthouse from 'lighthouse';
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
  const lhr = await run(url);
  if (lhr.runtimeError) {
    // On a busy machine Chromium now and then fails to load any page.
    if (attempts === 1) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    console.error(`[bench] once more, for Lighthouse said: ${lhr.runtimeError.code}`);
    return audit(url, attempts - 1);
  }
  const score = (category) => [category, Math.round(lhr.categories[category].score * 100)];
  const figure = ([key, metric]) => [key, lhr.audits[metric].numericValue];
  return Object.fromEntries([...CATEGORIES.map(score), ...Object.entries(METRICS).map(figure)]);
}

const run = (url) =>
  withBrowser(async (browser) => {
    const port = Number(new URL(browser.wsEndpoint()).port);
    return (await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: 'silent' })).lhr;
  });

/** Goals are for our own pages. */
const isOurs = ({ name }) => PATHS.includes(name);

const scores = (medians) => ({
  title: `Lighthouse scores (median of ${RUNS})`,
  head: ['', ...CATEGORIES, 'goal'],
  rows: medians.map((page) => {
    const least = Math.min(...CATEGORIES.map((category) => page[category]));
    const goal = `${GOALS.score} each ${least >= GOALS.score ? '✓' : '✗'}`;
    return [page.name, ...CATEGORIES.map((category) => page[category]), isOurs(page) ? goal : ''];
  }),
});

function paints(medians) {
  const floor = medians.find((page) => page.name === FLOOR);
  return {
    title: 'Paint and blocking time under simulated slow 4G, × the floor',
    head: ['', 'first paint', '× floor', 'goal', 'largest paint', '× floor', 'goal', 'blocking', 'goal'],
    rows: medians.map((page) => {
      const [first, largest] = [page.first / floor.first, page.largest / floor.largest];
      const goal = (...of) => (isOurs(page) ? atMost(...of) : '');
      return [
        page.name,
        whole(page.first), first.toFixed(2), goal(GOALS.first, first, ''),
        whole(page.largest), largest.toFixed(2), goal(GOALS.largest, largest, ''),
        whole(page.blocking), goal(GOALS.blocking, page.blocking),
      ];
    }),
  };
}
