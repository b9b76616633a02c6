//! Growth: of increase, rate, new and former level, any two give the third.
//!
//! From the links `base` and from phrases that name the former level ("from 5,200 in 2018 to 6,500", "up 5.1% from 1,145,900",
//! "against 19,300 in 2020"), to findings `growth`.

use super::apart::{gap_of_two, multiple};
use super::brief::Trait;
use super::cue::Cue;
use super::draft::Draft;
use super::interval::Interval;
use super::judge::{Judged, Reading};
use super::page::Page;
use super::step::{Step, steps};
use super::{rules, show, slip, words};
use crate::analysis::{Kind, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// Checks every rate and increase.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for (id, q) in page.briefs(0..page.quantities.len()) {
        match q.kind {
            Kind::Growth if q.unit == Unit::Percent => out.extend(check_rate(page, id)),
            Kind::Share if q.unit == Unit::Percent && is_rate_of_change(page, id) => out.extend(check_rate(page, id)),
            // "6,511 (15.6%) more than the average": agreement may be sought, what is compared with is not stated.
            Kind::Gap if q.unit == Unit::Percent => out.extend(check_rate(page, id).filter(|d| d.verdict() != Verdict::Inconsistent)),
            Kind::Change | Kind::Growth | Kind::Gap if q.unit != Unit::Percent => {
                let (agreeing, other) = check_step(page, id)
                    .map_or((None, None), |d| if d.verdict() == Verdict::Inconsistent { (None, Some(d)) } else { (Some(d), None) });
                out.extend(agreeing.or_else(|| gap_of_two(page, id)).or(other).or_else(|| below_level(page, id)));
            }
            Kind::Ratio => out.extend(multiple(page, id)),
            _ => super::parts_growth::check(page, id, out),
        }
    }
}

/// Whether "by" leads to a figure, whatever hedges it: "by 4%", "by more than a third".
fn said_by_word(page: &Page, id: usize) -> bool {
    let hedge = |word: &&str| matches!(*word, "than" | "more" | "less" | "no" | "least" | "at" | "about" | "nearly" | "over" | "almost");
    page.printed_before(id).find(|word| !hedge(word)).is_some_and(|word| word.eq_ignore_ascii_case("by"))
}

/// "Fell from 428 to 336, or by 21.5%", "grew by 1.18 billion yuan, or 45%", "the latter by nearly 200%": a rate of growth, though
/// no word of growth stands in its own clause.
pub(super) fn is_rate_of_change(page: &Page, id: usize) -> bool {
    let change = id.checked_sub(1).filter(|p| page.in_sentence(id).contains(p) && page.get(*p).is_some_and(|q| q.kind == Kind::Change));
    let after_change = change.is_some_and(|p| words::words(page.between(p, id)).eq(["or"]));
    let by = page.printed_before(id).take(2).any(|word| word.eq_ignore_ascii_case("by"));
    after_change || by && !page.said_before(id).contains(Cue::SHARE)
}

/// "Down by 4%", "fell by nearly a third": the word in front of "by" says it, whatever the sentence tells before ("up to June 8.1 million").
fn falls_by(page: &Page, id: usize) -> bool {
    let led = page.printed_before(id).skip_while(|word| !word.eq_ignore_ascii_case("by")).nth(1);
    said_by_word(page, id) && led.is_some_and(|word| words::is_one_of(word, words::FALL))
}

/// Whether the words around a figure speak of a fall.
pub(super) fn falls(page: &Page, id: usize) -> bool {
    if falls_by(page, id) {
        return true;
    }
    // "fell from 123 million in 2019 to 88 million in 2020 (28.5 per cent)": the verb stands in front of the levels.
    let apart = said_by_word(page, id) || page.before(id).trim_end().ends_with('(');
    let said = if apart { page.sentence_before(id) } else { page.before(id) };
    let before = said.rsplit([';', ':']).next().unwrap_or("").trim_end();
    // "Fell by more than a third": a hedge, no rise.
    let before = before.strip_suffix("more than").unwrap_or(before);
    let after = words::up_to(page.after(id), b",;.");
    let near_after = after.get(..after.char_indices().nth(24).map_or(after.len(), |(at, _)| at)).unwrap_or(after);
    // "9.3% short of the 236.6 million programmed".
    let short = || page.brief(id).kind == Kind::Gap && words::has_any(near_after, &["short of", "below", "shy of"]);
    let said_behind = || words::has_any(near_after, &["fewer", "less", "lower"]) || noun_of_fall(page, id) || short();
    words::has_any(before, words::FALL) && !words::has_any(before, words::RISE) || said_behind()
}

