//! What holds for the outline and the decoding of any input, however odd.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use provenance::ingest;
use provenance::outline::{Outline, outline};
use provenance::text::Span;

/// Every span lies in the text on character boundaries, sections and topics follow each other and nest.
fn check(text: &str, outline: &Outline) {
    let sound = |span: Span| span.start <= span.end && text.get(span.range()).is_some();
    assert!(!outline.sections.is_empty());
    let mut last = 0;
    for (id, section) in outline.sections.iter().enumerate() {
        let own = Span { start: section.start, end: section.end };
        assert_eq!(section.id as usize, id);
        assert!(sound(own) && section.start >= last, "section {id}: {own:?}");
        assert!(section.heading.is_empty() || own.contains(section.heading));
        if let Some(credit) = &section.credit {
            assert!(own.contains(Span { start: credit.start, end: credit.end }));
        }
        last = section.end;
    }
    let mut last = 0;
    for (id, topic) in outline.topics.iter().enumerate() {
        let own = Span { start: topic.start, end: topic.end };
        let section = &outline.sections[topic.section as usize];
        assert_eq!(topic.id as usize, id);
        assert!(sound(own) && topic.start >= last && own.contains(topic.heading), "topic {id}: {own:?}");
        assert!(Span { start: section.start, end: section.end }.contains(own));
        assert_eq!(topic.heading.of(text).split_whitespace().collect::<Vec<_>>().join(" "), topic.title);
        assert!(!topic.title.trim().is_empty());
        last = topic.end;
    }
    assert!(outline.furniture.iter().all(|span| sound(*span) && !span.is_empty()));
    assert!(outline.furniture.is_sorted());
}

/// Lines that reports are made of, and lines that they are not.
fn line() -> impl Strategy<Value = String> {
    let pieces = [
        "Kenya",
        "## Uganda",
        "Poverty Alleviation in Hebei Province",
        "Overview",
        "OverviewIn 2012, the province spent 3 million yuan.",
        "",
        "  ",
        "Rain Plan14 million yuan was spent.",
        "Cases fell by 3% in 2019.",
        "(Li Ming, Office of Hebei)",
        "(Li Ming,",
        "Office of Hebei)",
        "12",
        "- 12 -",
        "版权所有©",
        "Harlow Vale District",
        "Marsh End District",
        "Pell District",
        "1. Rwanda",
        "KENYA ...... 12",
        "\u{3000}",
        "“Care” Program In 2012 we came",
        "======",
        "and so on with small letters",
        "A】 B",
        "】",
        "No. 1",
        "AaAaA1",
        "***",
        "****",
    ];
    prop_oneof![8 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 2 => "\\PC{0,60}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_have_a_sound_outline(lines in prop::collection::vec(line(), 0..30), end in prop::sample::select(vec!["\n", "\r\n", "\r", "\n\n"])) {
        let text = lines.join(end);
        check(&text, &outline(&text));
    }

    #[test]
    fn line_ends_do_not_change_the_outline(lines in prop::collection::vec(line(), 0..20)) {
        let titles = |end: &str| {
            let outline = outline(&lines.join(end));
            let regions: Vec<String> = outline.sections.into_iter().map(|section| section.region.name).collect();
            let topics: Vec<String> = outline.topics.into_iter().map(|topic| topic.title).collect();
            (regions, topics)
        };
        prop_assert_eq!(titles("\n"), titles("\r\n"));
    }

    #[test]
    fn any_text_has_a_sound_outline(text in "(\\PC|\\s){0,400}") {
        check(&text, &outline(&text));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(source) = ingest::read("a", &bytes) {
            prop_assert!(!source.text.trim().is_empty());
        }
    }

    #[test]
    fn any_text_survives_as_a_plain_file(text in "(\\PC|\n){1,200}") {
        if let Ok(source) = ingest::read("a.txt", text.as_bytes())
            && source.media_type != "text/html"
            && !text.starts_with('\u{feff}')
        {
            prop_assert_eq!(source.text, text);
        }
    }

    #[test]
    fn any_markup_becomes_text(parts in prop::collection::vec(prop::sample::select(vec!["<p>", "</p>", "<", ">", "<script>", "</script>", "<!--", "-->", "a", "&amp;", "&#x41;", "&", "\"", "<td>", "</td>", "<h2 x='", "'", "\n", "中", "<pre>"]), 0..40)) {
        let page = format!("<html>{}x", parts.concat());
        if let Ok(source) = ingest::read("a.html", page.as_bytes()) {
            prop_assert_eq!(source.media_type, "text/html");
        }
    }
}

/// What is measured of lines that were joined does not count how they end.
#[test]
fn line_ends_are_no_part_of_a_length() {
    for letters in 40..90 {
        let lines =
            ["Overview", "A】 B", &format!("a {} b c d", "t".repeat(letters)), "Rain Plan14 million yuan was spent.", "Kenya", "1. Rwanda"];
        let titles = |end: &str| outline(&lines.join(end)).topics.into_iter().map(|topic| topic.title).collect::<Vec<_>>();
        assert_eq!(titles("\n"), titles("\r\n"), "{lines:?}");
    }
}
