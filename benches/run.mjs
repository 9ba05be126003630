// node benches/run.mjs [part…]: measures and prints one table or more a part.
//
// Fails only when something could not be measured: a goal that is missed is shown, not enforced,
// for what depends on the clock depends on the machine too.

import { cpus, loadavg } from 'node:os';
import { print } from './lib/table.mjs';

const PARTS = ['bytes', 'start', 'frames', 'cues', 'log', 'pages'];

const named = process.argv.slice(2);
const unknown = named.filter((name) => !PARTS.includes(name));
if (unknown.length > 0) {
  console.error(`no part '${unknown.join("', '")}'; there are: ${PARTS.join(', ')}`);
  process.exit(2);
}

for (const name of named.length > 0 ? named : PARTS) {
  // To standard error, so that what is kept of standard output is the tables.
  console.error(`\n[bench] ${name} (${cpus().length} cores, load ${loadavg()[0].toFixed(1)})`);
  try {
    const { measure } = await import(`./parts/${name}.mjs`);
    for (const table of await measure()) print(table);
  } catch (error) {
    console.error(`[bench] ${name} could not be measured: ${error.stack}`);
    process.exitCode = 1;
  }
}
