//! A text by its concepts: from numbered tokens to [`Item`]s, each with the concepts of the phrases that begin at it.
//!
//! What the lexicon says of a word, and of two words beside each other, is found once and kept by their numbers.

use super::lexicon::{Concepts, Lexicon, Pair, Word};
use crate::language::{Numbering, ReadText};
use crate::text::{Span, Token, first_from, lex_into};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// One word, number or mark of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Item {
    /// Where it stands in the report.
    pub(super) span: Span,
    /// What it does in its sentence.
    pub(super) role: Role,
    /// Which word it is.
    index: Index,
    /// Concepts of all phrases that begin here.
    pub(super) concepts: Concepts,
}

/// What a word, number or mark does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Role {
    /// Nothing that matters here.
    #[default]
    Other,
    /// A number in digits.
    Digits,
    /// "and", "while", "but", not at the beginning of a sentence.
    And,
    /// "government".
    Government,
    /// "from".
    From,
    /// "central", "provincial": whose money it is.
    Payer,
    /// A comma between clauses.
    Comma,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// Another mark between clauses, or the end of a paragraph.
    Mark,
    /// A hyphen, which counts as a blank.
    Hyphen,
}

impl Role {
    /// Whether a clause ends there.
    pub(super) fn ends_clause(self) -> bool {
        matches!(self, Self::Comma | Self::Open | Self::Close | Self::Mark)
    }

    /// The role of a mark or of a word, however it is printed where it first stands; of "and", where it has no capital.
    fn of(printed: &str) -> Self {
        let is = |words: &[&str]| words.iter().any(|word| printed.eq_ignore_ascii_case(word));
        match printed {
            "," => Self::Comma,
            "(" | "（" => Self::Open,
            ")" | "）" => Self::Close,
            "-" => Self::Hyphen,
            ";" | ":" | "，" | "；" | "：" | "、" => Self::Mark,
            _ if is(&["and", "while", "but"]) => Self::And,
            _ if is(&["government"]) => Self::Government,
            _ if is(&["from"]) => Self::From,
            _ if is(&["central", "provincial", "national", "city", "municipal"]) => Self::Payer,
            _ => Self::Other,
        }
    }
}

/// What is known of a distinct word or mark.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    role: Role,
    /// Concepts of the word alone.
    alone: Concepts,
    /// Bits by which two words that may begin a phrase are found: what the word is, and what may follow it.
    own: u64,
    seconds: u64,
}

/// Index of a word among those that are known; most words are unremarkable and share one.
type Index = u16;
/// The index of what is unremarkable, of numbers, of the end of a paragraph.
const UNREMARKABLE: Index = 0;
const DIGITS: Index = 1;
const BREAK: Index = 2;
/// The index of a word that was not looked up yet.
const NEW: Index = Index::MAX;

/// The figures of a long report have about so many descriptions.
const DESCRIPTIONS: usize = 1500;

/// Reads sentences with a lexicon and remembers every distinct word.
pub(super) struct Reader {
    lexicon: &'static Lexicon,
    /// The token that the last stretch began with.
    at: usize,
    /// By the word's number in the report.
    indices: Vec<Index>,
    known: Vec<Known>,
    /// What the lexicon says of them.
    words: Vec<Word>,
    /// By the indices of two words.
    pairs: FxHashMap<(Index, Index), Pair>,
    /// Where in the text that is read two words may begin a phrase, and the concepts of the phrases that do.
    begun: Vec<(usize, Concepts)>,
    /// Of a short text.
    tokens: Vec<Token>,
    items: Vec<Item>,
    /// Short texts that were read before, and their concepts.
    texts: FxHashMap<Box<str>, Concepts>,
}

impl Reader {
    /// A reader that knows no word yet.
    pub(super) fn new(lexicon: &'static Lexicon) -> Self {
        let known = [Role::Other, Role::Digits, Role::Mark].map(|role| Known { role, ..Known::default() });
        Self {
            lexicon,
            at: 0,
            indices: Vec::new(),
            words: known.iter().map(|_| Word::default()).collect(),
            known: known.into(),
            pairs: FxHashMap::default(),
            begun: Vec::new(),
            tokens: Vec::new(),
            items: Vec::new(),
            texts: FxHashMap::with_capacity_and_hasher(DESCRIPTIONS, FxBuildHasher),
        }
    }

