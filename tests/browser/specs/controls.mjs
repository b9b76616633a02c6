// Every control of every view: by mouse, by keyboard, and on a page of 390 px.

import { test } from "../support/harness.mjs";
import { CONTROLLED, useAll } from "../support/controls.mjs";

for (const view of CONTROLLED) {
  const title = view || "start";
  test(`controls: ${title}: by mouse`, async ({ page, open, site, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(site).origin });
    await open(view);
    await useAll(page, site, view, false);
  });
  test(`controls: ${title}: by keyboard`, async ({ page, open, site, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(site).origin });
    await open(view);
    await useAll(page, site, view, true);
  });
  test(`controls: ${title}: at 390 px`, async ({ page, open, site, context }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(site).origin });
    await open(view);
    await useAll(page, site, view, false);
  });
}
