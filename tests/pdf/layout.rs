//! From places on pages to the order of reading: columns, pages, tables, notes.

use crate::paper::{Font, Page};
use crate::text;

/// Lines that fill a column of 36 characters.
const LEFT: [&str; 5] = [
    "Kenya had many wells in all counties",
    "that year and the ministry dug 12 of",
    "them in the north, where the rain is",
    "scarce and the fields of the farmers",
    "are dry for most of the year.",
];
const RIGHT: [&str; 5] = [
    "Roads came later, in a programme for",
    "the hills that cost 3.5 million, and",
    "the lorries of the traders went over",
    "them to the markets of the valley at",
    "all times of the year.",
];

#[test]
fn columns_are_read_one_after_the_other_between_what_runs_across() {
    let page = Page::new()
        .at(50.0, 60.0, Font::Bold, 12.0, "A heading that runs across both of the columns of the page")
        .lines(50.0, 90.0, &LEFT)
        .lines(282.0, 90.0, &RIGHT)
        .at(50.0, 170.0, Font::Bold, 12.0, "Uganda")
        .lines(50.0, 190.0, &LEFT)
        .lines(282.0, 190.0, &RIGHT);
    let (left, right) = (LEFT.join(" "), RIGHT.join(" "));
    let expected =
        format!("# A heading that runs across both of the columns of the page\n\n{left}\n\n{right}\n\n# Uganda\n\n{left}\n\n{right}\n");
    assert_eq!(text(&[page]), expected);
}

#[test]
fn a_heading_within_one_column_does_not_part_the_other() {
    // The left column is one paragraph and a heading with its text; the right one has its heading, larger, beside the left one's lines.
    let page = Page::new()
        .at(50.0, 60.0, Font::Bold, 16.0, "Kenya")
        .at(50.0, 96.0, Font::Bold, 11.0, "Wells")
        .lines(50.0, 112.0, &LEFT)
        .at(50.0, 184.0, Font::Bold, 11.0, "Pumps")
        .lines(50.0, 202.0, &LEFT)
        .lines(282.0, 90.0, &RIGHT)
        .at(282.0, 166.0, Font::Bold, 16.0, "Roads")
        .lines(282.0, 200.0, &RIGHT[..4])
        .lines(282.0, 266.0, &RIGHT);
    let (left, right) = (LEFT.join(" "), RIGHT.join(" "));
    let roads = RIGHT[..4].join(" ");
    let expected = format!("# Kenya\n\n## Wells\n\n{left}\n\n## Pumps\n\n{left}\n\n{right}\n\n# Roads\n\n{roads}\n\n{right}\n");
    assert_eq!(text(&[page]), expected);
}

#[test]
fn a_line_beside_the_gap_of_the_other_column_heads_nothing() {
    // The first line of the second paragraph stands in the gap above "Roads".
    let page = Page::new()
        .lines(50.0, 90.0, &LEFT)
        .lines(50.0, 160.0, &LEFT)
        .lines(282.0, 90.0, &RIGHT)
        .at(282.0, 175.0, Font::Bold, 12.0, "Roads")
        .lines(282.0, 193.0, &RIGHT);
    let (left, right) = (LEFT.join(" "), RIGHT.join(" "));
    assert_eq!(text(&[page]), format!("{left}\n\n{left}\n\n{right}\n\n# Roads\n\n{right}\n"));
}

#[test]
fn a_paragraph_goes_on_over_columns_and_pages() {
    let first = Page::new().lines(50.0, 700.0, &LEFT[..4]).lines(282.0, 700.0, &RIGHT[..4]);
    let second = Page::new().lines(50.0, 60.0, &["many hours by night."]);
    let expected = format!("{} {} many hours by night.\n", LEFT[..4].join(" "), RIGHT[..4].join(" "));
    assert_eq!(text(&[first, second]), expected);
}

