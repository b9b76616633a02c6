// Runs the browser tests against dist/ and closes with "N passed, N failed".
//
//   node tests/browser/run.mjs [--grep WORD]

import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { runAll } from "./support/harness.mjs";

const { values } = parseArgs({ options: { grep: { type: "string", default: "" } } });
const specs = new URL("specs/", import.meta.url);
for (const file of readdirSync(specs).sort()) await import(new URL(file, specs));

const { passed, failed } = await runAll(values.grep);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
