//! Words in lower case without an allocation.

/// Words of so many letters are put in lower case without an allocation.
const USUAL: usize = 24;

/// What `of` makes of a word in lower case.
pub fn lowered<T>(word: &str, of: impl FnOnce(&str) -> T) -> T {
    // Most words are printed so.
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return of(word);
    }
    let mut buffer = [0_u8; USUAL];
    if let Some(lower) = buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        if let Ok(lower) = std::str::from_utf8(lower) {
            return of(lower);
        }
    }
    of(&word.to_lowercase())
}
