//! From the figures of a section to the links between them: what is part of what, what changed from what, what each one means.
//!
//! A fixed order of passes over the section's mentions, each in a module of its own: units left out are lent ([`lend`], [`lend_persons`], [`lend_sum`]), denominators
//! ([`denominators`]) and kinds are told by cues ([`own_kind`], [`kind`]), lists give parts to totals ([`parts`]), exact
//! sums find parts that are not called parts ([`sums`], [`set_out`], [`spread`]), the largest are parts ([`leaders`]), so are those who take a next step ([`stages`]), what remains is a part, too ([`remainder`]), "respectively" pairs lists member by member ([`respectively`]),
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
mod area;
mod aside;
mod average;
mod base;
mod beside;
mod brackets;
mod change;
mod change_behind;
mod circles;
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
mod kind;
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
mod mean_of;
mod money;
mod moving_rate;
mod named;
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
mod problems;
mod rate;
mod rate_again;
mod rate_front;
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
pub use money::Currencies;
pub(crate) use money::tell_currencies;

use crate::language::ReadText;
use crate::quantity::Mention;
use crate::text::{Sentence, Span};
use std::ops::Range;

/// Relates all figures of a section to each other, in place. `headings` are the spans of its topics' headings, in order.
/// `home` names the section's region: its name, or the title of a report without regions. `currencies` remembers from one section to the
/// next whose money is meant.
pub fn relate(
    read: &ReadText,
    sentences: &[Sentence],
    headings: &[Span],
    home: Home,
    report_year: Option<i32>,
    currencies: &mut Currencies,
    mentions: &mut [Mention],
) {
    money::tell_currencies(read, home.name, currencies, mentions);
    let headings = headings.iter().map(|h| tokens_of(read, *h)).collect();
    let context = Context::new(read, sentences, headings, home, mentions);
    lend::lend_units(&context, mentions);
    denominators::tell_denominators(&context, mentions);
    kind::tell_kinds(&context, mentions);
    lend_sum::lend_unit_of_sums(&context, mentions);
    parts::link_parts(&context, mentions);
    let possible = sums::possible_parts(&context, mentions);
    sums::link_exact_sums(&context, &possible, mentions);
    set_out::link_set_out(&context, mentions);
    spread::link_spread_sums(&context, &possible, mentions);
    leaders::link_leaders(&context, mentions);
    stages::link_stages(&context, mentions);
    remainder::link_remainders(&context, mentions);
    goal::hand_to_parts(&context, mentions);
    respectively::pair_lists(&context, mentions);
    respectively::pair_parts(&context, mentions);
    rate::inherit_denominators(&context, mentions);
    base::link_bases(&context, mentions);
    named::link_named(&context, mentions);
    taken_up::link_taken_up(&context, mentions);
    confirmed::link_confirmed(&context, mentions);
    agreed_growth::link_agreed_growths(&context, mentions);
    agreed_multiple::link_agreed_multiples(&context, mentions);
    agreed_share::link_agreed_shares(&context, mentions);
    wholes::link_wholes(&context, mentions);
    agreed_average::link_agreed_averages(&context, mentions);
    implied::link_implied_totals(&context, mentions);
    agreed_sum::link_agreed_sums(&context, mentions);
    agreed_whole::link_agreed_wholes(&context, mentions);
    of_one_whole::link_shares_of_one(&context, mentions);
    remainder::link_remainders(&context, mentions);
    hand_units::hand_to_totals(mentions);
    hand_units::hand_to_parts(mentions);
    mean_of::tell_means_of_years(&context, mentions);
    circles::cut_circles(mentions);
    circles::cut_ranges(mentions);
    circles::cut_rates(mentions);
    circles::cut_denominators(mentions);
    circles::cut_ages(mentions);
    problems::allow_decimal_commas(read, mentions);
    problems::flag_problems(read, mentions);
    year::tell_years(&context, report_year, mentions);
    to_come::tell_plans_by_year(&context, report_year, mentions);
    scope::tell_scopes(&context, mentions);
    what::describe(&context, mentions);
}

/// The tokens that lie in a span.
fn tokens_of(read: &ReadText, span: Span) -> Range<usize> {
    let first = read.tokens.partition_point(|t| t.span.start < span.start);
    first..read.tokens.partition_point(|t| t.span.start < span.end)
}
