// What visitors have to fetch, after brotli at its best: the budgets that need no clock.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));
const packed = (file) => brotliCompressSync(readFileSync(join(DIST, file))).length;
const sizeOf = (files) => files.reduce((sum, file) => sum + packed(file), 0);
const named = (pattern) => readdirSync(DIST).filter((file) => pattern.test(file));

// What a page asks for by itself, in the order of its HTML.
const assetsOf = (page) => {
  const html = readFileSync(join(DIST, page), "utf8");
  const links = [...html.matchAll(/(?:src|href)="((?:\.\.?\/)+[^"]+\.(?:js|wasm|css))"/g)].map(([, file]) => file);
  const started = [...html.matchAll(/data-(?:js|wasm)="([^"]+)"/g)].map(([, file]) => file);
  return [...new Set([...links.map((file) => file.replace(/^(\.\.?\/)+/, "")), ...started])].sort();
};

// The budget is 120 KB. What it would take is told in ARCHITECTURE.md, "Known limits"; until then
// this keeps it from growing.
test("a session runs after at most 269 KB", () => {
  const files = [...assetsOf("play/daily-six/index.html"), "play/daily-six/index.html"];
  assert.ok(files.some((file) => file.endsWith(".wasm")), files.join());
  const bytes = sizeOf(files);
  assert.ok(bytes <= 269_000, `${bytes} bytes`);
});

test("every page can be read after at most 22 KB", () => {
  for (const page of ["index.html", "exercises/bird-dog/index.html", "play/daily-six/index.html", "evidence/index.html"]) {
    const bytes = sizeOf([page, ...named(/^app-.*\.css$/)]);
    assert.ok(bytes <= 22_000, `${page}: ${bytes} bytes`);
  }
});

test("a framed page costs no more than the player's page", () => {
  assert.deepEqual(assetsOf("embed/routine/daily-six/index.html"), assetsOf("play/daily-six/index.html"));
  assert.ok(packed("embed/routine/daily-six/index.html") <= packed("play/daily-six/index.html"));
});

test("the element for other sites costs at most 3 KB, the worker and what tends it 6 KB", () => {
  assert.ok(packed("embed.js") <= 3_072);
  assert.ok(sizeOf(["sw.js", "offline.js"]) <= 6_144);
});
