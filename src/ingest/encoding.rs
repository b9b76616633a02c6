//! From bytes to characters: UTF-8 and UTF-16 here, everything else by the caller's decoder.

use super::{Decoder, ReadError};
use crate::text::count;

/// Decoded text and the encoding it was in.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: String,
}

impl Decoded {
    fn new(text: String, encoding: &str) -> Self {
        Self { text, encoding: encoding.to_owned() }
    }
}

/// Decodes a whole file: by its byte-order mark, as UTF-8, as UTF-16 without mark, by the encoding that an HTML page declares, or by
/// the pattern of its bytes.
pub(super) fn decode(bytes: &[u8], decoder: Decoder) -> Result<Decoded, ReadError> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok(Decoded::new(String::from_utf8_lossy(rest).into_owned(), "utf-8"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok(Decoded::new(utf16(rest, u16::from_le_bytes), "utf-16le"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok(Decoded::new(utf16(rest, u16::from_be_bytes), "utf-16be"));
    }
    match unmarked_utf16(bytes) {
        Some(Order::Little) => return Ok(Decoded::new(utf16(bytes, u16::from_le_bytes), "utf-16le")),
        Some(Order::Big) => return Ok(Decoded::new(utf16(bytes, u16::from_be_bytes), "utf-16be")),
        None if is_binary(bytes) => return Err(ReadError::Binary),
        None => {}
    }
    if let Some(text) = utf8(bytes) {
        return Ok(Decoded::new(text, "utf-8"));
    }
    let labels = declared(bytes).into_iter().chain(likely(bytes).iter().map(|label| (*label).to_owned()));
    labels.into_iter().find_map(|label| Some(Decoded::new(decoder(bytes, &label)?, &label))).ok_or(ReadError::UnknownEncoding)
}

/// UTF-8, also with a few damaged bytes: those become U+FFFD, as every browser shows them.
fn utf8(bytes: &[u8]) -> Option<String> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let (mut sound, mut damaged) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    (sound >= damaged * 20).then(|| String::from_utf8_lossy(bytes).into_owned())
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| match pair {
        [a, b] => unit([*a, *b]),
        _ => 0xfffd,
    });
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

enum Order {
    Little,
    Big,
}

/// UTF-16 without a mark shows in the zero halves of its blanks, digits and Latin letters: all on one side.
fn unmarked_utf16(bytes: &[u8]) -> Option<Order> {
    let head = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let enough = head.len() / 20;
    if even == 0 && odd > enough {
        return Some(Order::Little);
    }
    (odd == 0 && even > enough).then_some(Order::Big)
}

/// Zeros, or more than one control character in fifty.
fn is_binary(bytes: &[u8]) -> bool {
    let many = |count: usize| count * 50 > bytes.len();
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1a | 0x1b);
    // The first count is quick, and mostly enough.
    bytes.contains(&0) || many(count(bytes, |byte| byte < 0x20)) && many(bytes.iter().filter(control).count())
}

/// The encoding that an HTML or XML head declares.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(bytes)).to_lowercase();
    let (_, after) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label: String =
        after.trim_start_matches(['"', '\'', ' ']).chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    (!label.is_empty() && label != "utf-8").then_some(label)
}

/// GB18030 has its high bytes in pairs, or in fours with digits between; Western text has them mostly alone among ASCII letters.
fn likely(bytes: &[u8]) -> &'static [&'static str] {
    let (mut multibyte, mut alone) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| *byte >= 0x80) {
        rest = rest.get(at..).unwrap_or_default();
        let length = match rest {
            [_, b'0'..=b'9', 0x81..=0xfe, b'0'..=b'9', ..] => 4,
            [_, 0x80..=0xfe, ..] => 2,
            _ => 1,
        };
        *(if length > 1 { &mut multibyte } else { &mut alone }) += 1;
        rest = rest.get(length..).unwrap_or_default();
    }
    if multibyte > alone { &["gb18030", "windows-1252"] } else { &["windows-1252"] }
}

