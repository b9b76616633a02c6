// What a reader does with a report, for the bench of interactions.
//
// Each: `before` opens the report and answers with what to act on, `act` does the thing by mouse or keyboard, `until` waits for its end.

const OVERVIEW = "nav.views a:nth-of-type(1)";

/** The middle of an element, in sight: found before the trace runs, so that looking for it is no part of it. */
async function middle(page, selector, index = 0) {
  const element = page.locator(selector).nth(index);
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  return { x: box.x + Math.min(box.width / 2, 40), y: box.y + box.height / 2 };
}

const click = (page, { x, y }) => page.mouse.click(x, y);
const there = (selector) => (page) => page.waitForFunction((wanted) => document.querySelector(wanted), selector, { polling: 200 });
const nothing = async () => {};

/** Opens the report, a path: its cards come in portions. */
async function opened(page, file) {
  await page.setInputFiles("#file-input", file);
  await page.waitForFunction(() => {
    const heading = document.getElementById("cards-h");
    return heading && document.querySelectorAll(".card").length === Number.parseInt(heading.textContent, 10);
  });
}

/** Opens the report and goes to one of its views by the address. */
function at(view, ready) {
  return async (page, file) => {
    await opened(page, file);
    await page.evaluate((to) => { location.hash = to; }, view);
    await page.waitForSelector(ready);
    await page.waitForTimeout(1500);
  };
}

/** An element in a view: the view is opened first. */
const within = (view, ready, selector = ready, index = 0) => async (page, file) => {
  await at(view, ready)(page, file);
  return middle(page, selector, index);
};

const tab = (name, place, ready) => ({
  name: `to ${name}`,
  before: async (page, file) => {
    await opened(page, file);
    return middle(page, `nav.views a:nth-of-type(${place})`);
  },
  act: click,
  until: there(ready),
});

const FIGURES = ".text a[data-fig]";

