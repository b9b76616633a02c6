//! Names of regions: from the words of a heading to the reference area they name.
//!
//! The names are data files, one place a line; the rules here are only about how names are printed (case, hyphens, accents,
//! "Province of X", "X Autonomous Regions"). A name that several places share (Georgia) keeps all of them, so that the report
//! that mentions it can decide.

use super::area_words::AREA_WORDS;
use super::name::{Word, first_key, fold, is_particle, words};
use super::words::is_compass;
use crate::analysis::{Region, RegionKind};
use crate::text::WordKey;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Which list a place is of; a report is usually written along one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    China,
    Countries,
    India,
    UnitedStates,
    /// Parts of another country, by its ISO 3166-1 code.
    PartsOf([u8; 2]),
}

const FILES: [(Family, &str); 4] = [
    (Family::China, include_str!("data/china.txt")),
    (Family::Countries, include_str!("data/countries.txt")),
    (Family::India, include_str!("data/india.txt")),
    (Family::UnitedStates, include_str!("data/united-states.txt")),
];

/// Parts of all other countries.
const SUBDIVISIONS: &str = include_str!("data/subdivisions.txt");

/// One place of the data files.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) family: Family,
    name: &'static str,
    kind: RegionKind,
    code: &'static str,
    local_name: &'static str,
    /// Words that may follow the name and belong to it ("province"); anything else of the sort makes it another place.
    kind_words: &'static [&'static str],
}

impl Place {
    pub(super) fn region(&self) -> Region {
        let some = |value: &str| (!value.is_empty()).then(|| value.to_owned());
        Region { name: self.name.to_owned(), kind: self.kind, code: some(self.code), local_name: some(self.local_name) }
    }

    /// The region as a heading prints it, where its name alone says little: "Western Province", not "Western".
    pub(super) fn region_printed(&self, printed: &str) -> Region {
        let mut region = self.region();
        if matches!(self.family, Family::PartsOf(_)) && self.name.split_whitespace().all(is_compass) {
            printed.clone_into(&mut region.name);
        }
        region
    }
}

/// A place by its position in the data.
pub(super) type PlaceId = u16;

/// A name in a heading: byte offsets into the heading, kind words included, and every place that bears the name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) places: Vec<PlaceId>,
}

struct Gazetteer {
    places: Vec<Place>,
    by_name: FxHashMap<String, Vec<PlaceId>>,
    by_code: FxHashMap<&'static str, PlaceId>,
    /// First words of all names.
    first_words: FxHashSet<WordKey>,
    /// Number of words of the longest name.
    longest: usize,
}

/// What every report is read with.
static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);

/// The same places under the same ids, and the parts of all countries: thousands of names, loaded for reports whose headings name no others.
static WORLD: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load_world);

/// The files that every report is read with have about so many places, and less than twice as many names and codes.
const PLACES: usize = 400;

impl Gazetteer {
    fn load() -> Self {
        let mut gazetteer = Self {
            places: Vec::with_capacity(PLACES),
            by_name: FxHashMap::with_capacity_and_hasher(2 * PLACES, FxBuildHasher),
            by_code: FxHashMap::with_capacity_and_hasher(2 * PLACES, FxBuildHasher),
            first_words: FxHashSet::with_capacity_and_hasher(2 * PLACES, FxBuildHasher),
            longest: 0,
        };
        for (family, file) in FILES {
            for line in entries(file) {
                gazetteer.add(family, line);
            }
        }
        gazetteer
    }

    /// Whether a name begins with this word, which is folded.
    fn begins(&self, word: &str) -> bool {
        self.first_words.contains(&WordKey::whole(word))
    }

    fn load_world() -> Self {
        let mut gazetteer = Self::load();
        for line in entries(SUBDIVISIONS) {
            gazetteer.add_subdivision(line);
        }
        gazetteer
    }

    fn add_subdivision(&mut self, line: &'static str) {
        let mut fields = line.split('|').map(str::trim);
        let mut field = || fields.next().unwrap_or_default();
        let (code, kind, name, names) = (field(), field(), field(), field());
        let country = code.as_bytes().first_chunk().copied().unwrap_or_default();
        let kind = match kind {
            "s" => RegionKind::State,
            "p" => RegionKind::Province,
            _ => RegionKind::District,
        };
        // A country without a part: the standard has no code for it.
        let code = if code.contains('-') { code } else { "" };
        let id = self.places.len() as PlaceId;
        for printed in [name].into_iter().chain(names.split(';')) {
            self.add_name(printed, id);
        }
        if !code.is_empty() {
            self.by_code.entry(code).or_insert(id);
        }
        self.places.push(Place { family: Family::PartsOf(country), name, kind, code, local_name: "", kind_words: AREA_WORDS });
    }

