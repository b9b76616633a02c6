//! Writes values as the report does: in the scale and with the unit of the printed figure they are compared with; in Chinese with 万 and 亿.
//!
//! From exact decimals, to notes and calculations in the language that is asked for.

use super::interval::power_of_ten;
use super::words;
use crate::analysis::{Quantity, Reviewed, Unit};
use crate::language::plural;
pub(super) use crate::wording::grouped;
use crate::wording::{ChineseScale, Language, Sentence, chinese_things, figure, unit_of_figure};
use rust_decimal::{Decimal, RoundingStrategy};
use std::borrow::Cow;

/// Decimals that hold every digit of a printed figure in whatever scale, and of no quotient.
const ALL_DIGITS: u32 = 12;

/// Says things in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Show(pub(super) Language);

impl Show {
    /// A sentence with its values.
    pub(super) fn say(self, sentence: &Sentence, values: &[(&str, &str)]) -> String {
        sentence.say(self.0, values)
    }

    /// A printed figure: as it stands, or in Chinese its value. One in words is told in digits, since others are set beside it.
    pub(super) fn figure(self, q: &Quantity) -> Cow<'_, str> {
        match in_digits(q).filter(|_| self.0 == Language::English) {
            Some(digits) => Cow::Owned(digits),
            // A cell whose column says "%" prints the number alone.
            None if self.0 == Language::English && is_bare_percent(q) => Cow::Owned(format!("{}%", q.text)),
            None => figure(q, self.0),
        }
    }

    /// A printed figure with what it counts: "3,300 households".
    pub(super) fn counted(self, q: &Quantity) -> Cow<'_, str> {
        match (self.0, &q.noun) {
            (Language::English, Some(noun)) if !q.text.contains(noun.as_str()) => Cow::Owned(format!("{} {}", q.text, in_number(q, noun))),
            _ => self.figure(q),
        }
    }

    /// The same, always with the noun.
    pub(super) fn with_noun(self, q: &Quantity) -> String {
        match self.0 {
            Language::English => {
                format!("{} {}", q.text, q.noun.as_deref().map(|noun| in_number(q, noun)).unwrap_or_default()).trim().to_owned()
            }
            Language::Chinese => figure(q, self.0).into_owned(),
        }
    }

    /// A printed figure in front of what it is said to count, `noun`; in Chinese the figure tells that itself.
    pub(super) fn said_of(self, q: &Quantity, noun: &str) -> String {
        match self.0 {
            Language::English => format!("{} {noun}", q.text),
            Language::Chinese => figure(q, self.0).into_owned(),
        }
    }

    /// A number of things: "12 counties".
    pub(super) fn things(self, number: &str, noun: &str) -> String {
        match self.0 {
            Language::Chinese if noun.is_empty() => number.to_owned(),
            Language::Chinese => format!("{number} {}", chinese_things(noun)),
            Language::English => format!("{number} {noun}"),
        }
    }

    /// A value in the style of a printed figure: its scale word, unit and at most two more decimals.
    pub(super) fn like(self, value: Decimal, model: &Quantity) -> String {
        match self.0 {
            Language::English => like(value, model),
            Language::Chinese if scale_like(model).holds(value) => {
                scale_like(model).amount(rounded_like(value, model), &unit_of_figure(model))
            }
            Language::Chinese => self.amount(value, model),
        }
    }

    /// A sum of printed figures in the scale of their total, with every digit: whoever adds the members up comes to the same.
    pub(super) fn sum(self, value: Decimal, whole: &Quantity) -> String {
        match (self.0, take_apart(&whole.text)) {
            (Language::English, Some((prefix, decimals, suffix))) => {
                format!("{prefix}{}{suffix}", grouped(scaled(value, scale_of(whole, decimals)), ALL_DIGITS))
            }
            (Language::English, None) => format!("{}{}", grouped(value, ALL_DIGITS), unit_word(whole)),
            (Language::Chinese, _) => scale_like(whole).amount(value.normalize(), &unit_of_figure(whole)),
        }
    }

    /// The same in the scale that fits the value itself: a small difference between large amounts.
    pub(super) fn amount(self, value: Decimal, model: &Quantity) -> String {
        match self.0 {
            Language::English => like(value, model),
            Language::Chinese => {
                let value = rounded_like(value, model);
                ChineseScale::of(value, model.precision).amount(value, &unit_of_figure(model))
            }
        }
    }

    /// The number alone in the scale of a printed figure, for the members of a calculation.
    pub(super) fn number_like(self, value: Decimal, model: &Quantity) -> String {
        match self.0 {
            Language::English => number_like(value, model),
            Language::Chinese => scale_like(model).number(value),
        }
    }

    /// A value in full with the unit of a figure beside.
    pub(super) fn in_full(self, value: Decimal, beside: &Quantity) -> String {
        match self.0 {
            Language::English => in_full(value, beside),
            Language::Chinese => {
                let value = value.round_dp(2);
                ChineseScale::of(value, None).amount(value, &unit_of_figure(beside))
            }
        }
    }
}

