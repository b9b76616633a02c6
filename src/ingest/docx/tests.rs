use super::*;
use crate::export::zip;

const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml""#;

fn part(root: &str, content: &str) -> Vec<u8> {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{root} {NAMES}>{content}</w:{root}>").into_bytes()
}

/// A document with further parts, read.
fn read_with(others: &[(&str, &str)], body: &str) -> String {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), b"<Types/>".to_vec()),
        ("word/document.xml".to_owned(), part("document", &format!("<w:body>{body}</w:body>"))),
    ];
    parts.extend(others.iter().map(|(root, content)| (format!("word/{root}.xml"), part(root, content))));
    let files: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    to_text(&zip(&files)).unwrap()
}

fn read(body: &str) -> String {
    read_with(&[], body)
}

/// A paragraph of one run.
fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A run of a form.
fn formed(form: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{form}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn up(text: &str) -> String {
    formed("<w:vertAlign w:val=\"superscript\"/>", text)
}

fn styled(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", r(text))
}

fn cell(content: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"1\"/></w:tcPr>{content}</w:tc>")
}

fn table(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|text| cell(&p(text))).collect::<String>());
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn paragraphs_stand_apart_and_runs_are_joined() {
    let body = format!("{}<w:p/><w:p>{}{}<w:proofErr/>{}</w:p>", p("Wells &amp; mills"), r("It paid 1,2"), r("34 yuan, "), r("3&#x35;%."));
    assert_eq!(read(&body), "Wells & mills\n\nIt paid 1,234 yuan, 35%.\n");
}

#[test]
fn headings_are_told_by_style_by_what_it_builds_on_and_by_outline() {
    let styles = "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>\
        <w:style w:styleId=\"Region\"><w:name w:val=\"Region\"/><w:basedOn w:val=\"1\"/></w:style>\
        <w:style w:styleId=\"Kapitel\"><w:name w:val=\"Kapitel\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>\
        <w:style w:styleId=\"Plain\"><w:name w:val=\"Plain\"/><w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>\
        <w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style>";
    let own = "<w:p><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:r><w:t>Own</w:t><w:br/><w:t>level</w:t></w:r></w:p>";
    let body = [styled("1", "One"), styled("Region", "Kenya"), styled("Kapitel", "Three"), styled("Plain", "Text"), styled("A", "Circle")]
        .concat()
        + own;
    assert_eq!(read_with(&[("styles", styles)], &body), "# One\n\n# Kenya\n\n### Three\n\nText\n\nCircle\n\n## Own level\n");
    assert_eq!(read(&styled("Heading2", "Without styles")), "## Without styles\n");
}

#[test]
fn lists_tabs_and_line_breaks() {
    let item = |text| format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>{}</w:p>", r(text));
    let styles = "<w:style w:styleId=\"LB\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
    let none = "<w:p><w:pPr><w:pStyle w:val=\"LB\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>None</w:t></w:r></w:p>";
    let broken = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>12</w:t><w:tab/><w:t>13</w:t><w:br/><w:t>14</w:t></w:r></w:p>";
    let body = [p("Dug:"), item("12 wells"), item("3 mills"), styled("LB", "1 road"), none.to_owned(), broken.to_owned()];
    let text = read_with(&[("styles", styles)], &body.concat());
    assert_eq!(text, "Dug:\n\n- 12 wells\n- 3 mills\n- 1 road\n\nNone\n\n12\t13\n14\n");
}

#[test]
fn numbered_items_have_their_numbers() {
    let level = |at, format, first| format!("<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"{first}\"/><w:numFmt w:val=\"{format}\"/></w:lvl>");
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"7\">{}{}</w:abstractNum><w:abstractNum w:abstractNumId=\"8\">{}</w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>\
        <w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
        level(0, "decimal", 1),
        level(1, "lowerLetter", 3),
        level(0, "bullet", 1)
    );
    let item = |list: u8, level: u8, text: &str| {
        format!("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>{}</w:p>", r(text))
    };
    let body = [
        item(1, 0, "Kenya"),
        item(1, 1, "Wells"),
        item(1, 0, "Uganda"),
        item(1, 1, "Mills"),
        item(2, 0, "Dot"),
        item(3, 0, "Anew"),
        item(3, 0, "On"),
    ];
    let text = read_with(&[("numbering", numbering.as_str())], &body.concat());
    assert_eq!(text, "1. Kenya\n3. Wells\n2. Uganda\n3. Mills\n- Dot\n1. Anew\n2. On\n");
}

