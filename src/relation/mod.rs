//! From the figures of a section to the links between them: what is part of what, what changed from what, what each one means.
//!
//! A fixed order of passes over the section's mentions, each in a module of its own: units left out are lent ([`lend`]), kinds are
//! told by cues ([`kind`]), lists give parts to totals ([`parts`]), exact
//! sums find parts that are not called parts ([`sums`]), "respectively" pairs lists member by member ([`respectively`]),
//! qualifying figures find their base ([`base`]), then year ([`year`]), scope ([`scope`]) and the measured thing ([`what`]).

mod base;
mod context;
mod kind;
mod lend;
mod parts;
mod rate;
mod respectively;
mod scope;
mod sums;
mod what;
mod year;

pub use context::Context;

use crate::language::ReadText;
use crate::quantity::Mention;
use crate::text::Sentence;

/// Relates all figures of a section to each other, in place.
pub fn relate(read: &ReadText, sentences: &[Sentence], report_year: Option<i32>, mentions: &mut [Mention]) {
    let context = Context::new(read, sentences, mentions);
    lend::lend_units(&context, mentions);
    kind::tell_kinds(&context, mentions);
    parts::link_parts(&context, mentions);
    sums::link_exact_sums(&context, mentions);
    respectively::pair_lists(&context, mentions);
    rate::inherit_denominators(&context, mentions);
    base::link_bases(&context, mentions);
    year::tell_years(&context, report_year, mentions);
    scope::tell_scopes(&context, mentions);
    what::describe(&context, mentions);
}
