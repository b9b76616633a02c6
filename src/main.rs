//! The page: starts it. Everything else is in [`provenance::app`].

fn main() {
    provenance::app::mount();
}
