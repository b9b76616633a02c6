//! The words of a whole report, numbered, as a reader counts them: a hyphen between letters belongs to the word.
//!
//! From the tokens of its sections, to the stations that look around figures when all of them are read (the audit). Kept apart from the
//! tokens, because it outlives them: a token with its readings takes four times the room.

use super::{Numbering, ReadText, english};
use crate::analysis::Section;
use crate::text::{Span, Token, first_from};

/// A word, a run of digits or a mark.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// Where it stands in the report.
    pub span: Span,
    /// Its number, the same for the same word of the report whatever its case; 0 for digits.
    pub number: u32,
    /// The mark, if it is one of ASCII; 0 for a word.
    pub mark: u8,
    /// Whether it is of letters.
    pub is_letters: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Word {
    fn new(token: &Token, number: u32) -> Self {
        let mark = token.mark().map_or(0, |m| u8::try_from(m).unwrap_or(NO_ASCII));
        Self { span: token.span, number, mark, is_letters: token.is_word(), capital: token.capital }
    }
}

/// The words of a report's sections, in the order of the text.
#[derive(Debug, Clone)]
pub struct Transcript {
    words: Vec<Word>,
    distinct: u32,
}

impl Transcript {
    /// The words of a report's sections, read by themselves.
    pub fn of(text: &str, sections: &[Section]) -> Self {
        let (mut transcript, mut numbering) = (Self::with_room(text.len()), Numbering::new(english()));
        for section in sections {
            transcript.add(&ReadText::numbered(text, section.prose(), &mut numbering), &mut numbering);
        }
        transcript
    }

    /// Nothing yet, with room for the words of so many bytes of text.
    pub fn with_room(bytes: usize) -> Self {
        Self { words: Vec::with_capacity(bytes / BYTES_A_WORD), distinct: 0 }
    }

    /// Adds the words of the next section. `numbering` has numbered its tokens.
    pub fn add(&mut self, read: &ReadText, numbering: &mut Numbering) {
        let mut hyphen = None;
        let mut joined = false;
        for (token, number) in read.tokens.iter().zip(&read.numbers) {
            if token.span.is_empty() {
                continue;
            }
            if token.is('-') {
                let before = self.words.last().filter(|w| w.is_letters && w.span.end == token.span.start);
                hyphen = before.map(|_| token.span.end);
                continue;
            }
            if hyphen.take() == Some(token.span.start)
                && token.is_word()
                && let Some(word) = self.words.last_mut()
            {
                word.span = word.span.cover(token.span);
                joined = true;
                continue;
            }
            if std::mem::take(&mut joined) {
                self.number_joined(read.text, numbering);
            }
            self.words.push(Word::new(token, *number));
        }
        if joined {
            self.number_joined(read.text, numbering);
        }
        self.distinct = numbering.count();
    }

    /// Numbers the last word, which hyphens have joined, once all its pieces are known: a chain of them may be as long as the text.
    fn number_joined(&mut self, text: &str, numbering: &mut Numbering) {
        if let Some(word) = self.words.last_mut() {
            word.number = numbering.number(text, word.span);
        }
    }

    /// The words that begin in a stretch of the text, and the place of the first: whoever looks for a later stretch begins there, at `from`.
    pub fn within(&self, from: usize, stretch: Span) -> (usize, &[Word]) {
        let first = first_from(&self.words, from, |w| w.span.start < stretch.start);
        let rest = self.words.get(first..).unwrap_or_default();
        // A stretch is a sentence, a small part of the rest.
        (first, rest.get(..rest.iter().take_while(|w| w.span.start < stretch.end).count()).unwrap_or_default())
    }

    /// All words.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Numbers of words are below this one.
    pub fn distinct(&self) -> usize {
        self.distinct as usize
    }
}

/// Fewest bytes that the words and marks of prose take on average, with the blanks between them.
const BYTES_A_WORD: usize = 5;

/// Stands for a mark that is not of ASCII.
const NO_ASCII: u8 = 0xff;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_join_letters_and_the_whole_has_one_number() {
        let text = "Poverty-relief-fund 5-year, the poverty-relief-fund; poverty - and anti-";
        let mut numbering = Numbering::new(english());
        let mut transcript = Transcript::with_room(text.len());
        transcript.add(&ReadText::numbered(text, Span::new(0, text.len()), &mut numbering), &mut numbering);
        let printed: Vec<&str> = transcript.words().iter().map(|w| w.span.of(text)).collect();
        assert_eq!(printed, ["Poverty-relief-fund", "5", "year", ",", "the", "poverty-relief-fund", ";", "poverty", "and", "anti"]);
        let number = |at: usize| transcript.words()[at].number;
        assert_eq!(number(0), number(5));
        assert_ne!(number(0), number(7));
    }
}