    /// Items of the tokens of numbered text that begin in a stretch, hyphens left out. Gives the concepts of them all.
    pub(super) fn read(&mut self, read: &ReadText, within: Span, items: &mut Vec<Item>) -> Concepts {
        let first = first_from(&read.tokens, self.at, |t| t.span.start < within.start);
        self.at = first;
        let (tokens, numbers) = (read.tokens.get(first..).unwrap_or_default(), read.numbers.get(first..).unwrap_or_default());
        let inside = tokens.iter().take_while(|t| t.span.start < within.end);
        self.read_tokens(read.text, inside.zip(numbers.iter().copied()), items)
    }

    /// Concepts of all phrases in a short text of its own.
    pub(super) fn concepts_of(&mut self, text: &str, numbering: &mut Numbering) -> Concepts {
        if let Some(known) = self.texts.get(text) {
            return *known;
        }
        let (mut tokens, mut items) = (std::mem::take(&mut self.tokens), std::mem::take(&mut self.items));
        lex_into(text, Span::new(0, text.len()), &mut tokens);
        let mut number = |token: &Token| if token.is_word() { numbering.number(text, token.span) } else { 0 };
        let numbered = tokens.iter().filter(|t| !t.is('-')).map(|token| (token, number(token)));
        let concepts = self.read_tokens(text, numbered, &mut items);
        (self.tokens, self.items) = (tokens, items);
        self.texts.insert(text.into(), concepts);
        concepts
    }

    /// Items of tokens with the numbers of their words; 0 for what is no word or mark.
    #[inline]
    fn read_tokens<'t>(&mut self, text: &str, tokens: impl Iterator<Item = (&'t Token, u32)>, items: &mut Vec<Item>) -> Concepts {
        items.clear();
        self.begun.clear();
        let (mut all, mut seconds) = (Concepts::default(), 0);
        for (token, number) in tokens {
            let index = match number {
                0 if token.is_digits() => DIGITS,
                0 => BREAK,
                number => self.index(number as usize, text, token),
            };
            let Some(known) = self.known.get(usize::from(index)) else { continue };
            if known.role == Role::Hyphen {
                continue;
            }
            if seconds & known.own != 0 {
                self.begun.push((items.len() - 1, Concepts::default()));
            }
            seconds = known.seconds;
            all |= known.alone;
            let role = if token.capital && known.role == Role::And { Role::Other } else { known.role };
            items.push(Item { span: token.span, role, index, concepts: known.alone });
        }
        self.open(items);
        for (at, concepts) in &self.begun {
            all |= *concepts;
            if let Some(item) = items.get_mut(*at) {
                item.concepts |= *concepts;
            }
        }
        all
    }

    /// Concepts of all phrases in a description, which mostly is printed near some item of a sentence just as it reads.
    pub(super) fn concepts_near(&mut self, at: usize, items: &[Item], text: &str, what: &str, numbering: &mut Numbering) -> Concepts {
        let Some(items) = printed_near(at, items, text, what) else { return self.concepts_of(what, numbering) };
        self.begun.clear();
        let (mut all, mut seconds) = (Concepts::default(), 0);
        for (at, known) in items.iter().filter_map(|item| self.known.get(usize::from(item.index))).enumerate() {
            if seconds & known.own != 0 {
                self.begun.push((at - 1, Concepts::default()));
            }
            seconds = known.seconds;
            all |= known.alone;
        }
        self.open(items);
        self.begun.iter().fold(all, |all, (_, concepts)| all | *concepts)
    }

    #[inline]
    fn index(&mut self, number: usize, text: &str, token: &Token) -> Index {
        match self.indices.get(number) {
            Some(index) if *index != NEW => *index,
            _ => self.look_up(number, text, token),
        }
    }

    /// Looks a word or mark up for the first time.
    #[cold]
    fn look_up(&mut self, number: usize, text: &str, token: &Token) -> Index {
        if self.indices.len() <= number {
            self.indices.resize(number + 1, NEW);
        }
        let printed = token.span.of(text);
        let word = if token.is_word() { self.lexicon.word(printed) } else { Word::default() };
        let role = Role::of(printed);
        let mut index = UNREMARKABLE;
        if (role != Role::Other || !word.is_unknown()) && self.known.len() < usize::from(NEW) {
            index = self.known.len() as Index;
            self.known.push(Known { role, alone: word.alone, own: word.own, seconds: word.seconds });
            self.words.push(word);
        }
        if let Some(known) = self.indices.get_mut(number) {
            *known = index;
        }
        index
    }

    /// Finds the phrases that begin where two words may begin one.
    fn open(&mut self, items: &[Item]) {
        let (words, lexicon) = (&self.words, self.lexicon);
        let word = |item: &Item| words.get(usize::from(item.index));
        for (at, concepts) in &mut self.begun {
            let [first, second, behind @ ..] = items.get(*at..).unwrap_or_default() else { continue };
            let (Some(one), Some(two)) = (word(first), word(second)) else { continue };
            let pair = self.pairs.entry((first.index, second.index)).or_insert_with(|| lexicon.pair(one, two));
            *concepts = pair.concepts | pair.going_on(behind.iter().filter_map(word));
        }
    }
}

