// Fetches the chunks of the wasm. `site::split` writes a line for each below, and the whole becomes
// one file with the glue, which starts the main part and is imported here for what that shares.
import { initSync } from "./unknot.js";

// What several chunks need lies in each of them, in custom sections, and is put in place once.
const SHARED = "shared";
const shared = new Map();
const inPlace = new Set();

// What a person may want next, in this order. It comes when the page has nothing else to do, so that
// a press does not wait for it; not in other people's pages, and not where data is dear.
const AHEAD = ["extras", "figure", "pages", "home"];
const idle = () => new Promise((resolve) => globalThis.requestIdleCallback?.(resolve) ?? setTimeout(resolve, 1000));
const known = new Map();

addEventListener("unknot-ready", async () => {
  if (window.parent !== window || navigator.connection?.saveData) return;
  for (const name of AHEAD) {
    await idle();
    // Asked for again where it is needed.
    await known.get(name)().catch(() => {});
  }
}, { once: true });

const chunk = (name, file, integrity) => {
  const url = new URL(file, import.meta.url).href;
  let loading;
  let compiling;

  async function fetched(priority) {
    const get = async (response) => {
      const { ok, status } = (response = await response);
      if (!ok) throw new Error(`${url}: ${status}`);
      const module = await WebAssembly.compile(await response.arrayBuffer());
      const pieces = WebAssembly.Module.customSections(module, SHARED).map((section) => {
        const [piece] = new Uint8Array(section, 0, 1);
        if (!shared.has(piece)) shared.set(piece, WebAssembly.compile(section.slice(1)));
        return shared.get(piece);
      });
      return [...await Promise.all(pieces), module];
    };
    // `start.js` may have asked for it already.
    const early = globalThis.__unknotEarly;
    const first = early?.get(url) ?? fetch(url, { integrity, priority });
    early?.delete(url);
    // A browser may have kept bytes that are wrong, or that there were none.
    return get(first).catch(() => get(fetch(url, { integrity, cache: "reload" })));
  }

  function compiled(priority) {
    compiling ??= fetched(priority).catch((error) => {
      compiling = undefined;
      throw error;
    });
    return compiling;
  }
  known.set(name, () => compiled("low"));

  async function load() {
    // What was compiled ahead is there before the next frame.
    for (const module of await compiled("auto")) {
      if (inPlace.has(module)) continue;
      new WebAssembly.Instance(module, { __wasm_split: initSync() });
      inPlace.add(module);
    }
  }

  // The main part hands a function of its own, by its place in the table, to be called with the outcome.
  return async (callback, argument) => {
    loading ??= load();
    let loaded = true;
    try {
      await loading;
    } catch (error) {
      console.warn(error);
      loading = undefined;
      loaded = false;
    }
    initSync().__indirect_function_table.get(callback)(argument, loaded);
  };
};
