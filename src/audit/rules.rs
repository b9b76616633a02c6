//! Every rule of the audit: its id, its name, and its definition as the reader sees it; how figures are compared, and what no rule sees.

use super::Settings;
use crate::wording::{Language, rules as chinese};

/// A kind of check.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Id in the analysis ("sum").
    pub id: &'static str,
    /// Short name.
    pub label: &'static str,
    /// What is compared with what, in one or two sentences.
    pub definition: &'static str,
}

impl Rule {
    /// Its name in a language.
    pub fn label_in(&self, language: Language) -> &'static str {
        if language == Language::Chinese { of(chinese::NAMES, self.id) } else { self.label }
    }

    /// Its definition in a language.
    pub fn definition_in(&self, language: Language) -> &'static str {
        if language == Language::Chinese { of(chinese::DEFINITIONS, self.id) } else { self.definition }
    }
}

fn of(words: &'static [(&str, &str)], id: &str) -> &'static str {
    words.iter().find(|(known, _)| *known == id).map_or("", |(_, words)| words)
}

/// All parts against their total.
pub static SUM: Rule =
    Rule { id: "sum", label: "Sum of parts", definition: "The parts of a list said to make up a total are added and compared with it." };
/// Parts of an open list against their total.
pub static PART: Rule = Rule {
    id: "part",
    label: "Part within its total",
    definition: "A part, or several parts of a list that may be incomplete, must not be larger than the total they belong to.",
};
/// A percentage against part and whole.
pub static SHARE: Rule =
    Rule { id: "share", label: "Share", definition: "A percentage said of a part is compared with the part divided by its whole." };
/// Several shares of one whole.
pub static SHARES: Rule = Rule {
    id: "shares",
    label: "Shares of one whole",
    definition: "The shares that separate parts take of one whole must not come to more than 100%.",
};
/// A percentage of a few things.
pub static WHOLE_NUMBER: Rule = Rule {
    id: "whole_number",
    label: "Percentage of a few things",
    definition: "A percentage of a small number of things must be what some whole number of them makes.",
};
/// Increase, rate and level.
pub static GROWTH: Rule = Rule {
    id: "growth",
    label: "Growth",
    definition: "Of an increase, a rate of growth, the new and the former level, any two give the third. A rate is taken over the former level.",
};
/// Increases of the parts against that of the total.
pub static PARTS_GROWTH: Rule = Rule {
    id: "parts_growth",
    label: "Growth of the parts",
    definition: "Where every part of a total says how much it grew, the increases of the parts must add up to that of the total.",
};
/// Rise and fall.
pub static DIRECTION: Rule = Rule {
    id: "direction",
    label: "Direction",
    definition: "What is said to rise must end higher than it begins, what is said to fall lower.",
};
/// Total = count x average.
pub static AVERAGE: Rule =
    Rule { id: "average", label: "Average", definition: "An amount per unit times the number of units is compared with the stated total." };
/// One fact in two places.
pub static REPEAT: Rule = Rule {
    id: "repeat",
    label: "Repeated figure",
    definition: "The same thing stated in two places of a section must have the same value, within rounding.",
};
/// One source across programmes.
pub static ACROSS: Rule = Rule {
    id: "across",
    label: "Same source in several totals",
    definition: "What one source gives to single programmes must not come to more than what it gives in all.",
};
/// A later report against an earlier one.
pub static EARLIER: Rule = Rule {
    id: "earlier_report",
    label: "Against the earlier report",
    definition: "A growth over last year, or last year's value, is compared with what the earlier report states.",
};
/// People and households.
pub static HOUSEHOLD: Rule = Rule {
    id: "household_size",
    label: "People per household",
    definition: "Where one phrase counts the same families as households and as people, a household should have 1 to 12 members.",
};
/// Houses, their area, and who lives in them.
pub static HOUSE: Rule = Rule {
    id: "house_size",
    label: "Area per house",
    definition: "Where one phrase counts houses and their floor area, a house should have 8 to 600 square metres; a house for each household is noted.",
};
/// People and the times they were served.
pub static TIMES: Rule = Rule {
    id: "person_times",
    label: "People and person-times",
    definition: "The people served cannot be more than the times that people were served; the same number under both names is pointed out.",
};
/// Reach, outcome and rate.
pub static OUTCOME: Rule = Rule {
    id: "outcome",
    label: "Outcome within reach",
    definition: "Those for whom a programme works cannot be more than it reaches, money used not more than money allocated, and a rate of success is what the two counts make.",
};
/// Smaller places in larger ones.
pub static LEVELS: Rule = Rule {
    id: "levels",
    label: "Places within places",
    definition: "A village lies in one county: a number of places cannot lie in more of the larger places than there are of them.",
};
/// Plan and result.
pub static FULFILMENT: Rule = Rule {
    id: "fulfilment",
    label: "Plan and result",
    definition: "A percentage of a plan, or beyond it, is compared with the planned and the actual figure of the same sentence.",
};
/// One fact in the sections of two regions.
pub static TWO_SECTIONS: Rule = Rule {
    id: "two_sections",
    label: "Same fact in two sections",
    definition: "Where the sections of two regions name each other, a figure that both state in the same words must have the same value, within rounding.",
};
/// The report's total against its regions.
pub static REGIONS: Rule = Rule {
    id: "regions",
    label: "Regions and the report's total",
    definition: "Where the report states a total of what its regions state one by one, their figures are added and compared with it.",
};
/// One indicator over the regions.
pub static MAGNITUDE: Rule = Rule {
    id: "magnitude",
    label: "Order of magnitude",
    definition: "Where at least eight regions state an indicator, a value 100 times away from the median of the others and 20 times from the nearest is questioned if a scale word more or less would bring it among them.",
};
/// A count and its list of names.
pub static LIST: Rule =
    Rule { id: "list", label: "Counted list", definition: "A number in front of a list of names is compared with the number of names." };
/// Digits that are no number.
pub static MALFORMED: Rule = Rule {
    id: "malformed",
    label: "Form of the number",
    definition: "Digits grouped as no number is, or a year or noun that cannot belong to the figure as it stands.",
};
/// A year that cannot belong to its figures.
pub static YEAR: Rule = Rule {
    id: "year",
    label: "Stray year",
    definition: "A year before the period that the text states, or results of a year after the report's own, cannot belong to the figures as they stand.",
};
/// A scale word or unit that seems to be missing.
pub static SCALE: Rule = Rule {
    id: "scale",
    label: "Missing scale word or unit",
    definition: "A fraction of a person or village, or an amount without unit beside amounts with one, suggests that a word is missing.",
};

/// Every rule, in the order of the audit's list.
pub static RULES: &[&Rule] = &[
    &SUM,
    &PART,
    &SHARE,
    &SHARES,
    &WHOLE_NUMBER,
    &GROWTH,
    &PARTS_GROWTH,
    &DIRECTION,
    &AVERAGE,
    &REPEAT,
    &ACROSS,
    &EARLIER,
    &HOUSEHOLD,
    &HOUSE,
    &TIMES,
    &OUTCOME,
    &FULFILMENT,
    &LEVELS,
    &TWO_SECTIONS,
    &REGIONS,
    &MAGNITUDE,
    &LIST,
    &MALFORMED,
    &SCALE,
    &YEAR,
];

/// The rule with an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|r| r.id == id)
}

