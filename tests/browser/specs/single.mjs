// The page as one file: it opens from disk, alone, asks nobody for anything, and does what the page on a host does.

import assert from "node:assert/strict";
import { running, test } from "../support/harness.mjs";
import { cardNames, evidence, goTo, openFile, openRegion, openSample, overview, stored } from "../support/app.mjs";
import { CONTROLLED, useAll } from "../support/controls.mjs";
import { download } from "../support/downloads.mjs";
import { pasteText, realReport, textFile } from "../support/files.mjs";
import { keptFiles, offlineReady, visitThenCut } from "../support/offline.mjs";
import { pdfFile } from "../support/pdf.mjs";
import { copyOf, single, singleTest } from "../support/single.mjs";
import { VIEWS } from "../support/views.mjs";
import { heading, paragraph, wordFile } from "../support/word.mjs";

const TURKANA = "The county drilled 48 boreholes. Spending reached KES 412.5 million.";
const NAKURU = "The county drilled 50 boreholes. Spending reached KES 731 million.";
const TEXT = textFile("water-2023.txt", `Rural Water 2023\n\nTurkana County\n\n${TURKANA}\n\nNakuru County\n\n${NAKURU}\n`);
const WORD = wordFile("water-2023.docx", paragraph("Rural Water 2023"), heading("Turkana County"), paragraph(TURKANA), heading("Nakuru County"), paragraph(NAKURU));
const PDF = pdfFile("water-2023.pdf", [["Rural Water 2023", 18], ["Turkana County", 14], [TURKANA, 10], ["Nakuru County", 14], [NAKURU, 10]]);

const link = (page) => page.getByRole("link", { name: "Save Provenance as one file" });

singleTest("it opens and reads the sample, and says nothing that only a host can keep", async ({ page, start }) => {
  await start();
  const words = await page.locator("body").innerText();
  assert.match(words, /You have opened the page as one file/);
  assert.doesNotMatch(words, /first visit|offline\.|installed,|new version/);
  assert.equal(await link(page).count(), 0);
  assert.equal(await page.locator("link[rel=manifest]").count(), 0);
  await openSample(page);
  assert.equal((await cardNames(page)).length, 29);
  assert.ok(await page.evaluate(() => document.fonts.check("16px 'Source Serif 4'") && [...document.fonts].some((face) => face.status === "loaded")));
});

if (realReport()) {
  singleTest("the whole report of 2012", async ({ page, start }) => {
    await start();
    await openFile(page, realReport());
    assert.equal((await cardNames(page)).length, 29);
    await goTo(page, "Audit");
    await page.locator(".findings > li").first().waitFor();
  });
} else {
  console.log("skipped  single file: the whole report of 2012 (../shared is not there)");
}

for (const file of [WORD, PDF]) {
  singleTest(`${file.name} is read by its program inside`, async ({ page, start }) => {
    await start();
    await openFile(page, file);
    assert.deepEqual(await cardNames(page), ["Turkana", "Nakuru"]);
    await openRegion(page, "Turkana");
    assert.ok((await page.locator(".text a.q").allInnerTexts()).includes("KES 412.5 million"));
  });
}

singleTest("a correction, theme and language are there after a reload, the report in the list", async ({ page, start }) => {
  await start();
  await openFile(page, TEXT);
  await openRegion(page, "Turkana");
  await page.locator(".text").getByRole("link", { name: "48" }).click();
  await evidence(page).getByRole("button", { name: "Correct it" }).click();
  await evidence(page).locator("form.figure-form [name=value]").fill("49");
  await page.keyboard.press("Enter");
  await evidence(page).getByText("You corrected this figure.").waitFor();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("button", { name: "中文" }).click();
  await page.locator("html[lang=zh-Hans]").waitFor();
  await stored(page, '\\"49\\"');
  await page.reload();
  await running(page);
  await page.locator(".docline").getByRole("link", { name: /1 项更正/ }).waitFor();
  await page.locator("#evidence").waitFor();
  assert.equal(await page.locator("html[data-theme=light][lang=zh-Hans]").count(), 1);
  await page.locator("a.mark").click();
  await page.locator(".recent").getByText("water-2023.txt").waitFor();
});

singleTest("where a browser keeps nothing for pages from disk, it reads and corrects all the same and says so", async ({ page, start }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("refused", "SecurityError");
    };
    for (const storage of ["indexedDB", "localStorage", "sessionStorage"]) Object.defineProperty(window, storage, { get: refuse });
  });
  await start();
  await openFile(page, TEXT);
  await page.getByText("This browser does not let the page keep anything.").first().waitFor();
  await openRegion(page, "Turkana");
  await page.locator(".text").getByRole("link", { name: "48" }).click();
  await evidence(page).getByRole("button", { name: "Read right" }).click();
  await evidence(page).getByText("You confirmed this reading.").waitFor();
});

