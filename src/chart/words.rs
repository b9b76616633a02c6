//! Words of the charts, in both languages of the page. Templates hold `{name}` places that [`fill`] fills.

use super::tiles::Tile;
use crate::compare::{UNKNOWN, is_said};
use crate::wording::{Language, fill};

/// All words that charts say.
#[derive(Debug, PartialEq)]
#[expect(missing_docs, reason = "each field is the text itself, named after what it says")]
pub struct ChartWords {
    pub language: Language,
    pub comma: &'static str,
    pub and: &'static str,
    pub between: &'static str,
    pub apart: &'static str,
    pub named: &'static str,
    pub title_with_year: &'static str,
    pub region: &'static str,
    pub in_unit: &'static str,
    pub percent: &'static str,
    pub none_states: &'static str,
    pub one_states: &'static str,
    pub many_state: &'static str,
    pub all_equal: &'static str,
    pub median: &'static str,
    pub approximate: &'static str,
    pub partial: &'static str,
    pub questioned_mark: &'static str,
    pub outlined_bars: &'static str,
    pub dashed_bars: &'static str,
    pub signs: &'static str,
    pub dashed_tiles: &'static str,
    pub one_other_year: &'static str,
    pub many_other_year: &'static str,
    pub not_drawn: &'static str,
    pub left_out: &'static str,
    pub printed: &'static str,
    pub rank: &'static str,
    pub value_approximate: &'static str,
    pub value_partial: &'static str,
    pub value_questioned: &'static str,
    pub malformed: &'static str,
    pub missing_scale: &'static str,
    pub implausible: &'static str,
    pub other_unit: &'static str,
    pub target: &'static str,
    pub whole_report: &'static str,
    pub not_stated: &'static str,
    pub missing: &'static str,
    pub missing_either: &'static str,
    pub no_section: &'static str,
    pub column_head: &'static str,
    pub pair_title: &'static str,
    pub pair_sentence: &'static str,
    pub pair_correlation: &'static str,
    pub diamonds: &'static str,
    pub triangles: &'static str,
    pub thousand: &'static str,
    pub million: &'static str,
    pub strips_title: &'static str,
    pub strips_sentence: &'static str,
    pub stated_of: &'static str,
    pub not_itemised: &'static str,
    pub no_total: &'static str,
    pub total: &'static str,
    pub shares_of_total: &'static str,
    pub parts_sentence: &'static str,
    pub only_total: &'static str,
    pub parts_apart: &'static str,
    pub no_share: &'static str,
    pub parts_beyond: &'static str,
    pub without_total: &'static str,
    pub years_title: &'static str,
    pub years_sentence: &'static str,
    pub nth_report: &'static str,
    pub year_in_report: &'static str,
    pub both_of_year: &'static str,
    pub growth: &'static str,
    /// In what percentages differ, at the drawing and in its table.
    pub points: &'static str,
    pub points_computed: &'static str,
    pub change_computed: &'static str,
    pub growth_computed: &'static str,
    pub growth_stated: &'static str,
    pub growth_disagrees: &'static str,
    pub does_not_add_up: &'static str,
}

impl ChartWords {
    /// What a tile of the map is called.
    pub(super) fn tile_name(&self, tile: &Tile, is_wide: bool) -> &'static str {
        match (self.language, is_wide) {
            (Language::Chinese, _) => tile.chinese,
            (Language::English, true) => tile.name,
            (Language::English, false) => tile.short,
        }
    }

    /// A template with its places filled.
    pub(super) fn say(template: &str, values: &[(&str, &str)]) -> String {
        fill(template, values)
    }

    /// Names as a list.
    pub(super) fn list<S: AsRef<str>>(&self, names: &[S]) -> String {
        crate::compare::list(names, self.comma, self.and)
    }

    /// "Hebei, 2012".
    pub(super) fn in_year(&self, name: &str, year: &str) -> String {
        [name, self.between, year].concat()
    }

    /// "Government funds, million yuan", with a capital; "Schools" where the unit says no more.
    pub(super) fn head(&self, label: &str, unit: &str) -> String {
        let named = if says_more(unit, label) { fill(self.column_head, &[("label", label), ("unit", unit)]) } else { label.to_owned() };
        super::capitalised(&named)
    }

    /// What a sentence on `label` opens with: "Million yuan. ", "Per cent. "; nothing where the unit says no more than the label.
    pub(super) fn opening(&self, unit: &str, label: &str) -> String {
        if !says_more(unit, label) {
            return String::new();
        }
        let unit = unit.strip_prefix('%').map_or_else(|| unit.to_owned(), |rest| [self.percent, rest].concat());
        fill(self.in_unit, &[("unit", &super::capitalised(&unit))])
    }
}

/// Whether a unit tells something that the label does not: neither "count" nor the label's own words.
fn says_more(unit: &str, label: &str) -> bool {
    unit != UNKNOWN && !is_said(label, unit)
}

