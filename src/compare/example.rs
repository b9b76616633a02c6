//! Small analyses made by hand, for the tests of comparison, charts and exports.

use crate::analysis::{
    Aggregation, Amount, Analysis, Cell, Document, Indicator, Kind, Modifier, Origin, Problem, Quantity, Region, RegionKind, Scope,
    Section, Unit,
};
use crate::text::Span;

/// One figure that states an indicator.
#[derive(Debug, Clone)]
pub(crate) struct Stated {
    pub indicator: &'static str,
    pub amount: Amount,
    pub precision: i32,
    pub unit: Unit,
    pub year: i32,
    pub text: &'static str,
    pub modifier: Option<Modifier>,
    pub scope: Scope,
    pub kind: Kind,
    pub problems: Vec<Problem>,
}

/// A sum of yuan of 2012, with the exponent of its last printed digit.
pub(crate) fn money(indicator: &'static str, value: &str, precision: i32) -> Stated {
    Stated {
        indicator,
        amount: Amount::One(value.parse().unwrap()),
        precision,
        unit: Unit::CNY,
        year: 2012,
        text: "as printed",
        modifier: None,
        scope: Scope::Region,
        kind: Kind::Level,
        problems: Vec::new(),
    }
}

/// Persons.
pub(crate) fn people(indicator: &'static str, value: &str) -> Stated {
    Stated { unit: Unit::People, ..money(indicator, value, 0) }
}

/// A report with one section a region; each figure becomes a quantity and a cell, each indicator is summable.
pub(crate) fn report(year: i32, regions: &[(&str, &[Stated])]) -> Analysis {
    let mut analysis = Analysis {
        document: Document {
            name: "report.txt".to_owned(),
            sha256: "5ba58ca7cea9".to_owned(),
            year: Some(year),
            text: "The text of the report.".to_owned(),
            ..Document::default()
        },
        ..Analysis::default()
    };
    for (name, figures) in regions {
        let section = analysis.sections.len() as u32;
        analysis.sections.push(section_of(name, section));
        for stated in *figures {
            add(&mut analysis, section, stated);
        }
    }
    analysis
}

/// Six regions with government funds and their parts; one of them states nothing, one no parts.
pub(crate) fn funds() -> Analysis {
    report(
        2012,
        &[
            (
                "Hebei",
                &[money("fund.fiscal", "1117000000", 6), money("fund.central", "847070000", 4), money("fund.provincial", "270000000", 6)],
            ),
            (
                "Liaoning",
                &[
                    money("fund.fiscal", "573800000", 4),
                    money("fund.central", "40690000", 4),
                    money("fund.provincial", "252300000", 5),
                    money("fund.local", "280810000", 4),
                ],
            ),
            ("Jilin", &[]),
            ("Shanxi", &[money("fund.fiscal", "1546000000", 6), money("fund.central", "1035000000", 6)]),
            ("Shaanxi", &[money("fund.fiscal", "2450000000", 6)]),
            ("Sichuan", &[money("fund.fiscal", "5299000000", 6), people("poverty.reduced", "1626700")]),
        ],
    )
}

fn section_of(name: &str, id: u32) -> Section {
    Section {
        id,
        region: Region { name: name.to_owned(), kind: RegionKind::Province, code: None, local_name: None },
        heading: Span::default(),
        start: 0,
        end: 0,
        credit: None,
    }
}

fn add(analysis: &mut Analysis, section: u32, stated: &Stated) {
    let id = analysis.quantities.len() as u32;
    if !analysis.indicators.iter().any(|i| i.id == stated.indicator) {
        analysis.indicators.push(Indicator {
            id: stated.indicator.to_owned(),
            label: stated.indicator.to_owned(),
            definition: String::new(),
            unit: stated.unit,
            origin: Origin::Catalogue,
            programme: stated.indicator.split('.').next().unwrap_or_default().to_owned(),
            aggregation: Aggregation::Sum,
            per: None,
        });
    }
    analysis.cells.push(Cell {
        section,
        indicator: stated.indicator.to_owned(),
        year: Some(stated.year),
        amount: stated.amount,
        unit: stated.unit,
        quantity: id,
        alternatives: Vec::new(),
        reason: "the only one".to_owned(),
        chosen_by: None,
        divided_by: None,
    });
    analysis.quantities.push(Quantity {
        id,
        section,
        topic: None,
        sentence: Span::new(0, 23),
        start: 4,
        end: 8,
        text: stated.text.to_owned(),
        amount: stated.amount,
        unit: stated.unit,
        noun: None,
        per: None,
        modifier: stated.modifier,
        precision: Some(stated.precision),
        what: "what is measured".to_owned(),
        kind: stated.kind,
        year: Some(stated.year),
        scope: stated.scope,
        of: None,
        of_rule: None,
        base: None,
        base_rule: None,
        indicator: Some(stated.indicator.to_owned()),
        problems: stated.problems.clone(),
        confidence: 1.0,
        review: None,
    });
}
