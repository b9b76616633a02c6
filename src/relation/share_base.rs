//! What a share is a share of, or speaks of: "accounting for 57%", "the repayment rate reached 100%", "79.6% of the 11 projects".

use super::Context;
use super::achieved::{achieved, set_against_plan};
use super::among_total::opening_word;
use super::base::{Link, nearest_before};
use super::beside::is_beside;
use super::cohort::{names_other_part, what_became_of};
use super::in_front::is_done;
use super::named::{of_pronoun, same_word};
use super::reached::named_bracket;
use super::sample::{sample_before, told_of_sample};
use super::spent::{goes_on_of_which, goes_on_to, spent, spent_of_budget};
use super::taken_up::of_these;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;
use rust_decimal::Decimal;

/// "accounting for 57% of the total" speaks of the part in front of it; "the repayment rate reached 100%" of the whole of a list.
pub(super) fn share_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let read = context.read;
    let clause = context.near(i);
    let after = context.after(i);
    // "34% (20 million tonnes) of emissions": the same as an amount.
    // "43.6% of the population, or 53.4 million persons".
    let or = |n: usize| {
        read.str(after.start) == "of" && context.lead(n).is_some_and(|t| read.str(t) == "or" && t > 0 && read.is_mark(t - 1, ','))
    };
    let again = context.next(i).filter(|n| context.restates(*n) && (says_amount(context, *n) || or(*n)));
    if let Some(amount) = again.filter(|n| mentions.get(*n).is_some_and(Mention::stands_alone)) {
        return Some((amount, "said_again"));
    }
    if read.find(after.start..after.end.min(after.start + PLAN_REACH), Class::SCHEDULE).is_some() {
        let near = || nearest_before(context, mentions, i, |_| true).map(|(near, rule)| (listed_whole(mentions, near), rule));
        return set_against_plan(context, mentions, i).or_else(|| achieved(context, mentions, i)).or_else(near);
    }
    // "62% of the planned 15,000": the result that the plan's own figure makes it of.
    if read.str(after.start) == "of"
        && context.next(i).is_some_and(|n| mentions.get(n).is_some_and(|m| m.kind == Kind::Target))
        && let Some(result) = set_against_plan(context, mentions, i)
    {
        return Some(result);
    }
    if let Some(result) = achieved(context, mentions, i) {
        return Some(result);
    }
    if let Some(named) = share_of_noun(context, mentions, i) {
        return Some((named, "named"));
    }
    if let Some(amount) = paired_share(context, mentions, i) {
        return Some((amount, "paired"));
    }
    if speaks_of_other(context, i) || context.restates(i) && named_bracket(context, i) {
        return None;
    }
    // "fell by 30 million (a third of the reserves)": the step is spoken of.
    let step = |m: &Mention| matches!(m.kind, Kind::Change | Kind::Gap) && !m.unit.is_some_and(Unit::is_relative);
    if let Some(step) = context.previous(i).filter(|p| context.restates(i) && mentions.get(*p).is_some_and(step)) {
        return Some((step, "nearest_before"));
    }
    if context.opened_by(i, Class::PARTS)
        || says_which_is(context, i)
        || read.find(clause.clone(), Class::SHARE | Class::BEYOND_PLAN).is_some()
        || matches!(read.str(clause.start), "completing" | "completed" | "reaching")
        || context.restates(i)
    {
        let near = nearest_before(context, mentions, i, |_| true);
        if near.is_some() {
            return near;
        }
    }
    // "Italy, 57,515, with 54.6 per cent": said of the number in front of it.
    let gap = context.gap(i);
    // "12,500 burglaries, 25% being at night"
    let being = read.str(after.start) == "being" && context.lead(i).is_some_and(|t| read.is_mark(t, ','));
    let with = gap.len() == 2 && read.is_mark(gap.start, ',') && read.str(gap.start + 1) == "with" || being;
    if with
        && let Some(counted) =
            context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.stands_alone() && m.unit.is_some_and(Unit::is_counted)))
    {
        return Some((counted, "nearest_before"));
    }
    // "3,400 cases of measles, with 81 per cent of these in the south"
    let of_them = || context.before(i).next_back().is_some_and(|t| read.str(t) == "with") && of_pronoun(context, after.start);
    if let Some(counted) =
        context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.unit.is_some_and(Unit::is_counted)) && of_them())
    {
        return Some((counted, "pronoun"));
    }
    if let Some(amount) = of_larger_total(context, mentions, i) {
        return Some(amount);
    }
    // "Of the 36 states 12 lie below the average of 43.7%": of one place, or of all.
    if is_extreme(context, i) {
        return counted_behind(context, mentions, i).map(|whole| (whole, "share_of"));
    }
    if let Some(whole) = told_out_of(context, mentions, i) {
        return Some((whole, "out_of"));
    }
    if let Some(sample) = told_of_sample(context, mentions, i).or_else(|| sample_before(context, mentions, i)) {
        return Some((sample, "sample"));
    }
    if let Some(whole) = counted_behind(context, mentions, i) {
        return Some((whole, "share_of"));
    }
    if let Some(whole) = of_these(context, mentions, i) {
        return Some((whole, "taken_up"));
    }
    if let Some(cohort) = what_became_of(context, mentions, i) {
        return Some((cohort, "cohort"));
    }
    if let Some(beside) = in_apposition(context, mentions, i) {
        return Some((beside, "beside"));
    }
    // "31 per cent of the portfolio of 240 million, and loans to farmers 22 per cent": the whole stands between.
    let previous = context.previous(i);
    let over = previous.and_then(|p| context.previous(p)).filter(|share| {
        mentions.get(*share).is_some_and(|m| m.base.is_some_and(|(whole, rule)| rule == "share_of" && Some(whole) == previous))
    });
    let before = over.or(previous).and_then(|p| mentions.get(p));
    if let Some(sibling) =
        before.filter(|m| m.kind == Kind::Share && m.base.is_some() && !context.is_reference(i) && !names_other_part(context, i, m))
        && (read.find(context.gap(i), Class::VERB | Class::AUXILIARY).is_none()
            || goes_on_of_which(context, mentions, i)
            || goes_on_to(context, mentions, i))
    {
        return sibling.base.map(|(base, _)| (base, "with_sibling"));
    }
    rate_base(context, mentions, i).or_else(|| spent_of_budget(context, mentions, i)).or_else(|| spent(context, mentions, i))
}

