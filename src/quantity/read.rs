//! Reads the figures of one sentence: the loop over its tokens.

use super::age::aged;
use super::composite::{feet_and_inches, shillings, smaller_behind};
use super::elliptic::is_elliptic;
use super::exclude::excluded_words;
use super::excluded::ExcludedDigits;
use super::hedge::{Hedged, hedge_before};
use super::hedge_behind::hedge_behind_unit;
use super::list_numbers::Paragraphs;
use super::magnitude::{Magnitude, NUMBER_PHRASES, NUMBER_SIGNS, begins_number, in_coded_unit, scan_magnitude};
use super::misread::is_misread_one;
use super::notes::Notes;
use super::noun::{is_plural, noun_after, unit_of_noun};
use super::per::per_after;
use super::per_article::per_article;
use super::ratio::{Pair, scan_pair};
use super::sign::{is_negative, signed_from};
use super::tolerance::unit_behind_spread;
use super::unit::{unit_after, unit_before};
use super::{Mention, Noun, UnitSource};
use crate::analysis::{Exclusion, Kind, Modifier, Problem, Scope, Unit};
use crate::language::{Class, ReadText, singular};
use crate::text::{Sentence, Span, Token, lex, lowered};
use rust_decimal::Decimal;

/// The figures of a section so far, and the numbers that are none.
#[derive(Debug, Default)]
pub struct Figures {
    /// Figures in the order of the text.
    pub mentions: Vec<Mention>,
    /// Excluded numbers.
    pub exclusions: Vec<Exclusion>,
    /// Marks of footnotes.
    notes: Notes,
    /// Numbers of paragraphs.
    paragraphs: Paragraphs,
    /// Digits that are no quantities by other rules.
    excluded: ExcludedDigits,
}

/// Tokens of prose rich in figures for each of them.
const TOKENS_A_FIGURE: usize = 24;

impl Figures {
    /// None yet, of a section with these sentences.
    pub fn of(read: &ReadText, sentences: &[Sentence]) -> Self {
        let mentions = Vec::with_capacity(read.tokens.len() / TOKENS_A_FIGURE);
        let (notes, paragraphs) = (Notes::of(read), Paragraphs::of(read));
        let excluded = ExcludedDigits::of(read, sentences, |at| notes.contains(at) || paragraphs.contains(at));
        Self { mentions, notes, paragraphs, excluded, ..Self::default() }
    }
}

/// Reads the figures of a sentence and appends them.
pub fn read_figures(read: &ReadText, sentence: &Sentence, number: usize, figures: &mut Figures) {
    let mut at = sentence.first;
    let mut quotes = Quotes::default();
    // Most words neither begin a number nor quote.
    while let Some(found) = read.find_either(at..sentence.last, Class::QUOTE | NUMBER_SIGNS, NUMBER_PHRASES) {
        at = found;
        quotes.pass(read, at);
        let next = if begins_number(read, at) { read_number(read, sentence, number, at, &quotes, figures) } else { None };
        at = next.unwrap_or(at + 1).max(at + 1);
    }
}

/// Whether the scan stands inside quotation marks, and where they opened.
#[derive(Default)]
struct Quotes {
    open: Option<usize>,
}

impl Quotes {
    fn pass(&mut self, read: &ReadText, at: usize) {
        match read.tokens.get(at).and_then(Token::mark) {
            Some('“' | '「' | '『') => self.open = Some(at),
            Some('”' | '」' | '』') => self.open = None,
            Some('"') => self.open = if self.open.is_some() { None } else { Some(at) },
            _ => {}
        }
    }

    /// Whether the quotation that is open at `at` is a slogan or name: short, and closed before the sentence ends.
    fn is_slogan(&self, read: &ReadText, at: usize, end: usize) -> bool {
        let Some(open) = self.open else { return false };
        let close = (at..end).find(|j| matches!(read.tokens.get(*j).and_then(Token::mark), Some('”' | '"' | '」' | '』')));
        close.is_some_and(|close| close - open <= 26)
    }
}

