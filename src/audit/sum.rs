//! Sums: totals with their parts, closed lists and open ones, several levels.
//!
//! From the links `of`, to findings "sum" and "part". A list may agree with its total in any reading (all members, or the first ones);
//! it disagrees only if it is closed, or comes to more than the total.

use super::cue::Cue;
use super::draft::Draft;
use super::interval::Interval;
use super::judge::{Judged, Reading};
use super::links::MOST_LINKS;
use super::page::Page;
use super::{part, rules, show, slip, words};
use crate::analysis::{Kind, Quantity, Unit, Verdict};
use crate::wording::{Sentence, audit as say};
use rust_decimal::Decimal;

/// Checks every total that has parts.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    for total in 0..page.quantities.len() {
        let Some(whole) = page.get(total).filter(|_| !page.parts(total).is_empty() && !super::form::side_by_side(page, total)) else {
            continue;
        };
        for list in page.lists(total) {
            let members: Vec<usize> = list.iter().copied().filter(|p| page.get(*p).is_some_and(|part| can_be_added(whole, part))).collect();
            let members = carried_on(page, total, of_one_kind(page, total, members));
            if (1..=MOST_LINKS).contains(&members.len()) {
                let (aside, rest) = members.split_at(end_of_bracket(page, total, &members));
                out.extend([aside, rest].iter().filter(|list| !list.is_empty()).filter_map(|list| check_list(page, total, list)));
            }
        }
    }
}

/// Whether a part is an amount of the total's kind.
fn can_be_added(whole: &Quantity, part: &Quantity) -> bool {
    let persons = |u: Unit| matches!(u, Unit::People | Unit::PersonTimes);
    // "65 deaths; of these 40 were drivers, 15 passengers": a link says that each is of one person.
    let befell = whole.unit == Unit::Count && part.unit == Unit::People && part.of == Some(whole.id);
    let same_unit = whole.unit == part.unit || persons(whole.unit) && persons(part.unit) || befell;
    let amount = |q: &Quantity| !q.unit.is_relative() && !matches!(q.kind, Kind::Growth | Kind::Share | Kind::Gap | Kind::Ratio);
    same_unit && amount(whole) && amount(part) && whole.per == part.per && whole.amount.one().is_some() && part.amount.one().is_some()
}

/// Leaves out members that the text sets apart: money that others are moved to give, other things than the rest of the list counts.
fn of_one_kind(page: &Page, total: usize, members: Vec<usize>) -> Vec<usize> {
    let noun = page.noun(total);
    let like_total = members.iter().filter(|m| page.noun(**m) == noun).count();
    let place =
        |m: usize| page.printed_before(m).next().is_some_and(|w| words::PLACING.iter().any(|placing| placing.eq_ignore_ascii_case(w)));
    // What the sum or its own words make a part is one behind "while", too.
    let certain = |m: usize| {
        page.get(m)
            .and_then(|q| q.of_rule.as_deref())
            .is_some_and(|rule| matches!(rule, "set_out" | "exact_sum" | "agreed_sum" | "remainder"))
            || words::has_any(page.before(m), &["balance", "remaining", "remainder", "rest"])
    };
    let apart = |m: usize| {
        page.said_before(m).contains(Cue::OTHER_MONEY) && !certain(m)
            || like_total > 0 && place(m) && page.get(m).is_some_and(|q| q.unit == Unit::Count) && page.noun(m) != noun
    };
    members.into_iter().filter(|m| !apart(*m) && !is_increase(page, *m)).collect()
}

/// "638 million yuan or 33.8% more than in 2011": an increase, though it stands among parts.
fn is_increase(page: &Page, id: usize) -> bool {
    let rate = page.get(id + 1).is_some_and(|q| q.unit == Unit::Percent) && page.in_sentence(id).contains(&(id + 1));
    let joined = words::words(page.between(id, id + 1)).eq(["or"]);
    rate && joined && words::words(page.after(id + 1)).next().is_some_and(|w| words::RISE.contains(&w) || words::FALL.contains(&w))
}

