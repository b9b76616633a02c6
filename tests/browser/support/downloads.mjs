// Waits for the files that the page gives, and reads them: CSV, and ZIP archives without compression.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** What a button downloads: `{ name, bytes }`. */
export async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Rows of a CSV file (RFC 4180) as objects by the heads of the columns. The file must begin with a byte-order mark. */
export function records(bytes) {
  const text = bytes.toString("utf8");
  assert.equal(text.charCodeAt(0), 0xfeff, "a byte-order mark, for spreadsheets");
  const rows = parse(text.slice(1));
  const heads = rows[0];
  for (const row of rows) assert.equal(row.length, heads.length, `a row of ${row.length} fields under ${heads.length} heads: ${row[0]}`);
  return rows.slice(1).map((row) => Object.fromEntries(row.map((field, index) => [heads[index], field])));
}

function parse(text) {
  const rows = [[]];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '"' && text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else if (character === '"') quoted = false;
      else field += character;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      rows.at(-1).push(field);
      field = "";
    } else if (character === "\n") {
      rows.at(-1).push(field.replace(/\r$/, ""));
      field = "";
      rows.push([]);
    } else field += character;
  }
  rows.pop();
  return rows;
}

/** The files of an archive without compression, by name. */
export function unzipped(bytes) {
  const files = {};
  let at = 0;
  while (bytes.readUInt32LE(at) === 0x04034b50) {
    assert.equal(bytes.readUInt16LE(at + 8), 0, "stored, not compressed");
    const [size, name, extra] = [bytes.readUInt32LE(at + 22), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const start = at + 30 + name + extra;
    const content = bytes.subarray(start, start + size);
    files[bytes.toString("utf8", at + 30, at + 30 + name)] = content.toString("utf8");
    at = start + size;
  }
  return files;
}