    fn add(&mut self, family: Family, line: &'static str) {
        let mut fields = line.split('|').map(str::trim);
        let mut field = || fields.next().unwrap_or_default();
        let (name, kind, code, local_name, names, codes) = (field(), field(), field(), field(), field(), field());
        let (kind, kind_words) = kind_of(kind);
        let id = self.places.len() as PlaceId;
        for printed in [name, local_name].into_iter().chain(names.split(';')) {
            self.add_name(printed, id);
        }
        let local_kind = local_kind_word(kind);
        if !local_kind.is_empty() {
            self.add_name(&format!("{local_name}{local_kind}"), id);
        }
        for code in [code].into_iter().chain(codes.split(';')).map(str::trim).filter(|code| !code.is_empty()) {
            self.by_code.entry(code).or_insert(id);
        }
        self.places.push(Place { family, name, kind, code, local_name, kind_words });
    }

    fn add_name(&mut self, printed: &str, id: PlaceId) {
        let key = fold(printed);
        if key.is_empty() {
            return;
        }
        self.first_words.extend(key.split(' ').next().map(WordKey::whole));
        self.longest = self.longest.max(key.split(' ').count());
        let places = self.by_name.entry(key).or_default();
        if !places.contains(&id) {
            places.push(id);
        }
    }
}

/// The lines of a data file that are neither comments nor blank.
fn entries(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

fn kind_of(word: &str) -> (RegionKind, &'static [&'static str]) {
    match word {
        "province" => (RegionKind::Province, &["province", "provinces", "provincial"]),
        "autonomous_region" => (RegionKind::AutonomousRegion, &["autonomous", "region", "regions", "regional"]),
        "municipality" => (RegionKind::Municipality, &["municipality", "municipal", "city"]),
        "special_region" => (RegionKind::SpecialRegion, &["special", "administrative", "region", "sar"]),
        "corps" => (RegionKind::Corps, &[]),
        "union_territory" => (RegionKind::State, &["union", "territory", "ut", "state"]),
        "state" => (RegionKind::State, &["state"]),
        _ => (RegionKind::Country, &["republic"]),
    }
}

/// The kind word that Chinese writes after the name, without a blank.
fn local_kind_word(kind: RegionKind) -> &'static str {
    match kind {
        RegionKind::Province => "省",
        RegionKind::AutonomousRegion => "自治区",
        RegionKind::Municipality => "市",
        RegionKind::SpecialRegion => "特别行政区",
        _ => "",
    }
}

/// No name with its kind words has more characters.
const LONGEST_NAME: usize = 100;

/// The region of a name or code: standard name, other name, misspelling met in print, ISO 3166 code or GB/T 2260 code.
///
/// For comparing reports. A name that several places share gives the first in the order China, countries, India, United States. Parts of
/// other countries are known by their code ("PE-CAJ").
pub fn find_region(name: &str) -> Option<Region> {
    let name = name.trim();
    let coded = |gazetteer: &'static Gazetteer| place(*gazetteer.by_code.get(name)?);
    if let Some(place) = coded(&GAZETTEER).or_else(|| is_subdivision_code(name).then(|| coded(&WORLD)).flatten()) {
        return Some(place.region());
    }
    let found = mentions(name);
    let [mention] = found.as_slice() else { return None };
    if mention.start != 0 || mention.end != name.len() {
        return None;
    }
    mention.places.first().and_then(|id| place(*id)).map(Place::region)
}

/// "PE-CAJ": the country's two capitals, a hyphen, and one to three letters or digits.
fn is_subdivision_code(code: &str) -> bool {
    code.split_once('-').is_some_and(|(country, part)| {
        country.len() == 2
            && (1..=3).contains(&part.len())
            && country.bytes().all(|b| b.is_ascii_uppercase())
            && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    })
}

/// A place by its id.
pub(super) fn place(id: PlaceId) -> Option<&'static Place> {
    let at = usize::from(id);
    GAZETTEER.places.get(at).or_else(|| WORLD.places.get(at))
}

/// Every region named in a heading, longest names first where they overlap, in the order of the heading.
pub(super) fn mentions(heading: &str) -> Vec<Mention> {
    mentions_of(&GAZETTEER, heading)
}

/// The same, with the parts of all countries.
pub(super) fn mentions_worldwide(heading: &str) -> Vec<Mention> {
    mentions_of(&WORLD, heading)
}

fn mentions_of(gazetteer: &Gazetteer, heading: &str) -> Vec<Mention> {
    // Few headings name a place: their words are looked at before they are taken apart.
    let begins = |word: &str| first_key(word, |key| key.split(' ').next().is_some_and(|first| gazetteer.begins(first)));
    if !heading.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '–' | '—' | ',' | '(' | ':')).any(begins) {
        return Vec::new();
    }
    let words: Vec<Word> = words(heading).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((mention, after)) = mention_at(gazetteer, &words, at) {
            found.push(mention);
            at = after;
        } else {
            at += 1;
        }
    }
    found
}

/// What of a text decides by [`begins_name`] whether a name can begin it.
pub fn first_word(text: &str) -> &str {
    text.split([' ', '-']).next().unwrap_or_default()
}

/// Whether a name of a region begins with this word.
pub fn begins_name(word: &str) -> bool {
    first_key(word, |key| GAZETTEER.begins(key))
}

