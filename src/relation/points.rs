//! Points of a percentage, whose word stands without "percentage": "73.4%, up 1.2 points on the year".

use super::Context;
use crate::analysis::Unit;
use crate::quantity::Mention;
use crate::text::lowered;

/// "73.4%, up 1.2 points on the year": points of the percentage beside them.
pub(super) fn are_points(context: &Context, mentions: &[Mention], i: usize) -> bool {
    let relative =
        |j: Option<usize>| j.and_then(|j| mentions.get(j)?.unit).is_some_and(|u| matches!(u, Unit::Percent | Unit::PercentagePoint));
    // "392 of the 418 collection points": points of a kind are counted.
    let alone = |m: &Mention| m.noun.is_none_or(|noun| noun.first == noun.head);
    let points = mentions.get(i).is_some_and(|m| m.head.as_deref() == Some("point") && m.per.is_none() && alone(m));
    // "held by 17.6% of those aged 25 to 64, up 6.2 points"
    let stepped = || {
        let step = context.lead(i).is_some_and(|t| matches!(context.read.str(t), "up" | "down" | "by"));
        step && context.in_sentence(i).any(|j| relative(Some(j)))
            && !context.sentence(i).any(|t| lowered(context.read.str(t), |w| w == "index"))
    };
    // "5 points lower than in 2019, and a third met the standard": a share in words is none that has points.
    let next = context.next(i).filter(|n| mentions.get(*n).is_some_and(|m| !m.in_words));
    points && (relative(context.previous(i)) || relative(next) || stepped())
}
