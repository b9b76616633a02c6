//! Workbooks in Office Open XML: sheets of rows with bold heads that stay in sight. Text is written as text, so no cell is ever a formula.

use super::zip::zip;
use std::fmt::Write as _;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// Text.
    Text(String),
    /// A decimal number, as its digits.
    Number(String),
    /// Nothing.
    Empty,
}

impl Cell {
    /// Text, or nothing where it is empty.
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// One sheet; its first row are the heads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Name of the tab.
    pub(super) name: &'static str,
    /// Widths of the columns in characters; the last holds for all further ones.
    pub(super) widths: Vec<u16>,
    /// Rows.
    pub(super) rows: Vec<Vec<Cell>>,
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A workbook of these sheets, as the bytes of an XLSX file.
pub(super) fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let mut files: Vec<(String, String)> = vec![
        ("[Content_Types].xml".to_owned(), content_types(sheets.len())),
        ("_rels/.rels".to_owned(), relations(&[("officeDocument", "xl/workbook.xml".to_owned())])),
        ("xl/workbook.xml".to_owned(), book(sheets)),
        ("xl/styles.xml".to_owned(), styles()),
    ];
    let mut parts: Vec<(&str, String)> = (1..=sheets.len()).map(|number| ("worksheet", format!("worksheets/sheet{number}.xml"))).collect();
    parts.push(("styles", "styles.xml".to_owned()));
    files.push(("xl/_rels/workbook.xml.rels".to_owned(), relations(&parts)));
    for (index, sheet) in sheets.iter().enumerate() {
        files.push((format!("xl/worksheets/sheet{}.xml", index + 1), sheet_xml(sheet)));
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
    zip(&files)
}

fn content_types(sheets: usize) -> String {
    const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let mut xml = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{SPREADSHEET}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{SPREADSHEET}.styles+xml\"/>"
    );
    for number in 1..=sheets {
        // Writing to a String cannot fail, here and below.
        let _ = write!(xml, "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{SPREADSHEET}.worksheet+xml\"/>");
    }
    xml.push_str("</Types>");
    xml
}

fn relations(parts: &[(&str, String)]) -> String {
    let mut xml = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (index, (sort, target)) in parts.iter().enumerate() {
        let _ = write!(xml, "<Relationship Id=\"rId{}\" Type=\"{LINKS}/{sort}\" Target=\"{target}\"/>", index + 1);
    }
    xml.push_str("</Relationships>");
    xml
}

fn book(sheets: &[Sheet]) -> String {
    let mut xml = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{LINKS}\"><sheets>");
    for (index, sheet) in sheets.iter().enumerate() {
        let number = index + 1;
        let _ = write!(xml, "<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>", escaped(sheet.name));
    }
    xml.push_str("</sheets></workbook>");
    xml
}

/// Style 0 is plain, style 1 bold and wrapped for heads.
fn styles() -> String {
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\">\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border/></borders>\
         <cellStyleXfs count=\"1\"><xf/></cellStyleXfs>\
         <cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\" applyAlignment=\"1\"><alignment wrapText=\"1\" vertical=\"bottom\"/></xf></cellXfs>\
         </styleSheet>"
    )
}

fn sheet_xml(sheet: &Sheet) -> String {
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\" activePane=\"bottomRight\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    for column in 0..columns {
        let width = sheet.widths.get(column).or(sheet.widths.last()).copied().unwrap_or(12);
        let number = column + 1;
        let _ = write!(xml, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    xml.push_str("</cols><sheetData>");
    for (row, cells) in sheet.rows.iter().enumerate() {
        let _ = write!(xml, "<row r=\"{}\">", row + 1);
        for (column, cell) in cells.iter().enumerate() {
            push_cell(&mut xml, cell, &format!("{}{}", letters(column), row + 1), row == 0);
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData></worksheet>");
    xml
}

fn push_cell(xml: &mut String, cell: &Cell, place: &str, is_head: bool) {
    let style = if is_head { " s=\"1\"" } else { "" };
    let _ = match cell {
        Cell::Empty => Ok(()),
        Cell::Number(digits) => write!(xml, "<c r=\"{place}\"{style}><v>{digits}</v></c>"),
        Cell::Text(text) => {
            write!(xml, "<c r=\"{place}\" t=\"inlineStr\"{style}><is><t xml:space=\"preserve\">{}</t></is></c>", escaped(text))
        }
    };
}

/// The letters of a column, counted from 0: A, B ... Z, AA.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

/// Text for XML 1.0, which has no place for control characters.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_spreadsheets_do() {
        let read: Vec<String> = [0, 25, 26, 51, 52, 701, 702].into_iter().map(letters).collect();
        assert_eq!(read, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn numbers_are_numbers_and_text_is_text() {
        let rows = vec![vec![Cell::text("Region"), Cell::text("=1+1 <&>")], vec![Cell::Empty, Cell::Number("573.80".to_owned())]];
        let xml = sheet_xml(&Sheet { name: "One", widths: vec![20, 10], rows });
        assert!(xml.contains("<c r=\"B2\"><v>573.80</v></c>"));
        assert!(xml.contains("<c r=\"B1\" t=\"inlineStr\" s=\"1\"><is><t xml:space=\"preserve\">=1+1 &lt;&amp;&gt;</t></is></c>"));
        assert!(!xml.contains("<f>") && !xml.contains("\"A2\""));
    }

    #[test]
    fn control_characters_do_not_break_the_file() {
        assert_eq!(escaped("a\u{1}b\tc"), "a b\tc");
    }

    #[test]
    fn a_workbook_is_an_archive_with_all_its_parts() {
        let book = workbook(&[Sheet { name: "One", widths: vec![10], rows: vec![vec![Cell::text("x")]] }]);
        assert!(book.starts_with(b"PK\x03\x04"));
        let text = String::from_utf8_lossy(&book);
        for part in ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"] {
            assert!(text.contains(part), "{part}");
        }
    }
}
