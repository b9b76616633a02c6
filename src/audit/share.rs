//! Shares: a percentage of a part against part and whole.
//!
//! From figures of kind share, to findings "share". The whole is the total the part is linked to, the figure named in
//! the phrase behind ("84% of the target of Rs 37,940 crore"), or the one in front of the part ("412,000 of the 515,000 people").

use super::brief::Trait;
use super::content::Content;
use super::cue::Cue;
use super::draft::Draft;
use super::interval::{Interval, power_of_ten};
use super::judge::{Judged, Reading};
use super::page::Page;
use super::rough::{Rough, rough};
use super::share_goal::spent_of_budget;
use super::{rules, show, slip, words};
use crate::analysis::{Kind, Modifier, Unit, Verdict};
use crate::wording::audit as say;
use rust_decimal::Decimal;

/// Checks every share.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for id in page.with(Trait::PERCENT) {
        let is_share = matches!(page.brief(id).kind, Kind::Share | Kind::Target | Kind::Ratio);
        if is_share && !super::growth::is_rate_of_change(page, id) {
            out.extend(check_share(page, id));
        }
    }
}

/// A part and a whole that a share may speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) part: usize,
    pub(super) whole: usize,
    /// Whether the text itself ties them, so that a disagreement says something.
    pub(super) tied: bool,
}

fn check_share(page: &Page, id: usize) -> Option<Draft> {
    let stated = page.get(id).and_then(|q| Interval::without_hedge(q, page.last)).map_or(Rough::UNKNOWN, Rough::from);
    let may_agree = |p: &&Pair| stated.may_agree(page.range(p.part).over(page.range(p.whole)).times(100.0));
    let agreeing =
        |pairs: &[Pair]| pairs.iter().filter(may_agree).filter_map(|p| Some((*p, judge(page, id, *p)?))).find(|(_, j)| j.agrees_closely());
    let phrase = phrase_behind(page, id);
    let parts = parts(page, id);
    let mut pairs = told_pairs(page, id, &phrase, &parts);
    // What the text does not tie is only looked for where nothing that it ties agrees.
    let mut found = agreeing(&pairs);
    if found.is_none() {
        let searched = searched_pairs(page, id, &phrase, &parts);
        found = agreeing(&searched);
        pairs.extend(searched);
    }
    if let Some((pair, j)) = found {
        let note = if j.verdict == Verdict::Consistent { &say::SHARE_FITS } else { &say::SHARE_ROUNDED };
        return Some(draft(page, id, pair, j, page.say(note, &[])));
    }
    // "574 children, 0.8 per cent of screened children" for 0.87: the last digit cut off, of a part that the share itself has told.
    let told =
        |p: &&Pair| page.get(p.part).is_some_and(|q| q.of == u32::try_from(p.whole).ok() && q.of_rule.as_deref() == Some("share_of_total"));
    if let Some((pair, j)) = pairs.iter().filter(told).find_map(|p| Some((*p, judge(page, id, *p)?.cut_off(page, id)?))) {
        return Some(draft(page, id, pair, j, page.say(&say::SHARE_ROUNDED, &[])));
    }
    let aimed = is_of_goal(page, id);
    let tied = pairs.iter().find(|p| p.tied && (!aimed || is_goal(page, id, p.whole))).copied();
    match tied.and_then(|pair| Some((pair, judge(page, id, pair)?))) {
        Some((pair, j)) if is_hedged_so(page, id, &j) => {
            Some(draft(page, id, pair, Judged { verdict: Verdict::Rounding, ..j }, page.say(&say::SHARE_ROUNDED, &[])))
        }
        Some((pair, j)) => Some(disagreement(page, id, pair, j)),
        None => slip_of_total(page, id).or_else(|| cannot_be_checked(page, id)),
    }
}