/// "41.2 million, which was 17 per cent of the total", "to 61,240, yet this is only 45 per cent of those expected".
fn says_which_is(context: &Context, i: usize) -> bool {
    let read = context.read;
    let clause = context.near(i);
    let at = clause.start + usize::from(matches!(read.str(clause.start), "and" | "but" | "yet" | "though" | "although"));
    // "12,690 are under way; taken together, this is 81 per cent": of both.
    let together = clause.start > 1 && read.str(clause.start - 2) == "together";
    matches!(read.str(at), "which" | "this" | "that")
        && !together
        && read.word_is(at + 1, Class::AUXILIARY)
        && context.before_hedges(clause.clone()).saturating_sub(usize::from(read.str(at + 2) == "only")) == at + 2
}

/// "With an appropriation of 78 million Ald took 55% of the regional total": of the money in front of it.
fn of_larger_total(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let read = context.read;
    let after = context.after(i);
    let total = |t: usize| read.word_is(t, Class::TOTAL_NOUN);
    let said = after.len() > 2 && read.str(after.start) == "of" && (after.start + 2..after.end.min(after.start + TOTAL)).any(total);
    let money = |m: &Mention| m.unit.is_some_and(Unit::is_currency);
    said.then(|| nearest_before(context, mentions, i, money)).flatten()
}

