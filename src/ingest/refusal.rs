//! Why a file cannot be read, in sentences that say what to do: the one place with these texts.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a file was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadError {
    /// No bytes, or nothing but blanks.
    Empty,
    /// A web page without readable text.
    NoText,
    /// Larger than the offsets allow.
    TooLarge,
    /// A document that this build of the program has no reader for.
    NoReader,
    /// A word processor's file of another format (the older Word, RTF).
    OtherDocument,
    /// A document under a password.
    Locked,
    /// A document that is cut off or damaged.
    Damaged,
    /// A document that unpacks to more than any report.
    Bloated,
    /// A document without text.
    NoWords,
    /// A PDF whose pages are pictures.
    Scan,
    /// A PDF whose fonts do not say what their characters are.
    Garbled,
    /// A spreadsheet, a presentation, an archive.
    Archive,
    /// A picture.
    Picture,
    /// Bytes that are no text.
    Binary,
    /// Text in an encoding that is not known here.
    UnknownEncoding,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "The file is empty. Choose the file that holds the report's text.",
            Self::NoText => "The web page holds no readable text. Open it in a browser, copy the report's text and paste it here.",
            Self::TooLarge => "The file is larger than 1 GB. Split the report and open its parts.",
            Self::NoReader => "This is a document, which this build of the program does not read. Copy its text and paste it, or save it as plain text.",
            Self::OtherDocument => {
                "This is a word processor's file of an older format, which cannot be read. Save it as a Word document of today (.docx) or as plain text (.txt, UTF-8) and open that."
            }
            Self::Locked => "The document is protected by a password. Open it in its own program, remove the password, save it and open it again.",
            Self::Damaged => {
                "The document is cut off or damaged. Get another copy of it, or open it in its own program, save it anew and open that."
            }
            Self::Bloated => "The document unpacks to more than a report can have. Open it in its own program, copy its text and paste it.",
            Self::NoWords => {
                "The document holds no text, perhaps pictures of pages only. Open a version with text, or run text recognition first."
            }
            Self::Scan => {
                "The PDF holds pictures of pages, not their text. Run text recognition (OCR) on it and open the result, or paste the text."
            }
            Self::Garbled => {
                "The PDF does not say what its characters are; its text would be garbled. Run text recognition (OCR) on it, or open the report in another format."
            }
            Self::Archive => "This is an archive or a spreadsheet, not a text. Unpack it and open the report's text file.",
            Self::Picture => "This is a picture. Only text can be read: open a version of the report with text, or paste it.",
            Self::Binary => "The file is not text. Save the report as plain text, Markdown or HTML and open that.",
            Self::UnknownEncoding => "The file's character encoding is not known. Save it as UTF-8 in a text editor and open that.",
        })
    }
}

impl std::error::Error for ReadError {}
