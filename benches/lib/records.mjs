// A log of many sessions, made of one that the app wrote itself.

import { randomBytes } from 'node:crypto';

const LOG = 'unknot/log/';
const DAY_MS = 24 * 60 * 60 * 1000;

/** The stored text of the newest session. */
export const newest = (page) =>
  page.evaluate((log) => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(log)).sort();
    return localStorage.getItem(keys.at(-1));
  }, LOG);

/** So many sessions, one a day up to yesterday, all done, as the app keeps them: [key, text] each. */
export function daily(text, count) {
  const document = JSON.parse(text);
  const now = Date.now();
  return Array.from({ length: count }, (_, index) => {
    const at = now - (index + 1) * DAY_MS;
    const day = new Date(at).toISOString();
    const id = versionSeven(at);
    // What was planned is left out where it was done.
    const entries = document.data.entries.map(({ planned, skipped, done, seconds, ...entry }) => ({ ...entry, done: planned ?? done, seconds: 100 }));
    const { routine, code, catalog } = document.data;
    // In the order in which the app writes them.
    const data = {
      started_at: `${day.slice(0, 19)}+00:00`, routine, code, catalog, entries,
      pain_before: 4, pain_after: 3, effort: 3, active_seconds: 600, finished: true,
    };
    return [LOG + id, JSON.stringify({ ...document, data })];
  });
}

/** A UUID of version 7: the time in its first 48 bits, so that keys sort by it. */
function versionSeven(at) {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Puts sessions in place of those that are there. */
export const fill = (page, sessions) =>
  page.evaluate((log, all) => {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith(log))) localStorage.removeItem(key);
    for (const [key, text] of all) localStorage.setItem(key, text);
  }, LOG, sessions);
