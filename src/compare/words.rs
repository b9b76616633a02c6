//! Small words that tables, charts and exports share: units and ordinals in English, lists in any language.

use super::Scale;
use crate::analysis::{Modifier, Quantity, Unit};
use crate::language::plural;
use crate::wording::{Language, chinese_unit};
use rust_decimal::Decimal;

/// The unit of what is counted, where no word says what that is.
pub const UNKNOWN: &str = "count";

/// The unit of a column in words: "million yuan", "yuan a person", "villages", "thousand mu".
///
/// `noun` is what is counted where the unit is a count; `per` the denominator of a rate.
pub fn unit_words(unit: Unit, scale: Scale, noun: Option<&str>, per: Option<&str>) -> String {
    let base = match unit {
        _ if scale == Scale::Hectare => "hectares",
        Unit::Count => noun.unwrap_or(UNKNOWN),
        _ => name(&unit),
    };
    let scaled = match scale {
        Scale::One | Scale::Hectare => base.to_owned(),
        Scale::Thousand | Scale::Million | Scale::Billion => format!("{} {base}", scale.id()),
    };
    match per {
        Some(per) => format!("{scaled} {} {per}", article(per)),
        None => scaled,
    }
}

/// What a figure counts, as its number asks for it: "745 accidents", "one bridge". A noun that the text prints beside the figure stays as it
/// is there, one that another figure lends stands in the singular.
pub fn things(quantity: &Quantity) -> Option<String> {
    let noun = quantity.noun.as_deref()?;
    let printed = || quantity.what.split(|c: char| !c.is_alphanumeric()).any(|word| word == noun);
    let one = quantity.amount.one() == Some(Decimal::ONE);
    Some(if one || printed() { noun.to_owned() } else { plural(noun) })
}

/// Whether a label says words already, in any case: "Overnight stays counted" says "overnight stays".
pub fn is_said(label: &str, words: &str) -> bool {
    let (label, words) = (label.to_lowercase(), words.to_lowercase());
    let ends = |text: &str, at: fn(&str) -> Option<char>| at(text).is_none_or(|c| !c.is_alphanumeric());
    !words.is_empty()
        && label.match_indices(&words).any(|(at, found)| {
            let (before, behind) = (label.get(..at).unwrap_or_default(), label.get(at + found.len()..).unwrap_or_default());
            ends(before, |text| text.chars().next_back()) && ends(behind, |text| text.chars().next())
        })
}

/// [`unit_words`] in a language; what is counted keeps the report's word where its Chinese is not known.
pub fn unit_label(unit: Unit, scale: Scale, noun: Option<&str>, per: Option<&str>, language: Language) -> String {
    match language {
        Language::English => unit_words(unit, scale, if unit == Unit::Count { Some(noun.unwrap_or_default()) } else { noun }, per),
        Language::Chinese if scale == Scale::Hectare => chinese_unit(Unit::Hectare, "", None, per),
        Language::Chinese => chinese_unit(unit, chinese_scale(scale), noun, per),
    }
}

fn chinese_scale(scale: Scale) -> &'static str {
    match scale {
        Scale::One | Scale::Hectare => "",
        Scale::Thousand => "千",
        Scale::Million => "百万",
        Scale::Billion => "十亿",
    }
}

fn name(unit: &Unit) -> &str {
    match unit {
        Unit::Currency(_) => match unit.code() {
            "CNY" => "yuan",
            "USD" => "US dollars",
            "EUR" => "euros",
            "INR" => "rupees",
            "JPY" => "yen",
            "GBP" => "pounds",
            "HKD" => "Hong Kong dollars",
            code => code,
        },
        Unit::PercentagePoint => "percentage points",
        Unit::PersonTimes => "person-times",
        Unit::HouseholdTimes => "household-times",
        Unit::Hectare => "hectares",
        Unit::Acre => "acres",
        Unit::SquareMile => "square miles",
        Unit::Dunam => "dunams",
        Unit::Feddan => "feddans",
        Unit::Rai => "rai",
        Unit::CubicYard => "cubic yards",
        Unit::CubicFoot => "cubic feet",
        Unit::Ounce => "ounces",
        Unit::Hundredweight => "hundredweight",
        Unit::Picul => "piculs",
        Unit::SquareFoot => "square feet",
        Unit::Mile => "miles",
        Unit::Foot => "feet",
        Unit::Yard => "yards",
        Unit::Inch => "inches",
        Unit::Celsius => "\u{b0}C",
        Unit::Fahrenheit => "\u{b0}F",
        Unit::Bushel => "bushels",
        Unit::Barrel => "barrels",
        Unit::Gallon => "gallons",
        Unit::SquareMetre => "m\u{b2}",
        Unit::SquareKilometre => "km\u{b2}",
        Unit::CubicMetre => "m\u{b3}",
        Unit::Tonne => "tonnes",
        Unit::OilEquivalent => "tonnes of oil equivalent",
        Unit::Litre => "litres",
        Unit::Year => "years",
        Unit::Month => "months",
        Unit::Week => "weeks",
        Unit::Day => "days",
        Unit::Hour => "hours",
        Unit::Minute => "minutes",
        _ => unit.code(),
    }
}