/// "48 were primary, 11 secondary and 3 special schools": counts that carry on a list of counts, though what they count is left out.
fn carried_on(page: &Page, total: usize, mut members: Vec<usize>) -> Vec<usize> {
    let (Some(whole), Some(first)) = (page.get(total), members.first().copied()) else { return members };
    let of_which = page.get(first).is_some_and(|q| q.of_rule.as_deref() == Some("of_which"));
    if whole.unit != Unit::Count || !of_which {
        return members;
    }
    for id in first + 1..page.in_sentence(first).end {
        let Some(q) = page.get(id) else { break };
        if members.contains(&id) {
            continue;
        }
        let short = words::words(page.before(id)).count() <= 3 && !page.before(id).contains(';');
        if q.unit != Unit::Count || q.of.is_some() || !short || !can_be_added(whole, q) {
            break;
        }
        members.push(id);
    }
    members.sort_unstable();
    members
}

/// The sum of `members` against `total`.
pub(super) fn judge_sum(page: &Page, total: usize, members: &[usize]) -> Option<Judged> {
    let relation = |read: Reading| {
        let mut sum = Interval::exact(Decimal::ZERO);
        for member in members {
            sum = sum.plus(read(*member)?)?;
        }
        Some((read(total)?, sum))
    };
    Judged::new(page, total, &relation)
}

/// A total against the members that its table gives it.
pub(super) fn in_table(page: &Page, total: usize, members: &[usize]) -> Option<Draft> {
    let judged = judge_sum(page, total, members)?;
    Some(if judged.agrees() { adds_up(page, total, members, judged) } else { does_not_add_up(page, total, members, judged) })
}

fn check_list(page: &Page, total: usize, members: &[usize]) -> Option<Draft> {
    let mut readings = readings(page, total, members).filter_map(|some| judge_sum(page, total, &some).map(|judged| (some, judged)));
    if let Some((some, judged)) = readings.find(|(_, judged)| judged.agrees()) {
        return Some(adds_up(page, total, &some, judged));
    }
    let rates = page.get(total).is_some_and(|q| q.per.is_some());
    if let Some(larger) = members.iter().copied().find(|m| exceeds(page, *m, total)) {
        let aside = || larger == total + 1 && page.between(total, larger).trim_start().starts_with('(');
        return (!rates
            && !counted_with_neighbour(page, total, larger)
            && (aside() || !other_total(page, total, larger))
            && part::comparable(page, total, larger))
        .then(|| part::larger(page, total, larger));
    }
    let members = closest_beginning(page, total, members);
    let judged = judge_sum(page, total, members)?;
    if members.len() > 1 && speaks(page, total, members, &judged) {
        if let Some((other, judged)) = fits_another(page, total, members) {
            return Some(adds_up(page, other, members, judged));
        }
        if missing_beside(page, total, members, &judged)
            || part::overlap(page, total, members)
            || judged.computed.exceeds(judged.stated) && part::may_be_both(page, members)
        {
            return None;
        }
        return Some(does_not_add_up(page, total, members, judged));
    }
    within(page, total, members, &judged)
}

/// Where a list ends whose members stand in the bracket behind their total: "15 million (10 from A, 5 from B) was spent, including 7 million
/// for wells" has two lists.
fn end_of_bracket(page: &Page, total: usize, members: &[usize]) -> usize {
    let opened = |text: &str| text.matches('(').count() > text.matches(')').count();
    let closed = |text: &str| text.matches(')').count() > text.matches('(').count();
    let first = members.first().filter(|first| opened(page.between(total, **first)));
    let outside = first.and_then(|_| members.windows(2).position(|two| matches!(two, [a, b] if closed(page.between(*a, *b)))));
    outside.map_or(members.len(), |at| at + 1)
}

