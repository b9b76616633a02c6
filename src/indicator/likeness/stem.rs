//! The common form of a word, by its ending: "burned", "burning" and "burns" are one, and so are words for one thing ("cost", "spending").

use crate::text::lowered;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// Words that say nothing of what is measured, or of every figure alike: function words, verbs of rising, standing and being.
const IDLE: &str = "\
    a an the of in on at to from for by with and or but as is are was were be been being has have had having it its this that these those which \
    who whom whose there their them they he she his her we our us you your then than so such not no nor none only also both each all any some \
    most more less fewer further another other others same own out up down over under per cent percent about around nearly almost just well into \
    during within between among across after before since until while when where year years month end total number figure figures came come made \
    make makes up take takes took taken stood stand stands reached reach rose rise fell fall grew grow increased increase decreased decrease \
    declined decline accounted amounted numbered recorded reported registered said show shows showed do does did against compared annual one two \
    three four five six seven eight nine ten eleven twelve million billion thousand hundred part whole average every still now here if can could \
    will would may might must should through only even quite very too again much many few got get gets put puts set went go goes gone left";

/// Different words for one thing; the file says how.
const SAME: &str = include_str!("data/same.txt");

/// Endings that are left away, the longest first; at least three letters stay.
const ENDINGS: &[&str] = &[
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ies", "ied", "ees", "er", "ee", "ed", "es", "al", "s", "e",
    "y",
];

/// Letters of a stem, at most.
const LONGEST: usize = 8;

/// The stem of a word of the text; `None` for what says nothing.
pub(super) fn stem(word: &str) -> Option<Box<str>> {
    lowered(word, |word| {
        let word = word.trim_matches(['\'', '’', '-']);
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        let known = known();
        if known.idle.contains(word) {
            return None;
        }
        let stem = known.same.get(word).map_or_else(|| cut(word), |common| Some((*common).into()))?;
        Some(known.same.get(&*stem).map_or(stem, |common| (*common).into()))
    })
}

/// Words that need no ending to be known.
struct Known {
    idle: FxHashSet<&'static str>,
    /// The common forms of words, and of stems, that have another.
    same: FxHashMap<Box<str>, &'static str>,
}

/// Idle words and the common forms of words that have another.
fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut same = FxHashMap::default();
        for line in SAME.lines().filter(|line| !line.starts_with('#')) {
            let common = line.split(' ').next().unwrap_or_default();
            for word in line.split_whitespace() {
                same.insert(word.into(), common);
                if let Some(stem) = cut(word) {
                    same.entry(stem).or_insert(common);
                }
            }
        }
        Known { idle: IDLE.split_whitespace().collect(), same }
    })
}

/// A word without its ending; nothing of a letter alone.
fn cut(word: &str) -> Option<Box<str>> {
    let short = |ending: &&&str| word.len() >= ending.len() + 3 && word.ends_with(**ending) && !(ending.len() == 1 && word.ends_with("ss"));
    let rest = ENDINGS.iter().find(short).and_then(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let doubled = matches!(rest.as_bytes(), [.., a, b] if a == b && a.is_ascii_lowercase() && rest.len() > 3);
    let rest = if doubled { rest.get(..rest.len() - 1).unwrap_or(rest) } else { rest };
    let end = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(at, _)| at);
    rest.get(..end).filter(|stem| stem.chars().nth(1).is_some()).map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn words_of_one_thing_have_one_stem() {
        for (one, other) in [
            ("burned", "burnt"),
            ("Filings", "filed"),
            ("completion", "completed"),
            ("enrolment", "enrolled"),
            ("disposed", "disposal"),
            ("deaths", "died"),
            ("waiting", "waits"),
            ("women's", "female"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("schools"), stem("pupils"));
        assert_eq!(stem("The"), None);
        assert_eq!(stem("s"), None);
    }
}
