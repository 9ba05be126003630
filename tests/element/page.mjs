// A page around the element: as much of a DOM as embed.js uses, so that each test has a fresh one,
// and messages can come from any window and origin.
import { readFileSync } from "node:fs";
import vm from "node:vm";

export const SCRIPT = new URL("../../public/embed.js", import.meta.url);
export const SITE = "https://unknot.example";
/** What the build writes into the script. */
export const TEXTS = { brand: "Unknot", nothing: "Nothing here.", open: "Go there" };
const SOURCE = readFileSync(SCRIPT, "utf8").replace("const TEXTS = {};", () => `const TEXTS = ${JSON.stringify(TEXTS)};`);

class Node extends EventTarget {
  children = [];
  textContent = "";
  append(...children) { this.children.push(...children); }
  replaceChildren(...children) { this.children = children; }
}

class FakeElement extends Node {
  #attributes = new Map();
  style = {};
  isConnected = false;
  shadowRoot = null;

  getAttribute(name) { return this.#attributes.get(name) ?? null; }
  hasAttribute(name) { return this.#attributes.has(name); }
  setAttribute(name, value) { this.#change(name, () => this.#attributes.set(name, String(value))); }
  removeAttribute(name) { this.#change(name, () => this.#attributes.delete(name)); }
  attachShadow({ mode }) { return (this.shadowRoot = Object.assign(new Node(), { mode })); }

  #change(name, change) {
    change();
    if (this.constructor.observedAttributes?.includes(name)) this.attributeChangedCallback();
  }

  get sandbox() {
    const tokens = (this.getAttribute("sandbox") ?? "").split(/\s+/);
    return { contains: (token) => tokens.includes(token) };
  }
}

export class Page {
  elements = new Map();
  listeners = new Set();

  constructor() {
    const page = this;
    this.globals = vm.createContext({
      URL, URLSearchParams, CustomEvent, queueMicrotask,
      HTMLElement: FakeElement,
      CSSStyleSheet: class { replaceSync(text) { this.text = text; } },
      customElements: { get: (name) => page.elements.get(name), define: (name, element) => page.#define(name, element) },
      document: { currentScript: null, createElement: (name) => page.#element(name) },
      addEventListener: (type, listener) => page.listeners.add(listener),
      removeEventListener: (type, listener) => page.listeners.delete(listener),
    });
  }

  #define(name, element) {
    if (this.elements.has(name)) throw new Error("defined twice");
    this.elements.set(name, element);
  }

  #element(name) {
    const element = new FakeElement();
    element.tag = name;
    if (name === "iframe") element.contentWindow = { got: [], postMessage(data, target) { this.got.push({ data, target }); } };
    return element;
  }

  /** Loads the script as a classic one, or, with `as`, as the engine whose stacks look like that loads a module. */
  load({ src = `${SITE}/embed.js`, as } = {}) {
    this.globals.document.currentScript = as ? null : { src };
    this.globals.Error = as ? class { stack = as(src); } : Error;
    vm.runInContext(SOURCE, this.globals);
    this.globals.document.currentScript = null;
    return this;
  }

  /** An element with these attributes, in the page unless told otherwise. */
  async element(attributes = { routine: "daily-six" }, { connected = true } = {}) {
    const element = new (this.elements.get("unknot-routine"))();
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.heard = [];
    element.dispatchEvent = (event) => {
      element.heard.push(event);
      return EventTarget.prototype.dispatchEvent.call(element, event);
    };
    if (connected) await this.connect(element);
    return element;
  }

  async connect(element) {
    element.isConnected = true;
    element.connectedCallback();
    await settled();
  }

  disconnect(element) {
    element.isConnected = false;
    element.disconnectedCallback();
  }

  post(event) {
    for (const listener of this.listeners) listener(event);
  }

  /** What the element's own frame says. */
  say(element, type, fields = {}, origin = SITE) {
    this.post({ source: frame(element).contentWindow, origin, data: { unknot: { v: 1, type, ...fields } } });
  }
}

export const frame = (element) => element.shadowRoot.children.find((child) => child.tag === "iframe");
export const got = (element) => frame(element).contentWindow.got.map(({ data }) => plain(data.unknot));
/** Objects of the page's realm are not deeply equal to ours. */
export const plain = (value) => JSON.parse(JSON.stringify(value));
export const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A page with the script and one element whose frame is ready; what was said so far is forgotten. */
export async function ready(attributes) {
  const page = new Page().load();
  const element = await page.element(attributes);
  page.say(element, "ready");
  frame(element).contentWindow.got.length = 0;
  element.heard.length = 0;
  return { page, element };
}
