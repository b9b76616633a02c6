// A short report on another country, another subject, in another currency: nothing of the sample shows through.

import assert from "node:assert/strict";
import { test } from "../support/harness.mjs";
import { evidence, goTo, openFile, openRegion, openSheet } from "../support/app.mjs";
import { textFile } from "../support/files.mjs";

const WATER = textFile("water-2023.txt", `Rural Water: Progress Report 2023

Turkana County

The county drilled 48 boreholes, of which 31 were solar powered and 17 were fitted with hand pumps. Spending reached KES 412.5 million.

Nakuru County

Spending came to KES 731 million, including KES 410 million from the county budget, KES 221 million from donors and KES 90 million from users.

Mombasa County

No works were begun. Spending was KES 58.3 million.
`);

test("other report: a ranking where there is no map, currencies with their numbers, one is one", async ({ page, open }) => {
  await open();
  await openFile(page, WATER);
  const figure = page.locator(".lede figure");
  assert.match(await figure.locator("figcaption h2").innerText(), /^Spending/);
  assert.equal(await figure.locator(".plot__points .pt").count(), 3);
  assert.deepEqual(await page.locator(".card .big").allInnerTexts(), ["KES 412.5 million", "KES 731 million", "KES 58.3 million"]);
  assert.match(await page.locator(".card .big").first().evaluate((line) => line.firstChild.textContent), /^KES 412\.5$/);
  assert.doesNotMatch(await page.getByRole("main").innerText(), /of which [01] do not/);
  await openRegion(page, "Nakuru");
  assert.match(await page.locator(".reg .dek").innerText(), /^\d+ figures, 1 of 1 indicator stated/);
  await page.getByRole("heading", { name: "Parts of spending" }).waitFor();
  assert.doesNotMatch(await page.locator(".kinds").innerText(), /573/);
  await goTo(page, "Charts");
  await page.locator(".chart-kinds").waitFor();
  assert.equal(await page.locator(".chart-kinds").getByRole("link", { name: "Map" }).count(), 0);
  await page.locator(".chart-kinds").getByRole("link", { name: "Scatter" }).click();
  await page.getByText("A scatter sets two indicators against each other").waitFor();
});

test("other report: Enter on a bar of the overview leads into the evidence, Escape back", async ({ page, open }) => {
  await open();
  await openFile(page, WATER);
  const bar = page.locator(".lede .plot__points .pt").first();
  await bar.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "evidence");
  await page.keyboard.press("Escape");
  await evidence(page).waitFor({ state: "hidden" });
  await page.waitForTimeout(500);
  assert.ok(await bar.evaluate((element) => element === document.activeElement));
});

const LONG = textFile("long-2023.txt", `Rural Water: Progress Report 2023

________________________________________________________________________________________________

Turkana County

SUMMARY……………………………………………………………….….……………………………………….….…

The county drilled 48 boreholes (https://example.org/a/long/address/with/no/blank/in/it/that/goes/on/and/on/and/on.html), of which 31 were solar powered and 17 were fitted with pumps_of_the_kind_that_is_written_with_underscores_between_its_words.

Nakuru County

The county drilled 50 boreholes, of which 20 were solar powered and 30 were fitted with hand pumps.
`);

for (const width of [390, 320]) {
  test(`other report: a long run without a blank breaks, ${width} px`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 844 });
    await open();
    await openFile(page, LONG);
    const isNarrow = () => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    for (const name of ["Whole report", "Report", "Audit", "Compare"]) {
      await goTo(page, name);
      await page.locator("main h1").waitFor();
      assert.ok(await isNarrow(), name);
    }
    await goTo(page, "Whole report");
    await page.locator(".text a.q").first().click();
    await openSheet(page);
    assert.ok(await evidence(page).evaluate((panel) => panel.scrollWidth <= panel.clientWidth), "evidence");
  });
}

test("other report: the lines of cards in a row stand level, however long a name is", async ({ page, open }) => {
  const state = (name, n) => `${name}\n\nThe state built ${n} wells. Spending reached Rs. ${n}.5 crore.\n\n`;
  const names = ["Assam", "Bihar", "Odisha", "Andaman and Nicobar Islands", "Himachal Pradesh", "Goa"];
  await open();
  await openFile(page, textFile("wells-2019.txt", `Wells of 2019\n\n${names.map((name, at) => state(name, 20 + at)).join("")}`));
  const cards = await page.locator(".card").evaluateAll((all) => all.map((card) => {
    const bottom = (selector) => Math.round(card.querySelector(selector).getBoundingClientRect().bottom);
    const wraps = bottom("h3") < Math.max(...[...card.querySelector("header").children].map((part) => part.getBoundingClientRect().top));
    return { top: Math.round(card.getBoundingClientRect().top), wraps, lines: [".big", ".label", ".strip", "dl", ".checks"].map(bottom) };
  }));
  assert.equal(new Set(cards.map((card) => card.wraps)).size, 2, "some heads take two lines");
  for (const card of cards) {
    const beside = cards.find((other) => other.top === card.top);
    assert.deepEqual(card.lines, beside.lines);
  }
});

