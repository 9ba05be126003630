// `public/offline.js`: what a page makes of its worker, and tells the app.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";
import { FakeChannel } from "./world.mjs";

const MODULE = "https://unknot.example/a/offline.js";
const SOURCE = readFileSync(new URL("../../public/offline.js", import.meta.url), "utf8");
const HOUR_MS = 3_600_000;
const settled = () => new Promise(setImmediate);

function worker(state) {
  const worker = new EventTarget();
  worker.state = state;
  worker.postMessage = (message, [port]) => {
    worker.heard = message;
    worker.port = port;
  };
  return worker;
}

/** A page, its worker's registration, and what a test can see of them. */
class Page {
  root = { dataset: {} };
  window = new EventTarget();
  document = Object.assign(new EventTarget(), { documentElement: this.root, visibilityState: "visible" });
  container = Object.assign(new EventTarget(), { controller: null, startMessages: () => (this.listens = true) });
  registration = Object.assign(new EventTarget(), { installing: null, waiting: null, active: null });
  now = 0;
  /** What the app was told, change by change. */
  told = [];
  registered = [];
  updates = 0;
  reloads = 0;

  constructor() {
    this.window.parent = this.window;
    this.container.register = async (...all) => {
      this.registered.push(all);
      return this.registration;
    };
    this.registration.update = async () => void (this.updates += 1);
    this.window.addEventListener("unknot-offline", () => this.told.push(this.root.dataset.offline));
  }

  async loads() {
    const page = this;
    const serviceWorker = this.container;
    vm.runInNewContext(SOURCE.replaceAll("import.meta.url", JSON.stringify(MODULE)), {
      addEventListener: this.window.addEventListener.bind(this.window),
      CustomEvent,
      Date: { now: () => this.now },
      dispatchEvent: this.window.dispatchEvent.bind(this.window),
      document: this.document,
      location: { protocol: "https:", reload: () => (this.reloads += 1) },
      MessageChannel: FakeChannel,
      MutationObserver: class {
        constructor(seen) {
          page.seen = seen;
        }
        observe(element, options) {
          assert.equal(element, page.root);
          assert.deepEqual([...options.attributeFilter], ["data-session"]);
        }
      },
      navigator: serviceWorker ? { serviceWorker } : {},
      URL,
      window: this.window,
    });
    await settled();
    return this;
  }

  /** A page that a worker serves. */
  async isServed() {
    this.registration.active = this.container.controller = worker("activated");
    return this.loads();
  }

  fires(type, more = {}) {
    this.window.dispatchEvent(Object.assign(new CustomEvent(type), more));
  }

  session(name) {
    this.root.dataset.session = name;
    this.seen?.();
  }

  /** A worker comes to be installed. */
  finds(worker) {
    this.registration.installing = worker;
    this.registration.dispatchEvent(new Event("updatefound"));
  }

  /** A worker goes on to a state. */
  moves(worker, state) {
    for (const place of ["installing", "waiting", "active"]) {
      if (this.registration[place] === worker) this.registration[place] = null;
    }
    const place = { installed: "waiting", activating: "active", activated: "active" }[state];
    if (place) this.registration[place] = worker;
    worker.state = state;
    worker.dispatchEvent(new Event("statechange"));
  }

  isControlledBy(worker) {
    this.container.controller = worker;
    this.container.dispatchEvent(new Event("controllerchange"));
  }
}

test("the worker beside the module is registered, past the browser's own store", async () => {
  const page = await new Page().loads();
  const [[url, options]] = page.registered;
  assert.equal(url.href, "https://unknot.example/a/sw.js");
  assert.deepEqual({ ...options }, { updateViaCache: "none" });
});

test("nothing happens in a frame, or without workers", async () => {
  const framed = new Page();
  framed.window.parent = {};
  const bare = new Page();
  bare.container = undefined;
  for (const page of [framed, bare]) {
    await page.loads();
    assert.deepEqual(page.registered, []);
    page.fires("beforeinstallprompt");
    assert.deepEqual(page.root.dataset, {});
  }
});

test("the first worker makes the page ready without a reload, the next one with it", async () => {
  const page = new Page();
  const first = (page.registration.installing = worker("installing"));
  await page.loads();
  for (const state of ["installed", "activating", "activated"]) page.moves(first, state);
  page.isControlledBy(first);
  assert.deepEqual(page.told, ["ready"]);
  assert.equal(page.reloads, 0);
  assert.equal(page.updates, 0);
  page.isControlledBy(worker("activating"));
  assert.equal(page.reloads, 1);
});

test("a first worker that cannot be installed is told", async () => {
  const page = new Page();
  const first = (page.registration.installing = worker("installing"));
  await page.loads();
  assert.deepEqual(page.told, []);
  page.moves(first, "redundant");
  assert.deepEqual(page.told, ["failed"]);
});

