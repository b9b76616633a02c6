//! Regions whose names no gazetteer has: recognised by the pattern of the headings.
//!
//! Either they share the frame of the regions that are known, or at least three headings make a pattern of their own: a kind word
//! ("Harlow Vale District"), words before the name ("Health in Brackenmoor"), a mark of the same rank, the same topic below each, or
//! names that the text says things are in. In all but the first the names must be proper names by the report's own running text.

use super::announced::announced;
use super::area_words::AREA_WORDS;
use super::called::region;
use super::gazetteer;
use super::heading::Mark;
use super::line::{Line, is_prose};
use super::place_name::{Places, key, name_key};
use super::proper::Prints;
use super::rank::Ranked;
use super::region::{Candidate, Frame, Opening, PATTERN};
use super::{label, lead, opened, words};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A name has no more words.
const MOST_WORDS: usize = 6;

/// Adds the headings of unknown regions to the known ones. `frame` is the pattern of the known ones, if they are enough to make one.
pub(super) fn complete(text: &str, lines: &[Line], candidates: &[Candidate], known: Vec<Opening>, frame: Option<&Frame>) -> Vec<Opening> {
    let search = Search::new(text, lines, candidates);
    let Some(frame) = frame else { return search.own_pattern(known) };
    let taken: BTreeSet<usize> = known.iter().map(|opening| opening.line).collect();
    let ranks: BTreeSet<Mark> =
        candidates.iter().filter(|candidate| taken.contains(&candidate.line)).map(|candidate| candidate.heading.mark).collect();
    let others = search.unique.iter().filter(|title| !taken.contains(&title.candidate.line));
    let mut all: Vec<Opening> = others.filter_map(|title| search.like_known(title, frame, &ranks)).collect();
    all.extend(known);
    if frame.is_bare() {
        let more = search.like_sections(&all, &ranks);
        all.extend(more);
    }
    all.sort_by_key(|opening| opening.line);
    all
}

/// A heading whose title no other heading has.
pub(super) struct Title<'a> {
    pub(super) candidate: &'a Candidate,
    /// What it says, without a count of the place ("(population 37.2 million)").
    pub(super) words: &'a str,
    /// Line of the heading of a higher rank that it stands under.
    pub(super) parent: usize,
}

impl Title<'_> {
    /// The opening that it makes when the region's name is what stands `before` bytes into the title and up to `end`.
    fn opening(&self, before: usize, end: usize) -> Option<Opening> {
        let name = self.words.get(before..end)?.trim_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '-' | '–' | '—' | ','));
        let count = name.split_whitespace().count();
        let heading = self.candidate.heading;
        let known = || self.candidate.mention.as_ref().filter(|mention| self.words.get(mention.start..mention.end) == Some(name));
        let place = || known().and_then(|mention| mention.places.first()).and_then(|id| gazetteer::place(*id));
        (1..=MOST_WORDS).contains(&count).then(|| Opening {
            line: self.candidate.line,
            title: heading.title,
            mark: heading.mark,
            region: place().map_or_else(|| region(name), |place| place.region_printed(name)),
        })
    }

    pub(super) fn whole(&self) -> Option<Opening> {
        self.opening(0, self.words.len())
    }

    /// The opening of the region with the name in front of the words that the title ends in.
    pub(super) fn named_in_front(&self, end: &str) -> Option<Opening> {
        self.opening(0, self.words.len().checked_sub(end.len())?)
    }

    /// The opening of the region with the name that the title ends in.
    pub(super) fn named(&self, name: &str) -> Option<Opening> {
        self.opening(self.words.len().checked_sub(name.len())?, self.words.len())
    }

    /// The word that says which sort of area it is: one before a dash or colon ("First District--Boston", "Tenth District—Kansas City"), the last,
    /// one before a comma, or the first where a number follows ("Region IV").
    fn kind_word(&self) -> Option<String> {
        let kind = |word: &str| Some(words::bare(word)).filter(|word| AREA_WORDS.contains(&word.as_str()));
        let first = self.words.split_whitespace().next().unwrap_or_default();
        // "Region of the Vales" beside "Upper Vale Region".
        let of = || self.words.split_whitespace().nth(1).filter(|of| *of == "of").and_then(|_| kind(first));
        let numbered = || self.words.split_whitespace().nth(1).filter(|number| is_number(number)).and_then(|_| kind(first));
        let first_part = |marks: &[&str]| {
            marks.iter().filter_map(|mark| self.words.split_once(mark)).map(|(part, _)| part).min_by_key(|part| part.len())
        };
        let last = |part: &str| part.split_whitespace().skip(1).last().and_then(kind);
        let parted = first_part(&["--", "—", "–", " -", ":"]).and_then(last);
        parted
            .or_else(|| kind(self.words.split_whitespace().next_back()?))
            .or_else(|| first_part(&[","]).and_then(last))
            .or_else(numbered)
            .or_else(of)
    }

    /// Whether it may be a name at all: not that of a document ("Regional Review"), of the regions together ("The
    /// Provinces") or a date ("in November 2021").
    pub(super) fn may_name(&self) -> bool {
        let names = |word: &str| words::is_content(word) && !AREA_WORDS.contains(&words::bare(word).as_str());
        let dated = |word: &str| words::is_period(word) || (words::is_numeric(word) && words::bare(word).len() >= 4);
        !words::is_document(self.words) && !self.words.split_whitespace().any(dated) && self.words.split_whitespace().any(names)
    }

    /// The rank of its mark; bold capitals are capitals.
    pub(super) fn mark(&self) -> Mark {
        let mark = self.candidate.heading.mark;
        if mark == Mark::Bold && !self.words.contains(char::is_lowercase) { Mark::Capitals } else { mark }
    }
}

