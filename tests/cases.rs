//! Case tables: one sentence or paragraph, every figure that a reader sees in it, and why the case is there.
//!
//! `tests/cases/README.md` describes the format. A field that a figure leaves out has its default (kind level, year 2020, no hedge, no
//! denominator, no link), so each case says everything about its figures but the counted noun. A case with `known_gap` must still fail:
//! whoever mends it deletes the line.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use provenance::analysis::{Amount, Analysis, Kind, Modifier, Problem, Quantity, Scope, Unit};
use provenance::analyze::{Options, analyze};
use provenance::ingest::SourceText;
use rust_decimal::Decimal;
use serde::Deserialize;

/// The year that every case's report is about.
const YEAR: i32 = 2020;

/// Decimal places to which values are compared; thirds and the like have no end.
const PLACES: u32 = 6;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    why: String,
    text: String,
    quantities: Vec<Expected>,
    #[serde(default)]
    excluded: Vec<Excluded>,
    known_gap: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    text: String,
    value: Option<Value>,
    low: Option<Value>,
    high: Option<Value>,
    unit: String,
    noun: Option<String>,
    per: Option<String>,
    modifier: Option<Modifier>,
    #[serde(default)]
    kind: Kind,
    year: Option<i32>,
    scope: Option<Scope>,
    of: Option<u32>,
    base: Option<u32>,
    #[serde(default)]
    problems: Vec<Problem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Excluded {
    text: String,
    rule: String,
}

/// A number as TOML writes it; a string where binary floating point would lose digits.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum Value {
    Whole(i64),
    Float(f64),
    Exact(String),
}

impl Value {
    fn decimal(&self) -> Decimal {
        let printed = match self {
            Self::Whole(v) => v.to_string(),
            Self::Float(v) => v.to_string(),
            Self::Exact(v) => v.clone(),
        };
        printed.parse::<Decimal>().unwrap().round_dp(PLACES)
    }
}

impl Expected {
    fn amount(&self) -> Amount {
        match (&self.value, &self.low, &self.high) {
            (Some(value), None, None) => Amount::One(value.decimal()),
            (None, Some(low), Some(high)) => Amount::Range(low.decimal(), high.decimal()),
            (None, None, None) => Amount::Unread,
            _ => panic!("{:?} has either a value, or low and high", self.text),
        }
    }

    /// What `found` has that was not expected, a line for each field.
    fn differences(&self, found: &Quantity) -> Vec<String> {
        let mut out = Vec::new();
        let mut compare = |field: &str, expected: String, found: String| {
            if expected != found {
                out.push(format!("{:?}: {field} is {found}, expected {expected}", self.text));
            }
        };
        compare("text", self.text.clone(), found.text.clone());
        compare("amount", shown(self.amount()), shown(rounded(found.amount)));
        compare("unit", self.unit.clone(), found.unit.code().to_owned());
        compare("per", format!("{:?}", self.per), format!("{:?}", found.per));
        compare("modifier", format!("{:?}", self.modifier), format!("{:?}", found.modifier));
        compare("kind", format!("{:?}", self.kind), format!("{:?}", found.kind));
        compare("year", format!("{:?}", self.year.or(Some(YEAR))), format!("{:?}", found.year));
        compare("of", format!("{:?}", self.of), format!("{:?}", found.of));
        compare("base", format!("{:?}", self.base), format!("{:?}", found.base));
        compare("problems", format!("{:?}", self.problems), format!("{:?}", found.problems));
        if self.noun.is_some() {
            compare("noun", format!("{:?}", self.noun), format!("{:?}", found.noun));
        }
        if self.scope.is_some() {
            compare("scope", format!("{:?}", self.scope), format!("{:?}", Some(found.scope)));
        }
        out
    }
}

fn rounded(amount: Amount) -> Amount {
    match amount {
        Amount::One(v) => Amount::One(v.round_dp(PLACES)),
        Amount::Range(low, high) => Amount::Range(low.round_dp(PLACES), high.round_dp(PLACES)),
        Amount::Unread => Amount::Unread,
    }
}

fn shown(amount: Amount) -> String {
    match amount {
        Amount::One(v) => v.normalize().to_string(),
        Amount::Range(low, high) => format!("{}..{}", low.normalize(), high.normalize()),
        Amount::Unread => "unread".to_owned(),
    }
}

fn read(text: &str) -> Analysis {
    let source = SourceText { name: "case.txt".into(), media_type: "text/plain".into(), text: text.to_owned(), ..SourceText::default() };
    analyze(&source, &Options { year: Some(YEAR), ..Options::default() }, &mut |_| ())
}