/// "The port handled 446 vessels. There were 261 tankers, 67.6% of the total": the only amount of the sentence before, where one digit of the share would
/// make it fit. Else the total meant may be another.
fn slip_of_total(page: &Page, id: usize) -> Option<Draft> {
    let part = page.get(id)?.base.map(|b| b as usize).filter(|b| *b + 1 == id && page.in_sentence(id).start == *b)?;
    let before = page.around(id, 1, 0).take_while(|w| *w < part);
    let mut amounts = before.filter(|w| page.is_amount(*w) && !page.brief(*w).unit.is_time());
    let whole = amounts.next().filter(|_| said_of_total(page, id) && amounts.next().is_none())?;
    let counted = |id: usize| page.brief(id).unit.is_counted();
    let alike = page.get(part).is_some_and(|q| q.of.is_none()) && (same_unit(page, part, whole) || counted(part) && counted(whole));
    let pair = Pair { part, whole, tied: true };
    let judged = judge(page, id, pair).filter(|_| alike)?;
    slip::of_digits(page.show, page.get(id)?, judged.computed).map(|_| disagreement(page, id, pair, judged))
}

/// "More than half (62%)", "almost a quarter (23%)": in words, a share is hedged by so much.
fn is_hedged_so(page: &Page, id: usize, judged: &Judged) -> bool {
    let Some(q) = page.get(id).filter(|q| !q.text.contains(|c: char| c.is_ascii_digit())) else { return false };
    let (stated, computed) = (judged.stated.point, judged.computed.point);
    match q.modifier {
        Some(Modifier::Over) => computed >= stated,
        Some(Modifier::Under) => computed <= stated && stated - computed <= stated / Decimal::from(5),
        _ => false,
    }
}

/// "handed out 1,500 (100% of target) and 1,900 (102% of target)", "9 of 17 exceeded 100 per cent of the annual target": whether a share is of a goal.
fn is_of_goal(page: &Page, id: usize) -> bool {
    let mut behind = words::words(page.after(id)).take(GOAL_PHRASE);
    behind.next() == Some("of") && behind.any(|word| words::is_one_of(word, words::GOAL))
}

/// Words of "of the planned target".
const GOAL_PHRASE: usize = 5;

/// Whether the figure `whole` may be the goal that share `id` is of: a plan, or what the phrase behind the share leads to.
fn is_goal(page: &Page, id: usize, whole: usize) -> bool {
    page.brief(whole).kind == Kind::Target || whole == id + 1 && !page.between(id, whole).contains(')')
}

/// The share that `pair` makes, against the stated one. "Up to 77.1%" states a rate, not a bound.
pub(super) fn judge(page: &Page, id: usize, pair: Pair) -> Option<Judged> {
    let stated = Interval::without_hedge(page.get(id)?, page.last)?;
    let relation = |read: Reading| Some((stated, read(pair.part)?.over(read(pair.whole)?)?.percent()?));
    Judged::new(page, id, &relation)
}

/// What the share may be a share for, the likeliest first.
fn parts(page: &Page, id: usize) -> Vec<usize> {
    // "of the population aged 15 and above 78.5 percent": an age is no part.
    let before = (page.in_sentence(id).start..id).rev().filter(|p| page.is_amount(*p) && !page.brief(*p).unit.is_time());
    // "uptake was 74.9 per cent, which means that 322,000 of the 430,000 were protected": the part may stand behind.
    let rule = page.get(id).and_then(|q| q.base_rule.as_deref());
    let agreed = matches!(rule, Some("agreed_share" | "agreed_whole" | "agreed_result" | "said_again"));
    // "40% (513.8 million) for uniforms": the same as an amount.
    let same = |b: usize| b == id + 1 && page.between(id, b).trim() == "(";
    let base = page.get(id).and_then(|q| q.base).map(|b| b as usize).filter(|b| (*b < id || agreed || same(*b)) && page.is_amount(*b));
    // "37 million, two thirds of it for docks": the whole, whose part is not told.
    let taken_of = base.filter(|b| rule == Some("pronoun") && is_of(page, id, *b));
    let is_whole = |id: &usize| id.checked_sub(1).is_some_and(|p| named_in_front(page, p) == Some(*id));
    let part = |id: &usize| !is_whole(id) && Some(*id) != taken_of;
    base.into_iter().chain(before).filter(part).take(MOST_PARTS).collect()
}

