//! Words and signs for verdicts, kinds, units, hedges and problems.

use crate::analysis::{Indicator, Kind, Modifier, Problem, Region, Scope, Verdict};
use crate::app::report::Report;
use crate::app::strings::{Language, Strings, fill};
use crate::compare::{Rank, ordinal};
use crate::indicator::catalogue_indicators;

/// Kinds of figure that share an underline and a place in the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KindGroup {
    /// Stated amounts.
    Level,
    /// Change and growth.
    Change,
    /// Share and ratio.
    Share,
    /// Average.
    Average,
    /// Target and gap.
    Target,
}

impl KindGroup {
    /// All groups, in the order of the legend.
    pub const ALL: [Self; 5] = [Self::Level, Self::Change, Self::Share, Self::Average, Self::Target];

    /// The group of a kind.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Level => Self::Level,
            Kind::Change | Kind::Growth => Self::Change,
            Kind::Share | Kind::Ratio => Self::Share,
            Kind::Average => Self::Average,
            Kind::Target | Kind::Gap => Self::Target,
        }
    }

    /// The group's id in addresses and class names.
    pub fn id(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Change => "change",
            Self::Share => "share",
            Self::Average => "average",
            Self::Target => "target",
        }
    }

    /// The class that underlines it.
    pub fn class(self) -> &'static str {
        match self {
            Self::Level => "q k-level",
            Self::Change => "q k-change",
            Self::Share => "q k-share",
            Self::Average => "q k-average",
            Self::Target => "q k-target",
        }
    }

    /// Its name in the legend.
    pub fn word(self, t: &Strings) -> &'static str {
        match self {
            Self::Level => t.words.group_level,
            Self::Change => t.words.group_change,
            Self::Share => t.words.group_share,
            Self::Average => t.words.group_average,
            Self::Target => t.words.group_target,
        }
    }
}

/// The name of an indicator in the page's language; its own label where the language has no other.
pub fn indicator_label(indicator: &Indicator, t: &Strings) -> String {
    let known = catalogue_indicators(t.language).find(|known| known.id == indicator.id);
    known.unwrap_or(indicator).label.clone()
}

/// The name of a region in the page's language: in Chinese the local one, where the gazetteer has it.
pub fn region_name(region: &Region, t: &Strings) -> String {
    crate::wording::region_name(region, t.language).to_owned()
}

/// What a section of a report is called in the page's language.
pub fn section_name(report: &Report, section: u32, t: &Strings) -> String {
    crate::wording::section_name(&report.analysis, section, t.language).to_owned()
}

/// How many regions a report has, or that it is one whole.
pub fn regions_words(report: &Report, n: usize, t: &Strings) -> String {
    if report.analysis.has_regions() { t.words.regions.of(n) } else { section_name(report, 0, t) }
}

/// The region's name in the other script, to stand after [`region_name`], with its language.
pub fn other_name(region: &Region, t: &Strings) -> Option<(String, &'static str)> {
    let local = region.local_name.clone()?;
    Some(match t.language {
        Language::English => (local, Language::Chinese.tag()),
        Language::Chinese => (region.name.clone(), Language::English.tag()),
    })
}

/// The verdict on one finding.
pub fn verdict_word(verdict: Verdict, t: &Strings) -> &'static str {
    match verdict {
        Verdict::Consistent => t.words.adds_up,
        Verdict::Rounding => t.words.within_rounding,
        Verdict::Unchecked => t.words.cannot_check,
        Verdict::Inconsistent => t.words.no_sum,
    }
}

/// The verdict beneath a count of findings: "1 does not add up", "2 do not add up".
pub fn verdict_count_word(verdict: Verdict, n: usize, t: &Strings) -> &'static str {
    match verdict {
        Verdict::Consistent if n == 1 => t.words.adds_up,
        Verdict::Consistent => t.words.add_up,
        Verdict::Rounding => t.words.only_within_rounding,
        Verdict::Unchecked => t.words.cannot_be_checked,
        Verdict::Inconsistent if n == 1 => t.words.no_sum,
        Verdict::Inconsistent => t.words.do_not_add_up,
    }
}

/// The class that colours a verdict.
pub fn verdict_class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => "v-ok",
        Verdict::Rounding => "v-near",
        Verdict::Unchecked => "v-un",
        Verdict::Inconsistent => "v-no",
    }
}