test("a refused registration is told, unless a worker serves anyway", async () => {
  const refuse = async () => {
    throw new Error("refused");
  };
  const page = new Page();
  page.container.register = refuse;
  assert.deepEqual((await page.loads()).told, ["failed"]);
  const served = new Page();
  served.container.register = refuse;
  assert.deepEqual((await served.isServed()).told, ["ready"]);
});

test("a page that is served is ready before the network has answered", async () => {
  const page = new Page();
  page.container.register = () => new Promise(() => {});
  assert.deepEqual((await page.isServed()).told, ["ready"]);
});

test("a new version is told once it is complete, and a broken one never", async () => {
  const page = await new Page().isServed();
  const broken = worker("installing");
  page.finds(broken);
  page.moves(broken, "redundant");
  assert.deepEqual(page.told, ["ready"]);
  const newer = worker("installing");
  page.finds(newer);
  page.moves(newer, "installed");
  assert.deepEqual(page.told, ["ready", "update"]);
});

/** A page with a new version that waits. */
async function waiting() {
  const page = new Page();
  const newer = (page.registration.waiting = worker("installed"));
  await page.isServed();
  assert.equal(page.root.dataset.offline, "update");
  return { page, newer };
}

test("a refusal is told", async () => {
  const { page, newer } = await waiting();
  page.fires("unknot-accept-update");
  assert.equal(newer.heard.type, "unknot-accept");
  newer.port.postMessage({ refused: true });
  assert.deepEqual(page.told, ["ready", "update", "refused"]);
  assert.equal(page.reloads, 0);
});

test("an idle page reloads once when the worker changes", async () => {
  const { page, newer } = await waiting();
  page.fires("unknot-accept-update");
  newer.port.postMessage({ refused: false });
  assert.equal(page.reloads, 0, "not before the new version serves");
  page.isControlledBy(newer);
  page.moves(newer, "activated");
  assert.equal(page.reloads, 1);
  assert.deepEqual(page.told, ["ready", "update", "ready"]);
});

for (const session of ["running", "unsaved", "summary"]) {
  test(`a page with a session that is ${session} reloads when that is over`, async () => {
    const { page, newer } = await waiting();
    page.session(session);
    page.isControlledBy(newer);
    page.session("summary");
    assert.equal(page.reloads, 0);
    page.session("");
    assert.equal(page.reloads, 1);
  });
}

test("a page that was loaded past its worker reloads when it has let the new one take over", async () => {
  const page = new Page();
  page.registration.active = worker("activated");
  const newer = (page.registration.waiting = worker("installed"));
  await page.loads();
  page.fires("unknot-accept-update");
  page.moves(newer, "activating");
  assert.equal(page.reloads, 0);
  page.moves(newer, "activated");
  assert.equal(page.reloads, 1);
});

test("only a session that a reload would end counts as running", async () => {
  const page = await new Page().loads();
  assert.ok(page.listens, "messages are let through");
  for (const [session, running] of [[undefined, false], ["", false], ["running", true], ["unsaved", true], ["summary", false]]) {
    page.session(session);
    const { port1, port2 } = new FakeChannel();
    let answer;
    port1.onmessage = (event) => (answer = event.data);
    const asked = Object.assign(new Event("message"), { data: { type: "unknot-running?" }, ports: [port2] });
    page.container.dispatchEvent(asked);
    assert.equal(answer.running, running, session);
  }
});

test("updates are looked for at once, and when the page is seen again after an hour", async () => {
  const page = await new Page().isServed();
  const isSeen = (visibilityState, now) => {
    page.now = now;
    page.document.visibilityState = visibilityState;
    page.document.dispatchEvent(new Event("visibilitychange"));
    return page.updates;
  };
  assert.equal(page.updates, 1);
  assert.equal(isSeen("visible", HOUR_MS - 1), 1);
  assert.equal(isSeen("hidden", HOUR_MS), 1);
  assert.equal(isSeen("visible", HOUR_MS), 2);
  assert.equal(isSeen("visible", HOUR_MS + 1), 2, "an hour after the last time, not the first");
});

test("looking for updates in vain is no error", async () => {
  const page = new Page();
  page.registration.update = async () => {
    throw new TypeError("the network is gone");
  };
  // A promise that nobody handles fails the test.
  assert.deepEqual((await page.isServed()).told, ["ready"]);
});

test("the browser's offer to install is kept for when the app asks", async () => {
  const page = await new Page().loads();
  let prompts = 0;
  const offer = () => {
    const event = new Event("beforeinstallprompt", { cancelable: true });
    event.prompt = async () => {
      prompts += 1;
      throw new Error("not now");
    };
    page.window.dispatchEvent(event);
    assert.equal(event.defaultPrevented, true);
    assert.equal(page.root.dataset.install, "available");
  };
  offer();
  page.fires("unknot-install");
  assert.equal(page.root.dataset.install, undefined);
  page.fires("unknot-install");
  assert.equal(prompts, 1);
  offer();
  page.fires("appinstalled");
  assert.equal(page.root.dataset.install, undefined);
  assert.equal(page.told.length, 1 + 4, "the app is told of each change");
  await settled();
});
