// Charts: each kind draws what the report states, names what it does not, leads to evidence by keyboard, and can be taken away.

import assert from "node:assert/strict";
import { test } from "../support/harness.mjs";
import { evidence, openFile } from "../support/app.mjs";
import { download, records } from "../support/downloads.mjs";
import { sample, textFile } from "../support/files.mjs";
import { readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "../support/harness.mjs";

/** Opens one kind of chart of the sample and waits until it is drawn. */
async function openChart(page, open, parameters) {
  await open(`#/charts?file=sample&${parameters}`);
  await page.locator("figure .plot__svg svg").waitFor();
}

const points = (page) => page.locator(".plot__points .pt");

const KINDS = [
  ["ranking", "kind=ranking&ind=fund.fiscal", /^Million yuan\. \d+ of 29 regions state it, from /],
  ["scatter", "kind=scatter&x=fund.central&y=fund.provincial", /^\d+ of 29 regions state both/],
  ["composition", "kind=composition", /regions state at least one part/],
  ["composition in shares", "kind=composition&bars=share", /^Per cent of the total, computed/],
  ["distribution", "kind=distribution", /^Each strip runs from zero/],
  ["map", "kind=map&ind=fund.fiscal", /^Million yuan\. \d+ of 29 regions state it/],
];

for (const [name, parameters, sentence] of KINDS) {
  test(`charts: ${name}: drawn, named, said in a sentence, its numbers a table`, async ({ page, open }) => {
    await openChart(page, open, parameters);
    const drawing = page.locator("figure .plot__svg svg");
    assert.equal(await drawing.getAttribute("role"), "img");
    const title = await page.locator("figcaption h2").innerText();
    assert.notEqual(title, "");
    assert.equal(await drawing.locator("title").textContent(), title);
    assert.match(await page.locator("figcaption p").innerText(), sentence);
    assert.ok((await points(page).count()) > 3);
    assert.ok((await page.locator(".fig__numbers tbody tr").count()) > 3);
    const outside = await drawing.evaluate((svg) => {
      const frame = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")].map((text) => [text.textContent.trim(), text.getBoundingClientRect()]);
      return texts.filter(([, box]) => box.left < frame.left - 2 || box.right > frame.right + 2).map(([words]) => words);
    });
    assert.deepEqual(outside, [], "labels outside the drawing");
  });
}

test("charts: what is not stated is counted and named, and never drawn", async ({ page, open }) => {
  await openChart(page, open, "kind=ranking&ind=fund.fiscal");
  const words = await page.locator("figure .notes").innerText();
  const [, count, names] = /Not stated: (\d+) \((.*)\)/.exec(words);
  assert.equal(names.split(", ").length, Number(count));
  const drawn = await points(page).evaluateAll((all) => all.map((point) => point.getAttribute("aria-label").split(":")[0]));
  for (const name of names.split(", ")) assert.ok(!drawn.includes(name), name);
});

for (const kind of ["ranking", "map", "distribution"]) {
  test(`charts: ${kind}: a value that does not add up bears the sign, the words and a note`, async ({ page, open }) => {
    await openChart(page, open, `kind=${kind}&ind=relocation.people&cols=relocation.people`);
    const drawn = page.locator("figure .plot__svg polygon[fill]");
    assert.equal(await drawn.count(), 2, "the diamond with its halo");
    assert.equal(await drawn.last().getAttribute("fill"), "var(--v-no)");
    const spoken = await points(page).evaluateAll((all) => all.map((point) => point.getAttribute("aria-label")));
    const [words] = spoken.filter((label) => label.includes("does not add up"));
    assert.match(words, /Fujian/);
    assert.match(await page.locator("figure .notes").innerText(), /Diamond with ≠: does not add up, as read \([^)]*Fujian\)/);
    if (!(await page.locator(".nt").isVisible())) await page.locator(".fig__numbers summary").click();
    assert.equal(await page.locator(".nt tr", { hasText: "Fujian" }).locator(".v-no").innerText(), "does not add up");
    assert.equal(await page.locator(".nt .v-no").count(), 1);
  });
}

