// A made-up browser for `public/sw.js`: caches, network and windows that a test can look into and
// spoil. Hashes, requests and responses are real.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import vm from "node:vm";

const SOURCE = readFileSync(new URL("../../public/sw.js", import.meta.url), "utf8");
export const ORIGIN = "https://unknot.example";

export const hashOf = (text) => createHash("sha256").update(text).digest("hex");

/** A page, with the style and the script that all of a version's pages hold. */
export const pageOf = (text, style = "a { color: $& }", script = "start('$&')") =>
  `<style>${style}</style><script type="module" data-page="${text}">${script}</script>${text}`;

/** A site: the text of each address. */
export const SITE = {
  "": pageOf("home"),
  "404.html": "<style>a { color: $& }</style>nothing here",
  "app-1.css": "colours",
  "embed/": pageOf("builder"),
  "exercises/": pageOf("all exercises"),
  "unknot-1.wasm": "code",
};

export class World {
  constructor(base = "/") {
    this.base = base;
    /** By name: a map of addresses to responses. */
    this.caches = new Map();
    /** What the network answers, by full address: a text, or a function that returns a response or throws. */
    this.network = new Map();
    /** Every request that reached the network. */
    this.fetched = [];
    this.windows = [];
    this.claims = 0;
    /** Timeouts that workers wait for; time passes only by `letTimePass`. */
    this.timeouts = [];
    this.serves(SITE);
  }

  serves(site) {
    this.network.clear();
    for (const [address, text] of Object.entries(site)) this.network.set(this.url(address), text);
  }

  url(address) {
    return `${ORIGIN}${this.base}${address}`;
  }

  /** The worker of a version of the site, as `site precache` makes it. */
  worker(version, site = SITE) {
    return new Worker(this, version, site);
  }

  /** Installed and active. */
  async active(version, site = SITE) {
    const worker = this.worker(version, site);
    await worker.does("install");
    await worker.does("activate");
    return worker;
  }

  cacheName(version) {
    return `unknot-${version} ${this.base}`;
  }

  /** The texts kept for a version, by address. */
  async kept(version) {
    const texts = {};
    for (const [url, response] of this.caches.get(this.cacheName(version)) ?? []) {
      texts[url.slice(this.url("").length)] = await response.clone().text();
    }
    return texts;
  }

  /** The site that a version's kept texts make. */
  async keptSite(version) {
    const { "?shared": shared, ...texts } = await this.kept(version);
    const whole = ([address, text]) => [address, text.replace(/<!--unknot (\d)-->/g, (_, part) => JSON.parse(shared)[part])];
    return Object.fromEntries(Object.entries(texts).map(whole));
  }

  letTimePass() {
    for (const ring of this.timeouts.splice(0)) ring();
  }

  async fetch(request, { cache } = {}) {
    const url = typeof request === "string" ? request : request.url;
    this.fetched.push({ url, cache, request });
    const answer = this.network.get(url);
    if (answer === undefined) return new Response("no such file", { status: 404 });
    return typeof answer === "function" ? answer({ url, cache }) : new Response(answer);
  }
}

/** As the real one, but what is sent is there at once. */
export class FakeChannel {
  port1 = { postMessage: (data) => this.port2.onmessage?.({ data: structuredClone(data) }), close() {} };
  port2 = { postMessage: (data) => this.port1.onmessage?.({ data: structuredClone(data) }), close() {} };
}

class FakeCache {
  constructor(world, entries) {
    this.world = world;
    this.entries = entries;
  }

  async put(url, response) {
    if (this.world.isFull) throw new Error("no space left");
    this.entries.set(url, response);
  }
}

class FakeCaches {
  constructor(world) {
    this.world = world;
  }

  async keys() {
    return [...this.world.caches.keys()];
  }

  async open(name) {
    if (!this.world.caches.has(name)) this.world.caches.set(name, new Map());
    return new FakeCache(this.world, this.world.caches.get(name));
  }

  async delete(name) {
    return this.world.caches.delete(name);
  }

  async match(url, { cacheName }) {
    if (this.world.cachesAreBroken) throw new Error("cannot be read");
    return this.world.caches.get(cacheName)?.get(url)?.clone();
  }
}

class Worker {
  constructor(world, version, site) {
    const files = Object.entries(site).map(([address, text]) => [address, hashOf(text)]);
    const source = SOURCE.replace("const FILES = [];", () => `const FILES = ${JSON.stringify(files)};`)
      .replace('const VERSION = "";', `const VERSION = ${JSON.stringify(version)};`);
    this.listeners = {};
    this.skippedWaiting = false;
    vm.runInNewContext(source, {
      addEventListener: (type, heard) => (this.listeners[type] = heard),
      caches: new FakeCaches(world),
      clients: {
        claim: async () => void (world.claims += 1),
        matchAll: async (options) => (this.asked = options) && world.windows,
      },
      crypto: globalThis.crypto,
      fetch: (request, options) => world.fetch(request, options),
      Headers,
      location: new URL("sw.js", world.url("")),
      MessageChannel: FakeChannel,
      Response,
      setTimeout: (ring, _, ...rest) => world.timeouts.push(() => ring(...rest)),
      skipWaiting: async () => void (this.skippedWaiting = true),
      URL,
    });
  }

  /** Sends an event and waits for what the worker makes of it. */
  async does(type, event = {}) {
    let work;
    this.listeners[type]({ ...event, waitUntil: (promise) => (work = promise) });
    await work;
  }

  /** What the worker answers to a request; `undefined` where it leaves it to the network. */
  async answers(url, { method = "GET", mode = "navigate", headers = {} } = {}) {
    let answer;
    const request = { url, method, mode, headers: new Headers(headers) };
    this.listeners.fetch({ request, respondWith: (promise) => (answer = promise) });
    return answer;
  }

  /** A page asks the worker to take over; resolves to what the page is told. */
  async isAsked() {
    const { port1, port2 } = new FakeChannel();
    let told;
    port1.onmessage = (event) => (told = event.data);
    await this.does("message", { data: { type: "unknot-accept" }, ports: [port2] });
    return told;
  }
}

/** A window that answers, or not, whether a session runs in it. */
export const page = (url, running) => ({
  url,
  postMessage(message, [port]) {
    this.heard = message;
    if (running !== undefined) port.postMessage({ running });
  },
});
