//! Compares what is stated with what is computed, as ranges, and says how they stand.
//!
//! From the rules' relations between figures, to verdicts.

use super::interval::{Interval, power_of_ten, printed_grain, round_grain};
use super::page::Page;
use crate::analysis::Verdict;
use rust_decimal::{Decimal, RoundingStrategy};

/// The outcome of comparing a stated figure with what others imply.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judged {
    /// How they stand.
    pub(super) verdict: Verdict,
    /// The questioned figure.
    pub(super) stated: Interval,
    /// What the others imply for it.
    pub(super) computed: Interval,
}

/// Reads a figure as a range.
pub(super) type Reading<'r> = &'r dyn Fn(usize) -> Option<Interval>;

/// Round figures may stand for more than their last digit, but not for more than this share of the value.
const ROUND_NUMBER_LIMIT: Decimal = Decimal::from_parts(5, 0, 0, false, 3);

/// How far two values of open ranges may lie apart and still be meant as one.
const CLOSELY: Decimal = Decimal::from_parts(3, 0, 0, false, 1);

/// From this factor on, two values differ in their order of magnitude.
const MAGNITUDE: i64 = 8;

impl Judged {
    /// Compares. `relation` gives the stated and the computed range for a way of reading figures; `asked` is the questioned figure.
    pub(super) fn new(page: &Page, asked: usize, relation: &dyn Fn(Reading) -> Option<(Interval, Interval)>) -> Option<Self> {
        let (stated, computed) = relation(&|id| page.printed(id))?;
        let verdict = if stated.meets(computed) {
            let open = stated.low.is_none() || stated.high.is_none() || computed.low.is_none() || computed.high.is_none();
            let asked = page.get(asked)?;
            let rounds = |grain: Option<Decimal>| grain.is_some_and(|grain| rounds_to(computed.point, stated.point, grain));
            if open
                || rounds(printed_grain(asked).filter(|grain| !grain.is_zero()).or_else(|| asked.precision.and_then(power_of_ten)))
                || rounds(round_grain(asked))
            {
                Verdict::Consistent
            } else {
                Verdict::Rounding
            }
        } else if close(stated.point, computed.point) && relation(&|id| page.rounded(id)).is_some_and(|(s, c)| s.meets(c)) {
            Verdict::Rounding
        } else {
            Verdict::Inconsistent
        };
        Some(Self { verdict, stated, computed })
    }

    /// A rate with decimals whose last digit was cut off instead of rounded ("9.6%" for 9.68) agrees within rounding: it is no slip.
    pub(super) fn allowing_cut(mut self, page: &Page, asked: usize) -> Self {
        let grain = page.get(asked).and_then(|q| q.precision).filter(|p| *p < 0).and_then(power_of_ten);
        let over = self.computed.point.abs() - self.stated.point.abs();
        let cut = grain.is_some_and(|grain| !over.is_sign_negative() && over < grain);
        if self.verdict == Verdict::Inconsistent && cut {
            self.verdict = Verdict::Rounding;
        }
        self
    }

    /// What a rate whose last digit was cut off agrees with, of two digits or with decimals.
    pub(super) fn cut_off(mut self, page: &Page, asked: usize) -> Option<Self> {
        let grain =
            page.get(asked).and_then(|q| q.precision).filter(|p| *p < 0 || self.stated.point >= Decimal::TEN).and_then(power_of_ten)?;
        let over = self.computed.point - self.stated.point;
        self.verdict = Verdict::Rounding;
        (!over.is_sign_negative() && over < grain).then_some(self)
    }

    /// Whether the figures agree, if only within rounding.
    pub(super) fn agrees(&self) -> bool {
        matches!(self.verdict, Verdict::Consistent | Verdict::Rounding)
    }

    /// Whether they agree in a way that says something: an open side ("more than 6000") agrees with nearly everything.
    pub(super) fn agrees_closely(&self) -> bool {
        self.agrees()
            && (self.stated.bounds().is_some() && self.computed.bounds().is_some() || self.relative().is_some_and(|r| r <= CLOSELY))
    }

    /// Computed less stated.
    pub(super) fn difference(&self) -> Decimal {
        self.computed.point - self.stated.point
    }

    /// Difference in relation to the stated value, without sign; `None` for a stated zero.
    pub(super) fn relative(&self) -> Option<Decimal> {
        self.difference().abs().checked_div(self.stated.point.abs())
    }

    /// Whether sign or order of magnitude differ.
    pub(super) fn changes_story(&self) -> bool {
        let (a, b) = (self.stated.point, self.computed.point);
        if self.verdict != Verdict::Inconsistent || a.is_zero() || b.is_zero() {
            return false;
        }
        let factor = Decimal::from(MAGNITUDE);
        a.is_sign_negative() != b.is_sign_negative() || a.abs() >= b.abs() * factor || b.abs() >= a.abs() * factor
    }
}

fn close(a: Decimal, b: Decimal) -> bool {
    (a - b).abs() <= a.abs() * ROUND_NUMBER_LIMIT
}

/// Whether `computed`, rounded as the printed value is, gives it.
fn rounds_to(computed: Decimal, printed: Decimal, grain: Decimal) -> bool {
    let rounded = (computed / grain).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero) * grain;
    rounded == printed
}
