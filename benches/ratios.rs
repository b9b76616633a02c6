//! Where the time goes, and how the whole stands to a bare word pass: every job runs in turn, again and again, and medians are compared.
//!
//! `cargo bench --bench ratios` prints the tables of docs/speed.md; `cargo bench --bench ratios -- brackets` only the odd inputs with
//! that word in their names.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, reason = "a bench prints, and fails by panicking")]

use provenance::analysis::Analysis;
use provenance::analyze::{Options, analyze};
use provenance::audit::audit;
use provenance::indicator::{Teller, Told};
use provenance::ingest::{self, SourceText};
use provenance::language::{Numbering, ReadText, Transcript, english};
use provenance::outline::outline;
use provenance::quantity::{Figures, Mention, read_figures};
use provenance::relation::{Currencies, Home, Unrelated, relate, tell_currencies};
use provenance::table::{Table, tables};
use provenance::text::{Sentence, Span, lex, sentences};
use std::hint::black_box;
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use unicode_segmentation::UnicodeSegmentation as _;

#[path = "input/mod.rs"]
mod input;

/// The one of the program that is measured.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 25;
const COPIES: usize = 64;
const COPY_ROUNDS: usize = 7;

/// A text of size `n`.
type Shape = fn(usize) -> String;

/// Odd inputs by name.
const SHAPES: [(&str, Shape); 10] = [
    ("one line of prose", |n| "The state paid 5 million euros for 12 wells and 30 clinics ".repeat(500 * n)),
    ("one sentence of figures", |n| "5 wells and 6 clinics, ".repeat(500 * n)),
    ("one list of parts", |n| format!("90 wells, of which {}", "5 wells, ".repeat(500 * n))),
    ("figures in deep brackets", |n| "12 wells (".repeat(500 * n)),
    ("text without blanks", |n| "fundsIn2012,346householdsmoved".repeat(500 * n)),
    ("hyphens in a row", |n| format!("5 {}", "well-".repeat(10_000 * n))),
    ("digits in a row", |n| "7".repeat(500_000 * n)),
    ("groups of digits", |n| "123,".repeat(50_000 * n)),
    ("combining characters", |n| format!("e{} 5 km", "\u{301}".repeat(100_000 * n))),
    ("openers without figures", |n| "of which including namely ".repeat(2_000 * n)),
];

/// A section on its way through the stations.
struct Work<'t> {
    read: ReadText<'t>,
    sentences: Vec<Sentence>,
    headings: Vec<Span>,
    mentions: Vec<Mention>,
}

fn figures_of(read: &ReadText, sentences: &[Sentence]) -> Figures {
    let mut figures = Figures::of(read, sentences);
    for (number, sentence) in sentences.iter().enumerate() {
        read_figures(read, sentence, number, &mut figures);
    }
    figures
}

/// The sections of a text, read as far as their figures.
fn prepare<'t>(text: &'t str, numbering: &mut Numbering) -> Vec<Work<'t>> {
    let outline = outline(text);
    let mut section = |section: &provenance::analysis::Section| {
        let read = ReadText::numbered(text, section.prose(), numbering);
        let headings: Vec<Span> = outline.topics.iter().filter(|t| t.section == section.id).map(|t| t.heading).collect();
        let breaks: Vec<u32> = headings.iter().map(|h| h.end).collect();
        let sentences = sentences(text, &read.tokens, &breaks);
        let mentions = figures_of(&read, &sentences).mentions;
        Work { read, sentences, headings, mentions }
    };
    outline.sections.iter().map(&mut section).collect()
}

/// A section on its way into the relations.
fn unrelated<'a>(work: &'a Work, currencies: &mut Currencies, mentions: &'a mut [Mention]) -> Unrelated<'a> {
    let home = Home { name: "", whole: false };
    tell_currencies(&work.read, home.name, currencies, mentions);
    Unrelated { read: &work.read, sentences: &work.sentences, headings: work.headings.clone(), home, mentions }
}

/// The indicators of a report whose sections have been read.
fn tell(text: &str, works: &[Work], numbering: &mut Numbering, analysis: &mut Analysis) {
    let mut teller = Teller::new(text, &analysis.sections, analysis.document.year);
    for (section, work) in analysis.sections.iter().zip(works) {
        let figures = analysis.quantities.partition_point(|q| q.section < section.id)
            ..analysis.quantities.partition_point(|q| q.section <= section.id);
        let topics =
            analysis.topics.partition_point(|t| t.section < section.id)..analysis.topics.partition_point(|t| t.section <= section.id);
        let told = Told { section, topics: &analysis.topics[topics], read: &work.read, figures: &analysis.quantities[figures] };
        teller.read(&told, numbering);
    }
    teller.tell(text, analysis, &Options::default());
}

fn whole(source: &SourceText) -> Analysis {
    analyze(source, &Options::default(), &mut |_| ())
}

/// Times `job` on what `set_up` makes, the set-up and the drop of the result left out.
fn timed<I, O>(set_up: impl FnOnce() -> I, job: impl FnOnce(&mut I) -> O) -> Duration {
    let mut given = set_up();
    let started = processor_time();
    let out = black_box(job(black_box(&mut given)));
    let time = processor_time().saturating_sub(started);
    drop(out);
    time
}

