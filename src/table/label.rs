//! What a heading or label says of the figures that it stands above or in front of: a year, a unit and a name.

use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use crate::quantity::{HeadUnit, Noun, head_unit, is_plural, years_at};
use crate::text::Span;
use std::ops::Range;

/// What a label says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Label {
    /// Its words without year and unit.
    pub(super) name: String,
    /// What it counts.
    pub(super) noun: Option<Noun>,
    pub(super) unit: Option<HeadUnit>,
    pub(super) year: Option<i32>,
    /// Whether it speaks of what is planned.
    pub(super) planned: bool,
    /// Whether it heads a table of contents.
    pub(super) contents: bool,
}

/// Words for what is planned.
const PLANS: &[&str] = &["Target", "target", "Targets", "targets", "Planned", "planned", "Plan", "Goal", "goal"];

/// A name has at most this many words.
const LONGEST_NAME: usize = 12;

impl Label {
    /// Reads a label of a text by itself, since its neighbours are no words behind it; places of tokens are those in `read`.
    pub(super) fn of(read: &ReadText, span: Span) -> Self {
        let mut label = Self::default();
        if span.is_empty() {
            return label;
        }
        let own = ReadText::new(read.text, span, read.pack);
        let mut named: Vec<usize> = Vec::with_capacity(own.tokens.len());
        let mut at = 0;
        while at < own.tokens.len() {
            if let Some(years) = years_at(&own, at).filter(|years| years.after <= own.tokens.len()) {
                label.year = years.dates().or(label.year);
                at = years.after;
            } else {
                named.push(at);
                at += 1;
            }
        }
        label.planned = named.iter().any(|t| PLANS.contains(&own.str(*t)));
        label.take_unit(&own, &mut named);
        if label.year.is_some() && named.iter().all(|t| dates(&own, *t)) {
            named.clear();
        }
        let place = |t: usize| own.tokens.get(t).map_or(0, |token| tokens_of(read, token.span).start);
        label.noun = counted(&own, &named).map(|noun| Noun { first: place(noun.first), head: place(noun.head) });
        label.name = words(&own, &named);
        if let Some(unit) = label.unit.as_mut().filter(|unit| !unit.money.is_empty()) {
            unit.money = place(unit.money.start)..place(unit.money.end - 1) + 1;
        }
        label
    }

    /// Several labels one below the other, as one.
    pub(super) fn below(self, other: Self) -> Self {
        let name = match (self.name.as_str(), other.name.as_str()) {
            ("", _) => other.name,
            (_, "") => self.name,
            (above, below) => format!("{above}, {below}"),
        };
        Self {
            name,
            noun: other.noun.or(self.noun),
            unit: other.unit.or(self.unit),
            year: other.year.or(self.year),
            planned: self.planned || other.planned,
            contents: false,
        }
    }

    /// Takes the unit out of the tokens of a label: in brackets, behind a comma or "in", or all that it says.
    fn take_unit(&mut self, read: &ReadText, named: &mut Vec<usize>) {
        let open = named.iter().rposition(|t| read.is_mark(*t, '(') || read.is_mark(*t, '['));
        let close = open.and_then(|open| {
            let closes = |t: &usize| read.is_mark(*t, ')') || read.is_mark(*t, ']');
            named.get(open..)?.iter().position(closes).map(|at| open + at)
        });
        if let Some((open, close)) = open.zip(close) {
            let inside = range(named.get(open + 1..close));
            // "(2021)", whose year is read.
            if close == open + 1 {
                named.drain(open..=close);
            } else if let Some(unit) = inside.and_then(|inside| head_unit(read, inside)) {
                self.unit = Some(unit);
                named.drain(open..=close);
            }
        }
        if self.unit.is_some() {
            return;
        }
        let from = |at: usize, named: &[usize]| range(named.get(at..)).and_then(|tail| head_unit(read, tail));
        let parts = |t: &usize| read.is_mark(*t, ',') || matches!(read.str(*t), "in" | "per");
        if let Some(at) = named.iter().rposition(parts).filter(|at| *at > 0) {
            let skip = usize::from(read.str(named.get(at).copied().unwrap_or_default()) != "per");
            self.unit = from(at + skip, named).filter(|unit| unit.unit.is_some_and(|unit| !unit.is_counted()) || unit.per.is_some());
            if self.unit.is_some() {
                named.truncate(at);
                return;
            }
        }
        self.unit = from(0, named).filter(|unit| unit.unit.is_some_and(|unit| !unit.is_counted()));
        if self.unit.is_some() {
            named.clear();
        }
    }
}