/// The id of a verdict in addresses.
pub fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => "consistent",
        Verdict::Rounding => "rounding",
        Verdict::Unchecked => "unchecked",
        Verdict::Inconsistent => "inconsistent",
    }
}

/// The symbol of a verdict in the sprite.
pub fn verdict_icon(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Consistent => "#v-ok",
        Verdict::Rounding => "#v-near",
        Verdict::Unchecked => "#v-un",
        Verdict::Inconsistent => "#v-no",
    }
}

/// The kind of a figure.
pub fn kind_word(kind: Kind, t: &Strings) -> &'static str {
    match kind {
        Kind::Level => t.words.kind_level,
        Kind::Change => t.words.kind_change,
        Kind::Growth => t.words.kind_growth,
        Kind::Share => t.words.kind_share,
        Kind::Gap => t.words.kind_gap,
        Kind::Target => t.words.kind_target,
        Kind::Average => t.words.kind_average,
        Kind::Ratio => t.words.kind_ratio,
    }
}

/// Whom a figure speaks for.
pub fn scope_word(scope: Scope, t: &Strings) -> &'static str {
    match scope {
        Scope::Region => t.words.scope_region,
        Scope::Part => t.words.scope_part,
    }
}

/// The hedge before a figure, or that there is none.
pub fn modifier_word(modifier: Option<Modifier>, t: &Strings) -> &'static str {
    match modifier {
        Some(Modifier::About) => t.words.about,
        Some(Modifier::Over) => t.words.over,
        Some(Modifier::Under) => t.words.under,
        None => t.words.no_hedge,
    }
}

/// What is odd about a figure.
pub fn problem_word(problem: Problem, t: &Strings) -> &'static str {
    match problem {
        Problem::Malformed => t.words.malformed,
        Problem::MissingScale => t.words.missing_scale,
        Problem::Implausible => t.words.implausible,
    }
}

/// "16th of 18".
pub fn rank_words(rank: Rank, t: &Strings) -> String {
    fill(t.words.rank, &[("place", &ordinal(rank.place)), ("n", &rank.place.to_string()), ("of", &rank.of.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::RegionKind;

    #[test]
    fn indicators_of_the_catalogue_are_named_in_the_language_of_the_page() {
        let (en, zh) = (Language::English.strings(), Language::Chinese.strings());
        for (english, chinese) in catalogue_indicators(Language::English).zip(catalogue_indicators(Language::Chinese)) {
            assert_eq!((indicator_label(english, en), indicator_label(chinese, en)), (english.label.clone(), english.label.clone()));
            assert_eq!((indicator_label(english, zh), indicator_label(chinese, zh)), (chinese.label.clone(), chinese.label.clone()));
        }
    }

    #[test]
    fn regions_are_called_by_their_local_name_in_chinese() {
        let region = |local: Option<&str>| Region {
            name: "Hebei".to_owned(),
            kind: RegionKind::Province,
            code: None,
            local_name: local.map(str::to_owned),
        };
        let (en, zh) = (Language::English.strings(), Language::Chinese.strings());
        assert_eq!(region_name(&region(Some("河北")), en), "Hebei");
        assert_eq!(region_name(&region(Some("河北")), zh), "河北");
        assert_eq!(region_name(&region(None), zh), "Hebei");
        assert_eq!(other_name(&region(Some("河北")), zh), Some(("Hebei".to_owned(), "en")));
        assert_eq!(other_name(&region(None), en), None);
    }

    #[test]
    fn one_does_not_add_up_and_two_do_not() {
        let told = |n| verdict_count_word(Verdict::Inconsistent, n, Language::English.strings());
        assert_eq!([told(0), told(1), told(2)], ["do not add up", "does not add up", "do not add up"]);
    }

    #[test]
    fn ranks_are_ordinals_in_english_only() {
        let rank = Rank { place: 16, of: 18 };
        assert_eq!(rank_words(rank, Language::English.strings()), "16th of 18");
        assert_eq!(rank_words(rank, Language::Chinese.strings()), "第 16 位，共 18 个");
    }

    #[test]
    fn every_kind_has_a_group_and_every_group_a_kind() {
        let kinds = [Kind::Level, Kind::Change, Kind::Growth, Kind::Share, Kind::Gap, Kind::Target, Kind::Average, Kind::Ratio];
        for group in KindGroup::ALL {
            assert!(kinds.iter().any(|kind| KindGroup::of(*kind) == group));
        }
    }
}
