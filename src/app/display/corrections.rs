//! Corrections in words: what each step did, what became of it, what the reader says of a finding.

use super::{amount_in_full, indicator_label, kind_word, modifier_word, scope_word, unit_name};
use crate::analysis::{Answer, Lost, Quantity};
use crate::app::report::Report;
use crate::app::strings::{Strings, fill};
use crate::review::{Anchor, Change, Entry, Field, Journal};
use std::collections::BTreeSet;

/// The name of a property.
fn field_name(field: &Field, t: &Strings) -> &'static str {
    let t = &t.corrections;
    match field {
        Field::Value { .. } => t.value,
        Field::Unit(_) => t.unit,
        Field::Noun(_) => t.noun,
        Field::Per(_) => t.per,
        Field::What(_) => t.what,
        Field::Kind(_) => t.kind,
        Field::Year(_) => t.year,
        Field::Scope(_) => t.scope,
        Field::Modifier(_) => t.modifier,
        Field::Indicator(_) => t.indicator,
        Field::PartOf(_) => t.part_of,
        Field::Qualifies(_) => t.qualifies,
    }
}

/// The value of a property.
fn field_value(field: &Field, report: &Report, t: &Strings) -> String {
    let some = |words: String| if words.is_empty() { t.corrections.nothing.to_owned() } else { words };
    let quoted = |at: &Option<Anchor>| some(at.as_ref().map(|at| format!("\u{201c}{}\u{201d}", at.exact)).unwrap_or_default());
    match field {
        Field::Value { amount, precision } => {
            let bare = Quantity { amount: *amount, precision: *precision, ..Quantity::default() };
            amount_in_full(&bare, t.language).unwrap_or_else(|| t.words.unread.to_owned())
        }
        Field::Unit(unit) => unit_name(*unit, t),
        Field::Noun(words) | Field::Per(words) | Field::What(words) => some(words.clone()),
        Field::Kind(kind) => kind_word(*kind, t).to_owned(),
        Field::Year(year) => some(year.map(|year| year.to_string()).unwrap_or_default()),
        Field::Scope(scope) => scope_word(*scope, t).to_owned(),
        Field::Modifier(modifier) => modifier_word(*modifier, t).to_owned(),
        Field::Indicator(id) => some(id.as_ref().map(|id| label(report, id, t)).unwrap_or_default()),
        Field::PartOf(at) | Field::Qualifies(at) => quoted(at),
    }
}

fn label(report: &Report, id: &str, t: &Strings) -> String {
    report.indicator(id).map_or_else(|| id.to_owned(), |indicator| indicator_label(indicator, t))
}

/// "Value from 340 to 350; Year from 2012 to 2011". A property without a value before is given alone.
fn changes(entry: &Entry, fields: &[Field], report: &Report, t: &Strings) -> String {
    let same = |a: &Field, b: &Field| std::mem::discriminant(a) == std::mem::discriminant(b);
    let one = |field: &Field| {
        let (name, after) = (field_name(field, t), field_value(field, report, t));
        match entry.before.iter().find(|before| same(before, field)) {
            Some(before) => {
                fill(t.corrections.did_field, &[("field", name), ("before", &field_value(before, report, t)), ("after", &after)])
            }
            None => format!("{name} {after}"),
        }
    };
    fields.iter().map(one).collect::<Vec<_>>().join(t.marks.semicolon)
}

/// The figures whose amount the reader has given: what is printed says another one.
pub fn own_values(journal: &Journal, report: &Report) -> BTreeSet<u32> {
    let gives = |entry: &&Entry| entry.change.fields().any(|(_, field)| matches!(field, Field::Value { .. } | Field::Unit(_)));
    let placed = |entry: &Entry| report.analysis.review.iter().find(|outcome| outcome.entry == entry.id)?.quantity;
    journal.entries().into_iter().filter(gives).filter_map(placed).collect()
}