test("other report: where no indicator was found, the reason is said and the figures are one step away", async ({ page, open }) => {
  await open();
  await openFile(page, textFile("mill-2019.txt", "The Mill of Fenn in 2019\n\nThe mill ground 1,240 tons of rye and paid 38 millers. Its pond holds 4,500 m3 of water.\n"));
  for (const name of ["Compare", "Charts"]) {
    await goTo(page, name);
    await page.getByText(/^There is nothing to (set side by side|draw): .* put the name of each on a line of its own/).waitFor();
    await page.getByRole("link", { name: "All figures of the report" }).click();
    await page.waitForURL(/#\/data/);
    await page.getByText("1,240 tons").first().waitFor();
  }
});

const LED = textFile("wells.md", `# Wells and Pumps: Programme Report 2023

In the year the programme drilled 90 boreholes in all.

## Turkana County

The county drilled 40 boreholes.

## Nakuru County

The county drilled 30 boreholes, and 12 schools were built.

## Mombasa County

The county drilled 20 boreholes.
`);

test("other report: what stands before the regions is no region, in whatever view, and its title is the report's", async ({ page, open }) => {
  await open();
  await openFile(page, LED);
  assert.equal(await page.locator(".lede h1").innerText(), "Wells and Pumps: Programme Report 2023");
  assert.deepEqual(await page.locator(".card h3").allInnerTexts(), ["Turkana", "Nakuru", "Mombasa"]);
  assert.match(await page.getByRole("navigation").getByRole("link", { name: /^Regions/ }).innerText(), /3$/);
  assert.match(await page.locator(".lede .sum").innerText(), /^3 regions/);
  await goTo(page, "Regions");
  await page.getByRole("heading", { level: 1, name: "Turkana" }).waitFor();
  await page.getByRole("link", { name: /Introduction/ }).click();
  await page.getByRole("heading", { level: 1, name: "Introduction" }).waitFor();
});

test("other report: without regions the overview shows the report's key figures", async ({ page, open }) => {
  await open();
  await openFile(page, textFile("plain.txt", "State of the Lagoon District 2022\n\nThe district spent 214.7 million euros, of which 96.3 million euros on schools and 118.4 million euros on roads. It had 88,412 inhabitants."));
  const key = page.locator(".key");
  await key.getByText("No heading names a region").waitFor();
  assert.match((await key.locator("a.val").allInnerTexts()).join(), /^214\.7,.*88,412/);
  assert.match(await key.locator("li").first().innerText(), /2 parts/);
  assert.equal(await page.locator(".card, .map").count(), 0);
  assert.doesNotMatch(await page.locator("body").innerText(), /1 region/);
  await key.locator("a.val").first().click();
  await evidence(page).waitFor();
  await key.getByRole("link", { name: "All figures of the report" }).click();
  await page.waitForURL(/#\/data/);
});

test("other report: change names the report that does not state the indicator", async ({ page, open }) => {
  await open();
  const counties = (year, words) => textFile(`w${year}.txt`, `Rural Water: Progress Report ${year}\n\nTurkana County\n\n${words(48)}\n\nNakuru County\n\n${words(50)}\n\nMombasa County\n\n${words(52)}\n`);
  await openFile(page, counties(2022, (n) => `The county drilled ${n} boreholes.`));
  await openFile(page, counties(2023, (n) => `The county drilled ${n} boreholes. It planted ${n * 100} trees.`));
  await goTo(page, "Charts");
  await page.locator(".chart-kinds").getByRole("link", { name: "Change" }).click();
  const choice = page.getByRole("combobox", { name: "Indicator" });
  await choice.selectOption(await choice.locator("option", { hasText: /trees/i }).getAttribute("value"));
  assert.match(await page.locator(".chart-empty").innerText(), /“Rural Water: Progress Report 2022” does not state this indicator/);
});

test("other report: percentages stand close to their sign and move by points", async ({ page, open }) => {
  await open();
  const lands = ["Kenya", "Uganda", "Malawi", "Zambia"];
  const year = (year, more) => textFile(`p${year}.txt`, `Piped Water in Four Countries, ${year}\n\n${lands.map((land, i) =>
    `${land}\n\nThe country had ${400 + 31 * i} wells. In ${year}, the share of households with piped water was ${(30.5 + 4 * i + more).toFixed(1)}%.\n`).join("\n")}`);
  await openFile(page, year(2021, 0));
  await openFile(page, year(2022, 1.5));
  const cards = (await page.locator(".card").allInnerTexts()).join("\n");
  assert.match(cards, /\d%/);
  assert.doesNotMatch(cards, /\d %/);
  await goTo(page, "Charts");
  await page.locator(".chart-kinds").getByRole("link", { name: "Change" }).click();
  const choice = page.getByRole("combobox", { name: "Indicator" });
  await choice.selectOption(await choice.locator("option", { hasText: /share/i }).getAttribute("value"));
  await page.locator("main figure svg text", { hasText: "points" }).waitFor({ state: "attached" });
  const drawn = (await page.locator("main figure svg text").allTextContents()).map((text) => text.trim());
  assert.equal(drawn.filter((text) => text === "+1.5").length, lands.length, drawn.join());
  assert.ok(!drawn.some((text) => text.endsWith("%")), drawn.join());
});
