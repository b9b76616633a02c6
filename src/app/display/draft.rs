//! What is typed into the form of a correction: from a figure to texts and codes, and back to the properties that were changed.

use crate::analysis::{Kind, Modifier, Quantity, Scope, Unit};
use crate::app::report::Report;
use crate::compare::{Scale, plain_figure};
use crate::review::{Anchor, Field, typed_value};

/// Codes of the kinds, as in the analysis.
pub const KINDS: [(&str, Kind); 8] = [
    ("level", Kind::Level),
    ("change", Kind::Change),
    ("growth", Kind::Growth),
    ("share", Kind::Share),
    ("gap", Kind::Gap),
    ("target", Kind::Target),
    ("average", Kind::Average),
    ("ratio", Kind::Ratio),
];

/// Codes of the scopes.
pub const SCOPES: [(&str, Scope); 2] = [("region", Scope::Region), ("part", Scope::Part)];

/// Codes of the hedges; the empty one is none.
pub const MODIFIERS: [(&str, Option<Modifier>); 4] =
    [("", None), ("about", Some(Modifier::About)), ("over", Some(Modifier::Over)), ("under", Some(Modifier::Under))];

/// The fields of the form. All are texts, as controls hold them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Magnitude in base units, or with a scale word.
    pub value: String,
    /// Code of the unit.
    pub unit: String,
    /// What is counted.
    pub noun: String,
    /// The denominator.
    pub per: String,
    /// What is measured.
    pub what: String,
    /// Code of the kind.
    pub kind: String,
    /// Four digits, or empty.
    pub year: String,
    /// Code of the scope.
    pub scope: String,
    /// Code of the hedge.
    pub modifier: String,
    /// Id of the indicator, or empty.
    pub indicator: String,
    /// Id of the total, or empty.
    pub part_of: String,
    /// Id of the qualified figure, or empty.
    pub qualifies: String,
}

/// What is wrong with a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bad {
    /// The value cannot be read.
    Value,
    /// The year is none.
    Year,
}

