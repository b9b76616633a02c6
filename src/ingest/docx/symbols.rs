//! Characters of symbol fonts, which Word keeps as numbers in an area that Unicode leaves to private use.

/// The private area begins here; what is added is the number in the font.
const PRIVATE: u32 = 0xf000;

/// Those of the font Symbol that reports use, by their number.
const SYMBOL: &[(u32, char)] = &[
    (0x2a, '*'),
    (0x2b, '+'),
    (0x2d, '−'),
    (0x3c, '<'),
    (0x3d, '='),
    (0x3e, '>'),
    (0x6d, 'μ'),
    (0xa2, '′'),
    (0xa3, '≤'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xae, '→'),
    (0xd7, '·'),
];

/// What a character of a symbol font shows; a blank where it is an ornament.
pub(super) fn shown(c: char) -> char {
    let code = u32::from(c);
    if !(PRIVATE..PRIVATE + 0x100).contains(&code) {
        return c;
    }
    SYMBOL.iter().find(|(number, _)| *number == code - PRIVATE).map_or(' ', |(_, shown)| *shown)
}

/// What the character of an element `w:sym` shows, by its number in hexadecimal digits.
pub(super) fn of_code(code: &str) -> char {
    let number = u32::from_str_radix(code, 16).unwrap_or_default();
    // Some programs leave the beginning of the private area out.
    let number = if number < 0x100 { number + PRIVATE } else { number };
    char::from_u32(number).map_or(' ', shown)
}
