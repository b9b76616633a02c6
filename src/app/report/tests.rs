use super::*;
use crate::analysis::RegionKind;
use crate::compare::example::{funds, money, report};

/// A figure with nothing in it, to fill the fields that a test does not name.
pub(crate) fn quantity() -> Quantity {
    Quantity { confidence: 1.0, ..Quantity::default() }
}

/// One section of three lines: a total, two of its parts, and the change of one of them.
pub(crate) fn liaoning() -> Report {
    let text = "Liaoning Province\nFunds\n  A total of 573.80 million yuan was invested, of which 40.69 million yuan came from the centre \
                and 252.3 million yuan from the province, up 20 million yuan.\n";
    let mut analysis = report(2012, &[("Liaoning", &[])]);
    analysis.document.text = text.to_owned();
    let printed = [
        ("573.80 million yuan", None, None),
        ("40.69 million yuan", Some(0), None),
        ("252.3 million yuan", Some(0), None),
        ("20 million yuan", None, Some(2)),
    ];
    for (id, (words, of, base)) in printed.into_iter().enumerate() {
        let start = text.find(words).unwrap();
        analysis.quantities.push(Quantity {
            id: id as u32,
            start: start as u32,
            end: (start + words.len()) as u32,
            text: words.to_owned(),
            of,
            base,
            ..quantity()
        });
    }
    Report::new(analysis, false)
}

/// A finding of a rule about some figures.
pub(crate) fn finding(rule: &'static str, verdict: Verdict, quantities: &[u32]) -> Finding {
    Finding {
        id: 0,
        section: 0,
        rule: rule.into(),
        verdict,
        quantities: quantities.to_vec(),
        stated: None,
        computed: None,
        note: String::new(),
        calculation: String::new(),
        slip: None,
        changes_story: false,
        answer: None,
        earlier: None,
    }
}

#[test]
fn parts_and_qualifiers_are_found_from_either_end() {
    let report = liaoning();
    let parts: Vec<u32> = report.parts_of(0).map(|q| q.id).collect();
    assert_eq!(parts, [1, 2]);
    let changes: Vec<u32> = report.qualifiers_of(2).map(|q| q.id).collect();
    assert_eq!(changes, [3]);
    assert_eq!(report.figure_count(0), 4);
    assert_eq!(report.figure_place(report.quantity(2).unwrap()), 3);
}

#[test]
fn only_the_questioned_figure_of_a_finding_does_not_add_up() {
    let mut analysis = liaoning().analysis;
    let fine = Finding { id: 1, ..finding("share", Verdict::Consistent, &[0, 1, 2]) };
    analysis.findings = vec![finding("share", Verdict::Inconsistent, &[3, 2, 0]), fine];
    let report = Report::new(analysis, false);
    let verdicts = [3, 2, 1].map(|id| report.verdict_of(id));
    assert_eq!(verdicts, [Some(Verdict::Inconsistent), Some(Verdict::Consistent), Some(Verdict::Consistent)]);
}

#[test]
fn a_standing_counts_only_regions_that_state_the_figure() {
    let report = Report::new(funds(), false);
    let indicator = report.analysis.indicators.first().unwrap().id.clone();
    let stated = report.stated_by(&indicator);
    assert!(stated > 1 && stated < report.analysis.sections.len());
    for section in &report.analysis.sections {
        let standing = report.standing(section.id, &indicator);
        assert_eq!(standing.values.len(), stated);
        assert_eq!(standing.rank.is_some(), report.cell(section.id, &indicator).is_some());
        if let Some(rank) = standing.rank {
            assert!(rank.place >= 1 && rank.place <= rank.of && rank.of == stated);
        }
    }
}

#[test]
fn the_whole_report_stands_among_no_regions() {
    let mut analysis = funds();
    let general = analysis.cells.iter().find(|cell| cell.indicator == "fund.fiscal").unwrap().section;
    let regions = analysis.regions();
    let before = Report::new(analysis.clone(), false).stated_by("fund.fiscal");
    analysis.sections[general as usize].region.kind = RegionKind::Whole;
    assert_eq!(analysis.regions(), regions - 1);
    let report = Report::new(analysis, false);
    assert_eq!(report.stated_by("fund.fiscal"), before - 1);
    let standing = report.standing(general, "fund.fiscal");
    assert!(standing.own.is_some() && standing.rank.is_none() && standing.values.len() == before - 1);
}

#[test]
fn the_cell_of_the_reports_own_year_comes_before_others() {
    let earlier = crate::compare::example::Stated { year: 2011, ..money("fund.fiscal", "1", 0) };
    let report = Report::new(report(2012, &[("Hebei", &[earlier.clone(), money("fund.fiscal", "2", 0)]), ("Jilin", &[earlier])]), false);
    assert_eq!(report.cell(0, "fund.fiscal").and_then(|cell| cell.year), Some(2012));
    assert_eq!(report.cell(1, "fund.fiscal").and_then(|cell| cell.year), Some(2011));
    assert_eq!(report.cell(1, "fund.central"), None);
}

