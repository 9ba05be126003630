// Which files of a folder a page fetches, and what they weigh on the wire.

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Notes what the page asks of a site from now on; the answer is called for the paths so far. */
export async function watchRequests(page, address) {
  // Else a second page of the same browser would seem to fetch nothing.
  await page.setCacheEnabled(false);
  const paths = new Set();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin === address) paths.add(url.pathname);
  });
  return () => [...paths];
}

/** Brotli at its best, which a host does ahead of time. */
export const pack = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

export async function weigh(folder, path) {
  const file = join(folder, decodeURIComponent(path));
  const bytes = await readFile((await stat(file)).isDirectory() ? join(file, 'index.html') : file);
  return { path, raw: bytes.length, brotli: pack(bytes).length, bytes };
}

export const sum = (files) => ({
  raw: files.reduce((total, file) => total + file.raw, 0),
  brotli: files.reduce((total, file) => total + file.brotli, 0),
});
