//! The English pack: its data files, compiled in.

use super::Pack;
use std::sync::OnceLock;

const FILES: [&str; 7] = [
    include_str!("en/units.txt"),
    include_str!("en/money.txt"),
    include_str!("en/numbers.txt"),
    include_str!("en/hedges.txt"),
    include_str!("en/nouns.txt"),
    include_str!("en/grammar.txt"),
    include_str!("en/cues.txt"),
];

/// Loads the pack on first use.
pub(super) fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::load(&FILES))
}

#[cfg(test)]
mod tests {
    use super::FILES;

    #[test]
    fn every_line_of_the_data_files_is_read() {
        for line in FILES.iter().flat_map(|f| f.lines()) {
            let bare = line.split('#').next().unwrap_or_default().trim();
            assert!(bare.is_empty() || crate::language::load::is_rule(bare), "not a rule: {line}");
        }
    }
}