/// Whether a word alone is the name of a part of any country that is no common word there: "Albay", "Cajamarca".
pub fn is_part_of_a_country(word: &str) -> bool {
    WORLD.by_name.contains_key(&fold(word))
}

/// The region whose name begins `text`, with the byte length of the name and its kind words.
pub fn leading_region(text: &str) -> Option<usize> {
    // Called for many words of the running text, few of which begin a name. No name begins in lower case but with a particle.
    let first = first_word(text);
    let small = !first.is_empty() && first.bytes().all(|b| b.is_ascii_lowercase()) && !is_particle(first);
    if small || !begins_name(first) {
        return None;
    }
    let near = text.char_indices().nth(LONGEST_NAME).map_or(text.len(), |(at, _)| at);
    let mut first = Vec::new();
    for word in words(text.get(..near)?) {
        let named = word.named;
        first.push(word);
        // The name with its kind words ends in front of it at the latest.
        if !named {
            break;
        }
    }
    mention_at(&GAZETTEER, &first, 0).filter(|(mention, _)| mention.start == 0).map(|(mention, _)| mention.end)
}

fn mention_at(gazetteer: &Gazetteer, words: &[Word], at: usize) -> Option<(Mention, usize)> {
    let first = words.get(at)?.key.split(' ').next()?;
    if first != "the" && !gazetteer.begins(first) {
        return None;
    }
    let named = words.get(at..)?.iter().take(gazetteer.longest).take_while(|word| word.named).count();
    for count in (1..=named).rev() {
        let name = words.get(at..at + count)?;
        let key = name.iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ");
        let Some(all) = gazetteer.by_name.get(key.trim_start_matches("the ")) else { continue };
        let after = words.get(at + count..).unwrap_or_default();
        let mut places = all.clone();
        places.retain(|id| place(*id).is_some_and(|place| follows_well(place, after)));
        let Some(first) = places.first().and_then(|id| place(*id)) else { continue };
        let kinds = after.iter().take_while(|word| word.named && first.kind_words.contains(&word.key.as_str())).count();
        let start = kind_before(words, at);
        let end = words.get(at + count + kinds - 1)?.end;
        return Some((Mention { start, end, places }, at + count + kinds));
    }
    None
}

/// "Jilin City" and "Washington County" are not the province and the state.
fn follows_well(place: &Place, after: &[Word]) -> bool {
    after
        .first()
        .is_none_or(|word| !word.joined || !AREA_WORDS.contains(&word.key.as_str()) || place.kind_words.contains(&word.key.as_str()))
}

/// Where the name begins when "Province of", "the Republic of" stand before it.
fn kind_before(words: &[Word], at: usize) -> usize {
    let key = |back: usize| at.checked_sub(back).and_then(|i| words.get(i)).map_or("", |word| word.key.as_str());
    let mut first = at;
    if key(1) == "of" && AREA_WORDS.contains(&key(2)) {
        first = at - 2;
        if matches!(key(3), "autonomous" | "union" | "federal" | "democratic" | "peoples" | "islamic") {
            first = at - 3;
        }
    }
    if first.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|word| word.key == "the") {
        first -= 1;
    }
    words.get(first).map_or(0, |word| word.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_data_are_whole() {
        let counts = [Family::China, Family::Countries, Family::India, Family::UnitedStates]
            .map(|family| GAZETTEER.places.iter().filter(|place| place.family == family).count());
        assert_eq!(
            counts,
            [34, 249, 36, 51],
            "31 provinces, the Corps, Hong Kong, Macao; ISO 3166-1; states and territories; states and capital"
        );
        let codes: BTreeSet<_> = GAZETTEER.places.iter().map(|place| place.code).filter(|code| !code.is_empty()).collect();
        assert_eq!(codes.len() + 1, GAZETTEER.places.len(), "every code once; the Corps has none");
        assert!(GAZETTEER.places.iter().filter(|place| place.family == Family::China).all(|place| !place.local_name.is_empty()));
    }

    #[test]
    fn every_place_is_found_by_its_name_and_code() {
        for place in &GAZETTEER.places {
            let by_name = find_region(place.name).map(|region| region.name);
            assert_eq!(by_name.as_deref(), Some(place.name));
            if !place.code.is_empty() {
                assert_eq!(find_region(place.code).and_then(|region| region.code).as_deref(), Some(place.code));
            }
        }
    }

    #[test]
    fn a_mention_spans_the_name_with_its_kind_words() {
        let heading = "Development in the Ningxia Hui Autonomous Region in 2012";
        let found = mentions(heading);
        assert_eq!(found.len(), 1);
        assert_eq!(heading.get(found[0].start..found[0].end), Some("the Ningxia Hui Autonomous Region"));
        assert_eq!(mentions("Fujian-Ningxia Pairing-off Poverty Alleviation").len(), 2);
        assert_eq!(mentions("Guinea-Bissau").len(), 1);
        assert_eq!(leading_region("Hebei provincial government issued"), Some(5));
        assert_eq!(leading_region("Leaders of Hebei"), None);
    }
}
