//! What holds for the analysis of any text, however odd.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use provenance::analysis::{Amount, Analysis, Kind, Unit};
use provenance::analyze::{Options, analyze};
use provenance::ingest::SourceText;
use sound::check;
use std::collections::BTreeSet;

mod sound;

/// Cases of each property: the pipeline is large, and a run should take seconds.
const CASES: u32 = 96;

/// The same cases in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` look further.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    let set = |name| std::env::var_os(name).is_some();
    ProptestConfig {
        cases: if set("PROPTEST_CASES") { default.cases } else { CASES },
        rng_seed: if set("PROPTEST_RNG_SEED") { default.rng_seed } else { RngSeed::Fixed(2012) },
        failure_persistence: None,
        ..default
    }
}

fn read(text: &str) -> Analysis {
    let source = SourceText { name: "any.txt".into(), media_type: "text/plain".into(), text: text.to_owned(), ..SourceText::default() };
    analyze(&source, &Options { year: Some(2020), ..Options::default() }, &mut |_| ())
}

/// Words, numbers, units, cues and marks that reports are made of: put together at random they drive every rule.
const PIECES: [&str; 84] = [
    "The province",
    "the state",
    "in 2019",
    "In 2020,",
    "by 2025",
    "the end of 2019",
    "5",
    "3,277",
    "12,34,567",
    "1 234",
    "2.33,082",
    "207.15253.07",
    "0.4",
    "1.02683",
    "2019",
    "2012",
    "31",
    "million",
    "billion",
    "lakh",
    "crore",
    "hundred",
    "thousand",
    "k",
    "m",
    "five",
    "twenty-one",
    "half",
    "a third",
    "a dozen",
    "one",
    "yuan",
    "US$",
    "$",
    "Rs.",
    "€",
    "%",
    "percentage points",
    "per cent",
    "people",
    "households",
    "villages",
    "farmers",
    "mu",
    "hectares",
    "km",
    "tons",
    "years",
    "-",
    "–",
    "to",
    "from",
    "between",
    "and",
    "or",
    ",",
    ";",
    ":",
    "(",
    ")",
    "“",
    "”",
    "\"",
    ".",
    ". ",
    "of which",
    "including",
    "namely",
    "among them",
    "respectively",
    "accounting for",
    "up",
    "decreased by",
    "more than",
    "less than",
    "higher than the average",
    "per capita",
    "each",
    "per",
    "will",
    "No.",
    "Phase",
    "2.49:1",
    "\n\n",
];

fn soup() -> impl Strategy<Value = String> {
    let glue = prop::sample::select(vec![" ", " ", " ", " ", "", "\n"]);
    prop::collection::vec((prop::sample::select(PIECES.to_vec()), glue), 1..60)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, glue)| [piece, glue]).collect())
}

/// A sentence with figures whose reading does not depend on what surrounds it.
fn statement() -> impl Strategy<Value = String> {
    (prop::sample::select(vec!["wells", "clinics", "ferries", "orchards"]), 10_u32..9000, 1_u32..90, 0_u32..4).prop_map(
        |(noun, count, percent, shape)| match shape {
            0 => format!("The agency built {count} {noun}."),
            1 => format!("Output came to {count} tons, up {percent}% over 2019."),
            2 => format!("The fund paid {count} million euros, of which {percent} million euros was for {noun}."),
            _ => format!("About {percent}% of the {count} {noun} were repaired."),
        },
    )
}

fn paragraph() -> impl Strategy<Value = String> {
    prop::collection::vec(statement(), 1..5).prop_map(|statements| statements.join(" "))
}

/// What a figure says, without where it stands.
type Said<'a> = (&'a str, Amount, Unit, Kind, Option<&'a str>, Option<i32>, Option<u32>, Option<u32>);