/// Parts and wholes that the text ties to the share or to each other, the likeliest first.
fn told_pairs(page: &Page, id: usize, phrase: &Phrase, parts: &[usize]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (rank, part) in parts.iter().copied().enumerate() {
        // "14.0 million cards, which is 92 per cent of all workers (15.3 million)": told so, whatever the two count.
        let told = |t: usize| {
            let counted = |id: usize| page.brief(id).unit.is_counted();
            counted(part)
                && counted(t)
                && matches!(page.get(part).and_then(|q| q.of_rule.as_deref()), Some("share_of_total" | "agreed_whole"))
        };
        let whole = page.get(part).and_then(|q| q.of).map(|t| t as usize).filter(|t| same_unit(page, part, *t) || told(*t));
        if let Some(whole) = whole {
            // "... of whom 2.9 million live in the hills, where the poverty rate was 22%": a rate there, no share of all.
            let there = || words::has_any(page.before(id), &["where", "whose"]);
            // "of whom 864, or 72.3 per cent, were from there": said again, whatever is said of them.
            let again = || is_said_again(page, id, part) && page.get(part).is_some_and(|q| q.of_rule.as_deref() == Some("of_which"));
            let tied = rank == 0 && speaks_of(page, id, part) && (phrase.of_the_whole(page, whole) || again()) && !there();
            pairs.push(Pair { part, whole, tied });
        }
        if let Some(whole) = named_behind(page, id, part) {
            // "two thirds of this (160 million)": the bracket tells the part as often as the whole.
            let told = page.between(id, whole);
            let open = told.contains('(') && !words::has_any(told, words::GOAL);
            pairs.insert(0, Pair { part, whole, tied: rank == 0 && !open && speaks_of(page, id, part) });
        }
        if let Some(whole) = named_in_front(page, part) {
            // "eight out of 12 regions did better: Ald 7.6%, Brenn 7.2%" tells rates of each.
            pairs.insert(0, Pair { part, whole, tied: rank == 0 && speaks_of(page, id, part) });
        }
    }
    if let Some(pair) = spent_of_budget(page, id) {
        pairs.insert(0, pair);
    }
    pairs
}

/// Parts with what they may be parts of nearby, though nothing ties them.
fn searched_pairs(page: &Page, id: usize, phrase: &Phrase, parts: &[usize]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let candidates = candidates(page, id, phrase);
    // "109,000 people at the end of 2016, and a rate of 31% in 2015": of another year.
    let of_its_year = |part: usize| page.get(id).zip(page.get(part)).is_some_and(|(share, part)| share.year == part.year);
    for (rank, part) in parts.iter().copied().enumerate().filter(|(_, part)| of_its_year(*part)) {
        let found = searched(page, id, part, phrase, &candidates);
        let only = only_total(page, part, &found).filter(|_| rank == 0 && phrase.plain && said_of_total(page, id));
        pairs.extend(found.into_iter().map(|p| Pair { tied: Some(p.whole) == only, ..p }));
    }
    pairs
}

/// Whether the text ties a percentage to a part: by a link, or as an apposition right behind it. Another ("of which 210 million had fixed
/// rates of 5.4%", "of 563 million, compared with 80% of 446 million") may be of anything.
fn speaks_of(page: &Page, id: usize, part: usize) -> bool {
    let linked = page.get(id).and_then(|q| q.base).is_some_and(|base| base as usize == part);
    let beside = || page.between(part, id).trim_end().ends_with([',', '(']) && part + 1 == id;
    linked || beside()
}

/// "864, or 72.3 per cent", "864 (72.3 per cent)": the share says the part in front of it again, and names nothing that it is of.
fn is_said_again(page: &Page, id: usize, part: usize) -> bool {
    let between = page.between(part, id);
    let joint = words::words(between).eq(["or"]) || words::words(between).next().is_none() && between.trim_end().ends_with('(');
    part + 1 == id && joint && !page.after(id).trim_start().starts_with("of ")
}

pub(super) fn same_unit(page: &Page, a: usize, b: usize) -> bool {
    let (x, y) = (page.brief(a), page.brief(b));
    x.unit == y.unit || x.is(Trait::PERSONS) && y.is(Trait::PERSONS)
}

