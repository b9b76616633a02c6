//! Lists right behind their total: "19,842 new filings: 7,415 civil, 6,980 criminal and 5,447 family", "118.9 million (suppression: 81.3 million;
//! prevention: 37.6 million)", "6,230 ha burned, 4,077 ha of them forest and 2,153 ha scrub".
//!
//! From totals whose parts nothing has added, to findings "sum". What is no slip of a digit was not meant to be a sum.

use super::super::brief::Trait;
use super::super::content::reduce;
use super::super::draft::Draft;
use super::super::former::is_former;
use super::super::page::Page;
use super::super::sum::{does_not_add_up, judge_sum};
use super::super::{slip, words};
use super::{alike, digits, in_front, is_exact};
use crate::analysis::Kind;
use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

/// Checks every total that is still open.
pub(super) fn check(page: &Page, judged: &FxHashSet<usize>, out: &mut Vec<Draft>) {
    for (total, q) in page.briefs(0..page.quantities.len()) {
        let whole = matches!(q.kind, Kind::Level | Kind::Target) && q.is_without(Trait::RELATIVE | Trait::PER) && q.is(Trait::AMOUNT);
        if whole && !judged.contains(&total) && is_exact(page, total) && digits(page, total) > 2 && !q.unit.is_time() {
            let adjoins = [total + 1, total + 2].into_iter().all(|part| may_be_part(page, total, part));
            let behind = adjoins.then(|| opener(page, total, total + 1)).flatten().map(|opener| (total + 1, opener));
            let behind = behind.or_else(|| past_former(page, total).map(|first| (first, Opener::Colon)));
            let list = behind.or_else(|| next_sentence(page, total).map(|first| (first, Opener::Colon)));
            // "1.96 million, up from 1.78 million: 1.41 million of them by grid": the list is of what is stated, not of what that is compared with.
            let list = list.filter(|_| in_front(page, total).is_none() || !is_former(page, total));
            out.extend(list.and_then(|(first, opener)| check_list(page, total, first, opener)));
        }
    }
}

/// Whether a figure can be one of the parts, whatever the words say.
fn may_be_part(page: &Page, total: usize, part: usize) -> bool {
    part < page.quantities.len() && alike(page, total, part) && is_exact(page, part) && {
        let q = page.brief(part);
        matches!(q.kind, Kind::Level | Kind::Target) && q.rough < page.brief(total).rough * LARGER
    }
}

/// What opens a list behind its total.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opener {
    Colon,
    Bracket,
    /// "4,077 ha of them".
    OfThem,
}

fn check_list(page: &Page, total: usize, first: usize, opener: Opener) -> Option<Draft> {
    let members = members(page, total, first, opener)?;
    let judged = judge_sum(page, total, &members)?;
    if judged.agrees() {
        return None;
    }
    let whole = page.get(total)?;
    let of_total = slip::of_one_digit(page.show, whole, judged.computed, DIGITS);
    let of_part = |part: &usize| slip_of_part(page, *part, judged.stated.point, judged.computed.point);
    let mut of_parts = members.iter().filter_map(of_part).chain(of_total.clone());
    let first = of_parts.next()?;
    // Which of several it is cannot be told.
    let slip = of_total.or_else(|| of_parts.next().is_none().then_some(first));
    Some(does_not_add_up(page, total, &members, judged).slip(slip))
}

/// Fewest digits of a figure in which one may have been misprinted.
const DIGITS: usize = 3;

/// A digit of one part that would make the sum fit.
fn slip_of_part(page: &Page, part: usize, total: Decimal, sum: Decimal) -> Option<String> {
    let (q, printed) = (page.get(part)?, page.printed(part)?);
    let gap = total.checked_sub(sum)?;
    let moved = |end: Option<Decimal>| end.and_then(|end| end.checked_add(gap));
    let needed = super::super::interval::Interval {
        low: moved(printed.low),
        point: printed.point.checked_add(gap).filter(|point| *point > Decimal::ZERO)?,
        high: moved(printed.high),
    };
    slip::of_one_digit(page.show, q, needed, DIGITS)
}

fn opener(page: &Page, total: usize, first: usize) -> Option<Opener> {
    // A list has two members at least.
    if !page.in_sentence(total).contains(&(first + 1)) {
        return None;
    }
    let between = page.between(total, first);
    let opens = |mark: char| {
        between.split_once(mark).is_some_and(|(noun, label)| {
            words::words(noun).count() <= NOUN
                && words::words(label).count() <= LABEL
                && !noun.contains([',', ';', '('])
                && !label.contains([',', ';', '(', ')'])
        })
    };
    let of_them = || {
        let mut behind = words::words(page.after(first));
        // "A total of 560 were opened; 320 were closed, 140 of them at once, and 240 are open": the last is a part of the first.
        let of = page.brief(total).is_without(Trait::PART)
            && behind.next() == Some("of")
            && behind.next().is_some_and(|word| words::is_one_of(word, &["them", "it", "these", "which"]));
        of && between.trim_end().ends_with(',') && words::words(between).count() <= NOUN
    };
    let of_which = words::behind(between, b",");
    if between.contains(',')
        && words::words(between).count() <= NOUN
        && ["of which", "of whom"].iter().any(|of| of_which.trim_start().starts_with(of))
    {
        return Some(Opener::Colon);
    }
    if consists(between) && words::words(between).count() <= NOUN {
        return Some(Opener::Colon);
    }
    if opens('(') {
        Some(Opener::Bracket)
    } else if opens(':') || opens('–') || opens('—') {
        Some(Opener::Colon)
    } else {
        of_them().then_some(Opener::OfThem)
    }
}

