//! Counts of places that say of which of the region's places, or of all of them, is told; and its sides.

use super::Context;
use super::places::is_definite;
use super::told::is_proper;
use crate::language::Class;
use crate::quantity::Mention;
use crate::text::lowered;

/// Tokens of the name of an area behind a count of its places.
const NAMED: usize = 7;

/// "In the 85 towns of the arid north, 40 wells were sunk", "Across the 12 parishes of the Marl valley, ...": places that figure `k` counts, of a
/// part of the region.
pub(super) fn opens_with_some(context: &Context, k: usize) -> bool {
    let read = context.read;
    let before = context.before(k);
    let opens = before.start == context.sentence(k).start
        && before.len() == 2
        && matches!(read.str(before.start), "In" | "Across" | "Within" | "Throughout")
        && read.word_is(before.start + 1, Class::DETERMINER);
    let behind = context.behind(k);
    if !opens || !matches!(read.str(behind.start), "of" | "in" | "on" | "along") || !read.is_mark(behind.end, ',') {
        return false;
    }
    let mut named = behind.start + 1..behind.end.min(behind.start + NAMED);
    let home = named.clone().any(|t| context.is_of_home(t));
    !home && named.any(|t| is_side(read.str(t)) || is_proper(context, t))
}

/// "the two counties" in the section on Hill and Dale Counties, "The 184 towns of Ald" in the one on Ald: whether figure `k` counts all that the
/// region has.
pub(super) fn is_all_of_home(context: &Context, m: &Mention, k: usize) -> bool {
    let read = context.read;
    let after = context.after(k).start;
    let name = after + 1 + usize::from(read.str(after + 1) == "the");
    let of = || read.str(after) == "of" && (context.is_of_home(name) || name > after + 1 && read.word_is(name, Class::WHOLE));
    let all = context.before(k).next_back().is_some_and(|t| matches!(read.str(t), "the" | "The" | "all" | "All"));
    all && of() || m.amount.one().is_some_and(|places| context.makes_home(places)) && is_definite(context, k)
}

/// "..., bringing the provincial figures to 685 fires and 51 houses": whether figure `j` is what the region as a whole comes to.
pub(super) fn comes_to_whole(context: &Context, j: usize) -> bool {
    let read = context.read;
    let lead = context.lead(context.first_of_list(j)).filter(|t| *t > 2 && read.word_is(*t, Class::TO));
    let sum = |t: usize| matches!(read.str(t), "figure" | "figures" | "total" | "totals" | "tally" | "count" | "number");
    let whole = |t: usize| matches!(read.str(t), "provincial" | "regional" | "national" | "statewide" | "overall" | "countrywide");
    lead.is_some_and(|t| sum(t - 1) && whole(t - 2))
}

/// "In the south, only 12 bridges were mended": an opening at token `start` that leads to a side of the region; not "In the south of the state".
pub(super) fn opens_with_side(context: &Context, start: usize) -> bool {
    let read = context.read;
    // "Elsewhere 12 wells were sunk", "In northern Ald", "North Ald has"
    if read.str(start) == "Elsewhere" || opens_with_own_side(context, start) {
        return true;
    }
    let side = start + 2;
    matches!(read.str(start), "In" | "in" | "Across" | "Throughout" | "Along")
        && read.str(start + 1) == "the"
        && is_side(read.str(side))
        && !context.is_of_home(side)
        && !read.str(side).ends_with("ern")
        && read.str(side + 1) != "of"
        // "In the south wing 40 beds were added"
        && (!read.is_word(side + 1)
            || context.is_figure(side + 1)
            || matches!(read.str(side + 1), "only" | "alone" | "itself")
            || read.word_is(side + 1, Class::STOP | Class::DETERMINER | Class::ABOUT | Class::OVER | Class::UNDER))
}

/// "In northern Ald 12 wells were sunk", "South Ald has" in the section on Ald.
fn opens_with_own_side(context: &Context, start: usize) -> bool {
    let read = context.read;
    let side = start + usize::from(matches!(read.str(start), "In" | "in" | "Across" | "Throughout"));
    let name = side + 1;
    let part =
        |word: &str| is_side(word) && !matches!(word, "interior" | "coast") || matches!(word, "central" | "Central" | "upper" | "Upper");
    part(read.str(side)) && read.tokens.get(name).is_some_and(|t| t.capital) && context.is_of_home(name) && !context.is_of_home(side)
}

/// "Carse had the highest share, 61%", "Carse led with 61%", "With 61%, Carse had the highest share": a place among others of which a superlative is
/// told, in front of its figure or behind it.
pub(super) fn leads_the_others(context: &Context, j: usize) -> bool {
    let read = context.read;
    if context.previous(j).is_some_and(|p| context.statement(p) == context.statement(j)) {
        return false;
    }
    let behind = context.after(j).start;
    let with = read.str(context.statement(j)) == "With" && read.is_mark(behind, ',');
    let name = if with { behind + 1 } else { context.statement(j) };
    let end = (name..name + NAME).find(|t| !is_proper(context, *t)).unwrap_or(name);
    let leads = matches!(read.str(end), "led" | "leads" | "topped" | "tops");
    let has = matches!(read.str(end), "had" | "has" | "recorded" | "reported" | "saw" | "posted" | "registered" | "showed" | "reached");
    let extreme =
        |t: usize| matches!(read.str(t), "highest" | "lowest" | "largest" | "smallest" | "most" | "fewest" | "best" | "worst" | "least");
    end > name && (leads || has && (end + 1..end + NAME).any(extreme))
}

/// Tokens of a name, and from a verb to its superlative.
const NAME: usize = 4;

/// "The population of Carse is 41,200": a place whose inhabitants are counted.
pub(super) fn counts_those_of_name(context: &Context, j: usize) -> bool {
    let read = context.read;
    let near = context.near(j);
    let of = near.clone().find(|t| read.str(*t) == "of" && *t > near.start && matches!(read.str(*t - 1), "population" | "inhabitants"));
    of.is_some_and(|of| {
        is_proper(context, of + 1) && !read.word_is(of + 1, Class::NATION) && !(of + 2..near.end).any(|t| context.is_of_home(t))
    })
}

/// A side of the region.
pub(super) fn is_side(word: &str) -> bool {
    lowered(word, |word| {
        matches!(word, "north" | "south" | "east" | "west" | "northeast" | "northwest" | "southeast" | "southwest")
            || matches!(word, "northern" | "southern" | "eastern" | "western")
            || matches!(word, "interior" | "coast" | "highlands" | "lowlands" | "uplands")
    })
}

#[cfg(test)]
mod tests {
    use super::is_side;
    use crate::language::{ReadText, english};
    use crate::text::Span;

    /// A name is looked for only where a word with a capital is in no list, and "South Ald" is one in the section on Ald.
    #[test]
    fn no_list_of_words_has_a_side() {
        let sides = "North South East West Northeast Northern Eastern Interior Coast Highlands Lowlands Uplands";
        let read = ReadText::new(sides, Span::new(0, sides.len()), english());
        assert!((0..read.tokens.len()).all(|t| is_side(read.str(t)) && read.is_unknown(t)));
    }
}
