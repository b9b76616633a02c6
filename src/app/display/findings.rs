//! Which findings the audit shows, and in what order.

use super::verdict_id;
use crate::analysis::{Finding, Verdict};
use crate::app::report::Report;
use crate::app::route::Location;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::collections::{BTreeMap, BTreeSet};

/// What the reader has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FindingChoice {
    /// Ids of the verdicts shown; empty for all.
    pub verdicts: BTreeSet<String>,
    /// The only rule shown.
    pub rule: Option<String>,
    /// Key of the only region shown.
    pub region: Option<String>,
    /// The order they stand in.
    pub order: FindingOrder,
}

/// The order of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FindingOrder {
    /// The gravest verdict first, then the widest gap in relation to the values.
    #[default]
    Verdict,
    /// The largest sum of money in dispute first, then the largest number of anything else.
    Stake,
    /// As in the report.
    Text,
}

impl FindingOrder {
    /// Its word in addresses; empty for the usual one.
    pub fn id(self) -> &'static str {
        match self {
            Self::Verdict => "",
            Self::Stake => "stake",
            Self::Text => "text",
        }
    }

    fn of(id: Option<&str>) -> Self {
        [Self::Stake, Self::Text].into_iter().find(|order| Some(order.id()) == id).unwrap_or_default()
    }
}

impl FindingChoice {
    /// What the address asks for.
    pub fn read(here: &Location) -> Self {
        let list = here.param("verdict").unwrap_or_default();
        Self {
            verdicts: list.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
            rule: here.param("rule").map(str::to_owned),
            region: here.param("region").map(str::to_owned),
            order: FindingOrder::of(here.param("order")),
        }
    }

    /// Whether the address asks for some of the findings.
    pub fn is_narrowed(&self) -> bool {
        !self.verdicts.is_empty() || self.rule.is_some() || self.region.is_some()
    }

    /// Whether findings of a verdict are shown.
    pub fn shows(&self, verdict: Verdict) -> bool {
        self.verdicts.is_empty() || self.verdicts.contains(verdict_id(verdict))
    }

    fn passes(&self, report: &Report, finding: &Finding) -> bool {
        self.shows(finding.verdict) && self.admits(report, finding)
    }

    /// The verdicts to show once one was pressed: from all of them to this one alone, with others to these, without the last back to all.
    pub fn toggled(&self, verdict: Verdict) -> String {
        let mut verdicts = self.verdicts.clone();
        if !verdicts.remove(verdict_id(verdict)) {
            verdicts.insert(verdict_id(verdict).to_owned());
        }
        // All and none mean the same, and neither needs to be written.
        let verdicts = if verdicts.len() < Verdict::BY_WEIGHT.len() { verdicts } else { BTreeSet::new() };
        verdicts.into_iter().collect::<Vec<_>>().join(",")
    }

    /// Whether a finding passes rule and region; verdicts are counted among these.
    pub fn admits(&self, report: &Report, finding: &Finding) -> bool {
        self.rule.as_deref().is_none_or(|rule| rule == finding.rule)
            && self.region.as_deref().is_none_or(|key| key == report.region_key(finding.section))
    }
}

/// How many findings each rule would show, in the order of their ids, the other filters being as they are.
pub fn counts_by_rule(report: &Report, choice: &FindingChoice) -> BTreeMap<String, usize> {
    let others = FindingChoice { rule: None, ..choice.clone() };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for finding in &report.analysis.findings {
        *counts.entry(finding.rule.to_string()).or_default() += usize::from(others.passes(report, finding));
    }
    counts
}

/// How many findings a region would show, the other filters being as they are.
pub fn count_in_region(report: &Report, choice: &FindingChoice, section: u32) -> usize {
    let others = FindingChoice { region: None, ..choice.clone() };
    report.findings_in(section).filter(|finding| others.passes(report, finding)).count()
}

/// Ids of the findings to show, in order.
pub fn shown_findings(report: &Report, choice: &FindingChoice) -> Vec<u32> {
    let mut shown: Vec<&Finding> = report.analysis.findings.iter().filter(|finding| choice.passes(report, finding)).collect();
    match choice.order {
        FindingOrder::Text => {
            let place = |finding: &Finding| finding.quantities.first().and_then(|id| report.quantity(*id)).map(|q| q.start);
            shown.sort_by_key(|finding| (finding.section, place(finding)));
        }
        FindingOrder::Stake => shown.sort_by_key(|finding| std::cmp::Reverse(stake(report, finding))),
        FindingOrder::Verdict => shown.sort_by(|a, b| {
            let weight = |f: &Finding| (severity(f.verdict), !f.changes_story);
            weight(a).cmp(&weight(b)).then_with(|| difference(b).total_cmp(&difference(a)))
        }),
    }
    shown.into_iter().map(|finding| finding.id).collect()
}

fn severity(verdict: Verdict) -> usize {
    Verdict::BY_WEIGHT.iter().position(|known| *known == verdict).unwrap_or_default()
}

