// The element <unknot-routine>: see docs/embedding.md, and embed.d.ts for its types.
(() => {
  const NAME = "unknot-routine";
  // `site build` writes this line.
  const TEXTS = {};
  if (customElements.get(NAME)) return;

  // This file runs as a classic script, which may not say `import.meta`, and as a module, which has
  // no `currentScript`. The stack names the running file; to search the page for a script named
  // embed.js could find somebody else's, for many are named so.
  const src = document.currentScript?.src || /\b(https?|file):\S+(?=:\d+:\d+)/.exec(new Error().stack)?.[0];
  const base = new URL(".", src);

  const KINDS = ["routine", "exercise", "technique"];
  const SANDBOX = "allow-scripts allow-same-origin allow-popups";
  const LOOK = {
    theme: /^(auto|light|dark)$/,
    accent: /^#?([\da-f]{3}){1,2}$/i,
    lang: /^(?=.{2,35}$)[a-z]{2,8}(-[a-z\d]{1,8})*$/i,
  };

  const isName = (value) => typeof value === "string" && /^[a-z\d-]{1,64}$/.test(value);
  const isKind = (value) => KINDS.includes(value);
  const isCount = (value) => Number.isInteger(value) && value >= 0 && value < 1e6;
  // A frame that is not displayed measures 0.
  const isHeight = (value) => isCount(value) && value > 0;
  // A map, because an object would also know messages named "constructor".
  const MESSAGES = new Map(Object.entries({
    ready: {},
    resize: { height: isHeight },
    start: { kind: isKind, id: isName },
    progress: { step: isCount, of: isCount },
    complete: { kind: isKind, id: isName, seconds: isCount },
    error: { code: isName },
  }));

  // Unlike a <style> or a style attribute, a constructed sheet needs nothing in the page's policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:480px;border:0}");

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = [...KINDS, ...Object.keys(LOOK), "label", "sandbox"];

    #root = this.attachShadow({ mode: "open" });
    #frame = null;
    #shown = null;
    #ready = false;
    #due = false;
    #verb = null;

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
    }

    connectedCallback() {
      addEventListener("message", this.#hear);
      this.#soon();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#root.replaceChildren();
      this.#frame = this.#shown = this.#verb = null;
      this.#ready = false;
    }

    attributeChangedCallback() {
      this.#soon();
    }

    start() {
      this.#ask("start");
    }

    pause() {
      this.#ask("pause");
    }

    // Attributes change several at a time: one frame, or one message, for all of them.
    #soon() {
      if (this.#due) return;
      this.#due = true;
      queueMicrotask(() => this.#update());
    }

    #update() {
      if (!this.#due) return;
      this.#due = false;
      if (!this.isConnected) return;
      const kind = KINDS.find((name) => this.getAttribute(name));
      const id = kind && this.getAttribute(kind);
      const sandbox = this.getAttribute("sandbox");
      const shown = [kind, id, sandbox].join();
      if (shown !== this.#shown) {
        this.#shown = shown;
        this.#ready = false;
        if (isName(id)) this.#show(kind, id, sandbox);
        else this.#refuse();
      } else if (this.#ready) this.#configure();
      if (this.#frame) this.#frame.title = this.getAttribute("label") || `${TEXTS.brand}: ${id.replaceAll("-", " ")}`;
    }

    // Always a new frame: another address in the old one would be a step in the page's history.
    #show(kind, id, sandbox) {
      const url = new URL(`embed/${kind}/${id}/`, base);
      url.search = new URLSearchParams(this.#look());
      const frame = document.createElement("iframe");
      frame.loading = "lazy";
      frame.allow = "autoplay; screen-wake-lock; fullscreen";
      frame.referrerPolicy = "no-referrer";
      if (sandbox !== null) frame.setAttribute("sandbox", sandbox || SANDBOX);
      frame.style.height = this.#frame?.style.height ?? "";
      frame.src = url.href;
      this.#frame = frame;
      this.#root.replaceChildren(frame);
    }

    #refuse() {
      const link = document.createElement("a");
      link.href = base.href;
      link.textContent = TEXTS.open;
      const note = document.createElement("p");
      note.append(`${TEXTS.nothing} `, link);
      this.#frame = null;
      this.#root.replaceChildren(note);
      this.#tell("error", { code: "bad-id" });
    }

    #look() {
      const given = Object.entries(LOOK).map(([name, valid]) => [name, valid, this.getAttribute(name) ?? ""]);
      return Object.fromEntries(
        given.filter(([, valid, value]) => valid.test(value)).map(([name, , value]) => [name, value.replace("#", "")]),
      );
    }

    // A frame without an origin of its own says so, and cannot be named as a target either.
    #isOpaque() {
      const { sandbox } = this.#frame;
      return this.#frame.hasAttribute("sandbox") && !sandbox.contains("allow-same-origin");
    }

    #post(type, fields) {
      const target = this.#isOpaque() ? "*" : base.origin;
      this.#frame.contentWindow.postMessage({ unknot: { v: 1, type, ...fields } }, target);
    }

    #configure() {
      this.#post("configure", this.#look());
    }

    #ask(verb) {
      this.#update();
      if (this.#ready) this.#post(verb);
      else this.#verb = verb;
    }

    #tell(type, detail) {
      this.dispatchEvent(new CustomEvent(`unknot-${type}`, { bubbles: true, composed: true, detail }));
    }

    #hear = ({ source, origin, data }) => {
      const frame = this.#frame;
      if (!frame || source !== frame.contentWindow) return;
      if (origin !== (this.#isOpaque() ? "null" : base.origin)) return;
      const message = data?.unknot;
      const fields = message?.v === 1 && MESSAGES.get(message.type);
      if (!fields) return;
      const detail = {};
      for (const [name, valid] of Object.entries(fields)) {
        if (!valid(message[name])) return;
        detail[name] = message[name];
      }
      if (message.type === "resize") {
        frame.style.height = `${detail.height}px`;
        return;
      }
      if (message.type === "ready") {
        this.#ready = true;
        this.#configure();
        if (this.#verb) this.#post(this.#verb);
        this.#verb = null;
      }
      this.#tell(message.type, detail);
    };
  });
})();
