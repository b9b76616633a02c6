//! The region that a name in a heading or at the beginning of a paragraph calls, and how the name is printed elsewhere.

use super::line::one_line;
use super::{gazetteer, words};
use crate::analysis::{Region, RegionKind};

/// The region of that name.
pub(super) fn region(name: &str) -> Region {
    if let [mention] = gazetteer::mentions(name).as_slice()
        && mention.start == 0
        && mention.end == name.len()
        && let Some(place) = mention.places.first().and_then(|id| gazetteer::place(*id))
    {
        return place.region();
    }
    let lower = name.to_lowercase();
    let kind = match lower.split_whitespace().next_back() {
        Some("province") => RegionKind::Province,
        Some("state") => RegionKind::State,
        Some("region") if lower.contains("autonomous") => RegionKind::AutonomousRegion,
        Some("municipality") => RegionKind::Municipality,
        _ => RegionKind::District,
    };
    Region { name: in_title_case(&dashes_apart(&one_line(name))), kind, code: None, local_name: None }
}

/// "First District--Boston", "TENTH DISTRICT -KANSAS CITY": dashes between the parts of a name as they are printed elsewhere. A hyphen between
/// letters belongs to the name.
fn dashes_apart(name: &str) -> String {
    let parts = name.replace("--", "—").replace(" -", "—").replace('–', "—");
    parts.split('—').map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ")
}

/// Capitals that are only the print of a heading set small: "BOGRA" is Bogra; "ACT" may be a short form.
fn in_title_case(name: &str) -> String {
    let shouted = |word: &str| word.chars().count() > 3 && !word.contains(char::is_lowercase);
    if name.contains(char::is_lowercase) || !name.split_whitespace().any(shouted) {
        return name.to_owned();
    }
    let set = |word: &str| {
        if words::is_small(word) {
            return word.to_lowercase();
        }
        let mut parts = word.split('-').map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| first.to_string() + &letters.as_str().to_lowercase())
        });
        let first = parts.next().unwrap_or_default();
        parts.fold(first, |set, part| set + "-" + &part)
    };
    name.split(' ').map(set).collect::<Vec<_>>().join(" ")
}
