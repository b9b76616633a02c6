//! What a file is: from its first bytes to a media type or a refusal.

use super::ReadError;

pub(super) const HTML: &str = "text/html";
pub(super) const MARKDOWN: &str = "text/markdown";
#[cfg(feature = "documents")]
pub(super) const PDF: &str = "application/pdf";
const PLAIN: &str = "text/plain";

/// How much of a file is looked at.
const HEAD: usize = 4096;

/// Refuses what is recognised as something else than text.
pub(super) fn refuse(bytes: &[u8]) -> Result<(), ReadError> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    match known_format(head) {
        Some(refusal) => Err(refusal),
        None if bytes.is_empty() => Err(ReadError::Empty),
        None => Ok(()),
    }
}

fn known_format(head: &[u8]) -> Option<ReadError> {
    let starts = |magic: &[u8]| head.starts_with(magic);
    let holds = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    if head.get(..1024).unwrap_or(head).windows(5).any(|window| window == b"%PDF-") {
        return Some(ReadError::Pdf);
    }
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        let word = holds(b"word/") || (holds(b"[Content_Types].xml") && !holds(b"xl/") && !holds(b"ppt/"));
        return Some(if word {
            ReadError::Docx
        } else if holds(b"opendocument.text") {
            ReadError::OtherDocument
        } else {
            ReadError::Archive
        });
    }
    if starts(b"\xd0\xcf\x11\xe0") || starts(b"{\\rtf") {
        return Some(ReadError::OtherDocument);
    }
    let archives: [&[u8]; 5] = [b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ"];
    let pictures: [&[u8]; 6] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF"];
    if archives.iter().any(|magic| starts(magic)) {
        return Some(ReadError::Archive);
    }
    pictures.iter().any(|magic| starts(magic)).then_some(ReadError::Picture)
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

    #[test]
    fn documents_are_told_apart_by_their_first_bytes() {
        assert_eq!(refuse(b"%PDF-1.7\n"), Err(ReadError::Pdf));
        assert_eq!(refuse(b"PK\x03\x04....word/document.xml"), Err(ReadError::Docx));
        assert_eq!(refuse(b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml"), Err(ReadError::Archive));
        assert_eq!(refuse(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text"), Err(ReadError::OtherDocument));
        assert_eq!(refuse(b"{\\rtf1\\ansi"), Err(ReadError::OtherDocument));
        assert_eq!(refuse(b"\x89PNG\r\n"), Err(ReadError::Picture));
        assert_eq!(refuse(b"\x1f\x8b\x08"), Err(ReadError::Archive));
        assert_eq!(refuse(b"Kenya"), Ok(()));
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
