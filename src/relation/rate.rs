//! Denominators that pass from a figure to those that speak of it: the rise of a per-capita income is per person too.

use super::Context;
use crate::analysis::Kind;
use crate::quantity::Mention;

/// Hands the denominator of a rate to its changes, parts and list members, behind it and in front of it ("1 million yuan, 500,000 yuan and
/// 300,000 yuan for each town of the three grades").
pub(super) fn inherit_denominators(context: &Context, mentions: &mut [Mention]) {
    for i in (1..mentions.len()).rev() {
        let next = mentions.get(i).filter(|m| m.kind == Kind::Average && context.continues_list(i));
        let Some((per, unit)) = next.and_then(|n| Some((n.per.clone()?, n.unit))) else { continue };
        if let Some(before) = mentions.get_mut(i - 1).filter(|b| b.per.is_none() && b.unit == unit && b.kind == Kind::Level) {
            before.per = Some(per);
            before.kind = Kind::Average;
        }
    }
    for i in 0..mentions.len() {
        let Some(this) = mentions.get(i) else { continue };
        if this.per.is_some() || this.unit.is_some_and(crate::analysis::Unit::is_relative) {
            continue;
        }
        let from_total = this.of.map(|(total, _)| total);
        let from_list = (this.kind == Kind::Change || context.continues_list(i)).then(|| context.previous(i)).flatten();
        let source = from_total
            .or(from_list)
            .and_then(|j| mentions.get(j))
            .filter(|s| s.unit == this.unit)
            .or_else(|| like_sibling(context, mentions, i));
        let Some(per) = source.and_then(|s| s.per.clone()) else { continue };
        if let Some(this) = mentions.get_mut(i) {
            this.per = Some(per);
            if this.kind == Kind::Level {
                this.kind = Kind::Average;
            }
        }
    }
}

/// "1000 yuan for each household, while the city put in 500 yuan": a small amount beside a small rate is a rate of the same thing.
fn like_sibling<'m>(context: &Context, mentions: &'m [Mention], i: usize) -> Option<&'m Mention> {
    let small = |m: &Mention| m.unit.is_some_and(crate::analysis::Unit::is_currency) && !m.scaled && m.kind != Kind::Change;
    let this = mentions.get(i).filter(|m| small(m))?;
    let mut at = i;
    while let Some(previous) = context.previous(at) {
        at = previous;
        let sibling = mentions.get(at)?;
        if sibling.unit == this.unit {
            return (small(sibling) && sibling.per.is_some()).then_some(sibling);
        }
    }
    None
}
