//! Which indicators a view opens with, where the reader has chosen none.

use crate::analysis::{Indicator, Origin};
use crate::app::report::Report;

/// Indicators of the catalogue that a card opens with, best first: for its headline, then for its rows.
const HEADLINE: [&str; 1] = ["poverty.reduced"];
const ROWS: [&str; 3] = ["fund.fiscal", "village.count", "training.transfer"];
const SIX: [&str; 6] = ["fund.fiscal", "fund.central", "fund.provincial", "poverty.reduced", "relocation.people", "training.transfer"];

/// Indicators that at least one region states, those that most regions state first; ties keep the order of the analysis.
fn by_use(report: &Report) -> Vec<&Indicator> {
    let mut stated: Vec<(usize, &Indicator)> =
        report.analysis.indicators.iter().map(|indicator| (report.stated_by(&indicator.id), indicator)).filter(|(n, _)| *n > 0).collect();
    stated.sort_by_key(|(n, _)| std::cmp::Reverse(*n));
    stated.into_iter().map(|(_, indicator)| indicator).collect()
}

/// `wanted` where the report states them, filled up with the most stated ones, `taken` left out.
fn chosen<'a>(report: &'a Report, wanted: &[&str], number: usize, taken: Option<&str>) -> Vec<&'a Indicator> {
    let used = by_use(report);
    let free = |indicator: &&&Indicator| Some(indicator.id.as_str()) != taken;
    let mut out: Vec<&Indicator> =
        wanted.iter().filter_map(|id| used.iter().filter(free).find(|indicator| indicator.id == *id).copied()).collect();
    for indicator in used.iter().filter(free) {
        if out.len() >= number {
            break;
        }
        if !out.iter().any(|known| known.id == indicator.id) {
            out.push(indicator);
        }
    }
    out.truncate(number);
    out
}

/// The indicator that cards and map open with: the wanted one where at least half of the regions state it, else the most stated one, so that
/// the first view is no page of gaps; `None` in a report without indicators. Discovered indicators stand in the order in which they lead, levels
/// before growth: the first of them that is stated nearly as often.
pub fn default_headline(report: &Report) -> Option<&Indicator> {
    let regions = report.analysis.regions();
    let wanted = chosen(report, &HEADLINE, 1, None)
        .into_iter()
        .next()
        .filter(|i| HEADLINE.contains(&i.id.as_str()) && report.stated_by(&i.id) * 2 >= regions);
    wanted.or_else(|| {
        let most = by_use(report).into_iter().next()?;
        let nearly = |i: &&Indicator| i.origin == Origin::Discovered && report.stated_by(&i.id) * 5 >= report.stated_by(&most.id) * 4;
        let leading = report.analysis.indicators.iter().find(nearly).filter(|_| most.origin == Origin::Discovered);
        leading.or(Some(most))
    })
}

/// The one that has most; none where two share that place, since neither is first then.
pub fn ahead<K: Ord + Copy, T>(items: impl Iterator<Item = (K, T)>) -> Option<(K, T)> {
    let mut items: Vec<(K, T)> = items.collect();
    items.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
    let mut items = items.into_iter();
    let (first, second) = (items.next()?, items.next());
    second.is_none_or(|(key, _)| key < first.0).then_some(first)
}

/// The three rows of a card, other than its headline.
pub fn card_rows<'a>(report: &'a Report, headline: Option<&str>) -> Vec<&'a Indicator> {
    chosen(report, &ROWS, ROWS.len(), headline)
}

/// The headline indicators of a region.
pub fn headline_six(report: &Report) -> Vec<&Indicator> {
    chosen(report, &SIX, SIX.len(), None)
}

/// The stated indicators by programme, programmes in the order in which they first appear.
pub fn programmes(report: &Report) -> Vec<(&str, Vec<&Indicator>)> {
    let mut out: Vec<(&str, Vec<&Indicator>)> = Vec::new();
    for indicator in &report.analysis.indicators {
        match out.iter_mut().find(|(programme, _)| *programme == indicator.programme) {
            Some((_, members)) => members.push(indicator),
            None => out.push((&indicator.programme, vec![indicator])),
        }
    }
    // Indicators without a programme come last, wherever they stand in the analysis.
    out.sort_by_key(|(programme, _)| programme.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::example::{money, people, report};

    fn open() -> Report {
        let analysis = report(
            2012,
            &[
                ("Hebei", &[money("fund.fiscal", "1117000000", 6), people("rare", "5")]),
                ("Jilin", &[money("fund.fiscal", "680000000", 6), people("common", "9")]),
                ("Tibet", &[people("common", "7"), people("poverty.reduced", "135000")]),
            ],
        );
        Report::new(analysis, false)
    }

    #[test]
    fn nothing_is_ahead_where_two_have_most() {
        assert_eq!(ahead([(1, "Hebei"), (3, "Jilin"), (2, "Tibet")].into_iter()), Some((3, "Jilin")));
        assert_eq!(ahead([(1, "Hebei"), (1, "Jilin"), (0, "Tibet")].into_iter()), None);
        assert_eq!(ahead([(1, "Hebei")].into_iter()), Some((1, "Hebei")));
    }

    #[test]
    fn the_wanted_come_first_and_the_most_stated_fill_up() {
        let report = open();
        assert_eq!(default_headline(&report).map(|i| i.id.as_str()), Some("fund.fiscal"), "one of three regions states the wanted one");
        let rows: Vec<&str> = card_rows(&report, Some("poverty.reduced")).iter().map(|i| i.id.as_str()).collect();
        assert_eq!(rows, ["fund.fiscal", "common", "rare"]);
        assert!(!card_rows(&report, Some("fund.fiscal")).iter().any(|i| i.id == "fund.fiscal"));
        assert_eq!(headline_six(&report).len(), 4);
    }

    #[test]
    fn a_level_that_nearly_all_state_leads_before_a_growth_of_all() {
        let all = ["Hebei", "Jilin", "Tibet", "Yunnan", "Gansu"];
        let figures = |name: &str| match name {
            "Gansu" => vec![people("rise", "4")],
            _ => vec![people("level", "70"), people("rise", "3")],
        };
        let stated: Vec<_> = all.map(|name| (name, figures(name))).into();
        let regions: Vec<_> = stated.iter().map(|(name, figures)| (*name, figures.as_slice())).collect();
        let mut analysis = report(2012, &regions);
        let headline = |analysis: &crate::analysis::Analysis| default_headline(&Report::new(analysis.clone(), false)).map(|i| i.id.clone());
        assert_eq!(headline(&analysis).as_deref(), Some("rise"), "the catalogue has an order of its own");
        for indicator in &mut analysis.indicators {
            indicator.origin = Origin::Discovered;
        }
        assert_eq!(headline(&analysis).as_deref(), Some("level"));
    }

    #[test]
    fn a_report_without_indicators_has_no_headline() {
        let empty = Report::new(crate::compare::example::report(2012, &[("Hebei", &[])]), false);
        assert_eq!(default_headline(&empty), None);
        assert!(card_rows(&empty, None).is_empty() && programmes(&empty).is_empty());
    }
}
