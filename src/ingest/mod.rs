//! From the bytes of a file to the decoded text of a report.
//!
//! Media type and encoding are read from the bytes themselves, the name only helps. Nothing here depends on a platform: encodings
//! other than UTF-8 and UTF-16 are decoded by a function that the caller passes (`encoding_rs` in the command line program, the
//! browser's `TextDecoder` in the worker).

mod archive;
mod broken;
#[cfg(feature = "documents")]
mod docx;
mod encoding;
mod entity;
#[cfg(feature = "documents")]
mod flow;
mod html;
mod lines;
mod markdown;
#[cfg(feature = "documents")]
mod odt;
#[cfg(feature = "documents")]
mod package;
#[cfg(feature = "documents")]
pub mod pdf;
mod raised;
mod refusal;
mod sniff;
#[cfg(feature = "documents")]
mod xml;

pub use refusal::ReadError;
pub use sniff::Format;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// A decoded report with what is known of its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceText {
    /// File name, without folders.
    pub name: String,
    /// Media type as recognised ("text/plain").
    pub media_type: String,
    /// Encoding the bytes were decoded from, lower case ("utf-8", "gb18030"); of a document, its format ("docx").
    pub encoding: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// The decoded text that all offsets of the analysis point into. For a plain UTF-8 file without a byte-order mark it is the
    /// file, byte for byte, but for words broken at the end of a line: these are whole, in as many bytes.
    pub text: String,
}

/// Decodes bytes from the encoding named by a WHATWG label; `None` when it does not know the label or the bytes do not fit.
pub type Decoder<'a> = &'a dyn Fn(&[u8], &str) -> Option<String>;

/// Offsets are `u32` and the analysis holds a few copies; nobody writes a report of a gigabyte.
const MOST_BYTES: usize = 1 << 30;

/// Reads the bytes of a file.
///
/// # Errors
/// A [`ReadError`] whose text says in a sentence what the reader can do.
///
/// ```
/// let source = provenance::ingest::read("reports/kenya.txt", b"Kenya\n").unwrap();
/// assert_eq!((source.name.as_str(), source.text.as_str()), ("kenya.txt", "Kenya\n"));
/// ```
pub fn read(name: &str, bytes: &[u8]) -> Result<SourceText, ReadError> {
    read_with(name, bytes, &encoding::built_in)
}

/// Reads the bytes of a file; encodings other than UTF-8 and UTF-16 are left to `decoder`.
///
/// # Errors
/// As [`read`].
pub fn read_with(name: &str, bytes: &[u8], decoder: Decoder) -> Result<SourceText, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge);
    }
    if let Some(format) = sniff::document(bytes)? {
        return document(name, bytes, format);
    }
    let encoding::Decoded { text: raw, encoding } = encoding::decode(bytes, decoder)?;
    if raw.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let media_type = sniff::media_type(name, &raw);
    let text = match media_type {
        sniff::HTML => html::to_text(&raw),
        // A plain text with a few headings of this kind stays the file, byte for byte.
        sniff::MARKDOWN if sniff::is_named_markdown(name) => markdown::to_text(&broken::joined(raw)),
        _ => broken::joined(raw),
    };
    if text.trim().is_empty() {
        return Err(ReadError::NoText);
    }
    Ok(SourceText {
        name: base_name(name).to_owned(),
        media_type: media_type.to_owned(),
        encoding,
        bytes: bytes.len() as u64,
        sha256: sha256(bytes),
        text,
    })
}

/// What is known of a document's file once its text was read out of it, so that the text alone can travel on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// As in [`SourceText`].
    pub media_type: String,
    /// As in [`SourceText`].
    pub encoding: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
}

impl SourceText {
    /// Text and file apart.
    pub fn into_original(self) -> (Original, String) {
        let Self { name: _, media_type, encoding, bytes, sha256, text } = self;
        (Original { media_type, encoding, bytes, sha256 }, text)
    }

    /// The text of a document together with what is known of its file.
    pub fn of_original(name: &str, original: Original, text: String) -> Self {
        let Original { media_type, encoding, bytes, sha256 } = original;
        Self { name: base_name(name).to_owned(), media_type, encoding, bytes, sha256, text }
    }
}

/// The format of a document; `None` for text, and for what no reader is there for.
pub fn format_of(bytes: &[u8]) -> Option<Format> {
    sniff::document(bytes).ok().flatten()
}

/// Reads the bytes of a document, and of nothing else.
///
/// # Errors
/// As [`read`]; [`ReadError::Binary`] for what is no document.
#[cfg(feature = "documents")]
pub fn read_document(name: &str, bytes: &[u8]) -> Result<SourceText, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge);
    }
    document(name, bytes, sniff::document(bytes)?.ok_or(ReadError::Binary)?)
}