/// The tokens of a place.
pub(super) fn tokens_of(read: &ReadText, span: Span) -> Range<usize> {
    let first = read.tokens.partition_point(|t| t.span.start < span.start);
    first..read.tokens.partition_point(|t| t.span.start < span.end)
}

/// Tokens that follow each other as a range.
fn range(tokens: Option<&[usize]>) -> Option<Range<usize>> {
    let (first, last) = (*tokens?.first()?, *tokens?.last()?);
    (last - first + 1 == tokens?.len()).then_some(first..last + 1)
}

/// Whether a word only says when: "FY", "December", "as of".
fn dates(read: &ReadText, at: usize) -> bool {
    !read.is_word(at)
        || read.word_is(at, Class::MONTH | Class::PREPOSITION)
        || matches!(
            read.str(at),
            "FY" | "fy" | "Year" | "year" | "fiscal" | "Fiscal" | "financial" | "Financial" | "end" | "End" | "as" | "As" | "at"
        )
}

/// The noun that a label counts: the last plural in front of what is said of it ("Households in need", "Number of schools").
fn counted(read: &ReadText, named: &[usize]) -> Option<Noun> {
    let number = |t: &usize| matches!(read.str(*t), "Number" | "number" | "No" | "Nos" | "Total" | "total" | "of" | "." | "All");
    let skipped = named.iter().take_while(|t| number(t)).count();
    let rest = named.get(skipped..)?;
    let ends = |t: &usize| {
        !read.is_word(*t) || read.word_is(*t, Class::PREPOSITION | Class::PRONOUN) || matches!(read.str(*t), "who" | "that" | "with")
    };
    let phrase = rest.get(..rest.iter().position(ends).unwrap_or(rest.len()))?;
    let (first, head) = (*phrase.first()?, *phrase.last()?);
    // Persons at a label's end, whatever the next cell begins with.
    (read.word_is(head, Class::PEOPLE) || is_plural(read, head)).then_some(Noun { first, head })
}

/// Tokens as text.
fn words(read: &ReadText, named: &[usize]) -> String {
    let mut name = String::new();
    let mut left = LONGEST_NAME;
    for at in named {
        let Some(token) = read.tokens.get(*at) else { continue };
        if token.spaced && !name.is_empty() {
            left -= 1;
            if left == 0 {
                break;
            }
            name.push(' ');
        }
        name.push_str(read.str(*at));
    }
    let end = name.trim_end_matches([':', ',', ';', '-', '–', '—', ' ', '*']).len();
    name.truncate(end);
    name.trim_start_matches(['-', '–', '—', ',', ' ', '*', '•']).to_owned()
}

/// The unit of figures with a heading above and a label in front: that of the heading; where one tells a scale alone, with the unit of the other.
pub(super) fn unit_of(column: Option<&HeadUnit>, row: Option<&HeadUnit>) -> HeadUnit {
    let (Some(column), Some(row)) = (column, row) else { return column.or(row).cloned().unwrap_or_default() };
    let both = column.unit.is_some_and(|unit| unit != Unit::Count) && row.unit.is_some();
    HeadUnit {
        unit: column.unit.filter(|unit| *unit != Unit::Count || row.unit.is_none()).or(row.unit),
        power: if both { column.power } else { column.power + row.power },
        per: column.per.clone().or_else(|| row.per.clone()),
        ..HeadUnit::default()
    }
}
