// Takes the pictures of the manifest and of the README from the real pages, in Chromium.
// Needs dist, target/debug/site and `npm ci --prefix tests`.

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withCamera } from "../tests/screens/camera.mjs";
import { STATES } from "../tests/screens/states.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const HOME = { path: "/" };
const SESSION = STATES.hold;

// Narrow ones at twice the density of a small phone, as stores and install prompts like them.
const NARROW = { width: 360, height: 740, scale: 2 };
const WIDE = { width: 1440, height: 900 };
const IN_README = { width: 1200, height: 800 };
const PICTURES = {
  "public/screenshots/narrow-start.png": [HOME, NARROW],
  "public/screenshots/narrow-session.png": [SESSION, NARROW],
  "public/screenshots/wide-start.png": [HOME, WIDE],
  "public/screenshots/wide-session.png": [SESSION, WIDE],
  "docs/screenshot.png": [HOME, IN_README],
  "docs/session.png": [SESSION, IN_README],
};

mkdirSync(`${root}public/screenshots`, { recursive: true });
await withCamera(async (take) => {
  for (const [file, [what, how]] of Object.entries(PICTURES)) writeFileSync(root + file, await take(what, how));
});
