// The comparison table: order, pins, filter, shading, columns, cells that lead to their evidence, files. Its state is in the address.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT, running, test } from "../support/harness.mjs";
import { evidence, peek } from "../support/app.mjs";
import { dropFiles, textFile } from "../support/files.mjs";
import { download, records, unzipped } from "../support/downloads.mjs";

const TABLE = "#/compare?file=sample";

/** Opens the comparison of the sample and waits for its rows. */
async function openTable(page, open, parameters = "") {
  await open(TABLE + parameters);
  await page.locator(".compare table.ct tbody tr").first().waitFor();
}

const rowNames = (page) => page.locator(".compare table.ct tbody th a").allInnerTexts();
const head = (page, name) => page.getByRole("columnheader", { name });
const hash = (page) => page.evaluate(() => location.hash);

test("compare: a table with caption, units in the heads and 29 rows", async ({ page, open }) => {
  await openTable(page, open);
  assert.equal((await rowNames(page)).length, 29);
  assert.match(await page.locator(".compare table.ct caption").innerText(), /^29 regions by \d+ indicators, 2012, sorted by .*highest first/);
  for (const unit of await page.locator(".compare table.ct thead .u").allInnerTexts()) assert.notEqual(unit.trim(), "");
  assert.equal(await page.locator(".compare table.ct th[aria-sort]").count(), 1);
  assert.ok((await page.locator(".compare table.ct td.ns", { hasText: "not stated" }).count()) > 0);
});

test("compare: a head sorts, pressed again turns round, and the address keeps it", async ({ page, open }) => {
  await openTable(page, open);
  const region = head(page, /^Region/);
  await region.getByRole("button").click();
  await page.waitForFunction(() => /sort=name/.test(location.hash));
  assert.equal(await region.getAttribute("aria-sort"), "ascending");
  const names = await rowNames(page);
  assert.deepEqual(names, names.toSorted());
  await region.getByRole("button").press("Enter");
  await page.waitForFunction(() => document.querySelector("th[aria-sort=descending]"));
  assert.deepEqual(await rowNames(page), names.toReversed());
  assert.ok(await region.getByRole("button").evaluate((button) => button === document.activeElement), "the focus stays");
  await page.reload();
  await running(page);
  await page.locator(".compare table.ct tbody tr").first().waitFor();
  assert.deepEqual(await rowNames(page), names.toReversed());
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("th[aria-sort=ascending]"));
});

test("compare: pinned regions come first, by mouse and by keyboard", async ({ page, open }) => {
  await openTable(page, open, "&sort=name");
  await page.getByRole("button", { name: "Pin Tibet" }).click();
  await page.locator("tbody.pins tr").first().waitFor();
  assert.equal((await rowNames(page))[0], "Tibet");
  const unpin = page.getByRole("button", { name: "Unpin Tibet" });
  assert.equal(await unpin.getAttribute("aria-pressed"), "true");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Unpin Tibet");
  assert.match(await hash(page), /pin=CN-XZ/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector("tbody.pins"));
});

test("compare: a cell opens its evidence by mouse and by keyboard, and is marked", async ({ page, open }) => {
  await openTable(page, open);
  const cell = page.locator(".compare table.ct tbody tr", { hasText: "Liaoning" }).locator("td a").first();
  const printed = await cell.getAttribute("title");
  await cell.click();
  await evidence(page).getByRole("heading", { level: 2, name: printed }).waitFor();
  assert.equal(await cell.getAttribute("aria-current"), "true");
  await page.keyboard.press("Escape");
  await evidence(page).waitFor({ state: "hidden" });
  await cell.press("Enter");
  await evidence(page).getByRole("heading", { level: 2, name: printed }).waitFor();
});

test("compare: the filter narrows rows and statistics, and says when nothing is left", async ({ page, open }) => {
  await openTable(page, open);
  const field = page.getByRole("searchbox", { name: "Filter regions" });
  await field.fill("shan");
  await page.waitForFunction(() => document.querySelectorAll(".compare table.ct tbody tr").length === 2);
  assert.deepEqual((await rowNames(page)).toSorted(), ["Shandong", "Shanxi"]);
  assert.match(await page.locator(".compare table.ct tfoot tr").first().innerText(), /of 2/);
  await field.fill("nowhere");
  await page.getByText("No region matches.").waitFor();
  assert.ok((await page.locator(".compare table.ct thead th").count()) > 1, "the head stays");
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".compare table.ct tbody tr").length === 29);
});