test("charts: one tab stop, arrows inside, Enter opens the evidence, Escape closes what is open", async ({ page, open }) => {
  await openChart(page, open, "kind=ranking&ind=fund.fiscal");
  assert.equal(await page.locator(".plot__points [tabindex='0']").count(), 1);
  await points(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  assert.equal(label, await points(page).nth(-2).getAttribute("aria-label"));
  assert.ok((await page.locator(".tip").innerText()).includes(label.split(": ")[1]), "the tip says what the point's name says");
  await page.keyboard.press("Escape");
  await page.locator(".tip").waitFor({ state: "detached" });
  await page.keyboard.press("Enter");
  await evidence(page).waitFor();
  assert.ok(label.includes(await evidence(page).getByRole("heading", { level: 2 }).innerText()));
});

test("charts: a point shows its value under the pointer and opens its evidence", async ({ page, open }) => {
  await openChart(page, open, "kind=scatter&x=fund.fiscal&y=poverty.reduced");
  const point = points(page).first();
  await point.hover();
  await page.locator(".tip").waitFor();
  await point.click();
  await evidence(page).waitFor();
});

test("charts: SVG, PNG and CSV open again", async ({ page, open }) => {
  await openChart(page, open, "kind=ranking&ind=fund.fiscal");
  const svg = await download(page, page.getByRole("button", { name: "SVG" }));
  assert.match(svg.name, /^digest-2012_ranking-government-poverty-alleviation-funds-2012_\d{4}-\d\d-\d\d\.svg$/);
  const root = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const written = [...parsed.querySelectorAll("text")].map((label) => label.textContent.trim()).join(" ");
    return { name: parsed.documentElement.nodeName, broken: Boolean(parsed.querySelector("parsererror")), bars: parsed.querySelectorAll("rect").length, written };
  }, svg.bytes.toString("utf8"));
  assert.equal(root.name, "svg");
  assert.equal(root.broken, false);
  assert.ok(root.bars > 3);
  // It stands alone: what the page says around the drawing is in it.
  for (const words of ["figcaption h2", "figcaption p", ".notes p", ".src p"]) {
    for (const said of await page.locator(`figure ${words}`).allInnerTexts()) assert.ok(root.written.includes(said), said);
  }
  assert.match(root.written, /File digest-2012\.txt, sha256 [0-9a-f]{12} Drawn by Provenance/);
  const png = await download(page, page.getByRole("button", { name: "PNG" }));
  assert.match(png.name, /\.png$/);
  const size = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    return [bitmap.width, bitmap.height];
  }, png.bytes.toString("base64"));
  assert.ok(size[0] > 400 && size[1] > 200, `${size}`);
  const csv = await download(page, page.getByRole("button", { name: "CSV" }));
  const rows = records(csv.bytes);
  assert.equal(rows.length, 29);
  const liaoning = rows.find((row) => row.Region === "Liaoning");
  assert.ok(Object.values(liaoning).some((field) => /573\.80? million yuan/.test(field)), "the sentence is there");
});

test("charts: in a region, the parts of a total are as wide as the shares beside them, what is not itemised too", async ({ page, open }) => {
  await open("#/region/CN-YN?file=sample");
  await page.locator(".cbar .rest").first().waitFor();
  const bars = await page.locator(".comp").evaluateAll((figures) =>
    figures.map((figure) => {
      const bar = figure.querySelector(".cbar").getBoundingClientRect().width;
      const drawn = [...figure.querySelectorAll(".cbar > *")].map((part) => (part.getBoundingClientRect().width / bar) * 100);
      return { drawn, said: [...figure.querySelectorAll(".parts .r")].map((share) => Number.parseFloat(share.textContent)) };
    }),
  );
  for (const { drawn, said } of bars) {
    assert.equal(drawn.length, said.length);
    drawn.forEach((width, index) => assert.ok(Math.abs(width - said[index]) < 1.5, `${width} beside ${said[index]}%`));
  }
});

