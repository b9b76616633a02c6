//! The title of a report, from what stands above its first region.

use crate::analysis::{Analysis, RegionKind};
use crate::text::lowered;

/// A title has from so many to so many characters.
const LENGTH: std::ops::RangeInclusive<usize> = 4..=120;
/// It stands among the first lines; a heading may stand below the menu of a web page.
const LINES: usize = 12;
const LINES_OF_PAGE: usize = 60;

/// What a report calls itself.
const REPORTS: [&str; 24] = [
    "report",
    "reports",
    "review",
    "plan",
    "profile",
    "profiles",
    "statistics",
    "survey",
    "bulletin",
    "yearbook",
    "programme",
    "program",
    "digest",
    "update",
    "assessment",
    "census",
    "outlook",
    "accounts",
    "abstract",
    "handbook",
    "strategy",
    "indicators",
    "scorecard",
    "monitor",
];
/// Who publishes one.
const OFFICES: [&str; 20] = [
    "republic",
    "kingdom",
    "government",
    "ministry",
    "office",
    "bureau",
    "agency",
    "department",
    "institute",
    "authority",
    "commission",
    "committee",
    "council",
    "directorate",
    "division",
    "secretariat",
    "university",
    "plc",
    "ltd",
    "inc",
];
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/// What leads away from the title on a web page, or tells when it was put there.
const NAVIGATION: [&str; 8] = ["skip to", "jump to", "home", "menu", "published", "last updated", "updated", "page "];

/// The heading of the first rank above the first region, or the line there that names a report rather than its office, or the first one; the
/// file's name without ending where there is no title.
pub(super) fn bare_title(analysis: &Analysis) -> String {
    let document = &analysis.document;
    let front = analysis.sections.first().filter(|section| section.region.kind == RegionKind::Whole && !section.heading.is_empty());
    let region = analysis.sections.iter().find(|section| section.region.kind != RegionKind::Whole);
    let end = front.map(|front| front.heading.start).or(region.map(|region| region.start)).unwrap_or(u32::MAX);
    let lead = document.text.get(..(end as usize).min(document.text.len())).unwrap_or_default();
    let first = Lead::of(lead);
    if let Some(front) = front {
        let heading = front.heading.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let above = first.heading.or_else(|| first.best.filter(|line| weight(line) > weight(&heading)));
        // "Institute for Forests" stands above the title of its report.
        let below = || document.text.get(front.heading.start as usize..region.map_or(document.text.len(), |region| region.start as usize));
        let below = if weight(&heading) < 0 { Lead::of(below().unwrap_or_default()).best } else { None };
        let better = above.or_else(|| below.filter(|line| weight(line) > weight(&heading)));
        return better.map_or(heading, str::to_owned);
    }
    if let Some(title) = first.heading.or(first.best).or(first.line) {
        return title.to_owned();
    }
    let stem = document.name.rsplit_once('.').map_or(document.name.as_str(), |(stem, _)| stem);
    stem.split(['-', '_', ' ']).filter(|word| !word.is_empty()).map(capitalised).collect::<Vec<_>>().join(" ")
}

/// What the lines above the first region offer as a title.
#[derive(Default)]
struct Lead<'a> {
    /// The heading of the first rank; of several the first that names a report.
    heading: Option<&'a str>,
    /// The line that names a report, if it says more than the first line.
    best: Option<&'a str>,
    /// The first line, if it can be a title.
    line: Option<&'a str>,
}

impl<'a> Lead<'a> {
    fn of(lead: &'a str) -> Self {
        let lines = || lead.lines().map(str::trim).filter(|line| !without_marks(line).is_empty());
        let headings = lines().take(LINES_OF_PAGE).filter_map(|line| line.strip_prefix("# ").map(str::trim)).filter(|line| can_be(line));
        let first = |best: Option<&'a str>, line: &'a str| best.filter(|best| weight(best) >= weight(line)).or(Some(line));
        let heading = headings.fold(None, first);
        // Below the first sentence no title follows.
        let titles = || lines().map(without_marks).filter(|line| !leads_away(line)).take(LINES).take_while(|line| can_be(line));
        let line = titles().next();
        let best = titles().fold(None, first).filter(|best| weight(best) > 0);
        Self { heading, best, line }
    }
}

fn can_be(line: &str) -> bool {
    LENGTH.contains(&line.chars().count()) && !line.ends_with(['.', '\u{3002}'])
}

fn leads_away(line: &str) -> bool {
    line.starts_with("- ") || lowered(line, |line| NAVIGATION.iter().any(|start| line.starts_with(start)))
}

/// How much a line speaks for itself as a title: a word for a report, or a year that is no date; an office speaks against it, and so does one to
/// whom it reports.
fn weight(line: &str) -> i32 {
    let words = || line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let has = |list: &[&str]| words().any(|word| lowered(word, |word| list.contains(&word)));
    let year =
        |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|b| b.is_ascii_digit());
    let dated = words().count() > 1 && words().any(year) && !has(&MONTHS);
    let small = line.to_lowercase();
    let named = has(&REPORTS) || small.starts_with("state of ") || small.starts_with("the state of ");
    2 * i32::from(named) + i32::from(dated) - 2 * i32::from(has(&OFFICES) || small.contains("report to "))
}

/// A line without what marks it as a heading in Markdown, which is how web pages and documents are read, too.
fn without_marks(line: &str) -> &str {
    let line = line.trim().trim_start_matches('#').trim();
    let bold = ["**", "__"].iter().find_map(|mark| line.strip_prefix(mark)?.strip_suffix(mark));
    bold.unwrap_or(line).trim()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
