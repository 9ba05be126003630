// What Unknot shows of itself outside its pages: manifest and icons, previews of links, what
// search engines read, the open data, the example of a server. Looks at `dist`; before a build, at
// what there is of it.

import Ajv from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import UPNG from "upng-js";

const root = new URL("../../", import.meta.url);
const dist = new URL("dist/", root);
const isBuilt = existsSync(new URL("index.html", dist));
const site = isBuilt ? dist : new URL("public/", root);
const built = { skip: isBuilt ? false : "dist is not built" };

const read = (path, from = site) => readFileSync(new URL(path, from), "utf8");
/** Whether a relative address of the site has a file, or a folder its page. */
const exists = (path) => existsSync(new URL(path.replace(/(^|\/)$/, "$1index.html"), dist));
const manifest = JSON.parse(read("manifest.webmanifest"));

/** Width, height and pixels (RGBA) of a PNG. */
function picture(path) {
  const image = UPNG.decode(Uint8Array.from(readFileSync(new URL(path, site))).buffer);
  return { width: image.width, height: image.height, rgba: new Uint8Array(UPNG.toRGBA8(image)[0]) };
}

/** The share of a square picture's half width at which its furthest mark on the ground lies. */
function reach({ width, height, rgba }) {
  const middle = (width - 1) / 2;
  let furthest = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const isGround = rgba[at] === rgba[0] && rgba[at + 1] === rgba[1] && rgba[at + 2] === rgba[2];
    const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
    if (!isGround) furthest = Math.max(furthest, Math.hypot(x - middle, y - middle));
  }
  assert.equal(width, height);
  return furthest / (width / 2);
}

const isOpaque = ({ rgba }) => rgba.every((value, index) => index % 4 !== 3 || value === 255);

// Manifest and icons.

test("every picture of the manifest exists and has the size it says", () => {
  for (const { src, sizes, type } of [...manifest.icons, ...manifest.screenshots]) {
    if (type === "image/svg+xml") {
      assert.match(read(src), /^<svg [^>]*viewBox=/);
    } else {
      const { width, height } = picture(src);
      assert.equal(`${width}x${height}`, sizes, src);
    }
  }
});

test("there are icons for every purpose, in the sizes that install prompts ask for", () => {
  const sizes = (purpose) => manifest.icons.filter((icon) => icon.purpose === purpose).map((icon) => icon.sizes);
  assert.deepEqual(sizes("any"), ["any", "192x192", "512x512"]);
  assert.deepEqual(sizes("maskable"), ["192x192", "512x512"]);
  assert.deepEqual(sizes("monochrome"), ["512x512"]);
});

test("a mask may cut everything outside the middle circle of 80 %", () => {
  for (const { src } of manifest.icons.filter((icon) => icon.purpose === "maskable")) {
    assert.ok(isOpaque(picture(src)), src);
    assert.ok(reach(picture(src)) < 0.8, src);
  }
});

test("the icon for iOS fills its square", () => {
  const touch = picture("icons/apple-touch.png");
  assert.equal(touch.width, 180);
  assert.ok(isOpaque(touch));
});

