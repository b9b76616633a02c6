// English that is left in the Chinese page.

/**
 * Texts, titles and labels of the page with a run of three Latin words or more that is not the report's own: neither in an element whose
 * language is English, nor printed, nor in quotation marks. So do units and small words of English, and marks of English between Chinese characters.
 */
export function englishLeft(page) {
  return page.evaluate(() => {
    const found = new Set();
    const RUN = /[A-Za-z][A-Za-z'’-]*(?:[ ,.:;]+[A-Za-z][A-Za-z'’-]*){2,}/;
    // A printed figure: digits, scale word, unit.
    const FIGURE = /\d[\d.,]*(?: (?:thousand|million|billion|yuan|people|mu))+/g;
    // Units and small words give single English words away.
    const WORDS = /\b(?:yuan|people|person|households?|million|billion|of|and|the|to|per|not|is|are)\b/;
    const MARKS = /[\u4e00-\u9fff][,;:?!(]|[,;:?!)][\u4e00-\u9fff]|[\u4e00-\u9fff] [\u4e00-\u9fff]/;
    const look = (text, where) => {
      const own = text.replace(/“[^”]*”|《[^》]*》/g, "“”").replace(FIGURE, "0");
      if (RUN.test(own) || WORDS.test(own) || MARKS.test(own)) found.add(`${where}: ${text.trim()}`);
    };
    const walk = (element) => {
      if (["SCRIPT", "STYLE", "NOSCRIPT", "BLOCKQUOTE", "KBD"].includes(element.tagName)) return;
      if (element !== document.documentElement && element.lang?.startsWith("en")) return;
      if (element.classList.contains("printed") && !element.classList.contains("note")) return;
      const where = `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""}`;
      for (const name of ["title", "aria-label", "placeholder"]) look(element.getAttribute(name) ?? "", `${where}@${name}`);
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) look(child.textContent, where);
        else if (child.nodeType === Node.ELEMENT_NODE) walk(child);
      }
    };
    walk(document.body);
    return [...found];
  });
}

/** Switches the page to Chinese by its button and waits for it. */
export async function switchToChinese(page) {
  await page.getByRole("button", { name: "中文", exact: true }).click();
  await page.locator("html[lang=zh-Hans]").waitFor();
}
