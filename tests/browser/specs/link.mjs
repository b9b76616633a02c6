// A link to a file of the reader's own: it asks for that file, opens its view with it, and says so when another one was opened.

import assert from "node:assert/strict";
import { running, test } from "../support/harness.mjs";
import { dropFiles, textFile } from "../support/files.mjs";

const report = (year, last) => textFile(`wells-${year}.txt`, `Rural Wells ${year}

Turkana County

The county drilled 48 boreholes, of which 31 were solar powered. Spending reached KES 412.5 million.

Nakuru County

The county drilled 50 boreholes, of which 20 were solar powered. Spending came to KES 731 million.

${last} County

The county drilled 12 boreholes. Spending was KES 58.3 million.
`);
const MEANT = report(2023, "Mombasa");
const OTHER = report(2022, "Kisumu");

const message = (page) => page.locator("#misfit");
const hash = (page) => page.evaluate(() => location.hash);
const fingerprint = async (page) => /file=(\w{12})/.exec(await hash(page))[1];

/** The fingerprint of a report, as a link to it has it. */
async function keyOf(page, open, file) {
  await open();
  await dropFiles(page, "main", [file]);
  await page.waitForURL(/#\/overview/);
  return fingerprint(page);
}

/** Opens a link in a browser that has never seen its file. */
async function inFreshBrowser(page, site, address) {
  const context = await page.context().browser().newContext({ viewport: { width: 1440, height: 900 } });
  const fresh = await context.newPage();
  await fresh.goto(site + address);
  await running(fresh);
  return fresh;
}

test("link: the file that it was made for opens its view", async ({ page, open, site }) => {
  const key = await keyOf(page, open, MEANT);
  const fresh = await inFreshBrowser(page, site, `#/compare?dir=up&sort=name&file=${key}`);
  await fresh.getByText(`fingerprint ${key}`).waitFor();
  await dropFiles(fresh, "main", [MEANT]);
  await fresh.locator(".ct tbody tr").first().waitFor();
  assert.equal(await hash(fresh), `#/compare?dir=up&sort=name&file=${key}`);
  assert.equal(await message(fresh).count(), 0);
  await fresh.context().close();
});

test("link: another file opens in the link's view, and it is said that it is another", async ({ page, open, site }) => {
  const key = await keyOf(page, open, MEANT);
  const fresh = await inFreshBrowser(page, site, `#/compare?cols=fund.central&dir=up&sort=name&file=${key}`);
  await dropFiles(fresh, "main", [OTHER]);
  await message(fresh).waitFor();
  await fresh.locator(".ct tbody tr").first().waitFor();
  const other = await fingerprint(fresh);
  assert.notEqual(other, key);
  assert.equal(await hash(fresh), `#/compare?cols=fund.central&dir=up&sort=name&file=${other}`);
  assert.ok((await fresh.locator(".ct thead th").count()) > 1, "columns of this report, where it has none that the link names");
  const words = await message(fresh).innerText();
  for (const part of ["not the report", key, other, OTHER.name, "may not fit"]) assert.ok(words.includes(part), `${part}: ${words}`);
  assert.equal(await fresh.getByRole("columnheader", { name: /^Region/ }).getAttribute("aria-sort"), "ascending");
  // It stays over the other views of this report, and goes when the right one has come, which opens as the link has it.
  await fresh.getByRole("navigation").getByRole("link", { name: /^Audit/ }).click();
  await message(fresh).waitFor();
  await dropFiles(fresh, "main", [MEANT]);
  await message(fresh).waitFor({ state: "detached" });
  assert.equal(await hash(fresh), `#/compare?cols=fund.central&dir=up&sort=name&file=${key}`);
  await fresh.context().close();
});

test("link: a figure or a region of another file is not taken for one of this", async ({ page, open, site }) => {
  const key = await keyOf(page, open, MEANT);
  await page.getByRole("link", { name: "Mombasa", exact: true }).first().click();
  await page.waitForURL(/#\/region\//);
  const region = (await hash(page)).split("?")[0];
  const fresh = await inFreshBrowser(page, site, `${region}?at=150&file=${key}`);
  await dropFiles(fresh, "main", [OTHER]);
  await message(fresh).waitFor();
  assert.match(await hash(fresh), /^#\/overview\?file=\w{12}$/);
  await message(fresh).getByRole("button", { name: "Close" }).click();
  await message(fresh).waitFor({ state: "detached" });
  await fresh.context().close();
});

test("link: a view that there is none of is said in words, over the report", async ({ page, open }) => {
  await open("#/regions?file=sample");
  await page.getByRole("heading", { level: 1, name: /no view “regions”/ }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "29 regions" }).click();
  await page.waitForURL(/#\/overview/);
});