test("compare: shading can be switched off, and values stay", async ({ page, open }) => {
  await openTable(page, open);
  const shaded = page.locator(".compare table.ct tbody :is(.h1, .h2, .h3, .h4, .h5)");
  assert.ok((await shaded.count()) > 10);
  await page.getByLabel("Shade each column").uncheck();
  await page.waitForFunction(() => !document.querySelector(".compare table.ct tbody .h5"));
  assert.equal(await shaded.count(), 0);
  assert.match(await hash(page), /heat=off/);
});

test("compare: columns are chosen, moved, rescaled and taken out", async ({ page, open }) => {
  await openTable(page, open, "&cols=fund.central,fund.provincial");
  await page.getByRole("button", { name: "Choose indicators" }).click();
  const picker = page.getByRole("region", { name: "Indicators of the table" });
  await picker.getByRole("searchbox").fill("lifted");
  await picker.getByRole("checkbox", { name: /People lifted out of poverty/ }).check();
  await head(page, /People lifted out of poverty/).waitFor();
  assert.match(await hash(page), /cols=fund\.central,fund\.provincial,poverty\.reduced/);
  await picker.getByRole("combobox", { name: "Unit of Central government funds" }).selectOption("billion");
  await head(page, /Central government funds\s*billion yuan/).waitFor();
  await picker.getByRole("button", { name: "Move Provincial funds to the left" }).click();
  await page.waitForFunction(() => /cols=fund\.provincial,fund\.central:billion/.test(location.hash));
  await picker.getByRole("button", { name: "Remove Provincial funds" }).click();
  await head(page, /Provincial funds/).waitFor({ state: "detached" });
  await picker.getByRole("button", { name: "Funds", exact: true }).click();
  await head(page, /Provincial funds/).waitFor();
});

test("compare: while indicators are chosen, the head of the table is in sight", async ({ page, open }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  await openTable(page, open);
  await page.getByRole("button", { name: "Choose indicators" }).click();
  await page.locator(".picker").waitFor();
  assert.ok(await page.locator(".compare .ct tbody tr").first().evaluate((row) => row.getBoundingClientRect().top < innerHeight));
});

test("compare: CSV of the rows shown and of everything", async ({ page, open }) => {
  await openTable(page, open, "&cols=fund.fiscal,fund.central&rows=liao");
  const shown = await download(page, page.getByRole("button", { name: "CSV, 1 row shown" }));
  assert.match(shown.name, /^digest-2012_compare_\d{4}-\d\d-\d\d\.csv$/);
  const [liaoning, ...others] = records(shown.bytes);
  assert.deepEqual(others, []);
  assert.equal(liaoning.region, "Liaoning");
  const value = Object.keys(liaoning).find((name) => /^Government.*\(million yuan\)$/.test(name));
  assert.equal(liaoning[value], "573.80");
  const sentence = Object.entries(liaoning).find(([name]) => /^Government.*, sentence$/.test(name))[1];
  assert.match(sentence, /573\.80? million yuan/);
  assert.match(liaoning.report_sha256, /^[0-9a-f]{64}$/);
  assert.match(liaoning.tool, /^provenance \d/);
  const all = await download(page, page.getByRole("button", { name: /CSV, all 29 regions/ }));
  assert.equal(records(all.bytes).length, 29);
  const whole = await download(page, page.getByRole("button", { name: /JSON, whole analysis/ }));
  const analysis = JSON.parse(whole.bytes.toString("utf8"));
  assert.equal(analysis.schema, "provenance.analysis/1");
  assert.equal(analysis.sections.length, 29);
});

test("compare: XLSX opens again: numbers are numbers, each value has its sentence", async ({ page, open }) => {
  await openTable(page, open, "&cols=fund.fiscal,fund.central&rows=liao");
  const { name, bytes } = await download(page, page.getByRole("button", { name: "XLSX, 1 row shown" }));
  assert.match(name, /\.xlsx$/);
  const files = unzipped(bytes);
  const sheets = await page.evaluate((parts) => {
    const cells = (xml) => {
      const parsed = new DOMParser().parseFromString(xml, "application/xml");
      if (parsed.querySelector("parsererror")) throw new Error(parsed.documentElement.textContent);
      return [...parsed.querySelectorAll("row")].map((row) => [...row.children].map((cell) => cell.textContent));
    };
    for (const [part, xml] of Object.entries(parts)) cells(xml, part);
    return [1, 2, 3].map((number) => cells(parts[`xl/worksheets/sheet${number}.xml`]));
  }, files);
  assert.deepEqual(sheets[0][1], ["Liaoning", "573.80", "40.69"]);
  assert.match(sheets[1][1].at(-1), /573\.80? million yuan/);
  assert.ok(sheets[2].flat().some((cell) => /^[0-9a-f]{64}$/.test(cell)));
  assert.match(files["xl/worksheets/sheet1.xml"], /<v>573\.80<\/v>/);
});

