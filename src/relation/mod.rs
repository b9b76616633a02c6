//! From the figures of a section to the links between them: what is part of what, what changed from what, what each one means.
//!
//! A fixed order of passes over the section's mentions, each in a module of its own: units left out are lent ([`lend`], [`lend_persons`], [`lend_sum`]), denominators
//! ([`denominators`]) and kinds are told by cues ([`own_kind`], [`kind`]), lists give parts to totals ([`parts`], [`itemised`]), exact
//! sums find parts that are not called parts ([`sums`], [`set_out`], [`spread`]), or but for a misprint ([`misprint`], [`sum_apart`]), the largest are parts ([`leaders`]), so are those who take a next step ([`stages`]), what remains is a part, too ([`remainder`]), "respectively" pairs lists member by member ([`respectively`]),
//! qualifying figures find their base ([`base`], [`share_base`]), also in the sentence before ([`taken_up`]) or where arithmetic tells it ([`confirmed`], [`agreed_growth`], [`agreed_multiple`],
//! [`agreed_average`], [`agreed_whole`]), shares tell more parts ([`wholes`], [`implied`]), figures side by side come to a total ([`agreed_sum`]), bare parts count what their total
//! counts ([`hand_units`]), then year ([`year`]), plans by their year ([`to_come`]), scope ([`scope`]) and the measured thing ([`what`]).

mod achieved;
mod agreed_average;
mod agreed_growth;
mod agreed_multiple;
mod agreed_share;
mod agreed_sum;
mod agreed_whole;
mod aims;
mod among_behind;
mod among_total;
mod area;
mod aside;
mod average;
mod base;
mod beside;
mod bracket_told;
mod brackets;
mod change;
mod change_behind;
mod circles;
mod closing;
mod cohort;
mod confidence;
mod confirmed;
mod context;
mod counted;
mod cut;
mod dated_heading;
mod denominators;
mod description;
mod division;
mod done_apart;
mod driver;
mod each;
mod gap;
mod generic;
mod goal;
mod graded;
mod hand_units;
mod home;
mod idle;
mod implied;
mod in_front;
mod incidence;
mod introduced;
mod itemised;
mod kind;
mod kinds_of;
mod label;
mod leaders;
mod lend;
mod lend_bracket;
mod lend_list;
mod lend_money;
mod lend_persons;
mod lend_predicate;
mod lend_sum;
mod lend_total;
mod list_heads;
mod listed;
mod mean;
mod mean_again;
mod mean_each;
mod mean_of;
mod mean_one;
mod mean_time;
mod mean_words;
mod misprint;
mod money;
mod most_of_it;
mod moved_so;
mod moving_rate;
mod named;
mod named_places;
mod noted;
mod of_one_whole;
mod openers;
mod opening_places;
mod own_kind;
mod partitive;
mod parts;
mod persons;
mod phrase;
mod places;
mod plan_year;
mod planned;
mod points;
mod problems;
mod rate;
mod rate_again;
mod rate_aside;
mod rate_beside;
mod rate_front;
mod rate_opening;
mod reached;
mod remainder;
mod respectively;
mod restated;
mod sample;
mod scope;
mod set_out;
mod share_base;
mod spent;
mod spread;
mod stages;
mod step_rate;
mod stretch;
mod subject;
mod subordinate;
mod sum_apart;
mod sums;
mod taken_up;
mod to_come;
mod told;
mod told_year;
mod what;
mod what_changed;
mod wholes;
mod works;
mod yardstick;
mod year;
mod year_apart;
mod year_behind;
mod year_beside;
mod year_cue;
mod year_from_to;

pub use confidence::confidence;
pub use context::Context;
pub use home::Home;
pub use money::{Currencies, tell_currencies};
pub(crate) use phrase::names_activity;

use crate::language::ReadText;
use crate::quantity::Mention;
use crate::text::{Sentence, Span};
use std::ops::Range;