fn read_number(read: &ReadText, sentence: &Sentence, number: usize, at: usize, quotes: &Quotes, figures: &mut Figures) -> Option<usize> {
    let digits = read.tokens.get(at)?.is_digits();
    if digits && figures.notes.contains(at) {
        exclude(read, at, at + 1, "footnote", figures);
        return Some(at + 1);
    }
    if digits && figures.paragraphs.contains(at) {
        exclude(read, at, at + 1, "list_number", figures);
        return Some(at + 1);
    }
    let words = if digits { None } else { scan_magnitude(read, at) };
    let excluded =
        if digits { figures.excluded.at(at) } else { excluded_words(read, at, words.as_ref().map_or(at + 1, |m| m.after), sentence.first) };
    if let Some((rule, after)) = excluded {
        exclude(read, at, after.min(sentence.last), rule, figures);
        return Some(after);
    }
    let mention = if let Some(pair) = scan_pair(read, at) {
        paired(read, number, at, pair)?
    } else {
        let magnitude = if digits { scan_magnitude(read, at) } else { words };
        assemble(read, sentence, number, at, figures.mentions.last(), magnitude?)?
    };
    if quotes.is_slogan(read, at, sentence.last) && slogan_like(&mention) {
        exclude(read, at, mention.last, "slogan", figures);
        return Some(mention.last);
    }
    // The round number inside a denominator ("per 1,000 population") is no figure of its own, nor is "a quarter" of rates; "one for every 640 homes" has two.
    let numbered = mention.per.as_ref().is_some_and(|p| is_round(p));
    let quarter = mention.per.as_deref() == Some("quarter");
    let after = if numbered || quarter { mention.after_noun } else { mention.last };
    figures.mentions.push(mention);
    Some(after)
}

/// Whether a denominator begins with a round number, or is one unit of something.
fn is_round(per: &str) -> bool {
    let digits = per.split([' ', '\u{a0}']).next().unwrap_or_default();
    let (first, rest) = digits.split_at_checked(1).unwrap_or_default();
    first.starts_with(|c: char| c.is_ascii_digit()) && (rest.is_empty() || rest.bytes().all(|b| b == b'0' || !b.is_ascii_digit()))
}

/// In a quoted phrase only measured amounts are figures ("using 1% of the budget", "lasting for four years").
fn slogan_like(mention: &Mention) -> bool {
    !mention.unit.is_some_and(|u| u.is_currency() || u.is_relative() || !u.is_counted() && !u.is_time() || u.is_time() && !mention.hyphened)
}

fn exclude(read: &ReadText, from: usize, to: usize, rule: &'static str, figures: &mut Figures) {
    let (Some(a), Some(b)) = (read.tokens.get(from), read.tokens.get(to.max(from + 1) - 1)) else { return };
    let span = a.span.cover(b.span);
    figures.exclusions.push(Exclusion { start: span.start, end: span.end, rule: rule.into() });
}

