// Draws the pictures that stand for Unknot outside its pages: icons for home screens and app
// lists, and the card that a shared link shows. Run by hand after the mark or a colour changes;
// the pictures are kept in the tree, so a build needs none of this.
//
//     node scripts/icons.mjs

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const root = new URL("../", import.meta.url);
// The tools live with those of the tests.
const require = createRequire(new URL("tests/package.json", root));
const { Resvg } = require("@resvg/resvg-js");
const UPNG = require("upng-js");
// The pages use the device's own font. A picture needs one that is the same everywhere.
const fontFiles = ["800ExtraBold/Nunito_800ExtraBold.ttf", "600SemiBold/Nunito_600SemiBold.ttf"].map((file) =>
  require.resolve(`@expo-google-fonts/nunito/${file}`),
);

const read = (path) => readFileSync(new URL(path, root), "utf8");
const found = (text, pattern) => {
  const match = text.match(pattern);
  if (!match) throw new Error(`${pattern} is not there any more`);
  return match[1];
};

const styles = read("style/tokens.css") + read("style/figure.css");
/** The light value of a colour token. */
const color = (token) => found(styles, new RegExp(`--${token}: light-dark\\((#[0-9a-f]+)`));

// The mark is drawn once, in public/icon.svg.
const markPath = found(read("public/icon.svg"), / d="([^"]+)"/);
/** Middle of the mark in icon.svg's 32 units. */
const MIDDLE = [16, 15.15];

/** The mark around a point; `size` is how large icon.svg would be. */
const mark = (x, y, size, stroke) =>
  `<path transform="translate(${x} ${y}) scale(${size / 32}) translate(${-MIDDLE[0]} ${-MIDDLE[1]})" d="${markPath}"
    fill="none" stroke="${stroke}" stroke-width="3" stroke-linecap="round"/>`;

