//! Words that tell a heading from a sentence: what stays small in a title, what opens a sentence, what heads recur in any report.

use crate::text::WordKey;
use bitflags::bitflags;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const FILE: &str = include_str!("data/title-words.txt");

bitflags! {
    /// The lists of the data file, which says what each is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    struct List: u32 {
        const SMALL = 1 << 0;
        const OPENER = 1 << 1;
        const WEAK_OPENER = 1 << 2;
        const NEVER_FIRST = 1 << 3;
        const GENERAL_TITLE = 1 << 4;
        const NUMBERED = 1 << 5;
        const VERB = 1 << 6;
        const NOUN_LIKE_VERB = 1 << 7;
        const LABEL = 1 << 8;
        const CLOSING_TITLE = 1 << 9;
        const STATEMENT_WORD = 1 << 10;
        const ABBREVIATION = 1 << 11;
        const COMPASS = 1 << 12;
        const LOCATIVE = 1 << 13;
        const DOCUMENT = 1 << 14;
        const PERIOD = 1 << 15;
        const GENERAL_NOUN = 1 << 16;
        const SUBJECT = 1 << 17;
        const INSTITUTION = 1 << 18;
        const CURRENCY = 1 << 19;
    }
}

/// The lists that hold a word or title.
static LISTS: LazyLock<FxHashMap<WordKey, List>> = LazyLock::new(load);

fn load() -> FxHashMap<WordKey, List> {
    let mut lists = FxHashMap::default();
    let mut list = List::empty();
    for line in FILE.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            list = by_name(name);
        } else {
            for key in line.split(',').map(str::trim).filter(|word| !word.is_empty()).filter_map(WordKey::new) {
                *lists.entry(key).or_default() |= list;
            }
        }
    }
    lists
}

fn by_name(name: &str) -> List {
    match name {
        "small" => List::SMALL,
        "openers" => List::OPENER,
        "weak openers" => List::WEAK_OPENER,
        "never first" => List::NEVER_FIRST,
        "general titles" => List::GENERAL_TITLE,
        "general nouns" => List::GENERAL_NOUN,
        "numbered" => List::NUMBERED,
        "currencies" => List::CURRENCY,
        "irregular verbs" | "base verbs" => List::VERB,
        "closing titles" => List::CLOSING_TITLE,
        "labels" => List::LABEL,
        "statement words" => List::STATEMENT_WORD,
        "abbreviations" => List::ABBREVIATION,
        "periods" => List::PERIOD,
        "document words" => List::DOCUMENT,
        "compass" => List::COMPASS,
        "locatives" => List::LOCATIVE,
        "institutions" => List::INSTITUTION,
        "subjects" => List::SUBJECT,
        "nouns like verbs" => List::NOUN_LIKE_VERB,
        _ => List::empty(),
    }
}

/// The word without quotes, brackets and trailing punctuation, lower case.
pub(super) fn bare(word: &str) -> String {
    trimmed(word).to_lowercase()
}

/// The word without quotes, brackets and trailing punctuation.
pub(super) fn trimmed(word: &str) -> &str {
    // Most words are bare already.
    if let (Some(first), Some(last)) = (word.as_bytes().first(), word.as_bytes().last())
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return word;
    }
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&' && c != '/' && c != '-' && c != '–')
}

/// Whether a list holds the bare word.
fn is_in(list: List, word: &str) -> bool {
    lists_of(trimmed(word)).contains(list)
}

fn lists_of(bare: &str) -> List {
    WordKey::new(bare).and_then(|key| LISTS.get(&key)).copied().unwrap_or_default()
}

/// Whether a word stays small inside a title.
pub(super) fn is_small(word: &str) -> bool {
    is_in(List::SMALL, word)
}

/// Whether a word begins with a capital, after opening quotes and brackets. Letters of scripts without case count as capitals.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// Whether a word begins with a digit, after opening quotes, brackets and currency signs.
pub(super) fn is_numeric(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_ascii_digit())
}

/// Whether a text begins with a figure, the sign or letters of a currency in front of it or not: "612 km", "R318 million", "Rs. 28.9 million".
pub(super) fn begins_with_figure(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let led = first.trim_start_matches(|c: char| c.is_ascii_uppercase() || c == 'h' || c == 's' || !c.is_alphanumeric());
    let letters = first.len() - led.len();
    is_numeric(first) || led.starts_with(|c: char| c.is_ascii_digit()) && letters <= 4 || is_money(first) && is_numeric(second)
}