/// "a 2.5% reduction in", "2,175 hectares (2.5%) decline": the noun right behind a figure, or behind what is said again.
fn noun_of_fall(page: &Page, id: usize) -> bool {
    let noun = |id: usize| {
        let mut behind = page.words_after(id).iter().filter(|w| w.mark == 0).map(|w| w.span.of(page.text));
        behind.next().is_some_and(|word| words::is_one_of(word, NOUNS_OF_FALL))
    };
    let again = |next: usize| page.between(id, next).trim() == "(" && page.in_sentence(id).contains(&next);
    noun(id) || again(id + 1) && noun(id + 1)
}

const NOUNS_OF_FALL: &[&str] = &["reduction", "decline", "decrease", "drop", "fall", "cut", "contraction", "slump", "dip"];

/// A rate against an increase and its level, or against two levels.
fn check_rate(page: &Page, id: usize) -> Option<Draft> {
    // "births down 7 years in a row, to the lowest level in 25 years": stretches of time are no levels that a rate is to be of.
    let level = level_of(page, id).filter(|level| page.get(*level).is_some_and(|q| !q.unit.is_time()));
    let by_change = level.and_then(|level| Some((level, change_beside(page, id, level)?)));
    if let Some((level, change)) = by_change
        && let Some(draft) = rate_of_change(page, id, level, change)
    {
        return Some(draft);
    }
    let steps = steps(page, id);
    if steps.is_empty() {
        return None;
    }
    let fall = falls(page, id);
    let judged = |s: &Step| judge_rate(page, id, *s, fall);
    if let Some((step, j)) = steps.iter().filter_map(|s| Some((*s, judged(s)?))).find(|(_, j)| j.agrees_closely()) {
        let note = if j.verdict == Verdict::Consistent { &say::RATE_FITS } else { &say::RATE_ROUNDED };
        return Some(rate_draft(page, id, step, j, page.say(note, &[])));
    }
    let step = steps
        .iter()
        .find(|s| s.tied && page.is(s.new, Trait::PER) == page.is(s.former, Trait::PER) && s.is_within(page, MISPRINT))
        .copied()
        .filter(|s| is_sure(page, &[id, s.new, s.former]))?;
    let j = judged(&step)?.allowing_cut(page, id);
    if j.agrees() {
        return Some(rate_draft(page, id, step, j, page.say(&say::RATE_ROUNDED, &[])));
    }
    // "an increase of 15%: 17.3 million last year compared with 19.9 million this year": told the other way round.
    let turned = || judged(&Step { former: step.new, new: step.former, tied: step.tied });
    let against = j.computed.point.is_sign_negative();
    if against && (turned().is_some_and(|t| t.relative().is_some_and(|r| r <= TURNED)) || moves_otherwise(page, id, step)) {
        return None;
    }
    Some(rate_off(page, id, step, j))
}

/// The finding that a rate is not the one between two levels.
fn rate_off(page: &Page, id: usize, step: Step, j: Judged) -> Draft {
    let fall = falls(page, id);
    let rate = show::percent(if j.computed.point.is_sign_negative() && fall { -j.computed.point } else { j.computed.point });
    let values = [("former", &*page.told(step.former)), ("new", &page.told(step.new)), ("rate", &rate), ("stated", &page.told(id))];
    let note = page.say(&say::RATE_OFF, &values);
    let slip = over_new_value(page, id, step).or_else(|| page.get(id).and_then(|q| slip::of_digits(page.show, q, j.computed)));
    rate_draft(page, id, step, j, note).slip(slip)
}

