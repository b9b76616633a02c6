//! Ages: numbers behind "aged" or in front of "age group" are years of life, whatever unit is left out.

use super::{Mention, UnitSource};
use crate::analysis::Unit;
use crate::language::{Class, ReadText};
use crate::text::Sentence;

/// "women aged 15–49", "ages 6 to 14", "aged between 45 and 64", "the 15-24 age group": years of life, whatever unit is left out.
pub(super) fn aged(read: &ReadText, sentence: &Sentence, mention: &mut Mention) {
    let between = usize::from(mention.first > 1 && matches!(read.str(mention.first - 1), "between" | "from"));
    let cue = mention.first.checked_sub(1 + between).filter(|t| *t >= sentence.first);
    let group = mention.amount.one().is_none()
        && matches!(read.str(mention.last), "age" | "year")
        && matches!(read.str(mention.last + 1), "group" | "groups" | "bracket" | "brackets" | "range" | "cohort" | "band" | "bands");
    let age = cue.is_some_and(|t| {
        // "in the age group of 0-6"
        let group = if read.str(t) == "of" { t.saturating_sub(1) } else { t };
        let grouped = || matches!(read.str(group), "group" | "groups" | "bracket" | "range") && group > 0 && read.str(group - 1) == "age";
        matches!(read.str(t), "aged" | "age" | "ages" | "Aged" | "Ages")
            || read.str(t) == "of" && t > 0 && read.str(t - 1) == "age"
            || mention.amount.one().is_none() && grouped()
    });
    // "voters aged 16 and 17"
    let second = || {
        let first = cue.and_then(|t| t.checked_sub(2)).filter(|t| *t >= sentence.first);
        first.is_some_and(|t| {
            matches!(read.str(t), "aged" | "ages") && read.word_is(t + 1, Class::DIGITS) && matches!(read.str(t + 2), "and" | "or")
        })
    };
    if (age || group || second()) && mention.unit_source != UnitSource::Printed {
        mention.unit = Some(Unit::Year);
        mention.unit_source = UnitSource::Printed;
        (mention.noun, mention.head, mention.after_noun) = (None, None, mention.last);
    }
}
