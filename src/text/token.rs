//! Tokens: the smallest pieces of text that rules speak of. A token is a kind and a span; its text is fetched on demand.

use super::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A run of letters, with inner apostrophes and hyphens split off.
    Word,
    /// A run that begins and ends with a digit, with the separators inside it ("12,34,567", "2.33,082").
    Digits,
    /// One other character that is no white space.
    Punct(char),
    /// The end of a paragraph: a line break that is no mere wrapping.
    Break,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the report's text.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether white space stands in front of it.
    pub spaced: bool,
    /// Whether a word begins with a capital.
    pub capital: bool,
}

impl Token {
    /// Whether the token is a word.
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether the token is a run of digits.
    pub fn is_digits(&self) -> bool {
        self.kind == TokenKind::Digits
    }

    /// Whether the token is this punctuation mark.
    pub fn is(&self, mark: char) -> bool {
        self.kind == TokenKind::Punct(mark)
    }

    /// The mark, if the token is punctuation.
    pub fn mark(&self) -> Option<char> {
        match self.kind {
            TokenKind::Punct(c) => Some(c),
            _ => None,
        }
    }
}
