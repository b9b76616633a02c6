//! Whose money a name is that several countries use: "shillings", "Rs", "¥", "K5 million". The country that the text speaks of tells it.

use crate::analysis::Unit;
use crate::language::{Class, Entry, ReadText};
use crate::quantity::{Mention, UnitSource};
use rust_decimal::Decimal;

/// The money that each family of names had where it was last told, for sections that name no country.
#[derive(Debug, Clone, Default)]
pub struct Homes(Vec<(Decimal, Unit)>);

/// Dollars and pounds are told by their own words only: those of the United States and of Britain are spoken of everywhere.
const OF_THE_WORLD: [i64; 2] = [10, 12];

/// Gives every amount in a shared name of money the currency of the country that the section speaks of most.
pub(super) fn tell_currencies(read: &ReadText, homes: &mut Homes, mentions: &mut [Mention]) {
    let mut told: Vec<(Decimal, Option<Unit>)> = Vec::new();
    for mention in mentions {
        let Some((family, first, last)) = shared_name(read, mention) else { continue };
        let unit = match told.iter().find(|(known, _)| *known == family) {
            Some((_, unit)) => *unit,
            None => {
                let unit = spoken_of(read, family).or_else(|| homes.of(family));
                told.push((family, unit));
                unit
            }
        };
        let Some(unit) = unit else { continue };
        homes.tell(family, unit);
        mention.take_money(read, unit, first, last);
    }
}

impl Homes {
    fn of(&self, family: Decimal) -> Option<Unit> {
        self.0.iter().find(|(known, _)| *known == family).map(|(_, unit)| *unit)
    }

    fn tell(&mut self, family: Decimal, unit: Unit) {
        match self.0.iter_mut().find(|(known, _)| *known == family) {
            Some((_, old)) => *old = unit,
            None => self.0.push((family, unit)),
        }
    }
}

/// The family of the shared name that a figure is printed with, and the tokens that the figure then covers.
fn shared_name(read: &ReadText, mention: &Mention) -> Option<(Decimal, usize, usize)> {
    let family = |entry: &Entry| entry.value.filter(|family| !OF_THE_WORLD.iter().any(|of| Decimal::from(*of) == *family));
    let money = |at: usize| read.entry(at, Class::MONEY).and_then(|(entry, len)| Some((family(entry)?, at + len)));
    if mention.unit.is_some_and(Unit::is_currency) {
        // A country right in front of the name has told it.
        let of_nation = |at: usize| read.phrase_is(at, Class::NATION);
        let (family, _) = (mention.first..mention.last).find_map(money).filter(|_| !(mention.first..mention.last).any(of_nation))?;
        return Some((family, mention.first, mention.last));
    }
    if mention.unit.is_some_and(|unit| unit != Unit::Count) {
        return None;
    }
    if let Some((family, after)) = money(mention.last) {
        let name = read.str(mention.last).len() > 1;
        return name.then_some((family, mention.first, after));
    }
    let at = (mention.first.saturating_sub(2)..mention.first).find(|at| money(*at).is_some_and(|(_, after)| after == mention.first))?;
    let sign = read.str(at).len() > 1 || mention.scaled && read.str(at).bytes().all(|b| b.is_ascii_uppercase());
    money(at).filter(|_| sign).map(|(family, _)| (family, at, mention.last))
}

/// The money of a family whose country the section names most.
fn spoken_of(read: &ReadText, family: Decimal) -> Option<Unit> {
    let mut counts: Vec<(Unit, usize)> = Vec::new();
    let mut next = 0;
    let classes = Class::NATION | Class::PREFIX_UNIT;
    while let Some(at) = read.find(next..read.tokens.len(), classes) {
        next = at + 1;
        let own = read.entry(at, classes).filter(|(entry, _)| entry.value == Some(family) && !entry.classes.contains(Class::MONEY));
        let Some(unit) = own.and_then(|(entry, _)| entry.unit) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, n)) => *n += 1,
            None => counts.push((unit, 1)),
        }
    }
    let most = counts.iter().map(|(_, n)| *n).max()?;
    counts.iter().find(|(_, n)| *n == most).map(|(unit, _)| *unit)
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
