//! Units of measure, closed and coded: what a quantity's magnitude is expressed in.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The unit of a quantity, after conversion of its scale word (million, lakh) but never of the unit itself (mu stays mu).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Unit {
    /// A currency by its ISO 4217 code, three ASCII capitals.
    Currency([u8; 3]),
    /// Per cent.
    Percent,
    /// Percentage points.
    PercentagePoint,
    /// A ratio or multiple (2.49:1, "1.9 times").
    Ratio,
    /// Persons.
    People,
    /// Instances of a person being served; one person may count several times (Chinese 人次).
    PersonTimes,
    /// Households.
    Households,
    /// Instances of a household being served (户次).
    HouseholdTimes,
    /// The Chinese mu, 1/15 hectare.
    Mu,
    /// Hectare.
    Hectare,
    /// Acre.
    Acre,
    /// Square mile.
    SquareMile,
    /// The dunam of the Levant, 1000 square metres.
    Dunam,
    /// The feddan of Egypt and Sudan, 4200.83 square metres.
    Feddan,
    /// The rai of Siam, 1600 square metres.
    Rai,
    /// Square foot.
    SquareFoot,
    /// Square metre.
    SquareMetre,
    /// Square kilometre.
    SquareKilometre,
    /// Cubic metre.
    CubicMetre,
    /// Cubic yard.
    CubicYard,
    /// Cubic foot.
    CubicFoot,
    /// Kilometre.
    Kilometre,
    /// Metre.
    Metre,
    /// Mile.
    Mile,
    /// Foot.
    Foot,
    /// Yard.
    Yard,
    /// Inch.
    Inch,
    /// Degree Celsius.
    Celsius,
    /// Degree Fahrenheit.
    Fahrenheit,
    /// Pound, as a mass.
    Pound,
    /// Ounce, avoirdupois or troy.
    Ounce,
    /// Hundredweight, of 112 pounds or of 100.
    Hundredweight,
    /// The picul of east Asia, some 60 kg.
    Picul,
    /// Bushel.
    Bushel,
    /// Barrel.
    Barrel,
    /// Gallon.
    Gallon,
    /// Kilogram.
    Kilogram,
    /// Tonne.
    Tonne,
    /// Tonne of oil equivalent.
    OilEquivalent,
    /// Litre.
    Litre,
    /// Kilowatt.
    Kilowatt,
    /// Kilowatt-hour.
    KilowattHour,
    /// Year, as a duration.
    Year,
    /// Month, as a duration.
    Month,
    /// Week, as a duration.
    Week,
    /// Day, as a duration.
    Day,
    /// Hour.
    Hour,
    /// Minute.
    Minute,
    /// Anything else that is counted; the quantity's noun says what.
    #[default]
    Count,
}

/// Codes of the JSON, in both directions. Currencies are their own code.
const CODES: [(&str, Unit); 48] = [
    ("%", Unit::Percent),
    ("pp", Unit::PercentagePoint),
    ("ratio", Unit::Ratio),
    ("people", Unit::People),
    ("person_times", Unit::PersonTimes),
    ("households", Unit::Households),
    ("household_times", Unit::HouseholdTimes),
    ("mu", Unit::Mu),
    ("ha", Unit::Hectare),
    ("acre", Unit::Acre),
    ("mi2", Unit::SquareMile),
    ("dunam", Unit::Dunam),
    ("feddan", Unit::Feddan),
    ("rai", Unit::Rai),
    ("ft2", Unit::SquareFoot),
    ("m2", Unit::SquareMetre),
    ("km2", Unit::SquareKilometre),
    ("m3", Unit::CubicMetre),
    ("yd3", Unit::CubicYard),
    ("ft3", Unit::CubicFoot),
    ("km", Unit::Kilometre),
    ("m", Unit::Metre),
    ("mile", Unit::Mile),
    ("ft", Unit::Foot),
    ("yard", Unit::Yard),
    ("inch", Unit::Inch),
    ("degree_C", Unit::Celsius),
    ("degree_F", Unit::Fahrenheit),
    ("lb", Unit::Pound),
    ("oz", Unit::Ounce),
    ("cwt", Unit::Hundredweight),
    ("picul", Unit::Picul),
    ("bushel", Unit::Bushel),
    ("barrel", Unit::Barrel),
    ("gallon", Unit::Gallon),
    ("kg", Unit::Kilogram),
    ("t", Unit::Tonne),
    ("toe", Unit::OilEquivalent),
    ("l", Unit::Litre),
    ("kW", Unit::Kilowatt),
    ("kWh", Unit::KilowattHour),
    ("year", Unit::Year),
    ("month", Unit::Month),
    ("week", Unit::Week),
    ("day", Unit::Day),
    ("hour", Unit::Hour),
    ("minute", Unit::Minute),
    ("count", Unit::Count),
];

impl Unit {
    /// Renminbi yuan.
    pub const CNY: Self = Self::Currency(*b"CNY");

    /// The unit of a code, if it is one.
    pub fn from_code(code: &str) -> Option<Self> {
        if let Some((_, unit)) = CODES.iter().find(|(known, _)| *known == code) {
            return Some(*unit);
        }
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self::Currency(bytes))
    }

    /// The units that a reader chooses from: the currencies that reports name most, and all units with a code of their own.
    pub fn named() -> impl Iterator<Item = Self> {
        let currencies = [b"CNY", b"USD", b"EUR", b"GBP", b"INR", b"JPY"].map(|code| Self::Currency(*code));
        currencies.into_iter().chain(CODES.iter().map(|(_, unit)| *unit))
    }

    /// The code that stands for the unit in JSON, CSV and links.
    pub fn code(&self) -> &str {
        if let Self::Currency(code) = self {
            // Three ASCII capitals by construction.
            return std::str::from_utf8(code).unwrap_or_default();
        }
        CODES.iter().find(|(_, unit)| unit == self).map_or("count", |(code, _)| code)
    }

    /// Whether the unit is money.
    pub fn is_currency(self) -> bool {
        matches!(self, Self::Currency(_))
    }

    /// Whether the unit says how one amount stands to another (per cent, points, ratio).
    pub fn is_relative(self) -> bool {
        matches!(self, Self::Percent | Self::PercentagePoint | Self::Ratio)
    }

    /// Whether the unit is a duration.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Year | Self::Month | Self::Week | Self::Day | Self::Hour | Self::Minute)
    }

    /// Whether the unit counts discrete things (persons, households, anything with a noun).
    pub fn is_counted(self) -> bool {
        matches!(self, Self::People | Self::PersonTimes | Self::Households | Self::HouseholdTimes | Self::Count)
    }

    /// Whether the unit measures land or length, of which amounts are spent for each and parts are named.
    pub fn is_extent(self) -> bool {
        let land = matches!(self, Self::Hectare | Self::Acre | Self::Mu | Self::SquareMetre | Self::SquareKilometre);
        land || matches!(self, Self::Kilometre | Self::Mile)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| serde::de::Error::custom(format!("no unit has the code {code:?}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_both_ways() {
        for (code, unit) in CODES {
            assert_eq!(Unit::from_code(code), Some(unit));
            assert_eq!(unit.code(), code);
        }
        assert_eq!(Unit::from_code("CNY"), Some(Unit::CNY));
        assert_eq!(Unit::CNY.code(), "CNY");
        assert_eq!(Unit::from_code("cny"), None);
    }
}
