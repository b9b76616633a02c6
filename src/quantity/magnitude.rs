//! The magnitude of a figure: digits or words, a range with one or two scales, the scale word behind, a sign in front.

use super::composite::shillings;
use super::fraction::{article_before_ordinal, dash_for_point, fraction_of_one, fraction_sign, one_in, part_behind, so_many_in};
use super::hedge::before_hedge;
use super::hedge_behind::hedge_after;
use super::misread::misread;
use super::money::{is_letters_of_money, lettered};
use super::number::{Printed, parted_by_blank, printed_at};
use super::ratio::stroke_part;
use super::sign::is_negative;
use super::tolerance::behind_tolerance;
use super::unit::{UnitBehind, scale_at, unit_after, unit_before};
use super::words::scan_words;
use crate::analysis::{Amount, Modifier, Unit};
use crate::language::{Class, ReadText};
use crate::text::Token;
use rust_decimal::Decimal;

/// A number as far as it goes without its unit.
#[derive(Debug, Clone, Default)]
pub(super) struct Magnitude {
    /// Value or range, scale applied; the power of a printed unit is not.
    pub(super) amount: Amount,
    /// Decimal exponent of the last printed digit.
    pub(super) precision: i32,
    /// Whether the digits are grouped as no number is.
    pub(super) malformed: bool,
    /// Token after it.
    pub(super) after: usize,
    /// The unit that a fraction in words has by itself.
    pub(super) unit: Option<Unit>,
    /// Whether it is spelled out.
    pub(super) in_words: bool,
    /// Whether a scale word was printed.
    pub(super) scaled: bool,
    /// A hedge printed behind the number.
    pub(super) hedge: Option<Modifier>,
    /// The unit behind it.
    pub(super) behind: Option<UnitBehind>,
}

/// Digits or words at one place, without scale.
pub(super) struct Core {
    pub(super) value: Option<Decimal>,
    pub(super) decimals: u32,
    pub(super) malformed: bool,
    pub(super) after: usize,
    pub(super) unit: Option<Unit>,
    pub(super) in_words: bool,
}

/// Reads the magnitude that begins at token `at`.
pub(super) fn scan_magnitude(read: &ReadText, at: usize) -> Option<Magnitude> {
    let core = scan_core(read, at)?;
    let high = range_end(read, at, &core);
    let mut after = high.as_ref().map_or(core.after, |h| h.after);
    // "Rs. 5,000/- a head", "Shs. 200/=": the stroke closes the amount.
    if read.is_mark(after, '/') && (read.is_mark(after + 1, '-') || read.is_mark(after + 1, '=')) && !read.word_is(after + 2, Class::DIGITS)
    {
        after += 2;
    }
    let mut behind = hedge_after(read, after);
    after = behind.map_or(after, |(_, end)| end);
    let scale = if core.unit.is_some() { None } else { scale_at(read, after) };
    after = scale.map_or(after, |(_, end)| end);
    // "2 million or so voters", "3 million-plus users"
    if scale.is_some() && behind.is_none() {
        behind = hedge_after(read, after);
        after = behind.map_or(after, |(_, end)| end);
    }
    let shared = || scale_of_second(read, at, &core).or_else(|| scale_of_list(read, at, &core));
    let shared = if scale.is_none() && high.is_none() { shared() } else { None };
    let power = scale.map(|(power, _)| power).or(shared).unwrap_or(0);
    let decimals = core.decimals.max(high.as_ref().map_or(0, |h| h.decimals));
    let mut magnitude = Magnitude {
        amount: amount(core.value, high.as_ref().and_then(|h| h.value), power),
        precision: power - decimals as i32,
        malformed: core.malformed || high.as_ref().is_some_and(|h| h.malformed),
        after,
        unit: core.unit,
        in_words: core.in_words,
        scaled: scale.is_some() || shared.is_some(),
        hedge: behind.map(|(hedge, _)| hedge),
        behind: None,
    };
    if high.is_none() {
        add_smaller_scale(read, power, &mut magnitude);
    }
    magnitude.behind = unit_after(read, magnitude.after);
    if high.is_none() {
        widen(read, at, &mut magnitude);
    }
    if is_negative(read, at) {
        magnitude.amount = negated(magnitude.amount);
    }
    Some(magnitude)
}

