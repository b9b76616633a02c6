// The page arrives whole: from a site's root and from a sub-path, with a policy that lets nothing else in.

import assert from "node:assert/strict";
import { test } from "../support/harness.mjs";

test("start: the program replaces the loading text", async ({ page, open }) => {
  await open();
  assert.match(await page.title(), /Provenance/);
  assert.notEqual((await page.locator("body").innerText()).trim(), "");
});

test("start: works under a sub-path of a host", async ({ page, open, serve }) => {
  const { url } = await serve({ prefix: "/some/where/" });
  await open("", url);
  const outside = await page.evaluate((base) => performance.getEntriesByType("resource").filter((entry) => !entry.name.startsWith(base)).map((entry) => entry.name), url);
  assert.deepEqual(outside, []);
});

test("start: an address that no file has shows the page", async ({ page, open, expectProblem }) => {
  expectProblem(/status 404: .*nowhere/);
  expectProblem(/console: Failed to load resource.*nowhere/);
  await open("nowhere");
  assert.match(await page.title(), /Provenance/);
});

test("start: the manifest makes the page installable", async ({ page, open, site }) => {
  await open();
  const address = new URL(await page.locator('link[rel="manifest"]').getAttribute("href"), site);
  const response = await page.request.get(address.href);
  assert.equal(response.headers()["content-type"], "application/manifest+json");
  const manifest = await response.json();
  assert.equal(manifest.display, "standalone");
  for (const icon of manifest.icons) {
    const image = await page.request.get(new URL(icon.src, address).href);
    assert.equal(image.headers()["content-type"], icon.type, icon.src);
  }
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
});

test("start: the policy stops foreign scripts, inline scripts and requests to other origins", async ({ page, open, expectProblem }) => {
  expectProblem(/Content Security Policy/);
  await open();
  const stopped = await page.evaluate(async () => {
    const blocked = [];
    document.addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
    const inline = document.createElement("script");
    inline.textContent = "window.intruded = true";
    document.head.append(inline);
    await fetch("https://example.org/").catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { blocked, intruded: "intruded" in window };
  });
  assert.deepEqual(stopped, { blocked: ["script-src-elem", "connect-src"], intruded: false });
});

test("start: a program that does not arrive is said in words", async ({ page, site, context, expectProblem }) => {
  expectProblem(/console: /);
  expectProblem(/uncaught: /);
  await context.route(/\.wasm$/, (route) => route.abort());
  await page.goto(site);
  await page.getByRole("alert").waitFor();
  assert.match(await page.getByRole("alert").innerText(), /could not be loaded[^]*Load again/);
});

test("start: says what can be taken out, corrected and gone on with", async ({ page, open }) => {
  await open();
  const words = await page.getByRole("main").innerText();
  for (const part of ["Scanned pages cannot be read", "XLSX", "can be undone"]) assert.ok(words.includes(part), part);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a project file" }).click();
  await chooser;
});