/// The words behind a share that say what it is of.
pub(super) struct Phrase {
    /// Content words of "of the total poverty-stricken households".
    pub(super) content: Content,
    /// "of the total", or nothing at all.
    plain: bool,
}

impl Phrase {
    /// Whether the phrase can mean `whole`: it names nothing else.
    fn of_the_whole(&self, page: &Page, whole: usize) -> bool {
        self.plain || !self.content.is_empty() && self.content.is_subset(&described(page, whole))
    }
}

pub(super) fn phrase_behind(page: &Page, id: usize) -> Phrase {
    let after = page.after(id);
    let clause = after.split([',', ';', '.', '(', ')', ':']).next().unwrap_or("");
    let clause = words::find_word(clause, "and").and_then(|at| clause.get(..at)).unwrap_or(clause);
    let content = Content::of(clause, page.name(id));
    Phrase { plain: content.is_empty(), content }
}

/// Content words of a figure's clause.
pub(super) fn described(page: &Page, id: usize) -> Content {
    let q = page.get(id);
    let text = q.map_or("", |q| q.what.as_str());
    let mut content = Content::of(text, page.name(id));
    content.add(last_clause(page.before(id)), page.name(id));
    content.add(words::up_to(page.after(id), b",;."), page.name(id));
    content
}

fn last_clause(text: &str) -> &str {
    text.rsplit([',', ';', ':', '(']).next().unwrap_or(text)
}

/// "84% of the target of Rs 37,940 crore", "152% of the planned task (30,000 people)".
fn named_behind(page: &Page, id: usize, part: usize) -> Option<usize> {
    let next = id + 1;
    if !page.in_sentence(id).contains(&next) || !page.is_amount(next) || !same_unit(page, part, next) {
        return None;
    }
    let between = page.between(id, next).trim_start();
    let of = between.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("of "));
    // "30 per cent of farms had less than 10 hectares": what they had is no whole.
    let states = words::has_any(between, &["had", "has", "have", "was", "were", "is", "are", "with", "than", "at", "who", "which", "that"]);
    let near = between.len() <= 60 && of && !states && !between.contains([',', ';']);
    let label = between.split_whitespace().next_back().is_some_and(|w| w.starts_with(char::is_uppercase));
    (near && !label).then_some(next)
}

/// "412,000 of the 515,000 people targeted".
fn named_in_front(page: &Page, part: usize) -> Option<usize> {
    let next = part + 1;
    let counted = page.is(part, Trait::COUNTED) && page.is(next, Trait::COUNTED);
    if !page.in_sentence(part).contains(&next) || !(counted || same_unit(page, part, next)) || page.between(part, next).len() > 40 {
        return None;
    }
    let between = page.printed_before(next).count();
    let tied = match between {
        1 => page.led_by(next, &["of"]),
        2 => page.led_by(next, &["the", "of"]) || page.led_by(next, &["of", "out"]),
        3 => page.led_by(next, &["the", "of"]),
        _ => false,
    };
    tied.then_some(next)
}

/// Whether a share is printed with decimals, so that few figures fit it by chance.
fn is_fine(page: &Page, id: usize) -> bool {
    page.brief(id).precision.is_some_and(|p| p < 0)
}

/// What a share may be of that the text does not tie to it: amounts before it in its topic, and the next ones, the last first.
fn candidates(page: &Page, id: usize, phrase: &Phrase) -> Vec<usize> {
    let topic = page.brief(id).topic;
    let back = if is_fine(page, id) || phrase.plain { FAR } else { NEAR };
    page.around(id, back, 1).rev().filter(|w| page.is_amount(*w) && page.brief(*w).topic == topic).collect()
}

/// Those of them that may be the whole of a part.
fn searched(page: &Page, id: usize, part: usize, phrase: &Phrase, candidates: &[usize]) -> Vec<Pair> {
    let fine = is_fine(page, id);
    let fitting = candidates.iter().copied().filter(|w| *w != part && same_unit(page, part, *w) && counts_alike(page, part, *w, fine));
    let named = |w: usize| !phrase.content.is_empty() && phrase.content.common(&described(page, w)) > 0;
    let near = |w: usize| page.sentence_of(id).abs_diff(page.sentence_of(w)) <= 1;
    fitting.filter(|w| fine || near(*w) || named(*w)).take(MOST_WHOLES).map(|whole| Pair { part, whole, tied: false }).collect()
}

