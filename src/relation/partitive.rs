//! Parts that are told with their whole: "412,000 of the 515,000 people", "31 of Kenya's 47 counties", "3.2 million (17 per cent) out of 18.9
//! million"; and those whose whole the opening of their sentence names: "Of the people assisted, 250,000 received food".

use super::Context;
use super::among_behind::among_behind;
use super::beside::is_beside;
use super::misprint::is_misprint;
use super::named::same_word;
use super::parts::fits;
use super::yardstick::is_plan;
use crate::analysis::{Kind, Unit};
use crate::language::{Class, ReadText};
use crate::quantity::Mention;
use std::ops::Range;

/// Tokens between a part and its total in "ten of the country's 50 buses", and behind a longer name in "of the Northern Territory's 50".
const PARTITIVE: usize = 5;
const OWNED: usize = 8;

impl Context<'_> {
    /// Whether the sentence of figure `b` follows right behind that of figure `a`, be it an item of its own.
    pub(super) fn follows_on(&self, a: usize, b: usize) -> bool {
        let start = self.sentence(b).start;
        start <= self.sentence(a).end + 1 + usize::from(start > 0 && is_item_mark(self.read, start - 1))
    }

    /// "412,000 of the 515,000 people": the figure behind figure `i` that it is said to be out of.
    pub fn partitive_total(&self, i: usize) -> Option<usize> {
        let after = self.after(i);
        // "179/229 communes"
        if after.len() == 1 && self.read.is_mark(after.start, '/') {
            return self.next(i);
        }
        // "eight out of 12 regions"
        let out = usize::from(self.read.str(after.start) == "out");
        let next = self.next(i).filter(|_| self.read.str(after.start + out) == "of" && after.len() <= OWNED)?;
        let owned = is_possessive(self, after.end);
        let definite = after.len() == 1 + out
            || self.read.word_is(after.start + 1, Class::DETERMINER) && !matches!(self.read.str(after.start + 1), "a" | "an")
            || matches!(self.read.str(after.start + 1), "all" | "which" | "total")
            // "33 of a total of 240 schools".
            || self.read.phrase_is(after.start + out + 1, Class::TOTAL)
            || owned;
        // "of the country's 50 buses", "of the planned 80 wells".
        let parts = |t: usize| {
            !self.read.is_word(t) && !matches!(self.read.str(t), "'" | "’")
                || self.read.word_is(t, Class::VERB | Class::AUXILIARY) && !is_plan(self.read.str(t))
                || matches!(self.read.str(t), "where" | "that" | "who")
                // "960 million of it and salaries for 510 million": of what has been told.
                || self.read.word_is(t, Class::AND) && matches!(self.read.str(after.start + 1), "it" | "this" | "them" | "these")
        };
        let plain = !after.clone().any(parts);
        (definite && plain && (owned || after.len() <= PARTITIVE)).then_some(next)
    }
}

/// Whether a possessive ends in front of token `end`: "Kenya's", "the Philippines'".
fn is_possessive(context: &Context, end: usize) -> bool {
    let read = context.read;
    let apostrophe = |t: usize| matches!(read.str(t), "'" | "’");
    end > 2 && (read.str(end - 1) == "s" && apostrophe(end - 2) || apostrophe(end - 1) && read.str(end - 2).ends_with('s'))
}

/// "namely their share in the total population of 127 million": the whole, whatever list is open.
pub(super) fn is_whole_population(context: &Context, i: usize) -> bool {
    let read = context.read;
    let of = context.lead(i).filter(|t| *t > 2 && read.str(*t) == "of" && read.word_is(*t - 1, Class::PEOPLE));
    of.is_some_and(|of| read.word_is(of - 2, Class::TOTAL_NOUN) && read.word_is(of - 3, Class::DETERMINER))
}

/// "ten of the 50 buses", "412,000 of the 515,000 people": the total stands behind.
pub(super) fn partitive(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let this = mentions.get(i).filter(|m| m.stands_alone() && context.next(i).is_some())?;
    let next = context.partitive_total(i).or_else(|| out_of(context, mentions, i)).or_else(|| over_share(context, mentions, i));
    let next = next.or_else(|| over_slash(context, mentions, i));
    let among = if next.is_none() { among_behind(context, mentions, i) } else { None };
    let next = next.or(among)?;
    // "5,000 dollars of which 2,700 has been paid": the part stands behind, with no comma.
    if context.read.str(context.after(i).start + 1) == "which" {
        return None;
    }
    let total = mentions.get(next)?;
    let counted = this.unit.is_some_and(Unit::is_counted) && total.unit.is_some_and(Unit::is_counted);
    // "31 sets of 5,200 answers": what sets are made of, not what they are some of.
    let definite = context.after(i).len() > 1 || among.is_some();
    // "2 billion of the 186 million fund": one of the two is misprinted.
    let slip = definite && this.unit.is_some_and(Unit::is_currency) && this.unit == total.unit;
    let alike = definite || this.noun.is_none() || this.head == total.head;
    // "4,716 were handed out of 4,950 planned": a result against its plan.
    if total.kind == Kind::Target
        && context.read.str(context.before(next).end - 1) == "of"
        && is_plan(context.read.str(context.after(next).start))
    {
        return None;
    }
    let same = this.unit == total.unit || this.unit == Some(Unit::Count) && this.noun.is_none();
    let fitting = if counted { same && alike } else { fits(total, this) };
    (fitting && total.stands_alone() && (slip || total.amount.bounds() > this.amount.bounds())).then_some(next)
}