test("compare: the HTML file needs nothing else, and each value leads to its sentence", async ({ page, open, context }) => {
  await openTable(page, open, "&cols=fund.fiscal&rows=liao");
  const { bytes } = await download(page, page.getByRole("button", { name: "HTML, 1 row shown" }));
  const reader = await context.newPage();
  await reader.setContent(bytes.toString("utf8"));
  const link = reader.getByRole("link", { name: /^573\.80?$/ });
  const target = await link.getAttribute("href");
  assert.match(await reader.locator(`${target} + dd`).innerText(), /573\.80? million yuan/);
});

test("compare: the table is copied as cells", async ({ page, open, context, site }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(site).origin });
  await openTable(page, open, "&cols=fund.fiscal&rows=liao");
  await page.getByRole("button", { name: "Copy the table" }).click();
  await page.getByText("Copied").first().waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split("\n");
  assert.match(lines[0], /^\tGovernment.*\(million yuan\)$/);
  assert.match(lines[1], /^Liaoning\t573\.80?$/);
});

/** Fifteen indicators: more than there is room for beside the charts. */
const MANY = "&cols=fund.total,fund.fiscal,fund.central,fund.provincial,fund.local,poverty.reduced,poverty.population,poverty.rate,poverty.line,income.poor_areas,village.count,village.funds,relocation.people,training.transfer,training.funds";

