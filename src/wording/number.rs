//! Amounts in Chinese: 万 and 亿, units, and what is counted.
//!
//! From exact decimals and the analysis' units, to words. No digit is lost.

use super::Language;
use crate::analysis::Unit;
use crate::language::singular;
use rust_decimal::{Decimal, RoundingStrategy};

/// A true minus sign, as tables and charts have it.
const MINUS: &str = "\u{2212}";

/// What counted nouns are called: `singular | measure word | noun`.
const NOUNS: &str = include_str!("data/nouns.txt");

/// Numbers printed to the last unit stay so below this, unless they are round: 45,710, but 4.5 万 for 45,000 and 110.3 万 for 1,103,000.
const IN_FULL: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// A plain number with separated thousands and at most `digits` decimals, without trailing zeros.
pub fn grouped(value: Decimal, digits: u32) -> String {
    let rounded = if value.scale() > digits { value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero) } else { value };
    let (number, decimals) = (rounded.mantissa().unsigned_abs().to_string(), rounded.scale() as usize);
    // A number below one has zeros in front.
    let digits = if number.len() > decimals { number } else { format!("{number:0>width$}", width = decimals + 1) };
    let (whole, fraction) = digits.split_at_checked(digits.len() - decimals).unwrap_or_default();
    let fraction = fraction.trim_end_matches('0');
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 2);
    if rounded.is_sign_negative() && !rounded.is_zero() {
        out.push_str(MINUS);
    }
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// What a Chinese amount is counted in: ones, 万 or 亿.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChineseScale {
    exponent: u32,
    word: &'static str,
}

impl ChineseScale {
    /// The scale in which a value is told. `precision` is the exponent of its last printed digit.
    pub fn of(value: Decimal, precision: Option<i32>) -> Self {
        let size = value.abs();
        let is_round = size % Decimal::ONE_THOUSAND == Decimal::ZERO;
        let in_full = precision.is_some_and(|p| p <= 0) && size < IN_FULL && !is_round;
        let (exponent, word) = if size >= Decimal::from(100_000_000) {
            (8, "亿")
        } else if size >= Decimal::from(10_000) && !in_full {
            (4, "万")
        } else {
            (0, "")
        };
        Self { exponent, word }
    }

    /// Whether a value has at least one whole unit of this scale.
    pub fn holds(self, value: Decimal) -> bool {
        value.abs() >= Decimal::from(10_i64.pow(self.exponent))
    }

    /// The number alone: "2.523" for 252,300,000 in 亿.
    pub fn number(self, value: Decimal) -> String {
        grouped(self.scaled(value), 12)
    }

    fn scaled(self, value: Decimal) -> Decimal {
        value.checked_mul(Decimal::new(1, self.exponent)).unwrap_or(value)
    }

    fn unscaled(self, value: Decimal) -> Decimal {
        value.checked_mul(Decimal::from(10_i64.pow(self.exponent))).unwrap_or(value)
    }

    /// With scale and unit: "213 亿元", "2,258 元", "57.1%", "2.5 万 kWh".
    pub fn amount(self, value: Decimal, unit: &str) -> String {
        let number = self.number(value);
        let gap = if self.word.is_empty() || unit.starts_with(|c: char| c.is_ascii()) { " " } else { "" };
        match (self.word, unit) {
            ("", "") => number,
            ("", "%") => format!("{number}%"),
            ("", unit) => format!("{number} {unit}"),
            (word, unit) => format!("{number} {word}{gap}{unit}").trim_end().to_owned(),
        }
    }
}

/// The two ends of a range with their unit, in one scale: "5.737 至 5.739 亿元"; one amount where they are equal. An end can have endless
/// digits: one more than part the two is enough.
pub fn chinese_bounds(low: Decimal, high: Decimal, unit: &str) -> String {
    let scale = ChineseScale::of(high, None);
    let width = scale.scaled(high - low).abs();
    let fewest = if scale.exponent == 0 { 2 } else { 4 };
    let decimals = (fewest..=12).find(|n| width.is_zero() || width >= Decimal::new(10, *n)).unwrap_or(12);
    let short = |value: Decimal| scale.unscaled(scale.scaled(value).round_dp(decimals));
    let highest = scale.amount(short(high), unit);
    if low == high { highest } else { format!("{} 至 {highest}", scale.number(short(low))) }
}

