// The page as a reader sees it: what tests do with it and ask of it, in one place.

import assert from "node:assert/strict";
import { dropFiles } from "./files.mjs";

/** The regions of the 2012 report and its digest, in the report's order, by the short names that the page shows. */
export const REGIONS_2012 = [
  "Hebei", "Shanxi", "Inner Mongolia", "Liaoning", "Jilin", "Heilongjiang", "Jiangsu", "Zhejiang", "Anhui", "Fujian",
  "Jiangxi", "Shandong", "Henan", "Hubei", "Hunan", "Guangdong", "Guangxi", "Hainan", "Chongqing", "Sichuan",
  "Guizhou", "Yunnan", "Tibet", "Shaanxi", "Gansu", "Qinghai", "Ningxia", "Xinjiang", "Xinjiang Production and Construction Corps",
];

/** Opens the sample with the button of the start view and waits for its overview. */
export async function openSample(page) {
  await page.getByRole("button", { name: "Try the 2012 sample" }).click();
  await overview(page);
}

/** Drops a file onto the page and waits for its overview. */
export async function openFile(page, file) {
  await dropFiles(page, "main", [file]);
  await overview(page);
}

/** Waits for the overview, until all the cards that its heading counts are there: they come in portions. Without several regions it has none. */
export async function overview(page) {
  await page.waitForURL(/#\/overview/);
  await page.waitForFunction(() => {
    const heading = document.getElementById("cards-h");
    return heading ? document.querySelectorAll(".card").length === Number.parseInt(heading.textContent, 10) : document.querySelector(".key");
  });
}

/** The names on the cards, in their order. */
export const cardNames = (page) => page.locator(".card h3 a").allInnerTexts();

/** Waits until the browser has stored what is known of some report with these words in it: a reload before that would lose them. */
export const stored = (page, words) =>
  page.waitForFunction(async (words) => {
    const wanted = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
    const database = await wanted(indexedDB.open("provenance"));
    const projects = await wanted(database.transaction("projects").objectStore("projects").getAll());
    database.close();
    return projects.some((project) => JSON.stringify(project).includes(words));
  }, words);

/** Goes to a view by the navigation. */
export async function goTo(page, name) {
  await page.getByRole("navigation").getByRole("link", { name, exact: false }).first().click();
}

/** Goes from the overview to a region by its card. */
export async function openRegion(page, name) {
  await page.locator(".card h3").getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(name) }).waitFor();
}

/** The evidence panel. */
export const evidence = (page) => page.getByRole("complementary", { name: "Evidence for the selected figure" });

/** The line that the evidence peeks with below 1120 px; pressed, it opens the sheet. */
export const peek = (page) => page.locator(".ev .peek > button").first();

/** Opens the evidence where it only peeks. */
export async function openSheet(page) {
  await evidence(page).waitFor();
  if (await peek(page).isVisible()) await peek(page).click();
}

/** Checks that the evidence shows a printed figure and that its sentence holds all the given words. */
export async function assertEvidence(page, printed, words) {
  const panel = evidence(page);
  await panel.waitFor();
  assert.equal(await panel.getByRole("heading", { level: 2 }).innerText(), printed);
  const sentence = await panel.locator("blockquote").innerText();
  for (const word of words) assert.ok(sentence.includes(word), `${word} is not in: ${sentence}`);
}

/** A column of the comparison table, cell by cell, in the order shown. */
export async function column(page, index) {
  return page.locator(`table.ct tbody tr > :nth-child(${index + 1})`).allInnerTexts();
}

/** The message for a file that gives no report. */
export const failure = (page) => page.getByRole("main").getByRole("alert");