/// The decoder of the command line program. Without it (in the browser) there is none, and the caller passes its own.
#[cfg(feature = "cli")]
pub(super) fn built_in(bytes: &[u8], label: &str) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// The decoder of the command line program. Without it (in the browser) there is none, and the caller passes its own.
#[cfg(not(feature = "cli"))]
pub(super) fn built_in(_bytes: &[u8], _label: &str) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<(String, String), ReadError> {
        decode(bytes, &built_in).map(|decoded| (decoded.text, decoded.encoding))
    }

    fn utf16_bytes(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn byte_order_marks_are_stripped() {
        assert_eq!(read(b"\xef\xbb\xbfKenya"), Ok(("Kenya".into(), "utf-8".into())));
        let marked = utf16_bytes("\u{feff}Kenya 河北 \u{1f33e}", u16::to_le_bytes);
        assert_eq!(read(&marked), Ok(("Kenya 河北 \u{1f33e}".into(), "utf-16le".into())));
        let marked = utf16_bytes("\u{feff}Kenya", u16::to_be_bytes);
        assert_eq!(read(&marked), Ok(("Kenya".into(), "utf-16be".into())));
    }

    #[test]
    fn utf16_without_a_mark_is_recognised() {
        assert_eq!(read(&utf16_bytes("Kenya 12%", u16::to_le_bytes)), Ok(("Kenya 12%".into(), "utf-16le".into())));
        assert_eq!(read(&utf16_bytes("Kenya 12%", u16::to_be_bytes)), Ok(("Kenya 12%".into(), "utf-16be".into())));
    }

    #[test]
    fn half_a_unit_or_a_lone_surrogate_becomes_the_replacement_character() {
        assert_eq!(read(b"\xff\xfeK\0e"), Ok(("K\u{fffd}".into(), "utf-16le".into())));
        assert_eq!(read(b"\xff\xfe\x00\xd8K\0"), Ok(("\u{fffd}K".into(), "utf-16le".into())));
    }

    #[test]
    fn binary_is_refused() {
        assert_eq!(read(b"abc\0def\0\0g"), Err(ReadError::Binary));
        assert_eq!(read(b"\x01\x02\x03\x04abc"), Err(ReadError::Binary));
    }

    #[test]
    fn a_few_damaged_bytes_leave_utf8() {
        let mut bytes = "河北省投入资金，其中中央财政资金占大部分，其余为省级配套。".as_bytes().to_vec();
        bytes.push(0xe6);
        let (text, encoding) = read(&bytes).unwrap();
        assert!(text.starts_with("河北省") && text.ends_with('\u{fffd}'));
        assert_eq!(encoding, "utf-8");
    }

    #[cfg(feature = "cli")]
    #[test]
    fn chinese_and_western_bytes_are_told_apart() {
        let chinese = encoding_rs::GB18030.encode("2012年河北省投入资金").0.into_owned();
        assert_eq!(read(&chinese), Ok(("2012年河北省投入资金".into(), "gb18030".into())));
        let quoted = encoding_rs::GB18030.encode("the \u{201c}Rain Plan\u{201d}\u{a0}of 2012").0.into_owned();
        assert_eq!(read(&quoted), Ok(("the \u{201c}Rain Plan\u{201d}\u{a0}of 2012".into(), "gb18030".into())));
        assert_eq!(read(b"C\xf4te d'Ivoire \x96 12%"), Ok(("Côte d'Ivoire – 12%".into(), "windows-1252".into())));
    }

    #[cfg(feature = "cli")]
    #[test]
    fn what_a_page_declares_comes_first() {
        let page = b"<meta charset=\"shift_jis\"><p>\x93\xfa\x96\x7b</p>";
        assert_eq!(read(page), Ok(("<meta charset=\"shift_jis\"><p>日本</p>".into(), "shift_jis".into())));
    }
}
