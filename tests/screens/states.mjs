// What there is to see: every page, and every state of a session.

import { readdirSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));
const HOLDS = "/play/custom/#r=bird-dog.4r.30h.2s_bridge.8r.5h_dead-bug.4r";
const during = (phase) => ({ until: `.stage[data-phase=${phase}]` });
const SUMMARY = { until: ".summary .pain-now" };
const MASSAGE = "/play/thai-self-stretch/";

const entry = (exercise, done, planned) => ({ exercise, rung: "standard", side: "none", planned, done, seconds: 60, hurt: false, skipped: false });

/** A few sessions, so that there is something to tell. */
const SESSIONS = Object.fromEntries([
  ["2026-11-10", 4, 3, 6], ["2026-11-12", 5, 4, 6], ["2026-11-16", 4, 4, 3], ["2026-11-19", 3, 2, 6], ["2026-11-22", 3, 2, 6],
].map(([date, pain_before, pain_after, done], index) => {
  const id = `01997a10-0000-7000-8000-00000000000${index}`;
  return [`unknot/log/${id}`, { format: 1, data: {
    id, started_at: `${date}T08:00:00+00:00`, date, routine: "gentle-start", code: "cat-cow.6r_pelvic-tilt.6r.3h", catalog: "en-1a2b3c4d",
    entries: [entry("cat-cow", done, 6), entry("pelvic-tilt", done, 6)], pain_before, pain_after, active_seconds: 260, finished: done === 6,
  } }];
}));

const screened = (tier) => ({ format: 1, data: { screened: "2026-11-20", tier, conditions: [] } });

/** States of a session, and pages in which something was done. */
export const STATES = {
  "phone down": { path: HOLDS, kept: { settings: { phone_down: true } }, acts: ["Start", during("phone-down")] },
  "demonstration": { path: HOLDS, kept: { settings: { explain: "always" } }, acts: ["Start", during("demonstration")] },
  "get ready": { path: HOLDS, acts: ["Start", during("get-ready")] },
  "movement": { path: HOLDS, acts: ["Start", "Skip", during("move")] },
  "hold": { path: HOLDS, acts: ["Start", "Skip", during("hold")] },
  "rest": { path: "/play/custom/#r=cat-cow.1r.2s_bridge.6r", acts: ["Start", "Skip", during("rest")] },
  "switching sides": { path: MASSAGE, acts: ["Start", "Skip", "Skip", "Skip", during("switch")] },
  "own pace": { path: HOLDS, kept: { settings: { self_paced: true } }, acts: ["Start", during("self-paced")] },
  "paused": { path: HOLDS, acts: ["Start", "Skip", during("hold"), "Pause"] },
  "this hurts": { path: HOLDS, acts: ["Start", "Skip", during("move"), "This hurts"] },
  "adjust": { path: HOLDS, acts: ["Start", during("get-ready"), "Adjust"] },
  "end session": { path: HOLDS, acts: ["Start", during("get-ready"), "End"] },
  "done": { path: "/play/custom/#r=bridge.1r.1h", acts: ["Start", SUMMARY] },
  "done, pain is high": { path: "/play/custom/#r=bridge.1r.1h", acts: ["Start", SUMMARY, "8", "Save", { until: ".answer" }] },
  "ended early": { path: HOLDS, acts: ["Start", "Skip", during("hold"), "End", "End", SUMMARY] },
  "safety check": { path: HOLDS, kept: { "unknot/health": { format: 1, data: {} } }, acts: ["Start", { until: ".asking" }] },
  "advice": { path: "/safety/", kept: { "unknot/health": screened("urgent") } },
  "no session": { path: HOLDS, kept: { "unknot/health": screened("emergency") } },
  "no session on the first page": { path: "/", kept: { "unknot/health": screened("emergency") } },
  "unreadable link": { path: "/play/custom/#r=no-such-thing" },
  "progress with sessions": { path: "/progress/", kept: SESSIONS },
  "first page after some sessions": { path: "/", kept: SESSIONS },
};

/** Paths of all pages that were rendered, but for those in frames of other sites; and of those. */
export function pages() {
  const all = readdirSync(DIST, { recursive: true }).filter((file) => file.endsWith("index.html"));
  const paths = all.map((file) => `/${file.split(sep).join("/").replace(/index\.html$/, "")}`).sort();
  const isFramed = (path) => /^\/embed\/./.test(path);
  return { own: paths.filter((path) => !isFramed(path)), framed: paths.filter(isFramed) };
}