test("colours are those of the pages", () => {
  const [, light, dark] = read("style/tokens.css", root).match(/--ground: light-dark\((#\w+), (#\w+)\)/);
  const themes = [...read("index.html", root).matchAll(/name="theme-color" media="[^"]+" content="([^"]+)"/g)];
  assert.deepEqual(themes.map((match) => match[1]), [light, dark]);
  assert.equal(manifest.theme_color, light);
  assert.equal(manifest.background_color, light);
});

test("everything of the manifest lies below where it is served", () => {
  const { start_url, scope, icons, screenshots, shortcuts } = manifest;
  const listed = [...icons, ...screenshots, ...shortcuts].map(({ src, url }) => src ?? url);
  for (const address of [start_url, scope, ...listed]) assert.match(address, /^\.\//);
});

test("each routine and sequence has its shortcut", built, () => {
  const { routines, sequences } = JSON.parse(read(`data/catalog.${manifest.lang}.json`));
  const expected = [...routines, ...sequences].map(({ id, name }) => ({ name, url: `./play/${id}/` }));
  const byUrl = (a, b) => (a.url < b.url ? -1 : 1);
  assert.deepEqual([...manifest.shortcuts].sort(byUrl), expected.sort(byUrl));
  for (const { url } of manifest.shortcuts) assert.ok(exists(url), url);
});

test("nothing that the build fills in was left empty", built, () => {
  assert.ok(!read("manifest.webmanifest").includes('"{'));
  assert.doesNotMatch(read("embed.js"), /const TEXTS = \{\};/);
  for (const file of ["index.html", "404.html", "embed/routine/daily-six/index.html"]) {
    const page = read(file);
    assert.match(page, new RegExp(`<html [^>]*lang="${manifest.lang}"`), file);
    assert.match(page, /<title>[^<]+<\/title>/, file);
  }
});

// The pages' heads.

const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** A page's path below the base, and what its head says. */
function page(file) {
  const head = read(file, dist).split("</head>")[0];
  const metas = [...head.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g)];
  const blocks = [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  return {
    path: file.replace(/index\.html$/, ""),
    title: unescape(head.match(/<title>(.*?)<\/title>/)[1]),
    metas: Object.fromEntries(metas.map(([, name, content]) => [name, unescape(content)])),
    oembed: head.match(/<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/)?.[1],
    blocks: blocks.map(([, json]) => json),
  };
}

const files = isBuilt ? readdirSync(dist, { recursive: true }).map((file) => file.replaceAll("\\", "/")) : [];
// Nobody links to a page that is made for a frame.
const pages = files.filter((file) => /(^|\/)index\.html$/.test(file) && !/^embed\/.+\//.test(file)).map(page);
/** `PUBLIC_ADDRESS` as the build had it. */
const address = pages.find(({ path }) => path === "")?.metas["og:url"];
const published = { skip: built.skip || (!address && "built without a public address") };
const unpublished = { skip: built.skip || (address && "built with a public address") };

test("previews of links say what the page says", built, () => {
  assert.ok(pages.length > 1);
  for (const { path, title, metas } of pages) {
    assert.equal(metas["og:title"], title, path);
    assert.equal(metas["og:description"], metas.description, path);
    assert.ok(metas.description, path);
    for (const name of ["og:type", "og:site_name", "og:locale"]) assert.ok(metas[name], `${path}: ${name}`);
  }
});

test("with a public address, previews name it and have a picture", published, () => {
  assert.match(address, /^https?:\/\/.*\/$/);
  for (const { path, metas } of pages) {
    assert.equal(metas["og:url"], address + path);
    assert.equal(metas["twitter:card"], "summary_large_image", path);
    assert.ok(metas["og:image:alt"], path);
    assert.ok(metas["og:image"].startsWith(address), path);
    const { width, height } = picture(metas["og:image"].slice(address.length));
    assert.deepEqual([metas["og:image:width"], metas["og:image:height"]], [`${width}`, `${height}`], path);
  }
});

test("with a public address, the sitemap names pages that exist", published, () => {
  assert.ok(read("robots.txt").includes(`\nSitemap: ${address}sitemap.xml\n`));
  const listed = [...read("sitemap.xml").matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => unescape(match[1]));
  assert.ok(listed.length > 1);
  for (const url of listed) assert.ok(url.startsWith(address) && exists(url.slice(address.length)), url);
});

test("with a public address, oEmbed leads to a page to frame", published, () => {
  const embeddable = pages.filter(({ path }) => /^(routines|exercises|techniques)\/./.test(path));
  assert.ok(embeddable.length > 1);
  for (const { path, title, oembed } of embeddable) {
    assert.ok(oembed?.startsWith(address), path);
    const answer = JSON.parse(read(oembed.slice(address.length)));
    assert.deepEqual([answer.type, answer.version, answer.title], ["rich", "1.0", title]);
    const frame = unescape(answer.html.match(/^<iframe src="([^"]+)"/)[1]);
    assert.ok(frame.startsWith(address) && exists(frame.slice(address.length)), frame);
  }
});

test("without a public address, nothing pretends to know it", unpublished, () => {
  assert.ok(!files.includes("sitemap.xml") && !files.some((file) => file.startsWith("oembed")));
  for (const { path, metas, oembed } of pages) {
    for (const said of [metas["og:url"], metas["og:image"], metas["twitter:card"], oembed]) {
      assert.equal(said, undefined, path);
    }
  }
});

test("what is stated for search engines parses, and its addresses exist", built, () => {
  const base = new URL(address ?? "http://unknot.invalid/").href;
  const check = (value, path) => {
    for (const [key, inner] of Object.entries(value)) {
      if (inner && typeof inner === "object") check(inner, path);
      if (key !== "url" && key !== "contentUrl") continue;
      const url = new URL(inner, base + path).href;
      if (url.startsWith(base)) assert.ok(exists(url.slice(base.length)), `${path}: ${inner}`);
      else assert.match(url, /^https:\/\/(doi\.org|pubmed\.ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov)\//, path);
    }
  };
  assert.ok(pages.filter(({ blocks }) => blocks.length > 0).length > 1);
  for (const { path, blocks } of pages) {
    for (const stated of blocks.map((json) => JSON.parse(json))) {
      assert.equal(stated["@context"], "https://schema.org", path);
      check(stated, path);
    }
  }
});

// The open data.

test("the data set is what its schema says", built, () => {
  const data = JSON.parse(read(`data/catalog.${manifest.lang}.json`));
  const schema = JSON.parse(read(`data/${data.$schema}`));
  // Formats such as uint16 are notes of the schema's maker.
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  assert.ok(validate(data), JSON.stringify(validate.errors));
  assert.equal(data.license, "CC-BY-4.0");
});

// The example of a server.

test("nginx sends the headers that _headers says", built, () => {
  const nginx = read("_nginx.conf")
    .replaceAll("$unknot_frames", "; frame-ancestors 'self'")
    .replaceAll("$unknot_cache", "no-cache");
  const rules = new Map(read("_headers").split("\n\n").map((rule) => {
    const [, pattern, ...lines] = /^(?:#.*\n)?(\S+)\n([\s\S]*)/.exec(rule) ?? [];
    return [pattern, lines.join("")];
  }));
  const headers = [...`${rules.get("/*")}\n${rules.get("/exercises/*")}`.matchAll(/^ +([\w-]+): (.*)$/gm)];
  assert.ok(headers.length > 4);
  for (const [, name, value] of headers) {
    assert.ok([value, `"${value}"`].some((said) => nginx.includes(`add_header ${name} ${said} always;`)), name);
  }
});

test("every page holds the one style and the one script that its policy and the headers allow", built, () => {
  const allowed = (text) => /script-src [^;]* '(sha256-[^']+)'; style-src [^;]* '(sha256-[^']+)';/.exec(text).slice(1);
  const [script, style] = allowed(read("_headers"));
  const digests = (found) => found.map(([, text]) => `sha256-${createHash("sha256").update(text).digest("base64")}`);
  const pages = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith(".html"));
  assert.ok(pages.length > 60);
  for (const page of pages) {
    const html = read(page);
    assert.deepEqual(digests([...html.matchAll(/<style>([^]*?)<\/style>/g)]), [style], page);
    const run = [...html.matchAll(/<script type="module"[^>]*>([^]*?)<\/script>/g)];
    assert.deepEqual(digests(run), page === "404.html" ? [] : [script], page);
    assert.deepEqual(allowed(html), [script, style], page);
  }
});