/// The first members that come nearest to the total, where all of them come to more: the sentence may have gone on to something else.
fn closest_beginning<'m>(page: &Page, total: usize, members: &'m [usize]) -> &'m [usize] {
    let beginnings = (2..members.len()).filter_map(|n| members.get(..n)).filter_map(|some| Some((some, judge_sum(page, total, some)?)));
    let over = judge_sum(page, total, members).is_some_and(|j| j.computed.exceeds(j.stated));
    let near = beginnings.filter(|(_, j)| j.relative().is_some_and(|r| r <= NEAR_BEGINNING)).min_by_key(|(_, j)| j.difference().abs());
    near.filter(|(some, _)| over && ends_at(page, total, members, some.len())).map_or(members, |(some, _)| some)
}

/// How near the first members of a list must come to be taken for all of it.
const NEAR_BEGINNING: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// What a list may mean: all its members, every second one ("the north had 22,400 and 88,000 respectively"), its first ones (the sentence went on to something else), or all but two, where the total
/// has so many digits that no chance makes it fit.
fn readings<'m>(page: &Page, total: usize, members: &'m [usize]) -> impl Iterator<Item = Vec<usize>> + use<'m> {
    let firsts: Vec<Vec<usize>> = (2..=members.len())
        .rev()
        .filter(|n| ends_at(page, total, members, *n))
        .filter_map(|n| members.get(..n))
        .map(<[usize]>::to_vec)
        .collect();
    let long = page.get(total).is_some_and(|q| q.text.chars().filter(char::is_ascii_digit).count() >= LONG_NUMBER);
    let most = if long && members.len() >= 4 && members.len() <= 16 { members.len() } else { 0 };
    let without_two = (0..most).flat_map(move |a| {
        (a + 1..most).map(move |b| members.iter().enumerate().filter(|(i, _)| *i != a && *i != b).map(|(_, m)| *m).collect())
    });
    let pairs = if members.len() >= 4 && members.len().is_multiple_of(2) { 2 } else { 0 };
    let columns = (0..pairs).map(|first| members.iter().skip(first).step_by(2).copied().collect());
    firsts.into_iter().chain(columns).chain(without_two)
}

/// Whether a list may end after its first `n` members: there are no more, a semicolon or many words follow, or what follows is larger than the total.
fn ends_at(page: &Page, total: usize, members: &[usize], n: usize) -> bool {
    let (Some(last), Some(rest)) = (n.checked_sub(1).and_then(|i| members.get(i)), members.get(n..)) else { return false };
    let apart = |next: usize| page.between(*last, next).contains(';') || page.between(*last, next).len() > FAR_APART;
    rest.first().is_none_or(|next| apart(*next)) || rest.iter().any(|m| exceeds(page, *m, total))
}

/// Bytes between two members of one list, at most.
const FAR_APART: usize = 160;

/// "Eight public and 70 private schools, of which 74": the total is both of them together.
fn counted_with_neighbour(page: &Page, total: usize, part: usize) -> bool {
    let Some(before) = total.checked_sub(1).filter(|b| page.in_sentence(total).contains(b)) else { return false };
    let joined = page.brief(before).unit == page.brief(total).unit && words::has_any(page.between(before, total), &["and"]);
    let sum = || page.printed(before)?.plus(page.printed(total)?);
    joined && sum().is_some_and(|sum| page.printed(part).is_some_and(|p| !p.exceeds(sum)))
}

/// Whether the part may belong to another figure in front of it, one that is large enough.
fn other_total(page: &Page, total: usize, part: usize) -> bool {
    let Some(own) = page.get(part) else { return false };
    let alike = |q: &Quantity| q.unit == own.unit || q.unit.is_counted() && own.unit.is_counted();
    (page.in_sentence(part).start..part).any(|id| {
        id != total && page.is_amount(id) && page.get(id).is_some_and(|q| q.per.is_none() && alike(q)) && !exceeds(page, part, id)
    })
}

