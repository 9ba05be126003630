// Pictures of pages and of moments of a session, the same at every try: one font, one person, one day,
// and a clock that stands until it is moved.

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { DIST } from "../../benches/lib/folders.mjs";
import { withSite } from "../../benches/lib/site.mjs";

const CANDIDATES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--force-color-profile=srgb", "--disable-lcd-text", "--font-render-hinting=none", "--disable-partial-raster",
];
const HERE = fileURLToPath(new URL(".", import.meta.url));
const TODAY = Date.UTC(2026, 10, 24, 9);
const FIRST_PERSON = "1";

/** How something is looked at, where it is not said otherwise. */
export const USUAL = { width: 360, height: 740, theme: "light", forced: false, print: false, less: true, letters: 100, whole: false, scale: 1 };

/** Serves what was built, and takes pictures of it while `use` runs. */
export async function withCamera(use) {
  const executablePath = process.env.CHROMIUM ?? CANDIDATES.find(existsSync);
  if (!executablePath) throw new Error("no Chromium: set CHROMIUM to its path");
  const browser = await puppeteer.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, FONTCONFIG_FILE: `${HERE}fonts.conf`, TZ: "UTC", LANG: "C.UTF-8" },
  });
  try {
    return await withSite(DIST, (site) => use((what, how) => take(browser, site, what, { ...USUAL, ...how })));
  } finally {
    await browser.close();
  }
}

// In the page, before anything of it runs.
function standStill(today, kept) {
  let gone = 1_000;
  window.moveOn = (ms) => { gone += ms; };
  performance.now = () => gone;
  Date.now = () => today + gone;
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...given) { super(...(given.length ? given : [today + gone])); }
  };
  // No voice, on any machine.
  Object.defineProperty(window, "speechSynthesis", { value: undefined });
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, JSON.stringify(value));
}

async function press(page, name) {
  await page.waitForFunction((name) => {
    const nameOf = (element) => element.getAttribute("aria-label") ?? (element.labels?.[0] ?? element).textContent.trim();
    const all = [...(document.querySelector("dialog[open]") ?? document).querySelectorAll("button, a.button, input[type=radio]")];
    const found = all.find((x) => nameOf(x) === name && !x.disabled && (x.matches("input") || x.checkVisibility({ visibilityProperty: true })));
    found?.click();
    return Boolean(found);
  }, { timeout: 15_000 }, name);
}

/** Moves the clock on until something is there. */
async function goesOnUntil(page, selector) {
  await page.waitForFunction((selector) => {
    if (document.querySelector(selector)) return true;
    window.moveOn(500);
    return false;
  }, { polling: 120, timeout: 30_000 }, selector);
}

const isSettled = () =>
  [...document.querySelectorAll(".picture, .stage-picture, .progress")].every((place) => place.firstElementChild || !place.checkVisibility()) &&
  !document.querySelector("[aria-busy]");

/**
 * A PNG of `what`: the path of a page; the state it is kept in (`kept`, by key of the storage); what is
 * pressed there, and what is waited for while the clock goes on (`{ until: selector }`).
 */
async function take(browser, site, { path, kept = {}, acts = [] }, how) {
  const person = await browser.createBrowserContext();
  try {
    const page = await person.newPage();
    const cdp = await page.createCDPSession();
    await page.setViewport({ width: how.width, height: how.height, deviceScaleFactor: how.scale });
    const features = [
      ["prefers-color-scheme", how.theme],
      ["prefers-reduced-motion", how.less ? "reduce" : "no-preference"],
      ["forced-colors", how.forced ? "active" : "none"],
    ].map(([name, value]) => ({ name, value }));
    await cdp.send("Emulation.setEmulatedMedia", { media: how.print ? "print" : "screen", features });
    const settings = { format: 1, data: { model: FIRST_PERSON, explain: "never", phone_down: false, install_offered: true } };
    const { settings: more, ...rest } = kept;
    const health = { format: 1, data: { screened: "2026-11-20", tier: "none", conditions: [] } };
    await page.evaluateOnNewDocument(standStill, TODAY, { "unknot/health": health, "unknot/settings": { ...settings, data: { ...settings.data, ...more } }, ...rest });
    await page.goto(site + path, { waitUntil: "load" });
    if (how.letters !== 100) await page.evaluate((letters) => { document.documentElement.style.fontSize = `${letters}%`; }, how.letters);
    await page.waitForSelector("html[data-ready]", { timeout: 20_000 });
    for (const act of acts) await (act.until ? goesOnUntil(page, act.until) : press(page, act));
    // What draws the pictures of a page that was rendered comes last.
    await page.waitForNetworkIdle({ idleTime: 120 });
    await page.waitForFunction(isSettled, { timeout: 20_000 });
    // What was set in motion by the last press has come to rest.
    await page.evaluate(async () => {
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      for (let frames = 0; frames < 3; frames += 1) await frame();
      await Promise.all(document.getAnimations().filter((x) => x instanceof CSSTransition).map((x) => x.finished.catch(() => {})));
      await frame();
    });
    if (how.whole || how.print) {
      // As high as the page, so that what is fixed to the foot of the window lies there.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewport({ width: how.width, height, deviceScaleFactor: how.scale });
    }
    return await page.screenshot();
  } finally {
    await person.close();
  }
}
