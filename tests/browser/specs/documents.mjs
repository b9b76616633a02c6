// Word documents: read by a program of their own, which nobody loads who opens none.

import assert from "node:assert/strict";
import { running, test } from "../support/harness.mjs";
import { cardNames, evidence, failure, goTo, openFile, openRegion, overview, stored } from "../support/app.mjs";
import { download } from "../support/downloads.mjs";
import { dropFiles, sample, textFile } from "../support/files.mjs";
import { visitThenCut } from "../support/offline.mjs";
import { pdfFile } from "../support/pdf.mjs";
import { heading, paragraph, wordFile } from "../support/word.mjs";

const report = (name, year, spending) => wordFile(
  name,
  paragraph(`Rural Water: Progress Report ${year}`),
  heading("Turkana County"),
  paragraph(`In ${year} the county drilled 4`, "8 boreholes, of which 31 were solar powered and 17 were fitted with hand pumps. Spending reached KES ", spending, " million."),
  heading("Nakuru County"),
  paragraph(`In ${year} spending came to KES 731 million. The county drilled 50 boreholes.`),
);
const WATER = report("water-2023.docx", 2023, "412.5");
const BROKEN = { ...WATER, name: "broken.docx", bytes: WATER.bytes.subarray(0, WATER.bytes.length / 2) };

const readerFiles = (page) => page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => name.includes("/reader-")));

/** Waits until a file is the report that is shown, where another was before: with several open its name stands beside the choice, for paper. */
const isOpen = (page, { name }) => page.locator(".docline b", { hasText: name }).waitFor({ state: "attached" });

test("documents: a Word document with two regions is read, and read again after a reload", async ({ page, open }) => {
  await open();
  await openFile(page, WATER);
  assert.deepEqual(await cardNames(page), ["Turkana", "Nakuru"]);
  await openRegion(page, "Turkana");
  const figures = await page.locator(".text a.q").allInnerTexts();
  for (const printed of ["48", "KES 412.5 million"]) assert.ok(figures.includes(printed), `${printed} is not among ${figures}`);
  assert.match(await page.locator(".docline").innerText(), /water-2023\.docx.*DOCX/s);
  await page.locator(".text").getByRole("link", { name: "KES 412.5 million" }).click();
  await evidence(page).waitFor();
  await stored(page, "water-2023.docx");
  await page.reload();
  await running(page);
  await evidence(page).waitFor();
  assert.match(await evidence(page).innerText(), /KES 412\.5 million/);
});

test("documents: a PDF with two regions is read", async ({ page, open }) => {
  await open();
  await openFile(page, pdfFile("water-2023.pdf", [
    ["Rural Water: Progress Report 2023", 18],
    ["Turkana County", 14],
    ["The county drilled 48 boreholes. Spending reached KES 412.5 million.", 10],
    ["Nakuru County", 14],
    ["The county drilled 50 boreholes. Spending reached KES 731 million.", 10],
  ]));
  assert.deepEqual(await cardNames(page), ["Turkana", "Nakuru"]);
  assert.match(await page.locator(".docline").innerText(), /water-2023\.pdf.*PDF/s);
  await openRegion(page, "Turkana");
  assert.ok((await page.locator(".text a.q").allInnerTexts()).includes("KES 412.5 million"));
});

test("documents: the reader is loaded with the first document, not before", async ({ page, open, context }) => {
  const asked = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => Object.defineProperty(navigator, "serviceWorker", { value: undefined }));
  await open();
  await openFile(page, textFile("plain-2023.txt", "Turkana County\n\nThe county drilled 48 boreholes.\n\nNakuru County\n\nThe county drilled 50 boreholes.\n"));
  assert.ok(!asked.some((path) => path.includes("reader-")), `${asked}`);
  await openFile(page, WATER);
  await isOpen(page, WATER);
  assert.ok(asked.some((path) => /reader-\w+_bg\.wasm/.test(path)), `${asked}`);
});

test("documents: a broken one beside a good one becomes a sentence, the good one opens", async ({ page, open }) => {
  await open();
  await dropFiles(page, "main", [BROKEN, WATER]);
  await overview(page);
  await page.getByText("“broken.docx” is cut off or damaged").first().waitFor();
  assert.deepEqual(await cardNames(page), ["Turkana", "Nakuru"]);
});

test("documents: with the network cut after the first visit", async ({ page, open, serve }) => {
  await visitThenCut({ page, open, serve });
  await openFile(page, WATER);
  assert.deepEqual(await cardNames(page), ["Turkana", "Nakuru"]);
});

test("documents: another language, and last year's report: the text is at hand and not read out again", async ({ page, open }) => {
  await open();
  await openFile(page, report("water-2022.docx", 2022, "390"));
  await openFile(page, WATER);
  await isOpen(page, WATER);
  const before = (await readerFiles(page)).length;
  assert.ok(before > 0, "the browser counts the reader's starts");
  await goTo(page, "Audit");
  await page.getByRole("heading", { name: /Against the report of 2022|2022/ }).first().waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  await page.locator("html[lang=zh-Hans]").waitFor();
  await page.getByRole("navigation").getByRole("link", { name: "核对" }).first().waitFor();
  assert.equal((await readerFiles(page)).length, before);
});

test("documents: a project with its document opens again", async ({ page, open }) => {
  await open();
  await openFile(page, WATER);
  await page.locator(".docline").getByRole("link", { name: /correction/i }).click();
  await page.getByRole("heading", { level: 1, name: "Corrections" }).waitFor();
  const { bytes } = await download(page, page.getByRole("button", { name: /with the report/i }));
  await page.evaluate(async () => {
    sessionStorage.clear();
    await new Promise((done) => Object.assign(indexedDB.deleteDatabase("provenance"), { onsuccess: done, onblocked: done, onerror: done }));
  });
  await page.goto("about:blank");
  await open();
  await openFile(page, { name: "water.provenance.json", type: "application/json", bytes });
  assert.deepEqual(await cardNames(page), ["Turkana", "Nakuru"]);
});

test("documents: a reader that cannot start is said in words, and trying again helps", async ({ page, open, context, expectProblem }) => {
  expectProblem(/console: |uncaught: /);
  await context.route(/reader-\w+_bg\.wasm/, (route) => route.abort());
  await open();
  await dropFiles(page, "main", [WATER]);
  await failure(page).waitFor();
  await context.unroute(/reader-\w+_bg\.wasm/);
  await page.getByRole("button", { name: "Try again" }).click();
  await overview(page);
  assert.deepEqual(await cardNames(page), ["Turkana", "Nakuru"]);
});

test("documents: a reader that gives up takes nothing else with it", async ({ page, open, context, expectProblem }) => {
  expectProblem(/console: |uncaught: /);
  await context.route(/reader-\w+\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "setTimeout(() => { throw new Error('gave up'); });" }));
  await open();
  await dropFiles(page, "main", [WATER, sample()]);
  await overview(page);
  assert.equal((await cardNames(page)).length, 29);
  await page.getByText("Reading “water-2023.docx” stopped half-way").first().waitFor();
});

test("documents: reading one can be stopped", async ({ page, open, context, expectProblem }) => {
  expectProblem(/console: |uncaught: /);
  // A reader that never says anything.
  await context.route(/reader-\w+\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await open();
  await dropFiles(page, "main", [WATER]);
  await page.getByText("Reading the text out of the document.").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("heading", { name: "Drop a report here" }).waitFor();
  await openFile(page, sample());
  assert.equal((await cardNames(page)).length, 29);
});