/// A total of so many digits fits no sum by chance.
const LONG_NUMBER: usize = 5;

fn exceeds(page: &Page, part: usize, total: usize) -> bool {
    matches!((page.printed(part), page.printed(total)), (Some(p), Some(t)) if p.exceeds(t))
}

/// Whether a sum that differs from its total says something: more than the total, or a closed list that falls short.
fn speaks(page: &Page, total: usize, members: &[usize], judged: &Judged) -> bool {
    let Some(whole) = page.get(total) else { return false };
    let over = judged.computed.exceeds(judged.stated);
    let rule = members.first().and_then(|m| page.get(*m)).and_then(|m| m.of_rule.as_deref()).unwrap_or_default();
    // Shares of one whole may overlap ("60% women, 80% farmers"), the largest are not all, nor those who took a step.
    if matches!(rule, "share_of_total" | "largest" | "stage") {
        return false;
    }
    let told_whole = leaves_the_rest(page, whole, members);
    if other_year(page, whole, members) && !told_whole {
        return false;
    }
    if over {
        // "4,000 of whom came from A, ... and 3,000 of whom were children": the same persons, told in two ways.
        if rule == "of_them" {
            return part::is_exchanged(page, whole, members, judged);
        }
        // "659 miles of roads, of which 531 are metalled, and 584 miles of paths": two parts that come to far more are not of one list.
        if rule == "of_which" && members.len() == 2 && judged.relative().is_some_and(|r| r > SHORT_OF_TWO) {
            return false;
        }
        let may_overlap = whole.unit.is_counted() && matches!(rule, "among" | "including");
        return !may_overlap || judged.relative().is_some_and(|r| r <= OVERLAP) || left_out(page, members, judged).is_some();
    }
    if known_incomplete(page, members) || goes_on_behind(page, members) || judged.computed.high.is_none() || judged.computed.low.is_none() {
        return false;
    }
    if told_whole {
        return true;
    }
    // "4,372 of the 5,059 were books and 1,137 films": what arithmetic has made a list is one, whatever its first part says.
    let listed = members.iter().any(|m| page.get(*m).is_some_and(|q| q.of_rule.as_deref() == Some("set_out")));
    let closed =
        listed || matches!(rule, "of_which" | "namely" | "among" | "item") || rule == "bracket" && !each_in_brackets(page, members);
    if slip::of_factor(page.show, whole, judged.computed).is_some() {
        return true;
    }
    let digits = slip::of_digits(page.show, whole, judged.computed).is_some();
    let several = if whole.unit.is_counted() { SHORT_OF_COUNTS } else { SHORT };
    let near = judged.relative().is_some_and(|r| r <= if members.len() > 2 { several } else { SHORT_OF_TWO.min(several) });
    closed && (near && !are_named(page, members) || digits)
        || digits && judged.relative().is_some_and(|r| r <= NEAR_OPEN)
        || matches!(rule, "of_them" | "among_them" | "partitive" | "including") && part::is_exchanged(page, whole, members, judged)
}

/// Whether what the parts lack is printed beside them: a member that was not recognised as one.
fn missing_beside(page: &Page, total: usize, members: &[usize], judged: &Judged) -> bool {
    let gap = judged.difference().abs();
    let sentence = members.first().map_or(total..total, |m| page.in_sentence(*m));
    let other = |id: &usize| *id != total && !members.contains(id);
    judged.difference().is_sign_negative()
        && sentence.clone().filter(other).any(|id| page.get(id).is_some_and(|q| q.amount.one() == Some(gap)))
}

/// "maize ($14 million) and beans ($6 million) were hit hardest": each has a bracket of its own, behind a name.
fn each_in_brackets(page: &Page, members: &[usize]) -> bool {
    members.windows(2).all(|pair| matches!(pair, [a, b] if page.between(*a, *b).contains(')')))
}