/// English.
pub const EN: ChartWords = ChartWords {
    language: Language::English,
    comma: ", ",
    and: " and ",
    between: ", ",
    apart: "; ",
    named: "{what}: {name}",
    title_with_year: "{label}, {year}",
    region: "Region",
    in_unit: "{unit}. ",
    percent: "per cent",
    none_states: "{unit}None of {of} regions states it.",
    one_states: "{unit}One of {of} regions states it: {region}, {value}.",
    many_state: "{unit}{n} of {of} regions state it, from {high} in {highest} to {low} in {lowest}; the median is {median}.",
    all_equal: "{unit}{n} of {of} regions state it, all of them {high}.",
    median: "median {value}",
    approximate: "{mark}: about, over, nearly or a range as the report puts it ({regions}).",
    partial: "{mark}: speaks for a part of the region and is not ranked ({regions}).",
    questioned_mark: "Diamond with \u{2260}: does not add up, as read ({regions}).",
    outlined_bars: "Outlined bars",
    dashed_bars: "Dashed bars",
    signs: "\u{2248}, > and < before a value",
    dashed_tiles: "Dashed tiles with a value",
    one_other_year: "{regions} gives {year}.",
    many_other_year: "{regions} give {year}.",
    not_drawn: "Not drawn: {what}.",
    left_out: "{region}, \u{201c}{printed}\u{201d}: {reason}",
    printed: "printed \u{201c}{printed}\u{201d}",
    rank: "{place} of {of}",
    value_approximate: "approximate",
    value_partial: "part of the region",
    value_questioned: "does not add up",
    malformed: "malformed as printed",
    missing_scale: "a scale word seems to be missing",
    implausible: "implausible as it stands",
    other_unit: "in another unit",
    target: "planned, not achieved",
    whole_report: "of the whole report, not of a region",
    not_stated: "not stated",
    missing: "Not stated: {n}",
    missing_either: "One or both not stated: {n}",
    no_section: "no section in this report",
    column_head: "{label}, {unit}",
    pair_title: "{across} and {up}",
    pair_sentence: "{n} of {of} regions state both.",
    pair_correlation: "{n} of {of} regions state both; the rank correlation is {rho}.",
    diamonds: "Diamonds: at least one of the two values is hedged or a range.",
    triangles: "Triangles: at least one of the two values speaks for a part of the region.",
    thousand: "thousand",
    million: "million",
    strips_title: "{n} indicators, where the regions stand",
    strips_sentence: "Each strip runs from zero to the highest region. Each tick is a region that states the figure, the heavy one is the median.",
    stated_of: "{unit}; stated by {n} of {of}",
    not_itemised: "not itemised",
    no_total: "no total",
    total: "Total, {unit}",
    shares_of_total: "Per cent of the total, computed",
    parts_sentence: "{unit}{n} of {of} regions state at least one part of it.",
    only_total: "State the total only: {regions}.",
    parts_apart: "Stated, but not counted to the total by the report, and not drawn: {what}.",
    no_share: "One part and no total, so no share: {regions}.",
    parts_beyond: "The parts are more than the stated total: {regions}; the bar ends with the parts.",
    without_total: "Where no total is stated, the bar ends with the parts and their shares are of their sum.",
    years_title: "{label}, {first} and {last}",
    years_sentence: "{unit}{n} of {of} regions state both years: {rose} rose, {fell} fell.",
    nth_report: "report {n}",
    year_in_report: "Report of {of}, figure of {year}: {regions}.",
    both_of_year: "{region}, both figures are of {year}",
    growth: "growth",
    points: "points",
    points_computed: "Change in percentage points, computed",
    change_computed: "Change, computed",
    growth_computed: "Growth, computed",
    growth_stated: "Growth, stated",
    growth_disagrees: "{region} states {stated}, the two values give {computed}",
    does_not_add_up: "Does not add up: {what}.",
};

