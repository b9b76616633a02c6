//! Which lines open a regional section: from heading lines to the region that each names.
//!
//! A line is a heading by its form, never because a region is mentioned. What the headings have around the name, their frame
//! ("Poverty Alleviation in {}", "{} District", "## {}"), recurs from section to section; topic headings that happen to name a
//! region do not share it.

use super::gazetteer::{self, Family, Mention, PlaceId};
use super::heading::{Heading, Mark, heading_at};
use super::line::{Line, is_prose, one_line};
use super::{contents, counted, headline, label, topic, unknown, words, worldwide};
use crate::analysis::Region;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A heading that opens a regional section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opening {
    /// Index of its line.
    pub(super) line: usize,
    /// The heading's title.
    pub(super) title: Span,
    pub(super) mark: Mark,
    pub(super) region: Region,
}

/// A heading line with what it may say about regions.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) line: usize,
    pub(super) heading: Heading,
    /// The only region named in it, if just one is.
    pub(super) mention: Option<Mention>,
}

/// The words of a heading around the region's name, and the rank of its mark.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Frame {
    pub(super) level: u8,
    pub(super) before: String,
    pub(super) after: String,
}

impl Frame {
    pub(super) fn of(title: &str, name: std::ops::Range<usize>, mark: Mark) -> Self {
        let side = |part: Option<&str>| part.unwrap_or_default().trim().to_lowercase();
        // A label ("Region: Kenya") is no more than a mark.
        let bare = title.get(..name.start).map(str::trim).is_some_and(|before| before.is_empty() || before.ends_with(':'));
        let behind = title.get(name.end..).map(|behind| if bare { without_count(behind) } else { behind });
        Self { level: Self::level_of(mark), before: side(title.get(..name.start)), after: side(behind) }
    }

    /// The rank that Markdown gives; other marks are too loosely used to part frames.
    pub(super) fn level_of(mark: Mark) -> u8 {
        if let Mark::Level(level) = mark { level } else { 0 }
    }

    pub(super) fn is_bare(&self) -> bool {
        self.before.is_empty() && self.after.is_empty()
    }
}

/// "ANGOLA* (3 September)", "Angola (population 26 million)": what stands behind a name, without the mark of a note and the date of its news
/// or a count of the place in a bracket.
fn without_count(behind: &str) -> &str {
    let rest = behind.trim_start_matches(['*', '†', '‡', '¹', '²', '³', ' ']);
    let counted = [rest, behind].into_iter().any(|behind| label::without_count(behind).is_empty());
    if counted || is_other_name(rest) { "" } else { behind }
}

/// "(Bayern)" behind "Bavaria": the name in another language, in a bracket.
fn is_other_name(behind: &str) -> bool {
    let inner = behind.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|name| (1..=OTHER_NAME).contains(&name.split_whitespace().count()) && name.split_whitespace().all(is_plain_name))
}

/// Words of a name in another language.
const OTHER_NAME: usize = 3;

fn is_plain_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-') && word.chars().any(char::is_lowercase)
}

/// Enough headings of one frame to call it a pattern.
pub(super) const PATTERN: usize = 3;

/// Regional headings in the order of the text, a table of contents left out; empty for a report without regions.
pub(super) fn openings(text: &str, lines: &[Line]) -> Vec<Opening> {
    let mut candidates = candidates(text, lines);
    let (mut known, mut frame) = known_names(text, lines, &candidates);
    if frame.is_none()
        && let Some(found) = worldwide::named(text, lines, &candidates)
    {
        candidates = found;
        (known, frame) = known_names(text, lines, &candidates);
    }
    let headlines = if frame.is_none() && known.is_empty() { headline::headlines(text, lines) } else { None };
    let found = headlines.unwrap_or_else(|| unknown::complete(text, lines, &candidates, known, frame.as_ref()));
    contents::without_contents(text, lines, found)
}

/// Every line that is a heading by its form.
fn candidates(text: &str, lines: &[Line]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut counted = counted::counted(text, lines).into_iter().peekable();
    for (at, _) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
        let counted = counted.next_if(|(line, _)| *line == at).map(|(_, heading)| heading);
        let Some(heading) = counted.or_else(|| heading_at(text, lines, at)) else { continue };
        let name = || label::without_count(heading.title.of(text));
        let title_case = heading.title_case || words::is_title_case(name().split_whitespace());
        if heading.page_number || (heading.mark == Mark::Plain && !title_case) {
            continue;
        }
        let mut mentions = gazetteer::mentions(heading.title.of(text));
        let mention = if mentions.len() == 1 { mentions.pop() } else { None };
        // "Schools: 37" states a figure.
        if mention.is_some() || !topic::is_value(heading.title.of(text)) {
            found.push(Candidate { line: at, heading, mention });
        }
    }
    found
}

