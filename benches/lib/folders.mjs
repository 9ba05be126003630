// Where things lie, and folders that vanish when they are no longer needed.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const DIST = process.env.UNKNOT_DIST ?? join(root, 'dist');
export const SITE = process.env.UNKNOT_SITE ?? join(root, 'target/debug/site');
export const COUNTER = join(root, 'benches/counter/dist');

export async function withFolder(use) {
  const folder = await mkdtemp(join(tmpdir(), 'unknot-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
