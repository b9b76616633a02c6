//! The year that a report is about.

use super::wrap::title;
use super::{find_between, lowered};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// Years that reports are about or look back to.
pub const YEARS: RangeInclusive<i32> = 1800..=2100;

/// A first line longer than this is no title.
const TITLE: usize = 160;
/// How much a year counts in the title, where it opens a sentence behind "In", behind "in", and as the end of another date.
const IN_TITLE: usize = 6;
const OPENS: usize = 4;
const IN: usize = 2;
const OTHERWISE: usize = 1;

/// The year that the text dates most: behind "in" ("In 2012, ..."), as a fiscal, crop or school year ("FY 2024/25", "2024-25", "FY26"),
/// which is of the year in which it ends, or as the end of a date ("as of June 30, 1896"); the title and sentence openings count more, and
/// years that are compared with ("than in 2011", "from 4.2 in 2011") not at all. Where nothing is dated so, the year that it prints most.
/// `None` where it prints none.
pub fn report_year(text: &str) -> Option<i32> {
    let mut dated: BTreeMap<i32, usize> = BTreeMap::new();
    // Years that are dated by themselves, and not only as the end of a fiscal year.
    let mut whole: BTreeSet<i32> = BTreeSet::new();
    let mut printed: BTreeMap<i32, usize> = BTreeMap::new();
    // Digits are rarer than words.
    let mut next = 0;
    while let Some(at) = find_between(text.as_bytes(), next, b'1', b'2') {
        next = at + 1;
        let Some(year) = year_at(text, at) else { continue };
        *printed.entry(year).or_default() += usize::from(!looks_back(text, at));
        if let Some((of, weight)) = date_at(text, at, year) {
            *dated.entry(of).or_default() += weight;
            if of == year {
                whole.insert(of);
            }
            next = at + YEAR_DIGITS;
        }
    }
    for (year, weight) in short_fiscal_years(text) {
        *dated.entry(year).or_default() += weight;
        whole.insert(year);
    }
    let most = |counts: &BTreeMap<i32, usize>| counts.iter().max_by_key(|(year, n)| (**n, **year)).map(|(year, n)| (*year, *n));
    if let Some((year, alone)) = title_year(text) {
        // The year of print (a yearbook of 2013 about 2012) loses against the year that the text speaks of.
        let spoken = most(&dated).filter(|_| alone).is_some_and(|(of, weight)| of == year - 1 && weight > IN);
        let told = |year: i32| dated.get(&year).copied().unwrap_or_default();
        // The day on which it was spoken or written counts more, unless it is about the year that comes.
        let date = title_date(text).filter(|(of, ..)| *of == year);
        // "Forests in 2021", with costs of fiscal year 2021-22: a fiscal year that begins in the title's year is meant by that.
        let begun = most(&dated).is_some_and(|(of, _)| of == year + 1 && !whole.contains(&of));
        if alone && begun && date.is_none() && !is_of_plans(title(text)) {
            return Some(year);
        }
        let day = date.is_some_and(|(_, _, day)| day) && told(year + 1) <= told(year);
        // Years before the last one are looked back to, however often, unless the title names them, too.
        let looks_back = most(&dated).is_some_and(|(of, _)| of < year - 1 && !title(text).contains(&of.to_string()));
        if looks_back && (date.is_some() || told(year) > 0) {
            return Some(year);
        }
        *dated.entry(year).or_default() += if spoken { 0 } else { IN_TITLE + if day { OPENS } else { 0 } };
    }
    most(&dated).or_else(|| most(&printed)).map(|(year, _)| year)
}

const YEAR_DIGITS: usize = 4;

/// Years by which the calendar of Nepal (Bikram Sambat) is ahead when its year, which begins in April, ends.
pub const NEPALI_YEARS: i32 = 57;

/// Whether the last year of a fiscal year ("2074/75") is one of Nepal: no other report looks so far ahead by fiscal years.
pub fn is_nepali_year(year: i32) -> bool {
    (2056..=2100).contains(&year)
}

/// "The strongest half-year since 2010": whether the year printed at byte `at` only dates what something is compared with.
fn looks_back(text: &str, at: usize) -> bool {
    matches!(last_word(text.get(..at).unwrap_or_default()), "since" | "Since" | "after" | "before" | "than" | "from")
}

