// The main job, end to end: a report in, its regions side by side, each number with its sentence.

import assert from "node:assert/strict";
import { running, test } from "../support/harness.mjs";
import {
  REGIONS_2012, assertEvidence, cardNames, column, evidence, failure, goTo, openFile, openRegion, openSample, overview,
} from "../support/app.mjs";
import { dropFiles, pasteText, realReport, sample, textFile } from "../support/files.mjs";
import { visitThenCut } from "../support/offline.mjs";

const LIAONING_TOTAL = /^573\.80? million yuan$/;
const LIAONING_PARTS = ["40.69", "252.3", "280.81"];

/** Every way through the main job holds for both: the digest that comes with the page, and the whole report where it is there. */
const reports = [["the sample", sample()]];
const whole = realReport();
if (whole) reports.push(["the whole report", whole]);
else console.log("skipped: the tests with the whole report, which is not beside the project");

for (const [name, file] of reports) {
  test(`main job: ${name}, dropped, gives 29 cards in the report's order`, async ({ page, open }) => {
    await open();
    await openFile(page, file);
    assert.deepEqual(await cardNames(page), REGIONS_2012);
  });

  test(`main job: ${name}: a total, its three parts and their sentence`, async ({ page, open }) => {
    await open();
    await openFile(page, file);
    await openRegion(page, "Liaoning");
    const total = page.locator(".text").getByRole("link", { name: LIAONING_TOTAL }).first();
    await total.click();
    await assertEvidence(page, await total.innerText(), LIAONING_PARTS);
    for (const part of LIAONING_PARTS) assert.match(await evidence(page).innerText(), new RegExp(part));
  });

  test(`main job: ${name}: evidence by keyboard alone`, async ({ page, open }) => {
    await open();
    await openFile(page, file);
    await openRegion(page, "Liaoning");
    const total = page.locator(".text").getByRole("link", { name: LIAONING_TOTAL }).first();
    await total.focus();
    await page.keyboard.press("Enter");
    await assertEvidence(page, await total.innerText(), LIAONING_PARTS);
    await page.keyboard.press("j");
    await page.waitForFunction((before) => document.querySelector("#evidence h2")?.textContent !== before, await total.innerText());
    await page.keyboard.press("Escape");
    await evidence(page).waitFor({ state: "hidden" });
  });

  test(`main job: ${name}: the table sorted by central funds`, async ({ page, open }) => {
    await open();
    await openFile(page, file);
    await goTo(page, "Compare");
    const head = page.getByRole("columnheader", { name: /Central government funds/ });
    await head.getByRole("button").click();
    await page.waitForFunction(() => document.querySelector("table.ct th[aria-sort=descending]"));
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    const index = await head.evaluate((cell) => cell.cellIndex);
    const cells = await column(page, index);
    assert.equal(cells.length, 29);
    const values = cells.map(numberIn).filter((value) => value !== null);
    assert.ok(values.length >= 5, `few values: ${cells}`);
    assert.deepEqual(values, values.toSorted((a, b) => b - a));
    const silent = cells.findIndex((cell) => numberIn(cell) === null);
    assert.ok(cells.slice(silent).every((cell) => numberIn(cell) === null), "what is not stated stands last");
  });

  test(`main job: ${name}: a reload and the back button keep the view`, async ({ page, open }) => {
    await open();
    await openFile(page, file);
    await openRegion(page, "Liaoning");
    const total = page.locator(".text").getByRole("link", { name: LIAONING_TOTAL }).first();
    await total.click();
    const address = page.url();
    await page.reload();
    await running(page);
    await assertEvidence(page, await total.innerText(), LIAONING_PARTS);
    assert.equal(page.url(), address);
    await page.goBack();
    await page.goBack();
    await overview(page);
  });

  test(`main job: ${name}: with the network cut after the first visit`, async ({ page, open, serve }) => {
    await visitThenCut({ page, open, serve });
    await openFile(page, file);
    assert.deepEqual(await cardNames(page), REGIONS_2012);
  });

  test(`main job: ${name}: from a sub-path`, async ({ page, open, serve }) => {
    const { url } = await serve({ prefix: "/reports/2012/" });
    await open("", url);
    await openFile(page, file);
    assert.deepEqual(await cardNames(page), REGIONS_2012);
  });
}

/** The first number in a cell's words, its thousands separated by commas; null if it has none. */
function numberIn(words) {
  const digits = /-?\d[\d,]*(\.\d+)?/.exec(words.replaceAll(/\s+\./g, "."));
  return digits ? Number(digits[0].replaceAll(",", "")) : null;
}

