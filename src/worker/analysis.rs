//! The worker that analyses: the work itself is that of [`crate::ingest`], [`crate::analyze`] and [`crate::audit`].

use super::{Reply, Scope, answer, listen};
use crate::analysis::Analysis;
use crate::analyze::{Options, Progress, analyze};
use crate::audit::against_earlier;
use crate::ingest::{ReadError, SourceText, read_with};
use crate::parcel::{pack, pack_findings};
use crate::protocol::{Answer, Request, Told};
use crate::web::decode;

/// Listens for requests until the worker is terminated.
pub fn listen_for_reports() {
    listen(on_request);
}

fn on_request(scope: &Scope, request: Request, bytes: Vec<u8>) -> Option<Reply> {
    let parcel = match &request {
        Request::Analyze { id, file } => read(scope, *id, file, bytes),
        Request::Earlier { current, earlier, length, .. } => hold_against(bytes, *length as usize, current, earlier),
        Request::Extract { .. } => return None,
    };
    Some(parcel.map(|parcel| (Answer::Done { id: request.id() }, parcel)))
}

/// The analysis of a file, packed.
fn read(scope: &Scope, id: u32, file: &Told, bytes: Vec<u8>) -> Result<Vec<u8>, ReadError> {
    let mut report = |progress: Progress| {
        let Progress { done, total, region } = progress;
        answer(scope, &Answer::Progress { id, done, total, region }, None);
    };
    let analysis = analysed(file, bytes, &mut report)?;
    // Shows in the browser's own profiler, and `./dev bench` tells the analysis from its packing by it.
    if let Some(performance) = scope.performance() {
        let _ = performance.mark("analysed");
    }
    Ok(pack(analysis))
}

/// What is found in the first of two files against the second, packed.
fn hold_against(mut bytes: Vec<u8>, length: usize, current: &Told, earlier: &Told) -> Result<Vec<u8>, ReadError> {
    let former = if length <= bytes.len() { bytes.split_off(length) } else { return Err(ReadError::Empty) };
    let Options { audit, language, .. } = read_options(&current.options);
    let current = analysed(current, bytes, &mut |_| {})?;
    let earlier = analysed(earlier, former, &mut |_| {})?;
    Ok(pack_findings(against_earlier(&current, &earlier, audit, language, 0)))
}

fn analysed(file: &Told, bytes: Vec<u8>, report: &mut dyn FnMut(Progress)) -> Result<Analysis, ReadError> {
    let Told { name, options, original } = file;
    let source = match original {
        None => read_with(name, &bytes, &decode)?,
        Some(original) => {
            let text = String::from_utf8(bytes).map_err(|_| ReadError::Damaged)?;
            SourceText::of_original(name, original.clone(), text)
        }
    };
    Ok(analyze(&source, &read_options(options), report))
}

/// Written by the same build of the program. Should they be unreadable all the same, nothing is lost: the page keeps what they say.
fn read_options(options: &str) -> Options {
    Options::from_json(options).unwrap_or_default()
}
