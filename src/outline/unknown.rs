//! Regions whose names no gazetteer has: recognised by the pattern of the headings.
//!
//! Either they share the frame of the regions that are known, or at least three headings make a pattern of their own: a kind word
//! ("Harlow Vale District"), words before the name ("Health in Brackenmoor"), a mark of the same rank, or the same topic below each.
//! In all but the first the names must be proper names by the report's own running text.

use super::gazetteer::{self, AREA_WORDS};
use super::heading::Mark;
use super::line::{Line, is_prose, one_line};
use super::proper::Prints;
use super::region::{Candidate, Frame, Opening, PATTERN};
use super::words;
use crate::analysis::{Region, RegionKind};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A name has no more words.
const MOST_WORDS: usize = 6;

/// Adds the headings of unknown regions to the known ones. `frame` is the pattern of the known ones, if they are enough to make one.
pub(super) fn complete(text: &str, lines: &[Line], candidates: &[Candidate], known: Vec<Opening>, frame: Option<&Frame>) -> Vec<Opening> {
    let search = Search::new(text, lines, candidates);
    let Some(frame) = frame else {
        let patterns = [search.kind_words(), search.words_before(), search.marks(), search.same_topic_below()];
        return patterns.into_iter().find(|found| found.len() >= PATTERN).unwrap_or(known);
    };
    let taken: BTreeSet<usize> = known.iter().map(|opening| opening.line).collect();
    let ranks: BTreeSet<Mark> =
        candidates.iter().filter(|candidate| taken.contains(&candidate.line)).map(|candidate| candidate.heading.mark).collect();
    let others = search.unique.iter().filter(|title| !taken.contains(&title.candidate.line));
    let mut all: Vec<Opening> = others.filter_map(|title| search.like_known(title, frame, &ranks)).collect();
    all.extend(known);
    all.sort_by_key(|opening| opening.line);
    all
}

/// A heading whose title no other heading has.
struct Title<'a> {
    candidate: &'a Candidate,
    words: &'a str,
}

impl Title<'_> {
    /// The opening that it makes when the region's name is what stands `before` bytes into the title and up to `end`.
    fn opening(&self, before: usize, end: usize) -> Option<Opening> {
        let name = self.words.get(before..end)?.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | ','));
        let count = name.split_whitespace().count();
        let heading = self.candidate.heading;
        (1..=MOST_WORDS).contains(&count).then(|| Opening {
            line: self.candidate.line,
            title: heading.title,
            mark: heading.mark,
            region: region(name),
        })
    }

    fn whole(&self) -> Option<Opening> {
        self.opening(0, self.words.len())
    }

    fn kind_word(&self) -> Option<String> {
        self.words.split_whitespace().next_back().map(words::bare).filter(|last| AREA_WORDS.contains(&last.as_str()))
    }
}

fn region(name: &str) -> Region {
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
    Region { name: one_line(name), kind, code: None, local_name: None }
}

struct Search<'a> {
    text: &'a str,
    lines: &'a [Line],
    unique: Vec<Title<'a>>,
    /// Read only when a name has to be judged.
    prints: OnceCell<Prints>,
}

impl<'a> Search<'a> {
    fn new(text: &'a str, lines: &'a [Line], candidates: &'a [Candidate]) -> Self {
        let title = |candidate: &Candidate| candidate.heading.title.of(text);
        let mut counts: HashMap<String, usize> = HashMap::new();
        for candidate in candidates {
            *counts.entry(title(candidate).to_lowercase()).or_default() += 1;
        }
        let is_unique = |candidate: &&Candidate| {
            let words = title(candidate);
            counts.get(&words.to_lowercase()) == Some(&1) && !words::is_general_title(words)
        };
        let unique: Vec<Title> =
            candidates.iter().filter(is_unique).map(|candidate| Title { candidate, words: title(candidate) }).collect();
        Self { text, lines, unique, prints: OnceCell::new() }
    }

    fn is_proper(&self, name: &str) -> bool {
        let prints = || Prints::read(self.text, self.lines, self.unique.iter().map(|title| title.words));
        self.prints.get_or_init(prints).is_proper(name)
    }

    /// A heading that shares the frame of the known regions, with a proper name or a kind word in the name's place.
    fn like_known(&self, title: &Title, frame: &Frame, ranks: &BTreeSet<Mark>) -> Option<Opening> {
        let mark = title.candidate.heading.mark;
        let lower = title.words.to_lowercase();
        // Lower case of some scripts has another length, and then the offsets would not fit.
        if lower.len() != title.words.len() {
            return None;
        }
        let inside = lower.strip_prefix(&frame.before)?.strip_suffix(&frame.after)?;
        let same_rank = if frame.is_bare() { mark != Mark::Plain && ranks.contains(&mark) } else { Frame::level_of(mark) == frame.level };
        let opening = title.opening(frame.before.len(), frame.before.len() + inside.len())?;
        let named = || title.kind_word().is_some() || self.is_proper(&opening.region.name);
        (same_rank && named()).then_some(opening)
    }

