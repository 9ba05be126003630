// A log of ten years, daily: what showing it costs, and whether saving grows with it.

import { end, knowsItAll, open, press, start } from '../lib/app.mjs';
import { withPage } from '../lib/browser.mjs';
import { noteNextClick } from '../lib/clicks.mjs';
import { DIST } from '../lib/folders.mjs';
import { daily, fill, newest } from '../lib/records.mjs';
import { withSite } from '../lib/site.mjs';
import { median } from '../lib/statistics.mjs';
import { atMost, atSlowdown, ms, whole } from '../lib/table.mjs';

const PLAY = '/play/daily-six/';
const PROGRESS = '/progress/';
const FEW = 10;
const TEN_YEARS = 3650;
const GOAL_MS = 100;
// No session is read to start one.
const GROWTH = 1.2;
const SLOWDOWNS = [1, 4];
const RUNS = 5;
// More, for these are some milliseconds each.
const SAVES = 15;

export function measure() {
  return withSite(DIST, (address) =>
    withPage(async (page, browser) => {
      await page.evaluateOnNewDocument(noteSaving);
      await knowsItAll(page);
      await open(page, address + PLAY);
      await start(page);
      await end(page);
      const text = await newest(page);
      const empty = (count) => ({ sessions: daily(text, count), opened: [], parsed: [], shown: SLOWDOWNS.map(() => []), stored: [], drawn: [] });
      const logs = [0, FEW, TEN_YEARS].map(empty);
      // By turns, so that what disturbs the machine for a while disturbs both.
      for (let run = 0; run < SAVES; run += 1) {
        console.error(`[bench] log ${run + 1} of ${SAVES}`);
        for (const log of logs) {
          await fill(page, log.sessions);
          // Counts over the log are made once.
          await opening(browser, address);
          log.opened.push(await opening(browser, address));
          if (log.sessions.length === 0) continue;
          for (const [index, slowdown] of SLOWDOWNS.entries()) {
            if (run < RUNS) log.shown[index].push(await scriptingOf(browser, address, slowdown));
          }
          if (run < RUNS) log.parsed.push(await parsing(browser, address));
          const { stored, drawn } = await save(page, address);
          log.stored.push(stored);
          log.drawn.push(drawn);
        }
      }
      return [starting(logs), showing(logs.slice(1)), saving(logs.slice(1))];
    }));
}

/**
 * Milliseconds of scripts until the progress page shows its sessions, from a fresh page, once the browser
 * has loaded what the site has stored.
 */
async function scriptingOf(browser, address, slowdown) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(loadStorage);
  await page.emulateCPUThrottling(slowdown);
  await open(page, address + PROGRESS);
  await page.waitForSelector('main li button');
  await page.waitForNetworkIdle();
  const { ScriptDuration } = await page.metrics();
  await page.close();
  return ScriptDuration * 1000;
}

/**
 * Milliseconds of scripts until a player's page is ready, once the browser has loaded what the site
 * has stored, and how long that takes: it loads all of it when it is first asked for any.
 */
async function opening(browser, address) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(loadStorage);
  await open(page, address + PLAY);
  const { ScriptDuration } = await page.metrics();
  const loading = await page.evaluate(() => window.__loading);
  await page.close();
  return { scripts: ScriptDuration * 1000, loading };
}

/** Milliseconds from the click that ends a session until it is stored, and until that is shown. */
async function save(page, address) {
  await page.bringToFront();
  await open(page, address + PLAY);
  await start(page);
  await press(page, 'End');
  await page.waitForSelector('dialog[open]');
  await page.evaluate(noteNextClick, { selector: '[role="timer"]', there: false });
  await press(page, 'End');
  const { stored, drawn } = await page.evaluate(async () => {
    const { at, untilFrame } = await window.__click;
    return { stored: window.__stored - at, drawn: untilFrame };
  });
  if (!Number.isFinite(stored)) throw new Error('the session was not stored');
  return { stored, drawn };
}

/** In the page, before its own scripts: has the browser load what is stored, and notes how long that takes. */
function loadStorage() {
  if (location.protocol === 'about:') return;
  const before = performance.now();
  localStorage.getItem('unknot/settings');
  window.__loading = performance.now() - before;
}

/** Milliseconds in which the same bytes are read and parsed, and nothing else, in a page without scripts. */
async function parsing(browser, address) {
  const page = await browser.newPage();
  await page.goto(`${address}/robots.txt`);
  const took = await page.evaluate(() => {
    localStorage.getItem('unknot/settings');
    const before = performance.now();
    for (const key of Object.keys(localStorage)) JSON.parse(localStorage.getItem(key));
    return performance.now() - before;
  });
  await page.close();
  return took;
}

/** In the page, before its own scripts: notes when a session has been stored. */
function noteSaving() {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    setItem.call(this, key, text);
    if (key.startsWith('unknot/log/')) window.__stored = performance.now();
  };
}

function starting(logs) {
  const ours = ({ opened }) => median(opened.map(({ scripts }) => scripts));
  const none = ours(logs[0]);
  return {
    title: `Scripts until ${PLAY} is ready (median of ${SAVES})`,
    head: ['sessions', 'scripts', 'of those with none', 'goal', 'the browser loads storage before'],
    rows: logs.map(({ sessions, opened }) => {
      const share = ours({ opened }) / none;
      const loading = median(opened.map(({ loading }) => loading));
      return [sessions.length, ms(none * share), `× ${share.toFixed(2)}`, `${share <= GROWTH ? '✓' : '✗'} × ${GROWTH}`, ms(loading)];
    }),
  };
}

const showing = (logs) => ({
  title: `Scripts on ${PROGRESS} (median of ${RUNS})`,
  head: ['sessions', 'stored characters', ...SLOWDOWNS.map(atSlowdown), 'goal', 'JSON.parse of the same alone', '×'],
  rows: logs.map(({ sessions, shown, parsed }) => {
    const characters = sessions.reduce((sum, [key, text]) => sum + key.length + text.length, 0);
    const here = median(shown[0]);
    const alone = median(parsed);
    return [sessions.length, characters, ...shown.map((times) => whole(median(times))), atMost(GOAL_MS, here), ms(alone), (here / alone).toFixed(1)];
  }),
  notes: ['without what the browser takes to load what is stored, which is told above', 'browsers keep about 5,200,000 characters a site'],
});

function saving([few, many]) {
  const row = (name, times) => {
    const [before, after] = [median(times(few)), median(times(many))];
    return [name, ms(before), ms(after), `× ${(after / before).toFixed(2)}`];
  };
  return {
    title: `From the click on End (median of ${SAVES})`,
    head: ['', `at ${FEW} sessions`, `at ${TEN_YEARS} sessions`, 'growth'],
    rows: [row('until the session is stored', (log) => log.stored), row('until the summary is drawn', (log) => log.drawn)],
    notes: ['goal: saving does not grow with the log'],
  };
}
