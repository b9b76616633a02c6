//! Programmes: from the titles of topics to the few programmes that many titles stand for.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The data file: `id | label | phrases`.
pub(super) const PROGRAMMES: &str = include_str!("data/programmes.txt");

/// One programme of the poverty-alleviation family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    /// Stable id ("relocation").
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    phrases: Vec<&'static str>,
}

/// All programmes, in the order in which titles are compared with them.
pub fn programmes() -> &'static [Programme] {
    static LIST: OnceLock<Vec<Programme>> = OnceLock::new();
    LIST.get_or_init(|| PROGRAMMES.lines().filter(|l| !l.starts_with('#')).filter_map(read).collect())
}

fn read(line: &'static str) -> Option<Programme> {
    let mut fields = line.splitn(3, " | ");
    Some(Programme { id: fields.next()?, label: fields.next()?, phrases: fields.next()?.split(" | ").collect() })
}

/// The programme that a title names, the first of several; `None` for a title that names none.
///
/// ```
/// use provenance::indicator::programme_of;
/// assert_eq!(programme_of("Ex-situ Relocation").map(|p| p.id), Some("relocation"));
/// assert_eq!(programme_of("Closing remarks"), None);
/// ```
pub fn programme_of(title: &str) -> Option<&'static Programme> {
    programmes_of(title).into_iter().next()
}

/// All programmes that a title names, in its order: "Villages, Industry and Mutual Funds" names three.
pub(super) fn programmes_of(title: &str) -> Vec<&'static Programme> {
    let lower = title.to_lowercase();
    let mut named: Vec<&Programme> = Vec::new();
    for part in lower.split([',', '/', '&', ';']) {
        for piece in words(part).split(|word| *word == "and") {
            named.extend(first_named(piece).filter(|p| !named.contains(p)));
        }
    }
    if named.is_empty() { first_named(&words(&lower)).into_iter().collect() } else { named }
}

/// Words without the hyphens, quotation marks and brackets around them.
fn words(title: &str) -> Vec<&str> {
    let blank = |c: char| c.is_whitespace() || matches!(c, '-' | '“' | '”' | '"' | '(' | ')');
    title.split(blank).filter(|word| !word.is_empty()).collect()
}

/// The first programme in the list with a phrase among some words.
fn first_named(words: &[&str]) -> Option<&'static Programme> {
    let begins = |at: usize| words.get(at).and_then(|word| phrases().get(*word)).into_iter().flatten();
    let named = (0..words.len()).flat_map(|at| {
        let rest = words.get(at + 1..).unwrap_or_default();
        begins(at).filter(|phrase| rest.starts_with(&phrase.rest)).map(|phrase| phrase.programme)
    });
    programmes().get(named.min()?)
}

/// The rest of a phrase behind its first word.
struct Phrase {
    rest: Vec<&'static str>,
    /// Index of its programme.
    programme: usize,
}

/// The phrases of all programmes, by their first words.
fn phrases() -> &'static FxHashMap<&'static str, Vec<Phrase>> {
    static PHRASES: OnceLock<FxHashMap<&'static str, Vec<Phrase>>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let mut phrases: FxHashMap<&str, Vec<Phrase>> = FxHashMap::default();
        for (programme, phrase) in programmes().iter().enumerate().flat_map(|(at, p)| p.phrases.iter().map(move |phrase| (at, phrase))) {
            let mut words = phrase.split_whitespace();
            if let Some(first) = words.next() {
                phrases.entry(first).or_default().push(Phrase { rest: words.collect(), programme });
            }
        }
        phrases
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_titles_are_one_programme() {
        let cases = [
            ("Rain Plan", "training"),
            ("Poverty Alleviation Training", "training"),
            ("Pilot Projects of Village-level Mutual Funds", "mutual"),
            ("Entire Village / Township Advancement", "village"),
            ("Social Poverty Alleviation and East-West Cooperation in Poverty Alleviation", "social"),
            ("Pilot Projects of Central Lottery Public Welfare Funds", "lottery"),
            ("Management of Anti-poverty Funds", "oversight"),
            ("Investment of Anti-poverty Funds", "funds"),
            ("Poverty Alleviation by Credit", "credit"),
            ("Overview", "overview"),
        ];
        let names: Vec<&str> = programmes_of("Villages, Industry and Mutual Funds").iter().map(|p| p.id).collect();
        assert_eq!(names, ["village", "industry", "mutual"]);
        for (title, programme) in cases {
            assert_eq!(programme_of(title).map(|p| p.id), Some(programme), "{title}");
        }
    }
}