    /// "Harlow Vale District", "Marsh End District".
    fn kind_words(&self) -> Vec<Opening> {
        let mut groups: BTreeMap<(Mark, String), Vec<&Title>> = BTreeMap::new();
        for title in &self.unique {
            if let Some(kind) = title.kind_word().filter(|_| title.words.contains(char::is_whitespace)) {
                groups.entry((title.candidate.heading.mark, kind)).or_default().push(title);
            }
        }
        let largest = groups.into_values().max_by_key(Vec::len).unwrap_or_default();
        let before = common_words_before(&largest);
        largest.iter().filter_map(|title| title.opening(before, title.words.len())).collect()
    }

    /// "Health in Brackenmoor", "Health in Saltmarsh": words that end in a preposition or a colon, and a proper name.
    fn words_before(&self) -> Vec<Opening> {
        let mut groups: BTreeMap<(u8, String), Vec<(&Title, usize)>> = BTreeMap::new();
        for title in &self.unique {
            for at in name_starts(title.words) {
                let before = title.words.get(..at).unwrap_or_default().to_lowercase();
                groups.entry((Frame::level_of(title.candidate.heading.mark), before)).or_default().push((title, at));
            }
        }
        let openings =
            |group: &[(&Title, usize)]| group.iter().filter_map(|(title, at)| title.opening(*at, title.words.len())).collect::<Vec<_>>();
        let groups = groups.values().map(|group| openings(group)).filter(|group| self.mostly_proper(group));
        groups.max_by_key(Vec::len).unwrap_or_default()
    }

    /// "## Brackenmoor", "BRACKENMOOR", "1. Brackenmoor": one mark for all.
    fn marks(&self) -> Vec<Opening> {
        let mut groups: BTreeMap<Mark, Vec<Opening>> = BTreeMap::new();
        for title in self.unique.iter().filter(|title| title.candidate.heading.mark != Mark::Plain) {
            groups.entry(title.candidate.heading.mark).or_default().extend(title.whole());
        }
        groups.into_values().filter(|group| self.mostly_proper(group)).max_by_key(Vec::len).unwrap_or_default()
    }

    /// Plain lines that each have the same topic below ("Brackenmoor", "Overview", text; "Saltmarsh", "Overview", text).
    fn same_topic_below(&self) -> Vec<Opening> {
        let mut groups: BTreeMap<&str, Vec<Opening>> = BTreeMap::new();
        for title in &self.unique {
            if let Some(below) = self.below(title.candidate.line) {
                groups.entry(below).or_default().extend(title.whole());
            }
        }
        groups.into_values().filter(|group| self.mostly_proper(group)).max_by_key(Vec::len).unwrap_or_default()
    }

    /// The next filled line, if it is no running text.
    fn below(&self, line: usize) -> Option<&'a str> {
        let next = self.lines.get(line + 1..)?.iter().find(|line| !line.is_blank())?.of(self.text);
        (!is_prose(next)).then_some(next)
    }

    /// At least two of three are proper names.
    fn mostly_proper(&self, group: &[Opening]) -> bool {
        let proper = group.iter().filter(|opening| self.is_proper(&opening.region.name)).count();
        group.len() >= PATTERN && proper * 3 >= group.len() * 2
    }
}

/// Where a name may begin: after a preposition or a colon.
fn name_starts(title: &str) -> impl Iterator<Item = usize> {
    let mut at = 0;
    title.split_inclusive(char::is_whitespace).filter_map(move |word| {
        at += word.len();
        let word = word.trim_end();
        (matches!(word, "in" | "of" | "for" | "on" | "from" | "–" | "—" | "-") || word.ends_with(':')).then_some(at)
    })
}

/// Byte length of the words that all titles begin with.
fn common_words_before(titles: &[&Title]) -> usize {
    let Some((first, rest)) = titles.split_first() else { return 0 };
    let mut common = 0;
    for word in first.words.split_inclusive(char::is_whitespace) {
        let end = common + word.len();
        let shared = first.words.get(..end).filter(|prefix| rest.iter().all(|title| title.words.starts_with(prefix)));
        if shared.is_none() || end >= first.words.len() {
            break;
        }
        common = end;
    }
    common
}