/// Whether money is in dispute, and how much of it or of anything else lies between the two ranges, in base units.
fn stake(report: &Report, finding: &Finding) -> (bool, Decimal) {
    let gap = gap(finding).unwrap_or_default();
    let money = finding.quantities.first().and_then(|id| report.quantity(*id)).is_some_and(|q| q.unit.is_currency());
    (money && !gap.is_zero(), gap)
}

/// How far the two ranges of a finding lie apart; absent where one is not known.
fn gap(finding: &Finding) -> Option<Decimal> {
    let (stated, computed) = (finding.stated?, finding.computed?);
    Some((computed.low.0 - stated.high.0).max(stated.low.0 - computed.high.0).max(Decimal::ZERO))
}

/// How far the two ranges of a finding lie apart, in relation to the larger value; 0 where they meet or are not known.
fn difference(finding: &Finding) -> f64 {
    let Some((stated, computed)) = finding.stated.zip(finding.computed) else { return 0.0 };
    let gap = gap(finding).unwrap_or_default();
    let scale = stated.high.0.abs().max(computed.high.0.abs());
    if scale.is_zero() { 0.0 } else { (gap / scale).to_f64().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Bounds, Number};
    use crate::app::report::tests::finding as finding_about;
    use crate::compare::example::report;

    fn finding(id: u32, section: u32, rule: &'static str, verdict: Verdict, ranges: [i64; 4]) -> Finding {
        let [a, b, c, d] = ranges.map(|value| Number(value.into()));
        Finding {
            id,
            section,
            stated: Some(Bounds { low: a, high: b }),
            computed: Some(Bounds { low: c, high: d }),
            ..finding_about(rule, verdict, &[])
        }
    }

    fn open() -> Report {
        let mut analysis = report(2012, &[("Hebei", &[]), ("Jilin", &[])]);
        analysis.findings = vec![
            finding(0, 1, "sum", Verdict::Consistent, [1, 2, 1, 2]),
            finding(1, 1, "share", Verdict::Inconsistent, [99, 100, 110, 111]),
            finding(2, 0, "sum", Verdict::Inconsistent, [1, 2, 50, 100]),
            finding(3, 0, "sum", Verdict::Rounding, [1, 3, 2, 4]),
            Finding { changes_story: true, ..finding(4, 1, "sum", Verdict::Inconsistent, [9, 10, 11, 12]) },
        ];
        Report::new(analysis, false)
    }

    fn ids(address: &str) -> Vec<u32> {
        shown_findings(&open(), &FindingChoice::read(&Location::parse(address)))
    }

    #[test]
    fn what_changes_the_story_comes_first_then_the_widest_gap() {
        assert_eq!(ids("#/audit"), [4, 2, 1, 3, 0]);
        assert_eq!(ids("#/audit?order=text"), [2, 3, 0, 1, 4]);
        assert_eq!(ids("#/audit?order=stake"), [2, 1, 4, 0, 3], "gaps of 48, 10 and 1, then those that meet");
    }

    #[test]
    fn a_verdict_that_is_pressed_is_shown_alone() {
        let choice = |verdicts: &str| FindingChoice::read(&Location::default().with_param("verdict", Some(verdicts)));
        assert_eq!(choice("").toggled(Verdict::Inconsistent), "inconsistent");
        assert_eq!(choice("inconsistent").toggled(Verdict::Rounding), "inconsistent,rounding");
        assert_eq!(choice("inconsistent").toggled(Verdict::Inconsistent), "");
        assert_eq!(choice("consistent,inconsistent,rounding").toggled(Verdict::Unchecked), "");
    }

    #[test]
    fn counts_of_rules_and_regions_follow_the_other_filters() {
        let report = open();
        let choice = |address: &str| FindingChoice::read(&Location::parse(address));
        let rules = |address: &str| counts_by_rule(&report, &choice(address)).into_values().collect::<Vec<_>>();
        let regions = |address: &str| [0, 1].map(|section| count_in_region(&report, &choice(address), section));
        assert_eq!((rules("#/audit"), regions("#/audit")), (vec![1, 4], [2, 3]), "share, then sum");
        assert_eq!((rules("#/audit?verdict=rounding"), regions("#/audit?rule=share")), (vec![0, 1], [0, 1]));
        let hebei = format!("#/audit?rule=share&region={}", report.region_key(0));
        assert_eq!((rules(&hebei), regions(&hebei)), (vec![0, 2], [0, 1]), "a filter does not count itself");
    }

    #[test]
    fn verdict_rule_and_region_filter() {
        assert_eq!(ids("#/audit?verdict=rounding,consistent"), [3, 0]);
        assert_eq!(ids("#/audit?rule=share"), [1]);
        assert_eq!(ids(&format!("#/audit?region={}", open().region_key(0))), [2, 3]);
        assert_eq!(ids("#/audit?rule=sum&verdict=unchecked"), Vec::<u32>::new());
        let narrowed = |address: &str| FindingChoice::read(&Location::parse(address)).is_narrowed();
        assert!(narrowed("#/audit?verdict=rounding") && narrowed("#/audit?region=CN-LN") && !narrowed("#/audit?order=text"));
    }
}
