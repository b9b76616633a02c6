//! Words that look like hedges and lead to a place, a time, a topic or a rule: "under three schemes", "over two years", "asked about 40 files".

use super::hedge::Hedged;
use crate::analysis::{Modifier, Unit};
use crate::language::{Class, ReadText};
use crate::text::lowered;

/// Whether the word at token `at`, a hedge elsewhere, leads to something else in front of this figure.
pub(super) fn leads_elsewhere(read: &ReadText, at: usize, figure: Hedged) -> bool {
    let word = read.str(at);
    let opens = at <= figure.begin;
    match word {
        "Under" | "under" if names_rule(read, figure.after) => true,
        "Under" | "Above" | "Below" if opens => !read.phrase_is(figure.first, Class::FRACTION) && !is_measured(read, figure),
        "Over" if opens => figure.unit.is_some_and(Unit::is_time) && !read.word_is(figure.after, Class::AUXILIARY | Class::VERB),
        _ if opens => false,
        "over" => {
            is_span(read, at, figure) || ends_age(read, at, figure.begin) || covers(read, at, figure.unit) || is_matter(read.str(at - 1))
        }
        "about" => is_topic(read.str(at - 1)),
        "above" | "below" | "under" => ends_age(read, at, figure.begin) || lies(read, at) || is_distance_from(read, at, figure.unit),
        "up" => adds_up(read.str(at - 1)),
        _ => false,
    }
}

/// "near 40 per cent", "north of $3 billion": places elsewhere, hedges of what can only be an amount.
pub(super) fn is_near(read: &ReadText, first: usize, unit: Option<Unit>) -> Option<Modifier> {
    let at = first.checked_sub(1)?;
    // "fell well short of 40 pupils", "fell short of 62%"; a ward is short of nurses.
    let short = || {
        at > 1 && read.str(at - 1) == "short" && matches!(read.str(at - 2), "fell" | "fall" | "falls" | "falling" | "well" | "far" | "way")
    };
    if read.str(at) == "of" && short() {
        return Some(Modifier::Under);
    }
    let amount = unit.is_some_and(|unit| unit == Unit::Percent || unit.is_currency());
    if !amount {
        return None;
    }
    let moved = || {
        at > 0
            && matches!(
                read.str(at - 1),
                "edged" | "went" | "rose" | "climbed" | "crept" | "moved" | "surged" | "soared" | "grew" | "well" | "just"
            )
    };
    match read.str(at) {
        "past" if moved() => Some(Modifier::Over),
        "near" => Some(Modifier::About),
        "of" if at > 0 && read.str(at - 1) == "north" => Some(Modifier::Over),
        "of" if at > 0 && read.str(at - 1) == "south" => Some(Modifier::Under),
        _ => None,
    }
}

/// "Above 3,000 metres no crops grow", "Under 40% voted", "Under 30 people came": at the beginning of a sentence amounts and persons are hedged, and
/// other things are where something is, or by what.
fn is_measured(read: &ReadText, figure: Hedged) -> bool {
    let measured = figure.unit.is_some_and(|unit| !unit.is_counted());
    measured || read.word_is(figure.after, Class::PEOPLE | Class::HOUSEHOLDS)
}

/// "Under three schemes", "workers under 25 contracts": by what something is done, as the noun right behind the number says.
fn names_rule(read: &ReadText, after: usize) -> bool {
    let near = after..after + ADJECTIVES;
    near.clone().take_while(|t| read.is_word(*t) && !read.word_is(*t, Class::STOP)).any(|t| is_one_of(RULES, read.str(t)))
}

/// Words from a number to the noun that it counts.
const ADJECTIVES: usize = 3;

/// "spread over 40 ha", "over three years": behind a verb of extent "over" leads to how far something goes, in front of a duration to how long it takes,
/// unless a verb or preposition in front asks for the duration itself.
fn is_span(read: &ReadText, at: usize, figure: Hedged) -> bool {
    let before = read.str(at - 1);
    let extent = matches!(
        before,
        "extends" | "extend" | "extended" | "extending" | "spread" | "stretches" | "spreads" | "stretching" | "distributed"
    );
    let asked = || {
        read.word_is(at - 1, Class::PREPOSITION | Class::AUXILIARY)
            || are_older(read, at)
            || lasts(before)
            // "In the north over 150 hours were lost"
            || read.word_is(figure.after, Class::AUXILIARY) && !read.word_is(at - 1, Class::VERB | Class::PEOPLE) && !before.ends_with("ed")
            // "lasts just over three hours"
            || matches!(before, "just" | "well" | "little" | "slightly" | "somewhat" | "considerably" | "comfortably" | "marginally")
            || matches!(before, "fractionally" | "shade" | "fraction" | "touch")
    };
    extent || figure.unit.is_some_and(Unit::is_time) && !asked()
}

