//! The page of the audit as a file: its heads, facts and frames around what was found.

super::sentences! {
    TITLE: "Audit of {title}", "{title}：数字核对";
    ABOUT: "Whether the report\u{2019}s figures agree with each other, as read by a program. It says nothing about what is right.", "报告的数字之间是否相符，由程序读得，并不说明孰是孰非。";
    LEAD: "Introduction", "引言";
    WHOLE: "Whole report", "整份报告";
    FILE: "File", "文件";
    YEAR: "Year of the report", "报告年份";
    NOT_TOLD: "not told", "未说明";
    AUDITED_ON: "Audited on", "核对日期";
    PROGRAM: "Program", "程序";
    DIGITS: "Last digits are taken as", "末位数字按何理解";
    ROUNDED: "rounded", "四舍五入";
    CUT: "rounded or cut off", "四舍五入或截断";
    CORRECTIONS: "Corrections and answers of the reader", "读者的更正与答复";
    HELD_AGAINST: "Held against", "对照的报告";
    HASHED_FILE: "{name} ({sha})", "{name}（{sha}）";
    COUNTS: "Checks by rule", "按规则计数";
    RULE: "Rule", "规则";
    CHECKS: "checks", "核对";
    ALL_RULES: "All", "合计";
    HOW: "How figures are compared", "如何比较数字";
    GROUP: "{verdict} ({n})", "{verdict}（{n}）";
    MISREAD: "Misread, says the reader ({n})", "读者认为误读（{n}）";
    AGAINST: "Against the report for {year} ({n})", "与 {year} 年的报告对照（{n}）";
    AGAINST_BEFORE: "Against the report before ({n})", "与之前的报告对照（{n}）";
    STORY: ", changes the story", "，影响结论";
    SLIP: "Possibly: {slip}", "可能：{slip}";
    READER_SAYS: "The reader says: {answer}", "读者：{answer}";
    READER_ADDS: "The reader says: {answer}: {note}", "读者：{answer}：{note}";
    RANGES: "Printed {text}: {stated}. Implied: {implied}.", "印出“{text}”：{stated}。推得：{implied}。";
    APART: " Apart by at least {gap}.", "至少相差 {gap}。";
    RULES: "Rules", "规则";
    BLIND: "What the audit cannot see", "这项核对看不到什么";
    MEASURED: "How well it was measured to work", "衡量所得的准确程度";
    MEASURED_TERMS: "Shares of 1. Precision: of the findings that do not add up, how many a careful reader of the text confirms. Recall: of what such a reader found, how much is found here.", "以 1 为满。准确率：不相符的结果中，细心的读者认可多少。召回率：这样的读者所找到的，此处找到多少。";
    MEASURE: "Measure", "指标";
    EIGHT: "eight annotated sections", "标注的八节";
    UNSEEN: "four unseen sections", "未见的四节";
    OTHER_KINDS: "nine unseen reports of other kinds", "未见的其他类报告九份";
    MADE_UP: "On {reports} made-up reports with {planted} planted slips it finds {found}, and questions {alarms} statements that hold. Measured on {date}.", "在 {reports} 份埋有 {planted} 处差错的虚构报告中找到 {found} 处，对 {alarms} 处成立的陈述提出疑问。衡量于 {date}。";
    PRECISION: "audit, does not add up: precision", "核对，不相符：准确率";
    RECALL: "audit, does not add up: recall", "核对，不相符：召回率";
    RECALL_CONSISTENT: "audit, adds up: recall", "核对，相符：召回率";

    // Verdicts, and what the reader says of them.
    ADDS_UP: "adds up", "相符";
    ADDS_UP_ROUNDED: "adds up only within rounding", "仅在舍入范围内相符";
    DOES_NOT_ADD_UP: "does not add up", "不相符";
    CANNOT_BE_CHECKED: "cannot be checked", "无法核对";
    ANSWER_MISREAD: "misread by the program", "程序误读";
    ANSWER_EXPLAINED: "known and explained", "已知且有解释";
    ANSWER_CONFIRMED: "confirmed in the text", "经原文确认";
}
