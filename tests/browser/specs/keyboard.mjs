// With keys alone: the focus is always to be seen, nothing holds it, and the shortcuts do what their list says.

import assert from "node:assert/strict";
import { running, test } from "../support/harness.mjs";
import { evidence, goTo } from "../support/app.mjs";
import { dropFiles, sample } from "../support/files.mjs";
import { VIEWS } from "../support/views.mjs";

/** Tab stops looked at from the start of a view; as many again at its end. */
const STOPS = 30;

/** What is wrong with the element in focus: out of sight, covered, or without an outline; null where nothing is. */
const focusProblem = (page) => page.evaluate(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = `${element.tagName.toLowerCase()}.${element.className}: ${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 30)}`;
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const seen = ({ left, top, width, height }) =>
    [0.1, 0.5, 0.9].some((part) => {
      const there = document.elementFromPoint(left + width * part, top + Math.min(height / 2, 20));
      // A label stands for its box, a card for the link that covers it.
      return there && (element.contains(there) || there.contains(element) || there.closest("label")?.contains(element));
    });
  if (!boxes.some(seen)) return `${name} is not in sight`;
  const style = getComputedStyle(element);
  const field = element.closest(".find, .define__import");
  const outlined = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
  if (!outlined && !field && !element.matches("main, .ev")) return `${name} has no outline`;
  return null;
});

const at = (page) => page.evaluate(() => {
  const all = [...document.querySelectorAll("*")];
  return all.indexOf(document.activeElement);
});

for (const view of VIEWS) {
  for (const width of [1440, 390]) {
    test(`keyboard: ${view.name}, ${width} px: the focus is seen at every stop, and leaves`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto(site + view.address);
      await running(page);
      await view.prepare?.(page);
      // What is said in passing lies over the end of the page for a moment.
      await page.waitForFunction(() => !document.querySelector(".toast")?.textContent);
      const problems = new Set();
      const walk = async (keys, stops) => {
        const visited = new Set();
        for (let stop = 0; stop < stops; stop += 1) {
          await page.keyboard.press(keys);
          const problem = await focusProblem(page);
          if (problem) problems.add(problem);
          const place = await at(page);
          if (visited.has(place)) return visited.size;
          visited.add(place);
        }
        return visited.size;
      };
      const forward = await walk("Tab", STOPS);
      assert.ok(forward > 3 || view.name === "adding", `only ${forward} stops: a trap`);
      // From the end of the page backwards: nothing holds the focus there either.
      const backward = await walk("Shift+Tab", STOPS);
      assert.ok(backward >= Math.min(forward, STOPS) - 1, `back only ${backward} of ${forward} stops`);
      assert.deepEqual([...problems], []);
    });
  }
}

test("keyboard: the shortcuts of the list", async ({ page, open }) => {
  await open("#/region/CN-LN?file=sample");
  await page.locator(".text a.q").first().waitFor();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: /shortcuts/i });
  await help.waitFor();
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "hidden" });
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox").or(page.getByRole("combobox", { name: /Search/ })).first();
  assert.ok(await search.evaluate((field) => field === document.activeElement));
  await page.keyboard.type("funds");
  const group = (name) => page.locator(".hits section").filter({ has: page.getByRole("heading", { name, exact: true }) });
  await group("Figures").getByRole("link", { name: /^\d+ more$/ }).waitFor();
  assert.match(await group("Figures").getByRole("link").last().getAttribute("href"), /#\/data\?q=funds/);
  assert.match(await group("Indicators").getByRole("link").first().getAttribute("href"), /#\/compare\?cols=fund/);
  await page.keyboard.press("Escape");
  await page.locator(".hits a").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.activeElement.blur());
  const title = evidence(page).getByRole("heading", { level: 2 });
  await page.keyboard.press("j");
  const first = await title.innerText();
  await page.keyboard.press("j");
  await page.waitForFunction((words) => document.querySelector("#evidence h2").textContent !== words, first);
  await page.keyboard.press("k");
  await page.waitForFunction((words) => document.querySelector("#evidence h2").textContent === words, first);
  await page.keyboard.press("Escape");
  await evidence(page).waitFor({ state: "hidden" });
});

