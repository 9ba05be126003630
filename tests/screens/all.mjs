// Every page and every state of a session, at three widths, in both themes, with forced colours, with
// motion, and printed, as one page to look through: tests/output/screens/index.html. ONLY=hold takes those
// whose names have that in them.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withCamera } from "./camera.mjs";
import { pages, STATES } from "./states.mjs";

const OUT = fileURLToPath(new URL("../output/screens/", import.meta.url));
const PHONE = { width: 360, height: 740 };
const TABLET = { width: 768, height: 1024 };
const WIDE = { width: 1440, height: 900 };
const ON_ITS_SIDE = { width: 740, height: 360 };
const FRAME = { width: 320, height: 480 };
// As many as there are cores to draw them.
const AT_ONCE = 2;
const ONLY = process.env.ONLY ?? "";

const both = (size) => [{ ...size, theme: "light" }, { ...size, theme: "dark" }];
const usual = [...both(PHONE), ...both(TABLET), ...both(WIDE)];
const forced = { ...PHONE, forced: true, theme: "dark" };
const named = (how) => [
  `${how.width}×${how.height}`, how.theme ?? "light",
  ...(how.forced ? ["forced colours"] : []), ...(how.less === false ? ["with motion"] : []), ...(how.print ? ["printed"] : []),
  ...(how.letters ? [`letters at ${how.letters} %`] : []),
].join(", ");

const { own, framed } = pages();
const groups = [
  ...own.map((path) => [path, { path }, [...usual, forced, { ...TABLET, print: true }].map((how) => ({ ...how, whole: true }))]),
  ...Object.entries(STATES).map(([name, what]) => [
    name, what, [...usual, ...both(ON_ITS_SIDE), { ...PHONE, letters: 200 }, forced, { ...PHONE, less: false }],
  ]),
  ...framed.map((path) => [path, { path }, [{ ...FRAME, whole: true }]]),
];

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const wanted = groups.filter(([title]) => title.includes(ONLY));
const jobs = wanted.flatMap(([title, what, ways], group) => ways.map((how, way) => ({ title, what, how, file: `${group}-${way}.png` })));
const lost = [];
await withCamera(async (take) => {
  let next = 0;
  const work = async () => {
    while (next < jobs.length) {
      const { title, what, how, file } = jobs[next++];
      try {
        writeFileSync(OUT + file, await take(what, how));
      } catch (error) {
        lost.push(`${title}, ${named(how)}: ${error.message}`);
      }
      if (next % 50 === 0) console.log(`${next} of ${jobs.length}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
});

const figure = ({ how, file }) => `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${named(how)}</figcaption></figure>`;
const sections = wanted.map(([title]) => `<h2>${title}</h2><div>${jobs.filter((job) => job.title === title).map(figure).join("")}</div>`);
writeFileSync(`${OUT}index.html`, `<!doctype html><meta charset="utf-8"><title>Screens of Unknot</title>
<style>body { font: 14px system-ui; margin: 1rem; background: #888; } div { display: flex; flex-wrap: wrap; align-items: start; gap: 8px; }
figure { margin: 0; } img { max-height: 420px; max-width: 480px; display: block; }</style>${sections.join("\n")}`);
console.log(`${jobs.length - lost.length} screens: tests/output/screens/index.html`);
for (const line of lost) console.error(`not taken: ${line}`);
process.exitCode = lost.length ? 1 : 0;