fn code<T: PartialEq>(table: &[(&'static str, T)], value: &T) -> String {
    table.iter().find(|(_, known)| known == value).map(|(code, _)| (*code).to_owned()).unwrap_or_default()
}

fn coded<T: Copy>(table: &[(&str, T)], code: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == code).map(|(_, value)| *value)
}

impl Draft {
    /// A figure as the form shows it.
    pub fn of(quantity: &Quantity) -> Self {
        let number = |id: Option<u32>| id.map(|id| id.to_string()).unwrap_or_default();
        Self {
            value: plain_figure(quantity.amount, quantity.precision, Scale::One).unwrap_or_default(),
            unit: quantity.unit.code().to_owned(),
            noun: quantity.noun.clone().unwrap_or_default(),
            per: quantity.per.clone().unwrap_or_default(),
            what: quantity.what.clone(),
            kind: code(&KINDS, &quantity.kind),
            year: quantity.year.map(|year| year.to_string()).unwrap_or_default(),
            scope: code(&SCOPES, &quantity.scope),
            modifier: code(&MODIFIERS, &quantity.modifier),
            indicator: quantity.indicator.clone().unwrap_or_default(),
            part_of: number(quantity.of),
            qualifies: number(quantity.base),
        }
    }

    /// The properties in which this form differs from that of a figure: as they are now, and as they were.
    ///
    /// # Errors
    /// Where a changed text is no value or no year.
    pub fn changes(&self, quantity: &Quantity, report: &Report) -> Result<Vec<(Field, Field)>, Bad> {
        let was = Self::of(quantity);
        let mut out = Vec::new();
        if self.value != was.value {
            let typed = typed_value(&self.value).ok_or(Bad::Value)?;
            out.push((
                Field::Value { amount: typed.amount, precision: Some(typed.precision) },
                Field::Value { amount: quantity.amount, precision: quantity.precision },
            ));
        }
        if self.year != was.year {
            out.push((Field::Year(year(&self.year)?), Field::Year(quantity.year)));
        }
        let mut push = |is_new: bool, new: Option<Field>, old: Field| {
            if let Some(new) = new.filter(|_| is_new) {
                out.push((new, old));
            }
        };
        let text = |words: &str| words.trim().to_owned();
        push(self.unit != was.unit, Unit::from_code(&self.unit).map(Field::Unit), Field::Unit(quantity.unit));
        push(text(&self.noun) != was.noun, Some(Field::Noun(text(&self.noun))), Field::Noun(was.noun.clone()));
        push(text(&self.per) != was.per, Some(Field::Per(text(&self.per))), Field::Per(was.per.clone()));
        push(text(&self.what) != was.what, Some(Field::What(text(&self.what))), Field::What(was.what.clone()));
        push(self.kind != was.kind, coded(&KINDS, &self.kind).map(Field::Kind), Field::Kind(quantity.kind));
        push(self.scope != was.scope, coded(&SCOPES, &self.scope).map(Field::Scope), Field::Scope(quantity.scope));
        push(self.modifier != was.modifier, coded(&MODIFIERS, &self.modifier).map(Field::Modifier), Field::Modifier(quantity.modifier));
        let indicator = |id: &str| Some(id.to_owned()).filter(|id| !id.is_empty());
        push(
            self.indicator != was.indicator,
            Some(Field::Indicator(indicator(&self.indicator))),
            Field::Indicator(quantity.indicator.clone()),
        );
        let linked = |id: &str| id.parse().ok().and_then(|id| anchor(report, id));
        push(self.part_of != was.part_of, Some(Field::PartOf(linked(&self.part_of))), Field::PartOf(linked(&was.part_of)));
        push(self.qualifies != was.qualifies, Some(Field::Qualifies(linked(&self.qualifies))), Field::Qualifies(linked(&was.qualifies)));
        Ok(out)
    }
}

fn anchor(report: &Report, id: u32) -> Option<Anchor> {
    report.quantity(id).map(|quantity| Anchor::of(&report.analysis.document.text, quantity.span()))
}

fn year(words: &str) -> Result<Option<i32>, Bad> {
    match words.trim() {
        "" => Ok(None),
        year if year.len() == 4 => year.parse().map(Some).map_err(|_| Bad::Year),
        _ => Err(Bad::Year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Amount;
    use crate::app::report::tests::liaoning;

    #[test]
    fn an_untouched_form_changes_nothing() {
        let report = liaoning();
        for quantity in &report.analysis.quantities {
            assert_eq!(Draft::of(quantity).changes(quantity, &report), Ok(Vec::new()));
        }
    }

    #[test]
    fn only_what_was_changed_is_a_change() {
        let report = liaoning();
        let part = report.quantity(1).unwrap();
        let draft = Draft { value: "40.7 million".to_owned(), year: "2011".to_owned(), part_of: String::new(), ..Draft::of(part) };
        let changes = draft.changes(part, &report).unwrap();
        let new: Vec<&Field> = changes.iter().map(|(new, _)| new).collect();
        let value = Field::Value { amount: Amount::One(40_700_000.into()), precision: Some(5) };
        assert_eq!(new, [&value, &Field::Year(Some(2011)), &Field::PartOf(None)]);
        assert!(matches!(&changes[2].1, Field::PartOf(Some(at)) if at.exact == "573.80 million yuan"));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let report = liaoning();
        let part = report.quantity(1).unwrap();
        let draft = |value: &str, year: &str| Draft { value: value.to_owned(), year: year.to_owned(), ..Draft::of(part) };
        assert_eq!(draft("some", "").changes(part, &report), Err(Bad::Value));
        assert_eq!(draft("12", "last").changes(part, &report), Err(Bad::Year));
        assert_eq!(draft("12", "20122").changes(part, &report), Err(Bad::Year));
    }
}
