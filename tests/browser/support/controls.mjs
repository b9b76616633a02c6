// Every control of every view: a line of a table says where it is, how it is found, what it is used with, and what shows that it did its
// work. What corrects the report has tests of its own.

import assert from "node:assert/strict";
import { running } from "./harness.mjs";
import { evidence, openSheet } from "./app.mjs";

const button = (name) => (page) => page.getByRole("main").getByRole("button", { name }).first();
const link = (name) => (page) => page.getByRole("main").getByRole("link", { name }).first();
const choice = (name) => (page) => page.getByRole("main").getByRole("combobox", { name }).first();
const field = (name) => (page) => page.getByRole("main").getByRole("searchbox", { name }).first();
const box = (name) => (page) => page.getByRole("main").getByRole("checkbox", { name }).first();
const inside = (selector) => (page) => page.locator(selector).first();

/** Waits until the address says so. */
const address = (pattern) => (page) => page.waitForFunction(([source]) => new RegExp(source).test(decodeURIComponent(location.hash)), [pattern.source]);
/** Waits until so many elements are there: at least `least`, at most `most`. */
const count = (selector, least, most = Infinity) => (page) =>
  page.waitForFunction(([s, low, high]) => document.querySelectorAll(s).length >= low && document.querySelectorAll(s).length <= high, [selector, least, most]);
const visible = (selector) => (page) => page.locator(selector).first().waitFor();
const shown = (page) => evidence(page).waitFor();
const saved = (ending) => ({ event: "download", check: (file) => assert.ok(file.suggestedFilename().endsWith(ending)) });
const chooser = { event: "filechooser", check: () => {} };

/** Opens the evidence of a total that has parts, a check and a cell. */
async function selectTotal(page) {
  await page.locator(".text").getByRole("link", { name: /^573\.80? million yuan$/ }).first().click();
  await openSheet(page);
}

/** Waits until the evidence is about another figure. */
const another = (page) => page.waitForFunction(() => document.querySelector("#evidence h2") && !/^573/.test(document.querySelector("#evidence h2").textContent));
const inEvidence = (role, name) => (page) => evidence(page).getByRole(role, { name }).first();
const said = (words) => (page) => page.getByText(words).first().waitFor({ state: "attached" });
const hidden = (find) => (page) => find(page).waitFor({ state: "hidden" });

