//! Links that cannot be: no figure is part of itself, nor qualifies itself by way of others, and no rate is part of an amount.
//!
//! Rules that look at language and rules that look at arithmetic may each be right about one figure and wrong about another; where they meet, a part could
//! become the total of its own total.

use crate::analysis::Unit;
use crate::quantity::Mention;

/// A link with the rule that made it.
type Link = Option<(usize, &'static str)>;

/// Takes away the links that close a circle.
pub(super) fn cut_circles(mentions: &mut [Mention]) {
    cut(mentions, |m| &mut m.of);
    cut(mentions, |m| &mut m.base);
}

/// "145,000 euros, i.e. 2,417 per m2": what is per something is no part of an amount that is not.
pub(super) fn cut_rates(mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let of = |m: &Mention| m.of.filter(|_| m.per.is_some() && m.unit.is_some_and(Unit::is_currency));
        let Some((whole, _)) = mentions.get(i).and_then(of) else { continue };
        let per = mentions.get(i).and_then(|m| m.per.clone());
        if mentions.get(whole).is_some_and(|m| m.per != per)
            && let Some(m) = mentions.get_mut(i)
        {
            m.of = None;
        }
    }
}

/// "38 doctors, i.e. one per 10,850 people": what a figure is per is no part of anything.
pub(super) fn cut_denominators(mentions: &mut [Mention]) {
    for i in 1..mentions.len() {
        let Some((divided, of)) = i.checked_sub(1).and_then(|before| mentions.get(before)).zip(mentions.get(i)) else { continue };
        let named = divided.per.as_deref().is_some_and(|per| per.starts_with(|c: char| c.is_ascii_digit()));
        if named
            && of.of.is_some()
            && of.per.is_none()
            && divided.last + BESIDE >= of.first
            && let Some(m) = mentions.get_mut(i)
        {
            m.of = None;
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
