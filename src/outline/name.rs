//! Words of names as they are compared: case, accents, hyphens, full stops and possessives set aside.

use crate::text::lowered;

/// A word of a heading.
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Folded for comparison.
    pub(super) key: String,
    /// Begins like a name: capital, or a script without case; small words inside names count too.
    pub(super) named: bool,
    /// Stands directly after the word before, with no comma or the like between.
    pub(super) joined: bool,
}

/// Words of a heading. Hyphens, slashes and spaces part them; full stops and apostrophes belong to them ("U.K.", "Hawai'i").
pub(super) fn words(heading: &str) -> Words<'_> {
    Words { heading, at: 0, joined: true }
}

/// Words of a heading, read as far as they are asked for.
pub(super) struct Words<'a> {
    heading: &'a str,
    at: usize,
    joined: bool,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        loop {
            let rest = self.heading.get(self.at..)?;
            let start = rest.find(is_inner)?;
            let (between, rest) = rest.split_at(start);
            self.joined &= between.chars().all(|c| c.is_whitespace() || c == '-');
            let len = rest.find(|c| !is_inner(c)).unwrap_or(rest.len());
            let printed = rest.get(..len).unwrap_or_default().trim_end_matches(['.', '\'', '’']);
            let (from, joined) = (self.at + start, self.joined);
            (self.at, self.joined) = (from + len, true);
            if let Some(word) = word(printed, from, joined) {
                return Some(word);
            }
        }
    }
}

/// Whether a character belongs to a word.
fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '&') || is_mark(c)
}

fn word(printed: &str, start: usize, joined: bool) -> Option<Word> {
    // A possessive is not part of the name: "Ningxia's", but "Hawai'i".
    let bare = printed.strip_suffix("'s").or_else(|| printed.strip_suffix("’s")).unwrap_or(printed);
    let key = fold(bare);
    if key.is_empty() {
        return None;
    }
    let named = bare.chars().next().is_some_and(|c| !c.is_lowercase()) || bare.contains(char::is_uppercase) || is_particle(&key);
    Some(Word { start, end: start + bare.len(), key, named, joined })
}

/// Small words inside names: "Isle of Marsh", "Hauts-de-France", "Rio Grande do Norte", "Trás-os-Montes e Alto Douro".
pub(super) fn is_particle(key: &str) -> bool {
    matches!(key, "of" | "and" | "the" | "da" | "s" | "d" | "de" | "la" | "le" | "les" | "du" | "des" | "del" | "di" | "do" | "dos" | "das")
        || matches!(key, "el" | "los" | "las" | "al" | "y" | "e" | "et" | "en" | "sur" | "und" | "upon")
}

/// What `of` makes of the key of the last word in a run of letters without blanks; `false` where there is none.
pub(super) fn first_key(word: &str, of: impl Fn(&str) -> bool) -> bool {
    if is_plain(word) { lowered(word, |lower| of(spelled_out(lower))) } else { words(word).last().is_some_and(|last| of(&last.key)) }
}

/// Combining signs of Indic scripts, which are not letters by themselves.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{200c}' | '\u{200d}')
}

/// Whether a word has nothing but ASCII letters.
fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphabetic())
}

/// A word in lower case, without its abbreviation.
fn spelled_out(word: &str) -> &str {
    if word == "st" { "saint" } else { word }
}

/// A name as it is compared: lower case, accents off, hyphens as spaces, full stops and apostrophes dropped, "St." and "&" spelled out.
pub(super) fn fold(name: &str) -> String {
    if is_plain(name) {
        let lower = name.to_ascii_lowercase();
        return if spelled_out(&lower) == lower { lower } else { spelled_out(&lower).to_owned() };
    }
    let mut folded = String::with_capacity(name.len());
    let mut add = |c: char| match c {
        // The dot over the capital İ is that of the small i.
        '.' | '\'' | '’' | '(' | ')' | ',' | '\u{307}' => {}
        '-' | '–' | '/' => folded.push(' '),
        '&' => folded.push_str(" and "),
        _ => folded.push(without_accent(c)),
    };
    if name.is_ascii() {
        name.bytes().for_each(|b| add(char::from(b.to_ascii_lowercase())));
    } else {
        name.chars().flat_map(char::to_lowercase).for_each(add);
    }
    let mut key = String::with_capacity(folded.len());
    for word in folded.split_whitespace().map(spelled_out) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    if key.starts_with("the ") {
        key.drain(.."the ".len());
    }
    key
}

fn without_accent(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        other => other,
    }
}
