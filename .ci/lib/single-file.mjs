// The page as one file that opens from disk: the finished build in a single HTML file, which needs no host and asks nobody for anything.
//
// Where the page on a host names a file, this one holds it: style, typeface, icon and sample as data, the programs compressed inside their
// scripts. A worker can only be started from an address, so its script stands in the page as text and is given one, a blob's, before the
// page's program runs. That program knows no difference: it finds its files by the addresses in the head.

import path from "node:path";
import { gzipSync } from "node:zlib";
import { inlineHashes, replaceOnce } from "./rewrite.mjs";

/** As on a host, but nothing can be asked of anybody: `data:` is what is inside already. */
const policy = (page) =>
  `default-src 'none'; script-src 'wasm-unsafe-eval' ${inlineHashes(page, "script")}; style-src ${inlineHashes(page, "style")}; ` +
  "style-src-attr 'unsafe-inline'; worker-src blob:; connect-src data:; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'";

const TYPES = { ".svg": "image/svg+xml", ".txt": "text/plain", ".woff2": "font/woff2" };

/** Gives the workers their addresses. */
const NAME_WORKERS = `
for (const script of document.querySelectorAll("script[data-names]")) {
  const address = URL.createObjectURL(new Blob([script.textContent], { type: "text/javascript" }));
  document.querySelector(\`meta[name="\${script.dataset.names}"]\`).content = address;
}`;

/** The one file, made of the finished index.html and of the files that it names; `read` gives a file's bytes. */
export function singleFile(html, read) {
  const data = (file) => `data:${TYPES[path.extname(file)]};base64,${read(file).toString("base64")}`;
  const program = programOf(html, read);
  const workers = ["provenance-worker", "provenance-reader"].map((name) => workerOf(html, name, read));

  let page = html.replace(/\s*<!-- host:.*?<!-- \/host -->/gs, "").replace(/<link rel="(modulepreload|preload)"[^>]*>/g, "");
  page = replaceOnce(page, /<link rel="stylesheet" href="\.\/(?<file>[^"]+)">/g, ({ file }) => `<style>${read(file)}</style>`);
  page = replaceOnce(page, /(?<=url\(")(?<font>fonts\/[^"]+)/g, ({ font }) => data(font));
  page = replaceOnce(page, /(?<=<link rel="icon" href=")(?<icon>[^"]+)/g, ({ icon }) => data(icon));
  page = replaceOnce(page, /(?<=<meta name="provenance-sample" content=")(?<sample>[^"]+)/g, ({ sample }) => data(sample));
  page = replaceOnce(page, /<script type="module">.*?<\/script>/gs, "");
  const outside = /<[^>]*\s(?:src|href)="(?!data:)[^>]*>/.exec(page);
  if (outside) throw new Error(`this is not in the single file: ${outside[0]}`);

  page = replaceOnce(page, "</body>", [...workers, program, "</body>"].join("\n"));
  return replaceOnce(page, /(?<=http-equiv="Content-Security-Policy"\s+content=")[^"]+/g, policy(page));
}

/** The page's program, started as Trunk's own script does it. */
function programOf(html, read) {
  const { script, wasm } = /from '\.\/(?<script>[^']+)';.*?module_or_path: '\.\/(?<wasm>[^']+)'/s.exec(html).groups;
  const start = `await __wbg_init({ module_or_path: ${unpacked(wasm, read)} });\ndispatchEvent(new CustomEvent("TrunkApplicationStarted"));\n`;
  return `<script type="module">${embedded(`${read(script)}${NAME_WORKERS}\n${start}`)}</script>`;
}

/** A worker's script as text, with its program inside. */
function workerOf(html, name, read) {
  const { file } = new RegExp(`<meta name="${name}" content="(?<file>[^"]+)"`).exec(html).groups;
  const code = replaceOnce(read(file).toString(), /new URL\("(?<wasm>[^"]+)",self\.location\.href\)/g, ({ wasm }) => unpacked(wasm, read));
  return `<script type="text/plain" data-names="${name}">${embedded(code)}</script>`;
}

/** An expression for the bytes of a program. In a browser that unpacks nothing it fails, and static/boot.js says why. */
function unpacked(wasm, read) {
  const packed = gzipSync(read(wasm), { level: 9 }).toString("base64");
  const stream = 'body.pipeThrough(new DecompressionStream("gzip"))';
  return `fetch("data:application/gzip;base64,${packed}").then(({ body }) => new Response(${stream}).arrayBuffer())`;
}

/** Code as it may stand in a script element. */
function embedded(code) {
  if (/<\/script|<!--/i.test(code)) throw new Error("this code would end its script element");
  return code;
}
