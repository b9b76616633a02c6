//! The analysis worker: takes a file's bytes from the page, reads the report with the same core as the command line, and answers with progress
//! and the analysis. It decodes old encodings with the browser's own decoder.

fn main() {
    console_error_panic_hook::set_once();
    provenance::worker::listen_for_reports();
}
