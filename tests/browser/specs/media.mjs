// Every view as other readers see it: in forced colours, on paper, without motion. What decides is asked of computed styles.

import assert from "node:assert/strict";
import { running, test } from "../support/harness.mjs";
import { computed, faintText, motion, tokenContrasts } from "../support/look.mjs";
import { PAPER, VIEWS } from "../support/views.mjs";

/** Colours go over into others for a moment when the medium changes: what is measured is where they end. */
async function settled(page) {
  await page.evaluate(() => {
    const finished = document.getAnimations().map((each) => each.finished.catch(() => undefined));
    // One that has no end, or that the browser holds back, is not waited for.
    return Promise.race([Promise.all(finished), new Promise((done) => setTimeout(done, 2000))]);
  });
}

/** What may be pressed and what is selected must stand out from the canvas. */
async function assertForced(page) {
  await settled(page);
  const [canvas] = await computed(page, "body", "background-color");
  const differ = async (selector, property, pseudo) => {
    for (const color of await computed(page, selector, property, pseudo)) assert.notEqual(color, canvas, `${selector}: ${property}`);
  };
  await differ("nav.views a[aria-current]", "background-color", "::after");
  await differ(".q.is-on", "background-color");
  await differ("mark", "background-color");
  await differ(".btn", "border-top-color");
  await differ(".seg [aria-pressed=true], .chip[aria-pressed=true], .chart-kinds [aria-current]", "border-bottom-color");
  await differ(".plot__svg :is(rect, circle)[fill]:not([fill='none'], [fill='var(--ground)'])", "fill");
  await differ(".strip .dot", "stroke");
  for (const width of await computed(page, ".seg [aria-pressed=false], .chip[aria-pressed=false], .chart-kinds a:not([aria-current])", "border-bottom-width")) {
    assert.equal(width, "0px", "what is not selected has no line");
  }
  // Triangles are made of borders that are not seen.
  for (const color of await computed(page, "thead .so", "border-left-color")) assert.equal(color, "rgba(0, 0, 0, 0)");
  assert.deepEqual(await faintText(page, 4.5), []);
}

async function assertPaper(page) {
  await settled(page);
  const controls = page.locator("nav:visible, select:visible, input:not(.vh):visible, textarea:visible, summary:not(.topic > *):visible, dialog:visible");
  assert.deepEqual(await controls.evaluateAll((all) => all.map((each) => each.outerHTML.slice(0, 120))), []);
  const buttons = page.locator("button:visible:not(thead button)");
  assert.deepEqual(await buttons.evaluateAll((all) => all.map((each) => each.outerHTML.slice(0, 120))), []);
  assert.equal(await page.locator("h1:visible").count(), 1);
  if (await page.locator(".docline").count()) assert.match(await page.locator(".docline").innerText(), /\.txt[^]*sha256 \w{12}/);
  const folded = await page.locator("details table:not(.picker *), details dl").evaluateAll((all) => all.filter((each) => each.offsetHeight === 0).length);
  assert.equal(folded, 0, "what is folded away is printed");
  for (const display of await computed(page, "thead", "display")) assert.equal(display, "table-header-group", "heads repeat");
  for (const display of await computed(page, "tfoot", "display")) assert.equal(display, "table-row-group", "sums stand once");
  for (const position of await computed(page, "thead th, tbody th", "position")) assert.equal(position, "static");
  const wide = await page.locator("table:visible, figure:visible, .card:visible").evaluateAll(
    (all, paper) => all.filter((each) => each.getBoundingClientRect().right > paper + 1).map((each) => `${each.className} to ${each.getBoundingClientRect().right}`),
    PAPER,
  );
  assert.deepEqual(wide, [], "cut at the edge of the paper");
  assert.deepEqual(await faintText(page, 4.5), [], "light, although the page is dark");
}

for (const view of VIEWS) {
  test(`media: ${view.name}: forced colours, paper, no motion`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
    await page.goto(site + view.address);
    await running(page);
    await view.prepare?.(page);
    await assertForced(page);
    await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
    await assertForced(page);
    await page.emulateMedia({ colorScheme: "dark", forcedColors: "none", media: "print" });
    await page.setViewportSize({ width: PAPER, height: 1000 });
    await assertPaper(page);
    await page.emulateMedia({ media: "screen", reducedMotion: "no-preference" });
    if (view.name === "start") assert.ok((await motion(page)).longest >= 0.1, "there is motion to be taken away");
    await page.emulateMedia({ reducedMotion: "reduce" });
    assert.deepEqual(await motion(page), { longest: 0, running: 0 });
  });
}

test("media: paper holds what the screen gives on request: all findings, charts at the paper's width", async ({ page, site }) => {
  await page.goto(`${site}#/audit?file=sample`);
  await page.locator(".findings > li").first().waitFor();
  const all = Number((await page.locator(".rules tfoot td").allInnerTexts()).at(-1));
  assert.ok((await page.locator(".findings > li").count()) < all);
  await page.pdf({ format: "A4" });
  assert.equal(await page.locator(".findings > li").count(), all);
  await page.goto(`${site}#/charts?file=sample`);
  await page.locator(".plot__svg svg").waitFor();
  const drawn = () => page.locator(".plot__svg svg").getAttribute("width");
  const screen = await drawn();
  const printed = page.evaluate(() => new Promise((resolve) => {
    window.addEventListener("beforeprint", () => queueMicrotask(() => resolve(document.querySelector(".plot__svg svg").getAttribute("width"))));
  }));
  await page.pdf({ format: "A4" });
  assert.equal(Number(await printed), PAPER);
  await page.waitForFunction((width) => document.querySelector(".plot__svg svg").getAttribute("width") === width, screen);
});

const numbered = (prefix, last) => Array.from({ length: last }, (_, index) => `--${prefix}-${index + 1}`);
const on = (ground) => (name) => [name, ground];

/** Text by the ground it stands on: 4.5 to 1. */
const TEXT = [
  ...["--ink", "--ink-2", "--ink-3", "--accent", "--accent-strong", "--v-ok", "--v-near", "--v-no", "--v-un"].map(on("--ground")),
  ...["--ink", "--ink-2", "--ink-3"].map(on("--sunk")),
  ...["--accent-tint", "--accent-tint-2", ...numbered("heat", 5)].flatMap((ground) => ["--ink", "--ink-2"].map(on(ground))),
  ...numbered("seq", 7).map((step) => [step.replace("--", "--on-"), step]),
  ["--on-accent", "--accent"],
  ["--v-no", "--v-no-tint"],
];
/** Marks, borders of controls and outlines of the focus: 3 to 1. */
const MARKS = ["--ctl", "--focus", "--cat-rest", ...numbered("cat", 7), "--k-level", "--k-change", "--k-share", "--k-average", "--k-target"].map(on("--ground"));

for (const settings of [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "dark", media: "print" }, { colorScheme: "light", contrast: "more" }, { colorScheme: "dark", contrast: "more" }]) {
  test(`media: contrast of every pair of tokens, ${Object.values(settings).join(", ")}`, async ({ page, open }) => {
    await page.emulateMedia(settings);
    await open();
    const below = async (pairs, least) => (await tokenContrasts(page, pairs)).map((value, at) => [...pairs[at], value]).filter(([, , value]) => !(value >= least));
    assert.deepEqual(await below(TEXT, 4.5), []);
    assert.deepEqual(await below(MARKS, 3), []);
  });
}
