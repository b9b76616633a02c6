// The views of the page, for whatever looks at each of them: screenshots, accessibility, narrow pages.
//
// `address` follows the site's address; `prepare`, where given, brings the page into the state to look at and waits for it.

import { readFileSync } from "node:fs";
import path from "node:path";
import { evidence, openSheet } from "./app.mjs";
import { dropFiles, sample, textFile } from "./files.mjs";
import { PROJECT } from "./harness.mjs";

/** Waits until the sample that the address names is read. */
async function sampleOpen(page) {
  await page.locator("nav.views").waitFor();
  await page.locator("main h1").waitFor();
}

async function chartDrawn(page) {
  await sampleOpen(page);
  await page.locator("main figure svg").first().waitFor();
}

async function figureSelected(page) {
  await sampleOpen(page);
  await page.locator(".text").getByRole("link", { name: /^573\.80? million yuan$/ }).first().click();
  await openSheet(page);
}

/** Two reports of one kind: the audit of the later one, at what it says of the earlier year. */
async function twoYears(page) {
  await dropFiles(page, "main", [sample()]);
  await page.waitForURL(/#\/overview/);
  await dropFiles(page, "main", [textFile("report-2013.txt", readFileSync(path.join(PROJECT, "tests/fixtures/yearbook-2013/report.txt")))]);
  await page.getByText("report-2013.txt").first().waitFor({ state: "attached" });
  await page.getByRole("navigation").getByRole("link", { name: /^Audit/ }).click();
  const group = page.getByRole("region", { name: /^Against the report/ });
  await group.locator("li").first().waitFor();
  await page.locator(".rule-definitions summary").click();
  await group.getByRole("heading", { level: 2 }).evaluate((heading) => heading.scrollIntoView());
}

async function formOpen(page) {
  await figureSelected(page);
  await evidence(page).getByRole("button", { name: "Correct it" }).click();
  await page.locator("form.figure-form").scrollIntoViewIfNeeded();
}

/** Waits until so many corrections are counted. */
const corrections = (page, n) => page.locator(".docline").getByRole("link", { name: new RegExp(`^${n} correction`) }).waitFor();

/** Three corrections: one that is taken back, two that hold. After each the report is read again, and what it says is waited for. */
async function somethingCorrected(page) {
  await figureSelected(page);
  await evidence(page).getByRole("button", { name: "Read right" }).click();
  await evidence(page).getByText("You confirmed this reading.").waitFor();
  const rejected = page.locator(".text").getByRole("link", { name: /^40\.69 million yuan$/ });
  await rejected.first().click();
  await evidence(page).getByRole("button", { name: "Not a figure" }).click();
  await rejected.waitFor({ state: "detached" });
  await page.locator(".text").getByRole("link", { name: /^252\.3 million yuan$/ }).first().click();
  await evidence(page).getByRole("button", { name: "Correct it" }).click();
  await page.locator("form.figure-form [name=value]").fill("352.3 million");
  await page.locator("form.figure-form [name=value]").press("Enter");
  await corrections(page, 3);
}

async function correctionsListed(page) {
  await somethingCorrected(page);
  await page.locator(".docline").getByRole("link", { name: /correction/ }).click();
  await page.getByRole("button", { name: "Take back" }).first().click();
  await corrections(page, 2);
}

async function addingOpen(page) {
  await sampleOpen(page);
  await page.locator(".kinds").getByRole("button", { name: "Add a figure" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a figure that was missed" });
  await dialog.getByLabel("Its words in the text").fill("no such words anywhere");
  await dialog.getByText("These words are not in the text.").waitFor();
}

async function answering(page) {
  await sampleOpen(page);
  const finding = page.locator(".findings li").first();
  await finding.getByRole("button", { name: "We misread this" }).click();
  await finding.getByLabel("Note").waitFor();
}

export const VIEWS = [
  { name: "start", address: "", fullPage: true },
  { name: "overview", address: "#/overview?file=sample", prepare: sampleOpen, fullPage: true },
  { name: "region", address: "#/region/CN-LN?file=sample", prepare: sampleOpen, fullPage: true },
  { name: "evidence", address: "#/region/CN-LN?file=sample", prepare: figureSelected },
  { name: "compare", address: "#/compare?file=sample", prepare: sampleOpen, fullPage: true },
  { name: "charts", address: "#/charts?file=sample", prepare: chartDrawn, fullPage: true },
  { name: "report", address: "#/report?file=sample", prepare: sampleOpen },
  { name: "audit", address: "#/audit?file=sample", prepare: sampleOpen },
  { name: "audit-earlier", address: "", prepare: twoYears },
  { name: "data", address: "#/data?file=sample", prepare: sampleOpen },
  { name: "correcting", address: "#/region/CN-LN?file=sample", prepare: formOpen },
  { name: "corrected", address: "#/region/CN-LN?file=sample", prepare: somethingCorrected },
  { name: "corrections", address: "#/region/CN-LN?file=sample", prepare: correctionsListed },
  { name: "adding", address: "#/region/CN-LN?file=sample", prepare: addingOpen },
  { name: "answering", address: "#/audit?file=sample&verdict=inconsistent", prepare: answering },
  { name: "about", address: "#/about", fullPage: true },
];

/** The three ways in which each view is looked at. */
export const FRAMES = [
  { label: "light-1440", viewport: { width: 1440, height: 900 }, colorScheme: "light" },
  { label: "dark-1440", viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  { label: "light-390", viewport: { width: 390, height: 844 }, colorScheme: "light" },
];

/** Width of A4 between the margins of the print sheet, in CSS pixels. */
export const PAPER = 688;

/** Two more ways, for the views where they change most. */
export const MEDIA_FRAMES = [
  { label: "forced-1280", views: ["compare", "charts", "evidence"], viewport: { width: 1280, height: 900 }, colorScheme: "dark", forcedColors: "active" },
  { label: "print", views: ["compare", "charts", "audit", "region"], viewport: { width: PAPER, height: 980 }, colorScheme: "dark", media: "print" },
];