/// The headings that name known regions, and the frame that they share if they are enough to make a pattern.
fn known_names(text: &str, lines: &[Line], candidates: &[Candidate]) -> (Vec<Opening>, Option<Frame>) {
    let named: Vec<Named> = candidates.iter().filter_map(|candidate| Named::new(text, candidate)).collect();
    let mut regions: BTreeMap<&Frame, BTreeSet<PlaceId>> = BTreeMap::new();
    for name in &named {
        regions.entry(&name.frame).or_default().extend(name.mention.places.first());
    }
    let best = regions.iter().max_by_key(|(frame, places)| (places.len(), frame.is_bare())).filter(|(_, places)| places.len() >= PATTERN);
    let chosen: Vec<&Named> = match best {
        Some((frame, places)) => named.iter().filter(|name| fits(name, frame, places)).collect(),
        None => few(text, lines, &named),
    };
    let family = common_family(&chosen);
    let openings = chosen.iter().filter_map(|name| name.opening(text, family)).collect();
    (openings, best.map(|(frame, _)| (*frame).clone()))
}

/// A candidate that names one known region.
struct Named<'a> {
    candidate: &'a Candidate,
    mention: &'a Mention,
    frame: Frame,
}

impl<'a> Named<'a> {
    fn new(text: &str, candidate: &'a Candidate) -> Option<Self> {
        let mention = candidate.mention.as_ref()?;
        let frame = Frame::of(candidate.heading.title.of(text), mention.start..mention.end, candidate.heading.mark);
        Some(Self { candidate, mention, frame })
    }

    fn families(&self) -> impl Iterator<Item = Family> {
        self.mention.places.iter().filter_map(|id| gazetteer::place(*id)).map(|place| place.family)
    }

    fn opening(&self, text: &str, family: Option<Family>) -> Option<Opening> {
        let title = self.candidate.heading.title.of(text);
        let printed = title.get(self.mention.start..self.mention.end)?;
        // "Chikwawa Hospital" is not the district of that name.
        let house = title.get(self.mention.start..).filter(|title| title.split_whitespace().next_back().is_some_and(words::is_institution));
        let places = || self.mention.places.iter().filter_map(|id| gazetteer::place(*id));
        let place = places().find(|place| Some(place.family) == family).or_else(|| places().next())?;
        let mut region = place.region_printed(printed);
        if let Some(house) = house {
            region.name = one_line(house);
        }
        Some(Opening { line: self.candidate.line, title: self.candidate.heading.title, mark: self.candidate.heading.mark, region })
    }
}

/// Whether a heading belongs to the pattern: it has its frame, or names a region of the same family that the pattern lacks in a
/// frame that differs by a few words.
fn fits(name: &Named, frame: &Frame, covered: &BTreeSet<PlaceId>) -> bool {
    if name.frame == *frame {
        return true;
    }
    let first = name.mention.places.first();
    let missing = first.is_some_and(|id| !covered.contains(id));
    let family = covered.first().and_then(|id| gazetteer::place(*id)).map(|place| place.family);
    let same_family = name.families().any(|other| Some(other) == family);
    missing && same_family && name.frame.level == frame.level && is_variant(&name.frame, frame)
}

fn is_variant(other: &Frame, frame: &Frame) -> bool {
    if other.is_bare() || frame.is_bare() {
        return other.is_bare();
    }
    let words = |side: &str| side.split_whitespace().map(str::to_owned).collect::<BTreeSet<_>>();
    let shared = words(&other.before).intersection(&words(&frame.before)).count();
    other.after == frame.after && shared * 2 >= words(&frame.before).len().max(words(&other.before).len())
}

/// One or two regions make no pattern: bare names count, and the heading that the text begins with.
fn few<'a, 'b>(text: &str, lines: &[Line], named: &'b [Named<'a>]) -> Vec<&'b Named<'a>> {
    let first_prose = lines.iter().position(|line| is_prose(line.of(text))).unwrap_or(lines.len());
    let leading = named.iter().find(|name| name.candidate.line < first_prose && ends_with_name(&name.frame));
    named.iter().filter(|name| name.frame.is_bare() || leading.is_some_and(|first| first.frame == name.frame)).collect()
}

/// "Poverty Alleviation in {}", "{}: Country Report", "{} Country Report 2012": the name stands at an end.
fn ends_with_name(frame: &Frame) -> bool {
    frame.after.is_empty() || frame.before.is_empty()
}

fn common_family(chosen: &[&Named]) -> Option<Family> {
    let mut counts: BTreeMap<Family, usize> = BTreeMap::new();
    for name in chosen {
        for family in name.families() {
            *counts.entry(family).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(family, count)| (*count, std::cmp::Reverse(*family))).map(|(family, _)| family)
}
