//! The outline of whole reports: the sample that is always there, and the full report where it is at hand.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use provenance::analysis::{Quantity, RegionKind};
use provenance::analyze::{Options, analyze};
use provenance::ingest::SourceText;
use provenance::outline::gazetteer::find_region;
use provenance::outline::{Outline, outline};
use provenance::text::Span;
use std::collections::BTreeSet;

const REPORT: &str = "../shared/reports/local-poverty-alleviation-2012.txt";
const DIGEST: &str = include_str!("../static/samples/digest-2012.txt");

/// The chapter's regions in its order.
const REGIONS: [&str; 29] = [
    "Hebei",
    "Shanxi",
    "Inner Mongolia",
    "Liaoning",
    "Jilin",
    "Heilongjiang",
    "Jiangsu",
    "Zhejiang",
    "Anhui",
    "Fujian",
    "Jiangxi",
    "Shandong",
    "Henan",
    "Hubei",
    "Hunan",
    "Guangdong",
    "Guangxi",
    "Hainan",
    "Chongqing",
    "Sichuan",
    "Guizhou",
    "Yunnan",
    "Tibet",
    "Shaanxi",
    "Gansu",
    "Qinghai",
    "Ningxia",
    "Xinjiang",
    "Xinjiang Production and Construction Corps",
];

fn report() -> Option<String> {
    let text = std::fs::read_to_string(REPORT).ok();
    if text.is_none() {
        eprintln!("skipped: {REPORT} is not there");
    }
    text
}

fn names(outline: &Outline) -> Vec<&str> {
    outline.sections.iter().map(|section| section.region.name.as_str()).collect()
}

fn titles(outline: &Outline, section: u32) -> Vec<&str> {
    outline.topics.iter().filter(|topic| topic.section == section).map(|topic| topic.title.as_str()).collect()
}

#[test]
fn the_digest_has_its_29_regions_with_their_topics() {
    let outline = outline(DIGEST);
    assert_eq!(names(&outline), REGIONS);
    assert_eq!(titles(&outline, 0), ["Overview", "Investment of Funds", "Villages, Industry and Mutual Funds"]);
    assert!(outline.sections.iter().all(|section| titles(&outline, section.id).len() >= 2));
}

#[test]
fn the_report_has_its_29_regions_with_codes_and_credits() {
    let Some(text) = report() else { return };
    let outline = outline(&text);
    assert_eq!(names(&outline), REGIONS);
    assert!(outline.sections.iter().all(|section| section.credit.is_some()));
    let codes: Vec<_> = outline.sections.iter().filter_map(|section| section.region.code.as_deref()).collect();
    assert_eq!(codes.len(), 28, "all but the Corps have an ISO code");
    let corps = outline.sections.last().unwrap();
    assert_eq!(corps.region.kind, RegionKind::Corps);
    let credit = corps.credit.as_ref().unwrap();
    assert_eq!(credit.people, ["Li Xincheng"]);
    assert_eq!(credit.office, "Poverty Alleviation Office of Xinjiang Production and Construction Corps Development and Reform Commission");
}

#[test]
fn the_reports_run_on_headings_are_parted_from_their_sentences() {
    let Some(text) = report() else { return };
    let outline = outline(&text);
    assert_eq!(
        titles(&outline, 3),
        [
            "Overview",
            "Investment of Anti-poverty Funds",
            "Poverty Alleviation for Specific Households",
            "Poverty Alleviation by Relocation",
            "Rain Plan",
            "Industrial Poverty Alleviation",
            "Fixed-point Poverty Alleviation",
            "Pilot Projects of Mutual Funds",
            "Poverty Alleviation by Microcredit",
            "Poverty Alleviation by Science and Technology",
        ]
    );
    let joined: Vec<_> = outline
        .topics
        .iter()
        .filter(|topic| topic.title.chars().zip(topic.title.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase()))
        .collect();
    assert!(joined.is_empty(), "a title still runs into its sentence: {joined:?}");
}