test("main job: the sample by its button, and by link", async ({ page, open }) => {
  await open();
  await openSample(page);
  const address = page.url();
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("about:blank");
  await page.goto(address);
  await overview(page);
  assert.deepEqual(await cardNames(page), REGIONS_2012);
});

test("main job: the sample offline", async ({ page, open, serve }) => {
  await visitThenCut({ page, open, serve });
  await openSample(page);
  assert.deepEqual(await cardNames(page), REGIONS_2012);
});

test("main job: what reading does is told before the first section, at each half megabyte, and after the last", async ({ page, open }) => {
  await open();
  const { bytes } = sample();
  const long = Buffer.from(Array(Math.ceil(1_500_000 / bytes.length)).fill(bytes.toString("utf8")).join("\n\n"));
  await page.evaluate(() => {
    window.told = [];
    new MutationObserver(() => window.told.push(document.querySelector(".state.is-busy")?.innerText)).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await dropFiles(page, "main", [{ ...sample(), bytes: long }]);
  await page.waitForURL(/#\/overview/);
  const told = (await page.evaluate(() => window.told)).filter(Boolean);
  const at = (pattern) => told.findIndex((words) => pattern.test(words));
  const stages = [/Looking for its sections/, /Section \d+, [A-Z]/, /All are read/].map(at);
  assert.ok(stages[0] >= 0 && stages[0] < stages[1] && stages[1] < stages[2], `${stages}`);
});

test("main job: pasted text is read like a file", async ({ page, open }) => {
  await open();
  await pasteText(page, sample().bytes.toString("utf8"));
  await overview(page);
  assert.deepEqual(await cardNames(page), REGIONS_2012);
});

const BAD = [
  ["an empty file", textFile("empty.txt", ""), /is empty/],
  ["a binary file", { name: "noise.bin", type: "application/octet-stream", bytes: Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)) }, /noise\.bin/],
  ["a text without figures", textFile("prose.txt", "A quiet text.\n\nNothing in it is counted."), /[Nn]o figures/],
];

for (const [name, file, words] of BAD) {
  test(`bad input: ${name} becomes a sentence, and the page stays usable`, async ({ page, open }) => {
    await open();
    await dropFiles(page, "main", [file]);
    await failure(page).waitFor();
    assert.match(await failure(page).innerText(), words);
    await openFile(page, sample());
    assert.equal((await cardNames(page)).length, 29);
  });
}

test("bad input: of several bad files each is named, and each can be put aside by itself", async ({ page, open }) => {
  await open();
  await dropFiles(page, "main", [BAD[0][1], sample(), BAD[1][1]]);
  const alerts = page.getByRole("alert");
  await alerts.nth(1).waitFor();
  assert.match((await alerts.allInnerTexts()).join(), /empty\.txt[^]*noise\.bin/);
  assert.equal((await cardNames(page)).length, 29, "the good one is open");
  await alerts.first().getByRole("button", { name: "Close" }).click();
  await page.waitForFunction(() => document.querySelectorAll("[role=alert]").length === 1);
  assert.match(await alerts.innerText(), /noise\.bin/);
});

test("bad input: a text without regions is still read", async ({ page, open }) => {
  await open();
  await dropFiles(page, "main", [textFile("plain.txt", "The works cost 12 million yuan, of which 5 million yuan were paid in 2012.")]);
  await page.waitForURL(/#\/overview/);
  assert.match(await page.getByRole("main").innerText(), /2 figures/);
});

test("bad input: a second file while the first is read: both are opened, nothing is lost", async ({ page, open }) => {
  await open();
  await dropFiles(page, "main", [sample()]);
  await dropFiles(page, "main", [textFile("second.txt", "Report of Hebei Province\n\nThe works cost 12 million yuan.")]);
  await overview(page);
  // Both stand in the choice of reports; which of the two is shown depends on which was read last.
  for (const name of ["second.txt", "digest-2012.txt"]) {
    await page.locator("select option", { hasText: name }).waitFor({ state: "attached" });
  }
});

test("bad input: a bad file leaves the open report as it is", async ({ page, open }) => {
  await open();
  await openFile(page, sample());
  await dropFiles(page, "main", [textFile("empty.txt", "")]);
  await page.getByText(/is empty/).first().waitFor();
  assert.equal((await cardNames(page)).length, 29);
});

test("bad input: a worker that cannot start is said in words, and trying again helps", async ({ page, open, context, expectProblem }) => {
  expectProblem(/console: |uncaught: /);
  await context.route(/worker-\w+_bg\.wasm/, (route) => route.abort());
  await open();
  await dropFiles(page, "main", [sample()]);
  await failure(page).waitFor();
  await context.unroute(/worker-\w+_bg\.wasm/);
  await page.getByRole("button", { name: "Try again" }).click();
  await overview(page);
});