/// The year printed at byte `at`, if four digits stand there alone.
fn year_at(text: &str, at: usize) -> Option<i32> {
    let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    if !digit(at + 1) || digit(at + YEAR_DIGITS) || at > 0 && digit(at - 1) {
        return None;
    }
    let year = text.get(at..at + YEAR_DIGITS).filter(|y| y.bytes().all(|b| b.is_ascii_digit()))?;
    year.parse().ok().filter(|y| YEARS.contains(y))
}

/// What the year printed at byte `at` dates, and how much that counts.
fn date_at(text: &str, at: usize, year: i32) -> Option<(i32, usize)> {
    let led = text.get(..at)?;
    let before = behind_names(led);
    let behind = text.get(at + YEAR_DIGITS..)?;
    if behind.starts_with(':') && opens_bracket(led) {
        return None;
    }
    let end = span_end(behind, year);
    // Longer spans are plans.
    if end.is_some_and(|end| end > year + 1) {
        return None;
    }
    let dated = before.len() < led.len() || end.is_some() || is_month(last_word(led)) || ends_date(led);
    let year = end.map_or(year, |end| if is_nepali_year(end) { end - NEPALI_YEARS } else { end });
    match last_word(before) {
        "In" | "in" if is_to_come(behind) => None,
        "In" if !is_compared(before.trim_end().strip_suffix("In")?) => Some((year, OPENS)),
        "in" => (!is_compared(before.trim_end().strip_suffix("in")?)).then_some((year, IN)),
        _ => (dated && !is_compared(before)).then_some((year, OTHERWISE)),
    }
}

/// "In 2025 the line will have 12 stations": whether what stands behind a year says that it is still to come.
fn is_to_come(behind: &str) -> bool {
    let near = behind.get(..behind.floor_char_boundary(AHEAD)).unwrap_or(behind);
    // Few years are followed by such a word in any clause.
    if !near.contains("will") && !near.contains("shall") {
        return false;
    }
    let clause = near.split(['.', ';', ',', '\n']).find(|part| !part.trim().is_empty()).unwrap_or_default();
    clause.split(' ').any(|word| matches!(word, "will" | "shall"))
}

/// Bytes behind a year in which its clause may say so.
const AHEAD: usize = 90;

/// "47.2% (H1 2023: 45.7%)", "(30 June 2023: 1,348)": a year that opens a bracket to give what it compares with.
fn opens_bracket(led: &str) -> bool {
    led.rsplit([',', ';', ':', ')', '.']).next().is_some_and(|last| last.rsplit_once('(').is_some_and(|(_, date)| date.len() <= TAIL))
}

/// Words in front of a year of its own kind, and of a part of a year.
const NAMES: [&str; 12] = ["FY", "year", "Year", "fiscal", "Fiscal", "financial", "H1", "H2", "Q1", "Q2", "Q3", "Q4"];

/// What stands in front of the words for a year of its own kind ("FY ", "the fiscal year ").
fn behind_names(mut before: &str) -> &str {
    let whole = before;
    before = before.strip_suffix("FY").unwrap_or(before);
    while NAMES.contains(&last_part(before)) {
        before = behind_word(before);
    }
    if before.len() < whole.len() && last_word(before) == "the" { behind_word(before) } else { before }
}

/// The last year of a span of years of which the first is `year`: "/25", "-2026", "–30" stand behind it.
fn span_end(behind: &str, year: i32) -> Option<i32> {
    let rest = behind.strip_prefix(['/', '-', '–'])?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    end_of_span(year, rest.get(..digits)?)
}

/// The last year of a span that begins with `first`, from the digits printed for it: "25" of "2024/25", "2026" of "2025-2026".
pub fn end_of_span(first: i32, digits: &str) -> Option<i32> {
    let end: i32 = digits.parse().ok()?;
    let end = match digits.len() {
        // "1999/00" ends in the next century.
        2 => first - first % 100 + end + if end < first % 100 { 100 } else { 0 },
        4 => end,
        _ => return None,
    };
    (end > first && YEARS.contains(&end)).then_some(end)
}

/// What stands in front of the last word and the blank behind it.
fn behind_word(before: &str) -> &str {
    before.trim_end().trim_end_matches(|c: char| c.is_ascii_alphanumeric())
}