/// "612 (17 per cent) of the 3,600 pupils", "612, or 17 per cent, of the 3,600", "17 per cent (612) of the 3,600": the share stands beside the part,
/// and says the same.
fn over_share(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let percent = |j: usize| mentions.get(j).is_some_and(|m| m.unit == Some(Unit::Percent));
    let next = context.next(i)?;
    let (mark, total) = if percent(next) {
        (context.restates(next).then(|| context.after(next).start)?, context.next(next)?)
    } else {
        let bracket = context.gap(i).len() == 1 && read.is_mark(context.gap(i).start, '(');
        let behind_share = context.previous(i).is_some_and(percent) && (bracket || context.restates(i));
        (behind_share.then(|| context.after(i).start)?, next)
    };
    let of = mark + 1;
    let closed = read.is_mark(mark, ')') || read.is_mark(mark, ',');
    let definite = read.word_is(of + 1, Class::DETERMINER) && !matches!(read.str(of + 1), "a" | "an") || read.str(of + 1) == "all";
    let whole = of + 1..context.gap(total).end;
    let breaks = |t: usize| context.ends_clause(t) || read.word_is(t, Class::VERB | Class::AUXILIARY) && !is_plan(read.str(t));
    (closed && read.str(of) == "of" && definite && whole.len() <= PARTITIVE && !whole.clone().any(breaks)).then_some(total)
}

/// "213 of the 530 patients were discharged and 290 transferred", "books accounted for 437 of the 550 items, films for 113": a bare number beside a part
/// that is told with its whole. Without a verb of its own it is one only where the two come to the whole, but for a misprint.
pub(super) fn beside_partitive(context: &Context, mentions: &[Mention], i: usize) -> Option<(usize, &'static str)> {
    let read = context.read;
    let total = context.previous(i)?;
    let part = context.previous(total).and_then(|p| mentions.get(p)).filter(|m| m.of == Some((total, "partitive")))?;
    let (this, whole) = (mentions.get(i)?, mentions.get(total)?);
    let joined = context.gap(i).any(|t| read.word_is(t, Class::AND) || read.is_mark(t, ','));
    let smaller = this.stands_alone() && this.per.is_none() && this.amount.bounds() < whole.amount.bounds();
    if !joined || !smaller || this.noun.is_some() || is_beside(context, i) {
        return None;
    }
    let sum = part.amount.one()?.checked_add(this.amount.one()?)?;
    // "2,133 were women and 2,991 were over sixty": who has a verb of his own may be told twice.
    let own = read.word_is(context.end(i), Class::VERB | Class::AUXILIARY);
    let comes_to = |whole| whole == sum || !own && is_misprint(whole, sum);
    if fits(whole, this) && whole.amount.one().is_some_and(comes_to) {
        return Some((total, "set_out"));
    }
    let counted = whole.unit.is_some_and(Unit::is_counted) && fits(whole, this);
    let told = own && context.lead(i).is_some_and(|t| read.word_is(t, Class::AND));
    (counted && told).then_some((total, "of_them"))
}

/// "4,665/8,902 communes": a part over its whole.
fn over_slash(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let next = context.next(i)?;
    let slash = context.gap(next).len() == 1 && context.read.is_mark(context.gap(next).start, '/');
    let counted = mentions.get(next).is_some_and(|m| m.unit.is_some_and(Unit::is_counted));
    (slash && counted).then_some(next)
}

