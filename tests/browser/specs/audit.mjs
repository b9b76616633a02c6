// The audit: its files, how last digits are taken, a report against the one of the year before.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT, running, test } from "../support/harness.mjs";
import { evidence } from "../support/app.mjs";
import { download, records } from "../support/downloads.mjs";
import { dropFiles, sample, textFile } from "../support/files.mjs";

const CUT = textFile(
  "cut.txt",
  "The office trained 301 people, of whom 201 were women, accounting for 66.7% of the total. It spent 74 million yuan, of which 40 million yuan was for roads and 30 million yuan was for wells.",
);

const later = () => textFile("report-2013.txt", readFileSync(path.join(PROJECT, "tests/fixtures/yearbook-2013/report.txt")));

async function openAudit(page, open, parameters = "") {
  await open(`#/audit?file=sample${parameters}`);
  await page.locator(".findings > li").first().waitFor();
}

/** Counts of all checks, as the table's foot has them. */
const totals = (page) => page.locator(".rules tfoot td").allInnerTexts();

const file = (page, name) => page.getByRole("group", { name: "Report of this audit" }).getByRole("button", { name });

test("audit: the report of the audit is a page, a table and data that say the same", async ({ page, open, context }) => {
  await openAudit(page, open);
  const all = Number((await totals(page)).at(-1));
  const html = await download(page, file(page, "Page (HTML)"));
  assert.match(html.name, /^digest-2012_audit_\d{4}-\d\d-\d\d\.html$/);
  const words = html.bytes.toString("utf8");
  assert.equal(words.match(/<article>/g).length, all);
  const sha = /sha256 (\w{12})/.exec(await page.locator(".how .settings").innerText())[1];
  for (const part of [sha, "digest-2012.txt", "What the audit cannot see", "precision", "Last digits are taken as"]) assert.ok(words.includes(part), part);
  // The page stands on its own: without a script and without a request.
  const alone = await context.newPage();
  await alone.setContent(words);
  assert.equal(await alone.locator("script, link, img").count(), 0);
  assert.equal(await alone.locator("article mark").first().isVisible(), true);
  await alone.close();
  const rows = records((await download(page, file(page, "Table (CSV)"))).bytes);
  assert.equal(rows.length, all);
  assert.ok(rows.every((row) => row.digits_taken_as === "rounded" && row.definition && row.report_sha256.startsWith(sha) && row.sentence));
  const data = JSON.parse((await download(page, file(page, "Data (JSON)"))).bytes.toString("utf8"));
  assert.equal(data.schema, "provenance.audit/1");
  assert.equal(data.findings.length, all);
  assert.ok(data.report.sha256.startsWith(sha) && data.measured.measures.length > 10);
});

test("audit: last digits that may be cut off are a setting, kept in the address and over the views", async ({ page, open }) => {
  await open();
  await dropFiles(page, "main", [CUT]);
  await page.getByRole("navigation").getByRole("link", { name: /^Audit/ }).click();
  await page.locator(".findings > li").first().waitFor();
  const verdict = () => page.locator(".findings > li").filter({ hasText: "66.7%" }).locator(".vd .v").first().innerText();
  assert.match(await verdict(), /does not add up/);
  const cut = page.getByRole("button", { name: "rounded or cut off" });
  await cut.focus();
  await page.keyboard.press("Enter");
  await page.getByText("10.05 to 10.2").waitFor();
  assert.match(await page.evaluate(() => location.hash), /digits=cut/);
  assert.match(await verdict(), /within rounding/);
  assert.equal(await cut.getAttribute("aria-pressed"), "true");
  await page.waitForFunction(() => document.activeElement?.id === "digits-cut");
  const rows = records((await download(page, file(page, "Table (CSV)"))).bytes);
  assert.ok(rows.every((row) => row.digits_taken_as === "rounded or cut off"));
  // The setting holds for the report, whatever the view; a reload finds it again.
  await page.getByRole("navigation").getByRole("link", { name: /^Data/ }).click();
  assert.match(await page.evaluate(() => location.hash), /digits=cut/);
  await page.goBack();
  await page.reload();
  await running(page);
  await page.getByText("10.05 to 10.2").waitFor();
  assert.match(await verdict(), /within rounding/);
  await page.getByRole("button", { name: "rounded", exact: true }).click();
  await page.getByText("10.05 to 10.15").first().waitFor();
  assert.match(await verdict(), /does not add up/);
});