/// "3 million 977 thousand acres", "5 crore 30 lakh rupees": a whole number of a smaller scale right behind that of a larger one.
fn add_smaller_scale(read: &ReadText, power: i32, magnitude: &mut Magnitude) {
    let digits = || read.tokens.get(magnitude.after).filter(|t| t.is_digits()).map(|_| read.str(magnitude.after));
    let Some(more) = digits().filter(|d| magnitude.scaled && magnitude.precision == power && d.len() <= 3) else { return };
    let Some((smaller, after)) = scale_at(read, magnitude.after + 1).filter(|(smaller, _)| *smaller < power && *smaller > 1) else {
        return;
    };
    let more = more.parse().ok().and_then(|value: Decimal| amount(Some(value), None, smaller).one());
    if let Some(sum) = magnitude.amount.one().zip(more).and_then(|(a, b)| a.checked_add(b)) {
        (magnitude.amount, magnitude.precision, magnitude.after) = (Amount::One(sum), smaller, after);
    }
}

/// "rose from 7.4 to 9.2 million": the scale word behind the second of two values is of the first too, where that makes them of one size.
fn scale_of_second(read: &ReadText, at: usize, first: &Core) -> Option<i32> {
    if !read.word_is(first.after, Class::TO) || !tells_two_values(read, at) {
        return None;
    }
    let (low, second) = (first.value?, scan_core(read, first.after + 1)?);
    let (power, _) = scale_at(read, second.after)?;
    let near = |a: Decimal, b: Decimal| a.checked_mul(Decimal::TEN).is_some_and(|ten| b < ten);
    (first.unit.is_none() && near(low, second.value?) && near(second.value?, low)).then_some(power)
}

/// "handled 4.1, 4.4 and 5.0 million tons": the scale word behind the last of a list is of all, where that makes them of one size.
fn scale_of_list(read: &ReadText, at: usize, first: &Core) -> Option<i32> {
    let joins = |t: usize| read.is_mark(t, ',') || read.word_is(t, Class::AND);
    let (low, mut after) = (first.value.filter(|_| first.unit.is_none())?, first.after);
    let inside = at > 1 && read.is_mark(at - 1, ',') && read.word_is(at - 2, Class::DIGITS);
    // "12 and 14 million" may be two things; "12 and 14 million euros" are not.
    let pair = !inside && read.word_is(after, Class::AND) && first.decimals == 0;
    // "240 and 231 million people live there" are, too; "12 and 14 million people were" may be of something else.
    let persons = |t: usize| read.word_is(t, Class::PEOPLE | Class::HOUSEHOLDS) && !read.word_is(t + 1, Class::VERB | Class::AUXILIARY);
    let measured =
        |t: usize| read.word_is(at, Class::DIGITS) && (persons(t) || unit_after(read, t).is_some_and(|behind| !behind.unit.is_counted()));
    for members in 1..LISTED {
        let comma = read.is_mark(after, ',') && read.word_is(after + 1, Class::AND);
        // "12, and 14 million came": a clause of its own.
        if members == 1 && !inside && comma {
            return None;
        }
        let at = after + if comma { 2 } else { 1 };
        let next = Some(at).filter(|at| joins(after) && read.word_is(*at, Class::DIGITS)).and_then(|at| scan_core(read, at))?;
        let near = |a: Decimal, b: Decimal| a.checked_mul(Decimal::TEN).is_some_and(|ten| b < ten);
        let value = next.value.filter(|value| near(low, *value) && near(*value, low))?;
        if next.unit.is_some() || value.is_zero() {
            return None;
        }
        after = next.after;
        if let Some((power, behind)) = scale_at(read, after) {
            return (!pair || measured(behind)).then_some(power);
        }
    }
    None
}

