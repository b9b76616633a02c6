//! Words as numbers: up to twenty-four bytes in lower case, packed, so that a look-up compares three numbers instead of strings.

use super::Span;
use super::bytes::{is_ascii, lower};
use super::lex::SOFT_HYPHEN;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Bytes of the longest word that is packed.
const LONGEST_WORD: usize = 24;

/// A word in lower case (of ASCII letters; others keep theirs), without the soft hyphens that print leaves in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordKey(u64, u64, u64);

impl Hash for WordKey {
    /// One number for the hasher: most words are shorter than nine bytes.
    fn hash<H: Hasher>(&self, state: &mut H) {
        let all = self.mixed();
        // Hashers multiply, which carries upwards only: the last letters are brought down to where the first ones are.
        state.write_u64(all ^ all >> 32);
    }
}

/// Keeps the parts of a key apart from each other.
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

impl WordKey {
    /// The key of a word by itself; `None` for a longer word than any vocabulary holds.
    pub fn new(word: &str) -> Option<Self> {
        Self::of(word, Span::new(0, word.len()))
    }

    /// The key of a word of any length; that of a long one is a hash of its bytes, with a mark that no text has.
    pub fn whole(word: &str) -> Self {
        Self::new(word).unwrap_or_else(|| {
            let mut hasher = FxHasher::default();
            word.hash(&mut hasher);
            Self(hasher.finish(), word.len() as u64, u64::MAX)
        })
    }

    /// The key that no word of a text has: its bytes are none of UTF-8.
    pub const NONE: Self = Self(u64::MAX, 0, 0);

    /// One of two to the power of `bits` places, the same for the same word.
    #[inline]
    pub fn place(self, bits: u32) -> usize {
        (self.mixed().wrapping_mul(ODD) >> (u64::BITS - bits)) as usize
    }

    #[inline]
    fn mixed(self) -> u64 {
        self.0 ^ self.1.wrapping_mul(ODD) ^ self.2.wrapping_mul(ODD).rotate_left(32)
    }

    /// The first eight bytes.
    pub fn beginning(self) -> [u8; 8] {
        self.0.to_le_bytes()
    }

    /// The key of the word at a place in a text.
    #[inline]
    pub fn of(text: &str, span: Span) -> Option<Self> {
        let (from, len) = (text.as_bytes().get(span.start as usize..)?, span.len());
        if len <= 8 {
            let word = keep(eight(from), len);
            if is_ascii(word) {
                return Some(Self(lower(word), 0, 0));
            }
        } else if len <= 16 {
            let (first, second) = (eight(from), keep(eight(from.get(8..)?), len - 8));
            if is_ascii(first | second) {
                return Some(Self(lower(first), lower(second), 0));
            }
        }
        Self::of_any(text, span, from)
    }

    /// The key of a word of any length and letters, with what of the text begins at it.
    fn of_any(text: &str, span: Span, from: &[u8]) -> Option<Self> {
        let len = span.len();
        let part = |at: usize| keep(eight(from.get(at..).unwrap_or_default()), len.saturating_sub(at));
        let key = Self(part(0), part(8), part(16));
        if len > LONGEST_WORD || !is_ascii(key.0 | key.1 | key.2) { key.foreign(span.of(text)) } else { Some(key.lower()) }
    }

    /// The key of a word of other than ASCII letters, or of a long one; `self` are its first bytes.
    fn foreign(self, word: &str) -> Option<Self> {
        if word.contains(SOFT_HYPHEN) {
            Self::new(&word.replace(SOFT_HYPHEN, ""))
        } else {
            (word.len() <= LONGEST_WORD).then(|| self.lower())
        }
    }

    fn lower(self) -> Self {
        Self(lower(self.0), lower(self.1), lower(self.2))
    }
}

/// The eight bytes that begin a text, zeros behind its end.
#[inline]
fn eight(from: &[u8]) -> u64 {
    let short = || from.iter().rev().fold(0, |bytes, byte| bytes << 8 | u64::from(*byte));
    from.first_chunk().map_or_else(short, |bytes| u64::from_le_bytes(*bytes))
}

/// The first `len` bytes of eight.
fn keep(bytes: u64, len: usize) -> u64 {
    bytes & u64::MAX.checked_shr(64 - 8 * len.min(8) as u32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_the_word_in_lower_case() {
        for byte in 0..128_u8 {
            let word = char::from(byte).to_string().repeat(11);
            assert_eq!(WordKey::new(&word), WordKey::new(&word.to_ascii_lowercase()), "{word}");
            assert_eq!(WordKey::new(&word) == WordKey::new("aaaaaaaaaaa"), word.eq_ignore_ascii_case("aaaaaaaaaaa"));
        }
    }

    #[test]
    fn place_and_length_count() {
        let text = "In the Municipalities: ÉCOLES; antidisestablishmentarianism and";
        let key = |word: &str| WordKey::of(text, Span::new(text.find(word).unwrap(), text.find(word).unwrap() + word.len()));
        assert_eq!(key("Municipalities"), WordKey::new("municipalities"));
        assert_ne!(key("Municipal"), WordKey::new("municipalities"));
        assert_eq!(key("ÉCOLES"), WordKey::new("Écoles"));
        assert_ne!(key("ÉCOLES"), WordKey::new("école"));
        assert_eq!(key("and"), WordKey::new("AND"));
        assert_eq!(key("antidisestablishmentarianism"), None);
        assert_eq!(WordKey::new("Mil\u{ad}lion"), WordKey::new("million"));
        assert_eq!(WordKey::new("mu\u{ad}ni\u{ad}ci\u{ad}pa\u{ad}li\u{ad}ties"), WordKey::new("municipalities"));
    }
}
