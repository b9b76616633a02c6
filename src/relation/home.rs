//! Whether a word names the section's own region.

use super::Context;
use crate::text::lowered;
use rust_decimal::Decimal;

/// What a section is about.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a> {
    /// Its region's name, or the title of a report without regions.
    pub name: &'a str,
    /// Whether it is a whole report without regions, in which any country's parts may be spoken of.
    pub whole: bool,
}

/// Whether two words differ in nothing but capitals: "CEARÁ" and "Ceará", "İZMİR" and "İzmir".
fn is_same(one: &str, other: &str) -> bool {
    // The dot over the capital İ, which takes two bytes, is that of the small i.
    let lower = |word: &str| word.chars().flat_map(char::to_lowercase).filter(|c| *c != '\u{307}').collect::<String>();
    let close = || one.len().abs_diff(other.len()) <= DOTS;
    one.eq_ignore_ascii_case(other) || !one.is_ascii() && close() && lower(one) == lower(other)
}

/// Capitals with a dot of their own in a name, at most.
const DOTS: usize = 3;

impl Context<'_> {
    /// Whether the word at token `t` closes the name of the section's own region.
    pub fn names_region(&self, t: usize) -> bool {
        !self.region.is_empty() && self.read.str(t) == self.region
    }

    /// Whether the token begins with the name of the section's own region, as the adjective made from it does.
    pub fn is_of_region(&self, t: usize) -> bool {
        !self.region.is_empty() && self.read.str(t).starts_with(self.region)
    }

    /// "Lane County" in the section on Lane County: whether the kind of place at token `t` stands behind its name as it does in the region's.
    pub fn names_home(&self, t: usize) -> bool {
        let (Some(name), kind) = (t.checked_sub(1), self.read.str(t)) else { return false };
        let mut pairs = self.home.iter().zip(self.home.iter().skip(1));
        pairs.any(|(first, second)| is_same(first, self.read.str(name)) && is_same(second, kind))
    }

    /// "the two counties" in the section on Hill and Dale Counties: whether so many places are all that the region's name holds.
    pub fn makes_home(&self, places: Decimal) -> bool {
        let several = |word: &&str| {
            lowered(word, |word| {
                matches!(word, "counties" | "districts" | "provinces" | "cities" | "towns" | "parishes" | "islands" | "regions" | "states")
            })
        };
        places == Decimal::TWO && self.home.iter().any(several) && self.home.iter().filter(|word| **word == "and").count() == 1
    }

    /// Whether the token is one of the words that name the section's own region, in whatever case. Where two names make the region ("Hill and
    /// Dale"), one alone does not.
    pub fn is_of_home(&self, t: usize) -> bool {
        let word = |at: usize| self.home.get(at).copied();
        let same = |own: &str, t: usize| is_same(own, self.read.str(t));
        let Some(at) = self.home.iter().position(|own| same(own, t)) else { return self.is_of_region(t) };
        let second = word(at + 2).filter(|name| word(at + 1) == Some("and") && name.starts_with(char::is_uppercase));
        let first = at.checked_sub(2).and_then(word).filter(|_| word(at - 1) == Some("and"));
        second.is_none_or(|name| same(name, t + 2)) && first.is_none_or(|name| t > 1 && same(name, t - 2))
    }
}
