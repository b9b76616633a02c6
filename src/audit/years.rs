//! Years that cannot belong to their figures: before a stated period, or after the report's own year.
//!
//! From the text around figures, to findings "year".

use super::cue::Cue;
use super::draft::Draft;
use super::page::Page;
use super::{rules, words};
use crate::analysis::{Kind, Verdict};
use crate::wording::audit as say;

/// Checks every sentence with figures.
pub(super) fn check(page: &Page, report_year: Option<i32>, out: &mut Vec<Draft>) {
    for sentence in &page.sentences {
        out.extend(before_its_period(page, sentence.start));
        out.extend(report_year.and_then(|year| after_the_report(page, sentence.start, year)));
    }
}

/// "From 2010 to 2012, 391 million was invested ... projects launched in 2001 were completed".
fn before_its_period(page: &Page, id: usize) -> Option<Draft> {
    let q = page.get(id)?;
    let topic = page.topic(id)?;
    if !page.said_before(id).contains(Cue::FROM) {
        return None;
    }
    let (from, to) = period(page.slice(q.sentence.start, q.start))?;
    let rest = page.rest_of_topic(id, topic.end).to_lowercase();
    let cues = ["launched in ", "started in ", "begun in ", "initiated in "];
    let years = cues.iter().flat_map(|cue| rest.match_indices(cue).filter_map(|(at, cue)| year(rest.get(at + cue.len()..)?)));
    let stray = years.into_iter().find(|y| *y < from && (from..=to).any(|in_period| one_digit_apart(*y, in_period)))?;
    let values = [("from", &*from.to_string()), ("to", &to.to_string()), ("stray", &stray.to_string())];
    let note = page.say(&say::STRAY_YEAR, &values);
    Some(Draft::new(&rules::YEAR, Verdict::Inconsistent, vec![id], note))
}

fn period(text: &str) -> Option<(i32, i32)> {
    let from = text.get(words::find_word(text, "from")? + 5..)?;
    let first = year(from)?;
    let second = year(from.get(4..)?.trim_start().to_lowercase().strip_prefix("to ")?)?;
    (first < second).then_some((first, second))
}

/// The four-digit year that a text begins with.
fn year(text: &str) -> Option<i32> {
    let digits = text.get(..4)?;
    let ends = !text.get(4..)?.starts_with(|c: char| c.is_alphanumeric());
    digits.parse().ok().filter(|y| ends && (1900..2100).contains(y))
}

fn one_digit_apart(a: i32, b: i32) -> bool {
    let difference = (a - b).abs();
    (1..4).map(|e| 10_i32.pow(e)).any(|p| difference % p == 0 && difference / p < 10) || difference < 10 && a / 10 == b / 10
}

/// "In 2013, the province completed ..." in the report on 2012: results of a year that had not come.
fn after_the_report(page: &Page, id: usize, report_year: i32) -> Option<Draft> {
    let led = page.words_before(id).first().is_some_and(|word| word.capital && word.span.len() == "In".len());
    let q = page.get(id).filter(|q| led && !matches!(q.kind, Kind::Target))?;
    let sentence = page.slice(q.sentence.start, q.sentence.end);
    let said = year(sentence.trim_start().strip_prefix("In ")?)?;
    let done = || words::has_any(sentence, words::DONE) && !words::has_any(sentence, words::AHEAD);
    (said > report_year && said <= report_year + 3 && done()).then(|| {
        let note = page.say(&say::LATER_YEAR, &[("year", &report_year.to_string()), ("said", &said.to_string())]);
        Draft::new(&rules::YEAR, Verdict::Inconsistent, page.in_sentence(id).take(3).collect(), note)
    })
}