/// The word or number that ends right before a blank or line break at the end of `before`; empty where something else stands there.
fn last_part(before: &str) -> &str {
    let words = before.trim_end_matches([' ', '\n', '\r']);
    if words.len() == before.len() {
        return "";
    }
    let letters = words.bytes().rev().take_while(u8::is_ascii_alphanumeric).count();
    words.get(words.len() - letters..).unwrap_or_default()
}

/// The same where it is a word.
fn last_word(before: &str) -> &str {
    last_part(before).trim_start_matches(|c: char| c.is_ascii_digit())
}

/// "June 30, " of "June 30, 1896", "October, ".
fn ends_date(before: &str) -> bool {
    let Some(day) = before.trim_end().strip_suffix(',').filter(|day| day.len() + 1 < before.len()) else { return false };
    let bare = day.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    is_month(bare.rsplit([' ', '\n']).next().unwrap_or_default())
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn is_month(word: &str) -> bool {
    word.len() >= 3 && MONTHS.iter().any(|month| *month == word || word.len() <= 4 && month.starts_with(word))
}

/// The number of a month by its name or the first letters of it.
pub fn month_number(word: &str) -> Option<usize> {
    let begins = |month: &&str| month.get(..3).zip(word.get(..3)).is_some_and(|(a, b)| a.eq_ignore_ascii_case(b));
    MONTHS.iter().position(begins).map(|at| at + 1)
}

/// "FY26", "FY 25": fiscal years told by the two digits of the year in which they end.
fn short_fiscal_years(text: &str) -> impl Iterator<Item = (i32, usize)> + '_ {
    // Most reports have none, which is seen sooner than each would be found.
    let fiscal = if text.contains("FY") { text } else { "" };
    fiscal.match_indices("FY").filter_map(move |(at, mark)| {
        let rest = text.get(at + mark.len()..).unwrap_or_default();
        let rest = rest.strip_prefix([' ', '\'', '’']).unwrap_or(rest);
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let year = short_year(rest.get(..digits).unwrap_or_default())?;
        (!is_compared(text.get(..at).unwrap_or_default())).then_some((year, OTHERWISE))
    })
}

/// The year that two digits print in a report of this or the last century.
pub fn short_year(digits: &str) -> Option<i32> {
    let year: i32 = if digits.len() == 2 { digits.parse().ok()? } else { return None };
    Some(if year < 70 { 2000 + year } else { 1900 + year })
}

/// Whether the words in front of "in" compare: "than in", "that of", "compared with 45".
fn is_compared(before: &str) -> bool {
    let words = before.trim_end();
    let tail = words.char_indices().rev().nth(TAIL).map_or(words, |(at, _)| words.get(at..).unwrap_or_default());
    matches!(tail.rsplit([' ', '\n']).next(), Some("than" | "that" | "as")) && tail.contains([' ', '\n']) || compares(tail)
}

/// Whether a word of comparison stands between blanks in the tail, "with" and "to" behind "compared".
fn compares(tail: &str) -> bool {
    let mut words = tail.split(char::is_whitespace).peekable();
    let mut before = words.next().unwrap_or_default();
    while let Some(word) = words.next() {
        let compared = match word {
            "from" | "against" | "versus" => true,
            "with" | "to" => before.ends_with("compared"),
            _ => false,
        };
        if compared && words.peek().is_some() {
            return true;
        }
        if !word.is_empty() {
            before = word;
        }
    }
    false
}

/// Characters in front of "in" within which a comparison is looked for.
const TAIL: usize = 30;

/// Lines at the head of a report among which the title and what stands below it are.
const HEAD_LINES: usize = 4;

/// The year in the title, if the first lines are one: the first that is dated ("in 2017", of a span of two years the one in which it ends), or the
/// last. Whether it stands there by itself, as the year of print does, and dates nothing.
fn title_year(text: &str) -> Option<(i32, bool)> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let heads = [title(text)].into_iter().chain(lines).take(HEAD_LINES);
    heads.take_while(|line| line.len() <= TITLE && !line.ends_with(['.', ';', ','])).find_map(year_of_line)
}

