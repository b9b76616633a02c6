//! Sums that a misprint keeps from fitting: what a list comes to differs from its printed total in one digit, or by two neighbouring digits in
//! each other's place. Where the text ties parts to a total, such a list is meant to add up, and the audit has to say that it does not.

use crate::analysis::{significant_digits, without_zeros};
use rust_decimal::Decimal;

/// Whether two numbers differ by no more than a misprint makes them, and by too little for two numbers that have nothing to do with each other.
pub(super) fn is_misprint(printed: Decimal, meant: Decimal) -> bool {
    let difference = (printed - meant).abs();
    let near = difference * NEAR <= printed.max(meant);
    near && !difference.is_zero() && significant_digits(printed.max(meant)) >= DIGITS && of_one_digit(difference)
}

/// Whether a printed rate differs from the one that was meant, rounded as it is, by no more than a misprint makes it.
pub(super) fn is_misprinted_rate(printed: Decimal, meant: Decimal) -> bool {
    let difference = (printed - meant.round_dp(printed.scale())).abs();
    !difference.is_zero() && significant_digits(printed) >= DIGITS && of_one_digit(difference)
}

/// Whether a difference is one of a digit in one place (200), or of two neighbours exchanged (180: "5,351" for "5,531").
fn of_one_digit(difference: Decimal) -> bool {
    let (digits, _) = without_zeros(difference.mantissa().unsigned_abs());
    digits < 10 || digits % 9 == 0 && digits <= EXCHANGED
}

/// One part in so many.
const NEAR: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Any two short numbers differ by a digit.
const DIGITS: u32 = 3;

/// The most that two exchanged digits, nine and one, make.
const EXCHANGED: u128 = 72;
