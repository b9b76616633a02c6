//! Spelled-out numbers whose noun or unit stands with the figure before: "six clinics, four in Ald and one in Brenn", "three hours instead of
//! four", "rose from sixteen to 54", "117 deaths, eleven fewer than".

use super::Mention;
use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use rust_decimal::Decimal;

/// Tokens between a figure and the next member of its list.
const STEP: usize = 14;

/// Tokens between a word of rise or fall and "from".
const REACH: usize = 8;

/// Whether a number in words, without a noun of its own, counts or measures what the figure before it does.
pub(super) fn is_elliptic(read: &ReadText, mention: &Mention, before: Option<&Mention>) -> bool {
    if !mention.in_words || mention.noun.is_some() || mention.unit.is_some() || mention.first == 0 {
        return false;
    }
    let (lead, behind) = (mention.first - 1, mention.last);
    let one = mention.amount.one() == Some(Decimal::ONE);
    // "187 vessels; fifty-two of them are longer"
    let opens = read.word_is(lead, Class::CLAUSE_END | Class::AND);
    let full_stop = read.is_mark(lead, '.');
    let spoken_of = || opens && before.is_some_and(|b| b.sentence + usize::from(full_stop) >= mention.sentence);
    if read.str(behind) == "of" && matches!(read.str(behind + 1), "them" | "these" | "those" | "whom") && !one && spoken_of() {
        return !read.is_word(behind + 2) || read.word_is(behind + 2, Class::STOP | Class::VERB | Class::AUXILIARY);
    }
    // "eleven fewer than in 2019"
    if matches!(read.str(behind), "fewer" | "more" | "less") && read.str(behind + 1) == "than" && !one {
        return true;
    }
    // "has increased from sixteen in January to 54", "has gone down to three"
    let rose = || (mention.first.saturating_sub(REACH)..lead).any(|t| read.word_is(t, Class::RISE));
    let went = || {
        let verb = lead.saturating_sub(2);
        matches!(read.str(lead - 1), "down" | "up")
            && matches!(read.str(verb), "gone" | "went" | "go" | "come" | "came" | "goes" | "going" | "is" | "was")
    };
    let ends = || !read.is_word(behind) || read.word_is(behind, Class::PREPOSITION | Class::AND) && read.str(behind) != "of";
    let to = || lead > 2 && read.word_is(lead, Class::TO) && ends() && (went() || read.word_is(lead - 1, Class::RISE));
    if !one && (read.word_is(lead, Class::FROM) && rose() && !read.word_is(behind, Class::DETERMINER) || to()) {
        return true;
    }
    // "twelve were mended and the other seven await inspection", "Replacing the other three will cost": of what was counted before.
    let verb = || read.word_is(behind, Class::AUXILIARY | Class::VERB);
    let rest = matches!(read.str(lead), "other" | "remaining") && !one && (ends() || verb());
    if rest && before.is_some_and(|b| b.sentence + 1 >= mention.sentence) {
        return true;
    }
    // "of the 23 districts, four (Ald, Brenn) reported"; "4,592 jobs, or four each".
    let listed = read.is_mark(lead, ',') && read.is_mark(behind, '(') && read.is_word(behind + 1) && !one;
    let each = matches!(read.str(behind), "each" | "apiece") && matches!(read.str(lead), "or" | "with" | "got" | "received") && !one;
    let Some(before) = before.filter(|b| b.sentence == mention.sentence && mention.first - b.last.min(mention.first) <= STEP) else {
        return false;
    };
    // "deaths fell from 21 to a dozen"
    let from_to = || read.word_is(lead, Class::TO) && before.first > 0 && read.word_is(before.first - 1, Class::FROM) && ends();
    if !one && before.unit.is_none_or(Unit::is_counted) && from_to() {
        return true;
    }
    // "Twelve towns can be reached; in 2010 only seven could."
    let could = || matches!(read.str(behind), "could" | "did" | "had" | "can" | "do") && !read.is_word(behind + 1);
    if !one && before.unit.is_none_or(Unit::is_counted) && could() {
        return true;
    }
    // "218 were opened in the year; nine closed."
    let closed = matches!(read.str(lead), ";" | "and" | ",")
        && matches!(read.str(behind), "closed" | "failed" | "died" | "survived" | "withdrew" | "reopened" | "merged")
        && (!read.is_word(behind + 1) || read.word_is(behind + 1, Class::PREPOSITION))
        && !one;
    listed || each || closed || is_compared(read, mention, before) || goes_on(read, mention, before, one)
}

/// "takes two and a half hours instead of four.", "fell from ten months to less than two."
fn is_compared(read: &ReadText, mention: &Mention, before: &Mention) -> bool {
    let ends = !read.is_word(mention.last) || read.word_is(mention.last, Class::AND | Class::PREPOSITION) && read.str(mention.last) != "of";
    let measured = before.unit.is_some() && before.per.is_none();
    let within = before.last..mention.first;
    let held = within.clone().any(|t| {
        matches!((read.str(t), read.str(t + 1)), ("instead", "of") | ("rather", "than")) || matches!(read.str(t), "against" | "versus") || {
            read.word_is(t, Class::TO) && t > 0 && before.first > 0 && read.word_is(before.first - 1, Class::FROM)
        }
    });
    ends && measured && held && within.len() <= 5
}

/// "four in the north, one in the south", "and three can be berthed": a member of a list of counts.
fn goes_on(read: &ReadText, mention: &Mention, before: &Mention, one: bool) -> bool {
    let counted = before.unit.is_none_or(Unit::is_counted);
    let lead = mention.first - 1;
    let opens = read.word_is(lead, Class::CLAUSE_END) || matches!(read.str(lead), "and" | "while" | "whilst" | "whereas" | "but");
    let told = matches!(read.str(mention.last), "in" | "at" | "on" | "for" | "from" | "to" | "under" | "near" | "elsewhere" | "with")
        || read.word_is(mention.last, Class::AUXILIARY);
    // "two houses, one in Ald": one of them, who may be no number; "seven districts in Ald, one in Brenn" lists numbers.
    let alike =
        read.is_mark(lead, ',') && read.str(before.after_noun) == read.str(mention.last) && read.word_is(mention.last, Class::PREPOSITION);
    let listed = !one || before.noun.is_none() && before.in_words || alike;
    counted && opens && told && listed
}