test("charts: colours follow the theme, drawing follows the width", async ({ page, open }) => {
  await openChart(page, open, "kind=ranking&ind=fund.fiscal");
  const label = () => page.locator(".plot__svg text").first().evaluate((text) => getComputedStyle(text).fill);
  const light = await label();
  await page.emulateMedia({ colorScheme: "dark" });
  assert.notEqual(await label(), light);
  const wide = await page.locator(".plot__svg svg").getAttribute("viewBox");
  await page.setViewportSize({ width: 700, height: 900 });
  await page.waitForFunction((before) => document.querySelector(".plot__svg svg").getAttribute("viewBox") !== before, wide);
});

test("charts: the choice of indicator is in the address", async ({ page, open }) => {
  await openChart(page, open, "kind=ranking");
  await page.getByRole("combobox", { name: "Indicator" }).selectOption("fund.central");
  await page.getByRole("heading", { level: 2, name: /Central government funds/ }).waitFor();
  assert.match(await page.evaluate(() => location.hash), /ind=fund\.central/);
  await page.goBack();
  await page.getByRole("heading", { level: 2, name: /Central government funds/ }).waitFor({ state: "detached" });
});

test("charts: the chosen indicator goes along to the other kinds, and from them", async ({ page, open }) => {
  await openChart(page, open, "kind=ranking&ind=fund.central");
  const kind = (name) => page.getByRole("navigation", { name: "Kinds of chart" }).getByRole("link", { name, exact: true }).click();
  const chosen = (label) => page.getByRole("combobox", { name: label }).inputValue();
  await kind("Scatter");
  await page.getByRole("combobox", { name: "Across" }).waitFor();
  assert.equal(await chosen("Up"), "fund.central");
  assert.notEqual(await chosen("Across"), "fund.central");
  await page.getByRole("combobox", { name: "Up" }).selectOption("fund.fiscal");
  await kind("Composition");
  await page.getByRole("combobox", { name: "Total" }).waitFor();
  assert.equal(await chosen("Total"), "fund.fiscal");
  await kind("Distribution");
  await page.getByRole("heading", { level: 2, name: /indicators/ }).waitFor();
  await kind("Map");
  await page.getByRole("heading", { level: 2, name: /^Government/ }).waitFor();
  assert.equal(await chosen("Indicator"), "fund.fiscal");
});

test("charts: two years side by side, computed growth beside the stated one", async ({ page, open }) => {
  await open();
  await openFile(page, sample());
  const later = readFileSync(path.join(PROJECT, "tests/fixtures/yearbook-2013/report.txt"), "utf8");
  await openFile(page, textFile("yearbook-2013.txt", later));
  await page.getByRole("navigation").getByRole("link", { name: "Charts" }).click();
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByRole("combobox", { name: "Indicator" }).selectOption("fund.fiscal");
  await page.getByRole("heading", { level: 2, name: /2012 and 2013/ }).waitFor();
  const row = page.locator(".fig__numbers tbody tr", { has: page.locator("th", { hasText: /^Hebei$/ }) });
  const cells = await row.locator("td").allTextContents();
  assert.deepEqual(cells, ["1,117", "1,340", "+223", "+20.0%", "+20.0%"]);
  assert.equal(await page.locator(".src p").count(), 2, "both reports are the source");
  const [before] = records((await download(page, page.getByRole("button", { name: "CSV" }))).bytes).filter(({ Region }) => Region === "Hebei");
  assert.match(before["2012, million yuan: sentence"], /1\.117 billion yuan/);
  assert.notEqual(before.report_sha256_1, before.report_sha256_2);
  // A figure of the report that is not on screen leads there.
  await row.getByRole("link", { name: "1,117" }).click();
  await evidence(page).waitFor();
  assert.match(await evidence(page).getByRole("heading", { level: 2 }).innerText(), /1\.117 billion yuan/);
});

test("charts: a single report says what is needed to see a change", async ({ page, open }) => {
  await open("#/charts?file=sample&kind=change");
  await page.getByText("Open a second report").waitFor();
});