// [name, how to find it, what shows that it worked, what it is used with: a word to type, an option to choose, nothing to press it]
const CONTROLS = {
  "": [
    ["help", (page) => page.getByRole("button", { name: "Help and shortcuts" }), visible("dialog[open]")],
    ["theme", (page) => page.getByRole("button", { name: /^Theme/ }), visible("html[data-theme=light]")],
    ["choose files", button("Choose files"), chooser],
    ["paste text", button("Paste text"), visible("main textarea")],
    ["how it works", (page) => page.getByRole("contentinfo").getByRole("link", { name: "How it works" }), address(/^#\/about/)],
    ["sample", button("Try the 2012 sample"), address(/^#\/overview/)],
    ["language", (page) => page.getByRole("button", { name: "中文" }), visible("html[lang|=zh]")],
  ],
  "#/overview?file=sample": [
    ...["region/", "compare", "charts", "report", "audit", "data"].map((view) => [
      `tab ${view}`, inside(`nav.views a[href^="#/${view}"]`), address(new RegExp(`^#/${view}`)),
    ]),
    ["wordmark", inside("a.mark"), address(/^#\/(\?|$)/)],
    ["corrections", inside(".docline a"), address(/^#\/corrections/)],
    ["another report", (page) => page.locator(".docline").getByRole("button", { name: /^Open another/ }), chooser],
    ...["v-ok", "v-near", "v-un", "v-no"].map((verdict) => [`count ${verdict}`, inside(`.vkey a.${verdict}`), address(/^#\/audit.*verdict=/)]),
    ["measured", link("What that means"), address(/^#\/about/)],
    ["who states it", inside(".stand li:nth-child(1) a"), address(/^#\/compare.*sort=/)],
    ["highest", inside(".stand li:nth-child(2) a"), shown],
    ["checked most", inside(".stand li:nth-child(3) a"), address(/^#\/audit.*region=/)],
    ["odd figures", inside(".stand li:nth-child(4) a"), address(/^#\/data.*odd=/)],
    ["colour by", choice("Colour by"), address(/head=fund\.central/), "fund.central"],
    ["map as SVG", button("SVG"), saved(".svg")],
    ["map as PNG", button("PNG"), saved(".png")],
    ["map as CSV", button("CSV"), saved(".csv")],
    ["map as a table", inside(".map summary"), visible(".map .nt tbody tr")],
    ["filter", field("Filter regions"), count(".card", 2, 2), "shan"],
    ["only stated", box("Only regions that state it"), address(/only=/)],
    ["headline", choice("Headline"), address(/head=fund\.central/), "fund.central"],
    ["order", choice("Order"), address(/order=name/), "name"],
    ["list", button("List"), visible("table.list, .list table")],
    ["card", link("Liaoning"), address(/^#\/region\/CN-LN/)],
    ["card's findings", inside(".card .checks a"), address(/^#\/audit.*region=/)],
  ],
  "#/region/CN-LN?file=sample": [
    ["next region", inside(".pager a[rel=next]"), address(/^#\/region\/CN-JL/)],
    ["previous region", inside(".pager a[rel=prev]"), address(/^#\/region\/CN-NM/)],
    ["all regions", inside(".places summary"), visible(".places ol a[aria-current=page]")],
    ["named wrongly", inside(".rename summary"), visible(".rename input")],
    ["headline value", inside(".heads a.val"), shown],
    ["total", inside(".comp .tot a"), shown],
    ["bar", inside(".cbar a"), shown],
    ["part", inside(".parts a"), shown],
    ["what is not stated", button(/^Show the \d+ not stated/), count(".prog tbody tr", 30)],
    ["indicator", inside(".prog td a"), shown],
    ["all findings", link("All in the audit"), address(/^#\/audit.*region=CN-LN/)],
    ["finding's figure", inside(".found .figs a"), shown],
    ["kind", inside(".kinds button[aria-pressed]"), address(/hide=level/)],
    ["add a figure", button("Add a figure"), visible("dialog[open]")],
    ["figure", inside(".topic .q"), shown],
    ["note in the margin", inside(".margin a"), shown],
  ],
  "#/region/CN-LN?file=sample&look=evidence": [
    ["copy link", inEvidence("button", "Copy a link to this figure"), said("Copied")],
    ["copy citation", inEvidence("button", "Copy as citation"), said("Copied")],
    ["close", inEvidence("button", "Close the evidence"), hidden(evidence)],
    ["next", inside("#evidence .acts button:nth-of-type(2)"), another],
    ["previous", inside("#evidence .acts button:nth-of-type(1)"), another],
    ["where the sentence stands", inside("#evidence h3 .lk"), address(/^#\/region\/CN-LN/)],
    ["sibling in the sentence", inside("#evidence blockquote .q:not(.is-on)"), another],
    ["part", inside("#evidence .of .part a"), another],
  ],
  "#/compare?file=sample": [
    ["indicators", button("Choose indicators"), visible(".picker")],
    ["filter", field("Filter regions"), count(".compare .ct tbody tr", 2, 2), "shan"],
    ["rows", choice("Rows"), address(/least=2/), "2"],
    ["shading", box("Shade each column"), address(/heat=off/)],
    ["order", inside(".ct thead th:nth-child(3) button"), address(/sort=fund\.central/)],
    ["pin", inside(".ct .pin"), address(/pin=/)],
    ["region", inside(".ct tbody th a"), address(/^#\/region\//)],
    ["cell", inside(".ct tbody td a"), shown],
    ["chart of a column", inside(".ct .to-charts a"), address(/^#\/charts.*kind=ranking/)],
    ["ranking", inside(".compare aside figure:nth-of-type(1) .fig__controls a"), address(/^#\/charts.*kind=ranking/)],
    ["against", choice("Against"), address(/against=|y=|with=/), "poverty.reduced"],
    ["CSV of rows", button(/^CSV, 29 rows/), saved(".csv")],
    ["XLSX", button(/^XLSX/), saved(".xlsx")],
    ["HTML", button(/^HTML/), saved(".html")],
    ["CSV of all", button(/^CSV, all/), saved(".csv")],
    ["JSON", button(/^JSON/), saved(".json")],
  ],
  "#/charts?file=sample": [
    ...["composition", "scatter", "distribution", "map", "change"].map((kind) => [
      `kind ${kind}`, inside(`.chart-kinds a[href*="kind=${kind}"]`), address(new RegExp(`kind=${kind}`)),
    ]),
    ["indicator", choice("Indicator"), address(/ind=fund\.central/), "fund.central"],
    ["in the table", link("In the table"), address(/^#\/compare.*sort=/)],
    ["point", inside(".plot__points a[tabindex='0']"), shown],
    ["as a table", inside(".fig__numbers summary"), (page) => page.waitForFunction((wide) => document.querySelector(".fig__numbers").open !== wide, page.viewportSize().width > 1280)],
  ],
  "#/charts?file=sample&kind=scatter": [
    ["across", choice("Across"), address(/x=poverty\.reduced/), "poverty.reduced"],
    ["up", choice("Up"), address(/y=fund\.provincial/), "fund.provincial"],
  ],
  "#/charts?file=sample&kind=composition": [
    ["bars", choice("Bars"), address(/bars=share/), "share"],
  ],
  "#/report?file=sample": [
    ["outline", (page) => page.locator(".outline button").nth(3), (page) => page.waitForFunction(() => scrollY > 500)],
    ["kind", (page) => page.locator(".kinds button[aria-pressed]").nth(2), address(/hide=share/)],
    ["region", inside(".whole__section h2 a"), address(/^#\/region\//)],
    ["figure", inside(".whole .q"), shown],
  ],
  "#/audit?file=sample": [
    ["rule", inside(".rules .rn"), address(/rule=/)],
    ["definitions", inside(".rule-definitions summary"), visible(".rule-definitions dl")],
    ["last digits", button("rounded or cut off"), address(/digits=cut/)],
    ["as rounded again", button("rounded"), visible("#digits-rounded[aria-pressed=true]")],
    ["verdict", inside(".chip"), address(/verdict=/)],
    ["of a rule", choice("Rule"), address(/rule=share/), "share"],
    ["of a region", choice("Region"), address(/region=CN-LN/), "CN-LN"],
    ["order", choice("Order"), address(/order=text/), "text"],
    ["shown as CSV", button(/shown as CSV$/), saved(".csv")],
    ["finding", inside(".findings h3 a"), shown],
    ["its figure", inside(".findings blockquote .q"), shown],
    ["its region", inside(".findings .where a"), address(/^#\/region\//)],
    ["more", button(/^Show the next/), count(".findings > li", 21)],
    ["page", button("Page (HTML)"), saved(".html")],
    ["table", button("Table (CSV)"), saved(".csv")],
    ["data", button("Data (JSON)"), saved(".json")],
  ],
  "#/data?file=sample": [
    ["words", field("Find in figures and sentences"), address(/q=villagers/), "villagers"],
    ["head", inside(".ft thead th:nth-child(4) button"), address(/sort=value/)],
    ["region", inside(".ft tbody th a"), address(/^#\/region\//)],
    ["figure", inside(".ft tbody .printed a"), shown],
    ["more rows", button(/^Show 200 more/), count(".ft tbody tr", 201)],
    ["all rows", button(/^Show all/), count(".ft tbody tr", 800)],
    ["CSV of rows", button(/^CSV, \d+ figures? shown/), saved(".csv")],
    ["CSV of all", button(/^CSV, all/), saved(".csv")],
    ["data package", button(/^Data package/), saved(".zip")],
    ["JSON", button(/^JSON/), saved(".json")],
  ],
  "#/about": [["single keys", box(/^Use single-key shortcuts/), (page) => page.waitForFunction(() => Object.values(localStorage).includes("off"))]],
};

/** The addresses of the views with controls. */
export const CONTROLLED = Object.keys(CONTROLS);

/** Uses a control as a reader would: with the pointer, or with keys alone. */
async function use(page, target, value, keys) {
  await target.waitFor();
  await target.scrollIntoViewIfNeeded();
  const tag = await target.evaluate((element) => element.tagName.toLowerCase() + (element.type === "checkbox" ? ":box" : ""));
  if (!keys) {
    if (tag === "select") return target.selectOption(value);
    await target.click();
    return value && page.keyboard.type(value);
  }
  await target.focus();
  assert.ok(await target.evaluate((element) => element === document.activeElement && element.tabIndex >= 0), "it holds the focus");
  if (tag === "select") {
    // The letters that an option begins with choose it, as on any list.
    return page.keyboard.type(await target.locator(`option[value="${value}"]`).textContent());
  }
  return value ? page.keyboard.type(value) : page.keyboard.press(tag.endsWith(":box") ? "Space" : "Enter");
}

/** The view as it is at first. What is set for the whole page is gone only after a reload; all else is made anew with its view. */
async function anew(page, site, view) {
  if (page.url().startsWith(site) && /^#\/(overview|region|compare|charts|report|audit|data)/.test(view)) {
    await page.evaluate(() => (location.hash = "#/about?file=sample"));
    await page.getByRole("heading", { level: 1, name: "How Provenance works" }).waitFor();
    await page.evaluate((hash) => (location.hash = hash), view);
  } else {
    await page.evaluate(() => localStorage.clear());
    await page.goto("about:blank");
    await page.goto(site + view);
    await running(page);
  }
  if (view.includes("look=evidence")) await selectTotal(page);
}

/** Uses each control of a view of the page at an address, by mouse or by keys. */
export async function useAll(page, site, view, keys) {
  page.setDefaultTimeout(15_000);
  const failures = [];
  for (const [name, find, worked, value] of CONTROLS[view]) {
    try {
      await anew(page, site, view);
      const event = worked.event && page.waitForEvent(worked.event);
      // Where using the control fails, nobody waits for its event.
      event?.catch?.(() => {});
      await use(page, find(page), value, keys);
      if (event) worked.check(await event);
      else await worked(page);
    } catch (error) {
      failures.push(`${name}: ${String(error.message).split("\n")[0]}`);
    }
  }
  assert.deepEqual(failures, []);
}
