//! The rules of the audit in Chinese: their names, what each compares, how figures are compared, and what no rule sees. The English stands with
//! the rules, in [`crate::audit::rules`].

/// Id and name of each rule.
pub const NAMES: &[(&str, &str)] = &[
    ("sum", "部分与总数"),
    ("part", "部分不大于总数"),
    ("share", "占总数的比例"),
    ("shares", "同一整体的各占比"),
    ("whole_number", "少量事物的百分比"),
    ("growth", "增长与变化"),
    ("parts_growth", "各部分的增长"),
    ("direction", "升降方向"),
    ("average", "平均与数量"),
    ("repeat", "同一数字两处"),
    ("across", "同一来源的多个总数"),
    ("earlier_report", "与上年报告对照"),
    ("household_size", "户均人数"),
    ("house_size", "每套住房面积"),
    ("person_times", "人数与人次"),
    ("outcome", "成效不超过覆盖"),
    ("fulfilment", "计划与完成"),
    ("levels", "地方的层级"),
    ("two_sections", "同一事实两处章节"),
    ("regions", "各地区与报告总数"),
    ("magnitude", "数量级"),
    ("list", "列举与数目"),
    ("malformed", "数字写法"),
    ("scale", "缺数量级词或单位"),
    ("year", "年份不符"),
];

/// Id of each rule, and what it compares with what.
pub const DEFINITIONS: &[(&str, &str)] = &[
    ("sum", "把据称构成总数的各部分相加，与总数比较。"),
    ("part", "某一部分，或未必列全的若干部分之和，不应大于其所属的总数。"),
    ("share", "把某一部分的百分比与该部分除以整体的结果比较。"),
    ("shares", "各部分在同一整体中所占的比例之和不应超过 100%。"),
    ("whole_number", "少量事物的百分比应由某个整数得出。"),
    ("growth", "增加额、增长率、新旧水平中，任意两项可推出第三项。增长率以旧水平为基数。"),
    ("parts_growth", "若总数的每个部分都说明增加多少，各部分的增加额之和应等于总数的增加额。"),
    ("direction", "据称上升的数值，末值应高于初值；据称下降的，应低于初值。"),
    ("average", "单位数额乘以单位数，与所述总数比较。"),
    ("repeat", "同一事物在两处的数值应在舍入范围内相同。"),
    ("across", "同一来源给予各项目的数额之和不应超过其给予的总额。"),
    ("earlier_report", "把与上年相比的增长或上年的数值，与上年报告所述比较。"),
    ("household_size", "同一句以户数和人数计同一批家庭时，每户应为 1 至 12 人。"),
    ("house_size", "同一句计住房套数与面积时，每套应为 8 至 600 平方米；住房与户数一一对应时予以注明。"),
    ("person_times", "服务的人数不应多于人次；同一数字既作人数又作人次时予以指出。"),
    ("outcome", "见效的人数不应多于覆盖的人数，使用的资金不应多于拨付的资金，成功率应与两个数目相符。"),
    ("fulfilment", "把完成或超额完成计划的百分比与同一句中的计划数和实际数比较。"),
    ("two_sections", "两个地区的章节互相提到时，以同样的词语说明的同一数字应在舍入范围内相同。"),
    ("levels", "一个村只在一个县：若干地方所在的上级地方不应多于这些地方的个数。"),
    ("regions", "报告既说明总数、各地区又逐一说明同一指标时，把各地区的数值相加，与该总数比较。"),
    (
        "magnitude",
        "至少八个地区说明某项指标时，若某值与其余各值的中位数相差 100 倍、与最近的相差 20 倍，而增减一个数量级词便可落入其间，则提出疑问。",
    ),
    ("list", "把名称列举之前的数目与名称的个数比较。"),
    ("malformed", "数字的分组方式不成数，或年份、名词与数字不能相属。"),
    ("scale", "人或村的小数，或与带单位的数额并列却无单位的数额，说明可能缺词。"),
    ("year", "早于正文所述时期的年份，或晚于报告年份的结果，不能与数字相属。"),
];

/// How figures are compared where last digits are taken as rounded.
pub const HOW_ROUNDED: &str = "每个印出的数字代表其末位的范围：10.1% 代表 10.05 至 10.15%，847 百万代表 846.5 至 847.5 百万；“超过”“近”使一端开放。\
若由其他数字推得的数值按同样位数舍入后与该数字一致，即为相符；仅范围相交的，为仅在舍入范围内相符；否则按所读为不相符。";

/// The same where they may have been cut off.
pub const HOW_CUT: &str = "末位可能经过舍入，也可能被截断：10.1% 代表 10.05 至 10.2%，847 百万代表 846.5 至 848 百万；“超过”“近”使一端开放。\
若由其他数字推得的数值按同样位数舍入后与该数字一致，即为相符；仅范围相交的，为仅在舍入范围内相符；否则按所读为不相符。";

/// What the audit cannot see: a heading and a text each.
pub const BLIND_SPOTS: &[(&str, &str)] = &[
    ("彼此相符却都不准确的数字", "只核对报告内部的关系。总数可以与各部分相符，而两者都与账目不同。"),
    ("未能识别的关系", "在另一段落才提到整体、或仅以“其”指代的句子常会漏掉。找到多少关系、多少结果成立，以人工标注的样本衡量。"),
    ("翻译与排版", "文中缺一个词或一个逗号，看上去就像数字有出入。原句总在结果旁边。"),
];