/// The one larger figure of the same counted noun nearby: what "of the total" means where no list gives the total.
fn only_total(page: &Page, part: usize, found: &[Pair]) -> Option<usize> {
    let noun = page.noun(part)?;
    page.get(part).filter(|q| q.unit.is_counted() && q.of.is_none())?;
    let value = |id: usize| page.get(id).and_then(|q| q.amount.one());
    let mut larger = found
        .iter()
        .map(|p| p.whole)
        .filter(|w| *w < part && value(*w) > value(part) && page.noun(*w) == Some(noun) && page.get(*w).is_some_and(|q| q.per.is_none()));
    let first = larger.next()?;
    larger.all(|other| value(other) == value(first)).then_some(first)
}

/// "23% of the total", in so many words.
fn said_of_total(page: &Page, id: usize) -> bool {
    words::words(page.after(id)).take(3).map(str::to_lowercase).eq(["of", "the", "total"])
}

/// Parts and wholes to try.
const MOST_PARTS: usize = 8;
const MOST_WHOLES: usize = 32;

/// Sentences to look back for a whole.
const FAR: usize = 6;
/// The same where the share is printed without decimals and any figure may fit by chance.
const NEAR: usize = 3;

fn counts_alike(page: &Page, part: usize, whole: usize, fine: bool) -> bool {
    let persons = || page.brief(part).unit == Unit::People && page.in_sentence(part).contains(&whole);
    let nouns = || page.noun(part).zip(page.noun(whole)).is_none_or(|(a, b)| a == b);
    fine || !page.is(part, Trait::COUNTED) || nouns() || persons()
}

fn calculation(page: &Page, pair: Pair, judged: &Judged) -> String {
    format!("{} / {} = {}", page.told(pair.part), page.told(pair.whole), show::percent(judged.computed.point))
}

fn draft(page: &Page, id: usize, pair: Pair, judged: Judged, note: String) -> Draft {
    Draft::judged(&rules::SHARE, judged, vec![id, pair.part, pair.whole], note).calculation(calculation(page, pair, &judged))
}

pub(super) fn disagreement(page: &Page, id: usize, pair: Pair, judged: Judged) -> Draft {
    let share = show::percent(judged.computed.point);
    let values = [("part", &*page.told(pair.part)), ("share", &share), ("whole", &page.told(pair.whole)), ("stated", &page.told(id))];
    let note = page.say(&say::SHARE_OFF, &values);
    let slip = page.get(id).and_then(|q| slip::of_digits(page.show, q, judged.computed));
    draft(page, id, pair, judged, note).slip(slip)
}

fn cannot_be_checked(page: &Page, id: usize) -> Option<Draft> {
    let q = page.get(id)?;
    let spoken_of = |p: usize| page.is_amount(p) && !page.brief(p).unit.is_time() && page.brief(p).kind != Kind::Average;
    let base = q.base.map(|b| b as usize).filter(|b| *b < id).or_else(|| (page.in_sentence(id).start..id).rev().find(|p| spoken_of(*p)))?;
    if page.said_after(id).contains(Cue::GOAL) {
        let others = (page.in_sentence(id).start..id).rev().filter(|p| *p != base && page.is_amount(*p));
        let plan =
            implied_plan(page, id, base, TWO_DIGITS).or_else(|| others.into_iter().find_map(|p| implied_plan(page, id, p, ONE_DIGIT)));
        if plan.is_some() {
            return plan;
        }
    }
    if q.kind != Kind::Share {
        return None;
    }
    // Which of the two is missing is only said where the text tells what the figure in front is to the share.
    let missing = if is_of(page, id, base) || is_subject(page, id, base) {
        &say::AMOUNT_UNKNOWN
    } else if is_said_again(page, id, base) || speaks_of(page, id, base) && page.after(id).trim_start().starts_with("of ") {
        &say::SHARE_UNKNOWN
    } else {
        &say::PAIR_UNKNOWN
    };
    Some(Draft::new(&rules::SHARE, Verdict::Unchecked, vec![id, base], page.say(missing, &[])))
}