singleTest("a copied link is told to be of this disk, and opens its place when pasted into another copy", async ({ page, context, start }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await start("#/region/CN-LN?file=sample");
  const figure = page.locator(".text").getByRole("link", { name: /^573\.80? million yuan$/ }).first();
  await figure.focus();
  await page.keyboard.press("Enter");
  await evidence(page).getByRole("button", { name: "Copy a link to this figure" }).click();
  await page.getByText("paste it on the start page of a copy").first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^file:.*#\/region\/CN-LN\?at=\d+&file=sample$/);
  await page.goto("about:blank");
  await page.goto(copyOf());
  await running(page);
  await page.getByRole("heading", { name: "Drop a report here" }).waitFor();
  await pasteText(page, copied);
  await evidence(page).waitFor();
  assert.equal(await evidence(page).getByRole("heading", { level: 2 }).innerText(), "573.80 million yuan");
  assert.equal(await page.evaluate(() => location.hash), copied.slice(copied.indexOf("#/")));
});

singleTest("a pasted link to a file of the reader's own opens what this browser keeps, or asks for the file", async ({ page, start }) => {
  await start();
  await openFile(page, TEXT);
  const [, key] = /file=(\w{12})/.exec(page.url());
  await stored(page, TEXT.name);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("about:blank");
  await start();
  await pasteText(page, "https://example.org/provenance/#/audit?file=0123456789ab");
  await page.getByText("fingerprint 0123456789ab").waitFor();
  await page.getByRole("link", { name: "Provenance" }).click();
  await page.waitForFunction(() => /^#\/(\?|$)/.test(location.hash));
  await pasteText(page, `file:///elsewhere/provenance.html#/data?file=${key}`);
  await page.locator("table.ft tbody tr").first().waitFor();
});

for (const view of CONTROLLED) {
  singleTest(`every control by keyboard: ${view || "start"}`, async ({ page, context, address, start }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await start(view);
    await useAll(page, address, view, true);
  });
}

singleTest("at 390 px, dark, nothing is wider than the page", async ({ page, address }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const views = VIEWS.filter(({ name }) => ["start", "overview", "evidence", "compare", "charts", "report", "audit", "data"].includes(name));
  assert.equal(views.length, 8);
  for (const view of views) {
    await page.goto("about:blank");
    await page.goto(address + view.address);
    await running(page);
    await view.prepare?.(page);
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= window, `${view.name} is ${content} px wide in a window of ${window}`);
  }
});

singleTest("its policy lets it ask nobody, neither the network nor the disk", async ({ page, start, expectProblem }) => {
  expectProblem(/^console: .*Content Security Policy/);
  await start();
  const stopped = await page.evaluate(async () => {
    const blocked = [];
    document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
    const add = (tag, settings) => document.head.append(Object.assign(document.createElement(tag), settings));
    add("script", { textContent: "window.intruded = true" });
    add("script", { src: "data:text/javascript,window.intruded = true" });
    await Promise.allSettled(["https://example.org/", location.href, "blob:null/0"].map((address) => fetch(address)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { blocked: blocked.sort(), intruded: "intruded" in window };
  });
  const blocked = ["connect-src", "connect-src", "connect-src", "script-src-elem", "script-src-elem"];
  assert.deepEqual(stopped, { blocked, intruded: false });
});

singleTest("a browser that cannot unpack it says so", async ({ page, address, expectProblem }) => {
  expectProblem(/^(console|uncaught): .*DecompressionStream is not defined/);
  await page.addInitScript(() => delete window.DecompressionStream);
  await page.goto(address);
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /too old for Provenance[^]*DecompressionStream/);
});

singleTest("half of the file says that a part is missing", async ({ page }) => {
  const whole = single();
  await page.goto(copyOf(whole.subarray(0, whole.length / 2)));
  const words = await page.locator("#boot").innerText();
  assert.match(words, /a part of the page is missing[^]*another copy/);
  assert.doesNotMatch(words, /network/);
});

test("single file: the page on a host gives it away, byte for byte, and no visit loads or keeps it", async ({ page, open, context }) => {
  const asked = [];
  context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open();
  await offlineReady(page);
  assert.ok(!asked.some((path) => path.includes("provenance.html")), `${asked}`);
  assert.ok(!Object.values(await keptFiles(page)).flat().includes("provenance.html"));
  const main = page.getByRole("main");
  const size = Number(/: (\d\.\d) MB/.exec(await main.locator(".start-more").innerText())[1]);
  assert.equal(size, Math.floor(single().length / 100_000) / 10);
  for (const place of [main, page.getByRole("contentinfo")]) {
    const { name, bytes } = await download(page, link(place));
    assert.equal(name, "provenance.html");
    assert.ok(bytes.equals(single()));
  }
});

test("single file: without network the page on a host says that it cannot fetch it", async ({ page, open, serve, expectProblem }) => {
  expectProblem(/^console: .*ERR_/);
  await visitThenCut({ page, open, serve });
  await link(page.getByRole("contentinfo")).click();
  await page.getByText("The file did not arrive").first().waitFor();
});
