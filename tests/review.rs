//! The reader's corrections, through the whole pipeline: what is corrected stands in the figures, and table and audit follow from it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that stops at the first surprise is what is wanted")]

use provenance::analysis::{Amount, Analysis, Answer, Answered, Kind, Lost, Quantity, Reviewed, Scope, Unit, Verdict};
use provenance::analyze::{Options, analyze};
use provenance::ingest::read;
use provenance::review::{Anchor, Change, Entry, Field, typed_value};
use provenance::text::Span;

const REPORT: &str = "Hebei Province\n\nFunds\n\nIn 2012 the province invested 600 million yuan in poverty alleviation, of which 250 million yuan \
    came from the central government and 340 million yuan from the province. A further 12 villages took part in the poverty programme.\n\n\
    Jilin Province\n\nFunds\n\nIn 2012 the province invested 400 million yuan in poverty alleviation. Poverty fell among dozens of villages.\n";

fn analysis(text: &str, changes: Vec<Change>) -> Analysis {
    let source = read("report.txt", text.as_bytes()).unwrap();
    let entry = |(id, change)| Entry { id: id as u32, when: String::new(), region: String::new(), change, before: Vec::new() };
    let corrections = changes.into_iter().enumerate().map(entry).collect();
    let analysis = analyze(&source, &Options { corrections, ..Options::default() }, &mut |_| {});
    for (place, quantity) in analysis.quantities.iter().enumerate() {
        assert_eq!(quantity.id as usize, place, "ids are places");
        assert_eq!(quantity.span().of(text), quantity.text);
        assert!(quantity.of.is_none_or(|of| (of as usize) < analysis.quantities.len()));
    }
    assert!(analysis.quantities.is_sorted_by_key(|q| q.start));
    analysis
}

fn at(words: &str) -> Anchor {
    let start = REPORT.find(words).unwrap();
    Anchor::of(REPORT, Span::new(start, start + words.len()))
}

fn figure<'a>(analysis: &'a Analysis, words: &str) -> &'a Quantity {
    analysis.quantities.iter().find(|q| q.text == words).unwrap_or_else(|| panic!("no figure {words}"))
}

fn value(words: &str) -> Field {
    let typed = typed_value(words).unwrap();
    Field::Value { amount: typed.amount, precision: Some(typed.precision) }
}

fn sum_verdict(analysis: &Analysis) -> Verdict {
    analysis.findings.iter().find(|f| f.rule == "sum").unwrap().verdict
}

#[test]
fn a_corrected_value_reaches_the_audit_and_the_table() {
    assert_eq!(sum_verdict(&analysis(REPORT, vec![])), Verdict::Inconsistent);
    let fixed = analysis(REPORT, vec![Change::Correct { at: at("600 million yuan"), fields: vec![value("590 million")] }]);
    assert_eq!(sum_verdict(&fixed), Verdict::Consistent);
    let part = figure(&fixed, "600 million yuan");
    assert_eq!((part.amount, part.review), (Amount::One(590_000_000.into()), Some(Reviewed::Corrected)));
    let cell = fixed.cells.iter().find(|cell| cell.quantity == part.id).unwrap();
    assert_eq!(cell.amount, part.amount);
    assert_eq!(fixed.review.len(), 1);
    assert_eq!((fixed.review[0].quantity, fixed.review[0].lost), (Some(part.id), None));
}

#[test]
fn the_audit_speaks_of_a_corrected_value_as_corrected() {
    let fixed = analysis(REPORT, vec![Change::Correct { at: at("600 million yuan"), fields: vec![value("0.61 billion")] }]);
    let finding = fixed.findings.iter().find(|f| f.rule == "sum").unwrap();
    assert_eq!(finding.note, "As read, the parts come to 590 million yuan, 20 million yuan less than the stated 610 million yuan.");
    assert_eq!(figure(&fixed, "600 million yuan").text, "600 million yuan", "the figure itself keeps its printed words");
}

#[test]
fn every_field_can_be_corrected() {
    let fields = vec![
        value("12 thousand"),
        Field::Unit(Unit::Households),
        Field::Noun("farmers".to_owned()),
        Field::Per("village".to_owned()),
        Field::What(" poor households ".to_owned()),
        Field::Kind(Kind::Target),
        Field::Year(Some(2015)),
        Field::Scope(Scope::Part),
        Field::Modifier(Some(provenance::analysis::Modifier::About)),
        Field::Qualifies(Some(at("600 million yuan"))),
    ];
    let changed = analysis(REPORT, vec![Change::Correct { at: at("12 villages"), fields }]);
    let q = figure(&changed, "12");
    assert_eq!((q.amount, q.precision, q.unit), (Amount::One(12_000.into()), Some(3), Unit::Households));
    assert_eq!((q.noun.as_deref(), q.per.as_deref(), q.what.as_str()), (Some("farmers"), Some("village"), "poor households"));
    assert_eq!((q.kind, q.year, q.scope), (Kind::Target, Some(2015), Scope::Part));
    assert_eq!((q.base, q.base_rule.as_deref()), (Some(figure(&changed, "600 million yuan").id), Some("reader")));
}