/// A description is looked for so many items behind its figure and in front of it: a sentence may be as long as a report.
const REACH: (usize, usize) = (16, 48);

/// The items that a description consists of, where it is printed near item `at` from the beginning of one to the end of another.
fn printed_near<'i>(at: usize, items: &'i [Item], text: &str, what: &str) -> Option<&'i [Item]> {
    let (text, what) = (text.as_bytes(), what.as_bytes());
    let first = what.first();
    let begins = |item: &Item| {
        let from = item.span.start as usize;
        text.get(from) == first && text.get(from..).is_some_and(|behind| behind.starts_with(what))
    };
    let (front, behind) = items.split_at_checked(at)?;
    let in_front = || front.iter().rev().take(REACH.1).position(begins).map(|before| at - 1 - before);
    let start = behind.iter().take(REACH.0).position(begins).map_or_else(in_front, |behind| Some(at + behind));
    let from = items.get(start?..)?;
    let end = from.first()?.span.start as usize + what.len();
    let last = from.iter().take_while(|item| item.span.end as usize <= end).count();
    let found = from.get(..last)?;
    found.last().filter(|item| item.span.end as usize == end).map(|_| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_role_however_it_is_printed_first() {
        for (printed, role) in [("From", Role::From), ("central", Role::Payer), ("Central", Role::Payer), ("Government", Role::Government)]
        {
            assert_eq!(Role::of(printed), role, "{printed}");
        }
    }

    #[test]
    fn words_stems_and_phrases_are_found() {
        let lexicon = Box::leak(Box::new(Lexicon::load("move: relocat* | resettle*\npoor: poor | anti-poverty funds\n")));
        let text = "Relocation of the poor with anti-poverty funds.";
        let mut reader = Reader::new(lexicon);
        let mut items = Vec::new();
        let all = Span::new(0, text.len());
        let mut numbering = Numbering::new(crate::language::english());
        let read = ReadText::numbered(text, all, &mut numbering);
        let together = reader.read(&read, all, &mut items);
        let found: Vec<bool> = items.iter().map(|i| i.concepts.intersects(lexicon.concept("poor"))).collect();
        assert_eq!(found, [false, false, false, true, false, true, false, false, false]);
        assert!(items[0].concepts.intersects(lexicon.concept("move")));
        assert_eq!(together, lexicon.concept("poor") | lexicon.concept("move"));
        let mut near = |what| reader.concepts_near(4, &items, text, what, &mut numbering);
        assert_eq!(near("poor with anti-poverty funds"), lexicon.concept("poor"));
        assert_eq!(near("anti-poverty funds"), lexicon.concept("poor"));
        assert_eq!((near("with anti-poverty"), near("with anti-poverty fund")), (Concepts::default(), Concepts::default()));
        assert_eq!(lexicon.concept("absent"), Concepts::default());
    }
}