/// Whether a share is said to be taken of a figure in front of it: what it lacks is the part then, not the whole. "4,300 nurses, 71% of them",
/// "of the 4,300 nurses, 71%", "6 million euros, of which 71% went to schools and 12% to clinics", "71% of the nurses".
fn is_of(page: &Page, id: usize, base: usize) -> bool {
    let Some(q) = page.get(id).filter(|q| q.unit == Unit::Percent && q.base == u32::try_from(base).ok()) else { return false };
    let told = match q.base_rule.as_deref() {
        // "2.4 million houses, 88% of those found": of more houses.
        Some("pronoun") => !page.after(id).trim_start().starts_with("of those"),
        Some("out_of" | "of_one_whole") => true,
        Some("named") => {
            let phrase = phrase_behind(page, id);
            !phrase.plain && phrase.of_the_whole(page, base)
        }
        _ => words::has_any(page.before(id), &["of which", "of whom"]),
    };
    let before = id.checked_sub(1).filter(|p| *p > base && page.in_sentence(id).contains(p));
    told || before.is_some_and(|sibling| is_of(page, sibling, base))
}

/// "Attendances numbered 81,500; 76.2% were seen in time", "61,800 tests, with 2.6 per cent positive", "61,800 tests (2.6 per cent positive)": the
/// share speaks for those just counted.
fn is_subject(page: &Page, id: usize, base: usize) -> bool {
    let (between, after) = (page.between(base, id).trim_end(), page.after(id).trim_start());
    let Some(next) = words::words(after).next().filter(|next| after.starts_with(next)) else { return false };
    let verb = || matches!(next, "were" | "was" | "are" | "is" | "had" | "have" | "has");
    let told_apart = between.ends_with([';', ',']) && verb();
    let bracketed = between.ends_with('(') && matches!(next, "positive" | "negative" | "female" | "male");
    base + 1 == id && page.is(base, Trait::COUNTED) && (told_apart || bracketed || page.led_by(id, &["with"]) && next != "of")
}

/// "203,000 people, 101.5% of the planned task": the plan is not stated, but a round one is implied.
fn implied_plan(page: &Page, id: usize, part: usize, digits: Decimal) -> Option<Draft> {
    let implied = page.printed(part)?.over(page.printed(id)?)?.percent()?;
    let (low, high) = (implied.low?, implied.high?);
    let round = roundest_within(low, high, digits)?;
    let model = page.get(part)?;
    let note = page.say(&say::PLAN_IMPLIED, &[("plan", &page.show.amount(round, model))]);
    let judged = Judged { verdict: Verdict::Consistent, stated: Interval::exact(round), computed: implied };
    let calculation = format!("{} / {} = {}", page.show.figure(model), page.told(id), page.show.like(implied.point, model));
    Some(Draft::judged(&rules::SHARE, judged, vec![id, part], note).calculation(calculation))
}

/// Plans are round: below these multiples of a power of ten.
const TWO_DIGITS: Decimal = Decimal::ONE_HUNDRED;
const ONE_DIGIT: Decimal = Decimal::TEN;

/// The roundest number between two others that are close to each other, if it has few enough digits.
fn roundest_within(low: Decimal, high: Decimal, digits: Decimal) -> Option<Decimal> {
    if low.is_sign_negative() || high > low * Decimal::new(102, 2) {
        return None;
    }
    let (size, most) = (rough(high), rough(digits));
    // A rough look tells which powers of ten leave one digit or two.
    let leaves_few = |exponent: &i32| (0.99..1.01 * most).contains(&(size / 10_f64.powi(*exponent)));
    (0..=12).rev().filter(leaves_few).filter_map(power_of_ten).find_map(|grain| {
        let multiple = (high / grain).floor();
        let few_digits = multiple >= Decimal::ONE && multiple < digits;
        (few_digits && multiple * grain >= low).then_some(multiple * grain)
    })
}
