// What the reader's eye would tell: text against its ground, marks against theirs, how long anything moves.

/** Texts, also in drawings, whose contrast with their ground is below `least`: one line each. */
export function faintText(page, least) {
  return page.evaluate((wanted) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const known = new Map();
    /** Red, green, blue and opacity (0 to 1) of a colour of any syntax. */
    const parsed = (color) => {
      if (!known.has(color)) {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        known.set(color, [...context.getImageData(0, 0, 1, 1).data].map((part) => part / 255));
      }
      return known.get(color);
    };
    const luminance = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const contrast = (a, b) => {
      const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (high + 0.05) / (low + 0.05);
    };
    // Grounds that let through lie on those of their parents.
    const ground = (element) => {
      if (!element) return [1, 1, 1, 1];
      const color = parsed(getComputedStyle(element).backgroundColor);
      if (color[3] > 0.99) return color;
      const below = ground(element.parentElement);
      return color.map((part, index) => part * color[3] + below[index] * (1 - color[3]));
    };
    // Tiles of a drawn map lie behind their words: the last filled box that a word stands in.
    const behind = (text) => {
      const box = text.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      let found = null;
      for (const shape of text.ownerSVGElement.querySelectorAll("rect, polygon")) {
        if (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_PRECEDING) break;
        const around = shape.getBoundingClientRect();
        const fill = getComputedStyle(shape).fill;
        if (fill !== "none" && around.left <= x && x <= around.right && around.top <= y && y <= around.bottom) found = parsed(fill);
      }
      return found;
    };
    const faint = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || ["TITLE", "DESC", "OPTION", "SCRIPT", "NOSCRIPT"].includes(element.tagName.toUpperCase())) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) continue;
      if (element.closest(".vh, [disabled]")) continue;
      const drawn = element instanceof SVGElement;
      const style = getComputedStyle(element);
      const value = contrast(parsed(drawn ? style.fill : style.color), (drawn && behind(element)) || ground(element));
      if (value < wanted) faint.add(`${value.toFixed(1)}: ${element.closest("[class]")?.getAttribute("class")}: ${node.data.trim().slice(0, 40)}`);
    }
    return [...faint];
  }, least);
}

/** Computed values of a property, of all elements that match; `pseudo` for what is drawn before or after them. */
export function computed(page, selector, property, pseudo) {
  return page.locator(selector).evaluateAll(
    (all, [name, part]) => all.map((element) => getComputedStyle(element, part ?? null).getPropertyValue(name)),
    [property, pseudo],
  );
}

/** The longest transition or animation of any element, in seconds, and how many run now. */
export function motion(page) {
  return page.evaluate(() => {
    const seconds = (list) => Math.max(...list.split(",").map((each) => Number.parseFloat(each) * (each.includes("ms") ? 0.001 : 1)));
    let longest = 0;
    for (const element of document.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      longest = Math.max(longest, seconds(style.transitionDuration), style.animationName === "none" ? 0 : seconds(style.animationDuration));
    }
    return { longest, running: document.getAnimations().length };
  });
}

/** Contrast of two tokens, as the page's root has them now. */
export function tokenContrasts(page, pairs) {
  return page.evaluate((wanted) => {
    const style = getComputedStyle(document.documentElement);
    const luminance = (name) => {
      const digits = style.getPropertyValue(name).trim().replace("#", "");
      const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return wanted.map(([above, below]) => {
      const [low, high] = [luminance(above), luminance(below)].sort((x, y) => x - y);
      return (high + 0.05) / (low + 0.05);
    });
  }, pairs);
}
