// What the reader corrects: every kind of correction, undone and done again, kept over a reload, saved as a file and opened again.

import assert from "node:assert/strict";
import { running, test } from "../support/harness.mjs";
import { evidence, failure, goTo, openFile, openSample, overview, stored } from "../support/app.mjs";
import { download } from "../support/downloads.mjs";
import { dropFiles, realReport, sample, textFile } from "../support/files.mjs";

const LIAONING = "#/region/CN-LN?file=sample";
const TOTAL = /^573\.80? million yuan$/;

async function openRegion(page, open, address = LIAONING) {
  await open(address);
  await page.locator(".text a.q").first().waitFor();
}

const figure = (page, name) => page.locator(".text").getByRole("link", { name }).first();

async function select(page, name) {
  await figure(page, name).click();
  await evidence(page).waitFor();
}

/** Waits until the list counts so many corrections. */
const corrections = (page, n) => page.locator(".docline").getByRole("link", { name: n === 0 ? "Corrections" : `${n} correction${n === 1 ? "" : "s"}` }).waitFor();

async function openForm(page) {
  await evidence(page).getByRole("button", { name: "Correct it" }).click();
  return evidence(page).locator("form.figure-form");
}

async function openList(page) {
  await page.locator(".docline").getByRole("link", { name: /correction/i }).click();
  await page.getByRole("heading", { level: 1, name: "Corrections" }).waitFor();
}

test("corrections: a value is corrected, shows everywhere, is undone and done again", async ({ page, open }) => {
  await openRegion(page, open);
  await select(page, TOTAL);
  const form = await openForm(page);
  await form.locator("[name=value]").fill("some");
  await form.getByRole("button", { name: "Keep the correction" }).click();
  await form.getByText("This is no value.").waitFor();
  await form.locator("[name=value]").fill("673.8 million");
  await form.getByRole("button", { name: "Keep the correction" }).click();
  await evidence(page).getByText("You corrected this figure.").waitFor();
  await evidence(page).locator(".norm").getByText("Your value: 673,800,000 yuan").waitFor();
  assert.ok(await evidence(page).getByText("does not add up").count(), "the audit follows the corrected value");
  const total = evidence(page).locator(".of li").first();
  assert.match(await total.innerText(), /Your value: 673,800,000 yuan[^]*573\.80? million yuan[^]*100%/, "a share beside the value that it is of");
  assert.match(await page.locator(".heads li").first().innerText(), /673\.8\s+million yuan/, "the headline shows the corrected value");
  assert.doesNotMatch(await evidence(page).innerText(), /as printed it stands for|had number and unit read right/);
  await page.keyboard.press("Control+z");
  await corrections(page, 0);
  await evidence(page).getByText("573,800,000 yuan").waitFor();
  await page.keyboard.press("Control+Shift+z");
  await corrections(page, 1);
  await evidence(page).locator(".norm").getByText("673,800,000 yuan").waitFor();
});

test("corrections: the text stays where it is while what stands above it grows", async ({ page, open }) => {
  await openRegion(page, open);
  await select(page, TOTAL);
  const form = await openForm(page);
  const found = () => page.locator(".found li").count();
  const before = await found();
  const top = () => figure(page, TOTAL).evaluate((link) => link.getBoundingClientRect().top);
  await form.locator("[name=value]").fill("673.8 million");
  const place = await top();
  await form.locator("[name=value]").press("Enter");
  await page.waitForFunction((n) => document.querySelectorAll(".found li").length > n, before);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  assert.ok(Math.abs((await top()) - place) <= 2, `from ${place} to ${await top()}`);
});

test("corrections: unit, kind, year, indicator and links by keyboard, each told in the list and taken back", async ({ page, open }) => {
  await openRegion(page, open);
  await select(page, /^252\.3 million yuan$/);
  const form = await openForm(page);
  await page.waitForFunction(() => document.activeElement?.closest("form.figure-form"));
  await form.locator("[name=unit]").selectOption("USD");
  await form.locator("[name=kind]").selectOption("target");
  await form.locator("[name=year]").fill("2011");
  await form.locator("[name=scope]").selectOption("part");
  await form.locator("[name=indicator]").selectOption({ index: 0 });
  await form.locator("[name=part_of]").selectOption({ label: "none" });
  await form.locator("[name=year]").press("Enter");
  await evidence(page).getByText("You corrected this figure.").waitFor();
  for (const tag of ["target", "2011", "part of the region"]) assert.ok(await evidence(page).locator(".tags").getByText(tag).count(), tag);
  assert.equal(await evidence(page).getByText("In the table").count(), 0);
  await openList(page);
  const step = page.locator(".steps li");
  assert.match(await step.innerText(), /Unit from yuan to .*; |Kind from level to target/);
  assert.match(await step.innerText(), /Part of from “573\.80? million yuan” to none/);
  await step.getByRole("button", { name: "Take back" }).click();
  await corrections(page, 0);
  await page.locator(".steps li").nth(1).waitFor();
  assert.match(await page.locator(".steps li").first().innerText(), /^\s*Taken back/);
  await page.getByRole("main").getByRole("button", { name: "Undo" }).click();
  await corrections(page, 1);
});

