// A few screens look as they did when somebody last looked at them. `make screens ACCEPT=1` takes them anew.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { withCamera } from "./camera.mjs";
import { STATES } from "./states.mjs";

const KEPT = fileURLToPath(new URL("./kept/", import.meta.url));
const OUT = fileURLToPath(new URL("../output/screens-changed/", import.meta.url));
const ACCEPTS = process.env.ACCEPT === "1";

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1440, height: 900 };
const dark = (how) => ({ ...how, theme: "dark" });

// Each shows something that no other one does.
const SCREENS = {
  "home-phone": [{ path: "/" }, PHONE],
  "home-wide-dark": [{ path: "/" }, dark(WIDE)],
  "exercise-wide": [{ path: "/exercises/bird-dog/" }, WIDE],
  "technique-phone-dark": [{ path: "/techniques/swedish/" }, dark(PHONE)],
  "routines-tablet": [{ path: "/routines/" }, { width: 768, height: 1024 }],
  "evidence-phone": [{ path: "/evidence/" }, PHONE],
  "safety-wide": [{ path: "/safety/" }, WIDE],
  "settings-phone-dark": [{ path: "/settings/" }, dark(PHONE)],
  "start-phone": [{ path: "/play/daily-six/" }, PHONE],
  "routine-printed": [{ path: "/routines/daily-six/" }, { width: 768, height: 1024, print: true }],
  "phone-down": [STATES["phone down"], PHONE],
  "demonstration": [STATES.demonstration, PHONE],
  "movement": [STATES.movement, PHONE],
  "hold-wide": [STATES.hold, WIDE],
  "hold-on-its-side": [STATES.hold, { width: 740, height: 360 }],
  "hold-forced-colours": [STATES.hold, { ...dark(PHONE), forced: true }],
  "rest-dark": [STATES.rest, dark(PHONE)],
  "switching-sides-large-letters": [STATES["switching sides"], { ...PHONE, letters: 200 }],
  "own-pace-frame": [STATES["own pace"], { width: 320, height: 480 }],
  "this-hurts": [STATES["this hurts"], PHONE],
  "adjust-dark": [STATES.adjust, dark(PHONE)],
  "done-wide": [STATES["done, pain is high"], WIDE],
  "safety-check": [STATES["safety check"], PHONE],
  "no-session-dark": [STATES["no session"], dark(PHONE)],
  "unreadable-link": [STATES["unreadable link"], PHONE],
  "progress-wide-dark": [STATES["progress with sessions"], dark(WIDE)],
};

// How far two colours may be apart, of 1, and what share of the pixels may be farther: what another
// version of the browser draws of the edges of letters.
const THRESHOLD = 0.15;
const SHARE = 0.002;

/** What is different, in words; nothing where the two look the same. */
function difference(name, taken) {
  const file = `${KEPT}${name}.png`;
  if (!existsSync(file)) return "nobody has looked at this one yet";
  const [before, after] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(taken)];
  const { width, height } = before;
  if (width !== after.width || height !== after.height) {
    return `it was ${width}×${height}, and is ${after.width}×${after.height}`;
  }
  const marked = new PNG({ width, height });
  const pixels = pixelmatch(before.data, after.data, marked.data, width, height, { threshold: THRESHOLD });
  if (pixels <= SHARE * width * height) return undefined;
  writeFileSync(`${OUT}${name}.difference.png`, PNG.sync.write(marked));
  return `${pixels} of ${width * height} pixels are different`;
}

test("the kept screens are few and small", () => {
  const kept = existsSync(KEPT) ? readdirSync(KEPT) : [];
  const names = Object.keys(SCREENS).map((name) => `${name}.png`);
  if (!ACCEPTS) assert.deepEqual(kept.sort(), names.sort());
  assert.ok(names.length <= 26);
  const bytes = kept.reduce((sum, file) => sum + statSync(KEPT + file).size, 0);
  assert.ok(bytes <= 2_000_000, `${bytes} bytes`);
});

test("screens look as they did", async (t) => {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  if (ACCEPTS) rmSync(KEPT, { recursive: true, force: true });
  mkdirSync(KEPT, { recursive: true });
  await withCamera(async (take) => {
    for (const [name, [what, how]] of Object.entries(SCREENS)) {
      await t.test(name, async () => {
        const taken = await take(what, how);
        if (ACCEPTS) return writeFileSync(`${KEPT}${name}.png`, taken);
        const changed = difference(name, taken);
        if (changed) writeFileSync(`${OUT}${name}.png`, taken);
        assert.equal(changed, undefined, `${name}: ${changed}. See tests/output/screens-changed; if it is meant to be so: make screens ACCEPT=1`);
      });
    }
  });
});