/// A rate or step against two levels whose places the text tells, where they disagree.
/// Where the construction is less than certain, one digit of the rate must explain it, of at least `fewest`.
pub(super) fn check_between(page: &Page, id: usize, step: Step, fewest: Option<usize>) -> Option<Draft> {
    let explained = |j: &Judged| {
        fewest.is_none_or(|fewest| page.get(id).is_some_and(|q| slip::of_one_digit(page.show, q, j.computed, fewest).is_some()))
    };
    let draft = if page.brief(id).unit == Unit::Percent && page.brief(step.new).unit != Unit::Percent {
        let j = judge_rate(page, id, step, falls(page, id))?.allowing_cut(page, id);
        let against = j.computed.point.is_sign_negative();
        (!j.agrees() && !against && explained(&j)).then(|| rate_off(page, id, step, j))?
    } else {
        let j = judge_step(page, id, step)?;
        (!j.agrees() && explained(&j)).then(|| step_draft(page, id, step, j))??
    };
    Some(draft)
}

/// "Wages fell by 4 per cent and prices rose from 120 to 131": the levels have a verb of their own, which says the opposite.
fn moves_otherwise(page: &Page, id: usize, step: Step) -> bool {
    let (first, last) = (step.former.min(step.new), step.former.max(step.new));
    let told = if id < first { page.between(id, first) } else { page.between(last, id) };
    words::has_any(told, if falls(page, id) { words::RISE } else { words::FALL })
}

fn rate_draft(page: &Page, id: usize, step: Step, judged: Judged, note: String) -> Draft {
    // The rate is judged by its size in the direction that the words tell; the quotient has a sign of its own.
    let change = if falls(page, id) { -judged.computed.point } else { judged.computed.point };
    let calculation = format!("{} / {} \u{2212} 1 = {}", page.told(step.new), page.told(step.former), show::percent(change));
    Draft::judged(&rules::GROWTH, judged, vec![id, step.new, step.former], note).calculation(calculation)
}

/// The rate between two levels, by its size; one said to be a `fall` where the levels rise comes out negative.
fn judge_rate(page: &Page, id: usize, step: Step, fall: bool) -> Option<Judged> {
    let relation = |read: Reading| {
        let (new, former) = (read(step.new)?, read(step.former)?);
        let change = if fall { former.minus(new)? } else { new.minus(former)? };
        Some((read(id)?, quotient(change, former)?.percent()?))
    };
    Judged::new(page, id, &relation)
}

/// A quotient whose numerator may be negative.
pub(super) fn quotient(change: Interval, of: Interval) -> Option<Interval> {
    if change.point.is_sign_negative() {
        let flipped = Interval { low: change.high.map(|h| -h), point: -change.point, high: change.low.map(|l| -l) }.over(of)?;
        return Some(Interval { low: flipped.high.map(|h| -h), point: -flipped.point, high: flipped.low.map(|l| -l) });
    }
    change.over(of)
}

fn over_new_value(page: &Page, id: usize, step: Step) -> Option<String> {
    let (new, former, rate) = (page.printed(step.new)?, page.printed(step.former)?, page.printed(id)?);
    let over_new = quotient(new.minus(former)?, new)?.percent()?;
    over_new.meets(rate).then(|| page.say(&say::OVER_NEW, &[]))
}

/// The level that a rate speaks of: its base, or that of the increase right in front of it.
fn level_of(page: &Page, id: usize) -> Option<usize> {
    if let Some(level) = reached_level(page, id) {
        return Some(level);
    }
    let previous = id.checked_sub(1).filter(|p| page.in_sentence(id).contains(p))?;
    let listed = page.get(id + 1).is_some_and(|n| n.kind == Kind::Growth) && page.between(id, id + 1).len() <= 12;
    let after_change = !listed
        && page.get(id)?.base_rule.as_deref() != Some("respectively")
        && page.get(previous).is_some_and(|p| p.kind == Kind::Change)
        && page.between(previous, id).len() <= 60
        // "2,400 more than in 2019, and costs rose by 3.1 per cent": of nothing that is printed.
        && (page.get(id)?.base.is_some() || words::words(page.between(previous, id)).count() <= SAID_AGAIN);
    let owner = if after_change { previous } else { id };
    page.get(owner)?.base.map(|b| b as usize).filter(|b| page.is_amount(*b))
}

/// Words between an increase and its rate: "with an increase of 132 million, up 44%".
const SAID_AGAIN: usize = 3;

/// "By 111% to 190 million yuan".
fn reached_level(page: &Page, id: usize) -> Option<usize> {
    let leads = page.in_sentence(id).contains(&(id + 1)) && words::words(page.between(id, id + 1)).eq(["to"]);
    (leads && page.is_amount(id + 1)).then_some(id + 1)
}