/// The noun of a figure as its number asks: "968,300 arrivals", though the text only speaks of "visitor arrival".
fn in_number(q: &Quantity, noun: &str) -> String {
    if q.amount.one() == Some(Decimal::ONE) { noun.to_owned() } else { plural(noun) }
}

/// "91" for "ninety-one", "1,000,000 yuan" for "one million yuan"; `None` for what is printed in digits, and for fractions.
/// A percentage that is printed as no more than its number.
fn is_bare_percent(q: &Quantity) -> bool {
    q.unit == Unit::Percent
        && q.text.ends_with(|c: char| c.is_ascii_digit())
        && !q.text.contains(char::is_alphabetic)
        && !q.text.contains('%')
}

fn in_digits(q: &Quantity) -> Option<String> {
    let value = q.amount.one().filter(|value| value.is_integer() && !q.unit.is_relative())?;
    let in_words = q.text.starts_with(char::is_alphabetic) && !q.text.bytes().any(|b| b.is_ascii_digit());
    in_words.then(|| format!("{}{}", grouped(value, 0), unit_word(q)))
}

fn scale_like(model: &Quantity) -> ChineseScale {
    ChineseScale::of(model.amount.middle().unwrap_or_default(), model.precision)
}

/// A value to two digits behind the last one of a printed figure; a much smaller one to three digits of its own.
fn rounded_like(value: Decimal, model: &Quantity) -> Decimal {
    let grain = model.precision.and_then(|p| power_of_ten(p - 2)).unwrap_or(Decimal::new(1, 2));
    if value.abs() < grain * Decimal::TEN {
        return value.round_sf(3).unwrap_or(value).normalize();
    }
    let steps = value.checked_div(grain).map(|n| n.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
    steps.and_then(|n| n.checked_mul(grain)).unwrap_or(value).normalize()
}

/// A value in the style of a printed figure.
fn like(value: Decimal, model: &Quantity) -> String {
    let Some((prefix, decimals, suffix)) = take_apart(&model.text) else { return format!("{}{}", grouped(value, 2), unit_word(model)) };
    let scaled = scaled(value, scale_of(model, decimals));
    let digits = u32::try_from(decimals).unwrap_or(0) + 2;
    format!("{prefix}{}{suffix}", grouped(scaled, digits))
}

/// A value in full with what stands around a printed figure but for its scale: "4,500,000 yuan" beside "3.7 million yuan", "$4,500,000" beside
/// "$3.7 million".
fn in_full(value: Decimal, beside: &Quantity) -> String {
    let number = grouped(value, 2);
    let Some((prefix, _, suffix)) = take_apart(&beside.text) else { return format!("{number}{}", unit_word(beside)) };
    let unit = suffix.split_whitespace().filter(|word| !words::is_one_of(word, words::SCALES));
    // What is glued to the number may be a scale ("3.7m"): only a word of its own is a unit.
    let unit = if suffix.starts_with(char::is_whitespace) { unit.collect::<Vec<_>>().join(" ") } else { String::new() };
    format!("{prefix}{number} {unit}").trim_end().to_owned()
}

/// The unit of a figure in words ("one million yuan"), as printed; nothing where it counts things.
fn unit_word(model: &Quantity) -> String {
    let last = model.text.split_whitespace().next_back().filter(|_| !model.unit.is_counted());
    last.map_or_else(String::new, |word| format!(" {word}"))
}

/// The number alone in the scale of a printed figure.
fn number_like(value: Decimal, model: &Quantity) -> String {
    let Some((_, decimals, _)) = take_apart(&model.text) else { return grouped(value, ALL_DIGITS) };
    grouped(scaled(value, scale_of(model, decimals)), ALL_DIGITS)
}

/// A value in a scale word that stands for a power of ten; the value itself where decimals do not hold the quotient.
fn scaled(value: Decimal, power: i32) -> Decimal {
    let mut moved = value;
    // The point moves as far as decimals have places, which takes no division.
    let places = u32::try_from(power).ok().and_then(|power| value.scale().checked_add(power));
    if places.is_some_and(|places| moved.set_scale(places).is_ok()) {
        return moved;
    }
    power_of_ten(power).and_then(|p| value.checked_div(p)).unwrap_or(value)
}

/// The power of ten that the scale word of a printed figure stands for. Told by its last digit; where the reader gave the value, that digit
/// may stand before the printed one, and the value itself tells.
fn scale_of(model: &Quantity, decimals: i32) -> i32 {
    let by_digit = model.precision.unwrap_or(0) + decimals;
    if model.review != Some(Reviewed::Corrected) {
        return by_digit;
    }
    let digits: String = model.text.chars().filter(char::is_ascii_digit).collect();
    let printed = digits.parse::<Decimal>().ok().zip(model.amount.one());
    let tells = |scale: &i32| {
        printed.is_some_and(|(digits, value)| power_of_ten(scale - decimals).and_then(|p| digits.checked_mul(p)) == Some(value))
    };
    (0..=12).find(tells).unwrap_or(by_digit)
}

/// A percentage with two decimals.
pub(super) fn percent(value: Decimal) -> String {
    format!("{}%", grouped(value, 2))
}

/// Prefix, number of printed decimals and suffix of a printed figure; `None` if it is spelled out or a range.
fn take_apart(text: &str) -> Option<(&str, i32, &str)> {
    let start = text.bytes().position(|b| b.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let len = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{a0}'))).unwrap_or(rest.len());
    let number = rest.get(..len)?.trim_end_matches([' ', '\u{a0}', '.', ',']);
    let suffix = rest.get(number.len()..)?;
    if suffix.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // "4,59t/ha": a comma that parts no thousands.
    let comma = || number.split_once(',').map(|(_, d)| d).filter(|d| !d.contains(',') && d.len() != 3);
    let fraction = number.rsplit_once('.').map(|(_, d)| d).or_else(comma);
    let decimals = fraction.map_or(0, |d| d.bytes().filter(u8::is_ascii_digit).count());
    Some((text.get(..start)?, i32::try_from(decimals).ok()?, suffix))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Amount, Unit};

    #[test]
    fn in_chinese_values_have_the_scale_of_the_figure_beside() {
        let zh = Show(Language::Chinese);
        let million = |value, text: &str| Quantity {
            amount: Amount::One(Decimal::new(value, 0)),
            precision: Some(4),
            unit: Unit::CNY,
            text: text.to_owned(),
            ..Quantity::default()
        };
        let whole = million(573_800_000, "573.80 million yuan");
        assert_eq!(zh.figure(&whole), "5.738 亿元");
        assert_eq!(zh.like(Decimal::from(573_812_345), &whole), "5.738123 亿元");
        assert_eq!(zh.number_like(Decimal::from(40_690_000), &whole), "0.4069");
        assert_eq!(
            (zh.like(Decimal::from(1_000_000), &whole).as_str(), zh.amount(Decimal::from(1_000_000), &whole).as_str()),
            ("100 万元", "100 万元")
        );
        let large = million(100_000_000, "100 million yuan");
        assert_eq!(zh.like(Decimal::new(91_547, 2), &Quantity { precision: Some(6), ..large }), "915 元");
        let villages = Quantity { noun: Some("villages".to_owned()), unit: Unit::Count, precision: Some(0), ..million(412, "412") };
        assert_eq!((zh.figure(&villages).as_ref(), zh.counted(&villages).as_ref()), ("412 个村", "412 个村"));
        assert_eq!(Show(Language::English).counted(&villages), "412 villages");
        assert_eq!(zh.figure(&Quantity { amount: Amount::Unread, ..whole }), "“573.80 million yuan”");
    }

    #[test]
    fn beside_a_figure_in_words_a_value_has_its_unit() {
        let model = |text: &str, unit| Quantity { text: text.to_owned(), unit, ..Quantity::default() };
        assert_eq!(like(Decimal::new(91_547, 2), &model("one million yuan", Unit::CNY)), "915.47 yuan");
        assert_eq!(like(Decimal::from(5), &model("four", Unit::Count)), "5");
        let told = |text: &str, value: i64, unit| {
            let amount = Amount::One(Decimal::from(value));
            Show(Language::English).figure(&Quantity { amount, ..model(text, unit) }).into_owned()
        };
        assert_eq!(told("Ninety-one", 91, Unit::Count), "91");
        assert_eq!(told("one million yuan", 1_000_000, Unit::CNY), "1,000,000 yuan");
        assert_eq!(told("fifty per cent", 50, Unit::Percent), "fifty per cent");
        assert_eq!(told("KES 412", 412, Unit::CNY), "KES 412");
        assert_eq!(told("5.3", 5, Unit::Percent), "5.3%", "a cell below \"Change, %\"");
        assert_eq!(told("5.3%", 5, Unit::Percent), "5.3%");
    }

    #[test]
    fn members_and_sum_keep_every_digit() {
        let en = Show(Language::English);
        let whole = Quantity { text: "1.34 billion dollars".to_owned(), precision: Some(7), unit: Unit::CNY, ..Quantity::default() };
        let members = [770_000_000, 15_790_000, 150_000].map(|value| en.number_like(value.into(), &whole));
        assert_eq!(members, ["0.77", "0.01579", "0.00015"]);
        assert_eq!(en.sum(785_940_000.into(), &whole), "0.78594 billion dollars");
        let round = Quantity { text: "218 tonnes".to_owned(), precision: Some(0), unit: Unit::Tonne, ..Quantity::default() };
        assert_eq!(en.sum(Decimal::new(218_075, 3), &round), "218.075 tonnes");
        assert_eq!(Show(Language::Chinese).sum(Decimal::new(218_075, 3), &round), "218.075 吨");
    }

    #[test]
    fn a_value_in_full_has_the_unit_but_not_the_scale_of_the_figure_beside() {
        let beside = |text: &str| in_full(4_500_000.into(), &Quantity { text: text.to_owned(), unit: Unit::CNY, ..Quantity::default() });
        let cases = [
            ("3.7 million yuan", "4,500,000 yuan"),
            ("US$ 3.7 million", "US$ 4,500,000"),
            ("$3.7m", "$4,500,000"),
            ("412", "4,500,000"),
            ("30 kg", "4,500,000 kg"),
        ];
        for (text, full) in cases {
            assert_eq!(beside(text), full);
        }
    }

    #[test]
    fn figures_are_taken_apart() {
        assert_eq!(take_apart("573.80 million yuan"), Some(("", 2, " million yuan")));
        assert_eq!(take_apart("US$ 1.2 billion"), Some(("US$ ", 1, " billion")));
        assert_eq!(take_apart("four"), None);
    }
}
