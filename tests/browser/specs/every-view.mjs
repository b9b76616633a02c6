// What holds for every view, in light, dark and narrow: no accessibility violation that axe finds, nothing wider than the page,
// one main heading.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { running, test } from "../support/harness.mjs";
import { FRAMES, VIEWS } from "../support/views.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One line a violation: rule, what it says, and the first elements that break it. */
async function violations(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ["violations"] });
    return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  });
}

for (const view of VIEWS) {
  for (const { label, viewport, colorScheme } of FRAMES) {
    test(`every view: ${view.name}, ${label}`, async ({ page, site }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(site + view.address);
      await running(page);
      await view.prepare?.(page);
      assert.equal(await page.locator("h1:visible").count(), 1, "one main heading");
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      assert.ok(content <= window, `the page is ${content} px wide in a window of ${window}`);
      assert.deepEqual(await violations(page), []);
    });
  }
}
