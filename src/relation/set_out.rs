//! Parts that a mark sets out behind their total: "64 bridges were replaced: 41 in the north and 23 in the south", "94,600 loans were made,
//! 83,400 to women and 11,200 to men", "14 branches, eight in Pell and six elsewhere".
//!
//! From the figures behind a colon or a comma, to links to a total in front of it that they come to. Nouns may differ ("8.4 million animals:
//! 5.2 million sheep, 3.2 million cattle"); where the figures nearly come to the total, the text means them so and has slipped.

use super::Context;
use super::beside::is_beside;
use super::lend::is_location;
use super::misprint::is_misprint;
use super::sums::{comes_to, link_as, make_persons, rounds_to, said_behind, sum};
use crate::analysis::{Unit, significant_digits};
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::Token;
use rust_decimal::Decimal;
use std::ops::Range;

/// Links the parts that the sentences set out.
pub(super) fn link_set_out(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        if sentence.len() > LONGEST {
            i = sentence.end.max(i + 1);
            continue;
        }
        for total in sentence.clone().skip(2) {
            if let Some(parts) = summed_up(context, mentions, &sentence, total) {
                link_as(mentions, parts.iter(), total, "set_out");
            }
        }
        for first in sentence.clone().skip(1) {
            if let Some((total, parts)) = bracketed(context, mentions, &sentence, first) {
                link_as(mentions, parts.iter(), total, "set_out");
                make_persons(mentions, parts.iter(), total);
                continue;
            }
            if let Some((total, parts)) = set_out(context, mentions, &sentence, first) {
                // "including A, 922, B, 188 and C, 250": such a list need not be whole.
                let open = context.read.find(context.end(total)..context.before(first).end, Class::PARTS).is_some();
                link_as(mentions, parts.iter(), total, if open { "including" } else { "set_out" });
                break;
            }
        }
        i = sentence.end.max(i + 1);
    }
}

/// Figures of a sentence that a reader would add up; an endless one is a table.
const LONGEST: usize = 48;

/// How far the parts of a list may miss its total and still be meant so: one in so many.
const BEHIND_COLON: Decimal = Decimal::TEN;
const BEHIND_COMMA: Decimal = Decimal::from_parts(40, 0, 0, false, 0);

/// "5,214 births (2,701 boys, 2,513 girls)": the figures of a bracket come to the one that it stands behind, whatever they count.
fn bracketed(context: &Context, mentions: &[Mention], sentence: &Range<usize>, first: usize) -> Option<(usize, Vec<usize>)> {
    let read = context.read;
    let gap = context.gap(first);
    // "(books 3,791, films 4,769)", "(Ald: 12, Brenn: 14)": a name may stand in front of the first.
    let label = |t: usize| (read.is_word(t) || matches!(read.str(t), ":" | "=" | "-" | "–")) && !read.word_is(t, Class::STOP | Class::VERB);
    let opened = read.is_mark(gap.start, '(') && gap.len() <= LABEL && (gap.start + 1..gap.end).all(label);
    let total = context.previous(first).filter(|_| opened)?;
    let open = mentions.get(first)?.of.is_none() && could_be_total(context, mentions, total);
    let close = (gap.end..context.sentence(first).end.min(gap.end + BRACKET)).find(|t| read.is_mark(*t, ')')).filter(|_| open)?;
    let parts: Vec<usize> = (first..sentence.end).take_while(|j| context.end(*j) <= close).collect();
    let members = parts.len() > 1 && parts.iter().all(|j| could_be_member(context, mentions, total, *j));
    let whole = mentions.get(total)?.amount.one().filter(|whole| members && significant_digits(*whole) >= DIGITS)?;
    (whole == sum(mentions, &parts) || is_misprint(whole, sum(mentions, &parts))).then_some((total, parts))
}

/// Tokens from a bracket to the first figure of its list, the name of the part included.
const LABEL: usize = 5;

/// Tokens of a bracket with parts, and the digits of a total that rule chance out.
const BRACKET: usize = 40;
const DIGITS: u32 = 3;