/// Members of a list that share the scale word of the last.
const LISTED: usize = 12;

/// Whether a number could begin at token `at`.
pub(super) fn begins_number(read: &ReadText, at: usize) -> bool {
    read.word_is(at, NUMBER_SIGNS) || read.phrase_is(at, NUMBER_PHRASES)
}

/// Words that a number can begin with.
pub(super) const NUMBER_SIGNS: Class = Class::DIGITS.union(Class::FRACTION_SIGN);
/// Phrases that a number can begin with.
pub(super) const NUMBER_PHRASES: Class = Class::NUMBER_WORD.union(Class::FRACTION).union(Class::IDIOM);

fn scan_core(read: &ReadText, at: usize) -> Option<Core> {
    if read.tokens.get(at)?.is_digits() {
        if stands_plain(read, at) {
            let Printed { value, decimals, malformed } = printed_at(read, at);
            return Some(Core { value, decimals, malformed, after: at + 1, unit: None, in_words: false });
        }
        if let Some(part) = stroke_part(read, at) {
            return Some(Core { value: Some(part), decimals: 2, malformed: false, after: at + 3, unit: None, in_words: false });
        }
        if let Some((percent, after)) = one_in(read, at) {
            return Some(Core { value: Some(percent), decimals: 0, malformed: false, after, unit: Some(Unit::Percent), in_words: false });
        }
        let printed = printed_at(read, at);
        let (value, decimals, malformed) = (printed.value, printed.decimals, printed.malformed);
        if let Some((part, places, after)) = part_behind(read, at + 1) {
            let value = value.and_then(|v| v.checked_add(part));
            return Some(Core { value, decimals: places, malformed, after, unit: None, in_words: false });
        }
        if let Some(coins) = shillings(read, at) {
            let unit = Some(Unit::Currency(*b"GBP"));
            return Some(Core { value: Some(coins.part), decimals: 2, malformed: false, after: coins.after, unit, in_words: false });
        }
        if let Some(core) = misread(read, at, &printed) {
            return Some(core);
        }
        if let Some(value) = parted_by_blank(read, at) {
            return Some(Core { value: Some(value), decimals: 0, malformed: true, after: at + 3, unit: None, in_words: false });
        }
        if let Some((value, decimals)) = dash_for_point(read, at) {
            return Some(Core { value: Some(value), decimals, malformed: false, after: at + 3, unit: None, in_words: false });
        }
        return Some(Core { value, decimals, malformed, after: behind_tolerance(read, at + 1), unit: None, in_words: false });
    }
    if let Some((value, decimals)) = fraction_sign(read, at) {
        // "⅓ of the reserves"
        let share = read.str(at + 1) == "of";
        let value = if share { value.checked_mul(Decimal::ONE_HUNDRED)? } else { value };
        let unit = share.then_some(Unit::Percent);
        return Some(Core { value: Some(value), decimals, malformed: false, after: at + 1, unit, in_words: false });
    }
    if let Some((percent, after)) = so_many_in(read, at) {
        return Some(Core { value: Some(percent), decimals: 0, malformed: false, after, unit: Some(Unit::Percent), in_words: true });
    }
    if let Some((value, after)) = fraction_of_one(read, at) {
        return Some(Core { value: Some(value), decimals: 1, malformed: false, after, unit: None, in_words: true });
    }
    if let Some((entry, len)) =
        read.entry(at, Class::FRACTION).filter(|(e, len)| e.unit != Some(Unit::Percent) || !article_before_ordinal(read, at, at + len))
    {
        return Some(Core { value: entry.value, decimals: 0, malformed: false, after: at + len, unit: entry.unit, in_words: true });
    }
    let (value, after) = scan_words(read, at)?;
    Some(Core {
        value: Some(value),
        decimals: 0,
        malformed: false,
        after: behind_repetition(read, after, value),
        unit: None,
        in_words: true,
    })
}