const svg = (width, height, body) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${body}</svg>`;

const filled = (body) => svg(512, 512, `<rect width="512" height="512" fill="${color("accent")}"/>${body}`);

// A mask may cut all but the middle circle of 80 %. At this size the ends of the mark, which lie
// furthest out, stay inside it.
const maskable = filled(mark(256, 256, 430, "#fff"));
// iOS rounds the corners itself and shows transparency as black.
const touch = filled(mark(256, 256, 450, "#fff"));
const monochrome = svg(512, 512, mark(256, 256, 512, "#fff"));

/**
 * Bird dog, second side, as the app draws it (components/figure.rs; poses all-fours and bird-dog).
 * The arm and the leg that lift are shown where they were on their way up, too.
 */
const LIFTED_LEG = ["M600 -280L360 -288", "M360 -288L130 -296", "M130 -296L42 -281"];
const KNEELING_LEG = ["M600 -280L600 -40", "M600 -40L370 -40", "M370 -40L280 -40"];
const LIFTED_ARM = ["M906 -324L1065 -341", "M1065 -341L1205 -355", "M1205 -355L1264 -362"];
const PLANTED_ARM = ["M906 -324L879 -166", "M879 -166L910 -30", "M910 -30L970 -30"];
const ON_THE_WAY = [
  ["M600 -280L472 -77L242 -80L152 -74", "M906 -324L979 -182L1073 -78L1133 -80", 0.1],
  ["M600 -280L384 -176L154 -182L64 -171", "M906 -324L1050 -255L1183 -209L1243 -214", 0.18],
];

function birdDog() {
  const stroke = (d, paint, width) => `<path d="${d}" stroke="${paint}" stroke-width="${width}"/>`;
  const leg = ([thigh, shin, foot], shorts, skin) =>
    stroke(shin, skin, 74) + stroke(foot, color("hair"), 52) + stroke(thigh, shorts, 100);
  const arm = ([upper, fore, hand], sleeve, skin) =>
    stroke(upper, sleeve, 66) + stroke(fore, skin, 54) + stroke(hand, skin, 46);
  const ways = ON_THE_WAY.map(
    ([leg, arm, opacity]) =>
      `<g opacity="${opacity}">${stroke(leg, color("shorts"), 80)}${stroke(arm, color("accent"), 58)}</g>`,
  );
  return `<g fill="none" stroke-linecap="round" stroke-linejoin="round">
    ${ways.join("")}
    ${leg(KNEELING_LEG, color("shorts-far"), color("skin-far"))}
    ${arm(LIFTED_ARM, color("shirt-far"), color("skin-far"))}
    ${stroke("M906 -324L1021 -332", color("skin-far"), 58)}
    <circle cx="1029" cy="-350" r="66" fill="${color("hair")}"/>
    <circle cx="1019" cy="-274" r="16" fill="${color("skin")}"/>
    <circle cx="1021" cy="-332" r="60" fill="${color("skin")}"/>
    ${stroke("M600 -280Q659 -292 698 -295Q738 -298 783 -302Q828 -307 906 -324", color("shirt"), 128)}
    ${stroke("M600 -280L659 -292", color("shorts"), 132)}
    ${leg(LIFTED_LEG, color("shorts"), color("skin"))}
    ${arm(PLANTED_ARM, color("shirt-far"), color("skin"))}
  </g>`;
}

const card = svg(
  1200,
  630,
  `<rect width="1200" height="630" fill="${color("ground")}"/>
  <circle cx="850" cy="560" r="330" fill="${color("accent-tint")}"/>
  <rect y="556" width="1200" height="74" fill="${color("mat")}"/>
  <g transform="translate(395 546) scale(.6)">${birdDog()}</g>
  ${mark(102, 92, 88, color("accent"))}
  <g font-family="Nunito" fill="${color("ink")}">
    <text x="156" y="110" font-size="52" font-weight="800">Unknot</text>
    <text x="70" y="220" font-size="74" font-weight="800" letter-spacing="-1">Guided back care</text>
    <text x="70" y="304" font-size="74" font-weight="800" letter-spacing="-1">in the browser</text>
    <text x="70" y="604" font-size="28" font-weight="600">Six exercises, five kinds of massage. Free, without an account.</text>
  </g>
`,
);

const pictures = [
  ["icons/192.png", 192, read("public/icon.svg")],
  ["icons/512.png", 512, read("public/icon.svg")],
  ["icons/maskable-192.png", 192, maskable],
  ["icons/maskable-512.png", 512, maskable],
  ["icons/monochrome-512.png", 512, monochrome],
  ["icons/apple-touch.png", 180, touch],
  ["og.png", 1200, card],
];

/** A PNG with a palette of 256 at most: flat colours do well with it, at half the bytes. */
function small(drawn) {
  const image = UPNG.decode(drawn);
  const [pixels] = UPNG.toRGBA8(image);
  const png = Buffer.from(UPNG.encode([pixels], image.width, image.height, 256));
  const isOpaque = new Uint8Array(pixels).every((value, index) => index % 4 !== 3 || value === 255);
  // The encoder always lists a transparent colour, used or not.
  return isOpaque ? withoutChunk(png, "tRNS") : png;
}

function withoutChunk(png, name) {
  const kept = [png.subarray(0, 8)];
  for (let at = 8, end; at < png.length; at = end) {
    end = at + 12 + png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) !== name) kept.push(png.subarray(at, end));
  }
  return Buffer.concat(kept);
}

mkdirSync(new URL("public/icons/", root), { recursive: true });
for (const [path, width, source] of pictures) {
  const font = { fontFiles, loadSystemFonts: false };
  const drawn = new Resvg(source, { fitTo: { mode: "width", value: width }, font }).render();
  const png = small(drawn.asPng());
  writeFileSync(new URL(`public/${path}`, root), png);
  console.log(`public/${path}: ${drawn.width} × ${drawn.height}, ${(png.length / 1024).toFixed(1)} KB`);
}