/// The increase of the same level beside a rate.
fn change_beside(page: &Page, id: usize, level: usize) -> Option<usize> {
    let unit = page.get(level)?.unit;
    if reached_level(page, id).is_some() {
        let previous = id.checked_sub(1).filter(|p| page.in_sentence(id).contains(p) && page.between(*p, id).len() <= 8)?;
        return page.get(previous).is_some_and(|q| q.kind == Kind::Change && q.unit == unit).then_some(previous);
    }
    let mut beside =
        page.qualifiers(level).iter().copied().filter(|c| page.get(*c).is_some_and(|q| q.kind == Kind::Change && q.unit == unit));
    let listed =
        |c: usize| page.get(c).is_some_and(|q| q.base_rule.as_deref() == Some("respectively")) && page.in_sentence(id).contains(&c);
    // "rose by 41,300 to 642,900 (6.9 per cent)"
    let near = |c: usize| c.abs_diff(id) <= 1 || c + 1 == level && level + 1 == id;
    let said = |c: usize| page.between(c.min(id), c.max(id));
    beside.find(|c| (listed(*c) || near(*c) && said(*c).len() <= 80 && !is_of_doer(said(*c))) && !is_goal(page, *c))
}

/// "The gain of 2 million by the coastal ports (+7 percent)": the rate in the bracket is of those who stand in front of it.
fn is_of_doer(between: &str) -> bool {
    let doer = |open: &str| open.trim_start().strip_prefix("by ").is_some_and(|doer| doer.split_whitespace().nth(1).is_some());
    between.trim_end_matches('+').strip_suffix('(').is_some_and(doer)
}

/// A planned increase is no increase.
pub(super) fn is_goal(page: &Page, id: usize) -> bool {
    page.said_before(id).contains(Cue::GOAL)
}

/// "430 million, with an increase of 132 million, up 44%".
fn rate_of_change(page: &Page, id: usize, level: usize, change: usize) -> Option<Draft> {
    let told_fall = falls(page, change) || falls(page, id);
    let judged_as = |fall: bool| {
        let relation = |read: Reading| {
            let (level, change) = (read(level)?, read(change)?);
            let former = if fall { level.plus(change)? } else { level.minus(change)? };
            Some((read(id)?, change.over(former)?.percent()?))
        };
        Judged::new(page, id, &relation).map(|j| j.allowing_cut(page, id))
    };
    // "A loss of 900, or 18%": no word of the audit's lists says which way, and the figures do.
    let told = told_fall || words::has_any(page.before(change), words::RISE);
    let by_figures = || judged_as(true).filter(|j| !told && j.agrees()).map(|j| (j, true));
    let by_words = judged_as(told_fall).map(|j| (j, told_fall));
    let (judged, fall) = by_words.filter(|(j, _)| j.agrees()).or_else(by_figures).or(by_words.filter(|_| is_sure(page, &[level])))?;
    let (step, whole, rate) = (page.told(change), page.told(level), show::percent(judged.computed.point));
    let sign = if fall { "+" } else { "\u{2212}" };
    let calculation = format!("{step} / ({whole} {sign} {step}) = {rate}");
    let (note, slip) = match judged.verdict {
        Verdict::Consistent => (page.say(&say::STEP_FITS, &[]), None),
        Verdict::Rounding => (page.say(&say::STEP_ROUNDED, &[]), None),
        _ => {
            let over_new = page.printed(change)?.over(page.printed(level)?)?.percent()?;
            let taken_over_new = over_new.meets(judged.stated).then(|| page.say(&say::OVER_NEW, &[]));
            let values = [("change", &*step), ("level", &whole), ("rate", &rate), ("stated", &page.told(id))];
            let slip = taken_over_new.or_else(|| page.get(id).and_then(|q| slip::of_digits(page.show, q, judged.computed)));
            (page.say(&say::STEP_OFF, &values), slip)
        }
    };
    Some(Draft::judged(&rules::GROWTH, judged, vec![id, change, level], note).calculation(calculation).slip(slip))
}

/// "brought 11.4 billion, 40% more, thanks to prices (up from 26,000)": no misprint makes one of two levels so many times the other.
const MISPRINT: i64 = 100_000;

/// "From May 1 to July 1, 11907, the cost falls by two million, next year by one million": a misprinted year is no level of millions.
const ONE_SIZE: i64 = 100;