/// A section whose figures are to be related.
pub struct Unrelated<'a> {
    /// Its tokens.
    pub read: &'a ReadText<'a>,
    /// Its sentences.
    pub sentences: &'a [Sentence],
    /// The spans of its topics' headings, in order.
    pub headings: Vec<Span>,
    /// Its region's name, or the title of a report without regions.
    pub home: Home<'a>,
    /// Its figures, whose money is told.
    pub mentions: &'a mut [Mention],
}

/// Relates all figures of each section to each other, in place. A pass goes through all the sections before the next one begins: the code of all
/// passes together is larger than what a processor keeps at hand.
pub fn relate(sections: Vec<Unrelated>, report_year: Option<i32>) {
    let mut all: Vec<(Context, &mut [Mention])> = sections.into_iter().map(with_context).collect();
    let mut pass = |pass: &dyn Fn(&Context, &mut [Mention])| all.iter_mut().for_each(|(context, mentions)| pass(context, mentions));
    pass(&lend::lend_units);
    pass(&denominators::tell_denominators);
    pass(&kind::tell_kinds);
    pass(&lend_sum::lend_unit_of_sums);
    pass(&parts::link_parts);
    pass(&itemised::link_items);
    pass(&link_sums);
    pass(&leaders::link_leaders);
    pass(&stages::link_stages);
    pass(&remainder::link_remainders);
    pass(&goal::hand_to_parts);
    pass(&respectively::pair_lists);
    pass(&respectively::pair_parts);
    pass(&rate::inherit_denominators);
    pass(&base::link_bases);
    pass(&named::link_named);
    pass(&taken_up::link_taken_up);
    pass(&confirmed::link_confirmed);
    pass(&agreed_growth::link_agreed_growths);
    pass(&agreed_multiple::link_agreed_multiples);
    pass(&agreed_share::link_agreed_shares);
    pass(&wholes::link_wholes);
    pass(&agreed_average::link_agreed_averages);
    pass(&implied::link_implied_totals);
    pass(&agreed_sum::link_agreed_sums);
    pass(&agreed_whole::link_agreed_wholes);
    pass(&of_one_whole::link_shares_of_one);
    pass(&remainder::link_remainders);
    pass(&|_, mentions| hand_units::hand_to_totals(mentions));
    pass(&|_, mentions| hand_units::hand_to_parts(mentions));
    pass(&mean_of::tell_means_of_years);
    pass(&|_, mentions| circles::cut_links(mentions));
    pass(&|context, mentions| problems::allow_decimal_commas(context.read, mentions));
    pass(&|context, mentions| problems::flag_problems(context.read, mentions));
    pass(&|context, mentions| year::tell_years(context, report_year, mentions));
    pass(&|context, mentions| to_come::tell_plans_by_year(context, report_year, mentions));
    pass(&scope::tell_scopes);
    pass(&what::describe);
}

fn with_context(section: Unrelated<'_>) -> (Context<'_>, &mut [Mention]) {
    let Unrelated { read, sentences, headings, home, mentions } = section;
    let headings = headings.iter().map(|h| tokens_of(read, *h)).collect();
    (Context::new(read, sentences, headings, home, mentions), mentions)
}

/// Finds parts that are not called parts by exact sums, around what several sets of parts come to.
fn link_sums(context: &Context, mentions: &mut [Mention]) {
    let possible = sums::possible_parts(context, mentions);
    sums::link_exact_sums(context, &possible, mentions);
    set_out::link_set_out(context, mentions);
    spread::link_spread_sums(context, &possible, mentions);
    sum_apart::link_sums_apart(context, mentions);
}

/// The tokens that lie in a span.
fn tokens_of(read: &ReadText, span: Span) -> Range<usize> {
    let first = read.tokens.partition_point(|t| t.span.start < span.start);
    first..read.tokens.partition_point(|t| t.span.start < span.end)
}
