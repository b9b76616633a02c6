//! How a total is taken apart: which of its parts stand beside each other, what they leave, which check is of them, and short names for them.
//!
//! A report may take one total apart twice, by who paid and by what it was spent on. Each way is a whole of its own: shown as one list, the
//! two would come to twice the total; cut in two where they are one list, each half would seem to miss the other.

use crate::analysis::{Finding, Kind, Quantity, Verdict};
use crate::app::report::Report;
use rust_decimal::Decimal;

/// One way in which a total is taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// Ids of the parts, in the order of the text.
    pub parts: Vec<u32>,
    /// What they leave of the total; absent where they make it up, but for rounding, or where the total cannot be read.
    pub rest: Option<Decimal>,
}

/// The ways in which a total's parts take it apart, in the order of the text. Sentence by sentence, they go on with one list as long as it stays
/// within the total; a list that exceeds it is parted into sources and the rest where one of the two is the whole.
pub fn divisions(report: &Report, total: &Quantity) -> Vec<Division> {
    let mut lists: Vec<Vec<&Quantity>> = Vec::new();
    for part in report.parts_of(total.id) {
        match lists.last_mut().filter(|list| list.last().is_some_and(|last| last.sentence == part.sentence)) {
            Some(list) => list.push(part),
            None => lists.push(vec![part]),
        }
    }
    let Some(whole) = total.amount.middle() else {
        return lists.into_iter().map(|list| Division { parts: list.iter().map(|part| part.id).collect(), rest: None }).collect();
    };
    let mut joined: Vec<Vec<&Quantity>> = Vec::new();
    for list in lists {
        match joined.last_mut().filter(|last| sum(total, last) + sum(total, &list) <= whole + rounding(whole)) {
            Some(last) => last.extend(list),
            None => joined.push(list),
        }
    }
    let division = |list: Vec<&Quantity>| {
        let rest = whole - sum(total, &list);
        Division { parts: list.iter().map(|part| part.id).collect(), rest: Some(rest).filter(|rest| *rest > rounding(whole)) }
    };
    joined.into_iter().flat_map(|list| by_sort(total, whole, list)).map(division).collect()
}

/// A list in two where it says more than the total in two ways, of which one is the whole.
fn by_sort<'a>(total: &Quantity, whole: Decimal, list: Vec<&'a Quantity>) -> Vec<Vec<&'a Quantity>> {
    let (sources, others): (Vec<&Quantity>, Vec<&Quantity>) = list.iter().copied().partition(|part| is_source(part));
    let makes_up = |list: &[&Quantity]| list.len() > 1 && (sum(total, list) - whole).abs() <= rounding(whole);
    let is_double = sum(total, &list) > whole + rounding(whole) && !others.is_empty() && !sources.is_empty();
    if is_double && (makes_up(&sources) || makes_up(&others)) { vec![sources, others] } else { vec![list] }
}

fn sum(total: &Quantity, list: &[&Quantity]) -> Decimal {
    list.iter().filter(|part| part.unit == total.unit).filter_map(|part| part.amount.middle()).sum()
}

/// Less than half a per cent is rounding, not silence.
fn rounding(whole: Decimal) -> Decimal {
    whole.abs() / Decimal::from(200)
}

/// Whether a part is a level of government, so that it says where the money came from.
pub fn is_source(part: &Quantity) -> bool {
    const SOURCES: [&str; 3] = ["fund.central", "fund.provincial", "fund.local"];
    part.indicator.as_deref().is_some_and(|id| SOURCES.contains(&id))
}

impl Division {
    /// The check of exactly these parts against their total, that they make it up or that they stay within it. That parts which leave a rest
    /// stay within their total is no sum that adds up.
    pub fn check<'a>(&self, report: &'a Report, total: u32) -> Option<&'a Finding> {
        let of_these = |finding: &&Finding| {
            let (first, others) = finding.quantities.split_first().unwrap_or((&total, &[]));
            let all = others.len() == self.parts.len() && others.iter().all(|id| self.parts.contains(id));
            *first == total && all && matches!(finding.rule.as_ref(), "sum" | "part") && !finding.is_dismissed()
        };
        report.findings_about(total).find(of_these)
    }

    /// How the list stands: as a sum does; one that does not claim to be complete cannot be checked, and more than its total is more.
    pub fn verdict(&self, report: &Report, total: u32) -> Option<Verdict> {
        let check = self.check(report, total)?;
        let is_open = check.rule == "part" && check.verdict != Verdict::Inconsistent;
        Some(if is_open { Verdict::Unchecked } else { check.verdict })
    }
}

/// The share of a part that the report itself prints, checked against this very total or said of this very part.
pub fn printed_share(report: &Report, total: u32, part: u32) -> Option<&Quantity> {
    let of_total = |share: &Quantity| {
        let checked = |f: &Finding| f.rule == "share" && f.quantities.contains(&share.id) && f.quantities.contains(&total);
        share.of == Some(total) || report.findings_about(part).any(checked)
    };
    report.qualifiers_of(part).find(|share| share.kind == Kind::Share && of_total(share))
}

/// Words that lead to a name and are none of it.
const LEADS: [&str; 12] = ["of", "from", "for", "in", "on", "by", "to", "with", "at", "the", "a", "an"];

