// Starts the app. Trunk names the wasm and its glue in this script's own tag.
const me = document.querySelector("script[data-wasm]");
const root = document.documentElement;
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
// The address changes as the person moves about, and with it what a relative address means.
for (const link of document.querySelectorAll('link[rel~="icon"], link[rel="manifest"], header a, footer a')) link.href = link.href;
for (const button of document.querySelectorAll("[data-reload]")) button.addEventListener("click", () => location.reload());

// No page waits for the styles of a session.
for (const link of document.querySelectorAll('link[media="not all"]')) {
  const use = () => link.media = "all";
  if (link.sheet) use();
  else link.addEventListener("load", use);
  // Once more, past what the browser may have kept.
  link.addEventListener("error", () => link.href += "?", { once: true });
}

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

// Starting the app keeps the page from being painted. Hidden windows, and frames out of sight, are
// never painted.
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

try {
  const compiling = compiled(new URL(me.dataset.wasm, me.src));
  // Heard of where it is awaited, below.
  compiling.catch(() => {});
  if (me.dataset.chunk) {
    const [file, integrity] = me.dataset.chunk.split(" ");
    const { href } = new URL(file, me.src);
    const chunk = fetch(href, { integrity });
    chunk.catch(() => {});
    window.__unknotEarly = new Map([[href, chunk]]);
  }
  const { initSync } = await import(new URL(me.dataset.js, me.src).href);
  const module = await compiling;
  await painted;
  initSync({ module });
} catch (error) {
  // The page can still be read; it says what cannot be done.
  console.warn(error);
  if (error instanceof WebAssembly.RuntimeError) breakDown();
  else root.dataset.failed = "true";
  removeEventListener("click", keepPress, true);
  for (const button of document.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
}
if (window.parent === window) import("./offline.js").catch(() => {});
