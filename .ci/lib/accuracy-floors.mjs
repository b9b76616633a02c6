// Compares the scorer's JSON (standard input) with the floors: a ratchet, raised with what is reached, never lowered silently.
//
//   score.py ... --json | node accuracy-floors.mjs tests/accuracy-floors.json

import { readFileSync } from "node:fs";

const floors = JSON.parse(readFileSync(process.argv[2], "utf8"));
const report = JSON.parse(readFileSync(0, "utf8"));

let below = 0;
for (const [figure, floor] of Object.entries(floors)) {
  const dot = figure.lastIndexOf(".");
  const reached = report[figure.slice(0, dot)]?.[figure.slice(dot + 1)] ?? 0;
  const holds = reached >= floor;
  below += holds ? 0 : 1;
  console.log(`${holds ? "ok   " : "BELOW"}  ${figure.padEnd(30)} ${reached.toFixed(4)}, floor ${floor}`);
}
process.exit(below > 0 ? 1 : 0);
