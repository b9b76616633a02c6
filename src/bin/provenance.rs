//! The command line program: hands arguments and streams to [`provenance::cli`].

use std::io::{stderr, stdin, stdout};
use std::process::ExitCode;

/// An analysis makes many small strings and lists.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let usual = std::panic::take_hook();
    // A damaged PDF is answered with a sentence; what broke inside is of no use to the reader.
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() != Some(provenance::ingest::pdf::THREAD) {
            usual(panic);
        }
    }));
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    // Locked for the whole run; `println!` would panic on a closed pipe.
    let status = provenance::cli::run(&arguments, &mut stdin().lock(), &mut stdout().lock(), &mut stderr().lock());
    ExitCode::from(status)
}
