//! From the bytes of a file to the decoded text of a report.

/// A decoded report with what is known of its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceText {
    /// File name, without folders.
    pub name: String,
    /// Media type as recognised ("text/plain").
    pub media_type: String,
    /// Encoding the bytes were decoded from, lower case ("utf-8", "gb18030").
    pub encoding: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// The decoded text that all offsets of the analysis point into.
    pub text: String,
}