/// The total in front of figure `first` and the parts from it on.
fn set_out(context: &Context, mentions: &[Mention], sentence: &Range<usize>, first: usize) -> Option<(usize, Vec<usize>)> {
    let read = context.read;
    // Whether a mark that ends a clause stands in the gap; if not, its words are those in front of the figure.
    let parted = context.near(first).start > context.gap(first).start;
    let colon = parted
        && (context.gap(first).any(|t| matches!(read.tokens.get(t).and_then(Token::mark), Some(':' | '：')))
            || told_as_share(context, mentions, first))
        || (parted || context.is_led_by(first, Class::ALL_PARTS)) && read.find(context.gap(first), Class::ALL_PARTS).is_some();
    let colon = colon || behind_dash(context, first);
    // "amounted to 67.7 million, with 45.6 million going to mills, 12.3 million to shops and 9.8 million to inns".
    let with = |t: usize| usize::from(read.str(t) == "with" && t > context.gap(first).start);
    let comma = || {
        let mark = context.lead(first).map(|t| t - with(t));
        mark.is_some_and(|t| t >= context.gap(first).start && matches!(read.tokens.get(t).and_then(Token::mark), Some(',' | '—' | ';')))
    };
    if !colon && !comma() {
        return None;
    }
    // "6,310 of them came from four countries: Syria 4,020, ...": not of what the first is a part of.
    let free = |total: usize, j: usize| {
        mentions.get(j).is_some_and(|m| m.of.is_none_or(|of| colon && mentions.get(total).is_some_and(|t| t.of == Some(of))))
    };
    let totals = (sentence.start..first).rev().filter(|t| could_be_total(context, mentions, *t));
    totals.take(REACH).find_map(|total| {
        let member = |j: &usize| free(total, *j) && could_be_member(context, mentions, total, *j);
        if !member(&first) {
            return None;
        }
        let parts: Vec<usize> = [first].into_iter().chain((first + 1..sentence.end).filter(member)).collect();
        let listed = parts.len() > 1 && (colon || parts.iter().skip(1).all(|j| goes_on(context, *j)));
        let whole = mentions.get(total)?.amount.one().filter(|_| listed)?;
        let miss = (whole - sum(mentions, &parts)).abs();
        let alike = || parts.iter().all(|j| is_like(mentions, total, *j));
        let taken = parts.iter().any(|j| mentions.get(*j).is_some_and(|m| m.of.is_some()));
        // "the mills are 40 for cotton, 48 for wool, 26 for silk and 21 others": a total is the first to be told.
        let unit = mentions.get(total)?.unit;
        let first_told = colon || !(sentence.start..total).any(|j| mentions.get(j).is_some_and(|m| m.unit == unit));
        let slipped = || (colon || alike()) && is_misprint(whole, sum(mentions, &parts));
        let close = || alike() && miss * if colon { BEHIND_COLON } else { BEHIND_COMMA } <= whole;
        let near = || !taken && first_told && (close() || slipped());
        let rest = || alike() && parts.last().is_some_and(|last| leaves_rest(context, *last)) && sum(mentions, &parts) < whole;
        // In a run of small numbers two often come to a third: behind a comma, parts count what their total counts.
        let long = || significant_digits(whole) > DIGITS && miss.is_zero();
        if !(colon || first_told && (alike() || long())) {
            return None;
        }
        (miss.is_zero() || rest() || rounds_to(mentions, total, &parts) || near()).then_some((total, parts))
    })
}

/// "64 bridges – 41 in the north and 23 in the south": a dash that stands alone, right behind the total and what it counts.
fn behind_dash(context: &Context, first: usize) -> bool {
    let read = context.read;
    let gap = context.gap(first);
    let dash = context.lead(first).filter(|t| *t >= gap.start && matches!(read.str(*t), "–" | "—" | "-"));
    let spaced = |t: usize| read.tokens.get(t).is_some_and(|token| token.spaced);
    dash.is_some_and(|t| t <= gap.start + NOUN && spaced(t) && spaced(t + 1) && read.is_word(t - 1))
}

/// Tokens between a total and a dash behind it.
const NOUN: usize = 4;

/// "1,284 million: 40% (514 million) for uniforms, 60% (770 million) for pensions": the colon stands in front of the share of the first.
fn told_as_share(context: &Context, mentions: &[Mention], first: usize) -> bool {
    let read = context.read;
    let share = context.previous(first).filter(|p| mentions.get(*p).is_some_and(|m| m.unit == Some(Unit::Percent)));
    let bracket = || context.before(first).end.checked_sub(1).is_some_and(|t| read.is_mark(t, '('));
    share.is_some_and(|p| bracket() && context.before(first).len() == 1 && context.gap(p).any(|t| read.is_mark(t, ':')))
}

/// "3,100 km in the north, 1,400 km in the south and the rest in the islands": the last member is not told.
fn leaves_rest(context: &Context, last: usize) -> bool {
    let read = context.read;
    let after = context.after(last);
    after
        .clone()
        .any(|t| matches!(read.str(t), "rest" | "remainder" | "balance") && read.str(t - 1) == "the" && read.word_is(t - 2, Class::AND))
}

