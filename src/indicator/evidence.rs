//! The words that speak of a figure: from quantities and the text to sets of concepts before it, behind it, in its noun, in its sentence.

use super::items::{Item, Reader, Role};
use super::lexicon::{Concepts, Lexicon};
use super::tell::Told;
use crate::analysis::Quantity;
use crate::language::Numbering;
use crate::text::Span;
use std::ops::Range;

/// Concepts around one figure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    /// In its clause, in front of it.
    pub(super) before: Concepts,
    /// In its clause, behind it.
    pub(super) after: Concepts,
    /// In its counted noun.
    pub(super) noun: Concepts,
    /// From the beginning of its sentence to the figure.
    pub(super) front: Concepts,
    /// Between the marks around it, other figures or not.
    pub(super) clause: Concepts,
    /// In its whole sentence.
    pub(super) sentence: Concepts,
    /// In the description of what it measures.
    pub(super) what: Concepts,
    /// The same, for a figure that is no part: the description of a part takes the words of its total along.
    pub(super) described: Concepts,
    /// In the title of its topic.
    pub(super) title: Concepts,
    /// In the clauses of the totals that it is a part of.
    pub(super) total: Concepts,
    /// In the clauses of its parts.
    pub(super) parts: Concepts,
    /// In the clause of the figure that it qualifies.
    pub(super) base: Concepts,
    /// Whether several years are summed up in front of it: "from 2010 to 2012".
    pub(super) several_years: bool,
    /// Whether it has parts.
    pub(super) has_parts: bool,
    /// Whether a change ends or begins with it: "from 3.4 to 2.9 million", "by 0.5 to 2.9 million".
    pub(super) end: bool,
}

impl Evidence {
    /// The words of its own clause and description.
    pub(super) fn own(&self) -> Concepts {
        self.before | self.after | self.noun | self.described
    }
}

/// Where a figure stands among the items of its sentence.
#[derive(Debug, Clone, Copy)]
struct Place {
    first: usize,
    last: usize,
    after_noun: usize,
    /// Whether its noun was found in front of that place.
    has_noun: bool,
}

/// Words between a figure and its noun's head at most.
const NOUN_REACH: usize = 14;
/// Totals above a part that are looked at.
const DEPTH: usize = 3;

/// Gathers evidence, section by section.
pub(super) struct Gatherer {
    reader: Reader,
    provincial: Concepts,
    /// Of the section that is read.
    all: Vec<Evidence>,
    /// Of the sentence that is read.
    items: Vec<Item>,
    places: Vec<Place>,
}

impl Gatherer {
    /// Evidence by the concepts of a lexicon; nothing gathered yet.
    pub(super) fn new(lexicon: &'static Lexicon) -> Self {
        let (reader, provincial) = (Reader::new(lexicon), lexicon.concept("provincial"));
        Self { reader, provincial, all: Vec::new(), items: Vec::new(), places: Vec::new() }
    }

    /// The evidence of all figures of a section, in their order.
    ///
    /// A topic's heading is no part of the sentence that it runs into.
    pub(super) fn read(&mut self, of: &Told, numbering: &mut Numbering) -> &[Evidence] {
        self.all.clear();
        let titles: Vec<Concepts> = of.topics.iter().map(|t| self.reader.concepts_of(&t.title, numbering)).collect();
        for figures in of.figures.chunk_by(|a, b| a.sentence == b.sentence) {
            let Some(first) = figures.first() else { continue };
            let topic = first.topic.and_then(|id| of.topics.iter().zip(&titles).find(|(t, _)| t.id == id));
            let heading = topic.map_or(0, |(t, _)| t.heading.end);
            let start = first.sentence.start.max(heading.min(first.start));
            let title = topic.map(|(_, title)| *title).unwrap_or_default();
            self.read_sentence(of, Span { start, end: first.sentence.end }, title, figures, numbering);
        }
        link(of.figures, &mut self.all);
        &self.all
    }

