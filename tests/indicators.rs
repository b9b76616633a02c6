//! Indicators: the catalogue on case sentences and on an invented yearbook, discovery on reports of other kinds, definitions of the
//! reader, derived values, and odd input.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use provenance::analysis::{Amount, Analysis, Cell, Origin, Unit};
use provenance::analyze::{Options, analyze};
use provenance::indicator::Quotient;
use provenance::indicator::derived::{DerivedUnit, per_unit, share};
use provenance::indicator::{DefinitionError, Reach, UserIndicator, catalogue_indicators, export_definitions, import_definitions, preview};
use provenance::ingest::SourceText;
use provenance::wording::Language;
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive as _;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

fn read(text: &str, options: &Options) -> Analysis {
    let source = SourceText { name: "report.txt".to_owned(), text: text.to_owned(), ..SourceText::default() };
    analyze(&source, options, &mut |_| {})
}

fn fixture(name: &str, file: &str) -> String {
    std::fs::read_to_string(format!("tests/fixtures/{name}/{file}")).unwrap()
}

fn cells<'a>(analysis: &'a Analysis, indicator: &str) -> Vec<&'a Cell> {
    analysis.cells.iter().filter(|c| c.indicator == indicator).collect()
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    why: String,
    topic: String,
    text: String,
    states: BTreeMap<String, String>,
    /// Of the figures that state an indicator, the one in its cell; "" for none.
    #[serde(default)]
    fills: BTreeMap<String, String>,
}

#[test]
fn figures_state_the_indicators_of_the_cases() {
    let cases: Cases = toml::from_str(include_str!("cases/indicators.toml")).unwrap();
    let known: BTreeSet<&str> = catalogue_indicators(Language::English).map(|i| i.id.as_str()).collect();
    for case in cases.case {
        let text = format!("Opening Remarks\nPoverty alleviation went on, and poverty was reduced.\n\n{}\n{}\n", case.topic, case.text);
        let analysis = read(&text, &Options { year: Some(2012), ..Options::default() });
        for (figure, wanted) in &case.states {
            assert!(wanted.is_empty() || known.contains(wanted.as_str()), "{wanted}: no such indicator");
            let quantity = analysis.quantities.iter().find(|q| q.text == *figure);
            let quantity = quantity.unwrap_or_else(|| panic!("{}: no figure {figure}", case.why));
            assert_eq!(quantity.indicator.as_deref().unwrap_or_default(), wanted, "{}: {figure}", case.why);
        }
        for (indicator, figure) in &case.fills {
            let cell = analysis.cells.iter().find(|c| c.indicator == *indicator);
            let found = cell.map_or("", |cell| &analysis.quantities[cell.quantity as usize].text);
            assert_eq!(found, figure, "{}: {indicator}", case.why);
        }
    }
}

#[test]
fn every_cell_can_be_explained() {
    let analysis = read(&fixture("yearbook-2013", "report.txt"), &Options::default());
    let mut seen = BTreeSet::new();
    for cell in &analysis.cells {
        let quantity = &analysis.quantities[cell.quantity as usize];
        assert!(seen.insert((cell.section, &cell.indicator, cell.year)), "two cells for {} in section {}", cell.indicator, cell.section);
        assert_eq!((quantity.section, quantity.amount, quantity.unit), (cell.section, cell.amount, cell.unit));
        assert_eq!(quantity.indicator.as_ref(), Some(&cell.indicator));
        assert!(!cell.reason.is_empty() && !cell.alternatives.contains(&cell.quantity));
        assert!(analysis.indicators.iter().any(|i| i.id == cell.indicator));
    }
    assert!(seen.len() > 30);
}

#[derive(Deserialize)]
struct Yearbook {
    value: Vec<YearbookValue>,
}

#[derive(Deserialize)]
struct YearbookValue {
    section: String,
    indicator: String,
    value: toml::Value,
}

fn decimal(value: &toml::Value) -> Decimal {
    match value {
        toml::Value::Integer(v) => Decimal::from(*v),
        toml::Value::Float(v) => Decimal::from_f64(*v).unwrap(),
        other => panic!("no number: {other:?}"),
    }
}

