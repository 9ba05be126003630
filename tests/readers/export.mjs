// Looks at files of documents, one a line, with a validator that knows nothing but the published schema: what
// is wrong with each, or nothing.

import { readFileSync } from "node:fs";
import { argv } from "node:process";
import Ajv from "ajv/dist/2020.js";

const validate = new Ajv({ strict: true, strictTypes: false }).compile(JSON.parse(readFileSync(argv[2], "utf8")));
const wrong = readFileSync(argv[3], "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => (validate(JSON.parse(line)) ? null : JSON.stringify(validate.errors[0])));
console.log(JSON.stringify(wrong));
