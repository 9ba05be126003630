// Takes the pictures of the manifest and of the README from the real pages, in Chromium.
// Needs dist, target/debug/site and `npm ci --prefix benches`.

import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const puppeteer = createRequire(new URL("../benches/", import.meta.url))("puppeteer-core");

// Narrow ones at twice the density of a small phone, as stores and install prompts like them.
const PICTURES = [
  { file: "public/screenshots/narrow-start.png", width: 360, height: 740, scale: 2 },
  { file: "public/screenshots/narrow-session.png", width: 360, height: 740, scale: 2, session: true },
  { file: "public/screenshots/wide-start.png", width: 1440, height: 900, scale: 1 },
  { file: "public/screenshots/wide-session.png", width: 1440, height: 900, scale: 1, session: true },
  { file: "docs/screenshot.png", width: 1200, height: 800, scale: 1 },
  { file: "docs/session.png", width: 1200, height: 800, scale: 1, session: true },
];

const server = spawn(`${root}target/debug/site`, ["serve", `${root}dist`], {
  env: { ...process.env, PORT: "0", UNKNOT_EXIT_WITH_STDIN: "1" },
  stdio: ["pipe", "pipe", "inherit"],
});
const line = await new Promise((resolve) => server.stdout.once("data", (data) => resolve(String(data))));
const site = /http:\S+/.exec(line)[0];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking"],
});
mkdirSync(`${root}public/screenshots`, { recursive: true });
for (const { file, width, height, scale, session } of PICTURES) {
  // Somebody new each time: what one picture left behind is not to be seen in the next.
  const person = await browser.createBrowserContext();
  const page = await person.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: scale });
  await page.goto(session ? `${site}play/custom/#r=bird-dog.5r.5h_bridge.8r.5h` : site);
  await page.waitForSelector("html[data-ready]");
  if (session) {
    await page.evaluate(() => [...document.querySelectorAll("button")].find((x) => x.textContent === "Start").click());
    await page.waitForSelector(".stage[data-phase=hold]", { timeout: 30_000 });
  }
  await page.screenshot({ path: root + file });
  await person.close();
}
await browser.close();
server.stdin.end();
