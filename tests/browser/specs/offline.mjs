// After one visit the page works without network, and a new build neither sneaks in nor stays out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { DIST, running, test } from "../support/harness.mjs";
import { keptFiles, offlineReady, pageBuild, visitThenCut } from "../support/offline.mjs";

const dist = (file) => readFileSync(path.join(DIST, file), "utf8");

/** The files of a build that differs from dist/ in nothing but its id. */
function nextBuild(current) {
  const rename = (text) => text.replaceAll(current, "0123456789ab");
  return new Map([
    ["index.html", rename(dist("index.html"))],
    ["sw.js", rename(dist("sw.js"))],
  ]);
}

test("offline: the whole build is kept after the first visit", async ({ page, open }) => {
  await open();
  await offlineReady(page);
  const kept = await keptFiles(page);
  assert.deepEqual(Object.keys(kept), [`provenance-${await pageBuild(page)}`]);
  const [files] = Object.values(kept);
  for (const needed of [/^$/, /^app-\w+_bg\.wasm$/, /^worker-\w+\.js$/, /^worker-\w+_bg\.wasm$/, /^reader-\w+\.js$/, /^reader-\w+_bg\.wasm$/, /^samples\//, /^fonts\/.*\.woff2$/]) {
    assert.ok(files.some((file) => needed.test(file)), `${needed} is not among ${files}`);
  }
});

test("offline: the page reloads with the network cut", async ({ page, open, serve }) => {
  await visitThenCut({ page, open, serve });
  const asked = await page.evaluate(async () => (await fetch("samples/digest-2012.txt")).ok);
  assert.ok(asked, "the sample is kept too");
});

test("offline: the same from a sub-path", async ({ page, open, serve }) => {
  await visitThenCut({ page, open, serve }, { prefix: "/deep/er/" });
});

test("offline: a new build is announced, waits, and is swapped in whole when asked", async ({ page, open, serve }) => {
  const replace = new Map();
  const server = await serve({ replace });
  await open("", server.url);
  await offlineReady(page);
  const old = await pageBuild(page);

  for (const [file, body] of nextBuild(old)) replace.set(file, body);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForSelector('html[data-update="ready"]');
  assert.equal(await pageBuild(page), old, "nothing is swapped unasked");

  await Promise.all([
    page.waitForEvent("load"),
    page.evaluate(() => window.dispatchEvent(new CustomEvent("provenance:apply-update"))),
  ]);
  await running(page);
  await offlineReady(page);
  assert.equal(await pageBuild(page), "0123456789ab");
  assert.deepEqual(Object.keys(await keptFiles(page)), ["provenance-0123456789ab"]);
});

test("offline: a reload brings the newest page, and the kept files follow", async ({ page, open, serve }) => {
  const replace = new Map();
  const server = await serve({ replace });
  await open("", server.url);
  await offlineReady(page);

  for (const [file, body] of nextBuild(await pageBuild(page))) replace.set(file, body);
  await page.reload();
  await running(page);
  assert.equal(await pageBuild(page), "0123456789ab");
  await page.waitForFunction(async () => (await caches.keys()).join() === "provenance-0123456789ab");
  assert.equal(await page.locator("html").getAttribute("data-update"), null, "the reader is not bothered");
});
