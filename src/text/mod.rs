//! Foundation: spans over the report's text, its tokens and its sentences. Depends on nothing else in the crate.

mod bytes;
mod format;
mod key;
mod lex;
mod lower;
mod seek;
mod sentence;
mod span;
mod token;
mod wrap;
mod year;

pub(crate) use bytes::{count, find_between};
pub use format::NumberFormat;
pub use key::WordKey;
pub use lex::{SOFT_HYPHEN, lex, lex_into, scan_digits, scan_word};
pub use lower::lowered;
pub(crate) use seek::first_from;
pub use sentence::{Sentence, is_roman, sentences};
pub use span::Span;
pub use token::{Token, TokenKind};
pub use wrap::{is_full, title, wrap_width};
pub use year::{NEPALI_YEARS, YEARS, end_of_span, is_nepali_year, month_number, report_year, short_year, title_date};