/// Whether a word carries the weight of a title: not small, not a number, not a sign.
pub(super) fn is_content(word: &str) -> bool {
    word.contains(char::is_alphabetic) && !is_small(word)
}

/// Whether a capitalised word opens a sentence.
pub(super) fn is_opener(word: &str) -> bool {
    is_capital(word) && is_in(List::OPENER, word)
}

/// Whether a capitalised word opens a sentence, given the word after it.
pub(super) fn opens_sentence(word: &str, next: &str) -> bool {
    let opens =
        |lists: List| lists.contains(List::OPENER) || lists.contains(List::WEAK_OPENER) && (word.ends_with(',') || !is_capital(next));
    is_capital(word) && opens(lists_of(trimmed(word)))
}

/// Whether a word cannot be the first of a title.
pub(super) fn never_first(word: &str) -> bool {
    is_in(List::NEVER_FIRST, word)
}

/// Whether a number after this word belongs to it: as its name, or as so much money.
pub(super) fn takes_number(word: &str) -> bool {
    is_in(List::NUMBERED, word) || is_money(word)
}

/// Whether a word is money in front of its amount: a sign, or the letters of a currency.
fn is_money(word: &str) -> bool {
    word.ends_with(['$', '€', '£', '¥', '₹']) || is_in(List::CURRENCY, word)
}

/// Whether a title is one that any report may have ("Overview").
pub(super) fn is_general_title(title: &str) -> bool {
    is_in(List::GENERAL_TITLE, title)
}

/// Whether a title is that of a part about no region in particular ("Overview", "National overview").
pub(super) fn is_overview(title: &str) -> bool {
    is_general_title(title) || title.split_whitespace().next_back().is_some_and(|last| is_in(List::GENERAL_NOUN, last))
}

/// Whether a title closes a report rather than a region's section: "Outlook", "Annex 2: Tables", "Outlook for 2022", "National summary".
pub(super) fn is_closing_title(title: &str) -> bool {
    let mut words = title.split([' ', ':', '–', '—']).filter(|word| !word.is_empty());
    let closes = |word: &str| lists_of(trimmed(word)).contains(List::CLOSING_TITLE | List::GENERAL_NOUN);
    let last = words.clone().next_back().filter(|_| words.clone().nth(MOST_BEFORE + 1).is_none());
    let opens = words.next().is_some_and(closes);
    let marked = title.contains([':', '–', '—']);
    let goes_on = words.next().is_some_and(|next| marked || is_small(next) || is_numeric(next) || next.len() == 1);
    is_in(List::CLOSING_TITLE, title) || (opens && goes_on) || last.is_some_and(closes)
}

/// Whether a line is the heading of an annex.
pub(super) fn is_annex(line: &str) -> bool {
    let first = line.trim_start_matches(['#', '*', ' ']).split_whitespace().next().map(bare).unwrap_or_default();
    matches!(first.as_str(), "annex" | "annexe" | "annexure" | "appendix")
}

/// How many numbers a line has behind its first word: a row of a table has several, an entry of a table of contents one.
pub(super) fn figures_in_row(line: &str) -> usize {
    line.split_whitespace().skip(1).filter(|word| is_numeric(word)).count()
}

/// Words between the first and the last of a title that closes a report.
const MOST_BEFORE: usize = 2;

/// Whether a full stop behind a word shortens it ("Mr.").
pub(super) fn is_abbreviation(word: &str) -> bool {
    is_in(List::ABBREVIATION, word)
}

/// Whether a word names a side of a country: part of a region's name though the text uses it of other things too.
pub(super) fn is_compass(word: &str) -> bool {
    is_in(List::COMPASS, word)
}

/// Whether a word names a part of the year.
pub(super) fn is_period(word: &str) -> bool {
    is_in(List::PERIOD, word)
}

