// What the build needs to rewrite a finished page: replacing that cannot miss, and the hashes of its policy.

import { createHash } from "node:crypto";

export const sha256 = (content, encoding) => createHash("sha256").update(content).digest(encoding);

/** Replaces a string, or what a pattern (with the flag g) finds, by `value` or by what that makes of the pattern's groups. */
export function replaceOnce(text, pattern, value) {
  let places = 0;
  const replaced = text.replaceAll(pattern, (...match) => {
    places += 1;
    return typeof value === "function" ? value(match.at(-1)) : value;
  });
  if (places !== 1) throw new Error(`${pattern} must stand exactly once, not ${places} times`);
  return replaced;
}

/** The CSP sources of all inline elements of one kind that the browser acts on: `'sha256-…' 'sha256-…'`. */
export function inlineHashes(html, tag) {
  const elements = [...html.matchAll(new RegExp(`<${tag}(?<attributes>[^>]*)>(?<content>.*?)</${tag}>`, "gs"))];
  return elements
    .filter(({ groups }) => !/\ssrc=|\stype="text\/plain"/.test(groups.attributes) && groups.content)
    .map(({ groups }) => `'sha256-${sha256(groups.content, "base64")}'`)
    .join(" ");
}