/// The time that this thread has run, where the system tells it (Linux), so that other programs do not count; else the time of day. The
/// system brings its account up to date when a thread yields.
fn processor_time() -> Duration {
    static START: OnceLock<Instant> = OnceLock::new();
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let ran = told.as_deref().and_then(|s| s.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    ran.unwrap_or_else(|| START.get_or_init(Instant::now).elapsed())
}

/// The middle and the shortest of some times.
#[derive(Clone, Copy)]
struct Summary {
    median: Duration,
    best: Duration,
}

fn summary(mut times: Vec<Duration>) -> Summary {
    times.sort_unstable();
    Summary { median: times[times.len() / 2], best: times[0] }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn main() {
    // Cargo passes "--bench".
    if let Some(word) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) {
        shapes(&word);
    } else {
        stations();
        shapes("");
    }
}

/// A station's name, and one timed run of it.
type Job<'a> = (&'a str, Box<dyn Fn() -> Duration + 'a>);

fn stations() {
    let (name, source) = input::report();
    let text = source.text.as_str();
    let mut numbering = Numbering::new(english());
    let works = prepare(text, &mut numbering);
    let analysis = whole(&source);
    let untold = Analysis { cells: Vec::new(), indicators: Vec::new(), findings: Vec::new(), ..analysis.clone() };
    let transcript = Transcript::of(text, &analysis.sections);
    let printed: Vec<Table> = analysis.sections.iter().flat_map(|section| tables(text, section.prose())).collect();
    let tokens = lex(text, Span::new(0, text.len()));
    let section_tokens: usize = works.iter().map(|w| w.read.tokens.len()).sum();
    println!("{name}: {} bytes, {section_tokens} tokens, {} figures", text.len(), analysis.quantities.len());

    let jobs: Vec<Job> = vec![
        ("bare word pass (unicode-segmentation)", Box::new(|| timed(|| (), |()| text.split_word_bounds().count()))),
        ("ingest (hash, decode)", Box::new(|| timed(|| (), |()| ingest::read("report.txt", text.as_bytes())))),
        ("outline", Box::new(|| timed(|| (), |()| outline(text)))),
        ("year of the report", Box::new(|| timed(|| (), |()| provenance::text::report_year(text)))),
        ("lexer", Box::new(|| timed(|| (), |()| lex(text, Span::new(0, text.len()))))),
        ("vocabulary look-up", Box::new(|| timed(|| Numbering::new(english()), |n| n.read(text, &tokens)))),
        ("sentences", Box::new(|| timed(|| (), |()| works.iter().map(|w| sentences(text, &w.read.tokens, &[]).len()).sum::<usize>()))),
        ("figures", Box::new(|| timed(|| (), |()| works.iter().map(|w| figures_of(&w.read, &w.sentences)).collect::<Vec<_>>()))),
        (
            "relations",
            Box::new(|| {
                timed(
                    || (works.iter().map(|w| w.mentions.clone()).collect::<Vec<_>>(), Currencies::of_report("", works.len())),
                    |(all, currencies)| {
                        let sections = works.iter().zip(all).map(|(work, mentions)| unrelated(work, currencies, mentions));
                        relate(sections.collect(), Some(2012));
                    },
                )
            }),
        ),
        ("indicators", Box::new(|| timed(|| (untold.clone(), numbering.clone()), |(a, n)| tell(text, &works, n, a)))),
        (
            "audit",
            Box::new(|| {
                timed(|| (), |()| audit(text, &transcript, &printed, &analysis, Options::default().audit, Options::default().language))
            }),
        ),
        ("whole analysis", Box::new(|| timed(|| (), |()| whole(&source)))),
    ];
    let mut times: Vec<Vec<Duration>> = vec![Vec::new(); jobs.len()];
    for _ in 0..ROUNDS {
        for ((_, job), times) in jobs.iter().zip(&mut times) {
            times.push(job());
        }
    }
    let summaries: Vec<Summary> = times.into_iter().map(summary).collect();
    let (word_pass, total) = (summaries[0], summaries[summaries.len() - 1]);
    println!("| station | median ms | best ms | MB/s | share of the whole | times the word pass |\n|---|---|---|---|---|---|");
    for ((name, _), time) in jobs.iter().zip(&summaries) {
        println!(
            "| {name} | {:.2} | {:.2} | {:.1} | {:.0} % | {:.2} |",
            ms(time.median),
            ms(time.best),
            text.len() as f64 / time.median.as_secs_f64() / 1e6,
            100.0 * ms(time.median) / ms(total.median),
            ms(time.median) / ms(word_pass.median)
        );
    }
    let many = input::source(&text.repeat(COPIES));
    let time = summary((0..COPY_ROUNDS).map(|_| timed(|| (), |()| whole(&many))).collect());
    println!("\n{COPIES} copies in one text: {:.0} ms, {:.1} times one copy", ms(time.median), ms(time.median) / ms(total.median));
}

/// Odd inputs of growing size: the time for each must grow as the size does.
fn shapes(word: &str) {
    println!("\n| odd input | bytes | ms | ms for four times as much | ratio |\n|---|---|---|---|---|");
    for (name, shape) in SHAPES.iter().filter(|(name, _)| name.contains(word)) {
        let time = |n: usize| {
            let source = input::source(&shape(n));
            ms(summary((0..COPY_ROUNDS).map(|_| timed(|| (), |()| whole(&source))).collect()).median)
        };
        let (small, large) = (time(1), time(4));
        println!("| {name} | {} | {small:.1} | {large:.1} | {:.1} |", shape(1).len(), large / small);
    }
}
