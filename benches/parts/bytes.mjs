// What has to be fetched until a page can be read, and until a session runs.

import { open, start } from '../lib/app.mjs';
import { withPage } from '../lib/browser.mjs';
import { pack, sum, watchRequests, weigh } from '../lib/fetched.mjs';
import { makeCounter, makeFloor } from '../lib/floor.mjs';
import { DIST, withFolder } from '../lib/folders.mjs';
import { withSite } from '../lib/site.mjs';
import { atMost, kilobytes } from '../lib/table.mjs';
import { sections } from '../lib/wasm.mjs';

const PAGE = '/play/daily-six/';
const GOAL_BYTES = 145_000;
// A session runs without these; they come meanwhile.
const BESIDE = /\/unknot-(figure|extras)-/;
const MAIN = /\/unknot-[0-9a-f]+\.wasm$/;

export async function measure() {
  const { readable, running } = await weighAll(DIST, PAGE, async (page, address) => {
    await open(page, address + PAGE);
    await start(page);
  });
  const floor = await withFolder(async (folder) => {
    await makeFloor(folder);
    return (await weighAll(folder, '/')).running;
  });
  const counter = await withFolder(async (folder) =>
    (await makeCounter(folder)) ? (await weighAll(folder, '/')).running : undefined);
  const wasm = running.find((file) => MAIN.test(file.path));
  if (!wasm) throw new Error('the play page fetched no wasm');
  return [totals({ readable, running, floor, counter }), files(running), bySection(wasm.bytes)];
}

/** The files that make a page readable, and all that it fetches until `use` is done. */
const weighAll = (folder, path, use = visit(path)) =>
  withSite(folder, (address) =>
    withPage(async (page) => {
      const fetched = await watchRequests(page, address);
      // Then nothing is fetched that may only be wanted later.
      await page.evaluateOnNewDocument(() => Object.defineProperty(navigator.connection, 'saveData', { value: true }));
      await use(page, address);
      // What a page asks for by itself a little later belongs to it too.
      await page.waitForNetworkIdle();
      const weights = (paths) => Promise.all(paths.map((each) => weigh(folder, each)));
      return { readable: await weights([path]), running: await weights(fetched()) };
    }));

const visit = (path) => (page, address) => page.goto(address + path, { waitUntil: 'load' });

function totals({ readable, running, floor, counter }) {
  const row = (name, files, ...goal) => [name, kilobytes(sum(files).raw), kilobytes(sum(files).brotli), ...goal];
  const needed = running.filter((file) => !BESIDE.test(file.path));
  const used = sum(needed).brotli;
  return {
    title: `Bytes fetched for ${PAGE} (KB of 1,000 bytes; brotli 11)`,
    head: ['until', 'raw', 'brotli', 'goal'],
    rows: [
      row('it can be read', readable),
      row('a session runs', needed, atMost(GOAL_BYTES / 1000, used / 1000, 'KB')),
      row('its picture and dialogs are there too', running),
      row('floor: the home page’s text alone', floor),
      counter ? row('smallest Leptos counter', counter) : ['smallest Leptos counter', 'not built'],
    ],
    notes: counter ? [`a session takes ${(used / sum(counter).brotli).toFixed(1)} × the counter`] : [],
  };
}

const files = (running) => ({
  title: 'The same, file by file',
  head: ['file', 'raw', 'brotli'],
  rows: running.sort((a, b) => b.brotli - a.brotli).map(({ path, raw, brotli }) => [path, kilobytes(raw), kilobytes(brotli)]),
});

const bySection = (bytes) => ({
  title: 'The main part of the wasm, section by section (brotli of each alone; those under 100 bytes left out)',
  head: ['section', 'raw', 'brotli', 'share of raw'],
  rows: sections(bytes)
    .filter((section) => section.bytes >= 100)
    .sort((a, b) => b.bytes - a.bytes)
    .map((section) => [
      section.name,
      kilobytes(section.bytes),
      kilobytes(pack(bytes.subarray(section.start, section.start + section.bytes)).length),
      `${((100 * section.bytes) / bytes.length).toFixed(1)} %`,
    ]),
});
