//! ZIP archives, as word processors make them: from bytes to the files inside, by the archive's own directory.
//!
//! No crate for ZIP: what files are inside tells what an archive is, which the page asks, too, and reading one takes little more. (The crates
//! bring encryption, and with it a source of randomness.) Linear in the length of the archive; nothing is unpacked that nobody asks for.

/// A file inside an archive, by its line in the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Path with forward slashes.
    pub(super) name: String,
    packing: Packing,
}

/// Where and how a file is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Packing {
    method: u16,
    crc: u32,
    /// Bytes that it takes inside the archive.
    packed: usize,
    /// Its own header, from the beginning of the bytes.
    header: usize,
}

const DIRECTORY_LINE: &[u8] = b"PK\x01\x02";
const DIRECTORY_END: &[u8] = b"PK\x05\x06";
/// The end of the directory, and the longest comment that may stand behind it.
const LONGEST_END: usize = 22 + 65_535;

/// Whether bytes begin as an archive does.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(DIRECTORY_END)
}

/// The files inside an archive; `None` where its directory is not there, as in a file that was cut off.
pub(super) fn entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let end = bytes.len().saturating_sub(LONGEST_END);
    let end = end + bytes.get(end..)?.windows(4).rposition(|window| window == DIRECTORY_END)?;
    let (length, offset) = (number(bytes, end + 12, 4)?, number(bytes, end + 16, 4)?);
    let start = end.checked_sub(length)?;
    // Something may stand in front of the archive that its offsets do not count.
    let shift = start.checked_sub(offset)?;
    let mut at = start;
    let mut found = Vec::new();
    while at < end {
        let (entry, length) = entry(bytes.get(at..end)?, shift)?;
        found.push(entry);
        at += length;
    }
    Some(found)
}

/// The line of the directory at the beginning of `line`, and its length.
fn entry(line: &[u8], shift: usize) -> Option<(Entry, usize)> {
    if !line.starts_with(DIRECTORY_LINE) {
        return None;
    }
    let of = |at, bytes| number(line, at, bytes);
    let lengths = [of(28, 2)?, of(30, 2)?, of(32, 2)?];
    let name = line.get(46..46 + lengths[0])?;
    let packing = Packing { method: of(10, 2)? as u16, crc: of(16, 4)? as u32, packed: of(20, 4)?, header: of(42, 4)?.checked_add(shift)? };
    // Some programs write the separators of their own system.
    let name = String::from_utf8_lossy(name).replace('\\', "/");
    Some((Entry { name, packing }, 46 + lengths.iter().sum::<usize>()))
}

/// A little-endian number of up to four bytes.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    Some(bytes.get(at..at.checked_add(length)?)?.iter().rev().fold(0, |value, byte| value << 8 | usize::from(*byte)))
}

/// Why a file does not come out of its archive.
#[cfg(feature = "documents")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// Its bytes are not what was packed, or packed in a way that documents are not.
    Damaged,
    /// It is longer than `most`.
    TooLong,
}

#[cfg(feature = "documents")]
impl Entry {
    /// The file itself, of at most `most` bytes: an archive of some kilobytes may hold gigabytes.
    pub(super) fn unpack(&self, archive: &[u8], most: usize) -> Result<Vec<u8>, Broken> {
        use std::io::Read as _;
        let Packing { method, crc, .. } = self.packing;
        let packed = self.packed_in(archive).ok_or(Broken::Damaged)?;
        let mut bytes = Vec::new();
        // One more than may be, so that too many are noticed.
        let most_read = most as u64 + 1;
        match method {
            0 => packed.take(most_read).read_to_end(&mut bytes),
            8 => flate2::read::DeflateDecoder::new(packed).take(most_read).read_to_end(&mut bytes),
            _ => return Err(Broken::Damaged),
        }
        .map_err(|_| Broken::Damaged)?;
        if bytes.len() > most {
            return Err(Broken::TooLong);
        }
        let mut sum = flate2::Crc::new();
        sum.update(&bytes);
        (sum.sum() == crc).then_some(bytes).ok_or(Broken::Damaged)
    }

    /// Its bytes as packed: behind a header of its own, whose length only that header tells.
    fn packed_in<'a>(&self, archive: &'a [u8]) -> Option<&'a [u8]> {
        let Packing { packed, header, .. } = self.packing;
        let lengths = number(archive, header.checked_add(26)?, 2)? + number(archive, header + 28, 2)?;
        archive.get(header + 30 + lengths..)?.get(..packed)
    }
}

#[cfg(feature = "documents")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::zip;
    use std::io::Write as _;

    /// An archive of one file, compressed.
    fn compressed(content: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(content).unwrap();
        let packed = encoder.finish().unwrap();
        let mut archive = zip(&[("a.xml", &packed)]);
        let mut sum = flate2::Crc::new();
        sum.update(content);
        let line = archive.windows(4).position(|window| window == DIRECTORY_LINE).unwrap();
        archive[line + 10] = 8;
        archive[line + 16..line + 20].copy_from_slice(&sum.sum().to_le_bytes());
        archive
    }

    fn unpack(archive: &[u8], most: usize) -> Result<Vec<u8>, Broken> {
        entries(archive).unwrap().first().unwrap().unpack(archive, most)
    }

    #[test]
    fn files_come_out_as_they_went_in() {
        assert_eq!(unpack(&zip(&[("a.xml", b"Kenya")]), 5), Ok(b"Kenya".to_vec()));
        let long = b"Kenya 12.5 ".repeat(1000);
        let archive = compressed(&long);
        assert!(archive.len() < 300);
        assert_eq!(unpack(&archive, long.len()), Ok(long));
    }

    #[test]
    fn no_more_is_unpacked_than_may_be() {
        assert_eq!(unpack(&zip(&[("a.xml", b"Kenya")]), 4), Err(Broken::TooLong));
        assert_eq!(unpack(&compressed(&vec![b'0'; 1_000_000]), 999_999), Err(Broken::TooLong));
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let mut archive = zip(&[("a.xml", b"35 wells")]);
        let at = archive.windows(2).position(|window| window == b"35").unwrap();
        archive[at] = b'8';
        assert_eq!(unpack(&archive, 100), Err(Broken::Damaged));
        let mut archive = compressed(b"35 wells and 35 wells and 35 wells");
        archive[40] ^= 0x55;
        assert_eq!(unpack(&archive, 100), Err(Broken::Damaged));
    }

    #[test]
    fn no_damage_makes_it_panic() {
        let whole = compressed(b"35 wells and 35 wells and 35 wells");
        for at in 0..whole.len() {
            for value in [0, 0x7f, 0xff] {
                let mut archive = whole.clone();
                archive[at] = value;
                for entry in entries(&archive).unwrap_or_default() {
                    let _ = entry.unpack(&archive, 100);
                }
            }
            // Cut off; the last two bytes only say that no comment follows.
            assert!(entries(&whole[..at]).is_none() || at + 2 >= whole.len());
        }
    }
}
