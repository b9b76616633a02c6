//! Lines put together again: words broken at a line's end become whole, compounds keep their hyphen.

use super::normal;
use rustc_hash::FxHashSet;

/// The words of a document as its lines have them unbroken; they tell what a broken word is.
#[derive(Debug, Default)]
pub(super) struct Words {
    whole: FxHashSet<String>,
    /// Broken words whose parts stand elsewhere as one word, and with a hyphen.
    joined: usize,
    hyphenated: usize,
}

impl Words {
    /// Collects the words of all lines, in the order of the document.
    pub(super) fn of(lines: &[String]) -> Self {
        let mut all = Self::default();
        let mut is_broken = false;
        for line in lines {
            // Behind a hyphen stands the rest of a word, which may be none.
            let mut words = line.split_whitespace().skip(usize::from(is_broken)).peekable();
            is_broken = line.ends_with(['-', '\u{ad}']);
            while let Some(word) = words.next() {
                if words.peek().is_some() || broken_end(word).is_none() {
                    all.whole.insert(key(word));
                }
            }
        }
        for pair in lines.windows(2) {
            if let [line, next] = pair
                && let Some((first, second)) = parts(line, next)
            {
                all.joined += usize::from(all.whole.contains(&key(&format!("{first}{second}"))));
                all.hyphenated += usize::from(all.whole.contains(&key(&format!("{first}-{second}"))));
            }
        }
        all
    }

    /// Whether the hyphen between two parts of a word belongs to it.
    fn keeps_hyphen(&self, first: &str, second: &str) -> bool {
        if self.whole.contains(&key(&format!("{first}-{second}"))) {
            return true;
        }
        let (joined, apart) = (self.whole.contains(&key(&format!("{first}{second}"))), [first, second]);
        // Two words that the document has by themselves are a compound: "poverty-alleviation", not "pro-gramme".
        if !joined && apart.iter().all(|part| part.len() > 2 && self.whole.contains(&key(part))) {
            return true;
        }
        // A document that breaks no words ends lines only at hyphens that are there anyway.
        !joined && self.hyphenated > 0 && self.joined == 0
    }

    /// Adds a line to the text before it.
    pub(super) fn append(&self, text: &mut String, line: &str) {
        let (last, first) = (text.chars().next_back(), line.chars().next());
        if text.is_empty() || normal::stick(last, first) {
            text.push_str(line);
            return;
        }
        let starts_lower = first.is_some_and(char::is_lowercase);
        if last == Some('\u{ad}') {
            text.pop();
        } else if let Some((first, second)) = parts(text, line).filter(|_| starts_lower) {
            if !self.keeps_hyphen(first, second) {
                text.pop();
            }
        } else if !ends_compound(text, line) {
            text.push(' ');
        }
        text.push_str(line);
    }
}

/// Words before which a hyphen is left hanging ("short- and long-term").
const HANGING: &[&str] = &["and", "or", "to", "und", "et", "y"];

/// The parts of a word that is broken with a hyphen between two lines: letters stand on both sides.
fn parts<'a>(line: &'a str, next: &'a str) -> Option<(&'a str, &'a str)> {
    let first = broken_end(line.split_whitespace().next_back()?)?;
    let second = next.split_whitespace().next()?;
    let letters = second.trim_end_matches(|c: char| !c.is_alphanumeric());
    (letters.starts_with(char::is_alphabetic) && !HANGING.contains(&letters)).then_some((first, letters))
}

/// What stands before the hyphen at a word's end, where that is a letter.
fn broken_end(word: &str) -> Option<&str> {
    word.strip_suffix(['-', '\u{ad}']).filter(|first| first.ends_with(char::is_alphabetic))
}

/// Whether a line ends within a compound that keeps its hyphen or dash: "2011-" and "2012", "Sino-" and "American", "10-" and "year".
fn ends_compound(text: &str, next: &str) -> bool {
    let mut back = text.chars().rev();
    let (mark, before) = (back.next(), back.next());
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let first = next.chars().next();
    let hangs = next.split_whitespace().next().is_some_and(|word| HANGING.contains(&word));
    match mark {
        Some('-') if is_digit(before) => first.is_some_and(char::is_alphanumeric) && !hangs,
        Some('-') => before.is_some_and(char::is_alphabetic) && first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()),
        Some('–') => is_digit(before) && is_digit(first),
        Some('—') => before.is_some_and(|c| !c.is_whitespace()),
        _ => false,
    }
}

fn key(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> String {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let words = Words::of(&lines);
        let mut text = String::new();
        for line in &lines {
            words.append(&mut text, line);
        }
        text
    }

    #[test]
    fn broken_words_are_joined_and_known_compounds_keep_their_hyphen() {
        assert_eq!(joined(&["The pro-", "gramme ended"]), "The programme ended");
        assert_eq!(
            joined(&["In a poverty-stricken county", "of poverty-", "stricken people"]),
            "In a poverty-stricken county of poverty-stricken people"
        );
    }

    #[test]
    fn where_no_word_is_broken_every_hyphen_stays() {
        let lines = ["a well-known town", "is well-", "known for its self-", "help groups"];
        assert_eq!(joined(&lines), "a well-known town is well-known for its self-help groups");
        let broken = ["programme a well-known town", "is well-", "known for its pro-", "gramme of self-", "help groups"];
        assert_eq!(joined(&broken), "programme a well-known town is well-known for its programme of selfhelp groups");
    }

    #[test]
    fn names_numbers_and_hanging_hyphens_are_no_broken_words() {
        assert_eq!(joined(&["the Sino-", "American plan"]), "the Sino-American plan");
        assert_eq!(joined(&["in 2011-", "2012 and a 10-", "12 year"]), "in 2011-2012 and a 10-12 year");
        assert_eq!(joined(&["a 10-", "year plan"]), "a 10-year plan");
        assert_eq!(joined(&["short-", "and long-term"]), "short- and long-term");
        assert_eq!(joined(&["fell -", "as before"]), "fell - as before");
        assert_eq!(joined(&["as follows:—", "Lamu —", "12"]), "as follows:—Lamu — 12");
    }

    #[test]
    fn soft_hyphens_go_and_chinese_has_no_spaces() {
        assert_eq!(joined(&["the pro\u{ad}", "gramme"]), "the programme");
        assert_eq!(joined(&["河北省", "石家庄"]), "河北省石家庄");
    }
}
