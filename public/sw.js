// Serves the site when the network is gone. A version is a list of files, each with the SHA-256 of
// its bytes. It is kept whole or not at all, and answers only with what it kept itself.
// `site precache` writes these two lines.
const FILES = [];
const VERSION = "";

const BASE = new URL("./", location.href);
const LISTED = new Set(FILES.map(([address]) => address));
// Caches belong to the whole origin: under another path there may lie another Unknot.
const CACHE = `unknot-${VERSION} ${BASE.pathname}`;
const isOurs = (name) => name.startsWith("unknot-") && name.endsWith(` ${BASE.pathname}`);

// Every page holds the same style and the same script. They are kept once, and put back where a page
// is used.
const SHARED = `${BASE}?shared`;
const PARTS = [/<style>([^]*?)<\/style>/, /<script type="module"[^>]*>([^]*?)<\/script>/];
const GAP = "<!--unknot ";
const gap = (part) => `${GAP}${part}-->`;

// A page that does not answer by then is frozen, and runs nothing.
const PATIENCE_MS = 1000;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  if (event.data?.type === "unknot-accept") event.waitUntil(accept(event.ports[0]));
});
addEventListener("fetch", (event) => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer);
});

async function install() {
  const older = (await caches.keys()).filter(isOurs);
  // Nothing is written before everything has come and is right.
  const responses = await Promise.all(FILES.map(([address, hash]) => verified(address, hash, older)));
  try {
    const cache = await caches.open(CACHE);
    const shared = await sharedBy(responses[FILES.findIndex(([address]) => address === "")]);
    await cache.put(SHARED, new Response(JSON.stringify(shared)));
    await Promise.all(FILES.map(async ([address], index) =>
      cache.put(BASE + address, isPage(address) ? await without(shared, responses[index]) : responses[index])));
  } catch (error) {
    // When a site goes back to the version before, that one's cache may be in use.
    if (!older.includes(CACHE)) await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  const others = (await caches.keys()).filter((name) => isOurs(name) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
  // Later versions come to a page that was asked.
  if (others.length === 0) await clients.claim();
}

const isPage = (address) => address === "" || address.endsWith("/") || address.endsWith(".html");

async function sharedBy(page) {
  const text = await page?.clone().text();
  return PARTS.map((part) => part.exec(text)?.[1]).filter(Boolean);
}

async function without(shared, page) {
  const text = await page.text();
  const kept = shared.reduce((text, part, index) => text.replace(part, gap(index)), text);
  return new Response(kept, { headers: page.headers });
}

// What is kept, as it was sent.
async function kept(address, cacheName) {
  const response = await caches.match(BASE + address, { cacheName });
  if (!response || !isPage(address)) return response;
  // Earlier versions kept their pages whole.
  const shared = await (await caches.match(SHARED, { cacheName }))?.json() ?? [];
  const text = shared.reduce((text, part, index) => text.replace(gap(index), () => part), await response.text());
  return text.includes(GAP) ? undefined : new Response(text, { headers: response.headers });
}

// A file from where it can be had with the right bytes: a cache, the network, or the network past
// the browser's own store, which may think an old file fresh.
async function verified(address, hash, cacheNames) {
  const url = BASE + address;
  const sources = [
    ...cacheNames.map((cacheName) => () => kept(address, cacheName)),
    () => fetched(url, "no-cache"),
    () => fetched(url, "reload"),
  ];
  for (const source of sources) {
    const response = await source();
    if (!response) continue;
    const bytes = await response.arrayBuffer();
    if ((await sha256(bytes)) === hash) return rebuilt(bytes, response.headers);
  }
  throw new Error(`${url} cannot be had as it should be`);
}

async function fetched(url, cache) {
  const response = await fetch(url, { cache });
  return response.status === 200 && !response.redirected ? response : undefined;
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function rebuilt(bytes, sent) {
  const headers = new Headers(sent);
  // They tell how the file travelled; these bytes are unpacked.
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  return new Response(bytes, { headers });
}

// A promise of a response, or nothing where the network is to answer as if this were not here.
function answerTo(request) {
  const url = new URL(request.url);
  const isVisit = request.mode === "navigate";
  if (request.method !== "GET" || request.headers.has("range")) return undefined;
  if (url.origin !== BASE.origin || !url.pathname.startsWith(BASE.pathname)) return undefined;
  const address = url.pathname.slice(BASE.pathname.length);
  if (LISTED.has(address) && (isVisit || !url.search)) return stored(address, request);
  if (!isVisit) return undefined;
  if (LISTED.has(`${address}/`)) return Promise.resolve(Response.redirect(`${BASE}${address}/${url.search}`));
  const isFile = address.split("/").pop().includes(".");
  return isFile || address.startsWith("embed/") ? undefined : notFound(request);
}

async function stored(address, request) {
  // A browser may have thrown the cache away, or be unable to read it.
  const response = await kept(address, CACHE).catch(() => undefined);
  return response ?? fetch(request);
}

async function notFound(request) {
  const page = await stored("404.html", request);
  return new Response(page.body, { status: 404, headers: page.headers });
}

async function accept(port) {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const ours = windows.filter((client) => client.url.startsWith(BASE.href));
  const refused = (await Promise.all(ours.map(isRunning))).includes(true);
  port.postMessage({ refused });
  if (!refused) await skipWaiting();
}

function isRunning(client) {
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((resolve) => {
    port1.onmessage = (event) => resolve(event.data?.running === true);
    setTimeout(resolve, PATIENCE_MS, false);
  });
  client.postMessage({ type: "unknot-running?" }, [port2]);
  return answer.finally(() => port1.close());
}
