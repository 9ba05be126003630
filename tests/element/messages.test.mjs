// What the element says to its frame, and whom and what it listens to.
import assert from "node:assert/strict";
import test from "node:test";
import { Page, SITE, frame, got, plain, ready, settled } from "./page.mjs";

const heard = (element) => element.heard.map(({ type, detail }) => [type, plain(detail)]);

test("it says nothing before ready, and then first how to look", async () => {
  const page = new Page().load();
  const element = await page.element({ routine: "daily-six", theme: "dark" });
  element.setAttribute("theme", "light");
  element.setAttribute("accent", "#0a7");
  element.start();
  await settled();
  assert.deepEqual(got(element), []);
  page.say(element, "ready");
  assert.deepEqual(got(element), [
    { v: 1, type: "configure", theme: "light", accent: "0a7" },
    { v: 1, type: "start" },
  ]);
  assert.deepEqual(heard(element), [["unknot-ready", {}]]);
});

test("configure is sent after every ready, even with nothing to say, to the script's origin only", async () => {
  const page = new Page().load();
  const element = await page.element();
  page.say(element, "ready");
  page.say(element, "ready");
  const { got: messages } = frame(element).contentWindow;
  assert.deepEqual(plain(messages), Array(2).fill({ data: { unknot: { v: 1, type: "configure" } }, target: SITE }));
});

test("of several verbs before ready the last one counts, once", async () => {
  const page = new Page().load();
  const element = await page.element();
  element.pause();
  element.start();
  page.say(element, "ready");
  page.say(element, "ready");
  assert.deepEqual(got(element).map(({ type }) => type), ["configure", "start", "configure"]);
});

test("a listener of unknot-ready can start at once", async () => {
  const page = new Page().load();
  const element = await page.element();
  element.addEventListener("unknot-ready", () => element.start());
  page.say(element, "ready");
  assert.deepEqual(got(element).map(({ type }) => type), ["configure", "start"]);
});

test("a change of looks goes to the live frame, once for all of it", async () => {
  const { element } = await ready({ routine: "daily-six", theme: "dark", accent: "f00" });
  const live = frame(element);
  element.setAttribute("theme", "auto");
  element.setAttribute("lang", "en");
  element.removeAttribute("accent");
  await settled();
  assert.equal(frame(element), live);
  assert.deepEqual(got(element), [{ v: 1, type: "configure", theme: "auto", lang: "en" }]);
});

test("start and pause are sent after the changes made before them", async () => {
  const { element } = await ready();
  element.setAttribute("theme", "dark");
  element.start();
  element.pause();
  await settled();
  assert.deepEqual(got(element).map(({ type }) => type), ["configure", "start", "pause"]);
});

test("a start after a change of id is for the new frame", async () => {
  const { page, element } = await ready();
  const old = frame(element);
  element.setAttribute("routine", "full-six");
  element.start();
  assert.deepEqual(old.contentWindow.got, []);
  page.say(element, "ready");
  assert.deepEqual(got(element).map(({ type }) => type), ["configure", "start"]);
});

for (const [type, fields] of [
  ["start", { kind: "routine", id: "daily-six" }],
  ["progress", { step: 2, of: 6 }],
  ["complete", { kind: "exercise", id: "bridge", seconds: 628 }],
  ["error", { code: "no-storage" }],
]) {
  test(`${type} becomes an event that bubbles out with just its fields`, async () => {
    const { page, element } = await ready();
    page.say(element, type, { ...fields, pain: 7 });
    assert.deepEqual(heard(element), [[`unknot-${type}`, fields]]);
    const [{ bubbles, composed }] = element.heard;
    assert.deepEqual({ bubbles, composed }, { bubbles: true, composed: true });
  });
}

test("resize sets the height and is no event", async () => {
  const { page, element } = await ready();
  page.say(element, "resize", { height: 612 });
  assert.equal(frame(element).style.height, "612px");
  assert.deepEqual(heard(element), []);
});