/// Simplified Chinese.
pub const ZH: ChartWords = ChartWords {
    language: Language::Chinese,
    comma: "、",
    and: "和",
    between: "，",
    apart: "；",
    named: "{what}：{name}",
    title_with_year: "{label}，{year} 年",
    region: "地区",
    in_unit: "单位：{unit}。",
    percent: "%",
    none_states: "{unit}{of} 个地区均未说明。",
    one_states: "{unit}{of} 个地区中仅一个给出：{region}，{value}。",
    many_state: "{unit}{of} 个地区中 {n} 个给出，最高为 {highest}（{high}），最低为 {lowest}（{low}），中位数 {median}。",
    all_equal: "{unit}{of} 个地区中 {n} 个给出，均为 {high}。",
    median: "中位数 {value}",
    approximate: "{mark}：报告写作约、超过、近或给出范围（{regions}）。",
    partial: "{mark}：只涉及地区的一部分，不参与排序（{regions}）。",
    questioned_mark: "带 \u{2260} 的菱形：按读到的内容不相符（{regions}）。",
    outlined_bars: "空心条",
    dashed_bars: "虚线条",
    signs: "数值前的 \u{2248}、>、<",
    dashed_tiles: "带数值的虚线格",
    one_other_year: "{regions} 给出的是 {year} 年。",
    many_other_year: "{regions} 给出的是 {year} 年。",
    not_drawn: "未绘出：{what}。",
    left_out: "{region}\u{201c}{printed}\u{201d}：{reason}",
    printed: "原文\u{201c}{printed}\u{201d}",
    rank: "第 {n} 位，共 {of} 个",
    value_approximate: "近似",
    value_partial: "地区的一部分",
    value_questioned: "不相符",
    malformed: "原样不成数字",
    missing_scale: "似缺数量级词",
    implausible: "按字面不可能",
    other_unit: "单位不同",
    target: "计划，非实绩",
    whole_report: "属于整份报告，不属于某个地区",
    not_stated: "未说明",
    missing: "未说明：{n}",
    missing_either: "缺其中一项或两项：{n}",
    no_section: "报告中无此节",
    column_head: "{label}，{unit}",
    pair_title: "{across} 与 {up}",
    pair_sentence: "{of} 个地区中 {n} 个两项都给出。",
    pair_correlation: "{of} 个地区中 {n} 个两项都给出；秩相关系数 {rho}。",
    diamonds: "菱形：两个数值中至少一个带修饰或为范围。",
    triangles: "三角形：两个数值中至少一个只涉及地区的一部分。",
    thousand: "千",
    million: "百万",
    strips_title: "{n} 项指标中各地区的位置",
    strips_sentence: "每条从零到最高的地区。每一短线是一个给出该数字的地区，粗线为中位数。",
    stated_of: "{unit}；{of} 个中 {n} 个给出",
    not_itemised: "未列明",
    no_total: "无总数",
    total: "总数，{unit}",
    shares_of_total: "占总数的百分比，计算所得",
    parts_sentence: "{unit}{of} 个地区中 {n} 个至少给出一个组成部分。",
    only_total: "只给出总数：{regions}。",
    parts_apart: "报告已给出但未计入总数，未绘出：{what}。",
    no_share: "只有一个部分而无总数，没有比例：{regions}。",
    parts_beyond: "各部分之和大于所给总数：{regions}；条形止于各部分。",
    without_total: "未给出总数时，条形止于各部分，比例按其和计算。",
    years_title: "{label}，{first} 与 {last}",
    years_sentence: "{unit}{of} 个地区中 {n} 个两年都给出：{rose} 个上升，{fell} 个下降。",
    nth_report: "第 {n} 份报告",
    year_in_report: "{of} 年报告给出的是 {year} 年：{regions}。",
    both_of_year: "{region}，两个数字都是 {year} 年的",
    growth: "增长",
    points: "百分点",
    points_computed: "变化（百分点），计算所得",
    change_computed: "变化，计算所得",
    growth_computed: "增长，计算所得",
    growth_stated: "增长，原文",
    growth_disagrees: "{region} 写作 {stated}，由两个数值得 {computed}",
    does_not_add_up: "不相符：{what}。",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_that_says_no_more_than_the_label_is_left_out() {
        assert_eq!((EN.opening("schools", "Schools"), EN.head("Schools", "schools")), (String::new(), "Schools".to_owned()));
        assert_eq!((EN.opening("count", "Peaks"), EN.head("Peaks", "count")), (String::new(), "Peaks".to_owned()));
        assert_eq!((EN.opening("%", "Growth"), EN.head("Growth", "%")), ("Per cent. ".to_owned(), "Growth, %".to_owned()));
        assert_eq!(EN.opening("million yuan", "Funds"), "Million yuan. ");
        assert_eq!(ZH.opening("%", "Growth"), "单位：%。");
    }

    /// Places of a template, sorted, each once.
    fn places(template: &str) -> Vec<&str> {
        let mut found: Vec<&str> = template.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    #[test]
    fn both_languages_fill_the_same_places() {
        let pairs = [
            (EN.many_state, ZH.many_state),
            (EN.all_equal, ZH.all_equal),
            (EN.one_states, ZH.one_states),
            (EN.none_states, ZH.none_states),
            (EN.approximate, ZH.approximate),
            (EN.partial, ZH.partial),
            (EN.questioned_mark, ZH.questioned_mark),
            (EN.left_out, ZH.left_out),
            (EN.pair_sentence, ZH.pair_sentence),
            (EN.pair_correlation, ZH.pair_correlation),
            (EN.stated_of, ZH.stated_of),
            (EN.parts_sentence, ZH.parts_sentence),
            (EN.years_sentence, ZH.years_sentence),
            (EN.growth_disagrees, ZH.growth_disagrees),
            (EN.year_in_report, ZH.year_in_report),
            (EN.both_of_year, ZH.both_of_year),
        ];
        for (english, chinese) in pairs {
            assert_eq!(places(english), places(chinese), "{english}");
        }
    }
}
