//! Character references of HTML: numeric ones, and the named ones that reports use.

/// Names of U+00A0 to U+00FF, in order.
const LATIN_1: &[&str] = &[
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy", "reg", "macr",
    "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34",
    "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig", "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave",
    "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute",
    "Ucirc", "Uuml", "Yacute", "THORN", "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave",
    "eacute", "ecirc", "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
    "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
];

const OTHERS: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("hellip", '…'),
    ("bull", '•'),
    ("euro", '€'),
    ("trade", '™'),
    ("minus", '−'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("asymp", '≈'),
    ("permil", '‰'),
    ("prime", '′'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("rarr", '→'),
];

/// No name in use is longer.
const LONGEST: usize = 10;

/// Replaces the character references of `raw`; what is none stays as it is.
pub(super) fn decode(raw: &str) -> String {
    let mut decoded = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        let (before, reference) = rest.split_at(at);
        decoded.push_str(before);
        let (c, length) = reference_at(reference).unwrap_or(('&', 1));
        decoded.push(c);
        rest = reference.get(length..).unwrap_or_default();
    }
    decoded.push_str(rest);
    decoded
}

/// The character that a reference at the start of `text` stands for, and its length in bytes.
fn reference_at(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST + 2).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((c, end + 1))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    // Pages declare Latin-1 and mean Windows-1252.
    let code = match code {
        0x91 | 0x92 => code - 0x91 + 0x2018,
        0x93 | 0x94 => code - 0x93 + 0x201c,
        0x96 | 0x97 => code - 0x96 + 0x2013,
        0x80 => 0x20ac,
        0x85 => 0x2026,
        other => other,
    };
    char::from_u32(code).filter(|c| *c != '\0')
}

fn named(name: &str) -> Option<char> {
    let latin = || LATIN_1.iter().position(|known| *known == name).and_then(|at| char::from_u32(0xa0 + at as u32));
    OTHERS.iter().find(|(known, _)| *known == name).map(|(_, c)| *c).or_else(latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_and_numbered_references() {
        assert_eq!(decode("C&ocirc;te &#100;&#x27;Ivoire&nbsp;&euro;5 &#150; &yuml;"), "Côte d'Ivoire\u{a0}€5 – ÿ");
        assert_eq!(LATIN_1.len(), 96);
    }

    #[test]
    fn what_is_no_reference_stays() {
        assert_eq!(decode("R&D; & &; &#xzz; &#0; &unknownname; &amp"), "R&D; & &; &#xzz; &#0; &unknownname; &amp");
    }
}
