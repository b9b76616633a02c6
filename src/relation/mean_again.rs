//! Means told once more for another time: "averaged 74 days, against 81 in 2016", "was $812 in the first quarter, $826 in the second".

use super::Context;
use super::year_apart::is_mean_of_years;
use crate::analysis::{Kind, Unit};
use crate::language::Class;
use crate::quantity::Mention;

/// The kind of figure `i`, if it is such a mean.
pub(super) fn mean_again(context: &Context, mentions: &[Mention], i: usize) -> Option<Kind> {
    let previous = context.previous(i);
    let again = previous.is_none() && opens_with_mean(context, mentions, i)
        || names_mean_behind(context, mentions, i)
        || previous.is_some() && is_mean_of_years(context, i)
        || {
            let this = mentions.get(i)?;
            let before = mentions.get(previous?)?;
            before.kind == Kind::Growth && is_former(context, mentions, i)
                || before.kind == Kind::Average
                    && (stands_against(context, before, this, i)
                        || is_next_time(context, before, this, i)
                        || is_in_other_money(context, this, i))
        };
    again.then_some(Kind::Average)
}

/// "averaged 74 days, against 81", "compared with 90 litres the year before": the mean of another time beside it; not "against a target of 80".
fn stands_against(context: &Context, before: &Mention, this: &Mention, i: usize) -> bool {
    let gap = context.gap(i);
    let plain = !context.read.classes(gap.clone()).intersects(Class::PLAN | Class::SCHEDULE | Class::TOTAL);
    let lead = context.lead(i).is_some_and(|t| gap.contains(&t) && matches!(context.read.str(t), "against" | "with" | "to" | "versus"));
    // "averaged 74 days, against 81"
    let lent = || this.unit == Some(Unit::Count) && !before.unit.is_some_and(Unit::is_currency);
    let alike = this.unit == before.unit || lent();
    // "604 million, or 2.95 a share, compared with 508 million": held against the sum.
    let sum = context.previous(i).is_some_and(|p| context.restates(p));
    context.is_reference(i) && !sum && lead && plain && alike && gap.len() <= AGAINST
}

/// Tokens between a mean and the one that it is held against.
const AGAINST: usize = 6;

/// "$812 in the first quarter, $826 in the second and $839 in the third": one verb, and one mean after the other.
fn is_next_time(context: &Context, before: &Mention, this: &Mention, i: usize) -> bool {
    let read = context.read;
    let gap = context.gap(i);
    let joined = gap.clone().next_back().is_some_and(|t| read.is_mark(t, ',') || read.word_is(t, Class::AND));
    let ordinal = |from: usize| (from..from + TIME).any(|t| read.word_is(t, Class::ORDINAL) || read.word_is(t, Class::MONTH));
    let time = |from: usize| matches!(read.str(from), "in" | "for" | "during") && ordinal(from + 1);
    let own = Class::VERB | Class::AUXILIARY | Class::RISE | Class::PARTS | Class::PLAN | Class::THAN;
    let alike = this.unit == before.unit && this.unit.is_some_and(|unit| !unit.is_relative() && !unit.is_time());
    alike && joined && time(gap.start) && time(context.after(i).start) && gap.len() <= LISTED && !read.classes(gap).intersects(own)
}

/// Tokens of "the first", and of what parts two such.
const TIME: usize = 3;
const LISTED: usize = 7;

/// "The median rent was 725 pounds a month, up 4% on 685 pounds": what a rate is told from is of the kind of what it led to.
fn is_former(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let Some(rate) = context.previous(i).filter(|p| mentions.get(*p).is_some_and(|m| m.kind == Kind::Growth)) else { return false };
    let led = context.gap(i).len() == 1 && matches!(read.str(context.gap(i).start), "on" | "from" | "over");
    let level = context.previous(rate).and_then(|l| mentions.get(l));
    let unit = mentions.get(i).and_then(|m| m.unit);
    led && unit.is_some_and(|unit| !unit.is_relative()) && level.is_some_and(|level| level.kind == Kind::Average && level.unit == unit)
}

/// "at 133 reais, the average benefit remained low": the mean that an opening tells is named behind it.
fn names_mean_behind(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    if !context.lead(i).is_some_and(|t| matches!(read.str(t), "at" | "At") && context.near(i).start == t) {
        return false;
    }
    let measured = mentions.get(i).and_then(|m| m.unit).is_some_and(|unit| !unit.is_relative() && !unit.is_time());
    let comma = context.after(i).start;
    let mean = |t: usize| matches!(read.str(t), "average" | "mean" | "median");
    measured && read.is_mark(comma, ',') && read.word_is(comma + 1, Class::DETERMINER) && mean(comma + 2)
}

/// "an average of 118 dinars (about US$166)": the same mean in other money.
fn is_in_other_money(context: &Context, this: &Mention, i: usize) -> bool {
    let gap = context.gap(i);
    let bracket = context.before_hedges(gap.clone()) == gap.start + 1 && context.read.is_mark(gap.start, '(');
    bracket && this.unit.is_some_and(Unit::is_currency) && context.read.is_mark(context.after(i).start, ')')
}

/// "On average a farm has 12 ha": the first figure behind the opening.
fn opens_with_mean(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let read = context.read;
    let start = context.sentence(i).start;
    let opens = read.str(start) == "On" && read.phrase_is(start, Class::ON_AVERAGE);
    let measured = mentions.get(i).and_then(|m| m.unit).is_some_and(|unit| !unit.is_relative());
    opens && measured && !context.is_led_by(i, Class::RISE | Class::PLAN | Class::FROM)
}
