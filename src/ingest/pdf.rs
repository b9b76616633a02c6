//! From a PDF with a text layer to its text.
//!
//! PDF places characters on pages and knows neither words nor paragraphs. `content` runs a page for its characters; the rest reads
//! their places as a reader does: words and rows (`word`, `script`, `direction`), what stands at the edge of every page (`running`),
//! columns (`column`, `frame`), tables, footnotes and paragraphs (`table`, `note`, `paragraph`, `join`), which go on over pages
//! (`flow`), and headings (`heading`, `write`). Pictures are not looked at: a scan has no text.

mod column;
mod content;
mod direction;
mod flow;
mod font;
mod frame;
mod glyph;
mod heading;
mod join;
mod matrix;
mod normal;
mod note;
mod paragraph;
mod running;
mod script;
mod stand_in;
mod state;
mod table;
mod word;
mod write;

use super::ReadError;
use content::Found;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use word::Row;

/// The text of a PDF: paragraphs parted by blank lines, headings and tables as web pages have them.
///
/// # Errors
/// [`ReadError::Locked`] where it needs a password, [`ReadError::Scan`] where nearly all pages are pictures,
/// [`ReadError::Garbled`] where its fonts do not say what their characters are, [`ReadError::Damaged`] where nothing can be read.
pub fn to_text(bytes: &[u8]) -> Result<String, ReadError> {
    #[cfg(target_arch = "wasm32")]
    return read_file(bytes.to_vec());
    #[cfg(not(target_arch = "wasm32"))]
    contained(bytes.to_vec())
}

/// The name of the thread that reads a file. A program may keep quiet about panics on it: they are answered.
pub const THREAD: &str = "pdf";

/// Reads a file on a thread of its own, so that nothing in it can take the program down: the formats inside are many, and a file may
/// be nested deeper than a usual stack allows.
#[cfg(not(target_arch = "wasm32"))]
fn contained(bytes: Vec<u8>) -> Result<String, ReadError> {
    const STACK: usize = 64 << 20;
    let thread = std::thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK).spawn(move || read_file(bytes));
    thread.ok().and_then(|thread| thread.join().ok()).unwrap_or(Err(ReadError::Damaged))
}

fn read_file(bytes: Vec<u8>) -> Result<String, ReadError> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => ReadError::Locked,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => ReadError::Damaged,
    })?;
    let mut fonts = font::Fonts::new();
    let pages: Vec<Found> = pdf.pages().iter().map(|page| content::read(page, &mut fonts)).collect();
    check(&pages)?;
    let pages: Vec<Vec<Row>> = pages.into_iter().map(rows).collect();
    Ok(read(pages))
}

/// A page with fewer characters has no text to speak of.
const FEW: usize = 25;

/// Refuses files whose characters are not there or not known.
fn check(pages: &[Found]) -> Result<(), ReadError> {
    let known: usize = pages.iter().map(|page| page.glyphs.len()).sum();
    let unknown: usize = pages.iter().map(|page| page.unknown).sum();
    if pages.is_empty() {
        return Err(ReadError::Damaged);
    }
    if unknown > FEW && unknown > known {
        return Err(ReadError::Garbled);
    }
    let scans = pages.iter().filter(|page| page.glyphs.len() < FEW && page.pictures > 0).count();
    if known == 0 || 10 * scans >= 9 * pages.len() {
        return Err(ReadError::Scan);
    }
    let letters = || pages.iter().flat_map(|page| &page.glyphs).map(|glyph| glyph.c).filter(char::is_ascii_alphabetic);
    let vowels = letters().filter(|c| "aeiouyAEIOUY".contains(*c)).count();
    let count = letters().count();
    // Every language in Latin letters has a vowel among three letters; shuffled codes have not.
    if count > 20 * FEW && 6 * vowels < count {
        return Err(ReadError::Garbled);
    }
    Ok(())
}

/// The rows of a page. What the file marks as header and footer is left out where it is the lesser part.
fn rows(page: Found) -> Vec<Row> {
    let (mut glyphs, pagination) = glyph::upright(&page.glyphs);
    if pagination.len() > glyphs.len() {
        glyphs.extend(pagination);
    }
    word::rows(glyphs)
}

/// From the rows of all pages to the text.
fn read(pages: Vec<Vec<Row>>) -> String {
    let body = body_size(&pages);
    let pages = running::without_running(pages, body);
    let blocks: Vec<column::Block> = pages.into_iter().flat_map(column::blocks).collect();
    let lines: Vec<String> = blocks.iter().flat_map(|block| &block.rows).map(Row::text).collect();
    let words = join::Words::of(&lines);
    write::text(&flow::pieces(blocks, body, &words), body)
}

/// The size that most characters are set in.
fn body_size(pages: &[Vec<Row>]) -> f32 {
    let mut sizes: std::collections::BTreeMap<u32, usize> = std::collections::BTreeMap::new();
    for word in pages.iter().flatten().flat_map(|row| &row.words) {
        *sizes.entry((4.0 * word.size).round() as u32).or_default() += word.text.len();
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(10.0, |(size, _)| size as f32 / 4.0)
}
