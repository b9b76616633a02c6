//! Whether a word names the section's own region.

use super::Context;

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
        let same = |w: &str, t: usize| bare(w).eq_ignore_ascii_case(self.read.str(t));
        let mut words = self.home.split_whitespace().map(Some).chain([None, None]);
        let (mut before, mut word) = ((None, None), words.next().flatten());
        while let Some(own) = word {
            let next = words.next().flatten();
            if same(own, t) {
                let pair = words.clone().next().flatten().filter(|w| next == Some("and") && is_name(w));
                let paired = before.1.filter(|_| before.0 == Some("and"));
                return pair.is_none_or(|w| same(w, t + 2)) && paired.is_none_or(|w| t > 1 && same(w, t - 2));
            }
            before = (Some(own), before.0);
            word = next;
        }
        self.is_of_region(t)
    }
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
