// What our pages are compared with, each in a folder that the same server serves.

import { existsSync } from 'node:fs';
import { copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COUNTER, DIST } from './folders.mjs';

/** The home page's text as a plain static page: nothing can paint it sooner. */
export async function makeFloor(folder) {
  const home = await readFile(join(DIST, 'index.html'), 'utf8');
  const plain = home
    .replace(/<(script|style|svg|noscript|template)\b[^]*?<\/\1>/gi, '')
    // The icon stays: without it a browser asks for one that is not there.
    .replace(/<link\b(?![^>]*rel="icon")[^>]*>/gi, '')
    .replace(/ (class|style)="[^"]*"/gi, '');
  await writeFile(join(folder, 'index.html'), plain);
  await addServerFiles(folder);
}

/** The smallest Leptos page, where it has been built; else false, with a word why. */
export async function makeCounter(folder) {
  if (!existsSync(join(COUNTER, 'index.html'))) {
    console.error("[bench] no counter: benches/counter/dist is missing ('trunk build --release --offline' there makes it)");
    return false;
  }
  await cp(COUNTER, folder, { recursive: true });
  await addServerFiles(folder);
  return true;
}

// The same headers for all, or the comparison would be one of headers.
async function addServerFiles(folder) {
  for (const file of ['_headers', '404.html', 'robots.txt', 'icon.svg']) {
    if (existsSync(join(DIST, file))) await copyFile(join(DIST, file), join(folder, file));
  }
}
