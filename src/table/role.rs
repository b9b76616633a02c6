//! What a row or column of a table is by its label: one of the things that the table sets out, their total, how they changed.

use super::cell::is_year_alone;
use crate::text::Span;

/// What a row or column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    /// One of the things set out.
    #[default]
    Plain,
    /// All of them together.
    Total,
    /// How they changed.
    Change,
    /// What a thing has of the whole, an average, a part of the row above: no member of a sum.
    Aside,
    /// The heading of a group of rows.
    Group,
}

const TOTAL: &[&str] = &["total", "totals", "subtotal", "sum", "all", "overall", "altogether"];
const BESIDE_TOTAL: &[&str] =
    &["grand", "sub", "both", "sexes", "of", "the", "in", "regions", "districts", "provinces", "counties", "countries"];
const CHANGE: &[&str] = &["change", "changes", "difference", "variation", "growth", "increase", "decrease", "diff", "var", "δ"];
const BESIDE_CHANGE: &[&str] = &[
    "in", "on", "annual", "year", "yoy", "absolute", "net", "rate", "percent", "pct", "points", "point", "pp", "per", "cent", "from", "to",
    "since", "previous", "over", "versus", "vs",
];
const SHARE: &[&str] = &["share", "percent", "percentage", "proportion", "pct"];
const BESIDE_SHARE: &[&str] = &["of", "total", "the", "in", "per", "cent", "whole", "all"];
const MEAN: &[&str] = &["average", "mean", "median", "averages"];
const LABELS: &[&str] = &[
    "region",
    "district",
    "province",
    "county",
    "country",
    "state",
    "indicator",
    "indicators",
    "item",
    "items",
    "level",
    "year",
    "category",
    "name",
    "area",
    "municipality",
    "city",
    "sector",
    "type",
    "group",
    "measure",
    "description",
    "programme",
    "program",
    "department",
    "division",
    "village",
    "ward",
    "station",
];

impl Role {
    /// The role of a row.
    pub(super) fn of_row(text: &str, cells: &[Span]) -> Self {
        let Some(label) = cells.first() else { return Self::Plain };
        if cells.iter().skip(1).all(|cell| cell.is_empty()) {
            return Self::Group;
        }
        let words = words(label.of(text));
        let mut opening = words.iter().map(String::as_str);
        let part =
            matches!((opening.next(), opening.next()), (Some("of"), Some("which" | "whom" | "them")) | (Some("including" | "incl"), _));
        if part || is_one_of(&words, MEAN) {
            return Self::Aside;
        }
        // "Total, six districts"
        let total =
            matches!(words.first().map(String::as_str), Some("total" | "totals" | "subtotal")) || is_made_of(&words, TOTAL, BESIDE_TOTAL);
        if total { Self::Total } else { Self::Plain }
    }

    /// The role of a column with these headings, one below the other.
    pub(super) fn of_column(text: &str, heads: impl Iterator<Item = Span>) -> Self {
        let (mut said, mut signs) = (Vec::new(), false);
        for head in heads {
            signs |= head.of(text).contains('%');
            said.extend(words(head.of(text)));
        }
        let dated = said.iter().any(|word| is_year_alone(word));
        said.retain(|word| !word.bytes().all(|b| b.is_ascii_digit()));
        if is_made_of(&said, CHANGE, BESIDE_CHANGE) {
            Self::Change
        } else if is_made_of(&said, TOTAL, BESIDE_TOTAL) && !signs {
            Self::Total
        } else if is_made_of(&said, SHARE, BESIDE_SHARE)
            || signs && !dated && said.iter().all(|word| BESIDE_SHARE.contains(&word.as_str()))
            || is_one_of(&said, MEAN)
        {
            Self::Aside
        } else {
            Self::Plain
        }
    }

    /// Whether a heading stands above the labels of rows ("Region", "Indicator").
    pub(super) fn heads_labels(head: &str) -> bool {
        let words = words(head);
        matches!(words.as_slice(), [word] if LABELS.contains(&word.as_str()))
    }
}

fn words(label: &str) -> Vec<String> {
    let word = |word: &str| word.chars().flat_map(char::to_lowercase).collect();
    label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(word).collect()
}

fn is_one_of(words: &[String], all: &[&str]) -> bool {
    words.iter().any(|word| all.contains(&word.as_str()))
}

/// Whether a label is made of words of one meaning, and of those that stand beside them.
fn is_made_of(words: &[String], of: &[&str], beside: &[&str]) -> bool {
    is_one_of(words, of) && words.iter().all(|word| of.contains(&word.as_str()) || beside.contains(&word.as_str()))
}
