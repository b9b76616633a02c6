// Pictures of every view into docs/images/: light and dark at 1440 px, light at 390 px. All show the sample.
//
//   node tests/browser/screenshots.mjs [--grep WORD]

import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { startServer } from "../../.ci/lib/serve.mjs";
import { DIST, PROJECT, launch, running } from "./support/harness.mjs";
import { FRAMES, VIEWS } from "./support/views.mjs";

async function picture(browser, site, view, { label, ...settings }) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...settings });
  const page = await context.newPage();
  await page.goto(site + view.address);
  await running(page);
  await view.prepare?.(page);
  await page.evaluate(() => document.fonts.ready);
  const file = path.join("docs/images", `${view.name}-${label}.png`);
  await page.screenshot({ path: path.join(PROJECT, file), fullPage: view.fullPage ?? false });
  await context.close();
  console.log(file);
}

const { values } = parseArgs({ options: { grep: { type: "string", default: "" } } });
mkdirSync(path.join(PROJECT, "docs/images"), { recursive: true });
const server = await startServer({ root: DIST });
const browser = await launch();
for (const view of VIEWS.filter(({ name }) => name.includes(values.grep))) {
  for (const frame of FRAMES) await picture(browser, server.url, view, frame);
}
await browser.close();
await server.close();