fn article(noun: &str) -> &'static str {
    // "births per 1,000 people"; "an hour" is the one denominator with a silent h.
    if noun.starts_with(|c: char| c.is_ascii_digit()) {
        "per"
    } else if noun.starts_with(['a', 'e', 'i', 'o']) || noun == "hour" {
        "an"
    } else {
        "a"
    }
}

/// The sign that stands before a hedged figure: "≈" about, ">" over, "<" under.
pub fn modifier_sign(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::About => "\u{2248}",
        Modifier::Over => ">",
        Modifier::Under => "<",
    }
}

/// "1st", "2nd", "3rd", "11th".
pub fn ordinal(n: usize) -> String {
    let ending = match (n % 10, n % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// Names as a list, parted by `comma` and before the last by `and`: "Hebei, Jilin and Tibet".
pub fn list<S: AsRef<str>>(names: &[S], comma: &str, and: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{}{and}{}", first.join(comma), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_in_words() {
        assert_eq!(unit_words(Unit::CNY, Scale::Million, None, None), "million yuan");
        assert_eq!(unit_words(Unit::CNY, Scale::One, None, Some("person")), "yuan a person");
        assert_eq!(unit_words(Unit::CNY, Scale::One, None, Some("hour")), "yuan an hour");
        assert_eq!(unit_words(Unit::Count, Scale::One, Some("births"), Some("1,000 people")), "births per 1,000 people");
        assert_eq!(unit_words(Unit::Count, Scale::One, Some("villages"), None), "villages");
        assert_eq!(unit_words(Unit::Count, Scale::Thousand, None, None), "thousand count");
        assert_eq!(unit_words(Unit::Mu, Scale::Hectare, None, None), "hectares");
        assert_eq!(unit_words(Unit::Currency(*b"KRW"), Scale::Billion, None, None), "billion KRW");
        assert_eq!(unit_words(Unit::Percent, Scale::One, None, None), "%");
    }

    #[test]
    fn counted_things_stand_as_their_number_asks() {
        let mut figure =
            crate::compare::example::report(2012, &[("Hebei", &[crate::compare::example::money("a", "5", 0)])]).quantities.remove(0);
        let mut counts = |value: i64, noun: &str, what: &str| {
            figure.amount = crate::analysis::Amount::One(Decimal::from(value));
            (figure.noun, figure.what) = (Some(noun.to_owned()), what.to_owned());
            things(&figure)
        };
        assert_eq!(counts(745, "accident", "Accidents at sea").as_deref(), Some("accidents"));
        assert_eq!(counts(1, "bridge", "").as_deref(), Some("bridge"));
        assert_eq!(counts(12, "staff", "medical staff trained").as_deref(), Some("staff"));
        assert_eq!(counts(194, "private", "private").as_deref(), Some("private"));
    }

    #[test]
    fn units_in_both_languages() {
        let label = |unit, scale, noun, per, language| unit_label(unit, scale, noun, per, language);
        assert_eq!(label(Unit::CNY, Scale::Million, None, None, Language::English), "million yuan");
        assert_eq!(label(Unit::CNY, Scale::Million, None, None, Language::Chinese), "百万元");
        assert_eq!(label(Unit::CNY, Scale::One, None, Some("person"), Language::Chinese), "元/人");
        assert_eq!(label(Unit::Count, Scale::One, Some("villages"), None, Language::Chinese), "个村");
        assert_eq!(label(Unit::Count, Scale::One, None, None, Language::English), "");
    }

    #[test]
    fn ordinals_of_the_teens_end_in_th() {
        let read: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 112, 122].into_iter().map(ordinal).collect();
        assert_eq!(read, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th", "122nd"]);
    }

    #[test]
    fn lists_end_with_and() {
        assert_eq!(list::<&str>(&[], ", ", " and "), "");
        assert_eq!(list(&["Hebei"], ", ", " and "), "Hebei");
        assert_eq!(list(&["Hebei", "Jilin", "Tibet"], ", ", " and "), "Hebei, Jilin and Tibet");
    }

    #[test]
    fn whole_words_are_said() {
        assert!(is_said("Deaths", "deaths"));
        assert!(is_said("Overnight stays counted", "Overnight stays"));
        assert!(is_said("Flats, social housing", "flats"));
        assert!(!is_said("Shipyards", "ships"));
        assert!(!is_said("Relocated persons", "person"));
        assert!(!is_said("Deaths", ""));
    }
}
