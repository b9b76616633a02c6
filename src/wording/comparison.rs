//! The comparison as a page of its own, and what is special about a cell.

super::sentences! {
    TITLE: "{title}: comparison", "{title}：比较";
    ABOUT: "Read from {report} by {tool}. \u{201c}Not stated\u{201d} is not zero.", "由 {tool} 读自 {report}。“未说明”不等于零。";
    HASHED_FILE: "{name} ({sha})", "{name}（{sha}）";
    CAPTION: "Every value leads to the sentence it was read from.", "每个数值都可打开其出处的句子。";
    REGION: "Region", "地区";
    NOT_STATED: "not stated", "未说明";
    STATED: "stated", "已给出";
    N_OF: "{n} of {of}", "{n} / {of}";
    SUM: "sum", "合计";
    NO_SUM: "no sum", "不合计";
    MEDIAN: "median", "中位数";
    HIGHEST: "highest", "最高";
    LOWEST: "lowest", "最低";
    SENTENCES: "Sentences", "原句";
    OF_REGION: "{region}, {label}: {printed}", "{region}，{label}：“{printed}”";
    OF_REGION_YEAR: "{region}, {label}, {year}: {printed}", "{region}，{label}，{year} 年：“{printed}”";
    DOES_NOT_ADD_UP: "Does not add up", "不相符";
    AS_READ: "{n} of {of} checks, as read: a misreading is possible, too.", "{of} 项核对中的 {n} 项，按所读：也可能是误读。";
    FINDING: "{region}: {note}", "{region}：{note}";

    // What is special about a cell.
    BETWEEN: "; ", "；";
    OVER: "over", "超过";
    ABOUT_IT: "about", "约";
    UNDER: "under", "不足";
    OF_YEAR: "of {year}", "{year} 年";
    PART: "part of the region", "地区的一部分";
    TARGET: "target", "计划数";
    WHOLE_REPORT: "of the whole report", "属于整份报告";
    RANGE: "range", "范围";
    MALFORMED: "malformed as printed", "原样不成数字";
    MISSING_SCALE: "scale word seems to be missing", "似缺数量级词";
    IMPLAUSIBLE: "implausible as it stands", "按字面不可能";
    OTHER_UNIT: "in {unit}", "单位为 {unit}";
    CONVERTED: "converted from {unit}", "由 {unit} 换算";
    ONE_OTHER: "1 other figure of this indicator", "此指标另有 1 个数字";
    OTHERS: "{n} other figures of this indicator", "此指标另有 {n} 个数字";
    QUESTIONED: "does not add up", "不相符";
    COMPUTED: "computed from two figures", "由两个数字计算所得";
    CORRECTED: "corrected or chosen by the reader", "经读者更正或选定";
}