/// "1,080 million in double claims out of a total of 37,506 million", "3.2 million (17 per cent) households out of 18.9 million".
fn out_of(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let next = context.next(i)?;
    // What is said again in a bracket stands between.
    let again = mentions.get(next).is_some_and(|m| m.unit == Some(Unit::Percent)) && context.restates(next);
    let closed = again && read.is_mark(context.after(next).start, ')');
    let next = if closed { context.next(next)? } else { next };
    let gap = context.gap(next);
    let gap = gap.start + usize::from(closed)..gap.end;
    let at =
        gap.clone().take(OUT_OF).find(|t| read.word_is(*t, Class::PREPOSITION) && read.str(*t) == "out" && read.str(*t + 1) == "of")?;
    let end = context.before_hedges(gap.clone());
    // "17 million out of the total programme spending of 48 million"
    let named = read.str(at + 2) == "the" && read.word_is(at + 3, Class::TOTAL_NOUN) && end - at <= TOTAL_NAME && read.str(end - 1) == "of";
    let leads = (at + 2..end).all(|t| {
        read.word_is(t, Class::DETERMINER | Class::TOTAL | Class::TOTAL_NOUN)
            || matches!(read.str(t), "of" | "grand" | "combined")
            || named && read.is_word(t) && !read.word_is(t, Class::VERB | Class::AUXILIARY | Class::AND)
    });
    let plain = !(gap.start..at).any(|t| context.ends_clause(t));
    (leads && plain).then_some(next)
}

/// Tokens of "out of the total programme spending of".
const TOTAL_NAME: usize = 8;

/// Tokens between a part and "out of".
const OUT_OF: usize = 12;

/// "... reached 1.3 million people. Of the people assisted, 250,000 received food", "Out of these works, 27 were finished": the figure in front
/// that the words which open the sentence name.
pub(super) fn whole_named(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let name = name_that_opens(context, i)?;
    let this = mentions.get(i).filter(|m| m.stands_alone() && m.per.is_none())?;
    // "Of the houses finished, 38 were of wood and 21 of stone, for a total of 59": the sentence has its own total.
    if (i + 1..context.in_sentence(i).end).any(|j| context.says_total(j)) {
        return None;
    }
    let topic = context.topic_start(i);
    let counted = |m: &Mention| m.unit.is_some_and(Unit::is_counted);
    let whole = |j: &usize| {
        mentions.get(*j).is_some_and(|m| {
            let alike = fits(m, this) || counted(m) && counted(this);
            alike && m.stands_alone() && m.per.is_none() && m.amount.bounds() > this.amount.bounds()
        }) && !is_beside(context, *j)
            && context.topic_start(*j) == topic
    };
    let words = || name.clone().filter(|t| read.is_word(*t) && !read.word_is(*t, Class::STOP | Class::DETERMINER | Class::TOTAL));
    let says = |j: &usize| {
        let said = context.near(*j).chain(context.end(*j)..context.behind(*j).end.max(context.end(*j))).filter(|t| read.is_word(*t));
        let mut said = said.map(|t| read.str(t));
        said.any(|w| words().any(|t| same_word(w, read.str(t))))
    };
    let near = |j: &usize| mentions.get(*j).is_some_and(|m| m.sentence + SENTENCES >= this.sentence);
    (0..i).rev().take_while(near).filter(whole).find(says)
}

/// "310 accidents happened. 45 were fatal", "11,135 prisoners are foreign. 3,342 are from Fenn and 774 are women. 6,434 are serving long sentences": what
/// a bare number that opens its sentence is, was counted by the sentence before, or is one more part of the same. What was done ("45 were repaired")
/// may be told of others.
pub(super) fn bare_subject(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let this = mentions.get(i).filter(|m| m.noun.is_none() && m.unit.is_some_and(Unit::is_counted) && m.per.is_none())?;
    let verb = context.end(i);
    let is = matches!(read.str(verb), "are" | "were");
    let done = read.word_is(verb + 1, Class::VERB) && !read.str(verb + 1).ends_with("ing") || read.str(verb + 1).ends_with("ed");
    let opens = context.previous(i).is_none() && context.unhedged(i) == context.before(i).start;
    if !is || done || !opens || !read.is_word(verb + 1) {
        return None;
    }
    let before = context.in_sentence(i.checked_sub(1)?);
    let near = context.follows_on(before.start, i);
    let first = mentions.get(before.start).filter(|_| near)?;
    if let Some((total, "of_them")) = first.of {
        return mentions.get(total).is_some_and(|t| t.amount.bounds() > this.amount.bounds()).then_some(total);
    }
    let whole = first.noun.is_some() && first.stands_alone() && first.per.is_none() && !is_beside(context, before.start);
    let counts = first.unit.is_some_and(Unit::is_counted) && first.head == this.head && first.amount.bounds() > this.amount.bounds();
    (whole && counts).then_some(before.start)
}

/// Sentences in front in which a whole is named.
const SENTENCES: usize = 3;

