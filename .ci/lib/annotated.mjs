// Lays out the sections that tests/annotated describes as the scorer wants them: cut from the report by byte offsets.
//
//   node annotated.mjs REPORT tests/annotated OUT

import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [report, annotated, out] = process.argv.slice(2);
const { sha256, sections } = JSON.parse(readFileSync(join(annotated, "sections.json"), "utf8"));
const bytes = readFileSync(report);
const found = createHash("sha256").update(bytes).digest("hex");
if (found !== sha256) {
  console.error(`${report} is not the report whose sections were annotated (SHA-256 ${found})`);
  process.exit(1);
}
mkdirSync(join(out, "sections"), { recursive: true });
for (const [name, [start, end]] of Object.entries(sections)) writeFileSync(join(out, "sections", `${name}.txt`), bytes.subarray(start, end));
for (const folder of ["mentions", "audit"]) cpSync(join(annotated, folder), join(out, folder), { recursive: true });