/// A title without the date that closes it: "Floods in the Vale, 4 October 2006", "Prices fall (June 21, 2007)", "Report of the mission – May 2010";
/// `None` where no date closes it.
pub(super) fn without_date(title: &str) -> Option<&str> {
    let words = title.strip_suffix(')').unwrap_or(title);
    let (rest, year) = words.rsplit_once(' ')?;
    let day = |rest: &'_ str| rest.rsplit_once([' ', '(']).filter(|(_, day)| is_day(day)).map(|(rest, _)| rest.len());
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // "June 21, 2007" or "21 June 2007".
    let end = rest.strip_suffix(',').and_then(day).unwrap_or(rest.len());
    let (rest, month) = rest.get(..end)?.rsplit_once([' ', '('])?;
    let end = day(rest).unwrap_or(rest.len());
    is_period(month).then(|| rest.get(..end).unwrap_or(rest).trim_end_matches([' ', ',', '(', '-', '–', '—']))
}

/// "4", "21st".
fn is_day(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a title is that of a document ("Regional Review", "State of the Counties Report 2012").
pub(super) fn is_document(title: &str) -> bool {
    title.split_whitespace().any(|word| is_in(List::DOCUMENT, word))
}

/// Whether a word names what a chapter may be about: a subject, group, crop or disease ("nutrition", "women", "maize").
pub(super) fn is_subject_noun(word: &str) -> bool {
    lists_of(trimmed(word)).intersects(List::SUBJECT | List::NOUN_LIKE_VERB | List::GENERAL_TITLE)
}

/// Whether a word behind a place's name makes it that of a house or works there ("Dedza Hospital").
pub(super) fn is_institution(word: &str) -> bool {
    is_in(List::INSTITUTION, word)
}

/// Whether a word says that something is in a place when the place's name follows.
pub(super) fn is_locative(word: &str) -> bool {
    is_in(List::LOCATIVE, word)
}

/// Whether words before a colon are a title: neither a label ("Source") nor part of a statement ("The results are").
pub(super) fn is_title_before_colon(words: &str) -> bool {
    let is_statement = |word: &str| is_numeric(word) || is_in(List::STATEMENT_WORD, word);
    !is_in(List::LABEL, words) && !words.split_whitespace().any(is_statement)
}

/// Whether a capitalised word looks like the verb of a sentence without subject ("Held", "Organized", "Taking", "Develop").
///
/// Only the word's form is judged: "Training" passes, so the caller looks at what follows.
pub(super) fn is_verb_like(word: &str) -> bool {
    let word = trimmed(word);
    let ends = |ending: &str| {
        let from = word.len().saturating_sub(ending.len());
        word.as_bytes().get(from..).is_some_and(|end| end.eq_ignore_ascii_case(ending.as_bytes()))
    };
    let lists = lists_of(word);
    let regular = || word.len() > 4 && (ends("ed") || ends("ing") || ends("ly"));
    !word.contains('-') && !lists.contains(List::NOUN_LIKE_VERB) && (lists.contains(List::VERB) || regular())
}

/// Whether the words read as a title: every word that carries weight has a capital (or is a number).
pub(super) fn is_title_case<'a>(words: impl IntoIterator<Item = &'a str>) -> bool {
    words.into_iter().all(|word| !is_content(word) || is_capital(word) || is_numeric(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_the_file_is_read() {
        let mut list = List::empty();
        let mut read = List::empty();
        for line in FILE.lines().filter(|line| !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                list = by_name(name);
                assert!(!list.is_empty(), "{name}");
            }
            for word in line.split(',').map(str::trim).filter(|word| !word.is_empty() && !word.starts_with('[')) {
                assert!(lists_of(word).contains(list), "{word} has no key");
                read |= list;
            }
        }
        assert_eq!(read, List::all());
    }

    #[test]
    fn title_case_lets_small_words_be_small() {
        assert!(is_title_case("Poverty Alleviation by Science and Technology".split(' ')));
        assert!(is_title_case("\u{201c}Care Package\u{201d} Program".split(' ')));
        assert!(!is_title_case("Hebei Province achieved significant results".split(' ')));
    }

    #[test]
    fn how_a_report_was_made_closes_it() {
        assert!(is_closing_title("Method") && is_closing_title("Sources and methods"));
        assert!(!is_closing_title("Methodist Quarter"));
    }

    #[test]
    fn openers_are_capitals_only() {
        assert!(is_opener("In"));
        assert!(is_opener("\u{201c}The"));
        assert!(!is_opener("in"));
        assert!(!is_opener("Rain"));
    }

    #[test]
    fn verbs_by_form_leave_compound_adjectives_alone() {
        assert!(is_verb_like("Organized"));
        assert!(is_verb_like("Held"));
        assert!(!is_verb_like("Poverty-stricken"));
        assert!(!is_verb_like("Foreign-funded"));
        assert!(!is_verb_like("Red"));
    }
}