#[test]
fn the_reports_site_lines_are_furniture() {
    let Some(text) = report() else { return };
    let outline = outline(&text);
    assert_eq!(outline.furniture.len(), 4, "one title line above, three lines of the site below");
    let last = outline.sections.last().unwrap();
    assert!(outline.furniture.iter().skip(1).all(|span| span.start >= last.end));
}

#[test]
fn spans_lie_inside_each_other_and_in_order() {
    for text in [Some(DIGEST.to_owned()), report()].into_iter().flatten() {
        let outline = outline(&text);
        for pair in outline.sections.windows(2) {
            assert!(pair[0].end <= pair[1].start);
        }
        for topic in &outline.topics {
            let section = &outline.sections[topic.section as usize];
            let own = Span { start: topic.start, end: topic.end };
            assert!(Span { start: section.start, end: section.end }.contains(own));
            assert!(own.contains(topic.heading));
            assert_eq!(topic.heading.of(&text), topic.title);
        }
    }
}

#[derive(serde::Deserialize)]
struct Cases {
    outline: Vec<OutlineCase>,
    run_on: Vec<RunOnCase>,
    region: Vec<RegionCase>,
}

#[derive(serde::Deserialize)]
struct OutlineCase {
    name: String,
    text: String,
    /// The text is repeated so often, with `{n}` counted up.
    repeat: Option<usize>,
    sections: Option<Vec<String>>,
    topics: Option<Vec<String>>,
    count: Option<usize>,
}

#[derive(serde::Deserialize)]
struct RunOnCase {
    paragraph: String,
    title: Option<String>,
}

#[derive(serde::Deserialize)]
struct RegionCase {
    given: String,
    code: Option<String>,
    name: Option<String>,
}

fn cases() -> Cases {
    toml::from_str(include_str!("cases/headings.toml")).unwrap()
}

/// Outlines of reports whose regions no gazetteer has.
#[derive(serde::Deserialize)]
struct More {
    outline: Vec<OutlineCase>,
}

fn outline_cases() -> Vec<OutlineCase> {
    let more: More = toml::from_str(include_str!("cases/regions.toml")).unwrap();
    cases().outline.into_iter().chain(more.outline).collect()
}

