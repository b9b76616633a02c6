//! Denominators that an aside parts from their figure: "Revenue per room (net of tax) was 63 euros", "Cases per 1,000 people, all ages, rose to 41".

use super::Context;
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::rate_of_clause;

/// Tokens of an aside.
const ASIDE: usize = 9;

/// Tokens of a subject in front of its aside.
const SUBJECT: usize = 12;

/// Tokens between an aside and its figure: "was", "came to about".
const STATES: usize = 4;

/// The denominator in the subject of figure `i`, behind which a bracket stands.
pub(super) fn rate_aside(context: &Context, unit: Unit, i: usize) -> Option<String> {
    let read = context.read;
    let near = context.near(i);
    if let Some(per) = rate_in_aside(context, unit, i) {
        return Some(per);
    }
    let close = near.start.checked_sub(1).filter(|t| read.is_mark(*t, ')') && context.before(i).contains(t))?;
    let states = near.len() <= STATES && read.word_is(near.start, Class::VERB | Class::AUXILIARY | Class::RISE);
    if !states || unit.is_relative() {
        return None;
    }
    let open = (close.saturating_sub(ASIDE)..close).rev().find(|t| read.is_mark(*t, '('))?;
    let start = context.sentence(i).start.max(open.saturating_sub(SUBJECT));
    let start = (start..open).rev().find(|t| context.ends_clause(*t)).map_or(start, |t| t + 1);
    let alone = !(start..close).any(|t| context.is_figure(t));
    let subject = alone && read.find_word(start..open, Class::VERB | Class::AUXILIARY).is_none();
    if subject { rate_of_clause(read, start, open) } else { None }
}

/// "The rate of accidents (per 1,000 workers) was 8.2", "yields, calculated per hectare, were 3.4 t", "Yields (per hectare): 3.4 t": the aside itself tells it.
fn rate_in_aside(context: &Context, unit: Unit, i: usize) -> Option<String> {
    let read = context.read;
    let near = context.near(i);
    let mark = near.start.checked_sub(1).filter(|t| !unit.is_relative() && *t > context.sentence(i).start + 2)?;
    let colon = read.is_mark(mark, ':') && near.end <= context.before_hedges(near.clone()).max(near.start);
    let states = near.len() <= STATES && read.word_is(near.start, Class::VERB | Class::AUXILIARY | Class::RISE);
    let close = if colon { mark - 1 } else { mark };
    if !colon && !states {
        return None;
    }
    let from = close.saturating_sub(ASIDE).max(context.sentence(i).start);
    let open = if read.is_mark(close, ')') {
        (from..close).rev().find(|t| read.is_mark(*t, '(')).filter(|t| read.str(t + 1) == "per")
    } else if read.is_mark(close, ',') {
        let told =
            |t: usize| matches!(read.str(t), "expressed" | "calculated" | "measured" | "reckoned" | "computed") && read.str(t + 1) == "per";
        (from..close).rev().find(|t| read.is_mark(*t, ',')).filter(|t| told(t + 1))
    } else {
        None
    };
    open.and_then(|open| rate_of_clause(read, open + 1, close))
}
