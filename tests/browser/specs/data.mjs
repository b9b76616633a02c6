// All figures: facets, words, order, files. The state is in the address.

import assert from "node:assert/strict";
import { running, test } from "../support/harness.mjs";
import { evidence } from "../support/app.mjs";
import { download, records, unzipped } from "../support/downloads.mjs";

async function openData(page, open, parameters = "") {
  await open(`#/data?file=sample${parameters}`);
  await page.locator("table.ft tbody tr").first().waitFor();
}

/** How many figures the page says it shows. */
async function count(page) {
  const words = await page.locator(".data__count").innerText();
  return Number(/[\d,]+/.exec(words)[0].replaceAll(",", ""));
}

const box = (page, name) => page.locator(".facets").getByRole("checkbox", { name });

test("data: every figure is a row, in the order of the report", async ({ page, open }) => {
  await openData(page, open);
  const all = await count(page);
  assert.ok(all > 100);
  const showAll = page.getByRole("button", { name: `Show all ${all}` });
  if (await showAll.count()) await showAll.click();
  await page.waitForFunction((n) => document.querySelectorAll("table.ft tbody tr").length === n, all);
  const numbers = await page.locator("table.ft tbody .no").allInnerTexts();
  assert.deepEqual(numbers.map(Number), Array.from({ length: all }, (_, index) => index + 1));
});

test("data: a facet shows as many figures as it says, and facets narrow each other", async ({ page, open }) => {
  await openData(page, open);
  const growth = box(page, /^growth/);
  const said = Number((await growth.evaluate((input) => input.closest("label").querySelector(".n").textContent)).replaceAll(",", ""));
  await growth.check();
  await page.waitForFunction(() => /kind=growth/.test(location.hash));
  assert.equal(await count(page), said);
  assert.ok(await box(page, /^growth/).isChecked());
  const region = page.getByRole("group", { name: /^Region/ }).getByRole("checkbox").first();
  const [chosen] = (await region.evaluate((input) => input.closest("label").innerText)).split("\n");
  await region.check();
  await page.waitForFunction(() => /region=\d/.test(location.hash));
  assert.ok((await count(page)) < said);
  for (const name of await page.locator("table.ft tbody th").allInnerTexts()) assert.equal(name, chosen);
  await page.reload();
  await running(page);
  await page.locator("table.ft tbody tr").first().waitFor();
  assert.ok(await box(page, /^growth/).isChecked());
  await page.getByRole("button", { name: "Clear all filters" }).click();
  await page.waitForFunction(() => !/kind=|region=/.test(location.hash));
});

test("data: words are sought in figures and sentences", async ({ page, open }) => {
  await openData(page, open);
  await page.getByRole("searchbox", { name: "Find in figures and sentences" }).fill("573.80 MILLION");
  await page.waitForFunction(() => document.querySelectorAll("table.ft tbody tr").length < 20);
  assert.ok((await page.locator("table.ft tbody .printed").allInnerTexts()).some((printed) => printed.startsWith("573.80 million yuan")));
  await page.getByRole("searchbox", { name: "Find in figures and sentences" }).fill("nowhere to be found");
  await page.getByText("No figure matches.").waitFor();
});

test("data: heads sort, a figure opens its evidence by keyboard", async ({ page, open }) => {
  await openData(page, open);
  const head = page.getByRole("columnheader", { name: "Region" });
  await head.getByRole("button").click();
  await page.waitForFunction(() => /sort=region/.test(location.hash));
  assert.equal(await head.getAttribute("aria-sort"), "ascending");
  const names = await page.locator("table.ft tbody th").allInnerTexts();
  assert.deepEqual(names, names.toSorted());
  const figure = page.locator("table.ft tbody .printed a").first();
  await figure.press("Enter");
  await evidence(page).getByRole("heading", { level: 2, name: await figure.innerText() }).waitFor();
});

test("data: CSV of the figures shown and of all", async ({ page, open }) => {
  await openData(page, open, "&kind=growth");
  const shown = await count(page);
  const some = records((await download(page, page.getByRole("button", { name: /^CSV, \d+ figures? shown/ }))).bytes);
  assert.equal(some.length, shown);
  for (const row of some) {
    assert.equal(row.kind, "growth");
    assert.ok(row.sentence.includes(row.printed.split(" ")[0]), `${row.printed} stands in its sentence`);
    assert.notEqual(row.unit, "");
    assert.match(row.tool, /^provenance /);
  }
  const all = records((await download(page, page.getByRole("button", { name: /^CSV, all/ }))).bytes);
  assert.ok(all.length > shown);
});

test("data: JSON holds every figure with its place in the text", async ({ page, open }) => {
  await openData(page, open);
  const { name, bytes } = await download(page, page.getByRole("button", { name: /^JSON/ }));
  assert.match(name, /\.json$/);
  const analysis = JSON.parse(bytes.toString("utf8"));
  assert.equal(analysis.quantities.length, await count(page));
  const text = Buffer.from(analysis.document.text);
  for (const { start, end, text: printed } of analysis.quantities.slice(0, 50)) assert.equal(text.subarray(start, end).toString("utf8"), printed);
});

test("data: the data package describes every column of its tables", async ({ page, open }) => {
  await openData(page, open);
  const { name, bytes } = await download(page, page.getByRole("button", { name: "Data package, everything" }));
  assert.match(name, /\.zip$/);
  const files = unzipped(bytes);
  const descriptor = JSON.parse(files["datapackage.json"]);
  assert.deepEqual(descriptor.resources.map(({ path }) => path), ["figures.csv", "cells.csv", "indicators.csv", "findings.csv"]);
  for (const { path, schema } of descriptor.resources) {
    const rows = records(Buffer.from(`\ufeff${files[path]}`));
    assert.ok(rows.length > 0, path);
    assert.deepEqual(Object.keys(rows[0]), schema.fields.map((field) => field.name));
  }
  assert.equal(records(Buffer.from(`\ufeff${files["figures.csv"]}`)).length, await count(page));
});

for (const width of [390, 800, 1200, 1440]) {
  test(`data: no value is broken in two, ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 844 });
    await openData(page, open);
    const broken = await page.locator(".ft tbody td.num").evaluateAll((cells) => cells.filter((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1;
    }).map((cell) => cell.textContent));
    assert.deepEqual(broken, []);
    assert.ok((await page.locator(".ft tbody td.num", { hasText: /\d,\d{3},\d{3},\d{3}/ }).count()) > 0, "values of billions are among them");
  });
}
