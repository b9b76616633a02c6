//! Links that cannot be: no figure is part of itself, nor qualifies itself by way of others, and no rate is part of an amount.
//!
//! Rules that look at language and rules that look at arithmetic may each be right about one figure and wrong about another; where they meet, a part could
//! become the total of its own total.

use crate::analysis::{Kind, Unit};
use crate::quantity::Mention;

/// A link with the rule that made it.
type Link = Option<(usize, &'static str)>;

/// Takes away all links that cannot be.
pub(super) fn cut_links(mentions: &mut [Mention]) {
    cut_circles(mentions);
    cut_ranges(mentions);
    cut_rates(mentions);
    cut_denominators(mentions);
    cut_ages(mentions);
}

/// Takes away the links that close a circle.
fn cut_circles(mentions: &mut [Mention]) {
    cut(mentions, |m| &mut m.of);
    cut(mentions, |m| &mut m.base);
}

/// "145,000 euros, i.e. 2,417 per m2", "781,600 ha, against 155,900 in an average year": money per something, and an average, is no part of an amount that
/// is not per the same, unless it is said to be out of it ("ten of the 50 counties each year").
fn cut_rates(mentions: &mut [Mention]) {
    cut_parts(mentions, |all, _, part, whole| {
        let rate = part.per.is_some() && (part.unit.is_some_and(Unit::is_currency) || part.kind == Kind::Average);
        let said = part.of.is_some_and(|(_, rule)| rule == "partitive");
        rate && !said && all.get(whole).is_some_and(|whole| whole.per != part.per)
    });
}

/// "Of the 50 villages, 18 meet 15-18 criteria": from one value to another is no part of anything.
fn cut_ranges(mentions: &mut [Mention]) {
    cut_parts(mentions, |_, _, part, _| part.amount.bounds().is_some_and(|(low, high)| low < high));
}

/// "74.9% of students aged 16 to 17": no share is of years of age.
fn cut_ages(mentions: &mut [Mention]) {
    for at in 0..mentions.len() {
        let base = mentions.get(at).filter(|m| m.kind == Kind::Share).and_then(|m| m.base).and_then(|(base, _)| mentions.get(base));
        let ages = base.is_some_and(|m| m.unit == Some(Unit::Year) && m.amount.one().is_none());
        if let Some(share) = mentions.get_mut(at).filter(|_| ages) {
            share.base = None;
        }
    }
}

/// "38 doctors, i.e. one per 10,850 people": what the figure in front is per is no part of anything.
fn cut_denominators(mentions: &mut [Mention]) {
    cut_parts(mentions, |all, at, part, _| {
        let divided = at.checked_sub(1).and_then(|before| all.get(before)).filter(|divided| divided.last + BESIDE >= part.first);
        let number = divided.and_then(|divided| divided.per.as_deref()).is_some_and(|per| per.starts_with(|c: char| c.is_ascii_digit()));
        number && part.per.is_none()
    });
}

/// Takes the whole from the parts that cannot have it: all figures, the part's place, the part, and the place of its whole.
fn cut_parts(mentions: &mut [Mention], cannot: impl Fn(&[Mention], usize, &Mention, usize) -> bool) {
    for at in 0..mentions.len() {
        let wrong = mentions.get(at).is_some_and(|part| part.of.is_some_and(|(whole, _)| cannot(mentions, at, part, whole)));
        if let Some(part) = mentions.get_mut(at).filter(|_| wrong) {
            part.of = None;
        }
    }
}

/// Tokens from a figure to the number that it is per: "for every".
const BESIDE: usize = 3;

/// Follows each figure's links to the end, once.
fn cut<T>(items: &mut [T], link: fn(&mut T) -> &mut Link) {
    // From which item each one was first reached, counted from one; nought where from none yet.
    let mut reached = vec![0; items.len()];
    for first in 0..items.len() {
        let mut at = first;
        while let Some(seen) = reached.get_mut(at).filter(|seen| **seen == 0) {
            *seen = first + 1;
            let Some(next) = items.get_mut(at).and_then(|m| link(m).map(|(next, _)| next)) else { break };
            if reached.get(next) == Some(&(first + 1)) {
                if let Some(m) = items.get_mut(at) {
                    *link(m) = None;
                }
                break;
            }
            at = next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Link, cut};

    #[test]
    fn the_link_that_closes_a_circle_goes() {
        let to = |links: &[Option<usize>]| -> Vec<Link> { links.iter().map(|to| to.map(|to| (to, "rule"))).collect() };
        for (links, left) in [
            (vec![Some(1), Some(2), Some(0)], vec![Some(1), Some(2), None]),
            (vec![Some(0)], vec![None]),
            (vec![Some(2), Some(2), Some(3), Some(2)], vec![Some(2), Some(2), Some(3), None]),
            (vec![None, Some(0), Some(1), Some(0)], vec![None, Some(0), Some(1), Some(0)]),
        ] {
            let mut links = to(&links);
            cut(&mut links, |link| link);
            assert_eq!(links, to(&left));
        }
    }
}
