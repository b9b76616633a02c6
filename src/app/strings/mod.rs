//! Every word that the page says, in English and Simplified Chinese: one file an area, both languages side by side.
//!
//! Words of the report itself are never translated. Templates hold `{name}` places that [`fill`] fills.

mod about;
mod audit;
mod charts;
mod compare;
mod corrections;
mod data;
mod define;
mod evidence;
mod links;
mod marks;
mod overview;
mod region;
mod shell;
mod start;
mod words;

pub use about::{About, Chapter};
pub use audit::Audit;
pub use charts::Charts;
pub use compare::Compare;
pub use corrections::Corrections;
pub use data::Data;
pub use define::Define;
pub use evidence::Evidence;
pub use marks::Marks;
pub use overview::Overview;
pub use region::Region;
pub use shell::Shell;
pub use start::Start;
pub use words::Words;

use crate::compare::{Scale, figure};
pub use crate::wording::{Language, fill};
use rust_decimal::Decimal;

impl Language {
    /// Its words.
    pub fn strings(self) -> &'static Strings {
        match self {
            Self::English => &EN,
            Self::Chinese => &ZH,
        }
    }
}

/// All words of one language.
#[derive(Debug)]
pub struct Strings {
    /// The language.
    pub language: Language,
    /// Marks between words that are put together.
    pub marks: Marks,
    /// Masthead, footer, search, dialogs.
    pub shell: Shell,
    /// The start view and the states of reading.
    pub start: Start,
    /// Words for domain values: verdicts, kinds, units, programmes.
    pub words: Words,
    /// The overview.
    pub overview: Overview,
    /// Region and report views.
    pub region: Region,
    /// The evidence panel.
    pub evidence: Evidence,
    /// The comparison table.
    pub compare: Compare,
    /// Around the charts.
    pub charts: Charts,
    /// Around the reader's corrections.
    pub corrections: Corrections,
    /// The data view.
    pub data: Data,
    /// Around the indicators that the reader defines.
    pub define: Define,
    /// The audit.
    pub audit: Audit,
    /// The about view and the list of shortcuts.
    pub about: About,
}

const EN: Strings = Strings {
    language: Language::English,
    marks: marks::EN,
    shell: shell::EN,
    start: start::EN,
    words: words::EN,
    overview: overview::EN,
    region: region::EN,
    evidence: evidence::EN,
    compare: compare::EN,
    charts: charts::EN,
    corrections: corrections::EN,
    data: data::EN,
    define: define::EN,
    audit: audit::EN,
    about: about::EN,
};

const ZH: Strings = Strings {
    language: Language::Chinese,
    marks: marks::ZH,
    shell: shell::ZH,
    start: start::ZH,
    words: words::ZH,
    overview: overview::ZH,
    region: region::ZH,
    evidence: evidence::ZH,
    compare: compare::ZH,
    charts: charts::ZH,
    corrections: corrections::ZH,
    data: data::ZH,
    define: define::ZH,
    audit: audit::ZH,
    about: about::ZH,
};

/// A noun with its number: "1 figure", "3,033 figures". Both forms hold `{n}`.
#[derive(Debug, Clone, Copy)]
pub struct Counted {
    /// For exactly one.
    pub one: &'static str,
    /// For any other number.
    pub many: &'static str,
}

impl Counted {
    /// The form for `n`, with the number in it.
    pub fn of(&self, n: usize) -> String {
        fill(if n == 1 { self.one } else { self.many }, &[("n", &grouped(n))])
    }
}

/// A count with its digits in groups of three.
pub fn grouped(n: usize) -> String {
    figure(Decimal::from(n), Some(0), Scale::One).text()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many() {
        assert_eq!(EN.words.figures.of(1), "1 figure");
        assert_eq!(EN.words.figures.of(3033), "3,033 figures");
        assert_eq!(EN.words.figures.of(0), "0 figures");
    }

    #[test]
    fn each_language_has_its_own_words() {
        for language in [Language::English, Language::Chinese] {
            assert_eq!(language.strings().language, language);
        }
    }
}
