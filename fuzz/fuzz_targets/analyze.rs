//! Any bytes: whatever decodes to text has a sound analysis. `cargo +nightly fuzz run analyze` (see fuzz/README.md).
#![no_main]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a finding is a panic")]

use libfuzzer_sys::fuzz_target;
use provenance::analyze::{Options, analyze};
use provenance::ingest;

#[path = "../../tests/sound/mod.rs"]
mod sound;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(source) = ingest::read("report.txt", bytes) {
        sound::check(&source.text, &analyze(&source, &Options::default(), &mut |_| ()));
    }
});
