//! The surroundings of each figure, worked out once: its sentence, the figures before and after it, and the tokens between.

use super::home::Home;
use super::noted::Noted;
use super::partitive::behind_item;
use super::stretch::Stretch;
use super::subordinate::closes_contrast;
use super::told::Names;
use crate::language::{Class, ReadText};
use crate::quantity::Mention;
use crate::text::Sentence;
use std::ops::Range;

/// Tokens around one figure.
#[derive(Debug, Clone, Default)]
struct Place {
    first: u32,
    last: u32,
    sentence: Stretch,
    /// Figures of its sentence.
    figures: Stretch,
    before: Stretch,
    gap: Stretch,
    after: Stretch,
    clause: Stretch,
    near: Stretch,
    behind: Stretch,
    statement: u32,
    colon: Option<u32>,
    lead: Option<u32>,
    /// Where what leads to it ends, hedges and articles left out.
    unhedged: u32,
    /// How many headings stand in front of it.
    heading: u32,
    listed: bool,
    reference: bool,
    balance: bool,
    /// Classes of all words and phrases of `clause`, of `behind`, and of the sentence.
    led_by: Class,
    followed_by: Class,
    said: Class,
}

/// A sentence with figures: its tokens, its figures, and the classes of all its words and phrases.
struct Around {
    sentence: Range<usize>,
    figures: Range<usize>,
    said: Class,
}

/// A section's tokens and the places of its figures.
pub struct Context<'a> {
    /// The section's tokens with their readings.
    pub read: &'a ReadText<'a>,
    places: Vec<Place>,
    /// Whether a token belongs to a figure.
    of_figure: Vec<bool>,
    /// Headings of topics as token ranges, in order.
    headings: Vec<Range<usize>>,
    /// The last word of the region's name.
    pub(super) region: &'a str,
    /// What names the region: its name, or the title of a report that has no regions.
    pub(super) home: Vec<&'a str>,
    /// Whether the section is a whole report without regions.
    pub(super) whole: bool,
    /// What the section prints as names.
    pub(super) names: Names,
    /// What many rules ask of a figure.
    pub(super) noted: Noted,
}

impl<'a> Context<'a> {
    /// Notes where the figures stand.
    pub fn new(read: &'a ReadText<'a>, sentences: &[Sentence], headings: Vec<Range<usize>>, home: Home<'a>, mentions: &[Mention]) -> Self {
        let mut context = Self {
            read,
            places: Vec::with_capacity(mentions.len()),
            of_figure: vec![false; read.tokens.len()],
            headings,
            region: home.name.split_whitespace().next_back().unwrap_or_default(),
            whole: home.whole,
            home: home.name.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect(),
            names: Names::default(),
            noted: Noted::default(),
        };
        let mut first = 0;
        for together in mentions.chunk_by(|a, b| a.sentence == b.sentence) {
            let figures = first..first + together.len();
            let sentence = together.first().and_then(|m| sentences.get(m.sentence)).map_or(0..0, |s| behind_item(read, s.first)..s.last);
            let around = Around { said: read.classes(sentence.clone()), sentence, figures };
            for (at, mention) in together.iter().enumerate() {
                let previous = at.checked_sub(1).and_then(|p| together.get(p));
                let place = context.place(mention, previous, together.get(at + 1), &around);
                if let Some(tokens) = context.of_figure.get_mut(mention.first..mention.last) {
                    tokens.fill(true);
                }
                context.places.push(place);
            }
            first = around.figures.end;
        }
        context.note(mentions.len());
        context
    }

