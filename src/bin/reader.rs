//! The document worker: takes the bytes of a document from the page and answers with the text inside. The page starts it when such a file comes.

fn main() {
    console_error_panic_hook::set_once();
    provenance::worker::listen_for_documents();
}