/// Whether the digits at token `at`, a blank in front of them, stand before "%" or a word that makes no other number of them, as the "in" of
/// "1 in 10", the "and" of "2 and a half" and the letter of a coin do.
fn stands_plain(read: &ReadText, at: usize) -> bool {
    let [number, behind] = read.tokens.get(at..at + 2).unwrap_or_default() else { return false };
    let word = || behind.spaced && behind.is_word() && (behind.span.len() > 3 || matches!(read.str(at + 1), "of" | "to" | "per"));
    number.spaced && (behind.is('%') || word() && !read.word_is(at + 1, Class::AND))
}

/// "three (3) companies": digits in brackets that repeat the words.
fn behind_repetition(read: &ReadText, after: usize, value: Decimal) -> usize {
    let repeats = read.is_mark(after, '(')
        && read.is_mark(after + 2, ')')
        && read.tokens.get(after + 1).is_some_and(Token::is_digits)
        && printed_at(read, after + 1).value == Some(value);
    if repeats { after + 3 } else { after }
}

fn is_dash(read: &ReadText, at: usize) -> bool {
    matches!(read.tokens.get(at).and_then(Token::mark), Some('-' | '–' | '—' | '~' | '～' | '－'))
}

/// The other end of a range with one scale: "3000-5000 yuan", "300 – 500 million", "one or two", "between 3 and 5".
fn range_end(read: &ReadText, at: usize, core: &Core) -> Option<Core> {
    let low = core.value?;
    let joint = core.after;
    let dash = is_dash(read, joint);
    let between = at > 0 && read.word_is(before_hedge(read, at) - 1, Class::BETWEEN) && read.word_is(joint, Class::AND);
    let word = read.word_is(joint, Class::OR) && !(read.word_is(joint, Class::TO) && tells_two_values(read, at));
    if !dash && !between && !word {
        return None;
    }
    // "no fee but the usual one – 450 pounds": words and digits make a range only where the dash joins them.
    let joined = dash && !read.tokens.get(joint).is_some_and(|t| t.spaced);
    let high = scan_core(read, joint + 1).filter(|c| c.unit.is_none() && (c.in_words == core.in_words || joined))?;
    let step = read.word_is(joint, Class::TO) && leaps(read, at, low, high.value?);
    (high.value? > low && !step).then_some(high)
}

/// "from 30 to 40" with a rise or fall before it, "fell by 3 to 142": two values, not a range.
fn tells_two_values(read: &ReadText, at: usize) -> bool {
    let lead = lead_of(read, at);
    // "While costs rose, class sizes ranged from 24 to 38": the verb says that it is a range.
    if lead.is_some_and(|t| t > 0 && read.word_is(t, Class::FROM) && ranges(read.str(t - 1))) {
        return false;
    }
    let moves = |j: usize| {
        read.word_is(j, Class::RISE)
            || matches!(read.str(j), "improved" | "improving" | "went" | "moved" | "changed" | "raised" | "lifted" | "lowered" | "cut")
            || matches!(
                read.str(j),
                "raise" | "raising" | "lift" | "lifting" | "lower" | "lowering" | "bring" | "bringing" | "expand" | "extend"
            )
            || matches!(read.str(j), "doubled" | "tripled" | "trebled" | "quadrupled" | "halved" | "doubling" | "tripling" | "halving")
    };
    // "increased its output, over the last years, from an average of 7 to 9"
    let level = lead.map(|t| behind_level(read, t));
    // "rose by 7.4 points between June and December, from 3.8 to 11.2": far behind, where a comma parts it.
    let apart = level.is_some_and(|t| t > 0 && read.is_mark(t - 1, ','));
    // "rice rose from 45 to 60 and oil from 120 to 150"
    let again =
        || lead.is_some_and(|lead| (at.saturating_sub(24)..lead).any(|t| read.word_is(t, Class::FROM) && read.word_is(t + 2, Class::TO)));
    // "staff by 11 per cent (from 4,054 to 4,500)": behind the rate of a change.
    let rated = level.is_some_and(|t| {
        t > 1
            && read.word_is(t, Class::FROM)
            && (read.is_mark(t - 1, '(') || read.is_mark(t - 1, ','))
            && (read.is_mark(t - 2, '%') || matches!(read.str(t - 2), "cent" | "percent" | "points"))
    });
    if rated {
        return true;
    }
    // "The area went up to 3.4 million ha from 3.2 million, and the yield from 24 to 26 quintals": the verb is said once.
    let gapped = || {
        let joint = level.and_then(|t| (t.saturating_sub(GAPPED)..t).rev().find(|j| !is_name(read, *j)).map(|joint| (joint, t)));
        joint.is_some_and(|(joint, t)| joint + 1 < t && (read.word_is(joint, Class::AND) || read.is_mark(joint, ',')))
    };
    let reach = if level == lead && !apart && !again() && !gapped() { 8 } else { 24 };
    let told = || (at.saturating_sub(reach)..at).any(moves);
    level.is_some_and(|t| (read.word_is(t, Class::FROM) || read.str(t) == "by") && told())
}