/// A counted noun with its measure word, "个村"; as it stands where its Chinese is not known.
pub fn chinese_counted(noun: &str) -> String {
    known_noun(noun).map_or_else(|| noun.to_owned(), |(measure, noun)| format!("{measure}{noun}"))
}

/// A counted noun in a sentence: "个村", "个“gadgets”".
pub fn chinese_things(noun: &str) -> String {
    if known_noun(noun).is_none() { format!("个\u{201c}{noun}\u{201d}") } else { chinese_counted(noun) }
}

/// Measure word and noun; a noun may be its own measure word.
fn known_noun(noun: &str) -> Option<(&'static str, &'static str)> {
    let one = singular(noun);
    NOUNS.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let (name, chinese) = line.split_once(" | ")?;
        let (measure, noun) = chinese.split_once(" |")?;
        (name == one).then(|| (measure, noun.trim()))
    })
}

/// A unit in Chinese behind a scale word, with what is counted and the denominator of a rate: "百万元", "元/人", "个村".
pub fn chinese_unit(unit: Unit, scale: &str, noun: Option<&str>, per: Option<&str>) -> String {
    let counted;
    let base = match unit {
        Unit::Currency(_) => match unit.code() {
            "CNY" => "元",
            "USD" => "美元",
            "EUR" => "欧元",
            "JPY" => "日元",
            "GBP" => "英镑",
            "HKD" => "港元",
            "INR" => "卢比",
            code => return format!("{scale}{code}"),
        },
        Unit::Percent => "%",
        Unit::PercentagePoint => "个百分点",
        Unit::Ratio => "",
        Unit::People => "人",
        Unit::PersonTimes => "人次",
        Unit::Households => "户",
        Unit::HouseholdTimes => "户次",
        Unit::Mu => "亩",
        Unit::Hectare => "公顷",
        Unit::Acre => "英亩",
        Unit::SquareMile => "平方英里",
        Unit::Dunam => "杜南",
        Unit::Feddan => "费丹",
        Unit::Rai => "莱",
        Unit::CubicYard => "立方码",
        Unit::CubicFoot => "立方英尺",
        Unit::Ounce => "盎司",
        Unit::Hundredweight => "英担",
        Unit::Picul => "担",
        Unit::SquareFoot => "平方英尺",
        Unit::Mile => "英里",
        Unit::Foot => "英尺",
        Unit::Yard => "码",
        Unit::Inch => "英寸",
        Unit::Celsius => "摄氏度",
        Unit::Fahrenheit => "华氏度",
        Unit::Pound => "磅",
        Unit::Bushel => "蒲式耳",
        Unit::Barrel => "桶",
        Unit::Gallon => "加仑",
        Unit::SquareMetre => "平方米",
        Unit::SquareKilometre => "平方公里",
        Unit::CubicMetre => "立方米",
        Unit::Kilometre => "公里",
        Unit::Metre => "米",
        Unit::Kilogram => "公斤",
        Unit::Tonne => "吨",
        Unit::OilEquivalent => "吨油当量",
        Unit::Litre => "升",
        Unit::Kilowatt => "千瓦",
        Unit::KilowattHour => "千瓦时",
        Unit::Year => "年",
        Unit::Month => "个月",
        Unit::Week => "周",
        Unit::Day => "天",
        Unit::Hour => "小时",
        Unit::Minute => "分钟",
        Unit::Count => {
            counted = noun.map_or_else(|| "个".to_owned(), chinese_counted);
            counted.as_str()
        }
    };
    match per {
        Some(per) => format!("{scale}{base}/{}", chinese_denominator(per)),
        None => format!("{scale}{base}"),
    }
}

/// What a rate is for, in a language: "person", "人"; what has no known Chinese stands in quotation marks there.
pub fn denominator(per: &str, language: Language) -> String {
    match language {
        Language::English => per.to_owned(),
        // "person per day": 人每天, behind the 每 of the sentence.
        Language::Chinese if per.contains(" per ") => {
            let parts: Vec<String> = per.split(" per ").map(|part| denominator(part, language)).collect();
            parts.join("每")
        }
        Language::Chinese if chinese_denominator(per) == per => format!("\u{201c}{per}\u{201d}"),
        Language::Chinese => chinese_denominator(per).to_owned(),
    }
}

