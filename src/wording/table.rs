//! What the table says: why a figure fills a cell, what an indicator is and how its figures are found.

super::sentences! {
    // Reasons of cells: clauses one behind the other.
    IN_TOPIC: "it stands under \u{201c}{title}\u{201d}", "见于主题“{title}”";
    OUTSIDE_TOPICS: "it stands under no heading of its own", "不在任何小标题之下";
    FOR_THE_REGION: "speaks for the whole region", "涵盖全地区";
    FOR_A_PART: "speaks for a part of the region", "只涉及地区的一部分";
    REPORT_YEAR: "is of the report\u{2019}s year", "属于报告年份";
    OF_YEAR: "is of {year}", "所指为 {year} 年";
    A_PLAN: "is a plan, not a result", "计划数，非完成数";
    A_CHANGE: "is stated as a change", "以增减额给出";
    CHOSEN_FROM: "is the best match of {n} figures", "在 {n} 个数字中最为相符";
    CLAUSES: ", ", "，";
    COMPUTED: "computed: {above} divided by {below}", "计算所得：{above} 除以 {below}";
    COMPUTED_OTHER_YEARS: "computed: {above} divided by {below}; the two speak of different years", "计算所得：{above} 除以 {below}；两者年份不同";
    BY_READER: "chosen by the reader", "由读者选定";
    NEXT_BEST: "the reader took a better one out", "读者移出了原先更合适的数字";

    // Definitions of indicators.
    HOW_FOUND: "Found by the words around a figure; figures under topics of “{programme}” come first.", "按数字周围的词语识别，“{programme}”主题下的数字优先。";
    LARGEST: "Of several figures that state it equally well, the largest is taken.", "若多个数字同样合适，取最大者。";
    BLANK: " ", "";
    DISCOVERED: "Found in the report: figures of one unit that are said to be of “{label}”, in these or other words, in {stated} of {sections} sections.", "由报告中得出：{sections} 节中有 {stated} 节以同一单位的数字、用此说法或相近说法说明“{label}”。";
    DERIVED_SHARE: "Derived by the reader: {above} as a share of {below}, where a region states both.", "由读者推算：{above} 占 {below} 的比例，限于两者均给出的地区。";
    DERIVED_QUOTIENT: "Derived by the reader: {above} divided by {below}, where a region states both.", "由读者推算：{above} 除以 {below}，限于两者均给出的地区。";
    NOT_IN_REPORT: "“{id}”, which this report does not state", "“{id}”（本报告未给出）";
    DEFINED: "Defined by the reader: figures in {unit} with the words {words}", "由读者定义：单位为 {unit}、带有词语 {words} 的数字";
    DEFINED_WITHOUT: ", without {words}", "，不含 {words}";
    DEFINED_TOPIC: ", in topics on “{topic}”", "，限于“{topic}”主题";
    WORDS_COMMA: ", ", "、";
    FITS_NONE: ". No figure of this report fits.", "。本报告没有符合的数字。";
    FITS_SOME: ".", "。";
    FITS_ALL: ". Every figure of the unit fits, so no cell is filled.", "。该单位的全部数字都符合，因此不填任何格。";
}
