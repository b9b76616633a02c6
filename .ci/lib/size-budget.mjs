// The size budget: what a first visit transfers, each file gzipped, and the single file as it lies on a disk, against tests/size-budget.json.
//
//   node size-budget.mjs           fails if a file outgrew its budget by more than 3 %
//   node size-budget.mjs --write   records the present sizes (give the reason in the commit message)

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET = "tests/size-budget.json";
const ALLOWANCE = 1.03;
const SINGLE = "provenance.html"; // compressed inside; no visit loads it

/** Sizes by name without the content hash: "app_bg.wasm". */
function sizes(dist) {
  const found = {};
  for (const file of readdirSync(dist).sort()) {
    if (!/\.(wasm|js|css|html)$/.test(file) || file === "404.html") continue;
    const name = file.replace(/-[0-9a-f]{8,}/, "");
    const bytes = readFileSync(path.join(dist, file));
    found[name] = (file === SINGLE ? bytes : gzipSync(bytes, { level: 9 })).length;
  }
  return found;
}

const found = sizes("dist");
if (process.argv.includes("--write")) {
  writeFileSync(BUDGET, `${JSON.stringify(found, null, 2)}\n`);
  console.log(`wrote ${BUDGET}`);
} else {
  const budget = JSON.parse(readFileSync(BUDGET, "utf8"));
  let over = 0;
  for (const [name, size] of Object.entries(found)) {
    const limit = budget[name];
    const fits = limit !== undefined && size <= limit * ALLOWANCE;
    over += fits ? 0 : 1;
    console.log(`${fits ? "ok  " : "OVER"}  ${name.padEnd(16)} ${String(size).padStart(7)} bytes${name === SINGLE ? "" : " gzip"}, budget ${limit ?? "none: record it with --write"}`);
  }
  process.exit(over > 0 ? 1 : 0);
}
