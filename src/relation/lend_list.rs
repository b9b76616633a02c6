//! Units that a list or a pair prints once: "6.3 and 4.3 percentage points", "21.5 million euros, including 14.1 million for salaries",
//! "17.6 hours a day in Ald and 11.2 in Brenn".

use super::Context;
use super::lend::Lent;
use super::rate::of_one_size;
use super::remainder::is_rest;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::{Mention, UnitSource};
use crate::text::lowered;
use rust_decimal::Decimal;

/// "6.3 and 4.3 percentage points", "from 30 to 40 hectares": the unit is printed once, with the last of the list.
pub(super) fn from_next(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let next = context.next(i)?;
    let from_to = (context.leads_from(i) || context.before(i).next_back().is_some_and(|t| context.read.str(t) == "by"))
        && context.joint(next).len() == 1
        && context.read.word_is(context.gap(next).start, Class::TO);
    let named = mentions.get(i)?.noun.is_some() || mentions.get(i)?.per.is_some();
    // "179/229 communes"
    let stroke = context.gap(next).len() == 1 && context.read.is_mark(context.gap(next).start, '/');
    if !from_to && !stroke && !context.continues_list(next) || named {
        return None;
    }
    let lender = mentions.get(next)?;
    // "27,500, or 56.9%": the share says the count again and lends it nothing.
    if context.restates(next) && lender.unit.is_some_and(Unit::is_relative) {
        return None;
    }
    // "fell by 6% to 402, half of them women": a share in words lends nothing.
    if lender.in_words && lender.unit.is_some_and(Unit::is_relative) {
        return None;
    }
    // "reached 13.3 million and 100% of them", "against 4,210 and 43%": so large a number is no percentage.
    let large = mentions.get(i)?.scaled || mentions.get(i)?.amount.middle().is_some_and(|v| v >= Decimal::ONE_THOUSAND);
    // "Workers number 384, and 29% of posts are vacant": a clause of its own.
    let apart = context.gap(next).len() > 1 && mentions.get(i)?.amount.middle().is_some_and(|v| v > Decimal::ONE_HUNDRED);
    // "Electric vehicles numbered 426, 15 per cent of the 2,840": nor is what is counted by its verb.
    let numbered = context.lead(i).is_some_and(|t| matches!(context.read.str(t), "numbered" | "totalled" | "totaled" | "number"));
    if (large || apart || numbered) && lender.unit.is_some_and(Unit::is_relative) {
        return None;
    }
    Lent::of(lender).or_else(|| from_next(context, mentions, next))
}

/// "21.5 million euros, including 14.1 million for salaries and 2.9 million to clinics", "41 million tonnes, 23 million from Ald": the unit is printed
/// once.
pub(super) fn from_amount_of_list(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    // "The pool held 975 million rupees. Of this, 640 million was lent."
    let taken_up = read.phrase_is(context.sentence(i).start, Class::PARTS);
    let before = context.previous(i).or_else(|| i.checked_sub(1).filter(|_| taken_up))?;
    let (this, before) = (mentions.get(i)?, mentions.get(before)?);
    let measured = |u: &Unit| !u.is_counted() && !u.is_relative() && !u.is_time();
    before.unit.filter(|u| measured(u) && before.scaled && before.per.is_none())?;
    // "received 60 million euros, of which 42 million came from the state"
    let opened = context.opened_by(i, Class::PARTS | Class::ALL_PARTS);
    let listed = opened
        || context.before(i).next_back().is_some_and(|t| context.ends_clause(t) || read.word_is(t, Class::AND | Class::PARTS))
        || context.lead(i).is_some_and(|t| t > 0 && is_rest(read.str(t)) || read.str(t) == "of" && is_rest(read.str(t - 1)));
    let spent = matches!(
        read.str(context.after(i).start),
        "for" | "to" | "in" | "at" | "on" | "from" | "was" | "went" | "came" | "were" | "stayed" | "remained"
    );
    let spent = spent || opened && read.word_is(context.after(i).start, Class::VERB | Class::AUXILIARY);
    if this.scaled && this.noun.is_none() && listed && spent { Lent::of(before) } else { None }
}

/// "budgeted 864 million pesos and exercised 829 million (96%)", "Food support took 5,142 million", "40% (513 million) of it": the money told last,
/// where words or a bracket behind a share say that money is meant.
pub(super) fn from_money_before(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let this = mentions.get(i).filter(|m| m.scaled && m.noun.is_none())?;
    let read = context.read;
    let relative = |m: &&Mention| m.unit.is_some_and(Unit::is_relative);
    let before = mentions.get(..i)?.iter().rev().take(MONEY_BEFORE).find(|m| !relative(m))?;
    let money = before.unit.filter(|u| u.is_currency() && before.scaled && before.per.is_none())?;
    let beside_share = || {
        let share = i.checked_sub(1).and_then(|p| mentions.get(p)).filter(relative);
        share.is_some_and(|share| read.is_mark(share.last, '(') && share.last + 1 == context.before(i).end)
    };
    let said = || context.before(i).rev().take(MONEY_WORDS).any(|t| lowered(read.str(t), is_of_money));
    (this.sentence <= before.sentence + 2 && (beside_share() || said())).then_some(Lent::unit(money))
}

/// Figures back to the money told last.
const MONEY_BEFORE: usize = 4;

/// Tokens in front of the figure in which the word for money is looked for.
const MONEY_WORDS: usize = 6;