/// Everything in which the analysis of a case differs from what it expects.
fn differences(case: &Case) -> Vec<String> {
    assert!(case.quantities.iter().all(|q| Unit::from_code(&q.unit).is_some()), "a unit of {:?} has no such code", case.text);
    let analysis = read(&case.text);
    let found: Vec<&str> = analysis.quantities.iter().map(|q| q.text.as_str()).collect();
    let expected: Vec<&str> = case.quantities.iter().map(|q| q.text.as_str()).collect();
    let mut out = if found.len() == expected.len() {
        case.quantities.iter().zip(&analysis.quantities).flat_map(|(expected, found)| expected.differences(found)).collect()
    } else {
        vec![format!("the figures are {found:?}, expected {expected:?}")]
    };
    for excluded in &case.excluded {
        let is_it = |e: &provenance::analysis::Exclusion| {
            e.rule == excluded.rule && analysis.document.text.get(e.start as usize..e.end as usize) == Some(excluded.text.as_str())
        };
        if !analysis.exclusions.iter().any(is_it) {
            out.push(format!("{:?} is not excluded as {}: {:?}", excluded.text, excluded.rule, excluded_texts(&analysis)));
        }
    }
    out
}

fn excluded_texts(analysis: &Analysis) -> Vec<(&str, &str)> {
    let text = &analysis.document.text;
    analysis.exclusions.iter().map(|e| (text.get(e.start as usize..e.end as usize).unwrap_or("?"), e.rule.as_ref())).collect()
}

/// Whether a case holds as the table says, and if not a report of it.
fn complaint(case: &Case) -> Option<String> {
    let differences = differences(case);
    match (&case.known_gap, differences.is_empty()) {
        (None, true) | (Some(_), false) => None,
        (None, false) => Some(format!("{}\n  because {}\n  {}", case.text.trim(), case.why, differences.join("\n  "))),
        (Some(gap), true) => Some(format!("{}\n  is read now: delete its known_gap ({gap})", case.text.trim())),
    }
}

/// Reads every case of a table and reports all that do not hold at once.
#[track_caller]
fn assert_table(name: &str) {
    let table = std::fs::read_to_string(format!("{}/tests/cases/{name}.toml", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let cases = toml::from_str::<Table>(&table).unwrap_or_else(|e| panic!("{name}: {e}")).case;
    assert!(cases.iter().all(|c| !c.why.is_empty()), "{name}: each case says why it is there");
    let complaints: Vec<String> = cases.iter().filter_map(complaint).collect();
    let gaps = cases.iter().filter(|c| c.known_gap.is_some()).count();
    eprintln!("{name}: {} cases, {gaps} known gaps", cases.len());
    assert!(complaints.is_empty(), "{name}: {} of {} cases do not hold\n\n{}\n", complaints.len(), cases.len(), complaints.join("\n\n"));
}

macro_rules! tables {
    ($($name:ident),* $(,)?) => {
        $(#[test] fn $name() {
            assert_table(stringify!($name));
        })*
    };
}

tables!(
    numbers, units, money, words, exclusions, labels, nouns, hedges, ranges, kinds, parts, bases, relations, years, per, scopes, tables
);

/// The helper itself: it must see every field, or the tables hold nothing.
#[test]
fn a_case_that_differs_in_any_field_is_reported() {
    let table = |figure: &str, rest: &str| {
        let text = format!("[[case]]\nwhy = 'w'\ntext = 'About 5 km of road was built.'\nquantities = [{figure}]\n{rest}");
        toml::from_str::<Table>(&text).unwrap().case.remove(0)
    };
    let right = "{ text = '5 km', value = 5, unit = 'km', modifier = 'about' }";
    assert_eq!(complaint(&table(right, "")), None);
    for (from, to, field) in [
        ("'5 km'", "'5'", "text"),
        ("value = 5", "value = 6", "amount"),
        ("value = 5", "low = 5, high = 6", "amount"),
        ("'km'", "'m'", "unit"),
        ("'about'", "'over'", "modifier"),
        (" }", ", kind = 'change' }", "kind"),
        (" }", ", per = 'year' }", "per"),
        (" }", ", year = 2019 }", "year"),
        (" }", ", of = 0 }", "of"),
        (" }", ", base = 0 }", "base"),
        (" }", ", noun = 'road' }", "noun"),
        (" }", ", scope = 'part' }", "scope"),
        (" }", ", problems = ['malformed'] }", "problems"),
    ] {
        let complaint = complaint(&table(&right.replace(from, to), ""));
        assert!(complaint.as_ref().is_some_and(|c| c.contains(&format!(": {field} is "))), "{field}: {complaint:?}");
    }
    assert!(complaint(&table("", "")).is_some_and(|c| c.contains("expected []")));
    assert!(complaint(&table(right, "excluded = [{ text = '5', rule = 'year' }]")).is_some_and(|c| c.contains("not excluded")));
    assert!(complaint(&table(right, "known_gap = 'g'")).is_some_and(|c| c.contains("delete its known_gap")));
    assert_eq!(complaint(&table("", "known_gap = 'g'")), None);
}
