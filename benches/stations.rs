//! The stations of the analysis one by one, for comparison from run to run (`cargo bench --bench stations -- lexer`).
#![allow(clippy::unwrap_used, reason = "a bench fails by panicking")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use provenance::analyze::{Options, analyze};
use provenance::language::{ReadText, english};
use provenance::outline::outline;
use provenance::text::{Span, lex};
use unicode_segmentation::UnicodeSegmentation as _;

#[path = "input/mod.rs"]
mod input;

fn stations(criterion: &mut Criterion) {
    let (name, source) = input::report();
    let text = source.text.as_str();
    let all = Span::new(0, text.len());
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
    group.bench_function("bare word pass", |b| b.iter(|| text.split_word_bounds().count()));
    group.bench_function("lexer", |b| b.iter(|| lex(text, all)));
    group.bench_function("lexer and look-up", |b| b.iter(|| ReadText::new(text, all, english()).phrase_len(0)));
    group.bench_function("outline", |b| b.iter(|| outline(text)));
    group.bench_function("whole analysis", |b| b.iter(|| analyze(&source, &Options::default(), &mut |_| ())));
    group.finish();
}

criterion_group!(benches, stations);
criterion_main!(benches);