/// The same of one line.
fn year_of_line(title: &str) -> Option<(i32, bool)> {
    let mut alone = None;
    let mut next = 0;
    while next < title.len() {
        let at = next;
        next += 1;
        let Some(year) = title.is_char_boundary(at).then(|| year_at(title, at)).flatten() else { continue };
        next = at + YEAR_DIGITS;
        match date_at(title, at, year) {
            Some(_) if leads_to_later(title, at, year) => {}
            Some((year, _)) => return Some((year, false)),
            None if looks_back(title, at) => {}
            // "Programme 2014-2020: report for 2017" is not about its first year.
            None if longer_span(title, at, year) => next += 1 + YEAR_DIGITS,
            // "Review of 2017, outlook for 2018"
            None if alone.is_some() && looks_ahead(title.get(..at).unwrap_or_default()) => {}
            None => alone = Some((year, true)),
        }
    }
    alone
}

/// "Update, 10 December 2015 - 12 January 2016": whether the year at byte `at` is that of the first of two days, of which the later is of another.
fn leads_to_later(title: &str, at: usize, year: i32) -> bool {
    let behind = title.get(at + YEAR_DIGITS..).unwrap_or_default().trim_start();
    let Some(date) = ["-", "–", "—", "to ", "through "].iter().find_map(|joint| behind.strip_prefix(joint)) else { return false };
    let later = (0..date.len().min(DATE)).find_map(|at| Some((at, year_at(date, at)?)));
    later.is_some_and(|(end, last)| {
        last > year && date.get(..end).is_some_and(|day| day.split([' ', ',']).any(is_month) && !day.contains([';', ':', '(']))
    })
}

/// Bytes of a day in front of its year.
const DATE: usize = 24;

/// "Budget 2021", "Annual Plan for 2021": whether a title is that of plans, which are made for the fiscal year that begins.
fn is_of_plans(title: &str) -> bool {
    let plans = |word: &str| lowered(word, |word| matches!(word, "budget" | "estimates" | "appropriation" | "appropriations"));
    looks_ahead(title) || title.split(|c: char| !c.is_alphanumeric()).any(plans)
}

/// Whether the last clause of a title is about what is to come.
fn looks_ahead(title: &str) -> bool {
    let clause = title.rsplit([',', ';', ':', '(']).next().unwrap_or_default();
    let ahead = |word: &str| {
        lowered(word, |word| {
            matches!(word, "outlook" | "forecast" | "forecasts" | "prospects" | "plans" | "plan" | "projections" | "targets")
        })
    };
    clause.split(' ').any(ahead)
}

/// Whether the year at byte `at` begins a span of more than two years.
fn longer_span(title: &str, at: usize, year: i32) -> bool {
    title.get(at + YEAR_DIGITS..).and_then(|behind| span_end(behind, year)).is_some_and(|end| end > year + 1)
}

