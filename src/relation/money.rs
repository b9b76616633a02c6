//! Whose money a name is that several countries use: "shillings", "Rs", "¥", "K5 million". The country that the text speaks of tells it.

use crate::analysis::Unit;
use crate::language::{Class, Entry, ReadText};
use crate::quantity::{Mention, UnitSource};
use crate::text::{Span, lex};
use rust_decimal::Decimal;
use std::ops::Range;

/// The money that each family of names had where it was last told, for sections that name no country.
#[derive(Debug, Clone, Default)]
pub struct Currencies {
    told: Vec<(Decimal, Unit)>,
    /// Whether the report has several sections, which may be of one country each.
    several: bool,
    /// The title of the report, which may name the country.
    title: String,
    /// The country that the section's region is part of, where its code tells it.
    country: Option<String>,
}

/// The families of dollars and pounds: names of money that is spoken of everywhere.
const DOLLARS: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
const POUNDS: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

/// How often a section must name a country for a bare dollar sign to be of its money.
const OFTEN: usize = 2;

/// Gives every amount in a shared name of money the currency of the country that the section speaks of most.
pub fn tell_currencies(read: &ReadText, home: &str, currencies: &mut Currencies, mentions: &mut [Mention]) {
    let mut counted = None;
    let mut last_told = None;
    // "34 cents a litre; feed cost 291 euros": the first cents are those of the money told next.
    let printed = |m: &&Mention| m.unit.is_some_and(Unit::is_currency) && !in_cents(read, m);
    let first_told = mentions.iter().find(printed).and_then(|m| m.unit);
    for mention in mentions {
        if let Some(unit) = last_told.or(first_told).filter(|unit| *unit != STERLING && in_cents(read, mention)) {
            mention.unit = Some(unit);
            continue;
        }
        last_told = mention.unit.filter(|unit| unit.is_currency()).or(last_told);
        let Some((family, first, last)) = shared_name(read, currencies, mention) else { continue };
        let nations = counted.get_or_insert_with(|| count_nations(read, home, currencies));
        // In a report by country the dollars are those of the world.
        if family == DOLLARS && currencies.several && currencies.country.is_none() && is_country(read, home) {
            continue;
        }
        let spoken = if family == DOLLARS {
            of_dollars(nations).or_else(|| of_pesos(read, nations, first..last))
        } else {
            most_named(nations.iter().filter(|n| n.family == family))
        };
        let spoken = spoken.filter(|nation| family != POUNDS || nation.times >= OFTEN);
        // "3.4 billion kwacha", later "K12.7 million": a name that is one country's where no other is named tells what the letter is.
        let own = mention.unit.filter(|unit| unit.is_currency() && family != DOLLARS);
        let Some(unit) = spoken.map(|nation| nation.unit).or_else(|| currencies.of(family)).or(own) else { continue };
        currencies.tell(family, unit);
        mention.take_money(read, unit, first, last);
        last_told = Some(unit);
    }
}

const STERLING: Unit = Unit::Currency(*b"GBP");

/// "12 cents", which many moneys have: those of the money told last.
fn in_cents(read: &ReadText, mention: &Mention) -> bool {
    mention.unit.is_some_and(Unit::is_currency)
        && mention.last.checked_sub(1).is_some_and(|t| matches!(read.str(t), "cent" | "cents"))
        && !(mention.first..mention.last)
            .any(|t| read.phrase_is(t, Class::NATION) || read.phrase_is(t, Class::UNIT) && t + 1 < mention.last)
}

/// "5,000 pounds of tea", "300 pounds per acre": pounds that are weighed.
fn weighs(read: &ReadText, after: usize) -> bool {
    matches!(read.str(after), "of" | "per" | "each" | "weight" | "in" | "a") && !read.word_is(after + 1, Class::YEAR)
        || read.is_mark(after, '/')
}

/// Whether a section is named like a country: its report goes from one country to the next.
fn is_country(read: &ReadText, home: &str) -> bool {
    let tokens = lex(home, Span::new(0, home.len()));
    let readings = read.pack.read(home, &tokens);
    readings.phrase(0).intersects(Class::NATION) && readings.phrase_len(0) == tokens.len()
}

/// How often a section names a country, or the money of one.
#[derive(Debug, Clone, Copy)]
struct Named {
    family: Decimal,
    unit: Unit,
    times: usize,
}

/// Counts the countries in the names that say whose report it is, more than once, and those in the section, and their moneys. Where the
/// region's code tells the country, no other counts: "New England" is no England.
fn count_nations(read: &ReadText, home: &str, currencies: &Currencies) -> Vec<Named> {
    let mut counts: Vec<Named> = Vec::new();
    let mut count = |entry: &Entry, times: usize| {
        let (Some(unit), Some(family)) = (entry.unit, entry.value.filter(|_| !entry.classes.contains(Class::MONEY))) else { return };
        match counts.iter_mut().find(|known| known.unit == unit) {
            Some(known) => known.times += times,
            None => counts.push(Named { family, unit, times }),
        }
    };
    for name in currencies.names(home) {
        let title = read.pack.read(name, &lex(name, Span::new(0, name.len())));
        for at in (0..title.len()).filter(|at| title.phrase(*at).intersects(Class::NATION)) {
            if let Some(entry) = read.pack.entry(title.entry(at)) {
                count(entry, OFTEN);
            }
        }
    }
    let mut next = if currencies.country.is_some() { read.tokens.len() } else { 0 };
    let classes = Class::NATION | Class::PREFIX_UNIT;
    while let Some(at) = read.find(next..read.tokens.len(), classes) {
        next = at + 1;
        if let Some((entry, _)) = read.entry(at, classes) {
            count(entry, 1);
        }
    }
    counts
}

