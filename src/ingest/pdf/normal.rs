//! Characters that print has and text has not: ligatures, odd spaces, soft hyphens.

/// Whether a character is a space of any width.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' || (c.is_control() && c != '\u{ad}')
}

/// A word in characters that text has. A soft hyphen stays at its end only, where the next line may need it.
pub(super) fn word(printed: &str) -> String {
    let mut text = String::with_capacity(printed.len());
    let last = printed.char_indices().next_back().map_or(0, |(at, _)| at);
    for (at, c) in printed.char_indices() {
        match c {
            'ﬀ' => text.push_str("ff"),
            'ﬁ' => text.push_str("fi"),
            'ﬂ' => text.push_str("fl"),
            'ﬃ' => text.push_str("ffi"),
            'ﬄ' => text.push_str("ffl"),
            'ﬅ' | 'ﬆ' => text.push_str("st"),
            // The hyphens of Unicode that are always shown.
            '\u{2010}' | '\u{2011}' => text.push('-'),
            '\u{ad}' if at != last => {}
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => text.push('\u{fffd}'),
            c => text.push(c),
        }
    }
    text
}

/// Whether a character belongs to a writing without spaces between words: Chinese, Japanese and their marks.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{303f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3134f}')
}

/// Whether two neighbours stand without a space where print has none of its own.
pub(super) fn stick(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(is_unspaced) && after.is_some_and(is_unspaced)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_and_hyphens_become_letters() {
        assert_eq!(word("ﬁnal"), "final");
        assert_eq!(word("aﬃliate"), "affiliate");
        assert_eq!(word("co\u{ad}operate\u{ad}"), "cooperate\u{ad}");
        assert_eq!(word("twenty\u{2010}two"), "twenty-two");
    }

    #[test]
    fn chinese_sticks_and_korean_and_latin_do_not() {
        assert!(stick(Some('河'), Some('北')) && stick(Some('。'), Some('在')));
        assert!(!stick(Some('河'), Some('1')) && !stick(Some('한'), Some('국')) && !stick(Some('a'), Some('b')));
    }
}
