//! The magnitude of a quantity: one number, a range, or a figure that is printed but cannot be read.
//!
//! From the number scanner, to everything after it. Numbers are decimal throughout: a report prints decimal digits, and binary
//! floating point would invent disagreements in the audit.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive as _, ToPrimitive as _};
use serde::de::{self, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A magnitude in base units (yuan, not million yuan; persons, not thousand persons).
///
/// Serialises as `"value": n`, as `"value": null` when unread, or as `"low": a, "high": b`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Amount {
    /// The figure is printed in a form that is no number ("2.33,082 billion").
    #[default]
    Unread,
    /// One number.
    One(Decimal),
    /// A range with both ends printed; `low <= high`.
    Range(Decimal, Decimal),
}

impl Amount {
    /// The single value, if it is one.
    pub fn one(self) -> Option<Decimal> {
        match self {
            Self::One(v) => Some(v),
            Self::Unread | Self::Range(..) => None,
        }
    }

    /// Lowest and highest printed value; equal for a single number.
    pub fn bounds(self) -> Option<(Decimal, Decimal)> {
        match self {
            Self::Unread => None,
            Self::One(v) => Some((v, v)),
            Self::Range(low, high) => Some((low, high)),
        }
    }

    /// A value to draw or sort by: the number itself or the middle of the range.
    pub fn middle(self) -> Option<Decimal> {
        match self {
            Self::Range(low, high) if low != high => Some((low + high) / Decimal::TWO),
            Self::Range(value, _) | Self::One(value) => Some(value),
            Self::Unread => None,
        }
    }

    /// [`Amount::middle`] as floating point, for positions on a chart only.
    pub fn as_f64(self) -> Option<f64> {
        self.middle().and_then(|v| v.to_f64())
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Unread => map.serialize_entry("value", &None::<Number>)?,
            Self::One(v) => map.serialize_entry("value", &Number(*v))?,
            Self::Range(low, high) => {
                map.serialize_entry("low", &Number(*low))?;
                map.serialize_entry("high", &Number(*high))?;
            }
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Parts {
            #[serde(default)]
            value: Option<Number>,
            #[serde(default)]
            low: Option<Number>,
            #[serde(default)]
            high: Option<Number>,
        }
        let parts = Parts::deserialize(deserializer)?;
        Ok(match (parts.value, parts.low, parts.high) {
            (Some(v), _, _) => Self::One(v.0),
            (None, Some(low), Some(high)) => Self::Range(low.0, high.0),
            _ => Self::Unread,
        })
    }
}

/// Digits of a number without the zeros at its end: 3 of 1,020,000.
pub fn significant_digits(value: Decimal) -> u32 {
    let mut long = value.mantissa().unsigned_abs();
    // Hardly any number is so long, and 64 bits are divided sooner.
    while long > u64::MAX.into() && long.is_multiple_of(10) {
        long /= 10;
    }
    let Ok(mut rest) = u64::try_from(long) else { return long.ilog10() + 1 };
    while rest > 0 && rest.is_multiple_of(10) {
        rest /= 10;
    }
    rest.checked_ilog10().map_or(0, |log| log + 1)
}

/// A decimal that serialises as a plain JSON number.
///
/// Whole numbers up to 2^53 go out as integers. Others go out as `f64`, whose shortest printed form has the same decimal digits
/// for every number of up to 15 significant digits; report figures have at most ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(pub Decimal);

const LARGEST_SAFE_INTEGER: i64 = (1 << 53) - 1;

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = self.0.is_integer().then(|| self.0.to_i64()).flatten();
        match whole {
            Some(v) if v.abs() <= LARGEST_SAFE_INTEGER => serializer.serialize_i64(v),
            _ => serializer.serialize_f64(self.0.to_f64().unwrap_or_default()),
        }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyNumber;
        impl Visitor<'_> for AnyNumber {
            type Value = Number;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a number")
            }
            fn visit_i64<E: de::Error>(self, v: i64) -> Result<Number, E> {
                Ok(Number(Decimal::from(v)))
            }
            fn visit_u64<E: de::Error>(self, v: u64) -> Result<Number, E> {
                Ok(Number(Decimal::from(v)))
            }
            fn visit_f64<E: de::Error>(self, v: f64) -> Result<Number, E> {
                Decimal::from_f64(v).map(Number).ok_or_else(|| E::custom("number out of range"))
            }
        }
        deserializer.deserialize_any(AnyNumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(amount: Amount) -> (String, Amount) {
        let json = serde_json::to_string(&amount).unwrap();
        let back = serde_json::from_str(&json).unwrap();
        (json, back)
    }

    #[test]
    fn numbers_keep_their_decimal_digits() {
        let ten_point_one = Amount::One(Decimal::new(101, 1));
        assert_eq!(round_trip(ten_point_one), (r#"{"value":10.1}"#.to_owned(), ten_point_one));
        let large = Amount::One(Decimal::from(1_026_830_000_i64));
        assert_eq!(round_trip(large), (r#"{"value":1026830000}"#.to_owned(), large));
        let range = Amount::Range(Decimal::from(3000), Decimal::from(5000));
        assert_eq!(round_trip(range), (r#"{"low":3000,"high":5000}"#.to_owned(), range));
        assert_eq!(round_trip(Amount::Unread), (r#"{"value":null}"#.to_owned(), Amount::Unread));
    }
}