/// "earned 7,760 yuan, 73% of the average", "1.86 billion was paid, 7.5% of the national amount", "388 dollars, just under half the average wage": said of the
/// amount in front of it.
fn in_apposition(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let after = context.after(i).start;
    let gap = context.gap(i).start..context.before_hedges(context.gap(i)).max(context.gap(i).start);
    let mark = gap.end.checked_sub(1).filter(|t| *t >= gap.start && read.is_mark(*t, ','))?;
    let paid = || (gap.start..mark).all(|t| read.word_is(t, Class::AUXILIARY | Class::VERB));
    // "allocated 1,268 million in 2018, 8.6% of the budget", "drew 14.1 million m3 from Crown land, 51 per cent of".
    let placed = || {
        let plain = |t: usize| !context.ends_clause(t) && !read.word_is(t, Class::AUXILIARY | Class::VERB | Class::AND);
        read.word_is(gap.start, Class::PREPOSITION) && read.str(gap.start) != "of" && (gap.start..mark).all(plain)
    };
    let half_the = || mentions.get(i).is_some_and(|m| m.in_words) && read.str(after) == "the";
    let of = read.str(after) == "of" && !of_pronoun(context, after) || half_the();
    // "In a survey with 1,240 replies, 17% of farms": what the sentence only begins with.
    let opening = |p: usize| {
        context.previous(p).is_none()
            && read.word_is(context.sentence(p).start, Class::PREPOSITION)
            && read.find_word(context.sentence(p).start..context.gap(i).start, Class::VERB | Class::AUXILIARY).is_none()
            // "In 2019 we felled 862,000 m³, 94% of the permitted cut"
            && !(context.sentence(p).start..context.before(p).end).any(|t| matches!(read.str(t), "we" | "it" | "they") || is_done(read.str(t)) || read.str(t) == "caught")
    };
    let amount = |p: &usize| mentions.get(*p).is_some_and(|m| m.stands_alone() || m.kind == Kind::Average);
    context.previous(i).filter(|p| of && gap.len() <= PAID && (paid() || placed()) && !opening(*p) && amount(p))
}

/// Tokens from a share to the word for a total that it is of ("of the regional total").
const TOTAL: usize = 5;

/// Tokens between an amount and the share in apposition to what was done with it.
const PAID: usize = 4;

/// "34% (20 million tonnes)", "a 24.8 per cent share (32,170 tons)": whether nothing but a bracket parts a figure from the share in front of it.
pub(super) fn says_amount(context: &Context, i: usize) -> bool {
    let gap = context.gap(i);
    gap.len() == 1 || gap.len() == 2 && matches!(context.read.str(gap.start), "share" | "portion")
}

/// "an enrolment of 96,200 and 4,310 teachers, with a female enrolment share of 50.9%": of the figure that its own noun names.
fn share_of_noun(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let of = context.lead(i).filter(|t| context.is_led_by(i, Class::RATE) && *t > context.near(i).start + 1 && read.str(*t) == "of")?;
    let noun = (of - 2..of - 1).find(|t| matches!(read.str(t + 1), "share" | "proportion" | "percentage") && read.is_word(*t))?;
    let names = |j: &usize| {
        let front = context.near(*j);
        let behind = mentions.get(*j).and_then(|m| m.noun).map_or(0..0, |n| n.first..n.head + 1);
        let mut words = (front.end.saturating_sub(NOUN).max(front.start)..front.end).chain(behind);
        mentions.get(*j).is_some_and(Mention::stands_alone) && words.any(|t| same_word(read.str(t), read.str(noun)))
    };
    (context.in_sentence(i).start..i).rev().find(names)
}

/// Tokens in front of a figure that may name it.
const NOUN: usize = 5;

/// "the national average of 43.7%", "the maximum rate of 56.9%": one of many rates, or their mean.
fn is_extreme(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.near(i);
    let Some(of) = context.lead(i).filter(|t| near.contains(t) && matches!(read.str(*t), "of" | "at")) else { return false };
    let extreme = |t: usize| matches!(read.str(t), "average" | "maximum" | "minimum" | "median" | "mean" | "highest" | "lowest" | "peak");
    (of.saturating_sub(EXTREME).max(near.start)..of).any(extreme)
}

/// Tokens of the name of a rate behind a word for an extreme ("the maximum participation rate of").
const EXTREME: usize = 3;

/// "fell from $1.36 billion to $1.27 billion, while their share rose from 46 to 50 percent": the first of the first, the second of the second.
fn paired_share(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let to = |j: usize| context.lead(j).is_some_and(|t| read.word_is(t, Class::TO));
    let first = if context.leads_from(i) { i } else { context.previous(i).filter(|p| to(i) && context.leads_from(*p))? };
    let said = context.before(first);
    let owned = |t: usize| {
        matches!(read.str(t), "share" | "proportion" | "percentage" | "weight")
            && matches!(read.str(t - 1), "their" | "its" | "this" | "the" | "whose")
    };
    if !(said.start + 1..said.end).any(owned) {
        return None;
    }
    let later = context.previous(first).filter(|p| to(*p))?;
    let former = context.previous(later).filter(|p| context.leads_from(*p))?;
    let (a, b) = (mentions.get(former)?, mentions.get(later)?);
    let amounts = a.stands_alone() && b.stands_alone() && a.unit == b.unit && !a.unit.is_some_and(Unit::is_time);
    amounts.then_some(if i == first { former } else { later })
}

