// The page in Chinese: no English is left outside the report's own words, and what the core says follows the reader's language.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT, test } from "../support/harness.mjs";
import { englishLeft, switchToChinese } from "../support/chinese.mjs";
import { download } from "../support/downloads.mjs";
import { dropFiles, realReport, sample, textFile } from "../support/files.mjs";

const VIEWS = {
  overview: ".card",
  "overview?as=list": "h1",
  "region/CN-LN": ".text a",
  compare: "table.ct tbody tr",
  "charts?kind=ranking": "figure svg",
  "charts?kind=composition": "figure svg",
  "charts?kind=scatter": "figure svg",
  "charts?kind=distribution": "figure svg",
  "charts?kind=map": "figure svg",
  report: ".text a",
  audit: ".findings > li",
  "audit?verdict=inconsistent": ".findings > li",
  data: "tbody tr",
  corrections: "h1",
  about: "table",
};

const evidence = (page) => page.getByRole("complementary", { name: "所选数字的依据" });

/** Goes to a view of the report that is open. */
async function goTo(page, view, ready) {
  await page.evaluate((address) => {
    const file = new URLSearchParams(location.hash.split("?")[1]).get("file");
    location.hash = `#/${address}${address.includes("?") ? "&" : "?"}file=${file}`;
  }, view);
  await page.locator(`main ${ready}`).first().waitFor();
}

/** Collects English over several places, so that one run names all of it. */
function collector(page) {
  const left = new Map();
  return {
    look: async (where) => (await englishLeft(page)).forEach((words) => left.set(words, left.get(words) ?? where)),
    done: () => assert.deepEqual([...left], []),
  };
}

/** Waits until the core speaks Chinese: the report is read again for that. */
async function coreSpeaksChinese(page) {
  await goTo(page, "audit", ".findings > li");
  await page.locator(".findings h3").filter({ hasText: /[\u4e00-\u9fff]。$/ }).first().waitFor();
}

/** All views of the report that is open, its findings to the last, and the evidence of some figures. */
async function lookAtEverything(page, figures) {
  const english = collector(page);
  await coreSpeaksChinese(page);
  for (const [view, ready] of Object.entries(VIEWS)) {
    await goTo(page, view, ready);
    await english.look(view);
  }
  await goTo(page, "audit", ".findings > li");
  await page.locator(".rule-definitions summary").click();
  const more = page.getByRole("button", { name: /^再显示/ });
  while (await more.count()) await more.first().click();
  await english.look("every finding");
  await goTo(page, "region/CN-LN", ".text a");
  await page.locator(".text a[data-fig]").first().click();
  await evidence(page).waitFor();
  for (let at = 0; at < figures; at += 1) {
    await english.look(`evidence ${at}`);
    await page.keyboard.press("j");
  }
  english.done();
}

test("chinese: no English is left in any view of the sample", async ({ page, open }) => {
  await open();
  await switchToChinese(page);
  assert.deepEqual(await englishLeft(page), []);
  await page.getByRole("button", { name: "试用 2012 年样例" }).click();
  await page.waitForURL(/#\/overview/);
  await lookAtEverything(page, 30);
});

test("chinese: no English is left in any view of the whole report", async ({ page, open }) => {
  const report = realReport();
  if (!report) {
    console.log("skipped: the whole report is not there");
    return;
  }
  await open();
  await switchToChinese(page);
  await dropFiles(page, "main", [report]);
  await page.waitForURL(/#\/overview/);
  await lookAtEverything(page, 20);
});

test("chinese: dialogs, help, search, the form of a correction and an indicator of one's own", async ({ page, open }) => {
  await open("#/region/CN-LN?file=sample");
  await page.locator("h1").waitFor();
  await switchToChinese(page);
  await coreSpeaksChinese(page);
  const english = collector(page);
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await english.look("help");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("573");
  await page.locator(".hits a").first().waitFor();
  await english.look("search");
  await page.keyboard.press("Escape");
  await goTo(page, "compare", "table.ct tbody tr");
  await page.getByRole("button", { name: "选择指标" }).click();
  await page.locator("#picker").waitFor();
  await english.look("choice of indicators");
  await goTo(page, "region/CN-LN", ".text a");
  await page.locator(".text a[data-fig]").first().click();
  await evidence(page).getByRole("button", { name: "更正" }).click();
  await page.locator("form.figure-form").waitFor();
  await page.locator("form.figure-form [name=value]").fill("1.5 million");
  await page.locator("form.figure-form [name=value]").press("Enter");
  await page.locator(".docline").getByRole("link", { name: /1/ }).waitFor();
  await english.look("a corrected figure");
  await goTo(page, "corrections", "h1");
  await english.look("the list of corrections");
  english.done();
});

test("chinese: what the core says follows the language, there and back", async ({ page, open }) => {
  await open("#/audit?file=sample&verdict=inconsistent");
  const notes = page.locator(".findings h3");
  await notes.first().waitFor();
  const english = await notes.allInnerTexts();
  assert.ok(english.every((note) => /^[\u0000-\u024f\u201c\u201d]+$/.test(note)));
  await switchToChinese(page);
  await notes.filter({ hasText: /^按文中所述，各分项合计 .+亿元，比所列合计数 .+亿元[多少] .+元。$/ }).first().waitFor();
  const chinese = await notes.allInnerTexts();
  assert.equal(chinese.length, english.length);
  await page.getByRole("button", { name: "English", exact: true }).click();
  await notes.filter({ hasText: english[0] }).first().waitFor();
  assert.deepEqual(await notes.allInnerTexts(), english);
});

test("chinese: against an earlier report, and the audit as a page", async ({ page, open, context }) => {
  await open();
  await switchToChinese(page);
  await dropFiles(page, "main", [sample()]);
  await page.waitForURL(/#\/overview/);
  const first = new URL(page.url()).hash.split("file=")[1];
  await dropFiles(page, "main", [textFile("report-2013.txt", readFileSync(path.join(PROJECT, "tests/fixtures/yearbook-2013/report.txt")))]);
  await page.waitForURL((url) => !url.hash.includes(first));
  await coreSpeaksChinese(page);
  const english = collector(page);
  const group = page.getByRole("region", { name: /^与 2012 年的报告对照/ });
  await group.locator("li").first().waitFor();
  await english.look("against an earlier report");
  await goTo(page, "charts?kind=change", "figure svg");
  await english.look("change between two reports");
  english.done();
  await goTo(page, "audit", ".findings > li");
  await group.locator("li").first().waitFor();
  const html = await download(page, page.getByRole("button", { name: "网页（HTML）" }));
  const words = html.bytes.toString("utf8");
  const alone = await context.newPage();
  await alone.setContent(words);
  assert.equal(await alone.locator("html").getAttribute("lang"), "zh-Hans");
  assert.match(await alone.locator("h1").innerText(), /：数字核对$/);
  assert.ok((await alone.locator("article h3").allInnerTexts()).every((note) => note.endsWith("。")));
  await alone.close();
});
