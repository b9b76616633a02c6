//! The font program that stands in for fonts a file does not bring along.
//!
//! Text needs no outlines: names and widths of such fonts come from the file and from the tables of the standard fonts. But a font is
//! only accepted with a program, so here is the smallest one: a TrueType file with a head, a count of glyphs (one) and nothing drawn.

use hayro_font::FontData;
use std::sync::Arc;

const HEAD: usize = 54;
const PROFILE: usize = 6;
/// Where the first table begins: after the header and two entries of the directory.
const FIRST: usize = 12 + 2 * 16;

/// The program's bytes.
pub(super) fn program() -> FontData {
    let mut file = vec![];
    file.extend(0x0001_0000_u32.to_be_bytes());
    file.extend([2_u16, 32, 1, 0].iter().flat_map(|number| number.to_be_bytes()));
    for (tag, at, length) in [(b"head", FIRST, HEAD), (b"maxp", FIRST + HEAD + 2, PROFILE)] {
        file.extend(tag);
        file.extend([0, at as u32, length as u32].iter().flat_map(|number| number.to_be_bytes()));
    }
    file.extend(head());
    file.extend([0, 0]);
    file.extend(0x0000_5000_u32.to_be_bytes());
    file.extend(1_u16.to_be_bytes());
    Arc::new(file)
}

/// Version, magic number and a thousand units to the em; the rest nought.
fn head() -> [u8; HEAD] {
    let mut head = [0; HEAD];
    let parts: [(usize, &[u8]); 3] = [(0, &[0, 1, 0, 0]), (12, &[0x5f, 0x0f, 0x3c, 0xf5]), (18, &[0x03, 0xe8])];
    for (at, bytes) in parts {
        for (place, byte) in head.iter_mut().skip(at).zip(bytes) {
            *place = *byte;
        }
    }
    head
}