/// What is done with money, and what money is called.
fn is_of_money(word: &str) -> bool {
    matches!(
        word,
        "cost" | "costs" | "costing" | "spent" | "spending" | "exercised" | "disbursed" | "paid" | "released" | "allocated" | "budgeted"
    ) || matches!(
        word,
        "absorbed"
            | "contributed"
            | "spend"
            | "pay"
            | "invest"
            | "took"
            | "financed"
            | "earned"
            | "collected"
            | "owed"
            | "borrowed"
            | "lent"
            | "invested"
    ) || matches!(
        word,
        "budget" | "grants" | "grant" | "expenditure" | "expenses" | "revenue" | "revenues" | "receipts" | "loans" | "loan" | "salaries"
    ) || matches!(
        word,
        "wages" | "subsidies" | "subsidy" | "funds" | "funding" | "investment" | "allocation" | "debt" | "exports" | "imports" | "losses"
    ) || matches!(
        word,
        "rest" | "remaining" | "remainder" | "balance" | "payments" | "payment" | "turnover" | "profit" | "profits" | "vote"
    )
}

/// "17.6 hours a day in Ald and 11.2 in Brenn": measured alike in two places or years; the second is printed without its unit.
pub(super) fn from_parallel(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let (this, before) = (mentions.get(i)?, mentions.get(context.previous(i)?)?);
    let gap = context.gap(i);
    let joined = gap.clone().next_back().is_some_and(|t| read.word_is(t, Class::AND) || read.is_mark(t, ','));
    let lead = context.after(i).start;
    // "112 ha belong to the state, 51 to owners"
    let owner = |t: usize| read.str(t) == "to" && !read.word_is(t + 1, Class::VERB | Class::AUXILIARY);
    let place = |t: usize| matches!(read.str(t), "in" | "at" | "for" | "on" | "from" | "by") || owner(t);
    // "41,300 dollars on weekdays and 22,700 at weekends"
    let when = |t: usize| matches!(read.str(t), "in" | "at" | "on");
    let same = |t: &usize| read.str(*t) == read.str(lead) || when(*t) && when(lead);
    let alike = place(lead) && gap.clone().any(|t| same(&t)) && gap.len() <= PARALLEL;
    // "22.4 million m³ came from public and 6.9 million from private forests": the verb is left out of the second.
    let told = gap.clone().find(same).unwrap_or(gap.start);
    let plain = !read.classes(told..gap.end).intersects(Class::VERB | Class::AUXILIARY);
    let money = before.unit.is_some_and(Unit::is_currency) && before.precision == this.precision && of_one_size(before, this);
    let measured = money || before.unit.is_some_and(|u| !u.is_counted() && !u.is_currency());
    // "7.4 minutes for urgent calls and 31 for the rest"
    let timed = before.unit.is_some_and(Unit::is_time) && of_one_size(before, this);
    let fraction = this.precision.is_some_and(|p| p < 0) || before.precision == this.precision || timed;
    let bare = this.noun.is_none() && this.per.is_none() && this.scaled == before.scaled;
    let dated = || super::rate::of_other_year(context, i) && before.unit.is_some_and(|u| !u.is_relative());
    if (joined && alike && plain || dated()) && measured && fraction && bare { Lent::of(before) } else { None }
}

/// Tokens between two figures that stand side by side.
const PARALLEL: usize = 8;

/// "2.1 percentage points to growth, industry 0.9 and agriculture 0.4": a list whose unit is printed once, with the first member.
pub(super) fn from_first_of_list(context: &Context, mentions: &[Mention], i: usize) -> Option<Lent> {
    let read = context.read;
    let before = mentions.get(context.previous(i)?)?;
    let gap = context.gap(i);
    let joined = gap.clone().any(|t| context.ends_clause(t) || read.word_is(t, Class::AND));
    let plain = gap
        .clone()
        .skip_while(|t| !context.ends_clause(*t) && !read.word_is(*t, Class::AND))
        .all(|t| !read.word_is(t, Class::VERB | Class::AUXILIARY));
    let tail = context.tail(gap.clone());
    let name = (1..=5).contains(&tail.len()) && tail.clone().any(|t| read.is_word(t) && !read.word_is(t, Class::STOP));
    let fraction = mentions.get(i)?.precision.is_some_and(|p| p < 0);
    // "Maize yielded 3.1 tonnes per hectare, beans 0.9 and rice 4.2".
    // "Full-time staff worked 40.6 hours a week, part-timers 22.4".
    let worked = |u: Unit| u == Unit::Hour && before.per.is_some();
    let measured = |u: Unit| !u.is_counted() && !u.is_currency() && (!u.is_time() || worked(u));
    let hyphens = gap.clone().filter(|t| read.is_mark(*t, '-')).count();
    // "Wheat covered 12,400 ha, barley 8,300 and rye 1,900".
    let closes = !read.is_word(context.after(i).start) || read.word_is(context.after(i).start, Class::AND);
    let alone = closes && gap.len() == 2 && (read.is_mark(gap.start, ',') || read.word_is(gap.start, Class::AND));
    let bare = mentions.get(i).is_some_and(|m| m.noun.is_none() && m.per.is_none() && m.scaled == before.scaled);
    // "Power stations took 12.9 million tonnes, cement works 2.4 million and mills the remaining 1.1 million"
    let persons = || tail.clone().any(|t| read.word_is(t, Class::PEOPLE | Class::HOUSEHOLDS));
    let scaled = closes && before.scaled && gap.len() <= SCALED && !persons();
    let area = before.unit.is_some_and(measured) && (alone || scaled) && bare;
    let told = before.per.is_some() || before.unit_source == UnitSource::Lent || area;
    before.unit.filter(|u| u.is_relative() || measured(*u) && told && (gap.len() <= 3 + 2 * hyphens || scaled))?;
    if joined && plain && name && (fraction || area) { Lent::of(before) } else { None }
}

/// Tokens between a measured amount of millions and the next in a list.
const SCALED: usize = 7;