/// "4", "IV", "B".
fn is_number(word: &str) -> bool {
    let word = word.trim_end_matches([':', ',', '.']);
    let roman = !word.is_empty() && word.bytes().all(|b| b"IVXL".contains(&b));
    roman || words::is_numeric(word) || (word.len() == 1 && words::is_capital(word))
}

/// The headings of a report that may name regions, and what its text says of their words.
pub(super) struct Search<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a [Line],
    pub(super) unique: Vec<Title<'a>>,
    /// Read only when a name has to be judged.
    prints: OnceCell<Prints>,
    places: OnceCell<Places>,
}

impl<'a> Search<'a> {
    fn new(text: &'a str, lines: &'a [Line], candidates: &'a [Candidate]) -> Self {
        let title = |candidate: &Candidate| label::without_count(candidate.heading.title.of(text));
        let ranked = Ranked::of(text, lines, candidates);
        let mut counts: HashMap<String, usize> = HashMap::new();
        for ranked in ranked.iter().filter(|ranked| !ranked.listed) {
            *counts.entry(key(title(ranked.candidate))).or_default() += 1;
        }
        let is_unique = |ranked: &&Ranked| {
            let words = title(ranked.candidate);
            let about_another = || about(words).any(|name| counts.contains_key(&key(name)));
            let annex = || lines.get(ranked.candidate.line).is_some_and(|line| words::is_annex(line.of(text)));
            !ranked.listed && !annex() && counts.get(&key(words)) == Some(&1) && !words::is_overview(words) && !about_another()
        };
        let found = ranked.iter().filter(is_unique);
        let unique =
            found.map(|ranked| Title { candidate: ranked.candidate, words: title(ranked.candidate), parent: ranked.parent }).collect();
        Self { text, lines, unique, prints: OnceCell::new(), places: OnceCell::new() }
    }