/// Puts a figure together; `before` is the figure before it.
fn assemble(
    read: &ReadText,
    sentence: &Sentence,
    number: usize,
    at: usize,
    before: Option<&Mention>,
    magnitude: Magnitude,
) -> Option<Mention> {
    // A heading that runs into its sentence may end in what would be a unit: "AUD of AUD 5 million".
    let free = before.map_or(0, |m| m.last).max(sentence.first);
    let own_unit = magnitude.unit;
    let printed = unit_before(read, at);
    let front = printed.filter(|(_, first)| own_unit.is_none() && *first >= free);
    let spread = || unit_behind_spread(read, at, magnitude.after).filter(|_| front.is_none() && !magnitude.scaled);
    let behind = if own_unit.is_none() { magnitude.behind.or_else(spread) } else { None };
    let agree = front.is_none() || behind.is_none() || behind.map(|b| b.unit) == front.map(|(unit, _)| unit);
    let last = behind.filter(|_| agree).map_or(magnitude.after, |b| b.after).min(sentence.last);
    let signed = if is_negative(read, at) && at > free { signed_from(read, at) } else { at };
    let signed = if magnitude.malformed && is_misread_one(read, at) { at - 1 } else { signed };
    let first = front.filter(|_| agree).map_or(signed, |(_, first)| first);
    let power = behind.map_or(0, |b| b.power);
    let feet = if behind.is_none() && !magnitude.scaled { feet_and_inches(read, magnitude.after) } else { None };
    let unit = own_unit.or(behind.map(|b| b.unit)).or(front.map(|(unit, _)| unit)).or(feet.as_ref().map(|_| Unit::Foot));
    let pounds = unit == Some(Unit::Currency(*b"GBP")) && !magnitude.scaled;
    let coins = if pounds { shillings(read, last) } else { None };
    let smaller = feet.or(coins).or_else(|| behind.filter(|b| b.after == last).and_then(|b| smaller_behind(read, b.unit, last)));
    let last = smaller.as_ref().map_or(last, |smaller| smaller.after).min(sentence.last);
    let span = read.tokens.get(first)?.span.cover(read.tokens.get(last.checked_sub(1)?)?.span);
    let amount = in_coded_unit(magnitude.amount, power);
    let mut mention = Mention {
        amount: smaller.as_ref().map_or(amount, |smaller| smaller.added(amount)),
        precision: Some(smaller.map_or(magnitude.precision + power, |smaller| smaller.precision)),
        unit_power: power,
        unit,
        unit_source: if unit.is_some() { UnitSource::Printed } else { UnitSource::Assumed },
        modifier: magnitude.hedge.or_else(|| {
            let first = printed.map_or(at, |(_, first)| first);
            hedge_before(read, Hedged { begin: sentence.first, first, after: last, unit })
        }),
        in_words: magnitude.in_words,
        scaled: magnitude.scaled,
        hyphened: behind.is_some_and(|b| b.after > magnitude.after) && read.is_mark(last.saturating_sub(2), '-'),
        problems: if magnitude.malformed { vec![Problem::Malformed] } else { Vec::new() },
        ..bare(first, last, number, span)
    };
    count_noun(read, sentence, &mut mention);
    aged(read, sentence, &mut mention);
    if mention.modifier.is_none() {
        mention.modifier = hedge_behind(read, &mention);
    }
    // "aged 0-6 per thousand males": an age is per nothing.
    let age = mention.unit == Some(Unit::Year) && mention.amount.one().is_none() && mention.after_noun == mention.last && behind.is_none();
    let per = || per_after(read, mention.after_noun, sentence.last).or_else(|| per_article(read, sentence, &mention, before));
    if let Some((per, after)) = if age { None } else { per() } {
        // "7.3 million hectares (0.2%) per year": another figure stands between.
        let between = mention.after_noun..after;
        let figure = read.is_mark(between.start, '(') && between.clone().skip(1).any(|t| read.word_is(t, Class::DIGITS));
        mention.per = Some(per);
        mention.after_noun = if figure { between.start } else { after };
    }
    (counts_something(read, sentence, &mention) || is_elliptic(read, &mention, before)).then_some(mention)
}

/// The hedge behind the unit or the noun of a figure.
fn hedge_behind(read: &ReadText, mention: &Mention) -> Option<Modifier> {
    let last = if mention.unit_source == UnitSource::Printed { mention.last } else { mention.after_noun };
    let told = mention.unit_source == UnitSource::Printed || mention.after_noun > mention.last;
    if told { hedge_behind_unit(read, last, mention.unit) } else { None }
}

fn paired(read: &ReadText, number: usize, at: usize, pair: Pair) -> Option<Mention> {
    // "$1 out of every $9" begins with its sign.
    let at = unit_before(read, at).map_or(at, |(_, first)| first);
    let span = read.tokens.get(at)?.span.cover(read.tokens.get(pair.after.checked_sub(1)?)?.span);
    let kind = if pair.unit == Unit::Ratio { Kind::Ratio } else { Kind::Share };
    let (unit, amount) = (Some(pair.unit), pair.amount);
    Some(Mention {
        amount,
        unit,
        unit_source: UnitSource::Printed,
        kind,
        modifier: hedge_before(read, Hedged { begin: 0, first: at, after: pair.after, unit }),
        ..bare(at, pair.after, number, span)
    })
}

