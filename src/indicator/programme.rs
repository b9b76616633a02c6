//! Programmes: from the titles of topics to the few programmes that many titles stand for.

use std::sync::OnceLock;

/// The data file: `id | label | phrases`.
pub(super) const PROGRAMMES: &str = include_str!("data/programmes.txt");

/// One programme of the poverty-alleviation family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Programme {
    /// Stable id ("relocation").
    pub id: &'static str,
    /// Its name.
    pub label: &'static str,
    phrases: &'static str,
}

/// All programmes, in the order in which titles are compared with them.
pub fn programmes() -> &'static [Programme] {
    static LIST: OnceLock<Vec<Programme>> = OnceLock::new();
    LIST.get_or_init(|| PROGRAMMES.lines().filter(|l| !l.starts_with('#')).filter_map(read).collect())
}

fn read(line: &'static str) -> Option<Programme> {
    let mut fields = line.splitn(3, " | ");
    Some(Programme { id: fields.next()?, label: fields.next()?, phrases: fields.next()? })
}

/// The programme that a title names; `None` for a title that names none.
///
/// ```
/// use provenance::indicator::programme_of;
/// assert_eq!(programme_of("Ex-situ Relocation").map(|p| p.id), Some("relocation"));
/// assert_eq!(programme_of("Closing remarks"), None);
/// ```
pub fn programme_of(title: &str) -> Option<&'static Programme> {
    let padded = format!(" {} ", title.to_lowercase().replace(['-', '“', '”', '"', ','], " ").split_whitespace().collect::<Vec<_>>().join(" "));
    programmes().iter().find(|p| p.phrases.split(" | ").any(|phrase| stands_in(&padded, phrase)))
}

/// Whether the words of `phrase` stand in the blank-padded title as whole words.
fn stands_in(padded: &str, phrase: &str) -> bool {
    padded.match_indices(phrase).any(|(at, _)| {
        let before = at.checked_sub(1).and_then(|b| padded.as_bytes().get(b)).is_some_and(|b| *b == b' ');
        before && padded.as_bytes().get(at + phrase.len()).is_some_and(|b| *b == b' ')
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
        for (title, programme) in cases {
            assert_eq!(programme_of(title).map(|p| p.id), Some(programme), "{title}");
        }
    }
}