/// How far the rate may miss between two levels in the other order that are still meant so.
const TURNED: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// Whether a disagreement of these figures says something: a hedged level ("almost 65,000") is near enough to many, and below zero no rate
/// leads from one level to another.
fn is_sure(page: &Page, figures: &[usize]) -> bool {
    figures.iter().all(|id| {
        page.get(*id).is_some_and(|q| {
            let level = !q.unit.is_relative() && q.kind != Kind::Change;
            !level || q.modifier.is_none() && q.amount.middle().is_some_and(|v| !v.is_sign_negative())
        })
    })
}

/// An increase against two levels: "from 92.4% to 93.9%, or by 1.5 percentage points", "775 more pupils ... 20,075 against 19,300".
fn check_step(page: &Page, id: usize) -> Option<Draft> {
    let steps = steps(page, id);
    let agreeing = steps.iter().filter_map(|s| Some((*s, judge_step(page, id, *s)?))).find(|(_, j)| j.agrees());
    let tied = |s: &&Step| s.tied && s.is_within(page, ONE_SIZE) && !s.is_held_apart(page, id);
    let found = agreeing.or_else(|| steps.iter().find(tied).and_then(|s| Some((*s, judge_step(page, id, *s)?))));
    let (step, j) = found?;
    step_draft(page, id, step, j)
}

/// The difference of two levels against a stated one.
fn judge_step(page: &Page, id: usize, step: Step) -> Option<Judged> {
    let relation = |read: Reading| {
        let (new, former) = (read(step.new)?, read(step.former)?);
        let change = if new.point < former.point { former.minus(new)? } else { new.minus(former)? };
        Some((read(id)?, change))
    };
    Judged::new(page, id, &relation)
}

fn step_draft(page: &Page, id: usize, step: Step, j: Judged) -> Option<Draft> {
    let q = page.get(id)?;
    let note = if j.agrees() {
        page.say(&say::CHANGE_FITS, &[])
    } else {
        let change = page.show.amount(j.computed.point, q);
        let values = [("former", &*page.told(step.former)), ("new", &page.told(step.new)), ("change", &change), ("stated", &page.told(id))];
        page.say(&say::CHANGE_OFF, &values)
    };
    let slip = (j.verdict == Verdict::Inconsistent).then(|| slip::of_digits(page.show, q, j.computed)).flatten();
    let (larger, smaller) =
        if page.printed(step.new)?.point < page.printed(step.former)?.point { (step.former, step.new) } else { (step.new, step.former) };
    let calculation = format!("{} \u{2212} {} = {}", page.told(larger), page.told(smaller), page.show.like(j.computed.point.abs(), q));
    Some(Draft::judged(&rules::GROWTH, j, vec![id, step.new, step.former], note).calculation(calculation).slip(slip))
}

/// "1.1 billion, an increase of 230 million": an increase is smaller than the level that it leads to, and leaves the former one.
fn below_level(page: &Page, id: usize) -> Option<Draft> {
    let q = page.get(id).filter(|q| q.kind == Kind::Change && !q.unit.is_relative())?;
    let level = q.base.map(|b| b as usize).filter(|b| page.is_amount(*b) && page.sentence_of(*b) == page.sentence_of(id))?;
    let rated = || page.qualifiers(level).iter().any(|r| page.get(*r).is_some_and(|r| r.kind == Kind::Growth));
    let whole = page.get(level).filter(|l| {
        l.unit == q.unit
            && l.per == q.per
            && matches!(l.kind, Kind::Level | Kind::Average)
            && !falls(page, id)
            && !is_goal(page, id)
            && !rated()
    })?;
    let (step, reached) = (q.amount.one()?, whole.amount.one()?);
    let former = reached.checked_sub(step).filter(|f| *f > Decimal::ZERO && step.checked_mul(Decimal::ONE_THOUSAND) > Some(reached))?;
    let rate = show::percent(step.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(former)?);
    let former = page.show.like(former, whole);
    let note = page.say(&say::FORMER_LEFT, &[("former", &former), ("rate", &rate)]);
    let calculation = format!("{} \u{2212} {} = {former}", page.told(level), page.told(id));
    Some(Draft::new(&rules::GROWTH, Verdict::Consistent, vec![id, level], note).calculation(calculation))
}
