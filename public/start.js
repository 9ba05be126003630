// Starts the app. The build puts this into every page, so that nothing is fetched before the page is
// painted; what is fetched then is named in its tag.
const me = document.querySelector("script[data-wasm]");
const root = document.documentElement;
// The address changes as the person moves about, and with it what a relative address means.
const base = new URL(me.dataset.base, document.baseURI);
const at = (file) => new URL(file, base).href;
me.dataset.base = base.pathname;
// One of the three people in the pictures, unless the person chose one.
root.dataset.person = 1 + Math.floor(3 * Math.random());
window.__unknotErrors = [];
addEventListener("error", ({ message, error }) => tell(message, error));
addEventListener("unhandledrejection", ({ reason }) => tell(reason, reason));

function tell(message, error) {
  window.__unknotErrors.push(String(message));
  // The wasm broke down, and nothing of the app can be relied on any more.
  if (error instanceof WebAssembly.RuntimeError) breakDown();
}

function breakDown() {
  root.dataset.panic = "true";
  // See docs/embedding.md.
  if (root.dataset.framed && window.parent !== window) window.parent.postMessage({ unknot: { v: 1, type: "error", code: "stopped" } }, "*");
}
addEventListener("click", ({ target }) => target.closest?.("[data-reload]") && location.reload());

// A button pressed before the app is there is pressed again once it is.
let pressed;
function keepPress(event) {
  const button = event.target.closest?.("main button");
  if (!button) return;
  pressed = button.textContent;
  button.setAttribute("aria-busy", "true");
}
addEventListener("click", keepPress, true);
addEventListener("unknot-ready", () => {
  removeEventListener("click", keepPress, true);
  if (pressed) [...document.querySelectorAll("main button")].find((button) => button.textContent === pressed)?.click();
});

// Whatever the app asks for or does before, the page is painted later for it. Hidden windows, and
// frames out of sight, are never painted.
const painted = new Promise((resolve) => {
  if (document.hidden) resolve();
  new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
  setTimeout(resolve, 1000);
});

async function compiled(url) {
  const response = await fetch(url);
  // The quick way is only for servers that know the type.
  if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

function add(rel, file) {
  const link = document.createElement("link");
  link.rel = rel;
  link.href = at(file);
  // Once more, past what the browser may have kept.
  link.addEventListener("error", () => link.href += "?", { once: true });
  document.head.append(link);
}

for (const link of document.querySelectorAll("header a, footer a")) link.href = link.href;
await painted;
for (const link of document.querySelectorAll('link[rel~="icon"]')) link.href = link.href;
// Browsers fetch it before they paint.
add("manifest", "manifest.webmanifest");
try {
  const compiling = compiled(at(me.dataset.wasm));
  // Heard of where it is awaited, below.
  compiling.catch(() => {});
  if (me.dataset.chunk) {
    const [file, integrity] = me.dataset.chunk.split(" ");
    const chunk = fetch(at(file), { integrity });
    chunk.catch(() => {});
    window.__unknotEarly = new Map([[at(file), chunk]]);
  }
  add("stylesheet", me.dataset.style);
  // The first look into it takes long, and this is time to spare.
  try { localStorage.length; } catch { /* The app will say so. */ }
  const { initSync } = await import(at(me.dataset.js));
  initSync({ module: await compiling });
} catch (error) {
  // The page can still be read; it says what cannot be done.
  console.warn(error);
  if (error instanceof WebAssembly.RuntimeError) breakDown();
  else root.dataset.failed = "true";
  removeEventListener("click", keepPress, true);
  for (const button of document.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
}
if (window.parent === window) import(at("offline.js")).catch(() => {});
