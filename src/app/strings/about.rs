//! Words of the about view and of the list of shortcuts.

/// A heading and its paragraphs.
pub type Chapter = (&'static str, &'static [&'static str]);

/// Words of the about view.
#[derive(Debug)]
pub struct About {
    pub title: &'static str,
    pub dek: &'static str,
    pub chapters: &'static [Chapter],
    pub accuracy: &'static str,
    pub accuracy_note: &'static str,
    pub accuracy_terms: &'static str,
    pub measure: &'static str,
    pub asked: &'static str,
    pub eight: &'static str,
    pub unseen: &'static str,
    pub other_kinds: &'static str,
    pub measures: &'static [(&'static str, &'static str)],
    pub made_up: &'static str,
    pub blind: &'static str,
    pub definitions: &'static str,
    pub definitions_note: &'static str,
    pub shortcuts: &'static str,
    pub shortcut_rows: &'static [(&'static [&'static str], &'static str)],
    pub single_keys: &'static str,
    pub version: &'static str,
    pub unit: &'static str,
    pub stated_by: &'static str,
    pub definition: &'static str,
    pub more: &'static str,
}

pub(super) const EN: About = About {
    title: "How Provenance works",
    dek: "What it reads, how it decides, what it cannot see.",
    chapters: &[
        (
            "Method",
            &[
                "The file is decoded in this browser and split into sections by the names of regions and the pattern of the headings, then into topics. Every number is looked at: dates, document numbers, plan names and slogans are set aside; the others become figures, with the digits as printed, a unit, what they measure, a kind, a year and whether they speak for the whole region.",
                "Figures of a sentence are tied together: parts to their total, changes and shares to what they qualify. Figures that state an indicator go into the table, one cell a region and year, with the reason for the choice and the alternatives.",
                "There is no language model and no server. The same file gives the same reading, byte for byte.",
            ],
        ),
        (
            "Checks",
            &[
                "Every printed number stands for a range: 10.1% for anything from 10.05 to 10.15. A check compares the range of what is printed with the range that the other figures imply. Where they meet, the figures add up, perhaps only within rounding; where they do not, they do not add up as read. We may have misread a sentence: it is always beside the finding.",
                "“Cannot be checked” means that a part is missing or that the list is not called complete. A check says nothing about what is right, only whether the report agrees with itself.",
            ],
        ),
        (
            "What it cannot see",
            &[
                "Relations that span paragraphs, totals named only by “it”, tables set as pictures, and figures inside words are often missed. Numbers that agree with each other can still both be off. A translated or badly scanned text may hold slips that look like the report’s own.",
            ],
        ),
        (
            "Privacy",
            &[
                "No file, no figure and no search leaves this computer: the page is not allowed to talk to any other address. A report and your corrections are kept in this browser, so that the next visit finds them again, until you remove them on the start page. Links hold the view and the first digits of the file’s fingerprint, never its name or text.",
            ],
        ),
    ],
    accuracy: "How well it works, as measured",
    accuracy_note: "{date}, shares of 1",
    accuracy_terms: "Text was annotated by hand, and reading and audit compared with that. The errors of eight sections of one report were looked at while the rules were written. Four further sections of it, and nine reports written in the manner of offices of other countries, were scored before anybody looked at theirs: expect something like those, and less where print is odd. Precision: of what is found, how much is there. Recall: of what is there, how much is found. F1 is high only where both are.",
    measure: "Measure",
    asked: "asked for",
    eight: "eight sections",
    unseen: "four unseen",
    other_kinds: "other kinds",
    measures: &[
        ("quantity.digits.f1", "Figures in digits, value and unit read right (F1)"),
        ("quantity.words.f1", "Figures in words (F1)"),
        ("field.kind.accuracy", "Kind: level, change, growth, share ..."),
        ("field.year.accuracy", "Year"),
        ("field.per.accuracy", "Denominator: per household, per village"),
        ("field.mod.accuracy", "Hedge: about, over, under"),
        ("field.scope.accuracy", "Whole region or part of it"),
        ("link.of.f1", "Part of which total (F1)"),
        ("link.base.f1", "Change or share of which figure (F1)"),
        ("cell.f1", "Cells of the comparison table (F1)"),
        ("cell.any.f1", "Cells, any figure of the right value (F1)"),
        ("audit.inconsistent.precision", "Audit: findings that do not add up, precision"),
        ("audit.inconsistent.recall", "Audit: findings that do not add up, recall"),
        ("audit.consistent.recall", "Audit: relations that add up, recall"),
    ],
    made_up: "On {reports} made-up reports with {planted} planted slips the audit finds {found} and questions {alarms} statements that hold. Made-up sentences are plainer than real ones.",
    blind: "What the audit cannot see",
    definitions: "Indicators",
    definitions_note: "as recognised in the open report, by the words around a figure; figures under topics of their programme come first",
    shortcuts: "Shortcuts",
    shortcut_rows: &[
        (&["/"], "Search the report"),
        (&["?"], "This list"),
        (&["J", "K"], "Next and previous figure, in a text or its evidence"),
        (&["Ctrl", "Z"], "Take the last correction back"),
        (&["Ctrl", "Shift", "Z"], "Make the correction again"),
        (&["Enter"], "Open the evidence of the figure in focus"),
        (&["Esc"], "Close the evidence, the search or a dialog"),
        (&["Ctrl", "V"], "On the start page: read the text in the clipboard, or follow the link in it"),
    ],
    single_keys: "Use single-key shortcuts (/, ?, J, K)",
    version: "Version {version}. MIT or Apache 2.0 licence; typeface Source Serif 4 under the SIL Open Font License.",
    unit: "Unit",
    stated_by: "Stated by",
    definition: "Definition",
    more: "More about how it works",
};

pub(super) const ZH: About = About {
    title: "Provenance 的工作原理",
    dek: "读什么、如何判断、看不到什么。",
    chapters: &[
        (
            "方法",
            &[
                "文件在本浏览器中解码，按地区名称和标题样式分节，再分主题。逐一检查每个数：日期、文号、规划名称和口号排除在外，其余成为“数字”，保留印出的位数，并记下单位、所指内容、类别、年份以及是否代表整个地区。",
                "同一句中的数字相互关联：部分归于总数，变化和占比归于其所说明的数字。说明某项指标的数字进入表格，每个地区每年一格，并附选择理由和其他候选。",
                "没有语言模型，也没有服务器。同一文件得到完全相同的结果。",
            ],
        ),
        (
            "核对",
            &[
                "每个印出的数字代表一个范围：10.1% 代表 10.05 至 10.15。核对时比较印出的范围与其他数字推得的范围：相交则相符（可能仅在舍入范围内），不相交则按读到的内容不相符。我们也可能读错，因此原句总在结果旁边。",
                "“无法核对”表示缺少某一部分，或原文没有说明列举完整。核对只说明报告是否自相一致，不说明孰是孰非。",
            ],
        ),
        (
            "看不到什么",
            &[
                "跨段落的关系、仅以“其”指代的总数、图片形式的表格以及写在词中的数字常会漏掉。彼此相符的数字也可能都不准确。译文或扫描质量不佳的文本中的疏漏，看上去会像报告自身的问题。",
            ],
        ),
        (
            "隐私",
            &[
                "文件、数字和搜索内容都不会离开这台电脑：页面不被允许访问任何其他地址。报告和更正保存在本浏览器中，下次访问仍在，直到您在起始页移除。链接只含视图和文件指纹的前几位，不含文件名和正文。",
            ],
        ),
    ],
    accuracy: "衡量所得的准确程度",
    accuracy_note: "{date}，以 1 为满",
    accuracy_terms: "对若干文本做了人工标注，再与读取和核对的结果比较。编写规则时看过一份报告中八节的错误；同一报告另外四节和仿其他国家机构文体撰写的九份报告，在看其错误之前计分，一般情况应接近后两者，版式特殊时更低。准确率：找到的之中有多少属实。召回率：实有的之中找到多少。两者都高，F1 才高。",
    measure: "指标",
    asked: "要求",
    eight: "八节",
    unseen: "未见四节",
    other_kinds: "其他类报告",
    measures: &[
        ("quantity.digits.f1", "以数码写的数字，数值与单位读对（F1）"),
        ("quantity.words.f1", "以文字写的数字（F1）"),
        ("field.kind.accuracy", "类别：水平、变化、增长、占比等"),
        ("field.year.accuracy", "年份"),
        ("field.per.accuracy", "分母：每户、每村"),
        ("field.mod.accuracy", "修饰：约、超过、不足"),
        ("field.scope.accuracy", "整个地区或其一部分"),
        ("link.of.f1", "属于哪个总数（F1）"),
        ("link.base.f1", "是哪个数字的变化或占比（F1）"),
        ("cell.f1", "比较表的单元格（F1）"),
        ("cell.any.f1", "单元格，数值正确的任一数字（F1）"),
        ("audit.inconsistent.precision", "核对：不相符的结果，准确率"),
        ("audit.inconsistent.recall", "核对：不相符的结果，召回率"),
        ("audit.consistent.recall", "核对：相符的关系，召回率"),
    ],
    made_up: "在 {reports} 份编造的报告中埋入 {planted} 处疏漏，核对找到 {found} 处，并误疑 {alarms} 处无误的陈述。编造的句子比真实的句子简单。",
    blind: "核对看不到什么",
    definitions: "指标",
    definitions_note: "在打开的报告中按数字周围的词语识别，所属主题下的数字优先",
    shortcuts: "快捷键",
    shortcut_rows: &[
        (&["/"], "搜索报告"),
        (&["?"], "显示本列表"),
        (&["J", "K"], "在原文或依据中移到下一个、上一个数字"),
        (&["Ctrl", "Z"], "撤销上一项更正"),
        (&["Ctrl", "Shift", "Z"], "重做已撤销的更正"),
        (&["Enter"], "打开所在数字的依据"),
        (&["Esc"], "关闭依据、搜索或对话框"),
        (&["Ctrl", "V"], "在首页：读取剪贴板中的文本，或打开其中的链接"),
    ],
    single_keys: "使用单键快捷键（/、?、J、K）",
    version: "版本 {version}。MIT 或 Apache 2.0 许可；字体 Source Serif 4 采用 SIL 开放字体许可。",
    unit: "单位",
    stated_by: "给出的地区",
    definition: "定义",
    more: "了解工作原理",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measured::measured;

    #[test]
    fn every_measure_has_words_in_both_languages() {
        let ids: Vec<&str> = measured().measures.iter().map(|measure| measure.id.as_str()).collect();
        for language in [EN, ZH] {
            assert_eq!(language.measures.iter().map(|(id, _)| *id).collect::<Vec<_>>(), ids);
        }
    }
}