export const INTERACTIONS = [
  {
    name: "opening the report",
    before: nothing,
    act: (page, _, file) => opened(page, file),
    until: nothing,
  },
  { name: "to Overview", before: within("#/compare", "table.ct", OVERVIEW), act: click, until: there("#cards-h") },
  tab("Regions", 2, FIGURES),
  tab("Compare", 3, "table.ct tbody td"),
  tab("Charts", 4, "main figure svg"),
  tab("Report", 5, ".whole__section:last-child"),
  tab("Audit", 6, ".findings li"),
  tab("Data", 7, "table.ft tbody tr"),
  { name: "to About", before: within("#/overview", ".foot a", ".foot a"), act: click, until: there("main h1") },
  { name: "to Corrections", before: within("#/overview", ".docline a.tbtn"), act: click, until: there(".corrections") },
  { name: "to the next region", before: within("#/region/CN-LN", FIGURES, ".pager a:last-child"), act: click, until: nothing },
  { name: "a figure in the region's text", before: within("#/region/CN-LN", FIGURES, FIGURES, 4), act: click, until: there(".ev h2") },
  { name: "a figure in the whole text", before: within("#/report", FIGURES, FIGURES, 40), act: click, until: there(".ev h2") },
  {
    name: "the next figure by J",
    before: async (page, file) => {
      await click(page, await within("#/report", FIGURES, FIGURES, 40)(page, file));
      await page.waitForSelector(".ev h2");
    },
    act: async (page) => {
      for (let step = 0; step < 5; step += 1) {
        await page.keyboard.press("j");
        await page.waitForTimeout(120);
      }
    },
    until: nothing,
  },
  {
    name: "typing in the search",
    before: async (page, file) => {
      await opened(page, file);
      await page.focus("#search-field");
    },
    act: (page) => page.keyboard.type("income", { delay: 120 }),
    until: there(".hits"),
  },
  {
    name: "Enter in the search: the text with its hits",
    before: async (page, file) => {
      await opened(page, file);
      await page.focus("#search-field");
      await page.keyboard.type("income");
    },
    act: (page) => page.keyboard.press("Enter"),
    until: there(".whole__section:last-child"),
  },
  {
    name: "filter of the regions on the overview",
    before: async (page, file) => {
      await opened(page, file);
      await page.focus("main .find input");
    },
    act: (page) => page.keyboard.type("hu", { delay: 150 }),
    until: nothing,
  },
  { name: "another order of a column", before: within("#/compare", "table.ct", "table.ct thead th:nth-child(3) button"), act: click, until: nothing },
  { name: "the choice of columns opens", before: within("#/compare", "table.ct", "[aria-controls=picker]"), act: click, until: there(".picker .chk") },
  { name: "one more column", before: within("#/compare?picker=open", ".picker .chk", ".picker .chk input:not(:checked)"), act: click, until: nothing },
  { name: "ready-made columns", before: within("#/compare?picker=open", ".picker .chk", ".picker__ready button", 1), act: click, until: nothing },
  { name: "to a table of thirty columns", before: wide, act: click, until: there("table.ct tbody td") },
  { name: "two regions side by side", before: within("#/compare?pin=CN-LN,CN-HE,CN-SX", "table.ct .pins", ".page-title .bar button"), act: click, until: there(".ct--beside") },
  { name: "another kind of chart", before: within("#/charts", "main figure svg", ".chart-kinds a:not([aria-current])"), act: click, until: there("main figure svg") },
  { name: "the map of tiles", before: within("#/charts", "main figure svg", ".chart-kinds a:last-of-type"), act: click, until: nothing },
  { name: "a facet of the data", before: within("#/data", "table.ft tbody tr", ".facet .chk"), act: click, until: nothing },
  {
    name: "typing in the data's filter",
    before: async (page, file) => {
      await at("#/data", "table.ft tbody tr")(page, file);
      await page.focus(".data .find input");
    },
    act: (page) => page.keyboard.type("yuan", { delay: 150 }),
    until: nothing,
  },
  { name: "another order of the data", before: within("#/data", "table.ft tbody tr", "table.ft thead th:nth-child(4) button"), act: click, until: nothing },
  { name: "all rows of the data", before: within("#/data", "table.ft tbody tr", ".data__more button:last-child"), act: click, until: (page) => page.waitForFunction(() => !document.querySelector(".data__more"), undefined, { polling: 200 }) },
  { name: "a verdict of the audit", before: within("#/audit", ".findings li", ".found-all .chips button"), act: click, until: nothing },
  { name: "more findings", before: within("#/audit", ".findings li", ".found-all .more button"), act: click, until: nothing },
  { name: "another theme, over the charts", before: within("#/charts", "main figure svg", ".mast .tools > button:nth-of-type(2)"), act: click, until: nothing },
  { name: "another theme, over the text", before: within("#/report", FIGURES, ".mast .tools > button:nth-of-type(2)"), act: click, until: nothing },
  { name: "the other language", before: within("#/overview", ".card", ".mast .tools > button:nth-of-type(1)"), act: click, until: there("html[lang^=zh]") },
  { name: "the other language, over a region", before: within("#/region/CN-LN", FIGURES, ".mast .tools > button:nth-of-type(1)"), act: click, until: there("html[lang^=zh]") },
  { name: "a kind hidden in the whole text", before: within("#/report", FIGURES, ".kinds .kb"), act: click, until: nothing },
  { name: "the form of a correction", before: selected("#/region/CN-LN", 1), act: click, until: there("form.figure-form") },
  { name: "the words of a missed figure", before: within("#/region/CN-LN", FIGURES, ".kinds .tbtn"), act: click, until: nothing },
  { name: "figures as CSV", before: within("#/data", "table.ft tbody tr", ".src .tbtn", 1), act: click, until: nothing },
  { name: "figures as a data package", before: within("#/data", "table.ft tbody tr", ".src .tbtn", 2), act: click, until: nothing },
  { name: "everything as JSON", before: within("#/data", "table.ft tbody tr", ".src .tbtn", 3), act: click, until: nothing },
  { name: "the table as a workbook", before: within("#/compare", "table.ct", ".src .tbtn", 1), act: click, until: nothing },
  { name: "the table as a page", before: within("#/compare", "table.ct", ".src .tbtn", 2), act: click, until: nothing },
  { name: "all indicators as CSV", before: within("#/compare", "table.ct", ".src .tbtn", 3), act: click, until: nothing },
  { name: "the audit as a page", before: within("#/audit", ".findings li", ".page-title .tbtn, .page-title .btn"), act: click, until: nothing },
  { name: "the project with its report", before: within("#/corrections", ".project-file", ".project-file .btn"), act: click, until: nothing },
  { name: "a correction", before: selected("#/region/CN-LN"), act: click, until: there(".ev .reviewed") },
  { name: "a correction, in the whole text", before: selected("#/report"), act: click, until: there(".ev .reviewed") },
  {
    name: "undo",
    before: async (page, file) => {
      await click(page, await selected("#/region/CN-LN")(page, file));
      await page.waitForSelector(".ev .reviewed");
      await page.waitForTimeout(800);
    },
    act: (page) => page.keyboard.press("Control+z"),
    until: (page) => page.waitForFunction(() => !document.querySelector(".ev .reviewed"), undefined, { polling: 200 }),
  },
];

/** A table of thirty columns, from the overview by "back". */
async function wide(page, file) {
  await at("#/compare?picker=open", ".picker .chk")(page, file);
  await page.evaluate(async () => {
    for (let n = 0; n < 30; n += 1) {
      document.querySelector(".picker .chk input:not(:checked)").click();
      await new Promise((done) => setTimeout(done, 20));
    }
  });
  const columns = await page.evaluate(() => location.hash.replace("picker=open", ""));
  await page.evaluate(() => { location.hash = "#/overview"; });
  await page.waitForSelector(".card");
  await page.evaluate((href) => document.querySelector("nav.views a:nth-of-type(3)").setAttribute("href", href), columns);
  return middle(page, "nav.views a:nth-of-type(3)");
}

/** A button under "Is it read right?" of a selected figure: the first says yes. */
function selected(view, button = 0) {
  return async (page, file) => {
    await click(page, await within(view, FIGURES, FIGURES, 6)(page, file));
    await page.waitForSelector(".ev .yours .row button");
    await page.waitForTimeout(600);
    return middle(page, ".ev .yours .row button", button);
  };
}
