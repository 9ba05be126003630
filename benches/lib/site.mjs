// The project's own server and command line.

import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { SITE } from './folders.mjs';

/** Serves a folder while `use` runs, which gets the address without a slash at the end. */
export async function withSite(folder, use) {
  // The server ends when its standard input does, so it cannot outlive this program.
  const environment = { ...process.env, PORT: '0', UNKNOT_EXIT_WITH_STDIN: '1' };
  const server = spawn(SITE, ['serve', folder], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    return await use(await addressOf(server));
  } finally {
    server.stdin.end();
  }
}

function addressOf(server) {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface(server.stdout).on('line', (line) => {
      const address = line.match(/http:\/\/[^\s/]+/);
      if (address) resolve(address[0]);
    });
  });
}

/** The sounds of a routine with their instants, as the timeline has them. */
export async function cuesOf(code) {
  const { stdout } = await promisify(execFile)(SITE, ['cues', code]);
  return JSON.parse(stdout);
}