for (const width of [1440, 1200]) {
  test(`compare: a table wider than its place scrolls in its own box, ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 900 });
    await openTable(page, open, MANY);
    await page.locator(".compare figure svg").first().waitFor();
    await page.locator(".scroller--wide").waitFor();
    const scroller = page.locator(".compare .scroller").first();
    const right = (box) => box.evaluate((element) => element.getBoundingClientRect().right);
    assert.ok((await right(scroller)) <= (await page.locator(".compare figure").first().evaluate((figure) => figure.getBoundingClientRect().left)));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), "the page does not scroll sideways");
    // The last cell comes into the box; the names of the regions stay, and so does their head.
    await page.locator(".ct tbody tr").nth(3).locator("td").last().evaluate((cell) => cell.scrollIntoView({ inline: "end", block: "nearest" }));
    assert.ok(await scroller.evaluate((box) => box.scrollLeft > 0 && getComputedStyle(box).overflowX === "auto"));
    const left = await scroller.evaluate((box) => box.getBoundingClientRect().left);
    for (const name of [".ct thead th", ".ct tbody th", ".ct tfoot th"]) {
      assert.ok(Math.abs((await page.locator(name).first().evaluate((cell) => cell.getBoundingClientRect().left)) - left) < 2, name);
    }
    // A table that fits stands openly: its heads stay in sight.
    await page.evaluate((address) => { location.hash = address; }, `${TABLE}&cols=fund.fiscal`);
    await page.locator(".scroller--wide").waitFor({ state: "detached" });
    assert.equal(await head(page, /Government/).evaluate((cell) => getComputedStyle(cell).position), "sticky");
  });
}

test("compare: beside the evidence no chart is stretched to the height of the other", async ({ page, open }) => {
  // Few bars, and a scatter as high as ever.
  await openTable(page, open, "&cols=poverty.rate,fund.central&sort=poverty.rate");
  await page.locator(".compare table.ct tbody td a").first().click();
  await evidence(page).waitFor();
  await page.waitForFunction(() => {
    const [one, two] = [...document.querySelectorAll(".compare figure")].map((figure) => figure.getBoundingClientRect());
    return one && two && one.top === two.top;
  });
  const gaps = await page.locator(".compare figure").evaluateAll((all) => all.map((figure) => {
    const [drawing, notes] = ["svg", ".notes"].map((part) => figure.querySelector(part).getBoundingClientRect());
    return notes.top - drawing.bottom;
  }));
  assert.ok(Math.max(...gaps) < 40, `${gaps}`);
});

test("compare: with two reports open the sorted column leads to its years side by side", async ({ page, open }) => {
  await openTable(page, open, "&sort=fund.central");
  assert.equal(await page.getByRole("link", { name: "Chart of the change between years" }).count(), 0);
  await dropFiles(page, "main", [textFile("report-2013.txt", readFileSync(path.join(PROJECT, "tests/fixtures/yearbook-2013/report.txt")))]);
  await page.waitForURL(/#\/overview/);
  await page.goBack();
  await page.getByRole("link", { name: "Chart of the change between years" }).click();
  await page.locator(".fig__numbers thead th", { hasText: "2013" }).first().waitFor();
  assert.match(await hash(page), /^#\/charts\?.*ind=fund\.central.*kind=change/);
});

test("compare: Escape closes the choice of indicators, and the focus is at its button", async ({ page, open }) => {
  await openTable(page, open);
  const button = page.getByRole("button", { name: "Choose indicators" });
  await button.press("Enter");
  const picker = page.getByRole("region", { name: "Indicators of the table" });
  const field = picker.getByRole("searchbox");
  await field.fill("funds");
  await page.keyboard.press("Escape");
  assert.ok(await picker.isVisible(), "words that were typed are taken back first");
  await field.fill("");
  await picker.getByRole("checkbox").first().focus();
  await page.keyboard.press("Escape");
  await picker.waitFor({ state: "detached" });
  assert.ok(await button.evaluate((element) => element === document.activeElement));
  assert.equal(await button.getAttribute("aria-expanded"), "false");
});

test("compare: a filter without hits keeps the heads and draws nothing", async ({ page, open }) => {
  await openTable(page, open);
  await page.locator(".compare figure svg").first().waitFor();
  await page.getByRole("searchbox", { name: "Filter regions" }).fill("zzz");
  await page.getByText("No region matches.").waitFor();
  assert.equal(await page.locator(".compare figure, .compare tfoot, .compare tbody tr").count(), 0);
  assert.equal(await page.getByRole("button", { name: /rows shown/ }).count(), 0);
  assert.ok((await page.locator(".compare thead th").count()) > 2);
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await page.locator(".compare figure svg").first().waitFor();
});

test("compare: a chart without a value is its sentence", async ({ page, open }) => {
  // The Corps states no funds.
  await openTable(page, open, "&cols=fund.fiscal,fund.central&rows=corps");
  const figure = page.locator(".compare figure").first();
  await figure.getByText(/None of 1 region/).waitFor();
  assert.equal(await figure.locator("svg, .src").count(), 0);
});

test("compare: what a control has changed is said", async ({ page, open }) => {
  await openTable(page, open);
  const said = (words) => page.locator(".vh[role=status]").getByText(words).waitFor({ state: "attached" });
  await head(page, /^Region/).getByRole("button").click();
  await said(/^Sorted by name$/);
  await page.getByRole("button", { name: "Pin Tibet" }).click();
  await said(/^1 region pinned$/);
  const filter = page.getByRole("searchbox", { name: "Filter regions" });
  await filter.fill("shan");
  await said(/^2 of 29 regions shown; 0 regions pinned$/);
  await filter.fill("zzz");
  await said(/^0 of 29 regions shown$/);
});

// The last is 400 % zoom.
for (const [width, height] of [[1024, 844], [390, 844], [320, 256]]) {
  test(`compare: the evidence of a cell peeks, opens clear of it and closes, ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await openTable(page, open);
    const cell = page.locator(".compare table.ct tbody tr", { hasText: "Gansu" }).locator("td a").first();
    const inSight = () => page.waitForFunction(() => {
      const [cell, sheet] = [".ct a.is-on", ".ev"].map((part) => document.querySelector(part)?.getBoundingClientRect());
      return cell && sheet && cell.top >= 0 && cell.bottom <= sheet.top;
    });
    await cell.click();
    await peek(page).waitFor();
    await inSight();
    assert.ok((await evidence(page).boundingBox()).height < 80, "one line");
    await peek(page).click();
    await evidence(page).getByRole("heading", { level: 2 }).waitFor();
    await inSight();
    assert.equal(await page.evaluate(() => document.activeElement.id), "evidence");
    await page.keyboard.press("Escape");
    await evidence(page).waitFor({ state: "hidden" });
    await cell.press("Enter");
    await peek(page).waitFor();
    await inSight();
    await evidence(page).getByRole("button", { name: "Close the evidence" }).click();
    await evidence(page).waitFor({ state: "hidden" });
    assert.ok(await cell.evaluate((element) => element === document.activeElement));
    // A link to a figure shows its cell, wherever it stands in the table.
    await cell.press("Enter");
    await peek(page).waitFor();
    await page.reload();
    await running(page);
    await peek(page).waitFor();
    await inSight();
  });
}

