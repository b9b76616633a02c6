//! Words of the about view and of the list of shortcuts.

/// A heading and its paragraphs.
pub type Chapter = (&'static str, &'static [&'static str]);

/// Words of the about view.
#[derive(Debug)]
pub struct About {
    pub title: &'static str,
    pub dek: &'static str,
    pub chapters: &'static [Chapter],
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
    definitions: "Indicators",
    definitions_note: "as recognised in the open report",
    shortcuts: "Shortcuts",
    shortcut_rows: &[
        (&["/"], "Search the report"),
        (&["?"], "This list"),
        (&["J", "K"], "Next and previous figure, in a text or its evidence"),
        (&["Enter"], "Open the evidence of the figure in focus"),
        (&["Esc"], "Close the evidence, the search or a dialog"),
        (&["Ctrl", "V"], "On the start page: read the text in the clipboard"),
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
    definitions: "指标",
    definitions_note: "在打开的报告中识别出的指标",
    shortcuts: "快捷键",
    shortcut_rows: &[
        (&["/"], "搜索报告"),
        (&["?"], "显示本列表"),
        (&["J", "K"], "在原文或依据中移到下一个、上一个数字"),
        (&["Enter"], "打开所在数字的依据"),
        (&["Esc"], "关闭依据、搜索或对话框"),
        (&["Ctrl", "V"], "在首页：读取剪贴板中的文本"),
    ],
    single_keys: "使用单键快捷键（/、?、J、K）",
    version: "版本 {version}。MIT 或 Apache 2.0 许可；字体 Source Serif 4 采用 SIL 开放字体许可。",
    unit: "单位",
    stated_by: "给出的地区",
    definition: "定义",
    more: "了解工作原理",
};
