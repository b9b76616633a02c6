//! Reads the figures of one sentence: the loop over its tokens.

use super::exclude::{excluded_digits, excluded_words};
use super::hedge::{hedge_after, hedge_before};
use super::noun::{noun_after, unit_of_noun};
use super::number::scan_printed;
use super::per::per_after;
use super::unit::{scale_at, unit_after, unit_before};
use super::words::scan_words;
use super::{Mention, Noun, UnitSource};
use crate::analysis::{Amount, Exclusion, Kind, Problem, Scope, Unit};
use crate::language::{Class, ReadText, singular};
use crate::text::{Sentence, Span, Token};
use rust_decimal::Decimal;

/// The figures of a section so far, and the numbers that are none.
#[derive(Debug, Default)]
pub struct Figures {
    /// Figures in the order of the text.
    pub mentions: Vec<Mention>,
    /// Excluded numbers.
    pub exclusions: Vec<Exclusion>,
}

/// Reads the figures of a sentence and appends them.
pub fn read_figures(read: &ReadText, sentence: &Sentence, number: usize, figures: &mut Figures) {
    let mut at = sentence.first;
    let mut quotes = Quotes::default();
    while at < sentence.last {
        quotes.pass(read, at);
        let digits = read.tokens.get(at).is_some_and(Token::is_digits);
        let next = if digits || read.phrase_is(at, Class::NUMBER_WORD | Class::FRACTION | Class::IDIOM) {
            read_number(read, sentence, number, at, &quotes, figures)
        } else {
            None
        };
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

/// The number core: value, its printed decimals, and the token after it.
struct Core {
    value: Option<Decimal>,
    decimals: u32,
    malformed: bool,
    after: usize,
    unit: Option<Unit>,
    in_words: bool,
}

fn read_number(read: &ReadText, sentence: &Sentence, number: usize, at: usize, quotes: &Quotes, figures: &mut Figures) -> Option<usize> {
    let digits = read.tokens.get(at)?.is_digits();
    let excluded = if digits {
        excluded_digits(read, at, sentence.first, sentence.last)
    } else {
        let after = scan_core(read, at).map_or(at + 1, |c| c.after);
        excluded_words(read, at, after, sentence.first)
    };
    if let Some((rule, after)) = excluded {
        exclude(read, at, after.min(sentence.last), rule, figures);
        return Some(after);
    }
    let core = scan_core(read, at)?;
    let mention = assemble(read, sentence, number, at, core)?;
    if quotes.is_slogan(read, at, sentence.last) && slogan_like(&mention) {
        exclude(read, at, mention.last, "slogan", figures);
        return Some(mention.last);
    }
    // The number inside a denominator ("per 1,000 population") is no figure of its own.
    let numbered = mention.per.as_ref().is_some_and(|p| p.starts_with(|c: char| c.is_ascii_digit()));
    let after = if numbered { mention.after_noun } else { mention.last };
    figures.mentions.push(mention);
    Some(after)
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

fn scan_core(read: &ReadText, at: usize) -> Option<Core> {
    if read.tokens.get(at)?.is_digits() {
        let printed = scan_printed(read.str(at));
        return Some(Core {
            value: printed.value,
            decimals: printed.decimals,
            malformed: printed.malformed,
            after: at + 1,
            unit: None,
            in_words: false,
        });
    }
    if let Some((entry, len)) = read.entry(at, Class::FRACTION) {
        return Some(Core { value: entry.value, decimals: 0, malformed: false, after: at + len, unit: entry.unit, in_words: true });
    }
    let (value, after) = scan_words(read, at)?;
    Some(Core { value: Some(value), decimals: 0, malformed: false, after, unit: None, in_words: true })
}

/// The other end of a range: "3000-5000 yuan", "300 – 500 million", "one or two", "between 3 and 5".
fn range_end(read: &ReadText, at: usize, core: &Core) -> Option<Core> {
    let low = core.value?;
    let joint = core.after;
    let dash = matches!(read.tokens.get(joint)?.mark(), Some('-' | '–' | '—' | '~' | '～' | '－'));
    let between = at > 0 && read.word_is(at - 1, Class::BETWEEN) && read.word_is(joint, Class::AND);
    let word = read.word_is(joint, Class::OR)
        && !(read.word_is(joint, Class::TO) && at > 0 && read.word_is(at - 1, Class::FROM) && rise_in_clause(read, at));
    if !dash && !between && !word {
        return None;
    }
    let high = scan_core(read, joint + 1).filter(|c| c.unit.is_none() && (c.in_words == core.in_words || dash))?;
    (high.value? > low).then_some(high)
}

/// Whether a rise or fall is spoken of right before "from": then "from 30 to 40%" are two values, not a range.
fn rise_in_clause(read: &ReadText, at: usize) -> bool {
    (at.saturating_sub(8)..at).any(|j| read.word_is(j, Class::RISE))
}

fn assemble(read: &ReadText, sentence: &Sentence, number: usize, at: usize, core: Core) -> Option<Mention> {
    let range = range_end(read, at, &core);
    let mut last = range.as_ref().map_or(core.after, |high| high.after);
    if range.is_none()
        && let Some(ratio) = colon_ratio(read, at, &core)
    {
        return Some(ratio_mention(read, number, at, ratio));
    }
    let mut modifier = hedge_before(read, unit_before(read, at).map_or(at, |(_, first)| first));
    if let Some((hedge, after)) = hedge_after(read, last) {
        modifier = Some(hedge);
        last = after;
    }
    let scale = if core.unit.is_some() { None } else { scale_at(read, last) };
    let power = scale.map_or(0, |(power, _)| power);
    last = scale.map_or(last, |(_, after)| after).min(sentence.last);
    let front = if core.unit.is_none() { unit_before(read, at) } else { None };
    let behind = if core.unit.is_none() { unit_after(read, last) } else { None };
    let power = power + behind.map_or(0, |b| b.power);
    let unit = core.unit.or(behind.map(|b| b.unit)).or(front.map(|(unit, _)| unit));
    let agree = front.is_none() || behind.is_none() || behind.map(|b| b.unit) == front.map(|(unit, _)| unit);
    last = behind.filter(|_| agree).map_or(last, |b| b.after).min(sentence.last);
    let first = front.filter(|_| agree).map_or(at, |(_, first)| first);
    let mut mention = Mention {
        first,
        last,
        after_noun: last,
        sentence: number,
        span: read.tokens.get(first)?.span.cover(read.tokens.get(last - 1)?.span),
        amount: amount(core.value, range.as_ref().and_then(|r| r.value), power),
        precision: Some(power - core.decimals.max(range.as_ref().map_or(0, |r| r.decimals)) as i32),
        unit,
        unit_source: if unit.is_some() { UnitSource::Printed } else { UnitSource::Assumed },
        noun: None,
        head: None,
        per: None,
        modifier,
        in_words: core.in_words,
        scaled: scale.is_some(),
        hyphened: behind.is_some() && read.is_mark(last.saturating_sub(2), '-'),
        problems: if core.malformed || range.is_some_and(|r| r.malformed) { vec![Problem::Malformed] } else { Vec::new() },
        kind: Kind::Level,
        year: None,
        scope: Scope::Region,
        of: None,
        base: None,
        what: String::new(),
    };
    count_noun(read, sentence, &mut mention);
    if let Some((per, after)) = per_after(read, mention.after_noun, sentence.last) {
        mention.per = Some(per);
        mention.after_noun = after;
    }
    counts_something(read, sentence, &mention).then_some(mention)
}

/// Reads the counted noun of a figure without a unit of its own. "of" may stand between a large number and its noun.
fn count_noun(read: &ReadText, sentence: &Sentence, mention: &mut Mention) {
    if mention.unit.is_some() {
        return;
    }
    let at = if read.str(mention.last) == "of" && mention.scaled { mention.last + 1 } else { mention.last };
    if let Some((noun, after)) = noun_after(read, at, sentence.last) {
        set_noun(read, mention, noun, after);
    }
}

fn set_noun(read: &ReadText, mention: &mut Mention, noun: Noun, after: usize) {
    if let Some((entry, len)) = read.entry(noun.head, Class::UNIT).filter(|(e, _)| e.unit.is_some_and(|u| !u.is_relative())) {
        mention.unit = entry.unit;
        mention.unit_source = UnitSource::Printed;
        mention.after_noun = noun.head + len;
        return;
    }
    if read.word_is(noun.head, Class::PRONOUN) {
        return;
    }
    mention.unit = Some(unit_of_noun(read, noun));
    mention.unit_source = UnitSource::Noun;
    mention.head = Some(singular(read.str(noun.head)));
    mention.noun = Some(noun);
    mention.after_noun = after;
}

/// A spelled-out number needs a noun or a unit to be a quantity, unless it is said to be a part ("including three", "ten of the 50").
fn counts_something(read: &ReadText, sentence: &Sentence, mention: &Mention) -> bool {
    if !mention.in_words || mention.scaled || mention.unit.is_some_and(|u| !u.is_counted()) {
        return true;
    }
    let one = mention.amount.one() == Some(Decimal::ONE);
    if mention.noun.is_none() {
        let part =
            said_to_be_part(read, mention.first) || read.str(mention.last) == "of" && read.word_is(mention.last + 1, Class::DETERMINER);
        return part && !one;
    }
    !(one && mention.first == sentence.first)
}

/// Whether "of which", "including" or the like stands right in front.
fn said_to_be_part(read: &ReadText, first: usize) -> bool {
    (first.saturating_sub(4)..first).any(|at| read.entry(at, Class::PARTS | Class::ALL_PARTS).is_some_and(|(_, len)| at + len == first))
}

fn amount(low: Option<Decimal>, high: Option<Decimal>, power: i32) -> Amount {
    let scaled = |v: Decimal| ten_to(power).and_then(|p| v.checked_mul(p)).map(|d| d.normalize());
    match (low.and_then(scaled), high.and_then(scaled)) {
        (Some(low), Some(high)) => Amount::Range(low, high),
        (Some(value), None) => Amount::One(value),
        (None, _) => Amount::Unread,
    }
}

fn ten_to(power: i32) -> Option<Decimal> {
    let magnitude = 10_i64.checked_pow(power.unsigned_abs()).map(Decimal::from)?;
    if power < 0 { Decimal::ONE.checked_div(magnitude) } else { Some(magnitude) }
}

/// "2.49:1": a ratio; three and more parts are weights without one value.
struct Ratio {
    value: Option<Decimal>,
    after: usize,
}

fn colon_ratio(read: &ReadText, at: usize, core: &Core) -> Option<Ratio> {
    let colon = |j: usize| read.is_mark(j, ':') || read.is_mark(j, '：') || read.is_mark(j, '∶');
    let second = core.after + 1;
    if !colon(core.after) || !read.tokens.get(second)?.is_digits() || read.tokens.get(at)?.span.len() > 6 {
        return None;
    }
    let more = colon(second + 1) && read.tokens.get(second + 2).is_some_and(Token::is_digits);
    if more {
        let mut after = second + 3;
        while colon(after) && read.tokens.get(after + 1).is_some_and(Token::is_digits) {
            after += 2;
        }
        return Some(Ratio { value: None, after });
    }
    let denominator = scan_printed(read.str(second)).value.filter(|d| !d.is_zero())?;
    Some(Ratio { value: core.value.and_then(|v| v.checked_div(denominator)), after: second + 1 })
}

fn ratio_mention(read: &ReadText, number: usize, at: usize, ratio: Ratio) -> Mention {
    let token = |i: usize| read.tokens.get(i).map(|t| t.span).unwrap_or(Span::default());
    Mention {
        first: at,
        last: ratio.after,
        after_noun: ratio.after,
        sentence: number,
        span: token(at).cover(token(ratio.after - 1)),
        amount: ratio.value.map_or(Amount::Unread, Amount::One),
        precision: None,
        unit: Some(Unit::Ratio),
        unit_source: UnitSource::Printed,
        noun: None,
        head: None,
        per: None,
        modifier: hedge_before(read, at),
        in_words: false,
        scaled: false,
        hyphened: false,
        problems: Vec::new(),
        kind: Kind::Ratio,
        year: None,
        scope: Scope::Region,
        of: None,
        base: None,
        what: String::new(),
    }
}
