//! Which headings name a subject rather than a place: "Nutrition", "Food Security", "Maize".

use super::area_words::AREA_WORDS;
use super::words;

/// Endings of nouns for what is done, had or studied; no usual endings of place names ("Florence", "Inverness", "Reading").
const ENDINGS: &[&str] = &["tion", "tions", "sion", "ment", "ments", "ity", "ities", "ics", "ism", "ture"];

/// Whether a heading names a subject: its last word is one, or all of its words are.
pub(super) fn is_subject(title: &str) -> bool {
    let mut all = true;
    let mut last = false;
    for word in title.split_whitespace().filter(|word| words::is_content(word)).map(words::bare) {
        last = is_subject_word(&word);
        all &= last || words::is_compass(&word) || AREA_WORDS.contains(&word.as_str());
    }
    let sides = title.split_whitespace().all(|word| words::is_compass(word) || words::is_small(word));
    last || (all && !sides)
}

fn is_subject_word(word: &str) -> bool {
    let ends = || word.len() > 5 && !AREA_WORDS.contains(&word) && ENDINGS.iter().any(|ending| word.ends_with(ending));
    words::is_subject_noun(word) || word.split('-').count() > 1 && word.split('-').all(words::is_subject_noun) || ends()
}

#[cfg(test)]
mod tests {
    use super::is_subject;

    #[test]
    fn subjects_are_told_from_places() {
        for title in ["Nutrition", "Food Security", "Maize", "Health and Education", "Rural Electrification", "Water Supply", "Housing"] {
            assert!(is_subject(title), "{title}");
        }
        for title in ["Amberley", "Upper East", "Coast", "Reading", "Florence", "Gold Coast and Pell", "Trentino-Alto Adige", "North"] {
            assert!(!is_subject(title), "{title}");
        }
    }
}
