//! How many regions a report says that it tells of: "the four regions featured here", "the three districts described below".

use super::area_words::AREA_WORDS;
use super::line::{Line, is_prose};
use super::words;

/// Words between a number and the sort of area, and from there to the word that points at the report.
const NEAR: usize = 4;

/// The first line that announces so many regions, and their number.
pub(super) fn announced(text: &str, lines: &[Line]) -> Option<(usize, usize)> {
    let told = |(at, line): (usize, &Line)| {
        let line = line.of(text);
        if !is_prose(line) {
            return None;
        }
        let words: Vec<String> = line.split_whitespace().map(words::bare).collect();
        (0..words.len()).find_map(|first| number_of_areas(words.get(first..)?)).map(|number| (at, number))
    };
    lines.iter().enumerate().find_map(told)
}

/// "four operating regions featured here": the number, if the words begin so.
fn number_of_areas(words: &[String]) -> Option<usize> {
    let number = number(words.first()?)?;
    let area = words.iter().skip(1).take(NEAR).position(|word| is_areas(word))?;
    let points = |word: &String| matches!(word.as_str(), "here" | "below" | "follow" | "featured" | "described" | "reviewed" | "presented");
    words.iter().skip(area + 2).take(NEAR).any(points).then_some(number)
}

/// The number of areas that a sentence begins with: "the four regions", "all 12 districts of the north".
pub(super) fn number_told(sentence: &str) -> Option<usize> {
    let words: Vec<String> = sentence.split_whitespace().take(2 * NEAR).map(words::bare).collect();
    let first = words.iter().take(NEAR).position(|word| number(word).is_some())?;
    let near = words.iter().skip(first + 1).take(NEAR).any(|word| is_areas(word));
    words.get(first).and_then(|word| number(word)).filter(|_| near)
}

/// "regions", "counties", "jurisdictions".
fn is_areas(word: &str) -> bool {
    let one = word.strip_suffix("ies").map(|stem| stem.to_owned() + "y").or_else(|| word.strip_suffix('s').map(str::to_owned));
    matches!(word, "areas" | "jurisdictions") || one.is_some_and(|one| AREA_WORDS.contains(&one.as_str()))
}

fn number(word: &str) -> Option<usize> {
    let spelled = ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    spelled.iter().position(|name| *name == word).map(|at| at + 3).or_else(|| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::line::lines;

    #[test]
    fn regions_are_announced_by_their_number() {
        let number = |text: &str| announced(text, &lines(text)).map(|(_, number)| number);
        assert_eq!(number("In the year to March we spent £81 million across the four regions featured here.\n"), Some(4));
        assert_eq!(number("The Ministry built 40 schools in the three rural counties described below.\n"), Some(3));
        assert_eq!(number("The Ministry built 40 schools in three counties, and each of them has a road.\n"), None);
        assert_eq!(number("The four schemes described below were carried out in all of the districts.\n"), None);
    }
}
