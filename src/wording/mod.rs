//! Every sentence that the core says, in English and Simplified Chinese, both side by side: what the audit found, why a figure fills a cell,
//! what an indicator is. From a sentence's name and the values in it, to words in the language that [`crate::analyze::Options`] asks for.
//!
//! Words of the report itself are never translated: in Chinese they stand in quotation marks. The page's own words are in `app::strings`, those
//! of the charts in [`crate::chart`].

pub(crate) mod audit;
pub mod catalogue;
pub(crate) mod comparison;
mod date;
mod figure;
mod number;
pub(crate) mod page;
pub mod rules;
pub(crate) mod table;

pub use date::date;
pub use figure::{figure, region_name, section_name, unit_of_figure};
pub use number::{ChineseScale, chinese_bounds, chinese_counted, chinese_things, chinese_unit, denominator, grouped};

use serde::{Deserialize, Serialize};

/// A language that words can be had in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    Chinese,
}

impl Language {
    /// BCP 47 tag, as `lang` attributes and the stored setting have it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }

    /// The language of a tag; English for all that is not Chinese.
    pub fn from_tag(tag: &str) -> Self {
        if tag.to_ascii_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }
}

/// A sentence in both languages, with `{name}` places for values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    en: &'static str,
    zh: &'static str,
}

impl Sentence {
    /// Its words in a language, places and all.
    pub fn of(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.en,
            Language::Chinese => self.zh,
        }
    }

    /// The sentence with its places filled.
    pub fn say(&self, language: Language, values: &[(&str, &str)]) -> String {
        fill(self.of(language), values)
    }
}

/// Puts values into the `{name}` places of a template. A place without a value stays as it is, so that a test sees it. Chinese has no blank
/// between two of its characters: one beside a place is left out where the value turns out to begin or end with such.
///
/// ```
/// use provenance::wording::fill;
/// assert_eq!(fill("{n} of {of}", &[("n", "3"), ("of", "29")]), "3 of 29");
/// assert_eq!(fill("共 {n} 个", &[("n", "3")]), "共 3 个");
/// assert_eq!(fill("共 {n} 个", &[("n", "三")]), "共三个");
/// ```
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        rest = tail;
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => {
                if value.starts_with(is_chinese) && out.strip_suffix(' ').is_some_and(|before| before.ends_with(is_chinese)) {
                    out.pop();
                }
                out.push_str(value);
                let blank = rest.strip_prefix(' ').filter(|behind| out.ends_with(is_chinese) && behind.starts_with(is_chinese));
                rest = blank.unwrap_or(rest);
            }
            None => out.extend(["{", name, "}"]),
        }
    }
    out.push_str(rest);
    out
}

/// Chinese characters, and marks as wide as they are.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}' | '\u{201c}' | '\u{201d}')
}

/// Declares sentences: `NAME: "English", "Chinese";`, and the list of them that the tests go through.
macro_rules! sentences {
    ($($(#[$note:meta])* $name:ident: $en:literal, $zh:literal;)*) => {
        $($(#[$note])* pub(crate) static $name: $crate::wording::Sentence = $crate::wording::Sentence { en: $en, zh: $zh };)*

        #[cfg(test)]
        pub(super) const ALL: &[(&str, &$crate::wording::Sentence)] = &[$((stringify!($name), &$name)),*];
    };
}
use sentences;

#[cfg(test)]
mod tests;
