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
  const started = [...html.matchAll(/data-(?:js|wasm|chunk|style)="([^" ]+)/g)].map(([, file]) => file);
  return [...new Set([...links.map((file) => file.replace(/^(\.\.?\/)+/, "")), ...started])].sort();
};

// Each number is what was reached, and 2 % more. What it would take to go further is told in
// ARCHITECTURE.md, "Known limits".
for (const [part, pattern, most] of [
  ["the main part", /^unknot-[0-9a-f]+\.wasm$/, 151_500],
  ["the glue", /^unknot-[0-9a-f]+\.js$/, 5_400],
  ["the chunk 'build'", /^unknot-build-.*\.wasm$/, 42_500],
  ["the chunk 'custom'", /^unknot-custom-.*\.wasm$/, 2_100],
  ["the chunk 'data'", /^unknot-data-.*\.wasm$/, 80_500],
  ["the chunk 'extras'", /^unknot-extras-.*\.wasm$/, 34_200],
  ["the chunk 'figure'", /^unknot-figure-.*\.wasm$/, 58_600],
  ["the chunk 'frame'", /^unknot-frame-.*\.wasm$/, 8_400],
  ["the chunk 'home'", /^unknot-home-.*\.wasm$/, 18_900],
  ["the chunk 'massage'", /^unknot-massage-.*\.wasm$/, 62_000],
  ["the chunk 'next'", /^unknot-next-.*\.wasm$/, 26_700],
  ["the chunk 'pages'", /^unknot-pages-.*\.wasm$/, 66_600],
  ["the chunk 'safety'", /^unknot-safety-.*\.wasm$/, 23_500],
  ["the chunk 'weeks'", /^unknot-weeks-.*\.wasm$/, 86_500],
]) {
  test(`${part} is at most ${most} bytes`, () => {
    const files = named(pattern);
    assert.equal(files.length, 1, files.join());
    const bytes = sizeOf(files);
    assert.ok(bytes <= most, `${bytes} bytes`);
  });
}

// What the start script adds to a page of its own accord.
const ADDED = ["offline.js", "manifest.webmanifest", "icon.svg"];

// A session of the first page runs on the player's page, without another document.
for (const [from, page, most] of [
  ["the first page", "index.html", 190_500],
  ["a play page", "play/daily-six/index.html", 173_200],
  ["a link with a routine", "play/custom/index.html", 171_600],
  ["a frame", "embed/routine/daily-six/index.html", 179_900],
]) {
  test(`a session runs from ${from} after at most ${most} bytes`, () => {
    const files = [...assetsOf(page), page, ...page.startsWith("embed/") ? [] : ADDED];
    const kinds = [/\.wasm$/, /\.css$/, /^unknot-.*\.js$/];
    for (const kind of kinds) assert.ok(files.some((file) => kind.test(file)), `${kind} in ${files}`);
    const bytes = sizeOf(files);
    assert.ok(bytes <= most, `${bytes} bytes`);
  });
}

test("every page can be read after at most 22 KB", () => {
  for (const page of ["index.html", "exercises/bird-dog/index.html", "play/daily-six/index.html", "evidence/index.html"]) {
    const bytes = sizeOf([page]);
    assert.ok(bytes <= 22_000, `${page}: ${bytes} bytes`);
  }
});

test("a framed page costs no more than the player's page and its own chunk", () => {
  const own = (file) => !/^(unknot-frame|app-framed)-/.test(file);
  assert.deepEqual(assetsOf("embed/routine/daily-six/index.html").filter(own), assetsOf("play/daily-six/index.html"));
  assert.ok(packed("embed/routine/daily-six/index.html") <= packed("play/daily-six/index.html"));
});

test("the element for other sites costs at most 3 KB, the worker and what tends it 6.2 KB", () => {
  assert.ok(packed("embed.js") <= 3_072);
  assert.ok(sizeOf(["sw.js", "offline.js"]) <= 6_349);
});

test("the worker keeps at most 3,700,000 bytes", () => {
  const files = JSON.parse(/const FILES = (\[.*\]);/.exec(readFileSync(join(DIST, "sw.js"), "utf8"))[1]);
  const first = readFileSync(join(DIST, "index.html"), "utf8");
  // As `sw.js` does: what all pages hold is kept once.
  const shared = [/<style>([^]*?)<\/style>/, /<script type="module"[^>]*>([^]*?)<\/script>/].map((part) => part.exec(first)[1]);
  const kept = ([address]) => {
    const text = readFileSync(join(DIST, address.replace(/(^|\/)$/, "$1index.html")));
    return shared.reduce((bytes, part) => bytes - (text.includes(part) ? Buffer.byteLength(part) : 0), text.length);
  };
  const bytes = files.reduce((sum, file) => sum + kept(file), Buffer.byteLength(shared.join("")));
  assert.ok(files.length > 50 && bytes > 1_000_000);
  assert.ok(bytes <= 3_700_000, `${bytes} bytes`);
});
