//! Percentages of a few things: "79.6% of the 11 projects" needs a whole number of projects.
//!
//! From a percentage and the small count behind it, to findings `whole_number`. Where the count that the percentage stands for is stated
//! ("23 were repaired, 18% of the 130"), its share tells all: [`super::share`] has compared it.

use super::brief::Trait;
use super::draft::Draft;
use super::page::Page;
use super::{rules, show, words};
use crate::analysis::Verdict;
use crate::wording::audit as say;
use rust_decimal::{Decimal, RoundingStrategy};
use rustc_hash::FxHashSet;

/// From this number on, whole numbers are so dense that any percentage fits.
const MANY: Decimal = Decimal::from_parts(500, 0, 0, false, 0);

/// Checks every percentage with a count behind it, if no share of it was found before.
pub(super) fn check(page: &Page, out: &mut Vec<Draft>) {
    let compared = |d: &&Draft| d.rule() == &rules::SHARE && d.verdict() != Verdict::Unchecked;
    let shares: FxHashSet<usize> = out.iter().filter(compared).filter_map(|d| d.quantities().first().copied()).collect();
    let asked = |id: &usize| !page.is(*id, Trait::HEDGED) && page.is(id + 1, Trait::COUNTED) && !shares.contains(id);
    out.extend(page.with(Trait::PERCENT).filter(asked).filter_map(|id| check_percentage(page, id)));
}

fn check_percentage(page: &Page, id: usize) -> Option<Draft> {
    let q = page.get(id)?;
    let whole = page.get(id + 1).filter(|w| w.sentence == q.sentence && w.modifier.is_none() && w.precision == Some(0))?;
    let between: Vec<&str> = words::words(page.between(id, id + 1)).collect();
    let count = whole.amount.one().filter(|n| *n > Decimal::ONE && *n < MANY)?;
    // "Costs rose by 3.1 per cent; of the twelve officers, four"
    if page.between(id, id + 1).contains([';', ',', '.']) {
        return None;
    }
    if between != ["of", "the"] && between != ["of"] && between != ["of", "all", "the"] {
        return None;
    }
    let stated = page.printed(id)?;
    let one = Decimal::ONE_HUNDRED.checked_div(count)?;
    let nearest = (stated.point / one).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let implied = nearest * one;
    let fits = stated.low.is_some_and(|l| l <= implied) && stated.high.is_some_and(|h| implied <= h);
    let (some, makes) = (show::grouped(nearest, 0), show::percent(implied));
    // "24% of the 150 in the district": what is counted was said before, and not in the number that it has here.
    let noun = whole.noun.as_deref().filter(|noun| page.after(id + 1).trim_start().starts_with(noun));
    let things = noun.map_or_else(|| page.show.figure(whole).into_owned(), |noun| page.show.said_of(whole, noun));
    let calculation = format!("{some} / {} = {makes}", page.show.figure(whole));
    let (verdict, note) = if fits {
        (Verdict::Consistent, page.say(&say::FEW_FIT, &[("n", &some), ("whole", &things)]))
    } else {
        let values = [("whole", &*things), ("stated", &page.show.figure(q)), ("nearest", &makes)];
        (Verdict::Inconsistent, page.say(&say::FEW_OFF, &values))
    };
    Some(Draft::new(&rules::WHOLE_NUMBER, verdict, vec![id, id + 1], note).calculation(calculation))
}
