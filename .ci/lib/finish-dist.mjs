// Trunk's post_build hook: what the page needs that only the finished files can tell.
//
// 1. The workers get names with a content hash (Trunk gives them fixed ones), so that an old worker in a cache never meets a
//    new page, and start their own wasm. The page reads the names from <meta name="provenance-worker"> and "provenance-reader".
// 2. The style sheets become one file: one request instead of twenty.
// 3. The build id, a hash over all files, goes into <meta name="provenance-build"> and into the service worker.
// 4. The Content-Security-Policy names the hashes of the inline scripts and styles.
// 5. The service worker gets the list of all files, and 404.html is a copy of index.html, for hosts that serve it.
// 6. provenance.html is all of it in one file (single-file.mjs), for readers to take along: the page offers it, nothing loads it unasked.

import { readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inlineHashes, replaceOnce, sha256 } from "./rewrite.mjs";
import { singleFile } from "./single-file.mjs";

const SINGLE = "provenance.html";

const dist = process.env.TRUNK_STAGING_DIR;
const read = (file) => readFileSync(path.join(dist, file));
const write = (file, content) => writeFileSync(path.join(dist, file), content);

/** All files below dist, sorted, with forward slashes. */
function allFiles(folder = "") {
  return readdirSync(path.join(dist, folder))
    .sort()
    .flatMap((name) => {
      const file = path.posix.join(folder, name);
      return statSync(path.join(dist, file)).isDirectory() ? allFiles(file) : [file];
    });
}

function finishWorker(program) {
  const wasm = `${program}-${sha256(read(`${program}_bg.wasm`), "hex").slice(0, 16)}_bg.wasm`;
  renameSync(path.join(dist, `${program}_bg.wasm`), path.join(dist, wasm));
  // A failure to start must reach the page's "error" listener: thrown from a timer it does, as a rejection it would not.
  const start =
    `wasm_bindgen({module_or_path:new URL("${wasm}",self.location.href)})` +
    `.catch(error=>setTimeout(()=>{throw error}));\n`;
  const script = `${read(`${program}.js`)}\n${start}`;
  const name = `${program}-${sha256(script, "hex").slice(0, 16)}.js`;
  renameSync(path.join(dist, `${program}.js`), path.join(dist, name));
  write(name, script);
  return name;
}

/** Joins the linked style sheets in their order; the first link then names the joined one, the others go. */
function joinStyles(html) {
  const links = [...html.matchAll(/[ \t]*<link rel="stylesheet" href="\.\/(?<file>[^"]+)"[^>]*>\n?/g)];
  if (links.length === 0) return html;
  const sheets = links.map(({ groups }) => read(groups.file).toString()).join("\n");
  // Comments and indentation are for those who write, not for those who load.
  const joined = sheets.replace(/\/\*.*?\*\//gs, "").replace(/\s*\n\s*/g, "\n");
  const name = `style-${sha256(joined, "hex").slice(0, 16)}.css`;
  for (const { groups } of links) rmSync(path.join(dist, groups.file));
  write(name, joined);
  const [first, ...others] = links.map(([link]) => link);
  const without = others.reduce((text, link) => replaceOnce(text, link, ""), html);
  return replaceOnce(without, first, `    <link rel="stylesheet" href="./${name}">\n`);
}

const worker = finishWorker("worker");
const reader = finishWorker("reader");
let html = joinStyles(read("index.html").toString());
html = replaceOnce(html, "WORKER_FILE", worker);
html = replaceOnce(html, "READER_FILE", reader);
const single = singleFile(html, read);
write(SINGLE, single);
html = replaceOnce(html, "INLINE_SCRIPTS", inlineHashes(html, "script"));
html = replaceOnce(html, "INLINE_STYLES", inlineHashes(html, "style"));
write("index.html", html);

const cached = allFiles().filter((file) => !["sw.js", "404.html", SINGLE].includes(file));
const contents = [...cached, "sw.js", SINGLE].map((file) => `${file} ${sha256(read(file), "hex")}`);
const build = sha256(contents.join("\n"), "hex").slice(0, 12);
write(SINGLE, replaceOnce(single, "BUILD_ID", build));
html = replaceOnce(html, "BUILD_ID", build);
html = replaceOnce(html, "SINGLE_BYTES", String(read(SINGLE).length));
write("index.html", html);
write("404.html", html);

// The page itself is kept under its folder's address, as browsers ask for it.
const addresses = cached.map((file) => (file === "index.html" ? "./" : file));
const sw = replaceOnce(read("sw.js").toString(), "BUILD_ID", build);
write("sw.js", replaceOnce(sw, '["FILES"]', JSON.stringify(addresses)));
