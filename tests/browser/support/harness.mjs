// The small test runner: `test(name, run)` in a spec registers a test; run.mjs runs all of them in Chromium against dist/.
//
// Each test gets a context and a page of its own, and fails on an error in the console, an uncaught error, a file that did not
// arrive, or any request to another origin, unless the test expects it (`expectProblem`).

import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startServer } from "../../../.ci/lib/serve.mjs";

export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const DIST = path.join(PROJECT, "dist");

// Limits of patience, wide enough for a busy machine: no test is about time.
const TIME_LIMIT = 180_000;
const STEP_LIMIT = 45_000;
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // No name resolves, so nothing leaves this machine even if a test failed to notice the request.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

const registered = [];

/** Registers a test. `run` gets `{ page, context, site, open, serve, expectProblem }`, see `runOne`. */
export function test(name, run) {
  registered.push({ name, run });
}

/** Chromium as the tests and the screenshots start it. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath, args: [...FLAGS, ...root] });
}

/** Runs the registered tests whose name contains `grep`; prints a line each, at the end once more what failed, and answers with the counts. */
export async function runAll(grep) {
  const browser = await launch();
  const server = await startServer({ root: DIST });
  const selected = registered.filter((each) => each.name.includes(grep));
  const failures = [];
  for (const { name, run } of selected) {
    const started = performance.now();
    const problems = await runOne(browser, server.url, run);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const lines = [`${problems.length ? "FAILED" : "ok"}  ${name} (${seconds} s)`, ...problems.map(indented)].join("\n");
    console.log(lines);
    if (problems.length) failures.push(lines);
  }
  // Once more: of a long log, often only the end is kept.
  for (const lines of failures) console.log(lines);
  await server.close();
  await browser.close();
  return { passed: selected.length - failures.length, failed: failures.length };
}

const indented = (problem) => `        ${problem.replaceAll("\n", "\n        ")}`;

async function runOne(browser, site, run) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(STEP_LIMIT);
  const problems = [];
  const expected = [];
  const servers = [];
  watch(context, site, problems);

  const fixture = {
    context,
    page: await context.newPage(),
    site,
    /** Opens an address below the site and waits until the program runs. */
    open: async (address = "", base = site) => {
      await fixture.page.goto(base + address);
      await running(fixture.page);
    },
    /** Serves dist/ once more, for tests that need a server of their own: other prefix, other files, cut network. */
    serve: async (options = {}) => {
      const server = await startServer({ root: DIST, ...options });
      servers.push(server);
      return server;
    },
    /** Problems whose text matches are part of the test. */
    expectProblem: (pattern) => expected.push(pattern),
  };

  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished after ${TIME_LIMIT / 1000} s`)), TIME_LIMIT);
  });
  try {
    await Promise.race([run(fixture), limit]);
  } catch (error) {
    problems.push(error.stack ?? String(error));
  } finally {
    clearTimeout(timer);
    await context.close();
    await Promise.all(servers.map((server) => server.close()));
  }
  return problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
}

/** Waits until the program has drawn itself in place of the loading text. */
export async function running(page) {
  await page.waitForFunction(() => document.body && !document.getElementById("boot"));
}

function watch(context, site, problems) {
  const host = new URL(site).hostname;
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.hostname !== host) problems.push(`request to another origin: ${url}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) problems.push(`status ${response.status()}: ${response.url()}`);
  });
}
