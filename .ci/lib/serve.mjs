// A static server for dist/, on this machine only: for `./dev serve` and for the browser tests.
//
//   node serve.mjs --root dist [--port 8080] [--open]

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

// Names that carry a content hash never change; all others must be asked for again each time.
const HASHED = /-[0-9a-f]{8,}(_bg)?\.(css|js|wasm)$/;

/**
 * Serves `root` under `prefix` (which begins and ends with a slash) and answers with the address and a way to stop.
 * `replace` may hold other contents for some files, by path below the root: tests publish a "new version" so.
 */
export async function startServer({ root, port = 0, prefix = "/", replace = new Map() }) {
  const server = createServer(async (request, response) => {
    const { status, file, body } = await find(root, prefix, request.url, replace);
    const headers = { "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream" };
    headers["Cache-Control"] = HASHED.test(file) ? "public, max-age=31536000, immutable" : "no-cache";
    headers["X-Content-Type-Options"] = "nosniff";
    response.writeHead(status, headers);
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** The file that an address names; as static hosts do, 404.html where there is none. */
async function find(root, prefix, address, replace) {
  const name = pathOf(address);
  if (name?.startsWith(prefix)) {
    const inside = path.posix.normalize(name.slice(prefix.length));
    const file = inside === "." || inside.endsWith("/") ? path.posix.join(inside, "index.html") : inside;
    if (replace.has(file)) return { status: 200, file, body: replace.get(file) };
    const full = path.join(root, file);
    if (full.startsWith(path.resolve(root) + path.sep) && (await stat(full).catch(() => null))?.isFile()) {
      return { status: 200, file, body: await readFile(full) };
    }
  }
  const body = await readFile(path.join(root, "404.html")).catch(() => "not found");
  return { status: 404, file: "404.html", body };
}

/** The decoded path of an address, null if it is malformed. */
function pathOf(address) {
  try {
    return decodeURIComponent(new URL(address, "http://localhost").pathname);
  } catch {
    return null;
  }
}

async function main() {
  const { values } = parseArgs({
    options: { root: { type: "string" }, port: { type: "string", default: "8080" }, open: { type: "boolean", default: false } },
  });
  const { url } = await startServer({ root: path.resolve(values.root), port: Number(values.port) });
  console.log(`Provenance is served at ${url} (Ctrl-C stops it)`);
  if (values.open) {
    const opener = process.platform === "darwin" ? "open" : "xdg-open";
    spawn(opener, [url], { stdio: "ignore", detached: true })
      .on("error", () => console.log(`no ${opener} here: open the address by hand`))
      .unref();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error) => {
    console.error(error.code === "EADDRINUSE" ? "that port is taken: choose another with --port N" : error.message);
    process.exit(1);
  });
}