/// A mention of which only its place is known.
pub(crate) fn bare(first: usize, last: usize, sentence: usize, span: Span) -> Mention {
    Mention {
        first,
        last,
        after_noun: last,
        sentence,
        span,
        amount: crate::analysis::Amount::Unread,
        precision: None,
        unit_power: 0,
        unit: None,
        unit_source: UnitSource::Assumed,
        noun: None,
        head: None,
        generic: false,
        per: None,
        modifier: None,
        in_words: false,
        scaled: false,
        hyphened: false,
        problems: Vec::new(),
        kind: Kind::Level,
        year: None,
        scope: Scope::Region,
        of: None,
        base: None,
        what: String::new(),
    }
}

/// Reads the counted noun of a figure without a unit of its own. "of" may stand between a large number and its noun.
fn count_noun(read: &ReadText, sentence: &Sentence, mention: &mut Mention) {
    if mention.unit.is_some() {
        return;
    }
    // "1.4 lakh of them fully": the pronoun stands for the noun, and what follows it is none.
    let pronoun = matches!(read.str(mention.last + 1), "it" | "them" | "whom" | "which");
    let at = if read.str(mention.last) == "of" && mention.scaled && !pronoun { mention.last + 1 } else { mention.last };
    if let Some((noun, after)) = noun_after(read, at, sentence.last) {
        set_noun(read, mention, noun, after);
    } else if let Some((noun, _)) = noun_behind_bracket(read, mention.last, sentence.last) {
        set_noun(read, mention, noun, mention.last);
        mention.after_noun = mention.last;
    }
}

/// "3.2 million (17 per cent) households", "45 (of 60) schools": the noun stands behind a bracket that tells a share or a whole.
fn noun_behind_bracket(read: &ReadText, open: usize, end: usize) -> Option<(Noun, usize)> {
    let first = if matches!(read.str(open + 1), "of" | "about" | "or" | "some" | "nearly") { open + 2 } else { open + 1 };
    if !read.is_mark(open, '(') || !read.word_is(first, Class::DIGITS) || read.word_is(first, Class::YEAR) {
        return None;
    }
    let close = (first + 1..first + BRACKET).find(|t| read.is_mark(*t, ')'))?;
    // "130,414 (84% of the annual target) patients"
    let told = close == first + 1 && first > open + 1
        || unit_after(read, first + 1).is_some_and(|u| u.unit.is_relative() && (u.after == close || read.str(u.after) == "of"));
    let known = |noun: &Noun| is_plural(read, noun.head);
    // "10,790 (69%) included dependent children": a verb tells of those who are counted.
    let tells = read.word_is(close + 1, Class::VERB);
    noun_after(read, close + 1, end).filter(|(noun, _)| told && !tells && known(noun))
}

/// Tokens of a bracket with a share in it.
const BRACKET: usize = 8;