#[test]
fn headers_footers_and_page_numbers_are_left_out() {
    let page = |number: u8, title: &str, body: &str| {
        Page::new().plain(50.0, 30.0, "Yearbook of Wells").at(250.0, 30.0, Font::Plain, 8.0, title).lines(50.0, 100.0, &[body]).plain(
            290.0,
            810.0,
            &format!("- {number} -"),
        )
    };
    let pages = [page(7, "", "Kenya had 12 wells."), page(8, "", "Uganda had 13 wells."), page(9, "", "Chad had 14 wells.")];
    assert_eq!(text(&pages), "Kenya had 12 wells.\n\nUganda had 13 wells.\n\nChad had 14 wells.\n");
}

#[test]
fn running_titles_that_change_go_with_the_page_number() {
    let page = |head: &str, body: &str| Page::new().plain(50.0, 30.0, head).lines(50.0, 60.0, &[body]);
    let pages = [page("14 KENYA", "Kenya had 12 wells."), page("UGANDA 15", "Uganda had 13 wells."), page("16 CHAD", "Chad had 14 wells.")];
    assert_eq!(text(&pages), "Kenya had 12 wells.\n\nUganda had 13 wells.\n\nChad had 14 wells.\n");
    // One page's number is the only one at its place.
    let lone = |number: &str| [page("Wells of Chad", "Chad had 14 wells.").plain(290.0, 810.0, number)];
    assert_eq!(text(&lone("1")), "Wells of Chad\n\nChad had 14 wells.\n");
    assert_eq!(text(&lone("14")), "Wells of Chad\n\nChad had 14 wells.\n\n14\n");
    // A number that does not count pages is text.
    let plain = [page("14 wells", "Kenya had 12 wells."), page("3 roads", "Uganda had 13 wells.")];
    assert_eq!(text(&plain), "14 wells\n\nKenya had 12 wells.\n\n3 roads\n\nUganda had 13 wells.\n");
}

#[test]
fn one_region_a_page_keeps_its_headings_and_the_rows_of_its_table() {
    let row = |page: Page, y: f32, cells: [&str; 3]| page.plain(50.0, y, cells[0]).plain(200.0, y, cells[1]).plain(300.0, y, cells[2]);
    let page = |number: usize, name: &str, dug: &str| {
        let body = format!("Wells were dug in all of the counties of {name} in that year,");
        let mut page = Page::new()
            .plain(50.0, 30.0, "Yearbook of Wells")
            .at(50.0, 60.0, Font::Bold, 16.0, name)
            .at(50.0, 90.0, Font::Bold, 12.0, "Coverage")
            .lines(50.0, 110.0, &[&body, "and more were planned."]);
        page = row(page, 740.0, ["Kind", "Number", "Share"]);
        page = row(page, 760.0, ["Dug", dug, "40.0"]);
        page = row(page, 780.0, ["In all", "9", "100.0"]);
        page.plain(250.0, 820.0, &format!("Page {number} of 4"))
    };
    let names = [("Kenya", "1"), ("Uganda", "2"), ("Chad", "3"), ("Niger", "4")];
    let pages: Vec<Page> = (1..).zip(names).map(|(number, (name, dug))| page(number, name, dug)).collect();
    let part = |(name, dug)| {
        format!(
            "# {name}\n\n## Coverage\n\nWells were dug in all of the counties of {name} in that year, and more were planned.\n\n\
             Kind | Number | Share\nDug | {dug} | 40.0\nIn all | 9 | 100.0\n"
        )
    };
    assert_eq!(text(&pages), names.map(part).join("\n"));
}

