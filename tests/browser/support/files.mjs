// Reports for the tests, and the ways in which a reader brings them into the page.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "./harness.mjs";

const read = (file) => ({ name: path.basename(file), type: "text/plain", bytes: readFileSync(file) });

/** The sample that comes with the page. */
export const sample = () => read(path.join(PROJECT, "static/samples/digest-2012.txt"));

/** The whole report, where it lies beside the project; else null. */
export function realReport() {
  const file = path.join(PROJECT, "../shared/reports/local-poverty-alleviation-2012.txt");
  return existsSync(file) ? read(file) : null;
}

/** A file made of a text. */
export const textFile = (name, text) => ({ name, type: "text/plain", bytes: Buffer.from(text) });

/** Drops files onto an element, with the events and the data that a browser gives: enter, over, drop. */
export async function dropFiles(page, selector, files) {
  const plain = files.map(({ name, type, bytes }) => ({ name, type, base64: Buffer.from(bytes).toString("base64") }));
  await page.locator(selector).first().evaluate((target, dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    for (const kind of ["dragenter", "dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    }
  }, plain);
}

/** Pastes text into the page. */
export async function pasteText(page, text) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
  }, text);
}
