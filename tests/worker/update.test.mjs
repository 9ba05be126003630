// A new version takes over only when no session runs.

import assert from "node:assert/strict";
import test from "node:test";
import { ORIGIN, World, page } from "./world.mjs";

async function waiting(...windows) {
  const world = new World("/a/");
  await world.active("one");
  world.windows = windows;
  const worker = world.worker("two");
  await worker.does("install");
  assert.equal(worker.skippedWaiting, false, "it waits until it is asked");
  return { world, worker };
}

test("idle windows let it take over", async () => {
  const windows = [page(`${ORIGIN}/a/`, false), page(`${ORIGIN}/a/settings/`, false)];
  const { worker } = await waiting(...windows);
  assert.deepEqual(await worker.isAsked(), { refused: false });
  assert.equal(worker.skippedWaiting, true);
  for (const window of windows) assert.equal(window.heard.type, "unknot-running?");
});

test("windows that no worker serves are asked too", async () => {
  const { worker } = await waiting();
  await worker.isAsked();
  assert.equal(worker.asked.type, "window");
  assert.equal(worker.asked.includeUncontrolled, true);
});

test("one running session refuses it, whatever the others say", async () => {
  const url = `${ORIGIN}/a/`;
  const { world, worker } = await waiting(page(url, false), page(url, true), page(url, false));
  assert.deepEqual(await worker.isAsked(), { refused: true });
  assert.equal(worker.skippedWaiting, false);

  world.windows = [page(url, false)];
  assert.deepEqual(await worker.isAsked(), { refused: false }, "it can be asked again");
  assert.equal(worker.skippedWaiting, true);
});

test("a window that does not answer in time counts as idle", async () => {
  const { world, worker } = await waiting(page(`${ORIGIN}/a/`, undefined));
  const answer = worker.isAsked();
  let told = false;
  answer.then(() => (told = true));
  await new Promise(setImmediate);
  assert.equal(told, false, "it is given the time");
  world.letTimePass();
  assert.deepEqual(await answer, { refused: false });
  assert.equal(worker.skippedWaiting, true);
});

test("a silent window does not outvote one that runs", async () => {
  const { world, worker } = await waiting(page(`${ORIGIN}/a/`, undefined), page(`${ORIGIN}/a/`, true));
  const answer = worker.isAsked();
  await new Promise(setImmediate);
  world.letTimePass();
  assert.deepEqual(await answer, { refused: true });
});

test("windows of other sites of the same origin have no say", async () => {
  const other = page(`${ORIGIN}/b/`, true);
  const { worker } = await waiting(other);
  assert.deepEqual(await worker.isAsked(), { refused: false });
  assert.equal(other.heard, undefined);
});

test("other messages change nothing", async () => {
  const { worker } = await waiting();
  for (const data of [null, "unknot-accept", { type: "something" }]) {
    await worker.does("message", { data, ports: [] });
  }
  assert.equal(worker.skippedWaiting, false);
});