#[test]
fn tables_are_read_row_by_row_as_those_of_web_pages() {
    let body = table(&[&["County", "Wells"], &["Turkana", "48"], &["", "50"]]) + &p("After");
    assert_eq!(read(&body), "County | Wells\nTurkana | 48\n50\n\nAfter\n");
    let gap = table(&[&["County", "Wells", "Users"], &["Turkana", "", "50"], &["", "", "7"]]);
    assert_eq!(read(&gap), "County | Wells | Users\nTurkana |  | 50\n7\n");
    let two = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&(p("12") + &p("345"))), cell(&(p("of") + &p("which"))));
    assert_eq!(read(&two), "12; 345 | of which\n");
}

#[test]
fn a_table_that_lays_out_running_text_is_running_text() {
    let inner = table(&[&["Turkana", "48"], &["Nakuru", "50"]]);
    let body = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&(styled("Heading1", "Kenya") + &p("It dug wells.") + &inner)));
    assert_eq!(read(&body), "# Kenya\n\nIt dug wells.\n\nTurkana | 48\nNakuru | 50\n");
}

#[test]
fn changes_are_accepted() {
    let body = format!(
        "<w:p><w:r><w:t>It dug 1</w:t></w:r><w:del><w:r><w:delText>2</w:delText></w:r></w:del><w:ins>{}</w:ins><w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>",
        r("3 wells"),
        r(" in 2009"),
        r(" in 2012")
    );
    assert_eq!(read(&body), "It dug 13 wells in 2012\n");
    let before = "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Text</w:t></w:r></w:p>";
    assert_eq!(read(before), "Text\n");
}

#[test]
fn where_the_end_of_a_paragraph_was_deleted_the_next_goes_on() {
    let end = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";
    let body = format!("<w:p>{end}{}</w:p>{}{}", r("It dug 12 "), p("wells."), p("Next"));
    assert_eq!(read(&body), "It dug 12 wells.\n\nNext\n");
    let whole = format!("<w:p>{end}<w:del>{}</w:del></w:p>{}", r("Uganda"), styled("Heading1", "Kenya"));
    assert_eq!(read(&(p("Before") + &whole)), "Before\n\n# Kenya\n");
}

#[test]
fn deleted_rows_and_cells_are_left_out() {
    let gone = "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc><w:p><w:r><w:t>Uganda</w:t></w:r></w:p></w:tc></w:tr>";
    let cut = format!("<w:tr>{}<w:tc><w:tcPr><w:cellDel/></w:tcPr>{}</w:tc></w:tr>", cell(&p("Kenya")), p("12"));
    assert_eq!(read(&format!("<w:tbl>{gone}{cut}</w:tbl>{}", p("After"))), "Kenya\n\nAfter\n");
}

#[test]
fn of_fields_the_result_is_read() {
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>99</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>35</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let simple = format!("<w:fldSimple w:instr=\"REF a\">{}</w:fldSimple>", r(" wells"));
    assert_eq!(read(&format!("<w:p>{}{field}{simple}</w:p>", r("It dug "))), "It dug 35 wells\n");
    let open = format!("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>{}", p("Not lost"));
    assert_eq!(read(&open), "Not lost\n");
}

#[test]
fn hidden_text_is_left_out_whether_by_form_or_style() {
    let styles = "<w:style w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId=\"Child\"><w:basedOn w:val=\"Secret\"/></w:style>";
    let body = format!(
        "<w:p>{}{}{}{}</w:p>{}",
        r("It dug 12"),
        formed("<w:vanish/>", "000"),
        formed("<w:rStyle w:val=\"Child\"/>", "000"),
        formed("<w:rStyle w:val=\"Child\"/><w:vanish w:val=\"0\"/>", " wells"),
        styled("Secret", "Draft")
    );
    assert_eq!(read_with(&[("styles", styles)], &body), "It dug 12 wells\n");
}

#[test]
fn notes_stand_behind_their_paragraph_and_their_marks_join_nothing() {
    let footnotes = format!(
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
        r(" Since 2009.")
    );
    let endnotes = format!("<w:endnote w:id=\"2\">{}</w:endnote>", p("See annex."));
    let mark = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"2\"/></w:r>";
    let own = "<w:r><w:endnoteReference w:customMarkFollows=\"1\" w:id=\"2\"/><w:t>7</w:t></w:r>";
    let parts = [("footnotes", footnotes.as_str()), ("endnotes", endnotes.as_str())];
    let body = format!("<w:p>{}{mark}{}{own}</w:p>{}", r("It rose by 35%"), r(" to 1,234"), p("Next."));
    assert_eq!(read_with(&parts, &body), "It rose by 35% to 1,234\n\nSince 2009.\n\nSee annex.\n\nNext.\n");
    let between = format!("<w:p>{}{mark}{}</w:p>", r("12"), r("13"));
    assert_eq!(read_with(&parts, &between), "12 13\n\nSince 2009.\n");
    let cells = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&format!("<w:p>{}{mark}</w:p>", r("12"))), cell(&p("13")));
    assert_eq!(read_with(&parts, &(cells + &p("Next."))), "12 | 13\n\nSince 2009.\n\nNext.\n");
}