    fn read_sentence(&mut self, of: &Told, within: Span, title: Concepts, figures: &[Quantity], numbering: &mut Numbering) {
        let text = of.read.text;
        let mut sentence = self.reader.read(of.read, within, &mut self.items);
        sentence |= name_government(text, &of.section.region.name, self.provincial, &mut self.items);
        find_places(text, &self.items, figures, &mut self.places);
        let (items, places) = (self.items.as_slice(), self.places.as_slice());
        let offset = self.all.len();
        let years = spans_years(text, items);
        let (mut front, mut read) = (Concepts::default(), 0);
        let mut clause = Clause::default();
        for (i, (place, figure)) in places.iter().zip(figures).enumerate() {
            front |= union(items, read..place.first);
            read = place.first.max(read);
            clause.go_to(place.first, items);
            let what = self.reader.concepts_near(place.last, items, text, &figure.what, numbering);
            let apart = figure.noun.as_deref().filter(|_| !place.has_noun);
            let apart = apart.map(|noun| self.reader.concepts_of(noun, numbering)).unwrap_or_default();
            self.all.push(Evidence {
                before: union(items, before(items, places, i)),
                after: after(items, places, i),
                noun: union(items, place.last..place.after_noun) | apart,
                front,
                clause: clause.concepts,
                sentence,
                what,
                described: if figure.of.is_none() { what } else { Concepts::default() },
                title,
                several_years: years.is_some_and(|at| at < place.first),
                ..Evidence::default()
            });
        }
        for i in 1..places.len() {
            if !coordinated(text, items, places, i) {
                continue;
            }
            // "Dropped by 214,000 to 1.36 million": the fall and what it left.
            let alike = figures.get(i - 1).map(|f| f.kind) == figures.get(i).map(|f| f.kind);
            if alike {
                share(&mut self.all, offset + i);
            }
            if ends_change(text, items, places, i) {
                mark_ends(&mut self.all, offset + i, alike);
            }
        }
    }
}

/// "The Inner Mongolia government" is the government of the section's own region, and so is what money "was from Inner Mongolia" comes from;
/// gives what that adds to a sentence.
fn name_government(text: &str, region: &str, provincial: Concepts, items: &mut [Item]) -> Concepts {
    let mut added = Concepts::default();
    let (mut name, mut lead) = (Span::default(), Role::Other);
    for item in items {
        let governs = item.role == Role::Government && region.split_whitespace().next_back() == Some(name.of(text));
        if governs || lead == Role::From && region.split_whitespace().next_back() == Some(item.span.of(text)) {
            item.concepts |= provincial;
            added = provincial;
        }
        (name, lead) = (item.span, item.role);
    }
    added
}

/// Lets a figure and the one before it, its partner in "5400 households and 22,500 people", share their clause.
fn share(all: &mut [Evidence], i: usize) {
    let Some([first, second]) = all.get_mut(i - 1..=i) else { return };
    let (before, after) = (first.before | second.before, first.after | second.after);
    (first.before, first.after) = (before, after);
    (second.before, second.after) = (before, after);
}

/// Marks figure `i`, with which a change ends, and the one before it where the change begins with that.
fn mark_ends(all: &mut [Evidence], i: usize, begins: bool) {
    let Some([first, second]) = all.get_mut(i - 1..=i) else { return };
    first.end |= begins;
    second.end = true;
}

/// Whether "to" leads from figure `i - 1`, which "from" or "by" leads to, to figure `i`.
fn ends_change(text: &str, items: &[Item], places: &[Place], i: usize) -> bool {
    let word = |at: usize| at.checked_sub(1).and_then(|t| items.get(t)).map(|item| item.span.of(text));
    let (Some(first), Some(second)) = (places.get(i - 1), places.get(i)) else { return false };
    word(second.first) == Some("to") && matches!(word(first.first), Some("from" | "by"))
}

fn find_places(text: &str, items: &[Item], figures: &[Quantity], places: &mut Vec<Place>) {
    places.clear();
    let mut from = 0;
    for figure in figures {
        let first = from + items.get(from..).unwrap_or_default().iter().take_while(|i| i.span.end <= figure.start).count();
        let last = first + items.get(first..).unwrap_or_default().iter().take_while(|i| i.span.start < figure.end).count();
        let near = items.get(last..items.len().min(last + NOUN_REACH)).unwrap_or_default();
        let is = |noun: &str| near.iter().position(|i| i.span.len() == noun.len() && i.span.of(text) == noun);
        let noun = figure.noun.as_deref().and_then(is);
        places.push(Place { first, last, after_noun: noun.map_or(last, |at| last + at + 1), has_noun: noun.is_some() });
        from = last;
    }
    for i in 1..places.len() {
        let next = places.get(i).map_or(0, |p| p.first);
        if let Some(place) = places.get_mut(i - 1) {
            let end = place.after_noun.min(next).max(place.last);
            place.has_noun &= end == place.after_noun;
            place.after_noun = end;
        }
    }
}

fn union(items: &[Item], range: Range<usize>) -> Concepts {
    items.get(range).unwrap_or_default().iter().fold(Concepts::default(), |all, i| all | i.concepts)
}

fn ends_clause(item: &Item) -> bool {
    item.role.ends_clause()
}

/// Where "from 2010 to 2012" stands in a sentence, first.
fn spans_years(text: &str, items: &[Item]) -> Option<usize> {
    let year = |i: &Item| i.role == Role::Digits && crate::language::is_year(i.span.of(text));
    items.windows(3).position(|w| match w {
        [from, joint, to] => year(from) && year(to) && matches!(joint.span.of(text), "to" | "and" | "through"),
        _ => false,
    })
}

