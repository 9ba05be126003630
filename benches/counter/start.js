// An external module, as in Unknot: its content policy allows no inline script.
const me = document.querySelector("script[data-wasm]");
const { default: init } = await import(new URL(me.dataset.js, me.src).href);
await init({ module_or_path: new URL(me.dataset.wasm, me.src) });