/// The same without its measure word: "人", "村"; as it stands where its Chinese is not known.
fn chinese_denominator(per: &str) -> &str {
    match per {
        "person" => "人",
        "household" => "户",
        "mu" => "亩",
        _ => known_noun(per).map_or(per, |(measure, noun)| if noun.is_empty() { measure } else { noun }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(value: &str, precision: Option<i32>, unit: &str) -> String {
        let value: Decimal = value.parse().unwrap();
        ChineseScale::of(value, precision).amount(value, unit)
    }

    #[test]
    fn thousands_are_separated_and_zeros_cut() {
        assert_eq!(grouped(Decimal::from(1_234_567), 2), "1,234,567");
        assert_eq!(grouped(Decimal::new(-12_345_600, 4), 3), "\u{2212}1,234.56");
        assert_eq!(grouped(Decimal::new(999_999, 3), 2), "1,000");
    }

    #[test]
    fn large_amounts_are_told_in_ten_thousands_and_hundred_millions() {
        assert_eq!(told("21300000000", Some(8), "元"), "213 亿元");
        assert_eq!(told("573800000", Some(4), "元"), "5.738 亿元");
        assert_eq!(told("1000000", Some(4), "元"), "100 万元");
        assert_eq!(told("-1000000", Some(4), "元"), "\u{2212}100 万元");
        assert_eq!(told("25000", Some(3), "kWh"), "2.5 万 kWh");
        assert_eq!(told("203000", Some(3), "人"), "20.3 万人");
        assert_eq!(told("57.1", Some(-1), "%"), "57.1%");
        let (low, high) = (Decimal::from(573_700_000), Decimal::from(1_721_700_000) / Decimal::from(3));
        assert_eq!(chinese_bounds(low, high, "元"), "5.737 至 5.739 亿元");
        assert_eq!(chinese_bounds(low, low, "元"), "5.737 亿元");
        let third = |n: i64| Decimal::from(n) / Decimal::from(3);
        assert_eq!(chinese_bounds(third(70), third(71), ""), "23.33 至 23.67");
        assert_eq!(chinese_bounds(Decimal::new(573_795_000, 0), Decimal::new(573_805_000, 0), ""), "5.73795 至 5.73805 亿");
    }

    #[test]
    fn what_is_printed_to_the_last_unit_stays_so() {
        assert_eq!(told("11022", Some(0), "人"), "11,022 人");
        assert_eq!(told("45000", Some(0), "人"), "4.5 万人");
        assert_eq!(told("2258", Some(0), "元"), "2,258 元");
        assert_eq!(told("412", Some(0), ""), "412");
        assert_eq!(told("51411000", Some(0), "人"), "5,141.1 万人");
    }

    #[test]
    fn counted_things_have_their_measure_word() {
        assert_eq!(chinese_unit(Unit::Count, "", Some("villages"), None), "个村");
        assert_eq!(chinese_unit(Unit::Count, "", Some("copies"), None), "份");
        assert_eq!(chinese_unit(Unit::Count, "", None, None), "个");
        assert_eq!(chinese_unit(Unit::Count, "", Some("gadgets"), None), "gadgets");
        assert_eq!((chinese_things("gadgets").as_str(), chinese_things("wells").as_str()), ("个“gadgets”", "口水井"));
        assert_eq!(chinese_unit(Unit::CNY, "", None, Some("person")), "元/人");
        assert_eq!(chinese_unit(Unit::CNY, "百万", None, Some("village")), "百万元/村");
        assert_eq!(chinese_unit(Unit::Currency(*b"KRW"), "十亿", None, None), "十亿KRW");
    }

    #[test]
    fn every_noun_is_listed_once_in_the_singular() {
        let names: Vec<&str> = NOUNS.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once(" | ")).map(|l| l.0).collect();
        assert_eq!(names.len(), NOUNS.lines().count() - 1);
        for name in &names {
            assert_eq!((singular(name).as_str(), names.iter().filter(|other| *other == name).count()), (*name, 1));
        }
    }
}