test("corrections: a figure is accepted, another is none", async ({ page, open }) => {
  await openRegion(page, open);
  const count = await page.locator(".text a.q").count();
  await select(page, TOTAL);
  await evidence(page).getByRole("button", { name: "Read right" }).click();
  await evidence(page).getByText("You confirmed this reading.").waitFor();
  await select(page, /^40\.69 million yuan$/);
  await evidence(page).getByRole("button", { name: "Not a figure" }).click();
  await page.waitForFunction((n) => document.querySelectorAll(".text a.q").length === n, count - 1);
  await corrections(page, 2);
  await page.keyboard.press("Control+z");
  await page.waitForFunction((n) => document.querySelectorAll(".text a.q").length === n, count);
});

test("corrections: a missed figure is added by selecting its words", async ({ page, open }) => {
  await openRegion(page, open);
  const words = await page.evaluate(() => {
    // The first word of a paragraph that stands outside any figure.
    const walker = document.createTreeWalker(document.querySelector(".text"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const word = /\b[a-z]{7,}\b/.exec(node.data);
      if (!word || node.parentElement.closest("a") || !node.parentElement.closest("p[data-start]")) continue;
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return word[0];
    }
    return "";
  });
  assert.ok(words);
  await page.getByRole("button", { name: `Add a figure: “${words}”` }).click();
  const dialog = page.getByRole("dialog", { name: "Add a figure that was missed" });
  const form = dialog.locator("form.figure-form");
  await form.locator("[name=value]").fill("12");
  await form.locator("[name=noun]").fill("things");
  await form.getByRole("button", { name: "Keep the correction" }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.locator(".text a[data-fig].reviewed", { hasText: words }).waitFor();
  await page.keyboard.press("Control+z");
  await page.locator(".text a[data-fig].reviewed", { hasText: words }).waitFor({ state: "detached" });
});

test("corrections: a missed figure is added by typing its words; what is not in the text is said", async ({ page, open }) => {
  await openRegion(page, open);
  await page.locator(".kinds").getByRole("button", { name: "Add a figure" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a figure that was missed" });
  await dialog.getByLabel("Its words in the text").fill("no such words anywhere");
  await dialog.getByText("These words are not in the text.").waitFor();
  await dialog.getByLabel("Its words in the text").fill("the");
  await dialog.getByText("These words occur more than once.").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
});

test("corrections: a finding is answered with a note, which the list and the audit keep", async ({ page, open }) => {
  await open("#/audit?file=sample&verdict=inconsistent");
  const finding = page.locator(".findings li").first();
  await finding.waitFor();
  const counted = async () => Number(await page.locator("nav.views").evaluate(() => document.querySelectorAll(".findings li:not(.dismissed)").length));
  const before = await counted();
  await finding.getByRole("button", { name: "We misread this" }).click();
  await finding.getByLabel("Note").fill("the list names two of three");
  await finding.getByLabel("Note").press("Enter");
  await page.getByText("You: misread, it says nothing about the report: the list names two of three").waitFor();
  assert.equal(await counted(), before - 1);
  await stored(page, "the list names two of three");
  await page.reload();
  await running(page);
  await page.getByText("the list names two of three").waitFor();
  await page.getByRole("button", { name: "Take the answer back" }).click();
  await page.getByText("the list names two of three").waitFor({ state: "detached" });
});

test("corrections: another figure is chosen for a cell, and none", async ({ page, open }) => {
  await open("#/compare?file=sample");
  const cell = page.locator("table.ct td a:has(.alt)").first();
  await cell.waitFor();
  const printed = await cell.getAttribute("title");
  await cell.click();
  await evidence(page).getByRole("button", { name: "Use in the table", exact: true }).first().click();
  await corrections(page, 1);
  await page.getByText("Corrected or chosen by you.").waitFor();
  assert.ok(printed);
  await page.keyboard.press("Control+z");
  await page.getByText("Corrected or chosen by you.").waitFor({ state: "detached" });
});

test("corrections: a section is given to another region", async ({ page, open }) => {
  await openRegion(page, open);
  await page.getByText("Named wrongly?").click();
  await page.getByLabel("This section is about").fill("Far North District");
  await page.getByLabel("This section is about").press("Enter");
  await goTo(page, "Overview");
  await page.locator(".card h3").getByRole("link", { name: "Far North District" }).waitFor();
  await page.keyboard.press("Control+z");
  await page.locator(".card h3").getByRole("link", { name: "Liaoning", exact: true }).waitFor();
});

for (const [name, file] of [["the sample", sample()], ["the whole report", realReport()]].filter(([, file]) => file)) {
  test(`corrections: ${name}: kept by this browser, opened from the list, removed`, async ({ page, open }) => {
    await open();
    await openFile(page, file);
    await page.locator(".card h3").getByRole("link", { name: "Liaoning", exact: true }).click();
    await figure(page, TOTAL).waitFor();
    await select(page, TOTAL);
    await evidence(page).getByRole("button", { name: "Read right" }).click();
    await corrections(page, 1);
    await page.evaluate(() => sessionStorage.clear());
    await open("#/");
    // The list tells what the browser has kept by now.
    await page.locator(".recent__open").getByText("1 correction").waitFor();
    await page.reload();
    await running(page);
    await page.locator(".recent__open").click();
    await overview(page);
    await corrections(page, 1);
    await open("#/");
    await page.locator(".recent").getByRole("button", { name: /^Remove/ }).click();
    await page.getByRole("button", { name: /^Remove/ }).getByText("Remove with 1 correction").waitFor();
    await page.locator(".recent").getByRole("button", { name: /^Remove/ }).click();
    await page.locator(".recent").waitFor({ state: "detached" });
  });
}

test("corrections: a project file opens elsewhere, with its report and without", async ({ page, open, context }) => {
  await open();
  const file = { ...sample(), name: "digest.txt" };
  await openFile(page, file);
  await page.locator(".card h3").getByRole("link", { name: "Liaoning", exact: true }).click();
  await select(page, TOTAL);
  await evidence(page).getByRole("button", { name: "Read right" }).click();
  await corrections(page, 1);
  await openList(page);
  const whole = await download(page, page.getByRole("button", { name: "Save project with the report" }));
  const alone = await download(page, page.getByRole("button", { name: "Save corrections only" }));
  assert.match(whole.name, /project.*\.json$/);
  const project = JSON.parse(whole.bytes.toString("utf8"));
  assert.equal(project.schema, "provenance.project/1");
  assert.equal(Buffer.from(project.report.base64, "base64").length, file.bytes.length);

  const elsewhere = await context.browser().newContext();
  const other = await elsewhere.newPage();
  await other.goto(page.url().split("#")[0]);
  await running(other);
  await dropFiles(other, "main", [textFile("alone.json", alone.bytes.toString("utf8"))]);
  assert.match(await failure(other).innerText(), /Open the report first/);
  await dropFiles(other, "main", [textFile("project.json", whole.bytes.toString("utf8"))]);
  await overview(other);
  await corrections(other, 1);
  await dropFiles(other, "main", [textFile("alone.json", alone.bytes.toString("utf8"))]);
  await other.getByText("0 corrections of alone.json were added.").waitFor();
  await elsewhere.close();
});

test("corrections: what cannot be placed is listed; broken and newer files are told apart", async ({ page, open }) => {
  await open();
  await openSample(page);
  const project = (change, schema = "provenance.project/1") => ({
    schema, generator: { name: "provenance", version: "0" }, written: "2026-11-24T00:00:00Z",
    report: { name: "elsewhere.txt", sha256: "0".repeat(64) },
    journal: { steps: [{ make: { id: 0, when: "2026-11-24T00:00:00Z", region: "Nowhere", change } }], position: 1 },
  });
  const drop = (name, content) => dropFiles(page, "main", [textFile(name, content)]);
  await drop("lost.json", JSON.stringify(project({ accept: { at: { exact: "99.99 million moons", prefix: "of ", suffix: ".", start: 3 } } })));
  await corrections(page, 1);
  await openList(page);
  await page.getByText("1 correction could not be placed").waitFor();
  await page.getByText("the passage is not in this text, or not only once").waitFor();
  await drop("newer.json", JSON.stringify(project({}, "provenance.project/9")));
  await page.getByText("saved by a newer edition").waitFor();
  await drop("broken.json", JSON.stringify(project({})).slice(0, 90));
  await page.getByText("cut off or damaged").waitFor();
  await corrections(page, 1);
});

test("corrections: a report that is closed while it is read again stays closed", async ({ page, open }) => {
  await open();
  await openFile(page, realReport() ?? { ...sample(), name: "digest.txt" });
  await page.locator(".card h3").getByRole("link", { name: "Liaoning", exact: true }).click();
  await select(page, TOTAL);
  await page.evaluate(async () => {
    const button = (words) => [...document.querySelectorAll("button")].find((each) => each.textContent.includes(words));
    button("Read right").click();
    // The worker has begun, and needs longer than this.
    await new Promise((resolve) => setTimeout(resolve, 20));
    button("Close this one").click();
  });
  await page.locator(".drop").waitFor();
  await page.waitForTimeout(1500);
  assert.equal(await page.locator("nav.views").count(), 0);
  await page.locator(".recent__open").getByText("1 correction").waitFor();
});

const answerFirst = (name, words) => async (page) => {
  const finding = page.locator(".findings li").first();
  await finding.getByRole("button", { name }).click();
  await finding.getByLabel("Note").press("Enter");
  return finding.getByText(words).first();
};

/** Every kind of step: where it is made, how, and what shows it; it goes with Ctrl+Z and comes again with Ctrl+Shift+Z. */
const STEPS = [
  ["a reading confirmed", LIAONING, async (page) => {
    await select(page, TOTAL);
    await evidence(page).getByRole("button", { name: "Read right" }).click();
    return evidence(page).getByText("You confirmed this reading.");
  }],
  ["a kind corrected", LIAONING, async (page) => {
    await select(page, TOTAL);
    const form = await openForm(page);
    await form.locator("[name=kind]").selectOption("target");
    await form.getByRole("button", { name: "Keep the correction" }).click();
    return evidence(page).locator(".tags").getByText("target", { exact: true });
  }],
  ["a cell left empty", LIAONING, async (page) => {
    await select(page, TOTAL);
    await evidence(page).locator(".in-table .row .btn").last().click();
    return page.locator(".heads li").first().getByText("not stated");
  }],
  ["a finding misread", "#/audit?file=sample&verdict=inconsistent", answerFirst("We misread this", /^You: misread/)],
  ["a finding explained", "#/audit?file=sample&verdict=inconsistent", answerFirst("Known, explained", /^You: /)],
  ["a finding confirmed", "#/audit?file=sample&verdict=inconsistent", answerFirst("Confirm", /^You: /)],
  ["a section's region", LIAONING, async (page) => {
    await page.getByText("Named wrongly?").click();
    await page.getByLabel("This section is about").fill("Far North District");
    await page.getByLabel("This section is about").press("Enter");
    return page.getByRole("heading", { level: 1, name: "Far North District" });
  }],
];

for (const [name, address, make] of STEPS) {
  test(`corrections: undone and done again: ${name}`, async ({ page, open }) => {
    await open(address);
    await page.locator(".text a.q, .findings li").first().waitFor();
    const effect = await make(page);
    await effect.waitFor();
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press("Control+z");
    await effect.waitFor({ state: "detached" });
    await corrections(page, 0);
    await page.keyboard.press("Control+Shift+z");
    await effect.waitFor();
    await corrections(page, 1);
  });
}

test("corrections: two windows of one report keep the corrections of both", async ({ page, open, context, site }) => {
  await openRegion(page, open);
  await select(page, TOTAL);
  const other = await context.newPage();
  await other.goto(`${site}${LIAONING}`);
  await other.locator(".text a.q").first().waitFor();
  await evidence(page).getByRole("button", { name: "Read right" }).click();
  await corrections(page, 1);
  await corrections(other, 1);
  await select(other, /^252\.3 million yuan$/);
  await evidence(other).getByRole("button", { name: "Not a figure" }).click();
  await corrections(other, 2);
  await corrections(page, 2);
  await page.reload();
  await running(page);
  await corrections(page, 2);
});