/// The one that is named most, of equal ones the first.
fn most_named<'n>(nations: impl Iterator<Item = &'n Named>) -> Option<&'n Named> {
    nations.reduce(|most, next| if next.times > most.times { next } else { most })
}

/// The country of a bare dollar sign: the one that the section is about, if its money is a dollar and the section names it again and again.
fn of_dollars(nations: &[Named]) -> Option<&Named> {
    most_named(nations.iter()).filter(|most| most.family == DOLLARS && most.times >= OFTEN)
}

/// The country of a bare dollar sign whose pesos are written with it.
fn of_pesos<'n>(read: &ReadText, nations: &'n [Named], printed: Range<usize>) -> Option<&'n Named> {
    let sign = (printed.start..printed.end).any(|t| read.is_mark(t, '$'));
    most_named(nations.iter()).filter(|most| sign && most.times >= OFTEN && PESOS_BY_DOLLAR_SIGN.contains(&most.unit))
}

/// Pesos whose sign is that of the dollar, after the symbols that the Unicode Common Locale Data Repository gives for their countries.
const PESOS_BY_DOLLAR_SIGN: [Unit; 6] = [
    Unit::Currency(*b"ARS"),
    Unit::Currency(*b"CLP"),
    Unit::Currency(*b"COP"),
    Unit::Currency(*b"CUP"),
    Unit::Currency(*b"MXN"),
    Unit::Currency(*b"UYU"),
];

impl Currencies {
    /// None told yet, of a report with that title and so many sections.
    pub fn of_report(title: &str, sections: usize) -> Self {
        Self { told: Vec::new(), several: sections > 1, title: title.to_owned(), country: None }
    }

    /// Goes on to a section of `country`, by its name in English, if that is known.
    pub fn enter(&mut self, country: Option<String>) {
        self.country = country;
    }

    /// What says whose money a section counts in: the country of its region, or its own name and the title of the report.
    fn names<'n>(&'n self, home: &'n str) -> Vec<&'n str> {
        self.country.as_deref().map_or_else(|| if self.several { vec![home, &self.title] } else { vec![home] }, |country| vec![country])
    }

    fn of(&self, family: Decimal) -> Option<Unit> {
        self.told.iter().find(|(known, _)| *known == family).map(|(_, unit)| *unit)
    }

    fn tell(&mut self, family: Decimal, unit: Unit) {
        match self.told.iter_mut().find(|(known, _)| *known == family) {
            Some((_, old)) => *old = unit,
            None => self.told.push((family, unit)),
        }
    }
}

/// The family of the shared name that a figure is printed with, and the tokens that the figure then covers.
fn shared_name(read: &ReadText, currencies: &Currencies, mention: &Mention) -> Option<(Decimal, usize, usize)> {
    let money = |at: usize| read.entry(at, Class::MONEY).and_then(|(entry, len)| Some((entry.value?, at + len)));
    if mention.unit.is_some_and(Unit::is_currency) {
        // A country or letters in front of the name have told it.
        let told = |at: usize| {
            read.phrase_is(at, Class::NATION) || at == mention.first + 1 && read.is_mark(at, '$') && read.is_word(mention.first)
        };
        let (family, _) = (mention.first..mention.last).find_map(money).filter(|_| !(mention.first..mention.last).any(told))?;
        return (family != POUNDS).then_some((family, mention.first, mention.last));
    }
    if mention.unit.is_some_and(|unit| unit != Unit::Count) {
        return None;
    }
    if let Some((family, after)) = money(mention.last).filter(|(family, after)| *family != POUNDS || !weighs(read, *after)) {
        let name = read.str(mention.last).len() > 1;
        return name.then_some((family, mention.first, after));
    }
    let at = (mention.first.saturating_sub(2)..mention.first).find(|at| money(*at).is_some_and(|(_, after)| after == mention.first))?;
    let grouped = || read.str(mention.first).bytes().any(|b| !b.is_ascii_digit());
    // A letter alone is a sign where the amount shows it, or where it was one before ("K680 a net").
    let known = |family: Decimal| currencies.of(family).is_some();
    let shown = || mention.scaled || grouped() || money(at).is_some_and(|(family, _)| known(family));
    let sign = read.str(at).len() > 1 || shown() && read.str(at).bytes().all(|b| b.is_ascii_uppercase());
    money(at).filter(|_| sign).map(|(family, _)| (family, at, mention.last))
}

impl Mention {
    /// Makes a figure an amount of money; its name stands in the tokens from `first` to `last`.
    fn take_money(&mut self, read: &ReadText, unit: Unit, first: usize, last: usize) {
        self.unit = Some(unit);
        self.unit_source = UnitSource::Printed;
        (self.noun, self.head) = (None, None);
        (self.first, self.last) = (first, last);
        self.after_noun = self.after_noun.max(last);
        if let (Some(a), Some(b)) = (read.tokens.get(first), last.checked_sub(1).and_then(|b| read.tokens.get(b))) {
            self.span = a.span.cover(b.span);
        }
    }
}
