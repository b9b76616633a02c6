//! Regions told by their labels ("District: Amberley") or by sections that are alike, where neither a list nor a kind word has their names.

use super::alike::{self, Said};
use super::area_words::AREA_WORDS;
use super::heading::Mark;
use super::line::{Line, is_prose};
use super::region::{Opening, PATTERN};
use super::subject::is_subject;
use super::unknown::{Search, Title};
use super::{label, lead, words};
use std::collections::{BTreeMap, BTreeSet};

/// A bare name has no more words.
const MOST_WORDS: usize = 5;

/// A heading with the name that it may give.
type Named<'s, 'a> = (&'s Title<'a>, &'a str);

impl<'a> Search<'a> {
    /// "District: Amberley", "District: Birchwood".
    pub(super) fn labelled(&self) -> Vec<Opening> {
        let mut groups: BTreeMap<(Mark, String), Vec<Opening>> = BTreeMap::new();
        for title in &self.unique {
            if let Some((label, name)) = label::labelled(title.words).filter(|(label, _)| label::is_area(label)) {
                groups.entry((title.mark(), label.to_lowercase())).or_default().extend(title.named(name));
            }
        }
        groups.into_values().max_by_key(Vec::len).unwrap_or_default()
    }

    /// The regions that titles name: by what stands behind their labels, if all have such and most of that are names ("Italia: Friuli").
    pub(super) fn behind_labels(&self, titles: &[&Title<'a>]) -> Vec<Opening> {
        let behind: Vec<Opening> =
            titles.iter().filter_map(|title| label::labelled(title.words).and_then(|(_, name)| title.named(name))).collect();
        let named = behind.len() == titles.len() && self.mostly_proper(&behind);
        if named { behind } else { titles.iter().filter_map(|title| title.whole()).collect() }
    }

    /// "Amberley", "Birchwood", or "Pellandia: Amberley", "Marland: Birchwood": headings of one mark with like figures below.
    pub(super) fn alike(&self) -> Vec<Opening> {
        let bare = |title: &'_ Title<'a>| label::labelled(title.words).is_none().then_some(title.words);
        let behind = |title: &'_ Title<'a>| label::labelled(title.words).map(|(_, name)| name);
        let all = |_: &Title| 0;
        let part = |title: &Title| title.parent;
        let found = [self.alike_by(bare, all), self.alike_by(bare, part), self.alike_by(behind, all), self.alike_by(behind, part)];
        found.into_iter().reduce(|best, other| if other.len() > best.len() { other } else { best }).unwrap_or_default()
    }

    fn alike_by(&self, name: impl Fn(&Title<'a>) -> Option<&'a str>, part: impl Fn(&Title) -> usize) -> Vec<Opening> {
        let mut groups: BTreeMap<(Mark, usize), Vec<Named<'_, 'a>>> = BTreeMap::new();
        let topics = self.topics_below();
        for title in self.unique.iter().filter(|title| self.stands_over_text(title, &topics)) {
            if let Some(name) = name(title) {
                groups.entry((title.mark(), part(title))).or_default().push((title, name));
            }
        }
        groups.into_values().map(|group| self.alike_in(&group)).max_by_key(Vec::len).unwrap_or_default()
    }

    /// The names of a group of headings, if they are nearly all of it and their sections are alike.
    fn alike_in(&self, group: &[Named<'_, 'a>]) -> Vec<Opening> {
        let end = shared_end(group);
        let front = |name: &'a str| name.strip_suffix(end).unwrap_or(name);
        let names: Vec<&Named> = group.iter().filter(|(title, name)| self.may_be_place(title, front(name))).collect();
        // Cheap questions first.
        let others = group.iter().filter(|(title, _)| !words::is_document(title.words)).count();
        if names.len() < PATTERN || names.len() * 3 < others * 2 {
            return Vec::new();
        }
        let said: Vec<Said> = names.iter().map(|(title, name)| Said::read(self.text, self.body(title), name)).collect();
        let told: Vec<&Said> = said.iter().filter(|said| said.states_figures()).collect();
        if told.len() * 3 < names.len() * 2 || !alike::are_alike(&told) {
            return Vec::new();
        }
        // "Outer Reefs" among them: by its words anything, by what it states one of them.
        let too = |(title, name): &&Named<'_, 'a>| {
            self.may_be_place(title, front(name))
                || may_be_heading(title, name) && alike::says_the_same(&Said::read(self.text, self.body(title), name), &told)
        };
        group.iter().filter(too).filter_map(|(title, name)| title.named(name)).collect()
    }

    /// "Corfu. The island ...", "Kos. Arrivals ...": names at the heads of paragraphs that state like figures.
    pub(super) fn leads_alike(&self) -> Vec<Opening> {
        let leads = lead::unknown_leads(self.text, self.lines, names_place);
        let ends = leads.iter().skip(1).map(|next| next.line).chain([self.lines.len()]);
        let body = |from: usize, to: usize| self.lines.get(from..to).unwrap_or_default();
        let read = |(lead, end): (&Opening, usize)| Said::read(self.text, body(lead.line, end), &lead.region.name);
        let said: Vec<Said> = leads.iter().zip(ends).map(read).collect();
        let told: Vec<&Said> = said.iter().filter(|said| said.states_figures()).collect();
        if told.len() * 3 >= leads.len() * 2 && alike::are_alike(&told) { leads } else { Vec::new() }
    }

    /// Headings of the marks of known regions, all bare names, whose sections are like theirs: "Kenya", "Uganda", "Rwanda", "Amberley".
    pub(super) fn like_sections(&self, known: &[Opening], ranks: &BTreeSet<Mark>) -> Vec<Opening> {
        let of_rank =
            |title: &&Title| ranks.contains(&title.mark()) && title.mark() != Mark::Plain && self.may_be_place(title, title.words);
        let lines: BTreeSet<usize> = known.iter().map(|known| known.line).collect();
        let (taken, others): (Vec<&Title>, Vec<&Title>) = self.unique.iter().partition(|title| lines.contains(&title.candidate.line));
        let others: Vec<&Title> = others.into_iter().filter(of_rank).collect();
        if others.is_empty() {
            return Vec::new();
        }
        let read = |title: &&Title| Said::read(self.text, self.body(title), title.words);
        let said: Vec<Said> = taken.iter().map(read).collect();
        others.into_iter().filter(|title| alike::is_like(&read(title), &said)).filter_map(Title::whole).collect()
    }

    /// Whether a name by itself may be that of a place.
    fn may_be_place(&self, title: &Title, name: &str) -> bool {
        names_place(name) && title.may_name() && !self.is_all_common(name)
    }

    /// The lines that stand right below several headings ("Schools" below each name).
    fn topics_below(&self) -> BTreeSet<&'a str> {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for below in self.unique.iter().filter_map(|title| self.below(title.candidate.line)) {
            *counts.entry(below).or_default() += 1;
        }
        counts.into_iter().filter(|(_, count)| *count >= PATTERN).map(|(below, _)| below).collect()
    }

    /// Whether text, a list or a topic that recurs stands right below a heading that no mark tells, with a blank line above.
    fn stands_over_text(&self, title: &Title, topics: &BTreeSet<&str>) -> bool {
        let line = title.candidate.line;
        let marked = title.mark() != Mark::Plain;
        let apart = || line.checked_sub(1).and_then(|above| self.lines.get(above)).is_none_or(|above| above.is_blank());
        let over = |below: &str| topics.contains(below) || is_prose(below) || below.contains(|c: char| c.is_ascii_digit());
        // The lines of a title page stand above each other.
        let headed = || {
            let after = self.unique.partition_point(|other| other.candidate.line <= line);
            let next = self.unique.get(after).filter(|next| next.mark() == title.mark());
            next.is_some_and(|next| self.next_line(line) == Some(next.words))
        };
        (marked && !headed()) || (apart() && self.next_line(line).is_some_and(over))
    }

    /// The lines under a heading, up to the next of its mark.
    fn body(&self, title: &Title) -> &[Line] {
        let from = title.candidate.line + 1;
        let after = self.unique.partition_point(|other| other.candidate.line < from);
        let next = self.unique.get(after..).unwrap_or_default().iter().find(|other| other.mark() == title.mark());
        self.lines.get(from..next.map_or(self.lines.len(), |next| next.candidate.line)).unwrap_or_default()
    }
}

/// Whether a name by its form may be that of a place.
fn names_place(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.clone().next().unwrap_or_default();
    words.clone().count() <= MOST_WORDS
        && words::is_title_case(words.clone())
        && words.any(|word| words::is_content(word) && word.chars().filter(|c| c.is_alphabetic()).count() > 2)
        && first.starts_with(char::is_uppercase)
        && (!words::is_abbreviation(first) || matches!(first, "St" | "St." | "Mt" | "Mt."))
        && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '?' | ':' | '='))
        && !words::is_closing_title(name)
        && !is_together(name)
        && !is_subject(name)
}

/// Whether a heading by its form could be a name among names.
fn may_be_heading(title: &Title, name: &str) -> bool {
    let document = words::is_document(title.words) || words::is_closing_title(name);
    !document && !is_together(name) && title.may_name() && !is_subject(name) && words::is_title_case(name.split_whitespace())
}

/// "All Districts Together", "Total"
fn is_together(name: &str) -> bool {
    let of_all = |word: &str| matches!(word, "all" | "total" | "together") || (AREA_WORDS.contains(&word) && word.ends_with('s'));
    name.split_whitespace().map(words::bare).any(|word| of_all(&word))
}

/// The word that all names of a group end in, with the blank before it: each heads "the circuit" that the text speaks of, and what tells
/// whether it is a place is the word in front ("Lake Circuit", "Coast Circuit").
fn shared_end<'a>(group: &[Named<'_, 'a>]) -> &'a str {
    let names = || group.iter().filter(|(title, _)| !words::is_document(title.words)).map(|(_, name)| *name);
    let end = names().next().and_then(|name| name.get(name.rfind(' ')?..)).unwrap_or_default();
    if names().count() >= PATTERN && names().all(|name| name.ends_with(end)) { end } else { "" }
}
