//! What a file is: from its first bytes to a media type or a refusal.

use super::{ReadError, archive};

pub(super) const HTML: &str = "text/html";
pub(super) const MARKDOWN: &str = "text/markdown";
const PLAIN: &str = "text/plain";

/// How much of a file is looked at.
const HEAD: usize = 4096;

/// A format of documents: bytes that hold a text in a form of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Word's, from 2007 on.
    Docx,
    /// The `OpenDocument` format for texts, that of `LibreOffice` and others.
    Odt,
    /// Pages ready to print.
    Pdf,
}

impl Format {
    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Pdf => "application/pdf",
        }
    }

    /// Its short name, which is also the ending of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Pdf => "pdf",
        }
    }
}

/// Tells a document by its bytes; `None` for what may be a text.
///
/// # Errors
/// When the bytes are recognised as something else than text or such a document.
pub(super) fn document(bytes: &[u8]) -> Result<Option<Format>, ReadError> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let starts = |magic: &[u8]| head.starts_with(magic);
    if holds(head.get(..1024).unwrap_or(head), b"%PDF-") {
        return Ok(Some(Format::Pdf));
    }
    if archive::is_one(bytes) {
        return in_archive(bytes, head).map(Some);
    }
    if starts(b"\xd0\xcf\x11\xe0") {
        // The file system in a file of the older formats; today's programs wrap what they encrypt into one.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        return Err(if holds(bytes, &name) { ReadError::Locked } else { ReadError::OtherDocument });
    }
    if starts(b"{\\rtf") {
        return Err(ReadError::OtherDocument);
    }
    let archives: [&[u8]; 5] = [b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ"];
    let pictures: [&[u8]; 6] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF"];
    if archives.iter().any(|magic| starts(magic)) {
        return Err(ReadError::Archive);
    }
    if pictures.iter().any(|magic| starts(magic)) {
        return Err(ReadError::Picture);
    }
    if bytes.is_empty() { Err(ReadError::Empty) } else { Ok(None) }
}

fn holds(bytes: &[u8], name: &[u8]) -> bool {
    bytes.windows(name.len()).any(|window| window == name)
}

/// What an archive is by the files in it, in whatever order they are; one that was cut off by those at its beginning.
fn in_archive(bytes: &[u8], head: &[u8]) -> Result<Format, ReadError> {
    let Some(entries) = archive::entries(bytes) else {
        let is_document = holds(head, b"word/") || holds(head, b"opendocument.text");
        return Err(if is_document { ReadError::Damaged } else { ReadError::Archive });
    };
    let has = |name: &str| entries.iter().any(|entry| entry.name.eq_ignore_ascii_case(name));
    if has("[Content_Types].xml") && entries.iter().any(|entry| entry.name.to_ascii_lowercase().starts_with("word/")) {
        return Ok(Format::Docx);
    }
    // The first file of an `OpenDocument` says which sort it is, and is not compressed.
    let other = [&b"opendocument.spreadsheet"[..], b"opendocument.presentation", b"opendocument.graphics", b"epub"];
    let is_text = has("content.xml") && has("META-INF/manifest.xml") && !other.iter().any(|sort| holds(head, sort));
    if is_text { Ok(Format::Odt) } else { Err(ReadError::Archive) }
}

/// The media type of a decoded text: HTML by its first tags, Markdown by name or by its headings, else plain.
pub(super) fn media_type(name: &str, text: &str) -> &'static str {
    if is_html(text) || (ends(name, &[".html", ".htm", ".xhtml"]) && text.contains("</")) {
        HTML
    } else if is_named_markdown(name) || has_markdown_headings(text) {
        MARKDOWN
    } else {
        PLAIN
    }
}

/// Whether a file's name says that it is Markdown.
pub(super) fn is_named_markdown(name: &str) -> bool {
    ends(name, &[".md", ".markdown"])
}

fn ends(name: &str, endings: &[&str]) -> bool {
    let name = name.to_lowercase();
    endings.iter().any(|ending| name.ends_with(ending))
}