test("audit: a report is held against the one of the year before, both sentences at hand", async ({ page, open }) => {
  await open();
  await dropFiles(page, "main", [sample()]);
  await page.waitForURL(/#\/overview/);
  await dropFiles(page, "main", [later()]);
  await page.getByText("report-2013.txt").first().waitFor({ state: "attached" });
  await page.getByRole("navigation").getByRole("link", { name: /^Audit/ }).click();
  const group = page.getByRole("region", { name: "Against the report for 2012" });
  await group.getByText(/3 do not add up/).waitFor();
  const first = group.locator("li").first();
  assert.match(await first.innerText(), /does not add up/);
  assert.match(await first.locator("blockquote").last().innerText(), /in digest-2012\.txt/);
  const data = JSON.parse((await download(page, file(page, "Data (JSON)"))).bytes.toString("utf8"));
  assert.equal(data.earlier.report.name, "digest-2012.txt");
  assert.equal(data.earlier.findings.filter(({ verdict }) => verdict === "inconsistent").length, 3);
  // The figure of the later report opens its evidence here, that of the earlier one leads to its region there.
  const former = first.locator("blockquote").last().getByRole("link");
  const printed = await former.innerText();
  await first.locator("h3 a").click();
  await evidence(page).waitFor();
  await former.click();
  await page.waitForURL(/#\/region/);
  await evidence(page).getByRole("heading", { level: 2, name: printed }).waitFor();
  assert.match(await page.locator(".docline").innerText(), /digest-2012\.txt/);
});

test("audit: a single report has no group of an earlier one", async ({ page, open }) => {
  await openAudit(page, open);
  assert.equal(await page.getByRole("heading", { name: /^Against the report/ }).count(), 0);
});

test("audit: filters stand on one line on a wide screen", async ({ page, open }) => {
  await openAudit(page, open);
  const tops = await page.locator(".found-all .bar > *").evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ top, height }) => top + height / 2));
  assert.ok(Math.max(...tops) - Math.min(...tops) < 4, String(tops));
});

test("audit: the findings shown as CSV are those of the filter", async ({ page, open }) => {
  await openAudit(page, open, "&verdict=inconsistent");
  const button = page.getByRole("button", { name: /shown as CSV$/ });
  const said = Number(/\d+/.exec(await button.innerText())[0]);
  const rows = records((await download(page, button)).bytes);
  assert.equal(rows.length, said);
  assert.ok(rows.every((row) => row.verdict === rows[0].verdict && row.sentence));
});

test("audit: findings by the amount at stake, the order in the address", async ({ page, open }) => {
  await openAudit(page, open);
  const first = () => page.locator(".findings > li h3").first().innerText();
  const gravest = await first();
  await page.getByRole("combobox", { name: "Order" }).selectOption({ label: "Amount at stake" });
  await page.waitForFunction((words) => document.querySelector(".findings > li h3").innerText !== words, gravest);
  assert.match(await page.evaluate(() => location.hash), /order=stake/);
  assert.match(await first(), /yuan/, "money first");
});

test("audit: a verdict that is pressed is shown alone, and a count of the table leads to just its findings", async ({ page, open }) => {
  await openAudit(page, open);
  const shown = async () => [...new Set(await page.locator(".findings > li .vd .v").allInnerTexts())];
  const red = page.locator(".chip").filter({ hasText: "does not add up" });
  await red.click();
  await page.waitForURL(/verdict=inconsistent/);
  assert.deepEqual(await shown(), ["does not add up"]);
  await red.click();
  await page.waitForFunction(() => !location.hash.includes("verdict"));
  const count = page.locator(".rules tbody td.n.no a").first();
  const n = Number(await count.innerText());
  await count.click();
  await page.waitForURL(/rule=.*verdict=inconsistent/);
  assert.equal(await page.locator(".findings > li").count(), n);
});

test("audit: the counts of rules and regions follow the filter", async ({ page, open }) => {
  await openAudit(page, open, "&region=CN-LN");
  const choice = (label) => page.getByRole("combobox", { name: label });
  const counts = async (label) => (await choice(label).locator("option").allInnerTexts()).slice(1).map((words) => Number(/\((\d+)\)$/.exec(words)[1]));
  const shown = () => page.locator(".findings > li").count();
  const sum = (all) => all.reduce((one, other) => one + other, 0);
  const here = await shown();
  assert.equal(sum(await counts("Rule")), here);
  assert.ok(sum(await counts("Region")) > here, "the other regions keep their counts");
  await choice("Region").selectOption("");
  await choice("Rule").selectOption("sum");
  await page.waitForFunction(() => /rule=sum/.test(location.hash));
  assert.equal(sum(await counts("Region")), Number(/^(\d+) of/.exec(await page.locator(".found-all .note").first().innerText())[1]));
});