#[test]
fn what_is_no_figure_leaves_without_breaking_links() {
    let before = analysis(REPORT, vec![]);
    let changed = analysis(REPORT, vec![Change::Reject { at: at("250 million yuan") }]);
    assert_eq!(changed.quantities.len(), before.quantities.len() - 1);
    let part = figure(&changed, "340 million yuan");
    assert_eq!(part.of, Some(figure(&changed, "600 million yuan").id));
    assert!(changed.exclusions.iter().any(|e| e.rule == "reader"));
    let total_gone = analysis(REPORT, vec![Change::Reject { at: at("600 million yuan") }]);
    assert_eq!(figure(&total_gone, "340 million yuan").of, None);
}

#[test]
fn a_figure_that_was_missed_is_added_in_its_place() {
    let fields = vec![value("24"), Field::Noun("villages".to_owned()), Field::PartOf(Some(at("400 million yuan")))];
    let changed = analysis(REPORT, vec![Change::Add { at: at("dozens"), fields }]);
    let added = figure(&changed, "dozens");
    assert_eq!((added.review, added.section, added.year), (Some(Reviewed::Added), 1, Some(2012)));
    assert_eq!(added.sentence.of(REPORT), "Poverty fell among dozens of villages.");
    assert_eq!(added.of, Some(figure(&changed, "400 million yuan").id));
    let again = analysis(
        REPORT,
        vec![Change::Add { at: at("dozens"), fields: vec![value("24")] }, Change::Correct { at: at("dozens"), fields: vec![value("36")] }],
    );
    let added = figure(&again, "dozens");
    assert_eq!((added.amount, added.review), (Amount::One(36.into()), Some(Reviewed::Added)));
}

#[test]
fn a_total_is_never_made_a_part_of_its_part() {
    let link = |from, to| Change::Correct { at: at(from), fields: vec![Field::PartOf(Some(at(to)))] };
    let changed = analysis(REPORT, vec![link("600 million yuan", "340 million yuan")]);
    assert_eq!(figure(&changed, "600 million yuan").of, None);
    let cut = analysis(REPORT, vec![Change::Correct { at: at("340 million yuan"), fields: vec![Field::PartOf(None)] }]);
    assert_eq!((figure(&cut, "340 million yuan").of, figure(&cut, "340 million yuan").of_rule.clone()), (None, None));
}

#[test]
fn cells_take_the_figure_that_the_reader_chooses() {
    let before = analysis(REPORT, vec![]);
    let indicator = figure(&before, "600 million yuan").indicator.clone().unwrap();
    let choose = |figure| Change::Choose { section: at("Hebei Province"), indicator: indicator.clone(), figure };
    let cell = |analysis: &Analysis| analysis.cells.iter().find(|c| c.section == 0 && c.indicator == indicator).cloned();
    let chosen = analysis(REPORT, vec![choose(Some(at("250 million yuan")))]);
    let now = cell(&chosen).unwrap();
    assert_eq!(now.quantity, figure(&chosen, "250 million yuan").id);
    assert_eq!(now.chosen_by.as_deref(), Some("reader"));
    assert!(now.alternatives.contains(&figure(&chosen, "600 million yuan").id));
    assert!(cell(&analysis(REPORT, vec![choose(None)])).is_none());
    let other = analysis(REPORT, vec![Change::Correct { at: at("600 million yuan"), fields: vec![Field::Indicator(None)] }]);
    assert!(cell(&other).is_none_or(|c| c.quantity != figure(&other, "600 million yuan").id));
    let unknown =
        analysis(REPORT, vec![Change::Correct { at: at("600 million yuan"), fields: vec![Field::Indicator(Some("no.such".to_owned()))] }]);
    assert_eq!(unknown.review[0].lost, Some(Lost::Indicator));
}

#[test]
fn a_section_can_be_given_to_another_region() {
    let change = |name: &str| {
        analysis(REPORT, vec![Change::Region { section: at("Jilin Province"), name: name.to_owned() }]).sections[1].region.clone()
    };
    assert_eq!((change("Liaoning").name.as_str(), change("Liaoning").code.as_deref()), ("Liaoning", Some("CN-LN")));
    assert_eq!((change("Far North").name.as_str(), change("Far North").code), ("Far North", None));
}

#[test]
fn answers_stay_with_their_finding() {
    let answer = Answered { answer: Answer::Explained, note: "a rounding of the centre's share".to_owned() };
    let figures = ["600 million yuan", "250 million yuan", "340 million yuan"].map(at).to_vec();
    let change = Change::Answer { rule: "sum".to_owned(), figures, answer: Some(answer.clone()) };
    let answered = analysis(REPORT, vec![change.clone()]);
    assert_eq!(answered.findings.iter().find(|f| f.rule == "sum").unwrap().answer, Some(answer));
    let gone = analysis(REPORT, vec![Change::Reject { at: at("250 million yuan") }, change]);
    assert_eq!(gone.review[1].lost, Some(Lost::Finding));
}

#[test]
fn corrections_follow_their_passages_into_another_edition() {
    let edition = REPORT.replace("Hebei Province\n\n", "Anhui Province\n\nFunds\n\nIn 2012, 7 counties took part.\n\nHebei Province\n\n");
    let change = Change::Correct { at: at("340 million yuan"), fields: vec![value("350 million")] };
    let moved = analysis(&edition, vec![change.clone()]);
    assert_eq!(figure(&moved, "340 million yuan").review, Some(Reviewed::Corrected));
    let without = analysis(&REPORT.replace("340 million", "341 million"), vec![change]);
    assert_eq!(without.review[0].lost, Some(Lost::Passage));
}
