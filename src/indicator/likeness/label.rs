//! What a row is called: of all that is said of its figures, the few words that say most of what all say.

use super::rows::{Row, is_money};
use super::words::{Said, words};
use crate::analysis::Quantity;
use crate::language::{plural, singular};
use crate::text::lowered;
use rustc_hash::FxHashSet;

/// A name has no more words.
const LONGEST: usize = 5;
/// What the words beside a figure are worth as a name, against a description.
const BESIDE: f32 = 0.8;
/// ... and a verb without its noun.
const VERB: f32 = 0.75;
/// ... and one with a word for money where money is meant.
const MONEY: f32 = 1.3;
/// So many figures of a row are looked at for a name.
const NAMING: usize = 100;
/// A name is better only by more than this.
const CLOSE: f32 = 0.001;
/// A name that a phrase gave is kept if the best says no more than this times as much.
const KEPT: f32 = 1.3;

/// The name of a row: what it is called already, if that says most of it, or the best words that name no other row.
pub(in crate::indicator) fn label(said: &Said, row: &Row, known: Option<&str>, taken: &FxHashSet<String>) -> String {
    let namer = Namer::new(said, row);
    let mut best = (0.0_f32, String::new());
    for figure in row.cells.values().take(NAMING) {
        for (text, worth) in namer.texts(figure) {
            namer.best_of((&text, worth, figure.noun.as_deref()), taken, &mut best);
        }
    }
    let known = known.filter(|known| known.contains(' ') || is_name(&[known], None));
    let known = known.map(|known| (score(known.split(' ').map(|word| namer.weight(word))), known));
    known.filter(|(score, _)| best.0 <= score * KEPT).map_or_else(|| noun_of(&best.1, taken), |(_, known)| known.to_owned())
}

/// A verb that stands alone, as a noun.
fn noun_of(name: &str, taken: &FxHashSet<String>) -> String {
    let noun = lowered(name, |name| NOUNS.iter().find(|(verb, _)| *verb == name).map(|(_, noun)| *noun));
    noun.filter(|noun| !taken.contains(*noun)).map_or_else(|| name.to_owned(), str::to_owned)
}

struct Namer<'s, 'a> {
    said: &'s Said<'a>,
    row: &'s Row<'a>,
    length: f32,
    /// Whether its figures are sums of money.
    of_money: bool,
}

impl<'s, 'a> Namer<'s, 'a> {
    fn new(said: &'s Said<'a>, row: &'s Row<'a>) -> Self {
        let is_sum = |figure: &&Quantity| figure.unit.is_currency() || figure.noun.as_deref().is_some_and(is_money);
        Self { said, row, length: row.length.max(f32::MIN_POSITIVE), of_money: row.cells.values().copied().any(|figure| is_sum(&figure)) }
    }

    /// How much a word says of the row.
    fn weight(&self, word: &str) -> f32 {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        self.said.number(word).map_or(0.0, |stem| self.row.said.weight(stem) / self.length)
    }

    /// What may name a figure, with its worth: its description, its noun with what was done to it, the words beside it.
    fn texts(&self, figure: &Quantity) -> Vec<(String, f32)> {
        let mut texts = vec![(figure.what.clone(), 1.0)];
        let clauses = self.said.clauses(figure);
        if let Some(noun) = figure.noun.as_deref().filter(|noun| !is_money(noun)) {
            let things = plural(noun);
            let done = clauses.iter().flat_map(|clause| words(clause)).filter(|word| word.ends_with("ed") && self.weight(word) > 0.0);
            texts.extend(done.map(|done| (format!("{things} {done}"), 1.0)));
            texts.push((things, 1.0));
        }
        texts.extend(clauses.map(|clause| (clause.trim().to_owned(), BESIDE)));
        texts
    }