/// "68 are elected by A, 34 by B and 34 by C. There are also 6 ...": the next sentence has the rest.
fn goes_on_behind(page: &Page, members: &[usize]) -> bool {
    let Some(last) = members.last().copied() else { return false };
    let Some(sentence) = page.get(last).map(|q| q.sentence.end) else { return false };
    // "15 million went to roads, 4 million to wells and the rest to bridges": in the same sentence.
    if words::has_any(page.sentence_behind(last), LEFT) {
        return true;
    }
    let next = page.rest_of_topic(last, sentence.saturating_add(REST));
    words::has_any(next, LEFT) || words::has_any(next, &["there are also", "there were also", "in addition", "additionally"])
}

/// What is left of a whole, whose figure need not be printed.
const LEFT: &[&str] = &["the rest", "the remainder", "the remaining", "the balance", "the others"];

/// Bytes of the next sentence in which it says that it goes on.
const REST: u32 = 40;

/// Whether members are said of another year than their total.
fn other_year(page: &Page, whole: &Quantity, members: &[usize]) -> bool {
    members.iter().any(|m| page.get(*m).is_some_and(|q| q.year != whole.year))
}

/// Whether the members are told by proper names ("40 million came from Peru and 50 million from Chile"): such lists name the largest.
fn are_named(page: &Page, members: &[usize]) -> bool {
    let capital = |text: &str| text.split_whitespace().any(|w| w.starts_with(char::is_uppercase) && w.len() > 2);
    members.iter().all(|m| capital(words::up_to(page.after(*m), b",;.)")))
}

/// Whether the last part is said to be all that remains, and nothing of the kind stands between the parts.
fn leaves_the_rest(page: &Page, whole: &Quantity, members: &[usize]) -> bool {
    let (Some(first), Some(last)) = (members.first().copied(), members.last().copied()) else { return false };
    let rest = page.get(last).is_some_and(|q| matches!(q.of_rule.as_deref(), Some("remainder" | "other")));
    let other =
        |id: usize| !members.contains(&id) && page.get(id).is_some_and(|q| q.unit == whole.unit && q.per.is_none() && q.id != whole.id);
    rest && page.sentence_of(last) <= page.sentence_of(first) + members.len() && !(first..last).any(other)
}

/// Counts that come to more than this share above their total overlap rather than slip.
const OVERLAP: Decimal = Decimal::from_parts(3, 0, 0, false, 1);
/// The same for two parts: a third is easily left out.
const SHORT_OF_TWO: Decimal = Decimal::from_parts(15, 0, 0, false, 2);

/// An open list is questioned only where it misses by so little, and one digit would explain it.
const NEAR_OPEN: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

/// A closed list that misses more than this share of its total counts as incomplete.
const SHORT: Decimal = Decimal::from_parts(25, 0, 0, false, 2);
/// The same for counts: of members and schools, some are of a kind that nobody names.
const SHORT_OF_COUNTS: Decimal = Decimal::from_parts(6, 0, 0, false, 2);

/// Whether the parts carry shares: a writer who gives them knows what is left.
fn known_incomplete(page: &Page, members: &[usize]) -> bool {
    members.iter().all(|m| page.qualifiers(*m).iter().any(|q| page.get(*q).is_some_and(|s| s.kind == Kind::Share)))
}

/// A total and its parts.
pub(super) fn with(total: usize, members: &[usize]) -> Vec<usize> {
    std::iter::once(total).chain(members.iter().copied()).collect()
}

/// "40.69 + 252.3 + 280.81 = 573.80 million yuan".
pub(super) fn written(page: &Page, total: usize, members: &[usize], sum: Decimal) -> String {
    let Some(whole) = page.get(total) else { return String::new() };
    let numbers: Vec<String> = members.iter().filter_map(|m| page.get(*m)?.amount.one()).map(|v| page.show.number_like(v, whole)).collect();
    format!("{} = {}", numbers.join(" + "), page.show.sum(sum, whole))
}