test("compare: from a column to its chart and back", async ({ page, open }) => {
  await openTable(page, open, "&pin=CN-LN&sort=fund.central");
  await page.getByRole("link", { name: /^Ranking of Central government funds/ }).click();
  await page.getByRole("heading", { level: 2, name: /Central government funds/ }).waitFor();
  assert.match(await hash(page), /^#\/charts\?.*kind=ranking/);
  await page.getByRole("link", { name: "In the table" }).click();
  await page.locator("tbody.pins tr", { hasText: "Liaoning" }).waitFor();
  assert.equal(await head(page, /Central government funds/).getAttribute("aria-sort"), "descending");
});

test("compare: pinned regions side by side, every indicator with its rank, and back", async ({ page, open }) => {
  await openTable(page, open, "&pin=CN-LN,CN-HE");
  await page.getByRole("button", { name: "2 side by side" }).click();
  const table = page.locator("table.ct--beside");
  await table.waitFor();
  const heads = await table.locator("thead th").allInnerTexts();
  assert.deepEqual(heads.slice(2).toSorted(), ["Hebei", "Liaoning"]);
  const total = table.locator("tr", { has: page.locator("th", { hasText: /^Government/ }) }).first();
  assert.match(await total.innerText(), /573\s*\.80?\s*\d+(st|nd|rd|th) of \d+/);
  await total.getByRole("link").first().press("Enter");
  await evidence(page).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "All regions" }).click();
  await page.locator(".compare table.ct tbody.pins").waitFor();
});

test("compare: the reader defines an indicator, sees what it catches, keeps, exports and forgets it", async ({ page, open }) => {
  await openTable(page, open, "&cols=fund.fiscal&picker=open");
  const picker = page.getByRole("region", { name: "Indicators of the table" });
  await picker.getByText("Define an indicator").click();
  await picker.getByRole("textbox", { name: "Name" }).fill("Relocated, by my words");
  await picker.getByRole("combobox", { name: "Unit", exact: true }).selectOption("people");
  const must = picker.getByRole("textbox", { name: "Words that must occur" });
  await must.fill("nowhere");
  await picker.getByText("Catches nothing in this report.").waitFor();
  await must.fill("relocat*");
  await picker.getByText(/^Catches \d+ figures? in \d+ regions?\.$/).waitFor();
  assert.ok((await picker.locator(".define__examples li").count()) > 0);
  await picker.getByRole("button", { name: "Add as a column" }).click();
  await head(page, /Relocated, by my words/).waitFor();
  const { bytes } = await download(page, picker.getByRole("button", { name: "Export definitions" }));
  assert.equal(JSON.parse(bytes.toString("utf8")).indicators[0].label, "Relocated, by my words");
  await page.reload();
  await running(page);
  await head(page, /Relocated, by my words/).waitFor();
  await picker.getByRole("button", { name: "Forget Relocated, by my words" }).click();
  await head(page, /Relocated, by my words/).waitFor({ state: "detached" });
  const file = page.locator('.define__import input[type="file"]');
  await file.setInputFiles({ name: "broken.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await page.getByText(/cannot be read/).waitFor();
  await file.setInputFiles({ name: "definitions.json", mimeType: "application/json", buffer: bytes });
  await picker.getByRole("checkbox", { name: /Relocated, by my words/ }).waitFor();
});

test("compare: one indicator by another is a column of its own, whose cells name both figures", async ({ page, open }) => {
  await openTable(page, open, "&cols=fund.fiscal&picker=open");
  const picker = page.getByRole("region", { name: "Indicators of the table" });
  await picker.getByText("One indicator by another").click();
  const form = picker.locator("details[open] form");
  await form.locator("[name=numerator]").selectOption("fund.central");
  await form.locator("[name=denominator]").selectOption("fund.central");
  await form.getByText("No region states both in units that fit.").waitFor();
  await form.locator("[name=denominator]").selectOption("fund.fiscal");
  await form.locator("[name=how]").selectOption("share");
  await form.getByText(/^\d+ regions? states? both\.$/).waitFor();
  await form.getByRole("button", { name: "Add as a column" }).click();
  const column = head(page, /Central government funds, share of/);
  await column.waitFor();
  const index = await column.evaluate((cell) => cell.cellIndex);
  const cell = page.locator(`table.ct tbody tr > :nth-child(${index + 1}) a`).first();
  const [above, below] = (await cell.getAttribute("title")).split(" / ");
  assert.ok(above && below);
  await cell.click();
  await evidence(page).getByText("Computed with it").waitFor();
  assert.equal(await evidence(page).getByRole("heading", { level: 2 }).innerText(), above);
  assert.ok(await evidence(page).getByRole("link", { name: below }).count());
  await page.getByText("Computed by Provenance from two figures").waitFor();
});
