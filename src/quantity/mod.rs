//! From the sentences of a section to its figures: number, scale, unit, counted noun, hedge, denominator.
//!
//! Each sentence is scanned once from left to right. At a token that can begin a number the scanners of [`number`] and [`words`] say
//! what it is, [`exclude`] (with [`dates`], [`labels`], [`address`] and [`notes`]; all digits of a section at once in [`excluded`]) says whether it is a quantity at all, and [`unit`], [`noun`], [`per`], [`hedge`] and [`hedge_behind`] read what stands
//! around it. How figures belong together is the next station, `relation`.

mod address;
mod age;
mod by_name;
mod composite;
mod dates;
mod elliptic;
mod exclude;
mod excluded;
mod fraction;
mod head_unit;
mod hedge;
mod hedge_behind;
mod labels;
mod list_numbers;
mod magnitude;
mod material;
mod mention;
mod misread;
mod money;
mod no_hedge;
mod notes;
mod noun;
mod number;
mod per;
mod per_article;
mod per_name;
mod per_noun;
mod per_short;
mod ratio;
mod read;
mod registration;
mod sign;
mod tolerance;
mod unit;
mod words;

pub use dates::{date_year, years_at};
pub(crate) use head_unit::{HeadUnit, head_unit};
pub(crate) use magnitude::behind_level;
pub use mention::{Mention, Noun, UnitSource};
pub(crate) use noun::{further, is_arrival, is_plural, unit_of_noun};
pub(crate) use number::scan_as;
pub use number::{Printed, scan_printed};
pub(crate) use per::does_each;
pub use per::rate_of_clause;
pub(crate) use per::{printed, time_adverb};
pub use per_name::{both, is_time};
pub(crate) use read::bare;
pub use read::{Figures, read_figures};