#[test]
fn the_catalogue_fills_an_invented_yearbook() {
    let expected: Yearbook = toml::from_str(&fixture("yearbook-2013", "expected.toml")).unwrap();
    let analysis = read(&fixture("yearbook-2013", "report.txt"), &Options::default());
    let right = expected.value.iter().filter(|v| {
        let section = analysis.sections.iter().find(|s| s.region.code.as_deref() == Some(v.section.as_str())).unwrap();
        cells(&analysis, &v.indicator).iter().any(|c| c.section == section.id && c.amount == Amount::One(decimal(&v.value)))
    });
    let (right, all) = (right.count(), expected.value.len());
    assert!(right * 10 >= all * 9, "{right} of {all}");
}

#[derive(Deserialize)]
struct Expected {
    indicator: Vec<ExpectedIndicator>,
    #[serde(default)]
    not_indicator: Vec<Unwanted>,
}

#[derive(Deserialize)]
struct ExpectedIndicator {
    label_any: Vec<String>,
    unit: String,
    at_least: usize,
    values: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
struct Unwanted {
    label_any: Vec<String>,
}

fn values_held(analysis: &Analysis, indicator: &str, wanted: &ExpectedIndicator) -> usize {
    let named = |name: &str| analysis.sections.iter().find(|s| s.region.code.as_deref() == Some(name) || name.starts_with(&s.region.name));
    let held = |(name, value): &(&String, &toml::Value)| {
        let Some(section) = named(name) else { return false };
        cells(analysis, indicator).iter().any(|c| c.section == section.id && c.amount == Amount::One(decimal(value)))
    };
    wanted.values.iter().filter(held).count()
}

#[test]
fn recurring_phrases_become_indicators() {
    for name in ["health-by-country", "agriculture-by-indian-state", "schools-by-district"] {
        let expected: Expected = toml::from_str(&fixture(name, "expected.toml")).unwrap();
        let analysis = read(&fixture(name, "report.txt"), &Options::default());
        let labelled = |label: &str, any: &[String]| any.iter().any(|a| label.to_lowercase().contains(&a.to_lowercase()));
        for wanted in &expected.indicator {
            let fits = analysis.indicators.iter().filter(|i| labelled(&i.label, &wanted.label_any) && i.unit.code() == wanted.unit);
            let held = fits.map(|i| values_held(&analysis, &i.id, wanted)).max().unwrap_or(0);
            assert!(held >= wanted.at_least, "{name}: {:?} holds {held} of {}", wanted.label_any, wanted.values.len());
        }
        for indicator in &analysis.indicators {
            let unwanted = expected.not_indicator.iter().any(|u| labelled(&indicator.label, &u.label_any));
            assert!(!unwanted && indicator.origin == Origin::Discovered, "{name}: {} is no indicator", indicator.label);
            assert!(indicator.id.starts_with("discovered.") && indicator.id.is_ascii(), "{}", indicator.id);
            let units: BTreeSet<&str> = analysis.cells.iter().filter(|c| c.indicator == indicator.id).map(|c| c.unit.code()).collect();
            assert_eq!(units.len(), 1, "{name}: {} mixes {units:?}", indicator.label);
        }
    }
}

#[test]
fn parts_shares_and_people_that_recur_become_indicators() {
    let district = |name: &str, people: u32, pumps: u32, taps: u32| {
        let points = pumps + taps;
        format!(
            "## {name} District\n\nThe district has {people} people. There were {points} VIP wells: {pumps} hand pumps and {taps} taps. Of these, {} (64.{}%) were working.\n\n",
            points - 9,
            people % 10,
        )
    };
    let names = [("Marsh", 40_121, 91, 12), ("Fenn", 51_302, 104, 33), ("Pell", 9_453, 47, 21), ("Corve", 12_764, 58, 40)];
    let text: String = names.iter().map(|(name, people, pumps, taps)| district(name, *people, *pumps, *taps)).collect();
    let analysis = read(&format!("# Wells by district\n\n{text}"), &Options::default());
    let labels: Vec<&str> = analysis.indicators.iter().filter(|i| !cells(&analysis, &i.id).is_empty()).map(|i| i.label.as_str()).collect();
    for wanted in ["People", "VIP wells", "Hand pumps", "Taps", "Share of working"] {
        assert!(labels.contains(&wanted), "{wanted} is missing in {labels:?}");
    }
    assert!(!labels.first().is_some_and(|label| label.starts_with("Share")), "{labels:?}");
    let pumps = cells(&analysis, "discovered.hand-pumps.count");
    assert_eq!(pumps.len(), 4, "{labels:?}");
}

#[test]
fn persons_of_any_sort_are_no_indicator() {
    let section = |name: &str, sort: &str, count: u32, beds: u32| {
        format!("{name}\n\nIn 2019 {count} people {sort}. There were {beds} hospital beds.\n\n")
    };
    let text = format!(
        "Health Review 2019\n\n{}{}{}",
        section("Kenya", "were moved to tents", 400, 31),
        section("Uganda", "signed a letter", 20, 47),
        section("Rwanda", "went abroad", 9000, 52)
    );
    let labels: Vec<String> = read(&text, &Options::default()).indicators.into_iter().map(|i| i.label).collect();
    assert!(labels.iter().any(|label| label.contains("beds")) && !labels.iter().any(|label| label == "People"), "{labels:?}");
}

#[test]
fn rises_of_one_thing_become_an_indicator_apart_from_its_falls() {
    let section = |name: &str, food: &str, freight: &str, posts: u32, rate: &str| {
        format!(
            "{name}\n\nThe inflation rate was {rate}%. Food prices rose by {food}% and freight costs fell by {freight}%. Employment increased by {posts}.\n\n"
        )
    };
    let fall = "Chad\n\nThe inflation rate was 0.4%. Food prices fell by 1.5%. Employment decreased by 1,400.\n\n";
    let rises = [
        section("Kenya", "5.1", "1.2", 47_000, "4.2"),
        section("Uganda", "4.4", "0.8", 21_000, "3.6"),
        section("Rwanda", "6.3", "2.0", 9_400, "5.0"),
    ];
    let analysis = read(&format!("Price Review 2019\n\n{}{fall}", rises.concat()), &Options::default());
    let filled: Vec<(&str, usize)> = analysis.indicators.iter().map(|i| (i.label.as_str(), cells(&analysis, &i.id).len())).collect();
    for wanted in [("Inflation rate", 4), ("Growth of food prices", 3), ("Decrease of freight costs", 3), ("Increase of employment", 3)] {
        assert!(filled.contains(&wanted), "{wanted:?} is missing in {filled:?}");
    }
}

#[test]
fn what_rises_is_named_to_its_end() {
    let section = |name: &str, thing: &str, by: u32| format!("{name}\n\nThe rural {thing} increased by {by} million dollars.\n\n");
    let text = [section("Kenya", "road fund", 12), section("Uganda", "school budget", 9), section("Rwanda", "water grant", 4)].concat();
    let analysis = read(&format!("Budget Review 2019\n\n{text}"), &Options::default());
    let labels: Vec<&str> = analysis.indicators.iter().map(|i| i.label.as_str()).collect();
    assert!(!labels.contains(&"Increase of rural"), "{labels:?}");
    let same = [section("Kenya", "road fund", 12), section("Uganda", "road fund", 9), section("Rwanda", "road fund", 4)].concat();
    let analysis = read(&format!("Budget Review 2019\n\n{same}"), &Options::default());
    assert!(analysis.indicators.iter().any(|i| i.label == "Increase of rural road fund"), "{:?}", analysis.indicators);
}

/// The labels of what a report with a section for each of four regions states, in their order.
fn labels(section: impl Fn(&str, u32) -> String) -> Vec<String> {
    let section = |(name, i): (&str, u32)| format!("{name}\n\n{}\n\n", section(name, i));
    let text: String = ["Kenya", "Uganda", "Rwanda", "Ghana"].into_iter().zip(1..).map(section).collect();
    read(&format!("Harbour Review 2019\n\n{text}"), &Options::default()).indicators.into_iter().map(|i| i.label).collect()
}

#[test]
fn levels_lead_their_parts_and_these_growth_and_shares() {
    let labels = labels(|_, i| {
        let (boats, wooden) = (30 * i + 7, 11 * i + 2);
        format!(
            "Landings of inshore fish grew by {i}.5 percent. There were {boats} boats, of which {wooden} wooden boats ({i}1.2 percent). The catch was {boats}.4 thousand tonnes."
        )
    });
    let at = |wanted: &str| labels.iter().position(|label| label == wanted).unwrap_or_else(|| panic!("no {wanted} in {labels:?}"));
    assert!(at("Boats") == 0 && at("Boats") < at("Catch") && at("Catch") < at("Wooden boats"), "{labels:?}");
    assert!(at("Wooden boats") < labels.iter().position(|label| label.starts_with("Growth")).unwrap(), "{labels:?}");
}

#[test]
fn a_label_says_of_which_things_it_speaks() {
    let labels = labels(|_, i| {
        let (ships, steel) = (40 * i + 9, 13 * i + 5);
        format!(
            "The country registered {ships} ships, of which {steel} are private. {i}4 piers were mended, {i}2 percent of the {}90 in the country. It had {ships}5 sailors; {i}4% of them hold a licence. {}21 dockers were hired, {steel} of them women.",
            i + 2,
            i + 1
        )
    });
    for wanted in ["Private ships", "Piers in the country", "Sailors who hold a licence", "Women"] {
        assert!(labels.iter().any(|label| label.contains(wanted)), "no {wanted} in {labels:?}");
    }
    assert!(!labels.iter().any(|label| label.to_lowercase().contains("them") || label == "Country" || label == "Private"), "{labels:?}");
}

#[test]
fn money_spent_is_one_indicator_in_whatever_words() {
    let labels = labels(|_, i| match i {
        1 => "The country spent $4.1 million.".to_owned(),
        2 => "Total expenditure was $3.2 million.".to_owned(),
        _ => format!("Spending amounted to ${i}.9 million."),
    });
    assert_eq!(labels, ["Expenditure"]);
}

#[test]
fn named_durations_become_indicators() {
    let labels = labels(|_, i| {
        format!(
            "The average stay in port was {i}.5 days. Dredging took {}0 months. The work was planned for {i}1 weeks.\n\n- Median waiting time: {i}2 hours",
            i + 3
        )
    });
    assert_eq!(labels, ["Average stay in port", "Median waiting time"]);
}

#[test]
fn a_rate_takes_no_other_share_of_the_same_field() {
    let section = |name: &str, rate: &str| format!("{name}\n\nThe net pass rate in marine safety was {rate}%.\n\n");
    let regions = [section("Kenya", "94.2"), section("Uganda", "88.7"), section("Rwanda", "91.0"), section("Ghana", "79.5")].concat();
    let text = format!("Harbour Review 2019\n\nIntroduction\n\nPublic spending on safety was 4.1% of GDP.\n\n{regions}");
    let analysis = read(&text, &Options::default());
    let rate = analysis.indicators.iter().find(|i| i.label == "Pass rate in marine safety");
    let rate = rate.unwrap_or_else(|| panic!("{:?}", analysis.indicators));
    assert_eq!(cells(&analysis, &rate.id).len(), 4);
}

fn definition(must: &[&str], must_not: &[&str]) -> UserIndicator {
    let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect();
    UserIndicator {
        id: "user.1".to_owned(),
        label: "Nets handed out".to_owned(),
        unit: Unit::Count,
        must: words(must),
        must_not: words(must_not),
        topic: None,
        quotient: None,
    }
}

#[test]
fn a_definition_catches_what_it_says() {
    let text = fixture("health-by-country", "report.txt");
    let analysis = read(&text, &Options::default());
    let some = preview(&text, &analysis, &definition(&["bed nets", "distributed"], &["took"]));
    assert_eq!(some.reach, Reach::Some);
    assert!(some.sections >= 8 && some.quantities.len() >= some.sections);
    assert_eq!(preview(&text, &analysis, &definition(&["submarine*"], &[])).reach, Reach::Nothing);
    assert_eq!(preview(&text, &analysis, &definition(&[], &[])).reach, Reach::Everything);
    let mut elsewhere = definition(&["bed nets"], &[]);
    elsewhere.topic = Some("funding".to_owned());
    assert!(preview(&text, &analysis, &elsewhere).quantities.len() < some.quantities.len());
}

#[test]
fn definitions_fill_cells_beside_the_others() {
    let text = fixture("health-by-country", "report.txt");
    let plain = read(&text, &Options::default());
    let mut everything = definition(&[], &[]);
    everything.id = "user.2".to_owned();
    let options = Options { user_indicators: vec![definition(&["bed nets"], &[]), everything], ..Options::default() };
    let analysis = read(&text, &options);
    assert!(cells(&analysis, "user.1").len() >= 8);
    assert!(cells(&analysis, "user.2").is_empty());
    let head = analysis.indicators.iter().find(|i| i.id == "user.2").unwrap();
    assert!(head.origin == Origin::User && head.definition.contains("no cell is filled"), "{}", head.definition);
    let others = |a: &Analysis| a.cells.iter().filter(|c| !c.indicator.starts_with("user.")).cloned().collect::<Vec<_>>();
    assert_eq!(others(&analysis), others(&plain));
}

#[test]
fn definitions_come_back_from_their_file() {
    let definitions = vec![definition(&["bed nets"], &["planned"])];
    let file = export_definitions(&definitions);
    assert_eq!(import_definitions(&file), Ok(definitions.clone()));
    assert!(matches!(import_definitions("{\"schema\": "), Err(DefinitionError::Broken(_))));
    assert_eq!(import_definitions("{\"rows\": []}"), Err(DefinitionError::OtherFile));
    assert_eq!(import_definitions("{\"schema\": \"provenance.analysis/1\"}"), Err(DefinitionError::OtherFile));
    assert_eq!(import_definitions(&file.replace("indicators/2", "indicators/7")), Err(DefinitionError::Newer(7)));
    assert!(matches!(import_definitions(&file.replace("\"count\"", "\"parsecs\"")), Err(DefinitionError::Broken(_))));
    let twice = export_definitions(&[definitions[0].clone(), definitions[0].clone()]);
    assert_eq!(import_definitions(&twice), Err(DefinitionError::Twice("user.1".to_owned())));
    let words = DefinitionError::Newer(7).to_string();
    assert!(words.contains("version 7") && words.contains("newer"), "{words}");
}

fn cell(section: u32, indicator: &str, amount: Amount, unit: Unit, quantity: u32) -> Cell {
    Cell {
        section,
        indicator: indicator.to_owned(),
        year: Some(2012),
        amount,
        unit,
        quantity,
        alternatives: Vec::new(),
        reason: String::new(),
        chosen_by: None,
        divided_by: None,
    }
}

#[test]
fn derived_values_name_their_sources() {
    let one = |v: i64| Amount::One(Decimal::from(v));
    let table = [
        cell(0, "money", one(900), Unit::CNY, 1),
        cell(0, "people", one(30), Unit::People, 2),
        cell(0, "whole", one(1200), Unit::CNY, 3),
        cell(1, "money", one(500), Unit::CNY, 4),
        cell(1, "people", one(0), Unit::People, 5),
        cell(2, "money", Amount::Range(Decimal::from(100), Decimal::from(300)), Unit::CNY, 6),
        cell(2, "people", one(10), Unit::People, 7),
        cell(2, "whole", one(400), Unit::from_code("USD").unwrap(), 8),
        cell(3, "money", one(7), Unit::CNY, 9),
    ];
    let each = per_unit(&table, "money", "people");
    assert_eq!(each.len(), 2, "no value by zero, none without both");
    assert_eq!((each[0].amount, each[0].unit, each[0].sources), (one(30), DerivedUnit::Per(Unit::CNY, Unit::People), [1, 2]));
    assert_eq!(each[1].amount, Amount::Range(Decimal::from(10), Decimal::from(30)));
    let shares = share(&table, "money", "whole");
    assert_eq!(shares.len(), 1, "two currencies make no share");
    assert_eq!((shares[0].amount, shares[0].unit), (one(75), DerivedUnit::Percent));
    assert!(share(&table, "money", "people").is_empty());
    assert_eq!(per_unit(&table, "money", "whole")[0].unit, DerivedUnit::Ratio);
}

#[test]
fn a_derived_indicator_is_a_column_that_names_both_figures() {
    let text = report_of(&["Kenya", "Uganda", "Rwanda", "Ghana"].map(str::to_owned));
    let plain = read(&text, &Options::default());
    let id = |word: &str| plain.indicators.iter().find(|i| i.unit.is_currency() == (word == "cost")).unwrap().id.clone();
    let definition = UserIndicator {
        id: "user.1".to_owned(),
        label: "Cost a library".to_owned(),
        must: Vec::new(),
        quotient: Some(Quotient { numerator: id("cost"), denominator: id("libraries"), share: false }),
        ..definition(&[], &[])
    };
    let derived = read(&text, &Options { user_indicators: vec![definition.clone()], ..Options::default() });
    let cells = cells(&derived, "user.1");
    assert_eq!(cells.len(), 4);
    let first = derived.cells.iter().find(|c| c.indicator == "user.1").unwrap();
    // 2 million pounds for 10 libraries, in as many digits as the less precise of the two.
    assert_eq!((first.amount, first.unit.code()), (Amount::One(Decimal::from(200_000)), "GBP"));
    let printed = |id: u32| derived.quantities[id as usize].text.as_str();
    assert_eq!((printed(first.quantity), printed(first.divided_by.unwrap())), ("£2 million", "10"));
    let indicator = derived.indicators.iter().find(|i| i.id == "user.1").unwrap();
    assert!(indicator.per.as_deref().is_some_and(|per| per.contains("library")), "{:?}", indicator.per);
    let file = export_definitions(&[definition]);
    assert!(import_definitions(&file).unwrap()[0].quotient.is_some());
    assert_eq!(import_definitions(&file.replace("/2", "/1")).unwrap().len(), 1, "the version before is read, too");
}

/// A report with a section for each of the names.
fn report_of(names: &[String]) -> String {
    let section = |(i, name): (usize, &String)| {
        let (libraries, cost) = (10 + i, 2 + i % 7);
        format!("{name}\n\nSchools\nThere were {libraries} village libraries in 2021, which cost £{cost} million.\n\n")
    };
    names.iter().enumerate().map(section).collect()
}

#[test]
fn odd_reports_have_a_defined_outcome() {
    let district = |i: usize| {
        format!("{}ford District", ["Al", "Bel", "Cor", "Dun", "Es"][i % 5].to_owned() + &"an".repeat(i / 5 % 9) + &"or".repeat(i / 45))
    };
    let country = |name: &str| name.to_owned();
    let one = read(&report_of(&[country("Kenya")]), &Options::default());
    assert!(one.cells.is_empty() && one.indicators.is_empty(), "one region has nothing to be compared with");
    let two = read(&report_of(&["Kenya", "Uganda"].map(country)), &Options::default());
    let libraries = two.indicators.iter().find(|i| i.label.to_lowercase().contains("libraries")).unwrap();
    assert_eq!(cells(&two, &libraries.id).len(), 2, "two regions can be compared");
    let rates =
        "Kenya\n\nSchools\nAbout 40% of what was asked was paid.\n\nUganda\n\nSchools\nThe state bore 57% of what it had promised.\n\n";
    assert!(read(rates, &Options::default()).indicators.is_empty(), "a word that counts nothing is no indicator of two regions");
    let twice = read(&report_of(&["Kenya", "Uganda", "Kenya", "Rwanda"].map(country)), &Options::default());
    let libraries = twice.indicators.iter().find(|i| i.label.to_lowercase().contains("libraries")).unwrap();
    assert_eq!(cells(&twice, &libraries.id).len(), twice.sections.len(), "a region that stands twice keeps both sections");
    let names: Vec<String> = (0..500).map(district).collect();
    let many = read(&report_of(&names), &Options::default());
    let libraries = many.indicators.iter().find(|i| i.label.to_lowercase().contains("libraries")).unwrap();
    assert_eq!(cells(&many, &libraries.id).len(), many.sections.len());
    assert!(many.sections.len() > 450);
}

#[test]
fn short_forms_keep_their_letters() {
    let section = |name: &str, firms: u32| format!("{name}\n\nIn 2021 the programme backed {firms} SMEs and held two fairs.\n\n");
    let text: String = [("Kenya", 24), ("Uganda", 31), ("Rwanda", 12)].map(|(name, firms)| section(name, firms)).concat();
    let labels: Vec<String> = read(&text, &Options::default()).indicators.into_iter().map(|i| i.label).collect();
    assert!(labels.iter().any(|label| label == "SMEs"), "{labels:?}");
}

#[test]
fn of_two_indicators_with_one_name_the_share_is_called_so() {
    let region = |(name, share, all, wells): &(&str, &str, &str, &str)| {
        format!(
            "{name}\n\nIn 2021, {share}% of the population of {all} million had piped water at home. The country had {wells} wells.\n\n"
        )
    };
    let regions = [
        ("Kenya", "49.3", "61.2", "402"),
        ("Uganda", "14.1", "28.4", "310"),
        ("Malawi", "38.3", "12.9", "288"),
        ("Zambia", "15.4", "19.6", "521"),
    ];
    let text = format!("Water in four countries, 2021\n\n{}", regions.iter().map(region).collect::<String>());
    let analysis = read(&text, &Options::default());
    let labels: Vec<&str> = analysis.indicators.iter().filter(|i| i.origin == Origin::Discovered).map(|i| i.label.as_str()).collect();
    let unique: BTreeSet<&str> = labels.iter().copied().collect();
    assert_eq!(unique.len(), labels.len(), "{labels:?}");
    assert!(labels.contains(&"Share of population") && labels.contains(&"Population"), "{labels:?}");
}