fn said(analysis: &Analysis) -> Vec<Said<'_>> {
    analysis.quantities.iter().map(|q| (q.text.as_str(), q.amount, q.unit, q.kind, q.per.as_deref(), q.year, q.of, q.base)).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_has_a_sound_analysis(text in any::<String>()) {
        check(&text, &read(&text));
    }

    #[test]
    fn any_pieces_of_reports_have_a_sound_analysis(text in soup()) {
        check(&text, &read(&text));
    }

    #[test]
    fn odd_characters_between_the_pieces_change_nothing_sound(text in soup(), odd in "[\u{200f}\u{301}\u{202e}\u{a0}\u{3000}\u{ad}é中٣½]{1,3}") {
        let text = text.replace(' ', &odd);
        check(&text, &read(&text));
    }

    #[test]
    fn the_same_text_has_the_same_analysis(text in soup()) {
        let json = |analysis: &Analysis| serde_json::to_string(analysis).unwrap();
        prop_assert_eq!(json(&read(&text)), json(&read(&text)));
    }

    #[test]
    fn line_ends_of_either_kind_read_alike(text in soup()) {
        let (unix, dos) = (read(&text), read(&text.replace('\n', "\r\n")));
        let plain: Vec<Said> = said(&unix);
        let marked: Vec<Said> = said(&dos);
        // A figure that spans a wrapped line keeps its line end, so its text is compared without white space.
        let bare = |s: &Said| (s.0.split_whitespace().collect::<String>(), s.1, s.2, s.3, s.4.map(str::to_owned), s.5, s.6, s.7);
        prop_assert_eq!(plain.iter().map(bare).collect::<Vec<_>>(), marked.iter().map(bare).collect::<Vec<_>>());
    }

    #[test]
    fn text_that_stands_further_down_reads_alike(body in prop::collection::vec(paragraph(), 1..4)) {
        let body = body.join("\n\n");
        let prefix = "This review was prepared by the statistical office for the general public.\n\n";
        let (alone, shifted) = (read(&body), read(&format!("{prefix}{body}")));
        prop_assert_eq!(said(&alone), said(&shifted));
        let starts = |analysis: &Analysis, by: usize| analysis.quantities.iter().map(|q| (q.start as usize + by, q.end as usize + by)).collect::<Vec<_>>();
        prop_assert_eq!(starts(&alone, prefix.len()), starts(&shifted, 0));
    }

    #[test]
    fn two_reports_in_one_are_the_union_of_both(texts in [paragraph(), paragraph(), paragraph(), paragraph()]) {
        let first = format!("Kenya\n\n{}\n\nUganda\n\n{}\n\n", texts[0], texts[1]);
        let second = format!("Rwanda\n\n{}\n\nBurundi\n\n{}\n", texts[2], texts[3]);
        let (a, b, both) = (read(&first), read(&second), read(&format!("{first}{second}")));
        let names = |analysis: &Analysis| analysis.sections.iter().map(|s| s.region.name.clone()).collect::<Vec<_>>();
        prop_assert_eq!([names(&a), names(&b)].concat(), names(&both));
        let offset = a.quantities.len() as u32;
        let moved = said(&b).into_iter().map(|s| (s.0, s.1, s.2, s.3, s.4, s.5, s.6.map(|o| o + offset), s.7.map(|o| o + offset)));
        prop_assert_eq!(said(&a).into_iter().chain(moved).collect::<Vec<_>>(), said(&both));
    }
}

/// Sections of a long report are read in several goes, those of a short one in a single go.
#[test]
fn sections_are_read_alike_together_and_apart() {
    let figures =
        "It paid 60 million shillings, of which 40 million went to wells, up 25% from 32 million in 2019. In 2020 there were 12 clinics.";
    let report = |prose: &str| ["Kenya", "Uganda", "Rwanda", "Burundi"].map(|name| format!("{name}\n\n{figures}\n\n{prose}\n\n")).concat();
    let read = |text: &str| {
        let source = SourceText { name: "any.txt".into(), media_type: "text/plain".into(), text: text.to_owned(), ..SourceText::default() };
        let mut told = Vec::new();
        let analysis =
            analyze(&source, &Options { year: Some(2020), ..Options::default() }, &mut |p| told.push((p.done, p.total, p.region)));
        (analysis, told)
    };
    let (together, once) = read(&report("The office met."));
    let (apart, goes) = read(&report(&"The office met. ".repeat(20_000)));
    assert_eq!(said(&together), said(&apart));
    assert_eq!(together.quantities.len(), 4 * together.quantities.iter().filter(|q| q.section == 0).count());
    assert_eq!(once, [(4, 4, "Burundi".to_owned())]);
    assert!(goes.len() > 1 && goes.last() == once.last() && goes.windows(2).all(|pair| pair[0].0 < pair[1].0), "{goes:?}");
}

/// Long and odd inputs, one each. That their time grows as their length does is measured by `benches/ratios.rs`.
#[test]
fn odd_inputs_are_read_to_their_end() {
    let inputs = [
        ("digits in a row", "7".repeat(1_000_000)),
        ("groups of digits in a row", "123,".repeat(100_000)),
        ("full stops between digits", "1.".repeat(100_000)),
        ("deep brackets", format!("5 km {}6 km{}", "(".repeat(50_000), ")".repeat(50_000))),
        ("figures in deep brackets", "12 wells (".repeat(400)),
        ("text without blanks", "fundsIn2012,346householdsmoved".repeat(400)),
        ("right-to-left marks", "\u{202e}5\u{200f} km ".repeat(400)),
        ("combining characters", format!("e{} 5 km", "\u{301}".repeat(200_000))),
        ("one sentence of figures", "5 wells and 6 clinics, ".repeat(400)),
        ("one list of parts", format!("90 wells, of which {}", "5 wells, ".repeat(400))),
        ("openers without figures", "of which including namely ".repeat(2_000)),
        ("hyphens", "five-".repeat(2_000)),
        ("scale words", format!("5 {}", "million ".repeat(2_000))),
        ("quotation marks", "“5 km ".repeat(400)),
        ("blank lines", format!("5 km{}6 km", "\n".repeat(500_000))),
        ("empty", String::new()),
    ];
    for (name, text) in inputs {
        eprintln!("{name}: {} bytes", text.len());
        check(&text, &read(&text));
    }
}

/// Rules look at the words in front of a word; at the beginning of a text there are none.
#[test]
fn any_word_may_begin_a_text() {
    let tables = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases")).unwrap();
    let tables: String = tables.map(|table| std::fs::read_to_string(table.unwrap().path()).unwrap()).collect();
    let words: BTreeSet<&str> = tables.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    assert!(words.len() > 1_000, "the case tables have been found");
    for word in words {
        let texts = [
            format!("{word} 5 wells"),
            format!("{word} 5% of 40 wells"),
            format!("{word} of {word} 5 million, up 4%"),
            format!("{word} 5 per 1,000 people, or 40 wells"),
        ];
        for text in texts {
            check(&text, &read(&text));
        }
    }
}
