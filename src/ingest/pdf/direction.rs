//! The order of words and letters where writing runs to the left.
//!
//! On the page words stand from left to right as they are seen; Arabic and Hebrew are read the other way round.

use super::normal;
use super::word::Word;

/// The words of a row in the order of reading, single spaces between them.
pub(super) fn text(words: &[Word]) -> String {
    let leftward = |word: &Word| word.text.chars().any(is_leftward);
    if !words.iter().any(leftward) {
        return join(words.iter().map(|word| word.text.clone()));
    }
    let is_line_leftward = 2 * words.iter().filter(|word| leftward(word)).count() >= words.len();
    // Neighbours of one direction, then each such group turned where it does not run with its line.
    let mut groups: Vec<Vec<&Word>> = vec![];
    for word in words {
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(|last| leftward(last) == leftward(word)) => group.push(word),
            _ => groups.push(vec![word]),
        }
    }
    if is_line_leftward {
        groups.reverse();
    }
    let ordered = groups.into_iter().flat_map(|mut group| {
        if group.first().is_some_and(|word| leftward(word)) {
            group.reverse();
        }
        group
    });
    join(ordered.map(|word| if leftward(word) { turned(&word.text) } else { word.text.clone() }))
}

/// A word of a leftward script, its numbers left as they are.
fn turned(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut number = String::new();
    for c in word.chars().rev() {
        if c.is_numeric() || (!number.is_empty() && matches!(c, '.' | ',')) {
            number.insert(0, c);
        } else {
            out.push_str(&std::mem::take(&mut number));
            out.push(c);
        }
    }
    out + &number
}

fn is_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}') && !c.is_numeric()
}

fn join(words: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() && !normal::stick(text.chars().next_back(), word.chars().next()) {
            text.push(' ');
        }
        text.push_str(&word);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(words: &[&str]) -> String {
        let word = |text: &&str| Word { text: (*text).to_owned(), left: 0.0, right: 0.0, base: 0.0, size: 10.0, is_bold: false };
        text(&words.iter().map(word).collect::<Vec<_>>())
    }

    #[test]
    fn writing_to_the_left_is_read_from_the_right() {
        // Seen from left to right: a number, then the letters of two words from their last to their first.
        assert_eq!(seen(&["12", "גבא", "והד"]), "דהו אבג 12");
        assert_eq!(seen(&["the", "word", "אבג", "here"]), "the word גבא here");
        assert_eq!(seen(&["3.5בא"]), "אב3.5");
    }
}