/// A word that leads to both ends of a range: "ranged from", "anywhere from".
fn ranges(word: &str) -> bool {
    matches!(
        word,
        "ranged" | "ranging" | "ranges" | "range" | "varied" | "varying" | "varies" | "vary" | "anywhere" | "ran" | "run" | "runs"
    ) || matches!(word, "running" | "fluctuated" | "fluctuating" | "fluctuates" | "spanned" | "spanning" | "spans" | "extending")
}

/// Tokens of a subject whose verb is left out, at most.
const GAPPED: usize = 6;

/// A word of a subject: no verb, joint or mark.
fn is_name(read: &ReadText, t: usize) -> bool {
    let ranges = read.str(t).ends_with("ing") || matches!(read.str(t), "ranged" | "ranges" | "range" | "varied" | "varies" | "vary");
    read.is_word(t) && !ranges && !read.word_is(t, Class::VERB | Class::AUXILIARY | Class::AND | Class::CLAUSE_END)
}

/// The token in front of "an average of", "a low of" that ends at token `t`, else `t`: "from an average of 30 to 40".
pub(crate) fn behind_level(read: &ReadText, t: usize) -> usize {
    let level = |at: usize| {
        matches!(read.str(at), "average" | "total" | "level" | "low" | "high" | "mean" | "peak" | "base" | "minimum" | "maximum")
    };
    if t < 3 || read.str(t) != "of" || !level(t - 1) {
        return t;
    }
    let before = (t - 3..t - 1).rev().find(|at| !read.word_is(*at, Class::DETERMINER) && !matches!(read.str(*at), "a" | "an" | "annual"));
    before.unwrap_or(t)
}

/// "loans by 0.9 billion to 10.9 billion", "loans rose 900 to 10,900": so far apart behind "by" or the verb, a step and what it led to.
fn leaps(read: &ReadText, at: usize, from: Decimal, to: Decimal) -> bool {
    let Some(lead) = lead_of(read, at) else { return false };
    let times = match read.str(lead) {
        // "edged down 0.012 to 0.341"
        "by" | "up" | "down" => LEAP,
        _ if read.word_is(lead, Class::RISE) => LEAP_OF_VERB,
        _ => return false,
    };
    from.checked_mul(times.into()).is_some_and(|far| to >= far)
}

/// From this factor on.
const LEAP: i64 = 5;

/// And right behind the verb, where few steps are told.
const LEAP_OF_VERB: i64 = 10;

/// The token in front of the number at token `at` and of the unit printed with it.
fn lead_of(read: &ReadText, at: usize) -> Option<usize> {
    unit_before(read, at).map_or(at, |(_, first)| first).checked_sub(1)
}