fn adds_up(page: &Page, total: usize, members: &[usize], judged: Judged) -> Draft {
    let calculation = written(page, total, members, judged.computed.point);
    let note = if judged.verdict == Verdict::Consistent { &say::SUM_FITS } else { &say::SUM_ROUNDED };
    Draft::judged(&rules::SUM, judged, with(total, members), page.say(note, &[])).calculation(calculation)
}

/// The finding that parts miss their total.
pub(super) fn does_not_add_up(page: &Page, total: usize, members: &[usize], judged: Judged) -> Draft {
    let Some(whole) = page.get(total) else { return Draft::judged(&rules::SUM, judged, with(total, members), "") };
    let less = judged.difference().is_sign_negative();
    let note = off_by(page, if less { &say::SUM_LESS } else { &say::SUM_MORE }, whole, &judged);
    let slip = left_out(page, members, &judged).or_else(|| slip::of_digits(page.show, whole, judged.computed));
    let slip = slip.or_else(|| less.then(|| page.say(&say::LISTED, &[])));
    Draft::judged(&rules::SUM, judged, with(total, members), note)
        .calculation(written(page, total, members, judged.computed.point))
        .slip(slip)
}

/// A sentence that says what the parts come to, and how far that is from the stated total.
pub(super) fn off_by(page: &Page, sentence: &Sentence, whole: &Quantity, judged: &Judged) -> String {
    let (sum, gap) = (page.show.sum(judged.computed.point, whole), page.show.amount(judged.difference().abs(), whole));
    page.say(sentence, &[("sum", &sum), ("gap", &gap), ("stated", &page.show.figure(whole))])
}

/// The one part without which the total fits.
fn left_out(page: &Page, members: &[usize], judged: &Judged) -> Option<String> {
    let values: Vec<(Decimal, &Quantity)> =
        members.iter().filter_map(|m| page.get(*m)).filter_map(|m| Some((m.amount.one()?, m))).collect();
    if values.len() < 3 { None } else { slip::one_left_out(page.show, &values, judged.computed.point, judged.stated) }
}

/// The total of these parts may be another figure of the sentence: "4,812 homes, up from 4,370. Of these, 2,950 ... and 1,862 ...".
fn fits_another(page: &Page, total: usize, members: &[usize]) -> Option<(usize, Judged)> {
    let unit = page.get(total)?.unit;
    let like = |id: &usize| *id != total && !members.contains(id) && page.is_amount(*id) && page.get(*id).is_some_and(|q| q.unit == unit);
    page.in_sentence(total)
        .filter(like)
        .find_map(|id| judge_sum(page, id, members).filter(Judged::agrees_closely).map(|judged| (id, judged)))
}

/// Parts of an open list stay within their total.
fn within(page: &Page, total: usize, members: &[usize], judged: &Judged) -> Option<Draft> {
    let whole = page.get(total)?;
    let share = judged.computed.point.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(judged.stated.point)?;
    let open = judged.computed.point > judged.stated.point;
    let note = match (open, members.len()) {
        (true, _) => &say::PARTS_OVERLAP,
        (false, 1) => &say::PART_WITHIN,
        (false, _) => &say::PARTS_WITHIN,
    };
    // One part is no sum, and stands as it is printed: "1,873: 44.04% of 4,253".
    let sum = match members {
        [part] => page.show.figure(page.get(*part)?).into_owned(),
        _ => written(page, total, members, judged.computed.point),
    };
    let calculation =
        page.say(&say::PARTS_OF_WHOLE, &[("sum", &sum), ("share", &show::percent(share)), ("whole", &page.show.figure(whole))]);
    Some(Draft::new(&rules::PART, Verdict::Consistent, with(total, members), page.say(note, &[])).calculation(calculation))
}