#[cfg(feature = "documents")]
fn document(name: &str, bytes: &[u8], format: Format) -> Result<SourceText, ReadError> {
    let text = match format {
        Format::Docx => docx::to_text(bytes)?,
        Format::Odt => odt::to_text(bytes)?,
        Format::Pdf => pdf::to_text(bytes)?,
    };
    if text.trim().is_empty() {
        return Err(ReadError::NoWords);
    }
    Ok(SourceText {
        name: base_name(name).to_owned(),
        media_type: format.media_type().to_owned(),
        encoding: format.name().to_owned(),
        bytes: bytes.len() as u64,
        sha256: sha256(bytes),
        text,
    })
}

/// A build without the feature "documents" has no readers for them.
#[cfg(not(feature = "documents"))]
fn document(_name: &str, _bytes: &[u8], _format: Format) -> Result<SourceText, ReadError> {
    Err(ReadError::NoReader)
}

fn base_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_utf8_is_kept_byte_for_byte() {
        let bytes = "\u{3000} Hebei\r\n\r\n 河北\t12%\n\n".as_bytes();
        let source = read("C:\\reports\\hebei.txt", bytes).unwrap();
        assert_eq!(source.text.as_bytes(), bytes);
        assert_eq!((source.name.as_str(), source.media_type.as_str(), source.encoding.as_str()), ("hebei.txt", "text/plain", "utf-8"));
        assert_eq!(source.bytes, bytes.len() as u64);
    }

    #[test]
    fn the_hash_is_that_of_the_file() {
        let source = read("a", b"abc").unwrap();
        assert_eq!(source.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn html_becomes_text_and_nothing_left_is_said_so() {
        let page = b"<!doctype html><title>x</title><h2>Kenya</h2><p>Cases fell by 3&#37;.";
        let source = read("page", page).unwrap();
        assert_eq!(source.media_type, "text/html");
        assert_eq!(source.text.trim(), "## Kenya\n\nCases fell by 3%.");
        assert_eq!(read("page.html", b"<html><script>var a = 1;</script></html>"), Err(ReadError::NoText));
    }

    #[test]
    fn markdown_by_name_becomes_text_and_a_plain_file_stays() {
        let text = "# Wells\n\n## Marsh\n\nIt had 29\\.6 *thousand* wells.\n";
        assert_eq!(read("wells.md", text.as_bytes()).unwrap().text, "# Wells\n\n## Marsh\n\nIt had 29.6 thousand wells.\n");
        let plain = read("wells.txt", text.as_bytes()).unwrap();
        assert_eq!((plain.text.as_str(), plain.media_type.as_str()), (text, "text/markdown"));
    }

    #[test]
    fn an_empty_file_is_refused() {
        for bytes in [&b""[..], b" \n\t ", b"\xef\xbb\xbf"] {
            assert_eq!(read("a.txt", bytes), Err(ReadError::Empty));
        }
    }

    #[cfg(feature = "documents")]
    #[test]
    fn of_a_document_the_file_is_told_and_the_text_inside_is_read() {
        let document = |text: &str| {
            let main = format!(
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:document>"
            );
            crate::export::zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", main.as_bytes())])
        };
        let bytes = document("It dug 12 wells.");
        let source = read("reports/wells.docx", &bytes).unwrap();
        assert_eq!((source.name.as_str(), source.text.as_str()), ("wells.docx", "It dug 12 wells.\n"));
        assert_eq!(
            (source.media_type.as_str(), source.bytes, source.sha256),
            (Format::Docx.media_type(), bytes.len() as u64, sha256(&bytes))
        );
        assert_eq!(read_document("wells.docx", &bytes), read("wells.docx", &bytes));
        assert_eq!(read_document("wells.txt", b"It dug 12 wells."), Err(ReadError::Binary));
        assert_eq!(read("wells.docx", &document(" ")), Err(ReadError::NoWords));
        assert_eq!(read("wells.docx", &bytes[..bytes.len() / 2]), Err(ReadError::Damaged));
    }

    #[test]
    fn other_encodings_are_asked_of_the_decoder() {
        let decoder = |_: &[u8], label: &str| (label == "gb18030").then(|| "河北".to_owned());
        let source = read_with("a.txt", b"\xba\xd3\xb1\xb1\xa1\xa3\xba\xd3\xb1\xb1", &decoder).unwrap();
        assert_eq!((source.text.as_str(), source.encoding.as_str()), ("河北", "gb18030"));
        let none = |_: &[u8], _: &str| None;
        assert_eq!(read_with("a.txt", b"\xba\xd3\xb1\xb1", &none), Err(ReadError::UnknownEncoding));
    }
}