/// "4,200 men and 1,800 women, 6,000 in all": the figures in front of one that sums them up, whatever they count.
fn summed_up(context: &Context, mentions: &[Mention], sentence: &Range<usize>, total: usize) -> Option<Vec<usize>> {
    let said = || said_behind(context, total) || comes_to(context, total) || context.says_total(total);
    if mentions.get(total).is_none_or(|m| m.of.is_some() || !m.stands_alone()) || !said() || !could_be_total(context, mentions, total) {
        return None;
    }
    let whole = mentions.get(total)?.amount.one()?;
    let free = |j: &usize| mentions.get(*j).is_some_and(|m| m.of.is_none()) && could_be_member(context, mentions, total, *j);
    let parts: Vec<usize> = (sentence.start..total).filter(free).collect();
    // The last ones that come to it; or all, where the text has slipped.
    let first = (0..parts.len().saturating_sub(1)).find(|n| parts.get(*n..).is_some_and(|some| sum(mentions, some) == whole));
    let slipped = || parts.len() > 1 && is_misprint(whole, sum(mentions, &parts));
    let parts = parts.get(first.or_else(|| slipped().then_some(0))?..)?;
    if is_set_apart(context, total) {
        return Some(parts.to_vec());
    }
    // "160 offices and 4,714 bureaus sent a total of 4,874 clerks": those of whom there are as many are other ones.
    let own = mentions.get(total).filter(|m| m.noun.is_some()).and_then(|m| m.head.as_deref());
    let other = |j: &usize| mentions.get(*j).is_some_and(|m| m.noun.is_some() && m.head.as_deref() != own);
    (own.is_none() || !parts.iter().all(other)).then(|| parts.to_vec())
}

/// "..., a total of 6,589 items", "(6,589 items in all)", ", which adds up to 6,589", "or 6,589 in total": nothing but what says that it is a total stands
/// between a mark and the figure, so that it is no object of a verb.
fn is_set_apart(context: &Context, total: usize) -> bool {
    let read = context.read;
    let near = context.near(total);
    let idle = |t: usize| {
        read.word_is(t, Class::DETERMINER | Class::TOTAL | Class::TOTAL_NOUN | Class::ABOUT)
            || matches!(
                read.str(t),
                "or" | "and" | "for" | "of" | "to" | "in" | "all" | "thus" | "making" | "giving" | "bringing" | "taking"
            )
            || matches!(
                read.str(t),
                "which" | "adds" | "add" | "adding" | "up" | "grand" | "combined" | "together" | "altogether" | "totalling"
            )
            || matches!(read.str(t), "number" | "totaling" | "yielding" | "i" | "e" | "." | "hence" | "so")
    };
    near.start > context.gap(total).start && context.ends_clause(near.start - 1) && near.len() <= LEADS && near.into_iter().all(idle)
}

/// Tokens of "bringing the grand total number to".
const LEADS: usize = 7;

/// Figures in front of the mark that are tried as the total.
const REACH: usize = 3;

fn could_be_total(context: &Context, mentions: &[Mention], total: usize) -> bool {
    mentions.get(total).is_some_and(|m| m.stands_alone() && m.per.is_none() && m.unit.is_some_and(|u| !u.is_time() && !u.is_relative()))
        && !is_beside(context, total)
        && !is_location(context, mentions, total)
}

fn could_be_member(context: &Context, mentions: &[Mention], total: usize, j: usize) -> bool {
    let like = |m: &Mention, t: &Mention| m.unit == t.unit || m.unit.zip(t.unit).is_some_and(|(a, b)| a.is_counted() && b.is_counted());
    let amount = |m: &Mention| m.stands_alone() && m.per.is_none() && m.amount.one().is_some() && !m.unit.is_some_and(Unit::is_time);
    mentions.get(j).is_some_and(amount)
        && mentions.get(j).zip(mentions.get(total)).is_some_and(|(m, t)| like(m, t) && m.amount.bounds() < t.amount.bounds())
        && !context.is_balance(j)
        && !is_beside(context, j)
}

/// Whether a part counts what its total counts, or has lost its noun.
fn is_like(mentions: &[Mention], total: usize, j: usize) -> bool {
    mentions.get(j).zip(mentions.get(total)).is_some_and(|(m, t)| {
        let named = m.noun.is_some() && m.unit.is_some_and(Unit::is_counted);
        m.unit == t.unit && (!named || m.head == t.head)
    })
}

/// ", 12 in Pell", "and six elsewhere": a member right behind a mark or "and".
fn goes_on(context: &Context, j: usize) -> bool {
    context.lead(j).is_some_and(|t| t >= context.gap(j).start && (context.ends_clause(t) || context.read.word_is(t, Class::AND)))
}