/// A stretch of a sentence without a clause mark.
#[derive(Default)]
struct Clause {
    end: usize,
    concepts: Concepts,
}

impl Clause {
    /// Goes on to the clause that a place lies in; behind the last one there is none.
    fn go_to(&mut self, place: usize, items: &[Item]) {
        while self.end <= place {
            let rest = items.get(self.end..).unwrap_or_default();
            let len = rest.iter().position(ends_clause).map_or(rest.len(), |mark| mark + 1);
            self.concepts = union(rest, 0..len);
            self.end += len;
            if len == 0 {
                return;
            }
        }
    }
}

/// From the last clause mark, or the "and" behind the figure before, to the figure.
fn before(items: &[Item], places: &[Place], i: usize) -> Range<usize> {
    let Some(place) = places.get(i) else { return 0..0 };
    let previous = i.checked_sub(1).and_then(|p| places.get(p));
    let start = previous.map_or(0, |p| p.after_noun);
    let mut range = start.min(place.first)..place.first;
    if let Some(mark) = range.clone().rev().find(|t| items.get(*t).is_some_and(ends_clause)) {
        range.start = mark + 1;
    } else if let Some(and) = previous.and_then(|_| range.clone().find(|t| items.get(*t).is_some_and(|x| x.role == Role::And))) {
        range.start = and;
    }
    range
}

/// From the figure to the end of its clause, brackets skipped; a label of the next figure does not belong to it.
fn after(items: &[Item], places: &[Place], i: usize) -> Concepts {
    let Some(place) = places.get(i) else { return Concepts::default() };
    let mut all = Concepts::default();
    let mut next = i + 1;
    // "679 party, government and military units were assigned": commas within what it counts end no clause.
    let mut t = if place.has_noun { place.after_noun } else { place.last };
    let mut depth = 0_u32;
    while let Some(item) = items.get(t) {
        match item.role {
            Role::Open => depth += 1,
            Role::Close if depth == 0 => break,
            Role::Close => depth -= 1,
            _ if depth > 0 => {}
            _ if ends_clause(item) => break,
            _ if places.get(next).is_some_and(|p| p.first <= t) && places.get(next).is_none_or(|p| p.last > t) => break,
            Role::And if !joins_payers(items, t) && opens_label(items, places.get(next), t) => break,
            _ => all |= item.concepts,
        }
        while depth > 0 && places.get(next).is_some_and(|p| p.first <= t) {
            next += 1;
        }
        t += 1;
    }
    all
}

/// "Central and provincial funds": the "and" at `t` joins two adjectives of one noun.
fn joins_payers(items: &[Item], t: usize) -> bool {
    t.checked_sub(1).and_then(|p| items.get(p)).is_some_and(|i| i.role == Role::Payer)
}

/// Whether words behind "and" at `t` lead to the next figure: then they speak of that one.
fn opens_label(items: &[Item], next: Option<&Place>, t: usize) -> bool {
    let Some(next) = next else { return false };
    next.first > t + 1 && items.get(t..next.first).is_some_and(|between| !between.iter().any(ends_clause))
}

/// Whether nothing but the first one's noun and "and", or the "to" of "from 5 to 7", stand between figures `i - 1` and `i`.
fn coordinated(text: &str, items: &[Item], places: &[Place], i: usize) -> bool {
    let (Some(first), Some(second)) = (places.get(i - 1), places.get(i)) else { return false };
    let Some(between) = items.get(first.after_noun..second.first) else { return false };
    match between {
        [joint] => joint.role == Role::And || joint.span.of(text) == "to",
        _ => false,
    }
}

/// Adds the evidence of totals, parts and bases, which stand in the same section.
fn link(figures: &[Quantity], all: &mut [Evidence]) {
    let own: Vec<Concepts> = all.iter().map(Evidence::own).collect();
    let first = figures.first().map_or(0, |q| q.id);
    let at = |id: u32| id.checked_sub(first).map_or(usize::MAX, |at| at as usize);
    let own_of = |id: u32| own.get(at(id)).copied().unwrap_or_default();
    for quantity in figures {
        let mut total = quantity.of;
        let mut concepts = Concepts::default();
        for _ in 0..DEPTH {
            let Some(id) = total else { break };
            concepts |= own_of(id);
            total = figures.get(at(id)).and_then(|q| q.of);
        }
        if let Some(evidence) = all.get_mut(at(quantity.id)) {
            evidence.total = concepts;
            evidence.base = quantity.base.map(own_of).unwrap_or_default();
        }
        if let Some(whole) = quantity.of.and_then(|id| all.get_mut(at(id))) {
            whole.parts |= own_of(quantity.id);
            whole.has_parts = true;
        }
    }
}
