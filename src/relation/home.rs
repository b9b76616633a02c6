//! Whether a word names the section's own region.

use super::Context;

/// What a section is about.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a> {
    /// Its region's name, or the title of a report without regions.
    pub name: &'a str,
    /// Whether it is a whole report without regions, in which any country's parts may be spoken of.
    pub whole: bool,
}

impl Context<'_> {
    /// Whether the word at token `t` closes the name of the section's own region.
    pub fn names_region(&self, t: usize) -> bool {
        !self.region.is_empty() && self.read.str(t) == self.region
    }

    /// Whether the token begins with the name of the section's own region, as the adjective made from it does.
    pub fn is_of_region(&self, t: usize) -> bool {
        !self.region.is_empty() && self.read.str(t).starts_with(self.region)
    }

    /// Whether the token is one of the words that name the section's own region, in whatever case. Where two names make the region ("Hill and
    /// Dale"), one alone does not.
    pub fn is_of_home(&self, t: usize) -> bool {
        let word = |at: usize| self.home.get(at).copied();
        let same = |own: &str, t: usize| own.eq_ignore_ascii_case(self.read.str(t));
        let Some(at) = self.home.iter().position(|own| same(own, t)) else { return self.is_of_region(t) };
        let second = word(at + 2).filter(|name| word(at + 1) == Some("and") && name.starts_with(char::is_uppercase));
        let first = at.checked_sub(2).and_then(word).filter(|_| word(at - 1) == Some("and"));
        second.is_none_or(|name| same(name, t + 2)) && first.is_none_or(|name| t > 1 && same(name, t - 2))
    }
}
