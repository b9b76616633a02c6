//! Shares of what a result was set against: a budget, a target, a plan.
//!
//! From a share and the result that it speaks of, to the goal that the text ties to both.

use super::page::Page;
use super::share::{Pair, same_unit};
use super::words;
use crate::analysis::Kind;

/// "447 million was spent against a budget of 563 million, an absorption rate of 79%": the result and what it is set against.
pub(super) fn spent_of_budget(page: &Page, id: usize) -> Option<Pair> {
    let part = page.get(id)?.base.map(|b| b as usize)?;
    let whole = part + 1;
    let between = page.between(part, whole);
    let against = page.in_sentence(part).contains(&whole) && page.is_amount(whole) && same_unit(page, part, whole);
    let budget = || words::has_any(between, &["budget", "target", "allocation", "appropriation", "plan"]);
    let rate = || words::has_any(page.before(id), &["rate"]) || words::has_any(words::up_to(page.after(id), b",;."), &["rate"]);
    let bracket = || whole + 1 == id && page.between(whole, id).trim() == "(";
    let tied = whole != id && against && words::has_any(between, &["against"]) && budget() && (rate() || bracket());
    let front = || goal_in_front(page, id, part).map(|whole| Pair { part, whole, tied: true });
    if tied { Some(Pair { part, whole, tied }) } else { front() }
}

/// "Against a target of 1,067, the library bought 790 (74 per cent)": the goal that the sentence begins with.
fn goal_in_front(page: &Page, id: usize, part: usize) -> Option<usize> {
    let whole = part.checked_sub(1).filter(|w| page.in_sentence(part).start == *w && part + 1 == id)?;
    let planned = page.brief(whole).kind == Kind::Target && same_unit(page, part, whole);
    let against = page.before(whole).trim_start().get(..8).is_some_and(|start| start.eq_ignore_ascii_case("against "));
    let bracket = page.between(part, id).trim() == "(" && page.after(id).trim_start().starts_with(')');
    (planned && against && bracket).then_some(whole)
}