/// "69 million tons, with paper accounting for 67% of it", "grants to districts where herders make up half of the people": the words between
/// name what has the share, and that is no figure of the sentence.
fn speaks_of_other(context: &Context, i: usize) -> bool {
    let read = context.read;
    let near = context.gap(i).start.max(context.near(i).start)..context.near(i).end;
    let Some(says) = read.find(near.clone(), Class::SHARE) else { return false };
    let Some(joint) = (near.start..says).rev().find(|t| matches!(read.str(*t), "with" | "where" | "whose" | "wherein")) else {
        return false;
    };
    let names = |t: usize| read.is_word(t) && !read.word_is(t, Class::STOP | Class::VERB | Class::AUXILIARY);
    (joint + 1..says).any(names)
}

/// "Of the total expenditure of 142.6 crore, 63% was on wages": the figure that the sentence begins with.
fn told_out_of(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let opens_with = |j: &usize| {
        let start = opening_word(context, *j);
        let word = matches!(context.read.str(start), "Of" | "Out" | "Among" | "of" | "out" | "among");
        word && context.near(*j).start <= start.max(context.before(*j).start) && context.before(*j).end - start <= 8
    };
    let sentence = context.in_sentence(i).start;
    let first = (sentence..i).rev().take(FOLLOWING).find(opens_with);
    let first = first.filter(|j| context.statement(*j) == context.statement(i));
    // "or 58% went on wages, against 41% in the best province": of another's.
    let own = context.read.str(context.after(i).start) == "of"
        || context.is_reference(i) && context.read.word_is(context.after(i).start, Class::PREPOSITION);
    // "Of this, 11 million went to roads, at rates of 5%": the total stands in front of the comma.
    first.filter(|first| !own && mentions.get(*first).is_some_and(Mention::stands_alone))
}

/// Figures behind the whole that opens a statement, of which a share may be told.
const FOLLOWING: usize = 6;

/// Tokens from a share to the plan that it is a share of: "of the annual training plan".
const PLAN_REACH: usize = 6;

/// The total of a list that ends with figure `last`, unless that is the one part that "of which" names: then the part is spoken of.
fn listed_whole(mentions: &[Mention], last: usize) -> usize {
    let Some((total, rule)) = mentions.get(last).and_then(|m| m.of) else { return last };
    let several = (total..last).any(|j| mentions.get(j).and_then(|m| m.of).is_some_and(|(t, _)| t == total));
    if several || rule == "including" { total } else { last }
}

/// The figure that a listed one is part of, or itself.
fn whole_of(mentions: &[Mention], part: usize) -> usize {
    mentions.get(part).and_then(|m| m.of).map_or(part, |(total, _)| total)
}

/// "the repayment rate reached 100%": the whole of what was listed before; repaid and collected is money.
fn rate_base(context: &Context, mentions: &[Mention], i: usize) -> Link {
    let read = context.read;
    let clause = context.near(i);
    let at = read.find(clause.clone(), Class::RATE)?;
    let price = at.checked_sub(1).is_some_and(|t| {
        lowered(read.str(t), |word| {
            matches!(
                word,
                "interest"
                    | "voting"
                    | "vote"
                    | "market"
                    | "turnover"
                    | "fixed"
                    | "policy"
                    | "discount"
                    | "tax"
                    | "lending"
                    | "exchange"
                    | "growth"
                    | "mortgage"
                    | "inflation"
            )
        })
    });
    // "the rate went from 8.2 to 7.5 per cent": by itself.
    let moves = context.leads_from(i) || context.previous(i).is_some_and(|p| context.leads_from(p) && context.gap(i).len() == 1);
    if moves {
        return None;
    }
    // "net coverage advanced from 79% to 90% of households" is a share of something else.
    let last = context.next(i).filter(|n| context.gap(*n).len() == 1 && read.word_is(context.gap(*n).start, Class::TO)).unwrap_or(i);
    let other = read.str(context.after(last).start) == "of";
    if price || other || read.find(clause.clone(), Class::LAST_YEAR).is_some() {
        return None;
    }
    let money = (clause.start..at).any(|t| {
        lowered(read.str(t), |word| {
            matches!(word, "repayment" | "recovery" | "collection" | "disbursement" | "utilization" | "utilisation")
        })
    });
    // "38,600 jobs were created, and the unemployment rate was 3.2 percent": of persons only.
    let of_persons =
        at.checked_sub(1).is_some_and(|t| lowered(read.str(t), |word| matches!(word, "unemployment" | "jobless" | "employment")));
    let fits =
        |m: &Mention| m.per.is_none() && (!money || m.unit.is_some_and(Unit::is_currency)) && (!of_persons || m.unit == Some(Unit::People));
    let compared =
        |m: &Mention| (context.in_sentence(i)).any(|j| is_beside(context, j) && mentions.get(j).is_some_and(|b| b.first == m.first));
    let near = nearest_before(context, mentions, i, |m| fits(m) && !compared(m)).or_else(|| nearest_before(context, mentions, i, fits));
    // "... of whom 2.9 million live in the hills, where the rate was 22%": the part named last.
    let named_last = matches!(read.str(clause.start), "where" | "whose");
    let (near, _) = near?;
    if share_of_total(mentions, i, near) {
        return Some((near, "rate_of"));
    }
    let whole = if named_last { near } else { whole_of(mentions, near) };
    (!bears_interest(context, mentions, i, whole)).then_some((whole, "rate_of"))
}

