// A real Chromium with a fresh profile.

import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// Without the first Chromium does not run as root; without the rest it does things of its own
// while we measure.
const FLAGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', ...('--wasm-lazy-compilation --liftoff-only' ? ['--js-flags=--wasm-lazy-compilation --liftoff-only'] : []),
];

// A phone: the player is made for one on the floor.
const PHONE = { width: 390, height: 844, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

export async function withBrowser(use) {
  const executablePath = process.env.CHROMIUM ?? CANDIDATES.find(existsSync);
  if (!executablePath) throw new Error('no Chromium: set CHROMIUM to its path');
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    args: FLAGS,
    defaultViewport: PHONE,
    // Sound is part of what is measured.
    ignoreDefaultArgs: ['--mute-audio'],
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** A page in a browser of its own; a page that meets an error fails the measurement. */
export function withPage(use) {
  return withBrowser(async (browser) => {
    const page = await browser.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const outcome = await use(page, browser);
    if (errors.length > 0) throw new Error(`the page met errors: ${errors.join('; ')}`);
    return outcome;
  });
}