    fn place(&self, m: &Mention, previous: Option<&Mention>, next: Option<&Mention>, around: &Around) -> Place {
        let Around { sentence, figures, said } = around;
        let from = previous.map_or(sentence.start.min(m.first), |p| p.last);
        let before = from..m.first.max(from);
        // "840 kgs. in": the full stop of an abbreviation.
        let behind = |m: &Mention| {
            let stopped =
                self.read.is_mark(m.after_noun, '.') && self.read.tokens.get(m.after_noun + 1).is_some_and(|t| t.is_word() && !t.capital);
            m.after_noun + usize::from(stopped)
        };
        let gap = previous.map_or(before.start, behind).min(before.end)..before.end;
        let to = next.map_or(sentence.end, |n| n.first);
        let after = behind(m).min(to)..to;
        let beside = self.places.last().filter(|_| previous.is_some());
        let (began, from) = beside.map_or((sentence.start, sentence.start), |p| (p.statement as usize, p.before.end as usize));
        let listed = previous.is_some() && self.joins_list(&gap) && !closes_contrast(self.read, sentence.start, &gap);
        let [mark, semicolon, colon] = self.last_marks(from..before.end);
        // Where no mark stands between, the clause is that of the figure in front.
        let goes_on = beside.map_or(sentence.start.min(before.end), |p| p.clause.start as usize);
        let clause = mark.map_or(goes_on, |mark| mark + 1)..before.end;
        let behind = self.clause_behind(after.clone());
        let near = clause.start.max(before.start)..before.end;
        let unhedged = self.before_hedges(before.clone());
        let owner = self.before_owner(&before, unhedged);
        let lead = owner.checked_sub(1).filter(|t| *t >= before.start);
        Place {
            led_by: self.read.classes(clause.clone()),
            followed_by: self.read.classes(behind.clone()),
            said: *said,
            first: m.first as u32,
            last: m.last as u32,
            sentence: sentence.clone().into(),
            figures: figures.clone().into(),
            clause: clause.into(),
            balance: self.tells_balance(near.clone()),
            near: near.into(),
            behind: behind.into(),
            statement: semicolon.map_or(began, |mark| mark + 1) as u32,
            colon: colon.map(|mark| mark as u32).or_else(|| beside.and_then(|p| p.colon)),
            lead: lead.map(|t| t as u32),
            unhedged: unhedged as u32,
            heading: self.headings_passed(m.first) as u32,
            listed,
            reference: self.compares(before.start..owner) || listed && beside.is_some_and(|p| p.reference),
            before: before.into(),
            gap: gap.into(),
            after: after.into(),
        }
    }

    /// How many headings stand in front of token `t`, behind the last figure that has its place.
    fn headings_passed(&self, t: usize) -> usize {
        let passed = self.places.last().map_or(0, |p| p.heading as usize);
        passed + self.headings.iter().skip(passed).take_while(|h| h.start <= t).count()
    }

    /// The figure before `i` in its sentence.
    pub fn previous(&self, i: usize) -> Option<usize> {
        self.places.get(i).filter(|p| (p.figures.start as usize) < i).map(|_| i - 1)
    }

    /// The figure after `i` in its sentence.
    pub fn next(&self, i: usize) -> Option<usize> {
        self.places.get(i).filter(|p| i + 1 < p.figures.end as usize).map(|_| i + 1)
    }

    /// Whether the clause in front of figure `i` speaks of an income.
    pub fn names_income(&self, i: usize) -> bool {
        self.is_led_by(i, Class::INCOME) && self.clause_before(i).any(|t| self.read.word_is(t, Class::INCOME))
    }

    /// Whether a word or phrase of the class stands in the clause in front of figure `i`: asked before it is looked for.
    pub fn is_led_by(&self, i: usize, class: Class) -> bool {
        self.places.get(i).is_some_and(|p| p.led_by.intersects(class))
    }

    /// Whether a word or phrase of the class stands behind figure `i` in its clause.
    pub fn is_followed_by(&self, i: usize, class: Class) -> bool {
        self.places.get(i).is_some_and(|p| p.followed_by.intersects(class))
    }

    /// Whether token `t` belongs to a figure.
    pub fn is_figure(&self, t: usize) -> bool {
        self.of_figure.get(t).is_some_and(|figure| *figure)
    }

    /// Whether the year at token `t` stands right behind a figure and so belongs to it: "410 ships in 2018 and 450 in 2019".
    pub fn dates_figure(&self, t: usize) -> bool {
        let idle = |c: &usize| matches!(self.read.str(*c), "at" | "by" | "as" | "of" | "the" | "end" | "beginning" | "close");
        let cue = t - (t.saturating_sub(5)..t).rev().take_while(idle).count().max(1).min(t);
        if t == 0 || self.ends_clause(cue) {
            return false;
        }
        let at = self.places.partition_point(|p| (p.first as usize) < t);
        at.checked_sub(1).and_then(|j| self.places.get(j)).is_some_and(|p| p.after.start as usize == cue)
    }

    /// The heading of the topic that figure `i` stands under, as tokens.
    pub fn topic_start(&self, i: usize) -> Option<Range<usize>> {
        let behind = self.places.get(i)?.heading as usize;
        self.headings.get(behind.checked_sub(1)?).cloned()
    }

    /// The number of that topic, from 1 on; 0 in front of the first heading. Figures with one number stand under one heading.
    pub(super) fn topic(&self, i: usize) -> u32 {
        self.places.get(i).map_or(0, |p| p.heading)
    }

    /// The headings of the section's topics, as tokens.
    pub(super) fn headings(&self) -> &[Range<usize>] {
        &self.headings
    }

    /// Figures of the sentence of `i`, in order.
    pub fn in_sentence(&self, i: usize) -> Range<usize> {
        self.places.get(i).map_or(i..i, |p| p.figures.range())
    }

