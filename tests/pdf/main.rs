//! PDF files become the text of a report: each rule of the reading, on pages that the tests write themselves.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod layout;
mod paper;

use paper::{Font, Page, file, paper};
use proptest::prelude::*;
use provenance::ingest::{ReadError, read};

fn text(pages: &[Page]) -> String {
    read("report.pdf", &paper(pages)).unwrap().text
}

fn refusal(pages: &[Page]) -> ReadError {
    read("report.pdf", &paper(pages)).unwrap_err()
}

#[test]
fn rows_become_a_paragraph_and_the_file_is_named_as_it_is() {
    let source =
        read("a/report.pdf", &paper(&[Page::new().lines(50.0, 100.0, &["Kenya had 1,234 wells in 2012 and", "planned 56 more."])]))
            .unwrap();
    assert_eq!(source.text, "Kenya had 1,234 wells in 2012 and planned 56 more.\n");
    assert_eq!((source.name.as_str(), source.media_type.as_str()), ("report.pdf", "application/pdf"));
}

#[test]
fn gaps_part_words_and_kerning_does_not() {
    let kerned = Page::new().with("BT /F3 10 Tf 50 700 Td [(T) 80 (o) -40 (tal) -250 (w) 30 (ells) -300 (V) 120 (A) -160 (7)] TJ ET");
    assert_eq!(text(&[kerned]), "Total wells VA 7\n");
}

#[test]
fn thin_gaps_group_digits() {
    let thin = Page::new().with("BT /F3 10 Tf 50 700 Td [(In all 12) -166 (345) -166 (678 wells and 7) -300 (890 pumps)] TJ ET");
    assert_eq!(text(&[thin]), "In all 12\u{2009}345\u{2009}678 wells and 7 890 pumps\n");
}

#[test]
fn a_line_that_ends_early_a_gap_and_an_indent_end_paragraphs() {
    let page = Page::new()
        .lines(
            50.0,
            100.0,
            &["Kenya had many wells in all of its counties", "that year.", "Most of them were dug by hand, and some had", "pumps."],
        )
        .lines(50.0, 170.0, &["Roads came later, with the second programme", "of the ministry that was in charge of roads"])
        .lines(62.0, 194.0, &["Schools were built last, as money was short"])
        .lines(50.0, 206.0, &["and teachers were few in those years."]);
    let expected = "Kenya had many wells in all of its counties that year.\n\n\
        Most of them were dug by hand, and some had pumps.\n\n\
        Roads came later, with the second programme of the ministry that was in charge of roads\n\n\
        Schools were built last, as money was short and teachers were few in those years.\n";
    assert_eq!(text(&[page]), expected);
}

#[test]
fn a_file_without_text_is_a_scan() {
    let scan = || Page::new().with("q 500 0 0 700 50 50 cm /I Do Q");
    assert_eq!(refusal(&[scan(), scan()]), ReadError::Scan);
    let mut pages = vec![scan(); 19];
    pages.push(scan().lines(50.0, 100.0, &["Digitised by the library of the ministry."]));
    assert_eq!(refusal(&pages), ReadError::Scan);
    assert_eq!(
        text(&[scan().lines(50.0, 100.0, &["Kenya had 12 wells beside this picture."])]),
        "Kenya had 12 wells beside this picture.\n"
    );
}

#[test]
fn a_damaged_file_is_told() {
    assert_eq!(read("a.pdf", b"%PDF-1.7\nnothing").unwrap_err(), ReadError::Damaged);
}

#[test]
fn headings_are_marked_by_size_and_weight() {
    let page = Page::new()
        .at(50.0, 80.0, Font::Plain, 18.0, "Wells of East Africa")
        .at(50.0, 110.0, Font::Bold, 12.0, "Kenya")
        .lines(50.0, 130.0, &["Kenya had many wells in all of its counties", "that year, and more were planned."])
        .at(50.0, 170.0, Font::Bold, 12.0, "Uganda")
        .lines(50.0, 190.0, &["Uganda had fewer wells in the same year but", "more pumps."]);
    let expected = "# Wells of East Africa\n\n## Kenya\n\nKenya had many wells in all of its counties that year, and more were planned.\n\n\
        ## Uganda\n\nUganda had fewer wells in the same year but more pumps.\n";
    assert_eq!(text(&[page]), expected);
}

/// Objects of a file with one page whose content is "(words) Tj" in the font of object 4.
fn objects(font: &str, words: &str) -> Vec<String> {
    let content = format!("BT /F1 10 Tf 50 700 Td {words} Tj ET");
    vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>".to_owned(),
        font.to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
    ]
}

#[test]
fn a_file_under_a_password_is_told() {
    let secret = "00".repeat(32);
    let encrypted = format!("/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{secret}> /U <{secret}> >> /ID [<00> <00>]");
    let file = file(&objects("<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>", "(Kenya had 12 wells.)"), &encrypted);
    assert_eq!(read("a.pdf", &file).unwrap_err(), ReadError::Locked);
}

#[test]
fn fonts_that_do_not_say_their_characters_are_told() {
    let inner =
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>";
    let font = format!("<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [{inner}] >>");
    let file = |words: &str| file(&objects(&font, words), "");
    assert_eq!(read("a.pdf", &file(&format!("<{}>", "00410042".repeat(40)))).unwrap_err(), ReadError::Garbled);
    // Shuffled letters are told by their vowels.
    let shuffled = "Bgmxx kvfz wqrt lpnd ".repeat(60);
    let courier = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>";
    let lines: Vec<String> =
        shuffled.as_bytes().chunks(80).map(|line| format!("({}) Tj 0 -12 Td ", String::from_utf8_lossy(line))).collect();
    assert_eq!(read("a.pdf", &paper::file(&objects(courier, &format!("{} ()", lines.concat())), "")).unwrap_err(), ReadError::Garbled);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever becomes of a file, an answer comes, and soon.
    #[test]
    fn damage_is_answered(cut in 0.0..1.0_f64, changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 0..12)) {
        let mut bytes = paper(&[Page::new().lines(50.0, 100.0, &["Kenya had 1,234 wells."]), Page::new().with("q /I Do Q")]);
        let at = |share: f64, length: usize| (share * length as f64) as usize;
        for (place, byte) in changes {
            let place = at(place, bytes.len());
            bytes[place] = byte;
        }
        let whole = bytes.len();
        bytes.truncate(if cut < 0.3 { at(cut / 0.3, whole) } else { whole });
        let start = std::time::Instant::now();
        let _ = provenance::ingest::pdf::to_text(&bytes);
        prop_assert!(start.elapsed().as_secs() < 5);
    }
}