/// A range whose ends each have their scale or unit: "10%-15%", "1.2 million to 1.5 million euros", "$20-$35".
fn widen(read: &ReadText, at: usize, low: &mut Magnitude) {
    // "Spending doubled to $64 million": a multiple and what it came to.
    if matches!(read.str(at), "doubled" | "tripled" | "trebled" | "quadrupled" | "halved" | "doubling" | "tripling" | "halving") {
        return;
    }
    let unit = low.behind;
    let joint = unit.map_or(low.after, |u| u.after);
    if !is_dash(read, joint) && !read.word_is(joint, Class::TO | Class::AND) {
        return;
    }
    let from = lead_of(read, at).is_some_and(|t| read.word_is(behind_level(read, t), Class::FROM));
    let between = at > 0
        && (read.word_is(at - 1, Class::BETWEEN) || at > 1 && read.word_is(at - 2, Class::BETWEEN))
        && read.word_is(joint, Class::AND);
    // "wage increases of 2 percent to 3 percent", but "rose 2 percent to 3 percent".
    let told = lead_of(read, at).is_some_and(|t| t > 0 && read.str(t) == "of" && read.word_is(t - 1, Class::RISE));
    let rises = || (at.saturating_sub(8)..at).any(|j| read.word_is(j, Class::RISE));
    let to = read.word_is(joint, Class::TO) && !from && (told || !rises());
    let second = if lettered(read, joint + 2).is_some() {
        // "A$120–A$150"
        joint + 3
    } else if read.phrase_is(joint + 1, Class::PREFIX_UNIT) {
        joint + 1 + read.phrase_len(joint + 1)
    } else if is_letters_of_money(read, joint + 2) {
        joint + 2
    } else {
        joint + 1
    };
    let repeated = unit.is_some() || low.scaled || second > joint + 1;
    if !repeated || !(is_dash(read, joint) || to || between) || !read.tokens.get(second).is_some_and(Token::is_digits) {
        return;
    }
    let Some(core) = scan_core(read, second) else { return };
    let scale = scale_at(read, core.after);
    let after = scale.map_or(core.after, |(_, end)| end);
    let behind = unit_after(read, after);
    let same_unit = unit.is_none() || behind.map(|u| u.unit) == unit.map(|u| u.unit);
    let high = amount(core.value, None, scale.map_or(0, |(power, _)| power)).one();
    if let (Some(from), Some(to)) = (low.amount.one(), high)
        && same_unit
        && to > from
        && !(read.word_is(joint, Class::TO) && leaps(read, at, from, to))
    {
        low.amount = Amount::Range(from, to);
        low.precision = low.precision.min(scale.map_or(0, |(power, _)| power) - core.decimals as i32);
        (low.after, low.behind) = (after, behind);
    }
}

fn negated(amount: Amount) -> Amount {
    match amount {
        Amount::One(v) => Amount::One(-v),
        Amount::Range(low, high) => Amount::Range(-high, -low),
        Amount::Unread => Amount::Unread,
    }
}

fn amount(low: Option<Decimal>, high: Option<Decimal>, power: i32) -> Amount {
    let scaled = |v: Decimal| scale_by(v, power);
    match (low.and_then(scaled), high.and_then(scaled)) {
        (Some(low), Some(high)) => Amount::Range(low, high),
        (Some(value), None) => Amount::One(value),
        (None, _) => Amount::Unread,
    }
}

/// `value` times ten to the `power`; `None` beyond the range of decimals.
fn scale_by(value: Decimal, power: i32) -> Option<Decimal> {
    if power == 0 {
        return Some(value.normalize());
    }
    let magnitude = 10_i64.checked_pow(power.unsigned_abs()).map(Decimal::from)?;
    let scaled = if power < 0 { value.checked_div(magnitude) } else { value.checked_mul(magnitude) };
    scaled.map(|v| v.normalize())
}

/// An amount in a unit that is ten to the `power` of the coded one.
pub(super) fn in_coded_unit(read: Amount, power: i32) -> Amount {
    match read {
        Amount::One(v) => amount(Some(v), None, power),
        Amount::Range(low, high) => amount(Some(low), Some(high), power),
        Amount::Unread => Amount::Unread,
    }
}