#[test]
fn numbered_parts_that_begin_pages_are_headings() {
    let page = |head: &str, body: &str| Page::new().at(50.0, 60.0, Font::Bold, 16.0, head).lines(50.0, 100.0, &[body]);
    let pages = [
        page("Part I", "Kenya had 12 wells."),
        page("Roads", "Mali had 5 roads."),
        page("Part II", "Uganda had 13 wells."),
        page("Pumps", "Benin had 6 pumps."),
        page("Part III", "Chad had 14 wells."),
    ];
    assert_eq!(text(&pages).matches("# Part").count(), 3);
    // Those that count pages are none.
    let pages = [("iv", "Kenya"), ("v", "Mali"), ("vi", "Chad")];
    let pages = pages.map(|(number, name)| page(name, &format!("{name} had 14 wells.")).plain(290.0, 810.0, number));
    assert!(!text(&pages).contains("\nv\n"));
}

#[test]
fn last_lines_that_differ_in_their_figures_are_text() {
    let page = |number: usize, wells: usize| {
        Page::new()
            .lines(50.0, 60.0, &["The ministry of water wrote down what was dug in every county of the"])
            .lines(50.0, 760.0, &[&format!("In all, {wells} wells were dug.")])
            .plain(250.0, 810.0, &format!("{number}"))
    };
    let read = text(&[page(1, 345), page(2, 217), page(3, 690), page(4, 121), page(5, 804)]);
    assert_eq!(read.matches("wells were dug.").count(), 5, "{read}");
    assert!(!read.lines().any(|line| line.len() == 1), "{read}");
}

#[test]
fn small_titles_at_one_place_are_left_out_and_large_ones_are_not() {
    let page = |size: f32, head: &str| {
        let body =
            [format!("Wells were dug in all of the counties of {head} in"), format!("that year, and people of {head} got safe water.")];
        Page::new().at(50.0, 30.0, Font::Plain, size, head).lines(50.0, 90.0, &[&body[0], &body[1]])
    };
    let names = ["Kenya", "Uganda", "Chad", "Niger", "Mali"];
    assert!(!text(&names.map(|name| page(8.0, name))).contains("Niger\n"));
    assert!(text(&names.map(|name| page(14.0, name))).contains("# Niger\n"));
}

#[test]
fn cells_of_a_table_are_parted_and_their_lines_joined() {
    let row = |page: Page, y: f32, cells: [&str; 3]| page.plain(50.0, y, cells[0]).plain(200.0, y, cells[1]).plain(300.0, y, cells[2]);
    let mut page = Page::new().lines(50.0, 60.0, &["Wells were dug in every county in that year, and all are listed."]);
    page = row(page, 100.0, ["County", "Wells", "Cost per well,"]).plain(300.0, 111.0, "thousand");
    page = row(page, 130.0, ["Turkana", "12", "345.6"]);
    page = row(page, 155.0, ["", "7", "222.1"]).plain(50.0, 149.0, "Marsabit and").plain(50.0, 161.0, "its hills");
    page = row(page, 180.0, ["Lamu", "1,003", "17.0"]).lines(50.0, 220.0, &["No others had wells."]);
    let expected = "Wells were dug in every county in that year, and all are listed.\n\n\
        County | Wells | Cost per well, thousand\nTurkana | 12 | 345.6\nMarsabit and its hills | 7 | 222.1\nLamu | 1,003 | 17.0\n\n\
        No others had wells.\n";
    assert_eq!(text(&[page]), expected);
}

#[test]
fn spread_lines_are_no_table() {
    // Four words of each line are pushed apart alike, as justified lines in narrow columns are.
    let spread = |y: f32, words: [&str; 4]| {
        (0_u8..).zip(words).fold(Page::new(), |page, (nth, word)| page.plain(50.0 + 45.0 * f32::from(nth), y, word))
    };
    let mut page = spread(100.0, ["wells", "roads", "tanks", "pumps"]);
    page.raw(spread(112.0, ["money", "grain", "seeds", "tools"]).content());
    assert_eq!(text(&[page]), "wells roads tanks pumps money grain seeds tools\n");
}

