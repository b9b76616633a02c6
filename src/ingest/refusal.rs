//! Why a file cannot be read, in sentences that say what to do: the one place with these texts.

use std::fmt;

/// Why a file was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// No bytes, or nothing but blanks.
    Empty,
    /// A web page without readable text.
    NoText,
    /// Larger than the offsets allow.
    TooLarge,
    /// A PDF, in a program without the reading of documents.
    Pdf,
    /// A PDF that only a password opens.
    PdfLocked,
    /// A PDF whose pages are pictures.
    PdfScan,
    /// A PDF whose fonts do not say what their characters are.
    PdfGarbled,
    /// A PDF that is damaged beyond reading.
    PdfBroken,
    /// A Word document of the present format.
    Docx,
    /// A word processor's file of another format (the older Word, RTF, ODT).
    OtherDocument,
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
            Self::Pdf => "This is a PDF, which cannot be read yet. Open it, copy the report's text and paste it, or save it as plain text.",
            Self::PdfLocked => "This PDF is locked with a password. Open it with the password, save it without one and open that.",
            Self::PdfScan => "This PDF holds pictures of pages, not text. Run text recognition (OCR) on it and open the result, or paste the text.",
            Self::PdfGarbled => {
                "This PDF does not say what its characters are, so that its text would be garbled. Run text recognition (OCR) on it, or open the report in another format."
            }
            Self::PdfBroken => "This PDF is damaged or incomplete. Open it in a PDF viewer and save or print it as a new PDF, or get the file again.",
            Self::Docx => {
                "This is a Word document, which cannot be read yet. Save it as plain text (.txt, UTF-8) and open that, or copy its text and paste it."
            }
            Self::OtherDocument => {
                "This is a word processor's file, which cannot be read. Save it as plain text (.txt, UTF-8) and open that, or copy its text and paste it."
            }
            Self::Archive => "This is an archive or a spreadsheet, not a text. Unpack it and open the report's text file.",
            Self::Picture => "This is a picture. Only text can be read: open a version of the report with text, or paste it.",
            Self::Binary => "The file is not text. Save the report as plain text, Markdown or HTML and open that.",
            Self::UnknownEncoding => "The file's character encoding is not known. Save it as UTF-8 in a text editor and open that.",
        })
    }
}

impl std::error::Error for ReadError {}