/// The year and month that the title dates the text with, and whether it names the day: "Minutes of the meeting of 9 March 2006".
pub fn title_date(text: &str) -> Option<(i32, usize, bool)> {
    let title = Some(title(text)).filter(|line| line.len() <= TITLE && !line.ends_with(['.', ';', ',']))?;
    let (at, year) = (0..title.len())
        .filter(|at| title.is_char_boundary(*at))
        .find_map(|at| Some((at, year_at(title, at).filter(|year| !leads_to_later(title, at, *year))?)))?;
    let before = title.get(..at)?.trim_end().trim_end_matches(',');
    // "March 9, 2006"
    let ordinal = |s: &'_ str| ["st", "nd", "rd", "th"].iter().find_map(|suffix| s.strip_suffix(suffix)).unwrap_or(s).len();
    let numbered = before.get(..ordinal(before)).filter(|s| s.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(before);
    let bare = numbered.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let word = bare.rsplit(|c: char| !c.is_ascii_alphabetic()).next().filter(|word| is_month(word))?;
    let front = bare.get(..bare.len() - word.len())?.trim_end();
    let front = front.get(..ordinal(front)).unwrap_or(front);
    let day = bare.len() < before.len() || front.ends_with(|c: char| c.is_ascii_digit());
    Some((year, month_number(word)?, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_a_bracket_compares_with_dates_nothing() {
        let text =
            "Sales rose to 42 million in H1 2024 (H1 2023: 40 million). Debts fell to 3 million (30 June 2023: 4 million) (2023: 5).";
        assert_eq!(report_year(text), Some(2024));
    }

    #[test]
    fn the_day_in_the_title() {
        for (text, date) in [
            ("Minutes of the board, 9 March 2006\n\nIt met.", Some((2006, 3, true))),
            ("Statement of December 5th, 1967\n\nIt met.", Some((1967, 12, true))),
            ("Ald Review, August 2006\n\nIt met.", Some((2006, 8, false))),
            ("Annual Report 2019\n\nIt met.", None),
        ] {
            assert_eq!(title_date(text), date, "{text}");
        }
        // The day on which it was spoken counts more than the year that it looks back to.
        let text = "Statement of 5 December 1967\n\nIn 1966 it grew. It had grown in 1966 and in 1966.";
        assert_eq!(report_year(text), Some(1967));
    }

    #[test]
    fn the_year_that_is_dated_most() {
        for (text, year) in [
            ("Travel has its best half-year since 2010\n\nThe first six months of 2017 brought more. Since 2010 it has grown.", 2017),
            ("In 2012 the province built roads. In 2011 it built fewer, and in 2012 more.", 2012),
            ("The county raised 5 billion in FY 2024/25, against 4 billion in FY 2023/24.", 2025),
            ("Status of Works 2018 (FY 2074/75)\n\nIn FY 2074/75 five roads were built, in FY 2073/74 four.", 2018),
            ("Credit rose in FY26. It had been 4 crore in FY25 and 5 crore in FY26.", 2026),
            ("The coinage of the fiscal year ended June 30, 1896, was 5 tons.", 1896),
            ("Deposits stood at 5 crore as of 31st March 2025, and 4 crore on 1 April 2025.", 2025),
            ("Annual Report 2024-25\n\nThe board met five times.", 2025),
            (
                "Ferries of the West 2021\n\nFares came to 5 million in 2021-22, and 6 million in fiscal year 2021-22. 4 million in 2021-22.",
                2021,
            ),
            (
                "Schools 2019: Annual Report\n\nPupils numbered 40 in 2019/20. Costs were 5 million in 2019/20, in 2019/20, in 2019/20.",
                2019,
            ),
            (
                "Ferries 2020\n\nIn 2025 the line will have 12 boats. In 2025, fares will rise. In 2025 it will run at night. In 2025 all will ride.",
                2020,
            ),
            ("Budget 2021\n\nWe spend 5 million in 2021-22, and 6 million in 2021-22. In 2021-22 4 million more.", 2022),
            ("Ferries 2021\n\nIn 2022 they carried 5 million. In 2021-22 it was 6 million.", 2022),
            ("Floods: Update 12, 28 November 2019 – 3 January 2020\n\nThe board met five times. It had met on 5 December 2019.", 2020),
            ("Field notes, from December 2017 to February 2018\n\nThe board met five times in December.", 2018),
            ("Cohesion Programme 2014-2020: Progress Report 2018\n\nThe board met five times. Plans run to 2020 and 2014–2020.", 2018),
            ("Department of Roads\n\nState summaries, 2020–21\n\nThe board met five times. It was built in 2013.", 2021),
            ("Housing in the West: Review of 2017, Outlook for 2018\n\nThe board met five times.", 2017),
            ("The Floods of 2018: Rebuilding in 2020\n\nThe board met five times. It had met in 2018.", 2020),
            ("Tracking of the displaced, February 2017\n\nIn 2014 they fled. In 2014 and in 2015 more came. In 2014 few left.", 2017),
            ("Working Paper, July 2026 (positions of 2023)\n\nIn 2023 the banks lent 5 million. In 2023 they earned more.", 2023),
            ("Year Book 2013\n\nIn 2012 the board met five times.", 2012),
            ("Speech of 5 April 2023\n\nIn 2022 we met. In 2022 we spoke. Since then all has gone well in 2023.", 2023),
            ("Budget speech, 5 December 1967\n\nIn 1966 trade grew. In 1966 we built. Trade grew this year. We built this year.", 1967),
            ("The board met five times. It set a goal for 2030 (2025: 5; 2030: 8).", 2030),
            ("Receipts of the season 1999/00 were 5 tons.", 2000),
            ("Between 2011-2020 the plan ran; in 2015 it was half done.", 2015),
        ] {
            assert_eq!(report_year(text), Some(year), "{text}");
        }
        assert_eq!(report_year("Nothing is dated here, not even 12345 tons."), None);
    }
}
