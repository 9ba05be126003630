// A version is kept whole and verified, or not at all.

import assert from "node:assert/strict";
import test from "node:test";
import { pageOf, SITE, World } from "./world.mjs";

const OLDER = { ...SITE, "": pageOf("old home"), "exercises/": pageOf("some exercises") };
const NEWER = { ...SITE, "": pageOf("new home"), "progress/": pageOf("a new page") };

for (const base of ["/", "/a/b/"]) {
  test(`every file is kept, under ${base}`, async () => {
    const world = new World(base);
    await world.worker("one").does("install");
    assert.deepEqual(await world.keptSite("one"), SITE);
    assert.deepEqual([...world.caches.keys()], [`unknot-one ${base}`]);
  });
}

test("what all pages hold is kept once, and what only one page holds with it", async () => {
  const site = {
    ...SITE,
    "progress/": pageOf("a page", "b { color: red }"),
    "settings/": pageOf("another", undefined, "other()"),
  };
  const world = new World();
  world.serves(site);
  const worker = world.worker("one", site);
  await worker.does("install");
  const kept = await world.kept("one");
  assert.deepEqual(JSON.parse(kept["?shared"]), ["a { color: $& }", "start('$&')"]);
  assert.equal(kept["404.html"], "<style><!--unknot 0--></style>nothing here");
  assert.equal(kept["exercises/"], pageOf("all exercises", "<!--unknot 0-->", "<!--unknot 1-->"));
  assert.equal(kept["progress/"], pageOf("a page", "b { color: red }", "<!--unknot 1-->"));
  assert.equal(kept["settings/"], pageOf("another", "<!--unknot 0-->", "other()"));
  assert.equal(kept["unknot-1.wasm"], SITE["unknot-1.wasm"]);
  for (const address of ["", "exercises/", "progress/", "settings/"]) {
    assert.equal(await (await worker.answers(world.url(address))).text(), site[address]);
  }
});

test("pages that an earlier version kept whole are taken over", async () => {
  const world = new World();
  const old = new Map(Object.entries(SITE).map(([address, text]) => [world.url(address), new Response(text)]));
  world.caches.set("unknot-zero /", old);
  world.network.clear();
  await world.worker("one").does("install");
  assert.deepEqual(await world.keptSite("one"), SITE);
  assert.deepEqual(world.fetched, []);
});

test("where only the style changed, every page is fetched", async () => {
  const world = new World();
  await world.active("one");
  const change = ([address, text]) => [address, text.replace(/<style>.*<\/style>/, "<style>new</style>")];
  const site = Object.fromEntries(Object.entries(SITE).map(change));
  world.serves(site);
  world.fetched = [];
  const worker = await world.active("two", site);
  assert.deepEqual(await world.keptSite("two"), site);
  assert.equal(await (await worker.answers(world.url("exercises/"))).text(), site["exercises/"]);
});

test("the browser's own store is asked only as far as the server agrees", async () => {
  const world = new World();
  await world.worker("one").does("install");
  assert.deepEqual(new Set(world.fetched.map(({ cache }) => cache)), new Set(["no-cache"]));
});

test("an old file in the browser's own store does not spoil the new version", async () => {
  const world = new World();
  world.network.set(world.url(""), ({ cache }) => new Response(cache === "reload" ? SITE[""] : "an old home"));
  await world.worker("one").does("install");
  assert.deepEqual(await world.keptSite("one"), SITE);
});

test("what is kept is answered as it is: neither packed nor moved", async () => {
  const world = new World();
  const sent = { "Content-Type": "text/html", "Content-Encoding": "br", "Content-Length": "3", Vary: "*" };
  world.network.set(world.url(""), () => new Response(SITE[""], { headers: sent }));
  const worker = await world.active("one");
  const answer = await worker.answers(world.url(""));
  assert.deepEqual([...answer.headers], [["content-type", "text/html"]]);
  assert.equal(answer.redirected, false);
});

const redirected = () => Object.defineProperty(new Response(SITE["exercises/"]), "redirected", { value: true });
const unreachable = () => {
  throw new TypeError("the network is gone");
};
const faults = {
  "altered": "other exercises",
  "cut off": SITE["exercises/"].slice(0, -1),
  "missing": undefined,
  "redirected": redirected,
  "not reached": unreachable,
  "right, but with an error's status,": () => new Response(SITE["exercises/"], { status: 500 }),
};
for (const [fault, answer] of Object.entries(faults)) {
  test(`a version with a file ${fault} is not installed, and the old one keeps serving`, async () => {
    const world = new World();
    world.serves(OLDER);
    const worker = await world.active("one", OLDER);

    world.serves(SITE);
    if (answer === undefined) world.network.delete(world.url("exercises/"));
    else world.network.set(world.url("exercises/"), answer);
    await assert.rejects(world.worker("two").does("install"));
    assert.deepEqual([...world.caches.keys()], ["unknot-one /"]);
    assert.deepEqual(await world.keptSite("one"), OLDER);
    assert.equal(await (await worker.answers(world.url(""))).text(), OLDER[""]);
  });
}

test("a version that finds no space leaves nothing behind", async () => {
  const world = new World();
  await world.active("one");
  world.serves(NEWER);
  world.isFull = true;
  await assert.rejects(world.worker("two", NEWER).does("install"));
  assert.deepEqual([...world.caches.keys()], ["unknot-one /"]);
});

test("going back to the version that serves does not endanger it", async () => {
  const world = new World();
  await world.active("one");
  world.isFull = true;
  await assert.rejects(world.worker("one").does("install"));
  assert.deepEqual(await world.keptSite("one"), SITE);
});

test("an update fetches only what changed", async () => {
  const world = new World();
  await world.active("one");
  world.serves(NEWER);
  world.fetched = [];
  await world.worker("two", NEWER).does("install");
  assert.deepEqual(world.fetched.map(({ url }) => url).sort(), [world.url(""), world.url("progress/")]);
  assert.deepEqual(await world.keptSite("two"), NEWER);
  assert.deepEqual(await world.keptSite("one"), SITE, "the old version still has its own");
});

test("a kept file that was damaged is fetched again", async () => {
  const world = new World();
  await world.active("one");
  world.caches.get("unknot-one /").set(world.url("app-1.css"), new Response("garbage"));
  await world.worker("two").does("install");
  assert.deepEqual(await world.keptSite("two"), SITE);
});

test("activation leaves this version alone, and what belongs to others", async () => {
  const world = new World("/a/");
  const others = ["unknot-one /", "unknot-one /b/a/", "music /a/"];
  for (const name of others) world.caches.set(name, new Map());
  await world.active("one");
  world.serves(NEWER);
  await world.active("two", NEWER);
  assert.deepEqual([...world.caches.keys()], [...others, "unknot-two /a/"]);
});

test("only the first version ever claims the pages that are open", async () => {
  const world = new World();
  world.caches.set("unknot-one /elsewhere/", new Map());
  await world.active("one");
  assert.equal(world.claims, 1);
  world.serves(NEWER);
  await world.active("two", NEWER);
  assert.equal(world.claims, 1);
});