test("keyboard: whatever is done in the masthead, the page stays where it is", async ({ page, open }) => {
  await open("#/region/CN-LN?file=sample");
  await page.locator(".text a.q").first().waitFor();
  await page.evaluate(() => scrollTo(0, 1500));
  for (const key of ["/", "t", "i", "ArrowDown", "Escape", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await page.evaluate(() => scrollY), 1500, key);
  }
});

const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);

for (const [name, address, selector] of [
  ["a bar", "#/charts?file=sample&kind=ranking&ind=fund.fiscal", ".plot__points .pt"],
  ["a point", "#/charts?file=sample&kind=scatter&x=fund.fiscal&y=poverty.reduced", ".plot__points .pt"],
  ["a bar beside the table", "#/compare?file=sample", ".compare aside .pt"],
  ["a cell", "#/compare?file=sample", ".ct tbody td a"],
  ["a figure in the text", "#/region/CN-LN?file=sample", ".text a.q"],
]) {
  test(`keyboard: Enter on ${name} leads into the evidence, Escape back`, async ({ page, open }) => {
    await open(address);
    const stop = page.locator(selector).nth(1);
    await stop.waitFor();
    await stop.focus();
    const before = await focused(page);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "evidence");
    // Charts are drawn anew for the width that the panel leaves them, and again when it closes.
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => document.activeElement.id), "evidence");
    await page.keyboard.press("Escape");
    await evidence(page).waitFor({ state: "hidden" });
    await page.waitForTimeout(500);
    assert.equal(await focused(page), before);
    assert.ok(await stop.evaluate((element) => element === document.activeElement));
  });
}

test("keyboard: the skip link leads past the masthead; single keys can be switched off", async ({ page, open }) => {
  await open("#/about?file=sample");
  await page.locator("nav.views").waitFor();
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.className), /skip/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.getByRole("main").getByRole("checkbox", { name: /^Use single-key/ }).uncheck();
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("?");
  assert.equal(await page.locator("dialog[open]").count(), 0);
});

test("keyboard: a dialog closes when the reader goes back", async ({ page, open }) => {
  await open("#/overview?file=sample");
  await page.locator("nav.views").waitFor();
  await goTo(page, "Audit");
  await page.locator(".findings > li").first().waitFor();
  await page.keyboard.press("?");
  await page.locator("dialog[open]").waitFor();
  await page.goBack();
  await page.locator("dialog[open]").waitFor({ state: "detached" });
});

test("keyboard: on a phone the open tab is in sight", async ({ page, open }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open("#/data?file=sample");
  await page.locator(".ft tbody tr").first().waitFor();
  await page.waitForFunction(() => {
    const { left, right } = document.querySelector("nav.views a[aria-current]").getBoundingClientRect();
    return left >= 0 && right <= innerWidth;
  });
});

const inFocus = (page, selector) => page.waitForFunction((selector) => document.activeElement?.matches(selector), selector);

test("keyboard: the focus goes on where what had it is gone", async ({ page, open }) => {
  await open("#/region/CN-LN?file=sample");
  const marks = page.locator(".text a.q");
  const next = await marks.nth(3).innerText();
  await marks.nth(2).focus();
  await page.keyboard.press("Enter");
  await evidence(page).getByRole("button", { name: "Not a figure" }).press("Enter");
  await page.waitForFunction((next) => document.activeElement?.matches(".text a.q") && document.activeElement.innerText === next, next);
  await page.keyboard.press("Control+z");
  await evidence(page).waitFor();
  await inFocus(page, ".text a.q");
  await page.keyboard.press("/");
  await page.keyboard.type("funds");
  await page.keyboard.press("ArrowDown");
  await inFocus(page, "#search-hits a");
  await page.keyboard.press("Escape");
  await inFocus(page, "#search-field");
});

test("keyboard: stopping while a report is read leads back to the choice of files", async ({ page, open }) => {
  await open();
  const long = Buffer.from(Array(40).fill(sample().bytes.toString("utf8")).join("\n\n"));
  await dropFiles(page, "main", [{ ...sample(), bytes: long }]);
  await page.locator(".state.is-busy").getByRole("button", { name: "Stop" }).press("Enter");
  await inFocus(page, "#choose-files");
});