#[test]
fn region_keys_are_unique_and_lead_back() {
    let mut analysis = report(2012, &[("Hebei", &[]), ("Hebei", &[]), ("Upper Valley", &[])]);
    for section in &mut analysis.sections {
        section.region.code = (section.region.name == "Hebei").then(|| "CN-HE".to_owned());
    }
    let report = Report::new(analysis, false);
    let keys: Vec<&str> = (0..3).map(|id| report.region_key(id)).collect();
    assert_eq!(keys, ["CN-HE", "CN-HE~2", "upper-valley"]);
    for id in 0..3 {
        assert_eq!(report.section_by_key(report.region_key(id)).map(|section| section.id), Some(id));
    }
    assert_eq!(report.section_by_key("CN-XX"), None);
}

#[test]
fn the_title_is_the_first_line_or_the_files_name() {
    let titled = |text: &str, start: u32| {
        let mut analysis = report(2012, &[("Hebei", &[])]);
        analysis.document.name = "local-poverty_2012.txt".to_owned();
        analysis.document.text = text.to_owned();
        analysis.sections.first_mut().unwrap().start = start;
        Report::new(analysis, false).title()
    };
    assert_eq!(titled("A Digest by Region\n\nHebei", 20), "A Digest by Region, 2012");
    assert_eq!(titled("Hebei\nIn 2012", 0), "Local Poverty 2012");
    assert_eq!(titled("This sentence is no title.\nHebei", 27), "Local Poverty 2012");
    assert_eq!(titled("# Forest & land\n## Hebei", 16), "Forest & land, 2012", "marks are no words of a title");
    assert_eq!(titled("\n**Floods in 2012**\nHebei", 20), "Floods in 2012");
    assert_eq!(
        titled("MINISTRY OF FISHERIES\n\nANNUAL CATCH REPORT 2012\n\nForeword\nHebei", 60),
        "ANNUAL CATCH REPORT 2012",
        "not its office"
    );
    assert_eq!(titled("Bureau of Statistics\nTowns in 2012\nHebei", 36), "Towns in 2012", "statistics name the office");
    assert_eq!(titled("- Home\nSkip to content\n# Towns\nSurvey of 2011\nHebei", 46), "Towns, 2012", "a heading of the first rank");
    assert_eq!(titled("Skip to content\nUpdated 3 June 2012\nTowns and ports\nHebei", 52), "Towns and ports, 2012");
    assert_eq!(titled("Towns and ports\nIt grew.\nOutlook\nHebei", 32), "Towns and ports, 2012", "no line below the text");
    let addressed = "State of the Museums 2012\nAnnual report to the Minister of Arts\nHebei";
    assert_eq!(titled(addressed, 64), "State of the Museums 2012", "not to whom it reports");
    assert_eq!(titled("Health in the North 2011/12\nHebei", 28), "Health in the North 2011/12", "names its year");
}

/// A report of one region with an introduction.
fn introduced() -> Report {
    let mut analysis = report(2012, &[("COUNTRY PROGRAMME:\nPERU", &[]), ("Hebei", &[money("fund.fiscal", "1", 0)]), ("Jilin", &[])]);
    analysis.document.text = "# COUNTRY PROGRAMME:\nPERU\nSome 5 towns.\nHebei\nJilin".to_owned();
    let lead = &mut analysis.sections[0];
    (lead.region.kind, lead.heading) = (RegionKind::Whole, crate::text::Span { start: 2, end: 25 });
    Report::new(analysis, false)
}

#[test]
fn a_title_above_an_introduction_is_the_reports_and_no_region() {
    let report = introduced();
    assert_eq!(report.title(), "COUNTRY PROGRAMME: PERU, 2012");
    assert_eq!(report.regions().map(|section| section.id).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(report.general().map(|section| section.id).collect::<Vec<_>>(), [0]);
    let named = |language| crate::wording::section_name(&report.analysis, 0, language);
    assert_eq!((named(Language::English), named(Language::Chinese)), ("Introduction", "引言"));
    let table = crate::compare::build_table(&report.analysis, &[crate::compare::ColumnRequest::usual("fund.fiscal")]);
    let rows: Vec<&str> = table.rows.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(rows, ["Hebei", "Jilin"], "it owes no value");
}

#[test]
fn a_report_without_regions_is_one_whole() {
    let mut analysis = report(2012, &[("Roads and Bridges", &[])]);
    analysis.sections[0].region.kind = RegionKind::Whole;
    assert!(!analysis.has_regions());
    let report = Report::new(analysis, false);
    let words = crate::app::display::regions_words(&report, 1, Language::English.strings());
    assert_eq!((words.as_str(), report.regions().count(), report.general().count()), ("Whole report", 1, 0));
}

#[test]
fn links_name_the_sample_or_the_hash_and_never_the_file() {
    let analysis = report(2012, &[]);
    assert_eq!(Report::new(analysis.clone(), true).file_key(), "sample");
    let key = Report::new(analysis, false).file_key();
    assert!(key.len() <= HASH_DIGITS && "5ba58ca7cea9".starts_with(&key));
}