#[test]
fn raised_characters_are_powers_endings_or_marks_of_notes() {
    let body = format!(
        "<w:p>{}{}{}{}{}{}{}{}</w:p>",
        r("On 35 km"),
        up("2"),
        r(" in the 19"),
        up("th"),
        r(" year, 1,234"),
        up("1"),
        up(",2"),
        r(" wells")
    );
    assert_eq!(read(&body), "On 35 km² in the 19th year, 1,234 wells\n");
    let between = format!("<w:p>{}{}{}</w:p>", r("12"), up("1"), r("13"));
    assert_eq!(read(&between), "12 13\n");
    let low = formed("<w:vertAlign w:val=\"subscript\"/>", "2");
    assert_eq!(read(&format!("<w:p>{}{low}</w:p>", r("CO"))), "CO2\n");
}

#[test]
fn formulas_keep_their_numbers_apart() {
    let t = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let body = format!(
        "<w:p><m:oMath><m:f><m:num>{}</m:num><m:den>{}</m:den></m:f><m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup></m:oMath></w:p>",
        t("12"),
        t("34"),
        t("×10"),
        t("6")
    );
    assert_eq!(read(&body), "12/34×10⁶\n");
}

#[test]
fn symbols_and_hyphens() {
    let body = "<w:p><w:r><w:t>2010</w:t><w:noBreakHyphen/><w:t>2012, pro</w:t><w:softHyphen/><w:t>gram\u{ad}me 5\u{2011}6 </w:t>\
        <w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>7 \u{f0b1}8</w:t><w:sym w:font=\"Wingdings\" w:char=\"F04A\"/><w:t>9</w:t></w:r></w:p>";
    assert_eq!(read(body), "2010-2012, programme 5-6 ≥7 ±8 9\n");
}

#[test]
fn a_box_is_read_once_behind_the_paragraph_that_holds_it() {
    let content = format!("<w:txbxContent>{}</w:txbxContent>", p("A box of 7"));
    let choice = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{content}</mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    );
    let body = format!("<w:p>{}{choice}{}</w:p>{}", r("It dug 1"), r("2 wells."), p("Next."));
    assert_eq!(read(&body), "It dug 12 wells.\n\nA box of 7\n\nNext.\n");
    let only = format!("<w:p><w:r><mc:AlternateContent><mc:Fallback>{content}</mc:Fallback></mc:AlternateContent></w:r></w:p>");
    assert_eq!(read(&only), "A box of 7\n");
}

#[test]
fn readings_above_characters_and_placeholders_of_controls() {
    let body = format!(
        "<w:p><w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r><w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
        r("hé"),
        r("河"),
        r(" 12")
    );
    assert_eq!(read(&body), "河 12\n");
}

#[test]
fn parts_are_found_by_what_refers_to_them() {
    let document = part("document", &format!("<w:body>{}</w:body>", styled("X", "Kenya")));
    let styles = part("styles", "<w:style w:styleId=\"X\"><w:name w:val=\"Heading 2\"/></w:style>");
    let to = |kind: &str, target: &str| {
        format!("<Relationships><Relationship Type=\"http://x/relationships/{kind}\" Target=\"{target}\"/></Relationships>")
    };
    let (first, second) = (to("officeDocument", "/word/document2.xml"), to("styles", "styles2.xml"));
    let bytes = zip(&[
        ("_rels/.rels", first.as_bytes()),
        ("word/_rels/document2.xml.rels", second.as_bytes()),
        ("word/document2.xml", &document),
        ("word/styles2.xml", &styles),
    ]);
    assert_eq!(to_text(&bytes).unwrap(), "## Kenya\n");
}

#[test]
fn what_is_broken_is_told_so_and_nothing_panics() {
    assert_eq!(to_text(&zip(&[("word/styles.xml", b"<a/>")])), Err(ReadError::Damaged));
    assert_eq!(to_text(&zip(&[("word/document.xml", b"<w:document <")])), Err(ReadError::Damaged));
    let strange =
        "</w:p></w:tc><w:tr><w:tc><w:txbxContent></w:r><w:pPr><w:t>7</w:t>".to_owned() + &"<w:tbl><w:tr><w:tc><w:p>".repeat(2000) + &r("8");
    let bytes = zip(&[("word/document.xml", &part("document", &strange))]);
    let _ = to_text(&bytes);
    let deep = read(&("<w:tbl><w:tr><w:tc>".repeat(40) + &p("35 wells") + &"</w:tc></w:tr></w:tbl>".repeat(40)));
    assert_eq!(deep.trim(), "35 wells");
}