    /// The regions of a report in which too few are known: by the first pattern that its headings make.
    fn own_pattern(&self, known: Vec<Opening>) -> Vec<Opening> {
        let patterns = [Self::kind_words, Self::labelled, Self::words_before, Self::bodies, Self::marks, Self::same_topic_below];
        if let Some(found) = patterns.iter().map(|pattern| pattern(self)).find(|found| found.len() >= PATTERN) {
            return found;
        }
        let located = self.located();
        if located.len() >= PATTERN && known.iter().all(|known| located.iter().any(|found| found.line == known.line)) {
            return located;
        }
        let leads = if known.is_empty() { lead::leads(self.text, self.lines, |name| self.is_proper(name)) } else { Vec::new() };
        if leads.len() >= PATTERN {
            return leads;
        }
        let announced = self.announced();
        if announced.len() >= PATTERN {
            return announced;
        }
        let alike = self.alike();
        let first = alike.first().map_or(0, |first| first.line);
        // One or two that are known stand among them, or above all: in the title of the report.
        let holds = |known: &Opening| known.line < first || alike.iter().any(|found| found.line == known.line);
        if alike.len() >= PATTERN && known.iter().all(holds) {
            return alike;
        }
        let leads = if known.is_empty() { self.leads_alike() } else { Vec::new() };
        if leads.len() >= PATTERN {
            return leads;
        }
        let opened = if known.is_empty() { opened::opened(self.text, self.lines) } else { Vec::new() };
        if opened.len() >= PATTERN { opened } else { known }
    }

    /// As many lines of one mark with text right below as the text above them says there are regions ("the four regions featured here").
    fn announced(&self) -> Vec<Opening> {
        let Some((above, number)) = announced(self.text, self.lines) else { return Vec::new() };
        let mut groups: BTreeMap<Mark, Vec<&Title>> = BTreeMap::new();
        let leading = |title: &&Title| self.next_line(title.candidate.line).is_some_and(is_prose) && title.may_name();
        for title in self.unique.iter().filter(|title| title.candidate.line > above).filter(leading) {
            groups.entry(title.mark()).or_default().push(title);
        }
        let fits = |group: &Vec<&Title>| {
            group.len() == number
                && group.iter().any(|title| self.is_named_below(title))
                && !group.iter().any(|title| self.is_common(title.words))
        };
        groups.into_values().find(fits).unwrap_or_default().into_iter().filter_map(Title::whole).collect()
    }

    fn is_proper(&self, name: &str) -> bool {
        let prints = || Prints::read(self.text, self.lines, self.unique.iter().map(|title| title.words));
        self.prints.get_or_init(prints).is_proper(name)
    }

    /// Whether the text uses the words of a title as common words.
    pub(super) fn is_common(&self, title: &str) -> bool {
        !self.is_proper(title) && self.prints.get().is_some_and(|prints| prints.is_common(title))
    }

    /// Whether the text uses all words of a title as common words.
    pub(super) fn is_all_common(&self, title: &str) -> bool {
        !self.is_proper(title) && self.prints.get().is_some_and(|prints| prints.is_all_common(title))
    }

    /// Whether the text says of something that it is in the place of that name.
    fn is_located(&self, name: &str) -> bool {
        self.places.get_or_init(|| Places::read(self.text, self.lines, self.unique.iter().map(|title| title.words))).holds(name)
    }

