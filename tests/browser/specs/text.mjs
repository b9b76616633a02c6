// The report's words as they were laid out: tables, lists and headings, with every figure a mark and every place exact.

import assert from "node:assert/strict";
import { test } from "../support/harness.mjs";
import { evidence, goTo, openFile, openRegion } from "../support/app.mjs";
import { textFile } from "../support/files.mjs";

const HEALTH = textFile("health.md", `# County Health Profiles 2022

*State Office of Public Health*

## Ashford County

Ashford County had 184,320 residents in 2022.

| Indicator | 2021 | 2022 |
|---|---:|---:|
| Hospital beds | 412 | 405 |
| General practitioners | 121 | 124 |
| **Total staff** | 1,533 | 1,529 |

- Vaccination coverage: 91.2%
- Median waiting time: 34 days

## Bellmont County

Bellmont County had 96,540 residents in 2022.

| Indicator | 2021 | 2022 |
|---|---:|---:|
| Hospital beds | 188 | 190 |
| General practitioners | 52 | 49 |

1. Vaccination coverage: 86.7%
2. Median waiting time: 47 days

## Corwin County

Corwin County had 310,875 residents in 2022.

## Dunmore County

Dunmore County had 41,204 residents in 2022.
`);

test("text: tables, lists and headings are drawn as such, and no figure is lost", async ({ page, open }) => {
  await open();
  await openFile(page, HEALTH);
  await goTo(page, "Report");
  const table = page.locator(".text table").first();
  assert.deepEqual(await table.locator("thead th").allInnerTexts(), ["Indicator", "2021", "2022"]);
  assert.deepEqual(await table.locator("tbody th").allInnerTexts(), ["Hospital beds", "General practitioners", "Total staff"]);
  assert.deepEqual(await table.locator("tbody tr").first().locator("td a.q").allInnerTexts(), ["412", "405"]);
  assert.equal(await page.locator(".whole__lead h2").innerText(), "County Health Profiles 2022");
  assert.deepEqual(await page.locator(".text .bullets li").allInnerTexts(), ["Vaccination coverage: 91.2%", "Median waiting time: 34 days"]);
  assert.match((await page.locator(".text .numbers li").allInnerTexts()).join(), /^1\. Vaccination.*,2\. Median/);
  const marks = await page.locator(".text a.q").count();
  await goTo(page, "Data");
  assert.equal(await page.locator(".ft tbody tr").count(), marks);
});

test("text: a figure of a table opens by its link, and a search finds its words in a cell", async ({ page, open }) => {
  await open();
  await openFile(page, HEALTH);
  await goTo(page, "Report");
  await page.locator(".text td a.q", { hasText: /^124$/ }).click();
  await evidence(page).waitFor();
  await evidence(page).getByRole("heading", { name: /^The row of the table/ }).waitFor();
  const quoted = evidence(page).locator("blockquote");
  assert.deepEqual(await quoted.locator("thead th").allInnerTexts(), ["Indicator", "2021", "2022"]);
  assert.deepEqual(await quoted.locator("tbody tr").allInnerTexts(), ["General practitioners\t121\t124"]);
  const at = Number(/at=(\d+)/.exec(page.url())[1]);
  const cell = page.locator(".text td", { hasText: /^124$/ });
  assert.equal(Number(await cell.getAttribute("data-start")), at);
  await page.reload();
  await page.locator(".text td a.q.is-on", { hasText: /^124$/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox").first().fill("practitioners");
  await page.keyboard.press("Enter");
  await page.locator(".text th mark", { hasText: "practitioners" }).first().waitFor();
});

test("text: words of a cell can be added as a figure", async ({ page, open }) => {
  await open();
  await openFile(page, HEALTH);
  await goTo(page, "Report");
  await page.locator(".text tbody th", { hasText: "Hospital beds" }).first().evaluate((cell) => {
    const range = document.createRange();
    range.setStart(cell.firstChild, "Hospital ".length);
    range.setEnd(cell.firstChild, "Hospital beds".length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  await page.getByRole("button", { name: "Add a figure: “beds”" }).click();
  await page.getByRole("dialog", { name: "Add a figure that was missed" }).getByText("Ashford").first().waitFor();
});

test("text: a wide table scrolls in its own box on a phone", async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open();
  const months = Array.from({ length: 12 }, (_, month) => `Month ${month + 1}`);
  const row = (name) => `| ${name} | ${months.map((_, month) => 12_000 + month).join(" | ")} |`;
  const wide = `## Ashford County\n\nAshford County had 184,320 residents.\n\n| Wells | ${months.join(" | ")} |\n|---|${"---|".repeat(12)}\n${row("Dug")}\n${row("Repaired")}\n\n## Bellmont County\n\nBellmont County had 96,540 residents.\n`;
  await openFile(page, textFile("wide.md", wide));
  await goTo(page, "Report");
  const box = page.locator(".text .wide");
  assert.ok(await box.evaluate((element) => element.scrollWidth > element.clientWidth));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
});

const WATER = textFile("water.txt", `Water Utilities Review 2018

## Kenya

### Finance

Revenue was $212 million.

Kenya Capital Water | 744,000 | 127.2
Kenya Regional Water | 496,000 | 84.8
Total | 1,240,000 | 212.0

## Uganda

### Finance

Revenue was $140 million.

Uganda Capital Water | 544,000 | 90.2
Uganda Regional Water | 296,000 | 49.8
Total | 840,000 | 140.0

## Rwanda

### Finance

Revenue was $40 million.
`);

test("text: the label of a row that reads like a heading parts no table", async ({ page, open }) => {
  await open();
  await openFile(page, WATER);
  await openRegion(page, "Kenya");
  assert.deepEqual(await page.locator(".topic h3").allInnerTexts(), ["Finance\n7 figures"]);
  assert.deepEqual(await page.locator(".topic tbody th").allInnerTexts(), ["Kenya Capital Water", "Kenya Regional Water", "Total"]);
});