/// Verbs that take how long something goes on.
fn lasts(word: &str) -> bool {
    is_one_of(LASTING, word)
}

/// "pensions for persons over 70 years": their age; "trained 400 persons over three years" says how long.
fn are_older(read: &ReadText, over: usize) -> bool {
    let counted = || (over.saturating_sub(AGED)..over).any(|t| read.word_is(t, Class::DIGITS | Class::NUMBER_WORD));
    read.word_is(over - 1, Class::PEOPLE) && read.word_is(over + 1, Class::DIGITS) && !counted()
}

/// Tokens in front of "over" in which the persons may be counted.
const AGED: usize = 5;

/// "aged 65 and over 4.4 percent": the end of the age.
fn ends_age(read: &ReadText, at: usize, begin: usize) -> bool {
    at > begin + 1 && read.str(at - 1) == "and" && read.word_is(at - 2, Class::DIGITS) && read.str(at - 2).len() <= 2
}

/// "families add up to 9,314", "numbers have gone up to 9,314": what they come to.
fn adds_up(before: &str) -> bool {
    matches!(before, "add" | "adds" | "added" | "adding" | "gone" | "shot" | "crept" | "brought" | "moved" | "scaled")
}

/// "The village lies above two lakes", "the above 12 cases": where something is.
fn lies(read: &ReadText, at: usize) -> bool {
    let before = read.str(at - 1);
    matches!(
        before,
        "lies" | "lie" | "live" | "living" | "lived" | "located" | "situated" | "stands" | "built" | "works" | "fall" | "falls"
    ) || matches!(before, "the" | "The" | "come" | "comes" | "placed" | "brought")
}

/// "4 points above 20%": behind points and per cent it says how far from the next rate.
fn is_distance_from(read: &ReadText, at: usize, unit: Option<Unit>) -> bool {
    let distance = || matches!(read.str(at - 1), "points" | "point" | "pp" | "times");
    unit == Some(Unit::Percent) && distance()
}

/// "Walls were restored over 34.5 km", "Crops over 18.7 lakh acres were lost": how far something reaches, behind a passive verb or right behind a
/// noun that has its verb to come.
fn covers(read: &ReadText, over: usize, unit: Option<Unit>) -> bool {
    let extent = unit.is_some_and(|u| {
        matches!(u, Unit::Kilometre | Unit::Mile | Unit::Hectare | Unit::Acre | Unit::Mu | Unit::SquareKilometre | Unit::SquareMile)
    });
    let before = over - 1;
    let participle = read.word_is(before, Class::VERB) || read.str(before).ends_with("ed");
    let passive = participle && before > 0 && read.word_is(before - 1, Class::AUXILIARY);
    let noun = || super::noun::is_plural(read, before) && !read.word_is(before, Class::STOP);
    let verb = || (over + 1..over + EXTENT).any(|t| matches!(read.str(t), "was" | "were"));
    extent && (passive || noun() && verb())
}

/// Tokens from "over" to the verb behind its measure.
const EXTENT: usize = 7;

/// "complaints about 14 airlines", "was asked about 40 files": what is said or known of something.
fn is_topic(before: &str) -> bool {
    is_one_of(TOPICS, before)
}

/// "a dispute over 40 jobs", "flights over 12 cities": what is fought for, ruled or crossed.
fn is_matter(before: &str) -> bool {
    is_one_of(MATTERS, before)
}

/// Whether a word, whatever its case, is one of a list.
fn is_one_of(list: &str, word: &str) -> bool {
    lowered(word, |word| list.split(' ').any(|one| one == word))
}

/// By what something is done.
const RULES: &str = "\
    schemes programmes programs contracts leases laws acts treaties projects headings agreements licences licenses permits policies \
    ministries names titles warrants conditions categories sections articles rules orders regimes governments scenarios components \
    initiatives statutes regulations presidents administrations plans themes";

/// Verbs that take how long something goes on.
const LASTING: &str = "\
    lasted last lasts lasting took takes take taking taken waited waiting waits wait spent spend spends spending served serve serves \
    stayed stay stays walk walks walked work works worked travel travels averaged";

/// What is said, asked or known of something.
const TOPICS: &str = "\
    asked asks ask asking complained complain complaint complaints information concern concerns concerned query queries question \
    questions inquiries enquiries doubts worried worries talk talks talked spoke speak learned learnt know knew knowledge awareness \
    stories story decisions decision advice details warned warnings warning allegations evidence guidance facts news opinions views";

/// What is fought for, ruled or crossed.
const MATTERS: &str = "\
    dispute disputes talks conflict conflicts row rows debate control rule concern concerns protests protest clashes litigation power \
    jurisdiction authority fears lawsuit lawsuits disagreement disagreements negotiations strike strikes flights flight flew fly flies \
    presides presided preside fight fights sovereignty";