/// What a correction does.
pub fn entry_words(entry: &Entry, report: &Report, t: &Strings) -> String {
    let c = &t.corrections;
    match &entry.change {
        Change::Correct { at, fields } => fill(c.did_correct, &[("text", &at.exact), ("changes", &changes(entry, fields, report, t))]),
        Change::Accept { at } => fill(c.did_accept, &[("text", &at.exact)]),
        Change::Reject { at } => fill(c.did_reject, &[("text", &at.exact)]),
        Change::Add { at, fields } => fill(c.did_add, &[("text", &at.exact), ("changes", &changes(entry, fields, report, t))]),
        Change::Choose { indicator, figure: Some(at), .. } => {
            fill(c.did_choose, &[("indicator", &label(report, indicator, t)), ("text", &at.exact)])
        }
        Change::Choose { indicator, figure: None, .. } => fill(c.did_choose_none, &[("indicator", &label(report, indicator, t))]),
        Change::Region { name, .. } => fill(c.did_region, &[("name", name)]),
        Change::Answer { rule, figures, answer } => {
            let text = figures.first().map(|at| at.exact.as_str()).unwrap_or_default();
            match answer {
                Some(answered) => {
                    let note = if answered.note.is_empty() { String::new() } else { t.marks.bracketed(&answered.note) };
                    let words = format!("{}{note}", answer_button(answered.answer, t));
                    fill(c.did_answer, &[("rule", &t.words.rule(rule)), ("text", text), ("answer", &words)])
                }
                None => fill(c.did_unanswer, &[("rule", &t.words.rule(rule)), ("text", text)]),
            }
        }
    }
}

/// What the button of an answer says.
pub fn answer_button(answer: Answer, t: &Strings) -> &'static str {
    match answer {
        Answer::Misread => t.corrections.misread,
        Answer::Explained => t.corrections.explained,
        Answer::Confirmed => t.corrections.confirmed,
    }
}

/// What stands beside a finding that the reader has answered.
pub fn answer_words(answer: Answer, t: &Strings) -> &'static str {
    match answer {
        Answer::Misread => t.corrections.is_misread,
        Answer::Explained => t.corrections.is_explained,
        Answer::Confirmed => t.corrections.is_confirmed,
    }
}

/// Why a correction has no effect.
pub fn lost_words(lost: Lost, t: &Strings) -> &'static str {
    match lost {
        Lost::Passage => t.corrections.lost_passage,
        Lost::Figure => t.corrections.lost_figure,
        Lost::Finding => t.corrections.lost_finding,
        Lost::Indicator => t.corrections.lost_indicator,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Answered;
    use crate::app::report::tests::liaoning;
    use crate::app::strings::Language;

    fn words(change: Change, before: Vec<Field>) -> String {
        let entry = Entry { id: 0, when: String::new(), region: String::new(), change, before };
        entry_words(&entry, &liaoning(), Language::English.strings())
    }

    fn at() -> Anchor {
        Anchor { exact: "40.69 million yuan".to_owned(), prefix: String::new(), suffix: String::new(), start: 0 }
    }

    #[test]
    fn an_amount_is_the_readers_own_only_where_he_gave_one() {
        let mut report = liaoning();
        let mut journal = Journal::default();
        let value = Field::Value { amount: crate::analysis::Amount::One(406_900_000.into()), precision: Some(5) };
        for (figure, field) in [(1, value), (2, Field::Year(Some(2011)))] {
            let change = Change::Correct { at: at(), fields: vec![field] };
            journal.make(String::new(), String::new(), change, Vec::new());
            let entry = journal.entries().last().unwrap().id;
            report.analysis.review.push(crate::analysis::Outcome { entry, quantity: Some(figure), lost: None });
        }
        assert_eq!(own_values(&journal, &report), [1].into());
        journal.undo();
        journal.undo();
        assert!(own_values(&journal, &report).is_empty());
    }

    #[test]
    fn a_correction_says_what_was_and_what_is() {
        let said = words(Change::Correct { at: at(), fields: vec![Field::Year(Some(2011))] }, vec![Field::Year(Some(2012))]);
        assert_eq!(said, "\u{201c}40.69 million yuan\u{201d}: Year from 2012 to 2011");
        let said = words(Change::Add { at: at(), fields: vec![Field::Year(None)] }, Vec::new());
        assert_eq!(said, "\u{201c}40.69 million yuan\u{201d} added: Year none");
    }

    #[test]
    fn an_answer_is_told_with_its_note() {
        let answer = Some(Answered { answer: Answer::Explained, note: "new method".to_owned() });
        let said = words(Change::Answer { rule: "sum".to_owned(), figures: vec![at()], answer }, Vec::new());
        assert!(said.ends_with("Known, explained (new method)"), "{said}");
    }
}