#[test]
fn outlines_of_the_case_table() {
    let mut failures = Vec::new();
    for case in outline_cases() {
        let text: String = (0..case.repeat.unwrap_or(1)).map(|n| case.text.replace("{n}", &n.to_string())).collect();
        let outline = outline(&text);
        let sections: Vec<String> = outline
            .sections
            .iter()
            .map(|section| {
                section.region.code.as_ref().map_or_else(|| section.region.name.clone(), |code| format!("{}/{code}", section.region.name))
            })
            .collect();
        let topics: Vec<String> = outline.topics.iter().map(|topic| topic.title.clone()).collect();
        let fits = case.sections.as_ref().is_none_or(|expected| *expected == sections)
            && case.topics.as_ref().is_none_or(|expected| *expected == topics)
            && case.count.is_none_or(|expected| expected == sections.len());
        if !fits {
            failures.push(format!("{}: {sections:?} {topics:?}", case.name));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn run_on_titles_of_the_case_table() {
    let mut failures = Vec::new();
    for case in cases().run_on {
        let text = format!("Poverty Alleviation in Hebei Province\n\n{}\n", case.paragraph);
        let outline = outline(&text);
        let title = outline.topics.first().map(|topic| topic.title.clone());
        if title != case.title {
            failures.push(format!("{}: {title:?}", case.paragraph));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn names_of_the_case_table() {
    let mut failures = Vec::new();
    for case in cases().region {
        let found = find_region(&case.given);
        let code = found.as_ref().and_then(|region| region.code.clone());
        let name = found.as_ref().map(|region| region.name.clone());
        let fits = if case.code.is_some() { code == case.code } else { name == case.name };
        if !fits {
            failures.push(format!("{}: {found:?}", case.given));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Each line broken after at most 76 characters, paragraphs parted by blank lines.
fn wrapped(text: &str) -> String {
    let mut lines = Vec::new();
    for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > 76 {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.extend([line, String::new()]);
    }
    lines.join("\n")
}

#[test]
fn the_outline_does_not_depend_on_how_the_text_is_set() {
    let without_blank_lines = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n");
    for text in [Some(DIGEST.to_owned()), report()].into_iter().flatten() {
        let plain = outline(&text);
        let known: BTreeSet<_> = plain.topics.iter().map(|topic| (topic.section, topic.title.as_str())).collect();
        let settings = [
            ("without blank lines", without_blank_lines(&text)),
            ("broken lines", wrapped(&text)),
            ("other line ends", text.replace('\n', "\r\n")),
        ];
        for (name, text) in settings {
            let other = outline(&text);
            assert_eq!(names(&other), REGIONS, "{name}");
            let found = other.topics.iter().filter(|topic| known.contains(&(topic.section, topic.title.as_str()))).count();
            assert!(found * 100 >= plain.topics.len() * 99, "{name}: {found} of {} topics", plain.topics.len());
            assert!(found * 100 >= other.topics.len() * 99, "{name}: {} topics are new", other.topics.len() - found);
        }
    }
}

/// What is read of the figures of a text, blanks apart.
fn figures(text: &str) -> Vec<String> {
    let source = SourceText { name: "case.txt".to_owned(), text: text.to_owned(), ..SourceText::default() };
    let analysis = analyze(&source, &Options::default(), &mut |_| {});
    let words = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let linked = |id: Option<u32>| id.map_or_else(String::new, |id| words(&analysis.quantities[id as usize].text));
    let figure = |q: &Quantity| {
        let (of, base) = (linked(q.of), linked(q.base));
        format!("{} {:?} {:?} {:?} {:?} of {of} base {base} {}", words(&q.text), q.amount, q.kind, q.year, q.scope, words(&q.what))
    };
    analysis.quantities.iter().map(figure).collect()
}

#[test]
fn figures_do_not_depend_on_how_the_text_is_set() {
    for text in [Some(DIGEST.to_owned()), report()].into_iter().flatten() {
        let plain = figures(&text);
        for other in [wrapped(&text), wrapped(&text).replace('\n', "\r\n")] {
            let other = figures(&other);
            let known: BTreeSet<&String> = plain.iter().collect();
            let same = other.iter().filter(|figure| known.contains(figure)).count();
            let lost: Vec<_> = other.iter().filter(|figure| !known.contains(figure)).take(5).collect();
            assert!(same * 1000 >= plain.len() * 995, "{same} of {} figures: {lost:#?}", plain.len());
            assert!(other.len().abs_diff(plain.len()) * 1000 <= plain.len(), "{} and {} figures", other.len(), plain.len());
        }
    }
}

#[test]
fn the_subject_that_heads_a_section_stays_in_its_sentence() {
    let text = "Flood Report\n\nMarsh District reported 65 deaths. It lost 41 km of roads.\n\nIn Fenn District, 12 people died.\n\n\
                Pell District lost 9 houses.\n";
    let source = provenance::ingest::read("flood.txt", text.as_bytes()).unwrap();
    let analysis = provenance::analyze::analyze(&source, &provenance::analyze::Options::default(), &mut |_| ());
    let names: Vec<&str> = analysis.sections.iter().map(|section| section.region.name.as_str()).collect();
    assert_eq!(names, ["Marsh District", "Fenn District", "Pell District"]);
    let sentences: Vec<&str> = analysis.quantities.iter().map(|figure| figure.sentence.of(text)).collect();
    let whole = [
        "Marsh District reported 65 deaths.",
        "It lost 41 km of roads.",
        "In Fenn District, 12 people died.",
        "Pell District lost 9 houses.",
    ];
    assert_eq!(sentences, whole);
}