fn set_noun(read: &ReadText, mention: &mut Mention, noun: Noun, after: usize) {
    let unit = read.entry(noun.head, Class::UNIT).filter(|(e, _)| e.unit.is_some_and(|u| !u.is_relative()) && !is_gauge(read, noun));
    if let Some((entry, len)) = unit {
        mention.unit = entry.unit;
        mention.unit_source = UnitSource::Printed;
        mention.after_noun = noun.head + len;
        return;
    }
    if read.word_is(noun.head, Class::PRONOUN) {
        return;
    }
    // "289 were male and 84 female": a word for persons in the singular, behind more than one, is an adjective.
    let one = mention.amount.one() == Some(Decimal::ONE);
    if !one
        && read.word_is(noun.head, Class::PEOPLE | Class::HOUSEHOLDS)
        && !is_plural(read, noun.head)
        && !mention.in_words
        && !stands_for_persons(read.str(noun.head))
    {
        return;
    }
    mention.unit = Some(if one && is_one_of_people(read, noun.head) { Unit::People } else { unit_of_noun(read, noun) });
    mention.unit_source = UnitSource::Noun;
    // "48 were primary, 11 secondary": an adjective whose noun is left out names nothing to compare with.
    mention.head =
        (one || read.word_is(noun.head, Class::NOUN | Class::PEOPLE | Class::HOUSEHOLDS | Class::PLACE) || is_plural(read, noun.head))
            .then(|| singular(read.str(noun.head)));
    mention.generic = read.word_is(noun.head, Class::GENERIC);
    mention.noun = Some(noun);
    mention.after_noun = after;
}

/// "1,200 water meters", "40 smart meters": things that measure, and no length.
fn is_gauge(read: &ReadText, noun: Noun) -> bool {
    let kind = |word: &str| {
        matches!(word, "water" | "gas" | "electricity" | "electric" | "energy" | "power" | "heat" | "flow" | "parking" | "smart")
            || matches!(word, "prepaid" | "prepayment" | "digital" | "domestic" | "bulk" | "customer")
    };
    noun.head > noun.first && matches!(read.str(noun.head), "meters") && lowered(read.str(noun.head - 1), kind)
}

/// "one facilitator", "one agent": the plural counts people.
fn is_one_of_people(read: &ReadText, head: usize) -> bool {
    if read.str(head) == "object" {
        return false;
    }
    let many = format!("{}s", read.str(head));
    let tokens = lex(&many, Span::new(0, many.len()));
    read.pack.read(&many, &tokens).word(0).intersects(Class::PEOPLE)
}

/// Adjectives that count persons by themselves: "6.4 million poor".
fn stands_for_persons(word: &str) -> bool {
    matches!(word, "poor" | "needy" | "disabled" | "elderly" | "unemployed" | "homeless" | "masses")
}

/// A spelled-out number needs a noun or a unit to be a quantity, unless it is said to be a part ("including three", "ten of the 50").
fn counts_something(read: &ReadText, sentence: &Sentence, mention: &Mention) -> bool {
    if !mention.in_words || mention.scaled || mention.per.is_some() || mention.unit.is_some_and(|u| !u.is_counted()) {
        return true;
    }
    let one = mention.amount.one() == Some(Decimal::ONE);
    if mention.noun.is_none() {
        let part = out_of(read, mention)
            || of_so_many(read, mention.last)
            || said_to_be_part(read, mention.first)
            || read.str(mention.last) == "of" && read.word_is(mention.last + 1, Class::DETERMINER);
        return part && !one;
    }
    !(one && mention.first == sentence.first)
}

/// "eight out of 12 regions", "five regions out of nine": either side of "out of".
fn out_of(read: &ReadText, mention: &Mention) -> bool {
    let joint = |t: usize| read.str(t) == "out" && read.str(t + 1) == "of";
    joint(mention.last) || mention.first > 1 && joint(mention.first - 2)
}

/// "seven of 14 districts", "seven of Ghana's nine regions": a number of things, maybe behind the name of what has them.
fn of_so_many(read: &ReadText, last: usize) -> bool {
    let name = || {
        read.tokens.get(last + 1).is_some_and(|t| t.capital)
            && (last + 2..last + 7).take_while(|t| read.is_word(*t) || matches!(read.str(*t), "’" | "'")).any(|t| begins_number(read, t))
    };
    read.str(last) == "of" && (read.word_is(last + 1, Class::DIGITS) || name())
}

/// Whether "of which", "including" or the like stands right in front.
fn said_to_be_part(read: &ReadText, first: usize) -> bool {
    (first.saturating_sub(4)..first).any(|at| read.entry(at, Class::PARTS | Class::ALL_PARTS).is_some_and(|(_, len)| at + len == first))
}
