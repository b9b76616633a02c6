//! Former levels: whether the words in front of a figure make it what another is compared with.
//!
//! From "from 5,200", "against the 19,300 of 2019", "than last year's 61.4", to the rules that take one level from another.

use super::page::Page;
use super::words;
use crate::analysis::Kind;

/// Whether the words in front of a figure make it the former level.
pub(super) fn is_former(page: &Page, id: usize) -> bool {
    // "49.8%, still well over the 40% agreed for 2019": what was agreed.
    let agreed = || page.words_after(id).iter().find(|w| w.mark == 0).is_some_and(|w| words::is_one_of(w.span.of(page.text), AGREED));
    if page.printed_before(id).take(2).any(|word| word.eq_ignore_ascii_case("over")) && agreed() {
        return false;
    }
    // "3 points less than in 2010; the share ranged from 28% in one town to 77% in another": how far values lie apart.
    let spans = |word: &str| words::is_one_of(word, RANGES);
    let mut words = page.printed_before(id);
    let ranges = words.next().is_some_and(|word| word.eq_ignore_ascii_case("from")) && words.next().is_some_and(spans);
    if ranges {
        return false;
    }
    let mut words = page.printed_before(id);
    let (last, last_two) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let cue = |word: &str| words::is_one_of(word, words::FORMER);
    let listed = || {
        last.eq_ignore_ascii_case("and")
            && id.checked_sub(1).is_some_and(|p| page.in_sentence(id).contains(&p) && page.is_amount(p) && is_former_directly(page, p))
    };
    // "compared to the figure of 3,964 yuan in 2011".
    let told = || {
        let mut words = page.printed_before(id).skip_while(|word| words::is_one_of(word, FIGURE_OF));
        words.next().is_some_and(|word| words::is_one_of(word, &["to", "with"]))
            && words.next().is_some_and(|word| word.eq_ignore_ascii_case("compared"))
    };
    // "2.4 per cent up on the 27,190 million of 2019", "9% short of the 236 million programmed", "12% above the 190 million of 2018".
    let beside = || {
        let third = page.printed_before(id).nth(2).unwrap_or_default();
        last.eq_ignore_ascii_case("the")
            && (words::is_one_of(last_two, &["above", "below"])
                || last_two.eq_ignore_ascii_case("on") && words::is_one_of(third, &["up", "down"])
                || last_two.eq_ignore_ascii_case("of") && third.eq_ignore_ascii_case("short"))
    };
    // "71 per cent, up six percentage points on the 66 per cent of 2019": the step stands between.
    let stepped = || {
        let step = id.checked_sub(1).filter(|p| page.in_sentence(id).contains(p));
        let led = |p: &usize| page.led_by(*p, &["up"]) || page.led_by(*p, &["down"]);
        let step = step.filter(|p| page.get(*p).is_some_and(|q| matches!(q.kind, Kind::Change | Kind::Growth)) && led(p));
        // "up 4% on 685 dollars in 2017".
        step.is_some_and(|p| words::words(page.between(p, id)).eq(["on", "the"]) || words::words(page.between(p, id)).eq(["on"]))
    };
    cue(last)
        || cue(last_two) && words::is_one_of(last, &["the", "about", "only", "some", "with", "to"])
        || listed()
        || beside()
        || dated_former(page, id)
        || stepped()
        || labelled_former(page, id)
        || told()
}

/// "4.1 million (2018: 3.9 million)", "78.9 (2019–20: 61.4)", "56 million (previous year: 50 million)": another year in a bracket behind a level.
fn labelled_former(page: &Page, id: usize) -> bool {
    let label = page.before(id).trim_end().strip_suffix(':').and_then(|label| label.rsplit_once('('));
    label.is_some_and(|(_, label)| {
        let year =
            label.bytes().any(|b| b.is_ascii_digit()) && label.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '–' | ' '));
        label.len() <= LABEL
            && (year || words::has_any(label, &["previous year", "prior year", "last year", "year before", "preceding year"]))
    })
}

/// Words in front of "from" that tell how far values lie apart.
const RANGES: &[&str] =
    &["ranged", "ranging", "ranges", "range", "varied", "varying", "varies", "vary", "ran", "run", "runs", "anywhere", "fluctuated"];

/// Bytes of a year in a bracket.
const LABEL: usize = 24;

/// What a figure is that nobody has reached yet.
const AGREED: &[&str] =
    &["agreed", "planned", "programmed", "targeted", "scheduled", "foreseen", "budgeted", "required", "set", "aimed", "projected"];

/// Words between "compared to" and a former level.
const FIGURE_OF: &[&str] = &["the", "figure", "level", "value", "number", "amount", "that", "of"];

fn is_former_directly(page: &Page, id: usize) -> bool {
    page.printed_before(id).take(2).any(|word| words::is_one_of(word, words::FORMER))
}

/// "from last year's 69,366", "than the previous season's 277,519", "from the 2019 volume of production of 570,386": the time or the name of the
/// level stands between.
fn dated_former(page: &Page, id: usize) -> bool {
    let mut words = page.printed_before(id);
    let period = |word: &str| words::is_one_of(word, PERIODS) || is_year(word);
    let joint = |word: &str| words::is_one_of(word, words::FORMER) && !word.eq_ignore_ascii_case("over");
    match words.next() {
        Some("s") => {
            let mut told = false;
            for word in words.take(OWNER) {
                if joint(word) || told && words::is_one_of(word, &["to", "with", "over"]) {
                    return told;
                }
                told |= period(word);
                if !(period(word) || words::is_one_of(word, WHICH)) {
                    return false;
                }
            }
            false
        }
        Some("of") => {
            let mut dated = false;
            for word in words.take(NAMED) {
                if joint(word) {
                    return dated;
                }
                dated |= is_year(word) || words::is_one_of(word, &["last", "previous", "preceding", "prior"]);
                if words::is_one_of(word, &["to", "and", "by"]) {
                    return false;
                }
            }
            false
        }
        _ => false,
    }
}

/// Words of the time that a level belongs to, and of a level's name with its time.
const OWNER: usize = 5;
const NAMED: usize = 9;
const PERIODS: &[&str] = &["year", "quarter", "month", "season", "semester", "period", "week", "cycle"];
const WHICH: &[&str] = &["last", "previous", "preceding", "prior", "the", "same", "earlier", "a", "ago"];

/// A year in digits.
fn is_year(word: &str) -> bool {
    word.len() == 4 && matches!(word.get(..2), Some("18" | "19" | "20")) && word.bytes().all(|b| b.is_ascii_digit())
}