/// How figures are compared, in words that a reader can check by hand.
pub fn how(settings: Settings, language: Language) -> &'static str {
    match (language, settings.truncation) {
        (Language::English, false) => HOW_ROUNDED,
        (Language::English, true) => HOW_CUT,
        (Language::Chinese, false) => chinese::HOW_ROUNDED,
        (Language::Chinese, true) => chinese::HOW_CUT,
    }
}

/// What the audit cannot see, in a language: a heading and a text each.
pub fn blind_spots(language: Language) -> &'static [(&'static str, &'static str)] {
    if language == Language::Chinese { chinese::BLIND_SPOTS } else { BLIND_SPOTS }
}

const HOW_ROUNDED: &str = "Each printed figure stands for the range of its last digit: 10.1% for 10.05 to 10.15%, 847 million for 846.5 to \
847.5 million; \u{201c}over\u{201d} and \u{201c}nearly\u{201d} leave one side open. Figures add up if what the others imply, rounded as the figure is, \
gives its digits; they add up only within rounding if just the ranges meet; otherwise they do not add up as read.";

const HOW_CUT: &str = "Last digits may have been rounded or cut off: 10.1% stands for 10.05 to 10.2%, 847 million for 846.5 to 848 million; \
\u{201c}over\u{201d} and \u{201c}nearly\u{201d} leave one side open. Figures add up if what the others imply, rounded as the figure is, gives its \
digits; they add up only within rounding if just the ranges meet; otherwise they do not add up as read.";

/// What the audit cannot see: a heading and a text each.
pub const BLIND_SPOTS: &[(&str, &str)] = &[
    (
        "Figures that agree and are still off",
        "Only relations inside the report are checked. A total can match its parts and both can differ from the ledger.",
    ),
    (
        "Relations we do not recognise",
        "Sentences that name their whole in another paragraph, or only by \u{201c}it\u{201d}, are often missed. How many relations are found, and how many findings hold, is measured on sections annotated by hand.",
    ),
    (
        "Translation and typesetting",
        "A missing word or comma in the text looks like a difference in the figures. The sentence is always beside the finding.",
    ),
];