    /// Tokens from the end of the previous figure (its unit; its noun is included), or of the sentence's beginning, to this figure.
    pub fn before(&self, i: usize) -> Range<usize> {
        self.places.get(i).map_or(0..0, |p| p.before.range())
    }

    /// The part of [`Context::before`] behind its last mark of a clause end.
    pub fn near(&self, i: usize) -> Range<usize> {
        self.places.get(i).map_or(0..0, |p| p.near.range())
    }

    /// The part of [`Context::after`] in front of its first mark of a clause end.
    pub fn behind(&self, i: usize) -> Range<usize> {
        self.places.get(i).map_or(0..0, |p| p.behind.range())
    }

    /// Where the statement begins in which figure `i` stands: behind the last semicolon, or with the sentence.
    pub fn statement(&self, i: usize) -> usize {
        self.places.get(i).map_or(0, |p| p.statement as usize)
    }

    /// Whether figure `i` is said to be the difference of two sums: a deficit, a surplus.
    pub fn is_balance(&self, i: usize) -> bool {
        self.places.get(i).is_some_and(|p| p.balance)
    }

    /// The last colon of the sentence in front of figure `i`.
    pub fn colon(&self, i: usize) -> Option<usize> {
        self.places.get(i).and_then(|p| p.colon).map(|t| t as usize)
    }

    /// Tokens of the clause in front of this figure, other figures in it included.
    pub fn clause_before(&self, i: usize) -> Range<usize> {
        self.places.get(i).map_or(0..0, |p| p.clause.range())
    }

    /// Tokens from the end of the previous figure's noun to this figure.
    pub fn gap(&self, i: usize) -> Range<usize> {
        self.places.get(i).map_or(0..0, |p| p.gap.range())
    }

    /// The gap in front of figure `i` without the hedges that close it: "to" in "from 50 to about 70".
    pub(super) fn joint(&self, i: usize) -> Range<usize> {
        let gap = self.gap(i);
        gap.start..self.unhedged(i).clamp(gap.start, gap.end)
    }

    /// Whether figure `i` is what another is compared with: "against 19,300", "compared with 11.2 million and 4,480 in 2018".
    pub fn is_reference(&self, i: usize) -> bool {
        self.places.get(i).is_some_and(|p| p.reference)
    }

    /// The token behind the unit of figure `i`.
    pub fn end(&self, i: usize) -> usize {
        self.places.get(i).map_or(0, |p| p.last as usize)
    }

    /// Whether the denominator in the clause of figure `i` stands right behind the figure before it, and is that one's.
    pub fn rate_is_taken(&self, i: usize) -> bool {
        let at = self.read.find(self.clause_before(i), Class::PER | Class::PER_CAPITA);
        // "12 million went to each small area and 300 million of loans was raised": of the figure in front of it, too.
        let apart = |t: usize| {
            let gap = self.gap(i);
            self.previous(i).is_some() && gap.contains(&t) && self.read.find_word(t..gap.end, Class::AND).is_some()
        };
        at.is_some_and(|t| (self.before(i).start..self.gap(i).start).contains(&t) || apart(t)) && !self.continues_list(i)
    }

    /// "152% of the planned task (30,000 people)": whether figure `i` stands in a bracket and tells the plan in front of it.
    pub fn tells_plan(&self, i: usize) -> bool {
        let before = self.before(i);
        let end = self.unhedged(i);
        before.len() > 1 && end > before.start + 1 && self.read.is_mark(end - 1, '(') && self.read.word_is(end - 2, Class::SCHEDULE)
    }

    /// Whether "a total of" or the like leads to figure `i`.
    pub fn says_total(&self, i: usize) -> bool {
        self.is_led_by(i, Class::TOTAL) && self.read.find(self.near(i), Class::TOTAL).is_some()
    }

    /// "11,873 were completed", "691.7 million had been received", "4 million are in need": whether what is said of figure `i` is a fact.
    pub fn is_done(&self, i: usize) -> bool {
        let read = self.read;
        // "60 million (75 per cent) had come in"
        let at = self.after(i).start;
        let at = if read.is_mark(at, '(') { self.said_behind(i).start } else { at };
        // "has already been committed"
        let been = at + 1 + usize::from(read.str(at + 1) == "already");
        let verb = if read.str(been) == "been" { been + 1 } else { been };
        // "5,400 hectares were replanted": any participle, but for what still lacks.
        let participle = || read.str(verb).ends_with("ed") && !read.str(verb).ends_with("eed") && read.str(verb) != "needed";
        let past =
            (read.word_is(verb, Class::VERB) || participle()) && !read.phrase_is(verb, Class::PLAN) && !read.phrase_is(at, Class::PLAN);
        // "The plan was to train 300 nurses, and 322 were."
        let elliptic = matches!(read.str(at), "was" | "were" | "did") && read.tokens.get(at + 1).is_none_or(|t| t.mark() == Some('.'));
        let state = elliptic
            || matches!(read.str(at), "are" | "is") && matches!(read.str(at + 1), "in" | "at" | "now" | "already" | "done" | "complete");
        let told = matches!(read.str(at + 1), "already" | "come" | "gone" | "finished");
        state || (past || told) && matches!(read.str(at), "was" | "were" | "has" | "have" | "had")
    }

