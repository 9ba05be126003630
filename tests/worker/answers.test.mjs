// What the worker answers, and what it leaves to the network.

import assert from "node:assert/strict";
import test from "node:test";
import { ORIGIN, pageOf, SITE, World } from "./world.mjs";

/** A world whose network answers differently from what was kept. */
async function offlineWorld(base) {
  const world = new World(base);
  const worker = await world.active("one");
  world.serves(Object.fromEntries(Object.keys(SITE).map((address) => [address, "from the network"])));
  world.fetched = [];
  return { world, worker };
}

for (const base of ["/", "/a/b/"]) {
  const answer = async (address, options) => {
    const { world, worker } = await offlineWorld(base);
    const response = await worker.answers(world.url(address), options);
    assert.deepEqual(world.fetched, [], "the network is not asked");
    return response;
  };

  test(`pages and files come from the cache, under ${base}`, async () => {
    for (const [address, text] of Object.entries(SITE)) {
      const mode = address.includes(".") ? "cors" : "navigate";
      const response = await answer(address, { mode });
      assert.equal(response.status, 200);
      assert.equal(await response.text(), text);
    }
  });

  test(`a page's query changes nothing, under ${base}`, async () => {
    assert.equal(await (await answer("exercises/?from=mail")).text(), SITE["exercises/"]);
  });

  test(`a missing slash is put right and the query kept, under ${base}`, async () => {
    for (const [given, right] of [["exercises", "exercises/"], ["exercises?a=1", "exercises/?a=1"], ["embed", "embed/"]]) {
      const response = await answer(given);
      assert.equal(response.status, 302);
      assert.equal(response.headers.get("location"), `${ORIGIN}${base}${right}`);
    }
  });

  test(`an unknown page is the kept 404 page, under ${base}`, async () => {
    for (const address of ["nowhere", "nowhere/", "exercises/flying/", "v1.0/notes", "embedding/"]) {
      const response = await answer(address);
      assert.equal(response.status, 404, address);
      assert.equal(await response.text(), SITE["404.html"]);
    }
  });

  test(`the rest is the network's, under ${base}`, async () => {
    const left = {
      "embed/routine/daily-six/": {},
      "data/catalog.en.json": {},
      "sitemap.xml": {},
      "sw.js": { mode: "same-origin" },
      "nowhere": { mode: "cors" },
      "app-2.css": { mode: "no-cors" },
      "exercises": { mode: "cors" },
      "app-1.css?fresh": { mode: "no-cors" },
      "exercises/": { method: "HEAD", mode: "cors" },
      "": { method: "POST" },
      "unknot-1.wasm": { mode: "cors", headers: { Range: "bytes=0-1" } },
    };
    for (const [address, options] of Object.entries(left)) {
      assert.equal(await answer(address, options), undefined, `${address} ${JSON.stringify(options)}`);
    }
  });
}

test("other sites, and what lies beside this one, are the network's", async () => {
  const { worker } = await offlineWorld("/a/b/");
  for (const url of [`${ORIGIN}/`, `${ORIGIN}/a/b`, `${ORIGIN}/a/exercises/`, "https://other.example/a/b/exercises/"]) {
    assert.equal(await worker.answers(url), undefined, url);
  }
});

test("a version answers only with its own files", async () => {
  const world = new World();
  const old = await world.active("one");
  const newer = { ...SITE, "": pageOf("new home"), "progress/": pageOf("a new page") };
  world.serves(newer);
  await world.worker("two", newer).does("install");
  assert.equal(await (await old.answers(world.url(""))).text(), SITE[""]);
  assert.equal((await old.answers(world.url("progress/"))).status, 404);
});

test("what was thrown away, or cannot be read, comes from the network", async () => {
  const spoils = [
    (world) => world.caches.clear(),
    (world) => world.caches.get("unknot-one /").delete(world.url("exercises/")),
    (world) => world.caches.get("unknot-one /").delete(world.url("?shared")),
    (world) => (world.cachesAreBroken = true),
  ];
  for (const spoil of spoils) {
    const { world, worker } = await offlineWorld("/");
    spoil(world);
    assert.equal(await (await worker.answers(world.url("exercises/"))).text(), "from the network");
    assert.equal(world.fetched[0].request.mode, "navigate", "the request goes on as it came");
    assert.equal(world.caches.has("unknot-one /"), world.caches.size === 1, "no empty cache is made");
  }
});

test("an unknown page without the kept 404 page is the network's", async () => {
  const { world, worker } = await offlineWorld("/");
  world.caches.clear();
  const response = await worker.answers(world.url("nowhere/"));
  assert.equal(response.status, 404);
  assert.equal(await response.text(), "no such file");
  assert.equal(world.caches.size, 0, "no empty cache is made");
});