/// Names of parts below their total: what all begin with is left out where the total says it or where it leads to the name ("funds from the
/// state", "funds from the county": "state", "county").
pub fn part_names(total: &str, parts: &[String]) -> Vec<String> {
    let words: Vec<Vec<&str>> = parts.iter().map(|name| name.split_whitespace().collect()).collect();
    let shortest = words.iter().map(Vec::len).min().unwrap_or_default();
    let is_common = |at: &usize| words.iter().all(|name| name.get(*at) == words.first().and_then(|first| first.get(*at)));
    let common = (0..shortest).take_while(is_common).count();
    let lead: Vec<&str> = words.first().map(|name| name.iter().take(common).copied().collect()).unwrap_or_default();
    let leads = lead.last().is_some_and(|word| LEADS.contains(word));
    let said = common > 1 && total.contains(&lead.join(" "));
    let rest: Vec<String> = words
        .iter()
        .map(|name| name.iter().skip(common).skip_while(|word| LEADS.contains(*word)).copied().collect::<Vec<_>>().join(" "))
        .collect();
    let is_short = parts.len() > 1 && (leads || said) && rest.iter().all(|name| !name.is_empty());
    if is_short { rest } else { parts.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Amount, Unit};
    use crate::app::report::tests::{finding, quantity};
    use crate::text::Span;

    /// A total of 1,000 yuan with parts of such values; each with its sentence and whether it is a source.
    fn budget(parts: &[(i64, u32, bool)]) -> Report {
        let money = |id: usize, value: i64, sentence: u32| Quantity {
            id: id as u32,
            amount: Amount::One(value.into()),
            unit: Unit::CNY,
            sentence: Span { start: sentence * 100, end: sentence * 100 + 90 },
            ..quantity()
        };
        let mut analysis = crate::compare::example::report(2019, &[("Kisumu", &[])]);
        analysis.quantities.push(money(0, 1_000, 0));
        for (at, (value, sentence, source)) in parts.iter().enumerate() {
            let indicator = source.then(|| "fund.central".to_owned());
            analysis.quantities.push(Quantity { of: Some(0), indicator, ..money(at + 1, *value, *sentence) });
        }
        Report::new(analysis, false)
    }

    fn lists(parts: &[(i64, u32, bool)]) -> Vec<(Vec<u32>, Option<Decimal>)> {
        let report = budget(parts);
        divisions(&report, report.quantity(0).unwrap()).into_iter().map(|d| (d.parts, d.rest)).collect()
    }

    #[test]
    fn parts_that_make_up_the_total_are_one_list() {
        assert_eq!(lists(&[(400, 0, true), (300, 0, true), (200, 0, false), (100, 0, false)]), [(vec![1, 2, 3, 4], None)]);
        assert_eq!(
            lists(&[(400, 0, true), (200, 0, true), (150, 0, false)]),
            [(vec![1, 2, 3], Some(250.into()))],
            "and so is what misses some"
        );
        assert_eq!(lists(&[(400, 0, false), (300, 1, false)]), [(vec![1, 2], Some(300.into()))], "a list goes on in the next sentence");
    }

    #[test]
    fn a_total_taken_apart_twice_has_two_lists() {
        let twice = [(600, 0, true), (400, 0, true), (500, 1, false), (300, 1, false)];
        assert_eq!(lists(&twice), [(vec![1, 2], None), (vec![3, 4], Some(200.into()))]);
        assert_eq!(lists(&twice.map(|(value, _, source)| (value, 0, source))).len(), 2, "in one sentence, too");
        assert_eq!(
            lists(&[(600, 0, true), (300, 0, true), (250, 0, false)]).len(),
            1,
            "neither half is the whole: a misprint, not two lists"
        );
    }

    #[test]
    fn a_list_that_leaves_a_rest_does_not_add_up_by_staying_within() {
        let mut report = budget(&[(600, 0, false), (200, 0, false)]);
        report.analysis.findings.push(finding("part", Verdict::Consistent, &[0, 1, 2]));
        let report = Report::new(report.analysis, false);
        let division = divisions(&report, report.quantity(0).unwrap()).remove(0);
        assert_eq!(division.verdict(&report, 0), Some(Verdict::Unchecked));
        let mut one = report.analysis.clone();
        one.findings = vec![finding("sum", Verdict::Consistent, &[0, 1])];
        assert_eq!(division.verdict(&Report::new(one, false), 0), None, "a check of other parts says nothing of these");
    }

    #[test]
    fn a_share_that_the_report_prints_is_found() {
        let mut report = budget(&[(600, 0, false), (200, 0, false)]);
        report.analysis.quantities.push(Quantity { id: 3, kind: Kind::Share, unit: Unit::Percent, base: Some(1), ..quantity() });
        report.analysis.findings.push(finding("share", Verdict::Consistent, &[3, 1, 0]));
        let report = Report::new(report.analysis, false);
        assert_eq!(printed_share(&report, 0, 1).map(|share| share.id), Some(3));
        assert_eq!(printed_share(&report, 0, 2), None);
    }

    #[test]
    fn names_of_parts_leave_out_what_all_begin_with() {
        let names = |total: &str, parts: &[&str]| part_names(total, &parts.iter().map(|p| (*p).to_owned()).collect::<Vec<_>>());
        assert_eq!(names("spent", &["grants from the state", "grants from county councils"]), ["state", "county councils"]);
        assert_eq!(
            names("public funds invested in Nairobi", &["public funds spent on roads", "public funds for schools"]),
            ["spent on roads", "schools"]
        );
        assert_eq!(names("farms", &["small farms", "small holdings"]), ["small farms", "small holdings"]);
        assert_eq!(names("pupils", &["pupils", "pupils in towns"]), ["pupils", "pupils in towns"]);
    }
}