/// "19,842 new filings, 6.4 percent more than the 18,655 of 2022: 7,415 civil": the list behind the colon, past what the total is held against.
fn past_former(page: &Page, total: usize) -> Option<usize> {
    let sentence = page.in_sentence(total);
    let first = (total + 2..=total + PAST).take_while(|at| sentence.contains(at)).find(|at| page.between(at - 1, *at).contains(':'))?;
    let aside = |id: usize| page.is(id, Trait::RELATIVE) || page.brief(id).kind == Kind::Change || is_former(page, id);
    let label = words::behind(page.between(first - 1, first), b":");
    let near = words::words(label).count() <= LABEL && !label.contains([',', ';', '(']);
    (near && (total + 1..first).all(aside)).then_some(first)
}

/// Figures from a total to its list.
const PAST: usize = 4;

/// Whether a text ends with a verb whose object is all that something has.
fn consists(text: &str) -> bool {
    let mut last = words::backwards(text);
    let (one, two) = (last.next().unwrap_or_default(), last.next().unwrap_or_default());
    words::is_one_of(one, &["comprised", "comprises", "comprising", "comprise"])
        || words::is_one_of(one, &["of"]) && words::is_one_of(two, &["consisted", "consists", "consisting", "consist", "up", "comprised"])
}

/// "12,406 new filings. The filings consisted of 4,870 civil, 4,216 criminal and 3,320 family cases": the list that the next sentence begins with.
fn next_sentence(page: &Page, total: usize) -> Option<usize> {
    let first = page.sentences.get(page.sentence_of(total) + 1).filter(|figures| figures.len() > 1)?.start;
    let before = page.before(first);
    if !consists(before) {
        return None;
    }
    let noun = page.noun_stem(total)?;
    let named = words::words(before).take(NOUN).filter_map(reduce).any(|word| word == noun);
    let adjoins = page.get(total).zip(page.get(first)).is_some_and(|(a, b)| a.topic == b.topic && a.section == b.section);
    // Of several that count the same the first is the subject.
    let other = |id: usize| id < total && page.noun_stem(id) == Some(noun) && page.is_amount(id);
    (named && adjoins && words::words(before).count() <= NOUN && !page.in_sentence(total).any(other)).then_some(first)
}

/// Words of what a total counts, and of the label of a part.
const NOUN: usize = 10;
const LABEL: usize = 4;

/// The figures that follow each other as one list, which must be told to its end.
fn members(page: &Page, total: usize, first: usize, opener: Opener) -> Option<Vec<usize>> {
    let mut members = Vec::new();
    let sentence = page.in_sentence(first);
    for part in first..sentence.end {
        let between = page.between(part - 1, part);
        if part > first && !goes_on(between, opener) {
            break;
        }
        if !may_be_part(page, total, part) {
            return None;
        }
        members.push(part);
    }
    let last = *members.last()?;
    let behind = page.after(last);
    let closed = match opener {
        Opener::Bracket => behind.split_once(')').is_some_and(|(label, _)| is_label(label)),
        Opener::Colon | Opener::OfThem => {
            let clause = words::up_to(behind, b",;.:(");
            words::words(clause).count() <= LABEL + 1
                && !behind.get(clause.len()..).unwrap_or_default().starts_with([',', '(', ':'])
                && last + 1 == sentence.end
        }
    };
    // "16.5 million (2021: 15.2 million, 2020: 14.9 million)": the same in other years.
    let of_one_year = members.iter().all(|part| page.get(*part).map(|q| q.year) == page.get(total).map(|q| q.year));
    // "of whom 8.1 million were domestic, exceeding its capacity of 10 million": "and" leads to the last of a list.
    let ends = opener == Opener::Bracket || words::has_any(page.between(last.saturating_sub(1), last), &["and"]);
    (members.len() > 1 && closed && ends && of_one_year).then_some(members)
}

/// A misprinted part may be larger than its total, but not by more.
const LARGER: f64 = 1.0;

fn is_label(text: &str) -> bool {
    words::words(text).count() <= LABEL + 1 && !text.contains([',', ';', ':', '.', '('])
}

/// Whether the words between two parts go on with the list.
fn goes_on(between: &str, opener: Opener) -> bool {
    let joined = between.contains(',') || opener == Opener::Bracket && between.contains(';') || words::has_any(between, &["and"]);
    let apart = words::has_any(between, &["of which", "including", "against", "from", "compared", "up", "down", "per", "than", "while"]);
    let closed = between.contains([')', '.', '(']) || opener != Opener::Bracket && between.contains(';');
    joined && !apart && !closed && words::words(between).count() <= 2 * LABEL
}
