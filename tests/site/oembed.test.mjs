// A client library that knows nothing of Unknot finds the frame behind the address of a page. The
// site is built once more for this, with a public address.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { extract } from "@extractus/oembed-extractor";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SITE = join(ROOT, "target/debug/site");

let folder;
let address;
let server;

const freePort = () =>
  new Promise((resolve) => {
    const listener = createServer().listen(0, "127.0.0.1", () => {
      const { port } = listener.address();
      listener.close(() => resolve(port));
    });
  });

before(async () => {
  const port = await freePort();
  address = `http://localhost:${port}/`;
  folder = mkdtempSync(join(tmpdir(), "unknot-site-"));
  // As Trunk leaves it.
  const script = '<script type="module" data-base="./" data-js="unknot.js" data-wasm="unknot.wasm">start.js</script>';
  const template = readFileSync(join(ROOT, "index.html"), "utf8").replace("</head>", `${script}</head>`);
  writeFileSync(join(folder, "index.html"), template);
  const env = { ...process.env, TRUNK_PROFILE: "debug", TRUNK_STAGING_DIR: folder, TRUNK_SOURCE_DIR: ROOT, PUBLIC_ADDRESS: address };
  const built = spawnSync(SITE, ["build"], { env, encoding: "utf8" });
  assert.equal(built.status, 0, built.stderr);
  server = spawn(SITE, ["serve", folder], {
    env: { ...process.env, PORT: String(port), UNKNOT_EXIT_WITH_STDIN: "1" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  await new Promise((resolve) => server.stdout.once("data", resolve));
});

after(() => {
  server?.kill();
  if (folder) rmSync(folder, { recursive: true });
});

for (const [path, embed] of [
  ["routines/daily-six/", "embed/routine/daily-six/"],
  ["exercises/bird-dog/", "embed/exercise/bird-dog/"],
  ["techniques/thai/", "embed/technique/thai/"],
]) {
  test(`a client finds the frame of ${path}`, async () => {
    const found = await extract(`${address}${path}`);
    assert.equal(found.type, "rich");
    assert.equal(found.provider_name, "Unknot");
    assert.ok(found.title.length > 0);
    assert.ok(found.html.includes(`src="${address}${embed}"`), found.html);
    const frame = await fetch(`${address}${embed}`);
    assert.equal(frame.status, 200);
    assert.ok(!frame.headers.get("content-security-policy").includes("frame-ancestors"));
  });
}

test("pages name their full address and picture, and the sitemap names the pages", async () => {
  const page = await (await fetch(`${address}exercises/bird-dog/`)).text();
  assert.ok(page.includes(`<meta property="og:url" content="${address}exercises/bird-dog/">`));
  assert.ok(page.includes(`<meta property="og:image" content="${address}og.png">`));
  const sitemap = await (await fetch(`${address}sitemap.xml`)).text();
  const pages = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, page]) => page);
  assert.ok(pages.length > 30, `${pages.length} pages`);
  for (const listed of pages) assert.equal((await fetch(listed)).status, 200, listed);
  assert.ok((await (await fetch(`${address}robots.txt`)).text()).includes(`Sitemap: ${address}sitemap.xml`));
});