/// "210,000 people, including 63,000 poor, an incidence of 30%": whether the rate is what a part makes of its total.
fn share_of_total(mentions: &[Mention], i: usize, part: usize) -> bool {
    let value = |j: usize| mentions.get(j).and_then(|m| m.amount.one());
    let total = mentions.get(part).and_then(|m| m.of).and_then(|(total, _)| value(total));
    let share = value(part).zip(total).and_then(|(part, total)| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(total));
    share.zip(value(i)).is_some_and(|(share, stated)| (share - stated).abs() * Decimal::TWO <= Decimal::ONE)
}

/// "32 million was lent at an average rate of 6.2%": what money costs or bears is no share of it.
fn bears_interest(context: &Context, mentions: &[Mention], i: usize, money: usize) -> bool {
    let read = context.read;
    let at = context.near(i).any(|t| read.str(t) == "at" && read.word_is(t + 1, Class::DETERMINER));
    let lent = context.sentence(i).any(|t| {
        matches!(
            read.str(t),
            "loan"
                | "loans"
                | "lending"
                | "lent"
                | "interest"
                | "bonds"
                | "bond"
                | "deposits"
                | "borrowed"
                | "borrowing"
                | "credit"
                | "debt"
        )
    });
    at && lent && mentions.get(money).and_then(|m| m.unit).is_some_and(Unit::is_currency)
}

/// Tokens between a share and the count that it is a share of.
pub(super) const WHOLE_REACH: usize = 8;

/// "79.6% of the 11 projects": the whole is the figure behind "of", in the same clause and with no verb between.
fn counted_behind(context: &Context, mentions: &[Mention], i: usize) -> Option<usize> {
    let read = context.read;
    let mut after = context.after(i);
    let mut next = context.next(i)?;
    // "over half (54%) of the 3,260 teachers": said again in a bracket.
    if read.is_mark(after.start, '(')
        && read.is_mark(context.after(next).start, ')')
        && mentions.get(next)?.unit.is_some_and(Unit::is_relative)
    {
        after = context.after(next).start + 1..context.after(next).end;
        next = context.next(next)?;
    } else if read.is_mark(after.start, ')') && context.before(i).next_back().is_some_and(|t| read.is_mark(t, '(')) {
        after.start += 1;
    }
    if read.str(after.start) != "of" {
        return None;
    }
    let money = mentions.get(next).is_some_and(|m| m.unit.is_some_and(Unit::is_currency));
    // "33.9% of the vote and twelve seats": another object.
    let figure = context.unhedged(next);
    let breaks = |t: usize| {
        // "half of the state's 34 stations".
        !read.is_word(t) && !matches!(read.str(t), "-" | "'" | "’")
            || read.word_is(t, Class::VERB | Class::AUXILIARY | Class::TO)
            || matches!(read.str(t), "for" | "in" | "by" | "with" | "but")
            // "62% of deliveries and cost 1,860 dollars"
            || read.word_is(t, Class::AND) && (money || t + 1 == figure)
    };
    let plain = after.len() <= WHOLE_REACH && !after.clone().any(breaks);
    (plain && mentions.get(next).is_some_and(|m| m.stands_alone() && !m.unit.is_some_and(Unit::is_time))).then_some(next)
}