/// The name in "Of the people assisted,", "Out of these works,", "Among those cases," in front of the first figure of a sentence.
fn name_that_opens(context: &Context, i: usize) -> Option<Range<usize>> {
    let read = context.read;
    let before = context.before(i);
    let start = first_word(context, before.start);
    let of = match read.str(start) {
        "Out" | "From" if matches!(read.str(start + 1), "of" | "among") => start + 1,
        "Of" | "Among" | "Amongst" | "From" => start,
        _ => return None,
    };
    if context.previous(i).is_some() || !read.word_is(of + 1, Class::DETERMINER) {
        return None;
    }
    let close = (of + 2..before.end.min(of + 2 + NAME)).find(|t| context.ends_clause(*t)).filter(|t| read.is_mark(*t, ','))?;
    // "From the start, 40 clinics": a time, and nothing that is counted.
    let whole = read.str(of) != "From" || matches!(read.str(of + 1), "these" | "those");
    let near = context.near(i).start == close + 1 && before.end - close <= NAME;
    (whole && near && close > of + 2).then_some(of + 1..close)
}

/// Tokens of such a name, and of what may stand between it and the figure.
const NAME: usize = 9;

/// The first word of a sentence, behind the mark of an item.
pub(super) fn first_word(context: &Context, start: usize) -> usize {
    start + usize::from(is_item_mark(context.read, start))
}

/// The first token of a sentence behind the mark of an item: "- Of the 40 wells, ...".
pub(super) fn behind_item(read: &ReadText, first: usize) -> usize {
    let word = || read.is_word(first + 1) && read.tokens.get(first + 1).is_some_and(|t| t.spaced);
    first + usize::from(is_item_mark(read, first) && word())
}

/// Whether a token is a mark that may open an item.
pub(super) fn is_item_mark(read: &ReadText, t: usize) -> bool {
    let mark = read.tokens.get(t).and_then(crate::text::Token::mark);
    matches!(mark, Some('•' | '-' | '–' | '—' | '*' | '·' | '▪' | '●' | '◦' | '‣'))
}

/// "5.5 million households are landless. ... Around 4.6 million such households have been surveyed": the same things, counted in a sentence before.
pub(super) fn such_again(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    if !(context.end(i)..context.end(i) + 2).any(|t| read.str(t) == "such") {
        return None;
    }
    let this = mentions.get(i).filter(|m| m.stands_alone() && m.kind != Kind::Target && m.head.is_some())?;
    let more =
        context.before(i).rev().take(2).any(|t| matches!(read.str(t), "another" | "Another" | "further" | "other" | "additional" | "more"));
    let same = |m: &Mention| {
        m.stands_alone() && m.kind != Kind::Target && m.unit == this.unit && m.head == this.head && m.sentence < this.sentence
    };
    let near = |j: &usize| mentions.get(*j).is_some_and(|m| m.sentence + SENTENCES >= this.sentence);
    let found = (0..i).rev().take_while(near).find(|j| mentions.get(*j).is_some_and(same))?;
    let larger = mentions.get(found).is_some_and(|m| m.amount.bounds() > this.amount.bounds());
    (larger && !more && context.topic_start(found) == context.topic_start(i)).then_some(found)
}

/// "Of the total area of the island, 48,700 acres, some 15,300 acres are waste": whether nothing but a comma stands behind figure `i`, and a smaller figure of the same unit with a verb.
pub(super) fn is_set_off(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let Some(next) = context.next(i) else { return false };
    let gap = context.gap(next);
    let at_once = read.is_mark(gap.start, ',') && context.before_hedges(gap.clone()) == gap.start + 1;
    let smaller = mentions.get(i).zip(mentions.get(next)).is_some_and(|(whole, part)| {
        whole.stands_alone() && whole.unit == part.unit && fits(whole, part) && part.amount.bounds() < whole.amount.bounds()
    });
    at_once && smaller && read.find_word(context.behind(next), Class::VERB | Class::AUXILIARY).is_some()
}

/// "of which 12 are", "of which 12 tankers": not "of which 220 villages raised 820 million", where something is told of others.
pub(super) fn is_named_part(context: &Context, i: usize) -> bool {
    let behind = context.after(i).start;
    let read = context.read;
    let closes = !read.is_word(behind) || read.word_is(behind, Class::AND | Class::PREPOSITION);
    // "Buses inspected: 2,840 (of which electric: 426)"
    let labelled = || context.lead(i).is_some_and(|t| read.is_mark(t, ':') && context.gap(i).contains(&t));
    if closes && labelled() {
        return read.find(context.gap(i), Class::PARTS).is_some();
    }
    closes && context.opened_by(i, Class::PARTS)
}

/// Whether a number says nothing of what it counts: "612 pupils. Most of them (418) ...".
pub(super) fn is_bare(m: &Mention) -> bool {
    m.unit == Some(Unit::Count) && m.noun.is_none() && m.head.is_none() && m.per.is_none()
}
