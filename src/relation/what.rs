//! What a figure measures, in the text's own words.

use super::Context;
use crate::language::Class;
use crate::quantity::Mention;

/// A description has at most this many words.
const LONGEST: usize = 12;

/// Describes every figure; parts take the words of their total along.
pub(super) fn describe(context: &Context, mentions: &mut [Mention]) {
    for i in 0..mentions.len() {
        let what = own_words(context, mentions, i);
        if let Some(m) = mentions.get_mut(i) {
            m.what = what;
        }
    }
}

fn own_words(context: &Context, mentions: &[Mention], i: usize) -> String {
    let read = context.read;
    let Some(this) = mentions.get(i) else { return String::new() };
    let from = this.noun.map_or(this.last, |n| n.first);
    let behind: Vec<&str> = (from..context.after(i).end).take_while(|t| !context.ends_clause(*t)).map(|t| read.str(t)).collect();
    let words = trim(&behind);
    if words.len() >= 2 {
        return words.join(" ");
    }
    let clause = context.tail(context.before(i));
    let front: Vec<&str> = clause.filter(|t| !read.word_is(*t, Class::AUXILIARY)).map(|t| read.str(t)).collect();
    let front = trim(&front);
    [front, words].concat().join(" ")
}

/// Leaves out function words at both ends and keeps it short.
fn trim<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let function = |w: &str| {
        matches!(
            w,
            "of" | "the"
                | "a"
                | "an"
                | "and"
                | "was"
                | "were"
                | "is"
                | "are"
                | "to"
                | "for"
                | "in"
                | "by"
                | "with"
                | "from"
                | "on"
                | "at"
                | "than"
                | "more"
                | "that"
        )
    };
    let start = words.iter().position(|w| !function(w)).unwrap_or(words.len());
    let mut end = words.len().min(start + LONGEST);
    while end > start && words.get(end - 1).is_some_and(|w| function(w)) {
        end -= 1;
    }
    words.get(start..end).unwrap_or_default().to_vec()
}
