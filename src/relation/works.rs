//! Single works and waters by name: "the Marsh–Fenn highway", "at Pell Station", "the Upper Fenn treatment plant". What is said of one is said of a
//! part of the region.

use super::Context;
use super::places::{AREA_NAME, is_capital};
use super::told::is_proper;
use crate::analysis::Unit;
use crate::language::Class;
use crate::text::{Token, lowered};

/// Tokens from a preposition or article to the noun of the work: a length, a name in two parts, an adjective.
const PHRASE: usize = 10;

/// Whether behind the article or preposition at token `t` stands a work or water by its name; the token behind its noun.
pub(super) fn names_work(context: &Context, t: usize) -> Option<usize> {
    let read = context.read;
    let first = if matches!(read.str(t + 1), "the" | "The") { t + 2 } else { t + 1 };
    let mut at = first;
    // "the 88 km Marsh–Fenn road"
    while at < first + PHRASE && (context.is_figure(at) || at > first && read.is_mark(at, '-')) {
        at += 1;
    }
    let name = at;
    while at < name + 2 * AREA_NAME && (is_capital(context, at) || joins(context, at)) {
        at += 1;
    }
    if name == at {
        return None;
    }
    let near = at.saturating_sub(1)..(at + 3).min(first + PHRASE);
    let noun =
        near.into_iter().take_while(|i| read.is_word(*i) && !read.word_is(*i, Class::STOP)).filter(|i| is_work(read.str(*i))).last()?;
    // "the Pell-Marsh highway" in the section on Pell is one of its works.
    if !(name..at).any(|i| is_proper(context, i)) {
        return None;
    }
    // "the Fenn River basin project": what is named by it is something else.
    let ends =
        !read.is_word(noun + 1) || read.word_is(noun + 1, Class::STOP | Class::VERB | Class::AUXILIARY | Class::PREPOSITION | Class::AND);
    (ends || acts(context, noun + 1)).then_some(noun + 1)
}

/// "holds 40 million", "advanced to", "cost 12 million": a verb by its form and by what it governs.
pub(super) fn acts(context: &Context, t: usize) -> bool {
    let read = context.read;
    let word = read.str(t);
    let form = word.ends_with('s') || word.ends_with("ed") || word == "cost";
    form && read.is_word(t) && !is_capital(context, t) && (read.word_is(t + 1, Class::DETERMINER | Class::TO) || context.is_figure(t + 1))
}

/// "1,160 feet long", "26 feet deep", "a length of 400 metres": how large a single thing is. What is measured in kilometres may be the region's.
pub(super) fn measures_one(context: &Context, unit: Option<Unit>, j: usize) -> bool {
    if !matches!(unit, Some(Unit::Metre | Unit::Foot)) {
        return false;
    }
    let read = context.read;
    let after = context.after(j).start;
    let side = |t: usize| matches!(read.str(t), "length" | "width" | "height" | "depth" | "breadth" | "diameter" | "thickness");
    let behind = matches!(read.str(after), "long" | "wide" | "deep" | "high" | "tall" | "thick" | "broad")
        || read.str(after) == "in" && side(after + 1);
    let before = || context.lead(j).is_some_and(|t| read.str(t) == "of" && t > 0 && side(t - 1));
    let home = || context.before(j).any(|t| context.is_of_home(t));
    (behind || before()) && !home()
}

/// "Marsh–Fenn", "Marsh-Fenn", "St. Marsh".
fn joins(context: &Context, t: usize) -> bool {
    matches!(context.read.tokens.get(t).and_then(Token::mark), Some('-' | '–' | '—' | '/')) && is_capital(context, t + 1)
}

/// What is built or lies in one place and goes by a name.
pub(super) fn is_work(word: &str) -> bool {
    lowered(word, |word| {
        is_facility(word)
            || matches!(
                word,
                "road"
                    | "highway"
                    | "motorway"
                    | "expressway"
                    | "railway"
                    | "line"
                    | "bridge"
                    | "tunnel"
                    | "canal"
                    | "pipeline"
                    | "corridor"
            )
            || matches!(
                word,
                "barrage" | "weir" | "embankment" | "aqueduct" | "station" | "terminal" | "substation" | "quarry" | "colliery"
            )
            || matches!(word, "port" | "harbour" | "harbor" | "dock" | "docks" | "wharf" | "quay" | "jetty" | "breakwater" | "lighthouse")
            || matches!(
                word,
                "park"
                    | "reserve"
                    | "track"
                    | "trail"
                    | "campus"
                    | "forest"
                    | "river"
                    | "lake"
                    | "creek"
                    | "glacier"
                    | "lagoon"
                    | "gauge"
                    | "bay"
            )
    })
}

/// What people work, live or are treated in, in one place: named ("Pell Dam"), and also told of as a site of its own ("The dam holds").
pub(super) fn is_facility(word: &str) -> bool {
    matches!(word, "dam" | "reservoir" | "plant" | "mine" | "mill" | "refinery" | "smelter" | "airport" | "estate")
        || matches!(word, "museum" | "hospital" | "clinic" | "college" | "prison" | "camp")
}
