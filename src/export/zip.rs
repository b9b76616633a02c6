//! ZIP archives without compression, for the formats that are one (XLSX, data packages). The same files give the same bytes: no clock is read.

/// What the first day that the format knows is written as: 1 January 1980.
const NO_DATE: u16 = 0b0000_0000_0010_0001;

/// Puts files into an archive, in their order. Names are paths with forward slashes.
pub(crate) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for (name, content) in files {
        let offset = out.len() as u32;
        let crc = crc32(content);
        let size = content.len() as u32;
        out.extend(0x0403_4b50_u32.to_le_bytes());
        entry(&mut out, name, crc, size);
        out.extend(name.as_bytes());
        out.extend(*content);
        directory.extend(0x0201_4b50_u32.to_le_bytes());
        directory.extend(20_u16.to_le_bytes());
        entry(&mut directory, name, crc, size);
        // Comment, disk, attributes inside and outside: none.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (start, length, count) = (out.len() as u32, directory.len() as u32, files.len() as u16);
    out.extend(directory);
    out.extend(0x0605_4b50_u32.to_le_bytes());
    out.extend([0; 4]);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(length.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0; 2]);
    out
}

/// The fields that a file's own header and its line in the directory share.
fn entry(out: &mut Vec<u8>, name: &str, crc: u32, size: u32) {
    // Version 2.0; names are UTF-8; no compression.
    for field in [20_u16, 0x0800, 0, 0, NO_DATE] {
        out.extend(field.to_le_bytes());
    }
    for field in [crc, size, size] {
        out.extend(field.to_le_bytes());
    }
    out.extend((name.len() as u16).to_le_bytes());
    out.extend(0_u16.to_le_bytes());
}

/// The checksum that the format asks for (CRC-32 of ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_standard_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn the_directory_leads_to_each_file() {
        let archive = zip(&[("a.txt", b"first"), ("folder/b.txt", b"second")]);
        let at = |offset: usize| u32::from_le_bytes(archive[offset..offset + 4].try_into().unwrap()) as usize;
        let end = archive.len() - 22;
        assert_eq!(&archive[end..end + 4], b"PK\x05\x06");
        let directory = at(end + 16);
        assert_eq!(directory + at(end + 12), end);
        assert_eq!(&archive[directory..directory + 4], b"PK\x01\x02");
        let second = directory + 46 + "a.txt".len();
        let local = at(second + 42);
        assert_eq!(&archive[local..local + 4], b"PK\x03\x04");
        let content = local + 30 + "folder/b.txt".len();
        assert_eq!(&archive[content..content + 6], b"second");
    }
}