    /// "expanded by 2.7% in 2023, after 1.9% in 2022": whether figure `i` tells the earlier value of the one before it.
    pub fn stands_after(&self, i: usize) -> bool {
        self.lead(i).is_some_and(|t| {
            let ahead = || self.read.str(t) == "of" && t > 0 && self.read.str(t - 1) == "ahead";
            matches!(self.read.str(t), "after" | "from" | "against" | "versus" | "following")
                || self.read.word_is(t, Class::THAN)
                || ahead()
        })
    }

    /// The token that leads to figure `i`: the last one in front of it that is no hedge and no article.
    pub fn lead(&self, i: usize) -> Option<usize> {
        self.places.get(i).and_then(|p| p.lead).map(|t| t as usize)
    }

    /// The end of [`Context::before`] without the hedges and articles that close it.
    pub(super) fn unhedged(&self, i: usize) -> usize {
        self.places.get(i).map_or(0, |p| p.unhedged as usize)
    }

    /// Whether "from" leads to figure `i`, also as "from an average of".
    pub fn leads_from(&self, i: usize) -> bool {
        self.noted.leads_from(i)
    }

    /// The end of a range without the hedges and articles that close it.
    pub fn before_hedges(&self, range: Range<usize>) -> usize {
        let mut end = range.end;
        while let Some(t) = end.checked_sub(1).filter(|t| *t >= range.start) {
            let class = Class::ABOUT | Class::OVER | Class::UNDER;
            let ends = |at: &usize| self.read.entry(*at, class).is_some_and(|(_, len)| at + len == end);
            // Most words are none.
            let first = self.read.find(t.saturating_sub(3).max(range.start)..end, class);
            let hedge = first.and_then(|first| (first..end).find(ends));
            match hedge {
                Some(at) => end = at,
                None if self.read.word_is(t, Class::DETERMINER) => end = t,
                None => break,
            }
        }
        end
    }

    /// Tokens behind this figure up to the next one, or to the end of the sentence.
    pub fn after(&self, i: usize) -> Range<usize> {
        self.places.get(i).map_or(0..0, |p| p.after.range())
    }

    /// Tokens of the whole sentence of `i`.
    pub fn sentence(&self, i: usize) -> Range<usize> {
        self.places.get(i).map_or(0..0, |p| p.sentence.range())
    }

    /// The part of `range` behind its last mark of a clause end: comma, semicolon, colon, bracket; not the full stop of "Tk. 412".
    pub fn tail(&self, range: Range<usize>) -> Range<usize> {
        let mut end = range.end;
        while let Some(t) = self.read.find_last_word(range.start..end, Class::CLAUSE_END) {
            if !self.is_figure(t) {
                return t + 1..range.end;
            }
            end = t;
        }
        range
    }

    /// The part of `range` in front of its first mark of a clause end.
    pub fn head(&self, range: Range<usize>) -> Range<usize> {
        let cut = self.read.find_word(range.clone(), Class::CLAUSE_END);
        range.start..cut.unwrap_or(range.end)
    }

    /// Whether token `t` is a mark that ends a clause.
    pub fn ends_clause(&self, t: usize) -> bool {
        self.read.word_is(t, Class::CLAUSE_END)
    }

    /// Whether a phrase of the class stands right in front of figure `i`.
    pub fn opened_by(&self, i: usize, class: Class) -> bool {
        let before = self.before(i);
        (before.end.saturating_sub(4).max(before.start)..before.end)
            .any(|t| self.read.entry(t, class).is_some_and(|(_, len)| t + len == before.end))
    }

    /// Whether figures `i - 1` and `i` are members of one list: nothing but "and", commas and hedges between them.
    pub fn continues_list(&self, i: usize) -> bool {
        self.places.get(i).is_some_and(|p| p.listed)
    }

    /// Whether a word or phrase of the class stands in the sentence of figure `i`.
    pub fn is_said(&self, i: usize, class: Class) -> bool {
        self.places.get(i).is_some_and(|p| p.said.intersects(class))
    }
}