fn is_html(text: &str) -> bool {
    let text = text.trim_start();
    let first: String = text.chars().take(HEAD).flat_map(char::to_lowercase).collect();
    let opens =
        ["<!doctype html", "<html", "<head", "<body", "<h1", "<div", "<p>", "<!--", "<?xml"].iter().any(|tag| first.starts_with(tag));
    opens && ["<html", "<body", "</p>", "</div>", "</h1>", "</h2>", "<p>"].iter().any(|tag| first.contains(tag))
}

fn has_markdown_headings(text: &str) -> bool {
    let is_heading = |line: &&str| {
        let rest = line.trim_start_matches('#');
        (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
    };
    text.lines().filter(is_heading).take(2).count() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::export::zip;

    fn archive(names: &[&str]) -> Vec<u8> {
        zip(&names.iter().map(|name| (*name, &b"x"[..])).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_no_text_is_told_by_its_first_bytes() {
        assert_eq!(document(b"%PDF-1.7\n"), Ok(Some(Format::Pdf)));
        assert_eq!(document(b"{\\rtf1\\ansi"), Err(ReadError::OtherDocument));
        assert_eq!(document(b"\x89PNG\r\n"), Err(ReadError::Picture));
        assert_eq!(document(b"\x1f\x8b\x08"), Err(ReadError::Archive));
        assert_eq!(document(b"Kenya"), Ok(None));
        assert_eq!(document(b""), Err(ReadError::Empty));
    }

    #[test]
    fn archives_are_told_by_the_files_in_them_in_any_order() {
        let long = format!("media/{}.png", "x".repeat(HEAD));
        for (names, wanted) in [
            (&["[Content_Types].xml", "_rels/.rels", "word/document.xml"][..], Ok(Some(Format::Docx))),
            (&[long.as_str(), "word\\document.xml", "[Content_Types].xml"], Ok(Some(Format::Docx))),
            (&["[Content_Types].xml", "xl/workbook.xml"], Err(ReadError::Archive)),
            (&["META-INF/manifest.xml", "content.xml"], Ok(Some(Format::Odt))),
            (&["word/list.txt"], Err(ReadError::Archive)),
            (&[], Err(ReadError::Archive)),
        ] {
            assert_eq!(document(&archive(names)), wanted, "{names:?}");
        }
        let sheet = zip(&[
            ("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]),
            ("content.xml", b""),
            ("META-INF/manifest.xml", b""),
        ]);
        assert_eq!(document(&sheet), Err(ReadError::Archive));
    }

    #[test]
    fn something_in_front_of_an_archive_or_behind_it_does_no_harm() {
        let mut bytes = archive(&["[Content_Types].xml", "word/document.xml"]);
        bytes.extend(b"a comment");
        assert_eq!(document(&bytes), Ok(Some(Format::Docx)));
        bytes.splice(0..0, *b"PK\x03\x04 something else");
        assert_eq!(document(&bytes), Ok(Some(Format::Docx)));
    }

    #[test]
    fn what_was_cut_off_or_locked_is_told_so() {
        let bytes = archive(&["[Content_Types].xml", "word/document.xml"]);
        assert_eq!(document(&bytes[..100]), Err(ReadError::Damaged));
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        assert_eq!(document(&[ole.clone(), vec![0; 5000], locked].concat()), Err(ReadError::Locked));
        assert_eq!(document(&ole), Err(ReadError::OtherDocument));
    }

    #[test]
    fn media_types_follow_the_content_before_the_name() {
        assert_eq!(media_type("a.txt", "  <!DOCTYPE html>\n<html>"), HTML);
        assert_eq!(media_type("a.html", "Kenya <b>fell</b>"), HTML);
        assert_eq!(media_type("a.txt", "# Report\n\n## Kenya\n"), MARKDOWN);
        assert_eq!(media_type("a.md", "Kenya"), MARKDOWN);
        assert_eq!(media_type("a.txt", "# 1 hit\nKenya < Uganda"), PLAIN);
    }
}
