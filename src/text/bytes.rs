//! Several bytes at once: questions that one number answers for eight of them, and counts that the compiler makes of many in a step.

/// One in each of eight bytes.
const EACH: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each of eight bytes.
const HIGHEST: u64 = 0x80 * EACH;

/// Eight bytes in lower case: to each byte from `A` to `Z` its sixth bit is added.
pub(super) fn lower(bytes: u64) -> u64 {
    bytes | between(bytes, b'A', b'Z') >> 2
}

/// Whether all of eight bytes are ASCII.
pub(super) fn is_ascii(bytes: u64) -> bool {
    bytes & HIGHEST == 0
}

/// Letters from `a` to `z` at the start of `bytes`.
pub(super) fn lowercase_run(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let others = !between(u64::from_le_bytes(*eight), b'a', b'z') & HIGHEST;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at + bytes.iter().skip(at).take_while(|b| b.is_ascii_lowercase()).count()
}

/// Where in `bytes`, from byte `from` on, the first one stands that lies between two ASCII characters, these included.
pub(crate) fn find_between(bytes: &[u8], from: usize, first: u8, last: u8) -> Option<usize> {
    let mut at = from;
    // What is sought is rare: many bytes are passed over at once.
    while let Some(many) = bytes.get(at..).and_then(<[u8]>::first_chunk::<32>) {
        let eights = many.as_chunks::<8>().0.iter().map(|eight| between(u64::from_le_bytes(*eight), first, last));
        if eights.fold(0, |any, found| any | found) != 0 {
            break;
        }
        at += many.len();
    }
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let found = between(u64::from_le_bytes(*eight), first, last);
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let rest = bytes.get(at..)?.iter().position(|b| (first..=last).contains(b));
    rest.map(|behind| at + behind)
}

/// How many of the bytes are so.
pub(crate) fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    // Counts of one byte each are added many at a time.
    bytes.chunks(255).map(|some| usize::from(some.iter().fold(0_u8, |n, b| n + u8::from(is(*b))))).sum()
}

/// The highest bit of each byte that lies between two ASCII characters, these included.
fn between(bytes: u64, first: u8, last: u8) -> u64 {
    let low = bytes & !HIGHEST;
    let from_first = low + u64::from(0x80 - first) * EACH;
    let behind_last = low + u64::from(0x7f - last) * EACH;
    from_first & !behind_last & !bytes & HIGHEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_lower_case_end_at_every_other_byte() {
        for byte in (0..=255_u8).filter(|b| !b.is_ascii_lowercase()) {
            for len in 0..20 {
                let mut bytes = [b'a', b'z'].repeat(20);
                bytes[len] = byte;
                assert_eq!(lowercase_run(&bytes), len, "{byte} at {len}");
                assert_eq!(lowercase_run(&bytes[..=len]), len, "{byte} at the end");
            }
        }
        assert_eq!(lowercase_run(b"abc"), 3);
    }

    #[test]
    fn long_runs_are_counted() {
        assert_eq!(count(&[7; 1000], |b| b == 7), 1000);
        assert_eq!(count(b"a1b2", |b| b.is_ascii_digit()), 2);
    }

    #[test]
    fn bytes_are_found_wherever_they_stand() {
        for byte in 0..=255_u8 {
            for at in 0..80 {
                let mut bytes = [b'0', b'3', 0xb1, b'z'].repeat(20);
                bytes[at] = byte;
                let found = matches!(byte, b'1' | b'2').then_some(at);
                assert_eq!(find_between(&bytes, 0, b'1', b'2'), found, "{byte} at {at}");
                assert_eq!(find_between(&bytes, at + 1, b'1', b'2'), None);
            }
        }
        assert_eq!(find_between(b"1", 2, b'1', b'2'), None);
    }
}
