//! Parts and totals in two neighbouring sentences that a misprint keeps from adding up: "4,273 men and 1,841 women applied. In all, 6,141 persons
//! applied", "6,292 teachers were recruited. 1,547 came from Ald, 3,995 from Brenn and 1,380 from Corr".
//!
//! From sentences whose words tell that the one sums up or divides the other, to links, as long as the two differ by a digit at most. What adds up
//! exactly is found by arithmetic ([`super::sums`], [`super::spread`]), whatever is said; here the words have to tell.

use super::Context;
use super::beside::is_beside;
use super::misprint::is_misprint;
use super::sums::{link_as, sum};
use crate::analysis::Unit;
use crate::language::Class;
use crate::quantity::Mention;
use std::ops::Range;

/// Links totals with their parts in the sentence before, and parts with their total there.
pub(super) fn link_sums_apart(context: &Context, mentions: &mut [Mention]) {
    let mut i = 0;
    let mut before = 0..0;
    while i < mentions.len() {
        let sentence = context.in_sentence(i);
        if !before.is_empty() && context.follows_on(before.start, i) {
            if sums_up(context, mentions, &before, i) {
                link_as(mentions, before.collect::<Vec<_>>().iter(), i, "set_out");
            } else if let Some(total) = divided(context, mentions, &before, &sentence) {
                link_as(mentions, sentence.clone().collect::<Vec<_>>().iter(), total, "set_out");
            }
        }
        before = sentence.clone();
        i = sentence.end.max(i + 1);
    }
}

/// Parts of one total.
const MOST: usize = 12;

/// "In all, 6,141 persons applied", "The total was 6,141": whether the first figure of a sentence sums up the one before.
fn sums_up(context: &Context, mentions: &[Mention], before: &Range<usize>, total: usize) -> bool {
    let read = context.read;
    if !(2..=MOST).contains(&before.len()) || !members(context, mentions, before, total) {
        return false;
    }
    let lead = context.before(total);
    let word = |t: usize| read.str(t).to_ascii_lowercase();
    let opens = matches!((word(lead.start).as_str(), word(lead.start + 1).as_str()), ("in", "all" | "total"))
        || matches!(word(lead.start).as_str(), "altogether" | "together" | "overall")
        || word(lead.start) == "the" && (lead.start + 1..lead.start + 3).any(|t| matches!(word(t).as_str(), "total" | "sum"));
    let parts: Vec<usize> = before.clone().collect();
    let exact = || mentions.get(total).and_then(|m| m.amount.one()) == Some(sum(mentions, &parts));
    opens && lead.len() <= LEADS && (slipped(mentions, before, total) || exact())
}

/// Tokens of "The total number of applicants was".
const LEADS: usize = 8;

/// "6,292 teachers were recruited. 1,547 came from Ald, 3,995 from Brenn and 1,380 from Corr": the total of the sentence before that bare numbers divide,
/// and nothing but them.
fn divided(context: &Context, mentions: &[Mention], before: &Range<usize>, parts: &Range<usize>) -> Option<usize> {
    if !(2..=MOST).contains(&parts.len()) || before.len() != 1 {
        return None;
    }
    let bare = |j: usize| mentions.get(j).is_some_and(|m| m.noun.is_none());
    let opens = context.unhedged(parts.start) == context.before(parts.start).start;
    let verb = context.read.word_is(context.end(parts.start), Class::VERB | Class::AUXILIARY);
    // "3,100 were women and 3,012 were posted to towns": who has a verb of his own may be told twice.
    let told_once = |j: usize| {
        !context.read.word_is(context.end(j), Class::VERB | Class::AUXILIARY)
            || context.lead(j).is_some_and(|t| matches!(context.read.str(t), "remaining" | "other"))
    };
    let listed = opens
        && verb
        && (parts.start + 1..parts.end).all(told_once)
        && parts.clone().all(bare)
        && members(context, mentions, parts, before.start);
    (listed && slipped(mentions, parts, before.start)).then_some(before.start)
}

/// Whether figures could be parts of a total: amounts by themselves, measured as it is, and no parts yet.
fn members(context: &Context, mentions: &[Mention], parts: &Range<usize>, total: usize) -> bool {
    let Some(whole) = mentions.get(total) else { return false };
    let alone = |j: usize, m: &Mention| {
        m.stands_alone()
            && m.per.is_none()
            && m.of.is_none()
            && m.amount.one().is_some()
            && !is_beside(context, j)
            && !context.is_balance(j)
    };
    let counted = |m: &Mention| m.unit.is_some_and(Unit::is_counted);
    let like = |m: &Mention| m.unit == whole.unit || counted(m) && counted(whole);
    let part = |j: usize| mentions.get(j).is_some_and(|m| alone(j, m) && like(m) && m.kind == whole.kind);
    alone(total, whole) && !whole.unit.is_some_and(Unit::is_time) && parts.clone().all(part)
}

/// Whether the parts miss the total by a misprint.
fn slipped(mentions: &[Mention], parts: &Range<usize>, total: usize) -> bool {
    let whole = mentions.get(total).and_then(|m| m.amount.one());
    whole.is_some_and(|whole| is_misprint(whole, sum(mentions, &parts.clone().collect::<Vec<_>>())))
}