test("each element listens to its own frame", async () => {
  const page = new Page().load();
  const [one, two] = [await page.element(), await page.element({ exercise: "bridge" })];
  page.say(two, "ready");
  page.say(two, "progress", { step: 1, of: 1 });
  assert.deepEqual(heard(one), []);
  assert.deepEqual(got(one), []);
  assert.equal(two.heard.length, 2);
});

test("what the old frame still says is not heard", async () => {
  const { page, element } = await ready();
  const { contentWindow: source } = frame(element);
  element.setAttribute("routine", "full-six");
  await settled();
  page.post({ source, origin: SITE, data: { unknot: { v: 1, type: "ready" } } });
  assert.deepEqual(heard(element), []);
  assert.deepEqual(got(element), []);
});

for (const [sandbox, origin, target, listens] of [
  [undefined, SITE, SITE, true],
  [undefined, "null", SITE, false],
  ["", SITE, SITE, true],
  ["", "null", SITE, false],
  ["allow-scripts allow-same-origin", "null", SITE, false],
  ["allow-scripts", "null", "*", true],
  ["allow-scripts", SITE, "*", false],
  ["allow-scripts", "https://other.example", "*", false],
]) {
  test(`sandbox ${JSON.stringify(sandbox)}, origin ${origin}: ${listens ? "heard" : "not heard"}`, async () => {
    const page = new Page().load();
    const element = await page.element({ routine: "daily-six", ...(sandbox !== undefined && { sandbox }) });
    page.say(element, "ready", {}, origin);
    assert.equal(element.heard.length, listens ? 1 : 0);
    assert.deepEqual(frame(element).contentWindow.got.map((message) => message.target), listens ? [target] : []);
  });
}

const WRONG = [undefined, null, true, "", "12", "A b", "<b>", -1, 1.5, 1e6, NaN, Infinity, [], [1], {}, ["routine"], { v: 1 }];
const FIELDS = {
  resize: { height: 500 },
  start: { kind: "routine", id: "daily-six" },
  progress: { step: 1, of: 6 },
  complete: { kind: "routine", id: "daily-six", seconds: 1 },
  error: { code: "stopped" },
};

function valid(type, name, value) {
  if (["id", "code"].includes(name)) return value === "12";
  return false;
}

function* hostile(source) {
  const own = (unknot, more) => ({ source, origin: SITE, data: { unknot }, ...more });
  for (const data of [undefined, null, 0, "", "unknot", [], {}, { unknot: null }, { unknot: "ready" }, { unknot: [] }, 1n]) yield { source, origin: SITE, data };
  for (const v of [...WRONG, 0, 2, "1", [1]]) yield own({ v, type: "ready" });
  for (const type of [...WRONG, "configure", "pause", "Ready", "constructor", "__proto__", "toString", "hasOwnProperty"]) yield own({ v: 1, type });
  for (const [type, fields] of Object.entries(FIELDS)) {
    yield own({ v: 2, type, ...fields });
    for (const name of Object.keys(fields)) {
      for (const value of WRONG) if (!valid(type, name, value)) yield own({ v: 1, type, ...fields, [name]: value });
    }
    for (const origin of ["null", "", "*", "https://other.example", "http://unknot.example", `${SITE}:444`, `${SITE}.evil.example`, SITE.toUpperCase()]) {
      yield own({ v: 1, type, ...fields }, { origin });
    }
    for (const other of [null, undefined, {}, { got: [] }]) yield own({ v: 1, type, ...fields }, { source: other });
  }
  yield own({ v: 1, type: "resize", height: 0 });
}

test("ten thousand hostile messages change nothing and raise nothing", async () => {
  const { page, element } = await ready();
  const live = frame(element);
  let sent = 0;
  while (sent < 10_000) {
    for (const event of hostile(live.contentWindow)) {
      page.post(event);
      sent += 1;
    }
  }
  assert.deepEqual(heard(element), []);
  assert.equal(live.style.height, "");
  assert.deepEqual(got(element), []);
  assert.equal(frame(element), live);
  page.say(element, "progress", { step: 1, of: 6 });
  assert.equal(element.heard.length, 1);
});
