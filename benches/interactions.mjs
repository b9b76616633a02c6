// How long each interaction holds the page's main thread: `node benches/interactions.mjs [--runs N] [--grep WORD]`, after `./dev build`.
//
// Chromium opens dist/ with the real report (the sample where that is not beside the project) and does what a reader does, each thing several
// times, while its trace runs. Printed: the longest task of each, the median of the runs and the longest of them, in milliseconds.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { startServer } from "../.ci/lib/serve.mjs";
import { DIST, launch, running } from "../tests/browser/support/harness.mjs";
import { realReport, sample } from "../tests/browser/support/files.mjs";
import { longestTask } from "./browser/trace.mjs";
import { INTERACTIONS } from "./browser/interactions.mjs";

/** What the page may take at a stretch without the reader noticing, in milliseconds. */
const LIMIT = 50;
const CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/** One interaction, `runs` times, each in a browser that keeps nothing yet: the medians, and what the longest task was made of. */
async function measure(browser, site, file, { name, before, act, until }, runs) {
  const tasks = [];
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(site);
    await running(page);
    await page.evaluate(() => document.fonts.ready);
    const target = await before(page, file);
    await page.waitForTimeout(400);
    await browser.startTracing(page, { categories: CATEGORIES });
    await act(page, target, file);
    await until(page);
    // What is drawn in portions goes on for a while.
    await page.waitForTimeout(600);
    tasks.push(longestTask(await browser.stopTracing()));
    await context.close();
  }
  tasks.sort((a, b) => a.ms - b.ms);
  return { name, median: tasks[runs >> 1].ms, most: tasks.at(-1).ms, made: tasks[runs >> 1].made };
}

async function main() {
  const { values } = parseArgs({ options: { runs: { type: "string", default: "3" }, grep: { type: "string", default: "" } } });
  if (!existsSync(path.join(DIST, "sw.js")) || !existsSync(process.env.CHROMIUM ?? "/usr/bin/chromium")) {
    console.log("interactions: skipped, they need dist/ and Chromium");
    return;
  }
  const whole = realReport();
  const { name, bytes } = whole ?? { ...sample(), name: "digest.txt" };
  // A file on the disk: its bytes then reach the page as a reader's do.
  const folder = mkdtempSync(path.join(tmpdir(), "interactions-"));
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  console.log(`\nInteractions, the longest task of the main thread in ms (${whole ? "the whole report" : "the sample: the whole report is not beside the project"}, ${values.runs} runs)\n`);
  const server = await startServer({ root: DIST });
  const browser = await launch();
  const found = [];
  console.log("| interaction | median | most | made of |\n|---|---|---|---|");
  for (const interaction of INTERACTIONS.filter(({ name }) => name.includes(values.grep))) {
    const one = await measure(browser, server.url, file, interaction, Number(values.runs));
    console.log(`| ${one.name} | ${one.median.toFixed(0)} | ${one.most.toFixed(0)} | ${one.made} |`);
    found.push(one);
  }
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
  const over = found.filter((one) => one.median > LIMIT).sort((a, b) => b.median - a.median);
  const names = over.map((one) => `${one.name} (${one.median.toFixed(0)})`).join(", ");
  console.log(`\n${over.length} of ${found.length} interactions hold the main thread for more than ${LIMIT} ms${over.length ? `: ${names}` : "."}`);
}

await main();
