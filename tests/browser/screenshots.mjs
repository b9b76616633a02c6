// Pictures of every view into docs/images/: light and dark at 1440 px, light at 390 px; of some in forced colours and on paper, too. All show
// the sample.
//
//   node tests/browser/screenshots.mjs [--grep WORD]

import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { startServer } from "../../.ci/lib/serve.mjs";
import { DIST, PROJECT, launch, running } from "./support/harness.mjs";
import { FRAMES, MEDIA_FRAMES, VIEWS } from "./support/views.mjs";

async function picture(browser, site, view, { label, media, ...settings }) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...settings });
  const page = await context.newPage();
  await page.goto(site + view.address);
  await running(page);
  await view.prepare?.(page);
  if (media) await page.emulateMedia({ media });
  await page.evaluate(() => document.fonts.ready);
  const file = path.join("docs/images", `${view.name}-${label}.png`);
  await page.screenshot({ path: path.join(PROJECT, file), fullPage: (view.fullPage ?? false) && !media });
  await context.close();
  console.log(file);
}

const { values } = parseArgs({ options: { grep: { type: "string", default: "" } } });
mkdirSync(path.join(PROJECT, "docs/images"), { recursive: true });
const server = await startServer({ root: DIST });
const browser = await launch();
for (const view of VIEWS.filter(({ name }) => name.includes(values.grep))) {
  const others = MEDIA_FRAMES.filter(({ views }) => views.includes(view.name)).map(({ views, ...frame }) => frame);
  for (const frame of [...FRAMES, ...others]) await picture(browser, server.url, view, frame);
}
await browser.close();
await server.close();
