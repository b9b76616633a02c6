// What tests ask about the kept build: is it whole, which one is it, does it start alone.

import { running } from "./harness.mjs";

/** Waits until the page says that it works without network. */
export async function offlineReady(page) {
  await page.waitForSelector('html[data-offline="ready"]');
}

/** Visits the page once, takes its server away, and loads it again. */
export async function visitThenCut({ page, open, serve }, where) {
  const server = await serve(where);
  await open("", server.url);
  await offlineReady(page);
  await server.close();
  await page.reload();
  await running(page);
}

/** The build that the page says it is. */
export const pageBuild = (page) => page.locator('meta[name="provenance-build"]').getAttribute("content");

/** The names of the caches and of what each holds, relative to the page. */
export async function keptFiles(page) {
  return page.evaluate(async () => {
    const kept = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      kept[name] = requests.map((request) => request.url.slice(document.baseURI.length));
    }
    return kept;
  });
}