    /// The best stretch of a text that is no other row's name.
    fn best_of(&self, (text, worth, noun): (&str, f32, Option<&str>), taken: &FxHashSet<String>, best: &mut (f32, String)) {
        let words: Vec<&str> = text.split_whitespace().collect();
        let weights: Vec<f32> = words.iter().map(|word| self.weight(word)).collect();
        for (from, to) in stretches(words.len()) {
            let Some(stretch) = weights.get(from..to) else { continue };
            if words.get(from..to).is_none_or(|words| !is_name(words, noun)) {
                continue;
            }
            let ends = [stretch.first(), stretch.last()].iter().all(|weight| weight.is_some_and(|weight| *weight > 0.0));
            let verb = to - from == 1 && words.get(from).is_some_and(|word| is_verb(word));
            let money = self.of_money && words.get(from..to).is_some_and(|words| words.iter().any(|word| names_money(word)));
            let score = score(stretch.iter().copied()) * worth * if verb { VERB } else { 1.0 } * if money { MONEY } else { 1.0 };
            if !ends || score <= best.0 + CLOSE {
                continue;
            }
            let name = words.get(from..to).unwrap_or_default().join(" ");
            let name = name.trim_matches(|c: char| !c.is_alphanumeric());
            if !taken.contains(&name.to_lowercase()) && !name.contains([',', '(', ')', ';', ':']) {
                *best = (score, name.to_owned());
            }
        }
    }
}

/// How much several words say: more of them only where each adds to it.
fn score(weights: impl Iterator<Item = f32>) -> f32 {
    let (mut sum, mut content) = (0.0, 0.0_f32);
    for weight in weights.filter(|weight| *weight > 0.0) {
        (sum, content) = (sum + weight, content + 1.0);
    }
    sum / content.max(1.0).sqrt()
}

/// Words of whole sentences, which no name has.
const CLAUSE: &str = "\
    is are was were be been has have had who whom whose which that them their its it they he she we our us you your i my not no nor but came \
    come comes took take takes gave give gives got get gets went go goes made make makes saw see sees found find finds left keep keeps kept put \
    puts ran run runs fell fall falls rose rise rises stood stand stands own owns owe owes used uses turned turns amounted caused led let \
    began became brought bring brings did do does showed helped managed said says only just also there here then than about some any each \
    every all both few many hold holds held cover covers passed lack lacks";

/// Verbs that name a row where nothing else does, and what a table prints for them.
const NOUNS: [(&str, &str); 14] = [
    ("spent", "spending"),
    ("invested", "investment"),
    ("paid", "payments"),
    ("earned", "earnings"),
    ("lost", "losses"),
    ("exported", "exports"),
    ("imported", "imports"),
    ("produced", "production"),
    ("harvested", "harvest"),
    ("treated", "treatments"),
    ("dropped", "drop-out"),
    ("collected", "collection"),
    ("employed", "employees"),
    ("sold", "sales"),
];

/// Words that go on to another, which was cut off.
const OPEN: &str = "first second third last next new more less other same such own whole two three four five six seven eight nine ten";

/// Words that name nothing by themselves.
const BARE: &str =
    "day days month months year years week weeks hour hours time times first second last third company companies total number";

/// Whether words can be a name: no clause, no verb that says what somebody did, nothing cut off.
fn is_name(words: &[&str], noun: Option<&str>) -> bool {
    let among = |list: &str, word: &str| lowered(word, |word| list.split_whitespace().any(|own| own == word));
    let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let is_noun = |word: &str| noun.is_some_and(|noun| singular(&word.to_lowercase()) == singular(noun));
    if words.iter().any(|word| among(CLAUSE, word)) || words.iter().any(|word| is_money(&word.to_lowercase())) {
        return false;
    }
    if words.last().is_some_and(|word| among(OPEN, &plain(word))) {
        return false;
    }
    if let [word] = words {
        return !among(BARE, &plain(word));
    }
    // "complaints received", but no "police cleared"; "fines imposed on motorists", but no "voters used the post".
    words.iter().enumerate().skip(1).filter(|(_, word)| is_participle(word)).all(|(at, _)| {
        let before = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| is_noun(word));
        match words.get(at + 1) {
            None => before,
            Some(next) => !matches!(*next, "of" | "the" | "a" | "an"),
        }
    })
}

/// Whether a word says that money is meant, and what for.
fn names_money(word: &str) -> bool {
    const WORDS: &str = "price prices cost costs income revenue budget grant grants expenditure spending investment investments profit deficit \
        debt debts tariff fee fees wage wages salary salaries subsidy subsidies sales turnover earnings payment payments tax taxes exports fines \
        compensation arrears contribution relief fund loan loans aid donations rent rents";
    lowered(word, |word| WORDS.split_whitespace().any(|own| own == word))
}

fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}

/// Whether a word by itself says that something is done.
fn is_verb(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
        || matches!(word, "spent" | "spend" | "spends" | "burnt" | "held" | "sold" | "built")
}

/// All stretches of so many words that are short enough.
fn stretches(words: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..words).flat_map(move |from| (from + 1..=words.min(from + LONGEST)).map(move |to| (from, to)))
}
