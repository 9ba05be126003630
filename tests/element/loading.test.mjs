// How the script finds its place and defines the element, and what the element puts into a page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { Page, SCRIPT, SITE, TEXTS, frame, got, plain, settled } from "./page.mjs";

const src = (element) => frame(element).src;

test("it is under 3 KB", () => {
  const compressed = brotliCompressSync(readFileSync(SCRIPT), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  assert.ok(compressed.length < 3072, `${compressed.length} bytes`);
});

test("loaded twice, it defines the element once and leaves no global", () => {
  const page = new Page();
  const before = Object.keys(page.globals).concat("Error").sort();
  page.load().load();
  assert.deepEqual([...page.elements.keys()], ["unknot-routine"]);
  assert.deepEqual(Object.keys(page.globals).sort(), before);
});

const STACKS = {
  Chromium: (url) => `Error\n    at ${url}:10:90\n    at ${url}:200:3`,
  "Chromium, named": (url) => `Error\n    at start (${url}:10:90)\n    at ${url}:200:3`,
  Firefox: (url) => `@${url}:10:90\n@${url}:200:3\n`,
  Safari: (url) => `@${url}:10:90\nmodule code@${url}:200:3`,
};

for (const [engine, as] of Object.entries(STACKS)) {
  for (const [address, base] of [
    [`${SITE}/embed.js`, `${SITE}/`],
    [`${SITE}/some/folder/embed.js?v=1:2#x`, `${SITE}/some/folder/`],
    ["http://localhost:8321/embed.js", "http://localhost:8321/"],
    ["http://[::1]:8321/a(b)/embed.js", "http://[::1]:8321/a(b)/"],
  ]) {
    test(`as a module it knows where it lies: ${engine}, ${address}`, async () => {
      const page = new Page().load({ src: address, as });
      assert.equal(src(await page.element()), `${base}embed/routine/daily-six/`);
    });
  }
}

test("as a classic script it lies where its tag says", async () => {
  const page = new Page().load({ src: "https://clinic.example/tools/unknot/embed.js?v=3" });
  assert.equal(src(await page.element()), "https://clinic.example/tools/unknot/embed/routine/daily-six/");
});

test("the frame is lazy, has a title and what a session needs, and has room before it loads", async () => {
  const page = new Page().load();
  const element = await page.element();
  const { loading, allow, referrerPolicy, title } = frame(element);
  assert.deepEqual({ loading, allow, referrerPolicy, title }, {
    loading: "lazy",
    allow: "autoplay; screen-wake-lock; fullscreen",
    referrerPolicy: "no-referrer",
    title: "Unknot: daily six",
  });
  assert.equal(frame(element).hasAttribute("sandbox"), false);
  assert.match(element.shadowRoot.adoptedStyleSheets[0].text, /height:480px/);
});

for (const [attributes, address, title] of [
  [{ exercise: "bird-dog" }, "embed/exercise/bird-dog/", "Unknot: bird dog"],
  [{ technique: "thai", label: "About Thai massage" }, "embed/technique/thai/", "About Thai massage"],
  [{ routine: "", exercise: "bridge" }, "embed/exercise/bridge/", "Unknot: bridge"],
  [{ technique: "thai", routine: "full-six" }, "embed/routine/full-six/", "Unknot: full six"],
  [
    { routine: "daily-six", theme: "dark", accent: "#0A7", lang: "pt-BR" },
    "embed/routine/daily-six/?theme=dark&accent=0A7&lang=pt-BR",
    "Unknot: daily six",
  ],
  [
    { routine: "daily-six", theme: "Dark", accent: "red", lang: "<b>" },
    "embed/routine/daily-six/",
    "Unknot: daily six",
  ],
  [
    { routine: "daily-six", accent: "0a7&x=1", lang: "a".repeat(9), theme: "\"><script>" },
    "embed/routine/daily-six/",
    "Unknot: daily six",
  ],
]) {
  test(`attributes make an address: ${JSON.stringify(attributes)}`, async () => {
    const element = await new Page().load().element(attributes);
    assert.equal(src(element), `${SITE}/${address}`);
    assert.equal(frame(element).title, title);
  });
}

for (const attributes of [
  {},
  { routine: "Daily" },
  { routine: "../../x" },
  { routine: "a/b" },
  { routine: "a b" },
  { routine: "a".repeat(65) },
  { routine: "<img src=x onerror=alert(1)>" },
  { routine: "daily-six\n" },
  { exercise: "javascript:alert(1)" },
  { technique: "%2e%2e" },
]) {
  test(`what is no id makes no frame: ${JSON.stringify(attributes)}`, async () => {
    const element = await new Page().load().element(attributes);
    assert.equal(frame(element), undefined);
    const [note] = element.shadowRoot.children;
    assert.equal(note.tag, "p");
    const [text, link] = note.children;
    assert.deepEqual([text, link.textContent, link.href], [`${TEXTS.nothing} `, TEXTS.open, `${SITE}/`]);
    assert.deepEqual(element.heard.map(({ type, detail }) => [type, plain(detail)]), [["unknot-error", { code: "bad-id" }]]);
    element.setAttribute("routine", "full-six");
    for (const other of ["exercise", "technique"]) element.removeAttribute(other);
    await settled();
    assert.equal(src(element), `${SITE}/embed/routine/full-six/`);
    assert.equal(element.heard.length, 1);
  });
}

test("a sandbox without a word is the recommended one, with words those", async () => {
  const page = new Page().load();
  const recommended = await page.element({ routine: "daily-six", sandbox: "" });
  assert.equal(frame(recommended).getAttribute("sandbox"), "allow-scripts allow-same-origin allow-popups");
  const own = await page.element({ routine: "daily-six", sandbox: "allow-scripts" });
  assert.equal(frame(own).getAttribute("sandbox"), "allow-scripts");
});

test("another id makes one new frame, as high as the old one, however many attributes change", async () => {
  const page = new Page().load();
  const element = await page.element();
  const old = frame(element);
  page.say(element, "ready");
  page.say(element, "resize", { height: 733 });
  element.setAttribute("routine", "");
  element.setAttribute("exercise", "bridge");
  element.setAttribute("theme", "dark");
  assert.equal(frame(element), old);
  await settled();
  assert.notEqual(frame(element), old);
  assert.equal(src(element), `${SITE}/embed/exercise/bridge/?theme=dark`);
  assert.equal(frame(element).style.height, "733px");
  assert.deepEqual(got(element), []);
});

test("a label changes the title of the same frame", async () => {
  const element = await new Page().load().element();
  const old = frame(element);
  element.setAttribute("label", "Every morning");
  await settled();
  assert.equal(frame(element), old);
  assert.equal(old.title, "Every morning");
});

test("taken out it listens no more and holds no frame; put back it has one frame and one listener", async () => {
  const page = new Page().load();
  const element = await page.element();
  assert.equal(page.listeners.size, 1);
  for (let times = 0; times < 3; times += 1) {
    const old = frame(element);
    page.disconnect(element);
    assert.equal(page.listeners.size, 0);
    assert.deepEqual(element.shadowRoot.children, []);
    await page.connect(element);
    assert.equal(page.listeners.size, 1);
    assert.equal(element.shadowRoot.children.length, 1);
    assert.notEqual(frame(element), old);
  }
});

test("taken out and put back at once, it has one frame", async () => {
  const page = new Page().load();
  const element = await page.element(undefined, { connected: false });
  page.connect(element);
  page.disconnect(element);
  await page.connect(element);
  assert.equal(element.shadowRoot.children.length, 1);
  assert.equal(page.listeners.size, 1);
});

test("never put into a page, it does nothing", async () => {
  const page = new Page().load();
  const element = await page.element(undefined, { connected: false });
  element.start();
  await settled();
  assert.deepEqual(element.shadowRoot.children, []);
  assert.equal(page.listeners.size, 0);
});
