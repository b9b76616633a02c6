// The page as one file, as somebody gets it who has nothing else: alone in a folder, opened from disk.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { DIST, running, test } from "./harness.mjs";

/** What the build makes of the page. */
export const single = () => readFileSync(path.join(DIST, "provenance.html"));

const folders = [];
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** The address of a copy, alone in a folder; its name has what names of files may have. */
export function copyOf(bytes = single()) {
  const folder = mkdtempSync(path.join(tmpdir(), "provenance-"));
  folders.push(folder);
  const copy = path.join(folder, "Provenance (1) #报告.html");
  writeFileSync(copy, bytes);
  return pathToFileURL(copy).href;
}

/** Registers a test of the file. `run` gets what all tests get, `start`, which opens a copy at a fragment, and that copy's `address`. */
export function singleTest(name, run) {
  test(`single file: ${name}`, async (fixture) => {
    const { context, page } = fixture;
    const address = copyOf();
    const asked = [];
    context.on("request", (request) => {
      // What is inside is asked of nobody.
      if (!request.isNavigationRequest() && !/^(blob|data):/.test(request.url())) asked.push(request.url());
    });
    const start = async (fragment = "") => {
      await page.goto(address + fragment);
      await running(page);
    };
    await run({ ...fixture, address, start });
    assert.deepEqual(asked, []);
  });
}
