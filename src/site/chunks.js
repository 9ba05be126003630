// Fetches the chunks of the wasm. `site::split` writes a line for each below, and the whole becomes
// one file with the glue, which starts the main part and is imported here for what that shares.
import { initSync } from "./unknot.js";

// What several chunks need lies in each of them, in custom sections, and is put in place once.
const SHARED = "shared";
const shared = new Map();

const chunk = (file, integrity) => {
  const url = new URL(file, import.meta.url).href;
  let loading;
  let failed = false;

  async function fetched() {
    // `start.js` may have asked for it already.
    const early = failed ? undefined : globalThis.__unknotEarly?.get(url);
    // A browser may have kept bytes that are wrong.
    const response = await (early ?? fetch(url, { integrity, cache: failed ? "reload" : "default" }));
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return WebAssembly.compile(await response.arrayBuffer());
  }

  async function load() {
    const module = await fetched();
    const imports = { __wasm_split: initSync() };
    for (const section of WebAssembly.Module.customSections(module, SHARED)) {
      const [name] = new Uint8Array(section, 0, 1);
      if (!shared.has(name)) shared.set(name, WebAssembly.instantiate(section.slice(1), imports));
      await shared.get(name);
    }
    await WebAssembly.instantiate(module, imports);
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
      failed = true;
      loaded = false;
    }
    initSync().__indirect_function_table.get(callback)(argument, loaded);
  };
};