#[test]
fn raised_marks_join_no_number_and_square_units_stay() {
    let page = Page::new()
        .plain(50.0, 100.0, "In all 1,234")
        .at(122.0, 96.5, Font::Plain, 6.0, "12")
        .plain(135.0, 100.0, "wells over 45 km")
        .at(231.0, 96.5, Font::Plain, 6.0, "2")
        .plain(240.0, 100.0, "and CO")
        .at(276.0, 102.0, Font::Plain, 6.0, "2");
    assert_eq!(text(&[page]), "In all 1,234¹² wells over 45 km² and CO2\n");
}

#[test]
fn footnotes_stand_behind_the_text_that_goes_on_over_the_page() {
    let first = Page::new()
        .lines(50.0, 100.0, &["Kenya had many wells in all of its counties in", "that year, and the ministry of water dug more"])
        .at(50.0, 780.0, Font::Plain, 8.0, "1 Counted in March.")
        .at(50.0, 792.0, Font::Plain, 8.0, "2 Prices of 2010.");
    let second = Page::new().lines(50.0, 60.0, &["of them than in the year before."]);
    let expected = "Kenya had many wells in all of its counties in that year, and the ministry of water dug more of them than in the year \
        before.\n\n1 Counted in March.\n\n2 Prices of 2010.\n";
    assert_eq!(text(&[first, second]), expected);
}

#[test]
fn lines_of_a_table_of_contents_stay_lines() {
    let line = |title: &str, number: &str| format!("{title} {}{number}", ". ".repeat(20));
    let page = Page::new()
        .at(50.0, 100.0, Font::Bold, 10.0, &line("1 Kenya", "12"))
        .lines(50.0, 112.0, &[&line("1.1 Wells of the north", "13"), &line("1.2 Roads of the south", "14")])
        .lines(50.0, 150.0, &["The wells of Kenya are counted in every county of the country,", "and in its towns."]);
    let read = text(&[page]);
    assert_eq!(read.lines().filter(|line| !line.is_empty()).count(), 4, "{read}");
    assert!(!read.contains('#'), "{read}");
}

#[test]
fn list_items_are_marked_and_keep_their_lines() {
    let page = Page::new().lines(50.0, 100.0, &["The ministry of water named these three ways to go on in the year:"]).lines(
        60.0,
        112.0,
        &[
            "\u{95} dig twelve more wells in the districts of the north, where it",
            "  is dry, and in those of the south that have had none for years",
            "\u{95} mend pumps.",
        ],
    );
    let expected = "The ministry of water named these three ways to go on in the year:\n\n\
        - dig twelve more wells in the districts of the north, where it is dry, and in those of the south that have had none for years\n\n- mend pumps.\n";
    assert_eq!(text(&[page]), expected);
}

#[test]
fn text_set_sideways_or_drawn_twice_or_off_the_page_is_left_out() {
    let page = Page::new()
        .plain(50.0, 100.0, "Kenya had 12 wells.")
        .with("BT /F1 10 Tf 0 1 -1 0 580 300 Tm (Draft of May) Tj ET")
        .plain(50.3, 100.0, "Kenya had 12 wells.")
        .plain(50.0, -40.0, "cutting mark");
    assert_eq!(text(&[page]), "Kenya had 12 wells.\n");
    // A page that is set sideways as a whole is read.
    let sideways = Page::new().with("BT /F1 10 Tf 0 1 -1 0 300 100 Tm (Uganda had 13 wells.) Tj ET");
    assert_eq!(text(&[sideways]), "Uganda had 13 wells.\n");
}

#[test]
fn what_the_file_says_of_its_marks_is_followed() {
    let page = Page::new()
        .with("/Artifact << /Type /Pagination >> BDC")
        .plain(50.0, 300.0, "Running")
        .with("EMC /Span << /ActualText (fifty) >> BDC")
        .plain(50.0, 100.0, "50")
        .with("EMC")
        .plain(98.0, 100.0, "wells were dug.");
    assert_eq!(text(&[page]), "fifty wells were dug.\n");
}
