// Where the reader was: "back" returns there, a link to findings leads to them, and what he is shown is where he asked for it.

import assert from "node:assert/strict";
import { running, test } from "../support/harness.mjs";
import { overview } from "../support/app.mjs";

/** What stands a little below the heads of the page and of its tables. */
const reading = (page) => page.evaluate(() => document.elementFromPoint(innerWidth * 0.3, 300).textContent.trim().slice(0, 80));

async function scrollDown(page, steps) {
  await page.mouse.move(500, 600);
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(0, 400);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  // A wheel goes on for a moment.
  await page.waitForFunction(() => new Promise((done) => {
    const before = scrollY;
    setTimeout(() => done(scrollY === before), 200);
  }));
}

const VIEWS = { report: ".whole__section:last-child", data: ".ft tbody tr:nth-child(150)", audit: ".findings > li", overview: ".card:nth-child(29)", "region/CN-LN": ".text a.q" };

for (const [view, last] of Object.entries(VIEWS)) {
  test(`place: back to ${view} finds it where it was left`, async ({ page, open }) => {
    await open(`#/${view}?file=sample`);
    await page.locator(last).first().waitFor();
    if (view === "audit") for (const n of [20, 40]) {
      await page.locator(`.findings > li:nth-child(${n})`).waitFor();
      await page.locator(".more button").click();
    }
    await scrollDown(page, view === "overview" ? 3 : 10);
    const [before, top] = [await reading(page), await page.evaluate(() => scrollY)];
    assert.ok(top > 500, `scrolled to ${top}`);
    await page.getByRole("navigation").getByRole("link", { name: "Charts" }).first().click();
    await page.locator("figure svg").first().waitFor();
    assert.equal(await page.evaluate(() => scrollY), 0, "another view begins at its top");
    await page.goBack();
    await page.locator(last).first().waitFor();
    await page.waitForFunction((before) => document.elementFromPoint(innerWidth * 0.3, 300)?.textContent.trim().slice(0, 80) === before, before);
    if (view === "audit") assert.ok((await page.locator(".findings > li").count()) >= 60, "as many findings as were opened");
    await page.goForward();
    await page.goBack();
    await page.waitForFunction((before) => document.elementFromPoint(innerWidth * 0.3, 300)?.textContent.trim().slice(0, 80) === before, before);
  });
}

test("place: a link to some findings leads to the list, one to the audit to its top", async ({ page, open }) => {
  const top = () => page.locator("#findings-h").evaluate((heading) => heading.getBoundingClientRect().top);
  await open("#/overview?file=sample");
  await overview(page);
  await page.locator("main a[href*='verdict=inconsistent']").first().click();
  await page.locator(".findings > li").first().waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "findings-h");
  assert.ok((await top()) > 56 && (await top()) < 300, `the list begins at ${await top()}`);
  await page.getByRole("navigation").getByRole("link", { name: /^Overview/ }).click();
  await page.getByRole("navigation").getByRole("link", { name: /^Audit/ }).click();
  await page.locator(".findings > li").first().waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.goto(page.url().replace("audit?", "audit?region=CN-HA&"));
  await page.reload();
  await running(page);
  await page.waitForFunction(() => document.activeElement?.id === "findings-h");
});

test("place: the link to odd figures shows as many as it says", async ({ page, open }) => {
  await open("#/overview?file=sample");
  await overview(page);
  const link = page.locator(".stand a", { hasText: /figures?$/ }).last();
  const said = Number.parseInt(await link.innerText(), 10);
  await link.click();
  await page.locator(".ft tbody tr").first().waitFor();
  assert.equal(await page.locator(".ft tbody tr").count(), said);
  assert.ok((await page.locator(".facets input:checked").count()) > 0, "the filter is ticked");
});

test("place: a total is one bar where all its parts make it up, two where it is taken apart twice", async ({ page, open }) => {
  await open("#/region/CN-HA?file=sample");
  const bars = page.locator(".comp");
  await bars.first().waitFor();
  const whole = bars.filter({ hasText: "5.879 billion yuan" });
  assert.equal(await whole.count(), 1);
  assert.match(await whole.innerText(), /adds up/);
  assert.doesNotMatch(await whole.innerText(), /Not itemised/);
  await open("#/region/CN-HE?file=sample");
  const unclaimed = bars.filter({ hasText: "Not itemised" }).first();
  await unclaimed.waitFor();
  assert.doesNotMatch(await unclaimed.innerText(), /adds up/);
  assert.match(await unclaimed.innerText(), /cannot be checked[^]*does not call this list complete/);
  await open("#/region/CN-LN?file=sample");
  await page.locator(".text").getByRole("link", { name: "252.3 million yuan" }).first().click();
  const shares = await page.locator(".ev .of .part .r").allInnerTexts();
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + Number.parseFloat(share), 0) - 100) < 0.5, `one bracket, one whole: ${shares}`);
});

test("place: all regions stand behind the place among them", async ({ page, open }) => {
  await open("#/region/CN-LN?file=sample");
  const places = page.locator(".places");
  await places.locator("summary").focus();
  await page.keyboard.press("Enter");
  await places.getByRole("link", { name: "Hainan" }).waitFor();
  assert.equal(await places.getByRole("link").count(), 29);
  assert.equal(await places.locator("[aria-current=page]").innerText(), "Liaoning");
  await page.keyboard.press("Escape");
  await places.locator("ol").waitFor({ state: "hidden" });
  assert.ok(await places.locator("summary").evaluate((element) => element === document.activeElement));
  await places.locator("summary").click();
  await page.locator("h1").click();
  await places.locator("ol").waitFor({ state: "hidden" });
  await places.locator("summary").click();
  await places.getByRole("link", { name: "Hainan" }).click();
  await page.getByRole("heading", { level: 1, name: /Hainan/ }).waitFor();
  await page.locator(".places ol").waitFor({ state: "hidden" });
});
