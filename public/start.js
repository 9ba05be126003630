// Starts the app. Trunk names the wasm and its glue in this script's own tag.
const me = document.querySelector("script[data-wasm]");
window.__unknotErrors = [];
addEventListener("error", (event) => window.__unknotErrors.push(String(event.message)));
addEventListener("unhandledrejection", (event) => window.__unknotErrors.push(String(event.reason)));
// The address changes as the person moves about, and with it what a relative address means.
for (const link of document.querySelectorAll('link[rel="icon"]')) link.href = link.href;
const { default: init } = await import(new URL(me.dataset.js, me.src).href);
await init({ module_or_path: new URL(me.dataset.wasm, me.src) });