    /// Whether the paragraph below a title names it.
    fn is_named_below(&self, title: &Title) -> bool {
        self.next_line(title.candidate.line).is_some_and(|below| is_prose(below) && below.to_lowercase().contains(&name_key(title.words)))
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
        let same_rank = if frame.is_bare() { ranks.contains(&mark) } else { Frame::level_of(mark) == frame.level };
        let opening = title.opening(frame.before.len(), frame.before.len() + inside.len())?;
        // "Country: Burma": what stands behind the label is one.
        let labelled = || frame.before.ends_with(':');
        let named = || labelled() || title.kind_word().is_some() || self.is_proper(&opening.region.name);
        // A line without any mark may be anything.
        let plain = frame.is_bare() && mark == Mark::Plain;
        let shown = || !plain || (self.is_proper(title.words) && self.is_located(title.words) && self.is_named_below(title));
        (same_rank && named() && shown()).then_some(opening)
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
        // "Region IV" is called so.
        let numbered = largest.iter().any(|title| title.words.get(before..).is_some_and(is_number));
        let before = if numbered { 0 } else { before };
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
    ///
    /// Where other headings of that mark are topics, those under the same heading ("## States", "### Brackenmoor").
    fn marks(&self) -> Vec<Opening> {
        let all = self.marked(|_| 0);
        if all.len() >= PATTERN { all } else { self.marked(|title| title.parent) }
    }

    fn marked(&self, part: impl Fn(&Title) -> usize) -> Vec<Opening> {
        let mut groups: BTreeMap<(Mark, usize), Vec<&Title>> = BTreeMap::new();
        for title in self.unique.iter().filter(|title| title.candidate.heading.mark != Mark::Plain && title.may_name()) {
            groups.entry((title.mark(), part(title))).or_default().push(title);
        }
        let groups = groups.into_iter().map(|(key, titles)| (key, self.behind_labels(&titles)));
        let mut ranks: BTreeMap<Mark, Vec<Opening>> = BTreeMap::new();
        for ((mark, _), group) in groups.filter(|(_, group)| self.mostly_proper(group)) {
            ranks.entry(mark).or_default().extend(group.into_iter().filter(|opening| !self.is_common(&opening.region.name)));
        }
        ranks.into_values().max_by_key(Vec::len).unwrap_or_default()
    }

    /// Lines without marks, with text right below, most of which name places that the text says things are in ("in the North East").
    fn located(&self) -> Vec<Opening> {
        let mut groups: BTreeMap<Mark, Vec<&Title>> = BTreeMap::new();
        let leading = |title: &&Title| self.next_line(title.candidate.line).is_some_and(is_prose) && title.may_name();
        let unmarked = |title: &&Title| matches!(title.mark(), Mark::Plain | Mark::Capitals);
        for title in self.unique.iter().filter(unmarked).filter(leading) {
            groups.entry(title.mark()).or_default().push(title);
        }
        let located = |title: &Title| self.is_proper(title.words) && self.is_located(title.words);
        let is_pattern = |group: &[&Title]| {
            let count = group.iter().filter(|title| located(title)).count();
            count >= PATTERN && count * 2 > group.len()
        };
        let group =
            groups.into_values().filter(|group| group.len() >= PATTERN && is_pattern(group)).max_by_key(Vec::len).unwrap_or_default();
        let belongs = |title: &&Title| located(title) || (self.is_named_below(title) && !self.is_common(title.words));
        group.into_iter().filter(belongs).filter_map(Title::whole).collect()
    }

    /// Plain lines that each have the same topic below ("Brackenmoor", "Overview", text; "Saltmarsh", "Overview", text).
    fn same_topic_below(&self) -> Vec<Opening> {
        let mut groups: BTreeMap<&str, Vec<Opening>> = BTreeMap::new();
        for title in &self.unique {
            if let Some(below) = self.below(title.candidate.line).filter(|_| title.may_name()) {
                groups.entry(below).or_default().extend(title.whole());
            }
        }
        groups.into_values().filter(|group| self.mostly_proper(group)).max_by_key(Vec::len).unwrap_or_default()
    }

    /// The next filled line, if it is no running text.
    pub(super) fn below(&self, line: usize) -> Option<&'a str> {
        self.next_line(line).filter(|next| !is_prose(next))
    }

    pub(super) fn next_line(&self, line: usize) -> Option<&'a str> {
        // "[...]" stands for what was left out.
        let lines = self.lines.get(line + 1..)?.iter().map(|line| line.of(self.text));
        lines.into_iter().find(|line| line.contains(char::is_alphanumeric))
    }

    /// At least two of three are proper names; or some are, and none is a word that the text uses otherwise.
    pub(super) fn mostly_proper(&self, group: &[Opening]) -> bool {
        let proper = group.iter().filter(|opening| self.is_proper(&opening.region.name)).count();
        let none_common = || !group.iter().any(|opening| self.is_common(&opening.region.name));
        group.len() >= PATTERN && (proper * 3 >= group.len() * 2 || (proper > 0 && none_common()))
    }
}

/// What a title is about: "Establishment of the Leeward Islands", "Roads in Brackenmoor". "Province of Brackenmoor" is a name.
fn about(title: &str) -> impl Iterator<Item = &str> {
    [" of ", " in ", " OF ", " IN "].into_iter().filter_map(|small| {
        let (before, name) = title.split_once(small)?;
        let kind = before.split_whitespace().next_back().map(words::bare)?;
        (!AREA_WORDS.contains(&kind.as_str())).then_some(name)
    })
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
