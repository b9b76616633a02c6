// A short report on another country, another subject, in another currency: nothing of the sample shows through.

import assert from "node:assert/strict";
import { test } from "../support/harness.mjs";
import { goTo, openFile, openRegion } from "../support/app.mjs";
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
