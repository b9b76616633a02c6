//! What a word or phrase can be to the rules.

use crate::analysis::Unit;
use bitflags::bitflags;
use rust_decimal::Decimal;

bitflags! {
    /// The parts that a word or phrase can play; several at once ("over" hedges, and names a reference year).
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
    pub struct Class: u64 {
        /// Names a unit (payload: the unit).
        const UNIT = 1 << 0;
        /// A unit printed in front of its number ("US$", "Rs").
        const PREFIX_UNIT = 1 << 1;
        /// Multiplies by a power of ten (payload: the power).
        const SCALE = 1 << 2;
        /// A number in words below a hundred, or "hundred" (payload: the value).
        const NUMBER_WORD = 1 << 3;
        /// A fraction or multiple in words (payload: the value in per cent, or a ratio by its unit).
        const FRACTION = 1 << 4;
        /// About, some.
        const ABOUT = 1 << 5;
        /// More than, at least.
        const OVER = 1 << 6;
        /// Nearly, up to.
        const UNDER = 1 << 7;
        /// Persons.
        const PEOPLE = 1 << 8;
        /// Households.
        const HOUSEHOLDS = 1 << 9;
        /// Any other noun that is countable though it does not end in s, or is worth knowing as a noun.
        const NOUN = 1 << 10;
        /// Ends a noun phrase: prepositions, auxiliaries, verbs, conjunctions.
        const STOP = 1 << 11;
        /// Opens a list of parts: "of which", "including".
        const PARTS = 1 << 12;
        /// Opens a list of parts that is said to be complete: "namely", "consisting of".
        const ALL_PARTS = 1 << 13;
        /// "respectively".
        const RESPECTIVELY = 1 << 14;
        /// A rise or fall, before or after its figure.
        const RISE = 1 << 15;
        /// Compares with an earlier value, after the figure: "more than that of", "higher than".
        const COMPARED = 1 << 16;
        /// "accounting for".
        const SHARE = 1 << 17;
        /// A rate by its nature: "rate", "coverage", "proportion".
        const RATE = 1 << 18;
        /// A plan or requirement, not a fact.
        const PLAN = 1 << 19;
        /// "overfulfilling", "beyond the plan".
        const BEYOND_PLAN = 1 << 20;
        /// "per", "each", "every".
        const PER = 1 << 21;
        /// "on average", "averagely".
        const ON_AVERAGE = 1 << 22;
        /// "per capita".
        const PER_CAPITA = 1 << 23;
        /// "a total of", "altogether".
        const TOTAL = 1 << 24;
        /// Months.
        const MONTH = 1 << 25;
        /// Words in front of a year: in, since, during, year.
        const YEAR_CUE = 1 << 26;
        /// Words in front of a number that is a name: No., Phase, Article, Highway.
        const LABEL = 1 << 27;
        /// Pronouns that stand for the counted thing: "ones", "of them".
        const PRONOUN = 1 << 28;
        /// Idioms with a number that count nothing ("one of the", "one-time").
        const IDIOM = 1 << 29;
        /// A result of part of the region: pilot, demonstration.
        const PARTIAL = 1 << 30;
        /// A place below the region: county, city, town.
        const PLACE = 1 << 31;
        /// The region as a whole: province, whole.
        const WHOLE = 1 << 32;
        /// Conjunctions and list marks in words.
        const AND = 1 << 33;
        /// Ordinals in words.
        const ORDINAL = 1 << 34;
        /// Past tense or participle that begins a new statement: invested, allocated, reached.
        const VERB = 1 << 35;
        /// Forms of to be, to have.
        const AUXILIARY = 1 << 36;
        /// Prepositions.
        const PREPOSITION = 1 << 37;
        /// The end of a year: "the end of".
        const YEAR_END = 1 << 38;
        /// The year before the report's: "last year".
        const LAST_YEAR = 1 << 39;
        /// Above or below a reference: "above the average", "higher than the average".
        const GAP = 1 << 40;
        /// "from", which may open a from-to.
        const FROM = 1 << 41;
        /// "to".
        const TO = 1 << 42;
        /// Determiners and pronouns that begin a clause of its own.
        const DETERMINER = 1 << 43;
        /// "between", which may open a range.
        const BETWEEN = 1 << 44;
        /// Tried in some places first.
        const PILOT = 1 << 53;
        /// Administrative areas below the region, of which it has some dozens.
        const COUNTY = 1 << 54;
        /// Undertakings of any kind, whose parts may have nouns of their own.
        const GENERIC = 1 << 45;
        /// "or" and the like between the ends of a loose range.
        const OR = 1 << 46;
        /// A fall rather than a rise.
        const FALL = 1 << 47;
        /// "than", "compared with".
        const THAN = 1 << 48;
        /// A plan, task or schedule that a result is set against.
        const SCHEDULE = 1 << 49;
        /// Income, price, wage: money per unit even where no unit is named.
        const INCOME = 1 << 50;
        /// "total", "whole": the whole of a share.
        const TOTAL_NOUN = 1 << 51;
        /// Times, as a multiple.
        const TIMES = 1 << 52;
        /// A capital letter that tells whose dollar a dollar sign means.
        const LETTER_UNIT = 1 << 55;
        /// The year after the report's ("next year"); with the value 0 its own ("this year").
        const NEXT_YEAR = 1 << 56;
        /// Four digits that print a year of the last or this century; no word has it.
        const YEAR = 1 << 57;
        /// A mark that ends a clause: comma, semicolon, colon, bracket, full stop.
        const CLAUSE_END = 1 << 58;
        /// A run of digits; no word has it.
        const DIGITS = 1 << 59;
        /// A quotation mark.
        const QUOTE = 1 << 60;
        /// A fraction in one character.
        const FRACTION_SIGN = 1 << 61;
        /// A country or its adjective (payload: its money, and as value the family of the name that it shares with others').
        const NATION = 1 << 62;
        /// A name or letter for the money of several countries (payload: the family).
        const MONEY = 1 << 63;
    }
}

/// One vocabulary entry: its classes and payload.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// The parts it can play.
    pub classes: Class,
    /// The unit it names.
    pub unit: Option<Unit>,
    /// Its power of ten, if a scale word.
    pub power: i32,
    /// Its value, if a number word or fraction.
    pub value: Option<Decimal>,
    /// Its singular, if a denominator is named by it.
    pub singular: Option<String>,
}
