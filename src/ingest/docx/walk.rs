//! The walk through a part with text: from the elements of Word to paragraphs, tables and characters.

use super::Notes;
use super::numbering::Numbering;
use super::styles::{List, Styles, outline_level};
use super::symbols;
use crate::ingest::flow::{Flow, Kind};
use crate::ingest::xml::{Element, Space, Visitor};

/// Elements of Word's whose content is no text of the document: deleted or moved away, properties of before, instructions of fields, readings
/// printed above characters.
const SKIPPED: &[&str] = &[
    "del",
    "moveFrom",
    "delText",
    "instrText",
    "delInstrText",
    "rt",
    "sdtPr",
    "sectPr",
    "pPrChange",
    "rPrChange",
    "tblPrChange",
    "tblGridChange",
    "tblPrExChange",
    "trPrChange",
    "tcPrChange",
    "sectPrChange",
];

/// A paragraph that is open.
#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    /// What its own properties say; 0 for running text.
    level: Option<usize>,
    list: Option<List>,
    /// Its end was deleted.
    joins: bool,
    /// Handed on: something of it was seen beside its properties.
    begun: bool,
}

/// A run of characters of one form.
#[derive(Default)]
struct Run {
    hidden: bool,
    raised: bool,
    /// Its characters are the mark of a note.
    is_mark: bool,
}

/// Whose properties are being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Properties {
    Nobody,
    Paragraph,
    /// The mark at the paragraph's end.
    End,
    Run,
    Row,
}

/// Elements that are left out, until the depth falls below `depth`.
struct Skip {
    depth: usize,
    /// The element whose end ends it is itself not left out.
    within: bool,
}

pub(super) struct Walk<'a> {
    styles: &'a Styles,
    footnotes: &'a Notes,
    endnotes: &'a Notes,
    numbering: Numbering,
    flow: Flow,
    depth: usize,
    skip: Option<Skip>,
    /// Open paragraphs: a box stands inside one and has its own.
    paragraphs: Vec<Paragraph>,
    runs: Vec<Run>,
    /// Open fields, and whether each shows its result by now.
    fields: Vec<bool>,
    /// For each content that stands in several forms, whether one was read.
    forms: Vec<bool>,
    /// Depths of the open rows and cells, the innermost last.
    rows: Vec<usize>,
    cells: Vec<usize>,
    properties: Properties,
    in_text: bool,
    /// Inside raised parts of a formula.
    powers: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(styles: &'a Styles, footnotes: &'a Notes, endnotes: &'a Notes, numbering: Numbering) -> Self {
        Self {
            styles,
            footnotes,
            endnotes,
            numbering,
            flow: Flow::default(),
            depth: 0,
            skip: None,
            paragraphs: Vec::new(),
            runs: Vec::new(),
            fields: Vec::new(),
            forms: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            properties: Properties::Nobody,
            in_text: false,
            powers: 0,
        }
    }

    pub(super) fn finish(self) -> String {
        self.flow.finish()
    }

    fn skip(&mut self) {
        self.skip = Some(Skip { depth: self.depth, within: false });
    }

    /// Leaves out the rest of the element that began at a depth.
    fn skip_rest_of(&mut self, depth: Option<usize>) {
        self.skip = depth.map(|depth| Skip { depth, within: true });
    }

    fn start_word(&mut self, element: &Element) {
        if self.properties != Properties::Nobody {
            self.property(element);
            return;
        }
        match element.name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "pPr" => self.properties = Properties::Paragraph,
            "r" => self.begin_run(),
            "rPr" => self.properties = Properties::Run,
            "trPr" => self.properties = Properties::Row,
            "tbl" => self.flow.begin_table(),
            "tr" => self.rows.push(self.depth),
            "tc" => {
                self.cells.push(self.depth);
                self.flow.open_cell();
            }
            "gridSpan" => self.flow.widen_cell(element.value()),
            "cellDel" => self.skip_rest_of(self.cells.last().copied()),
            "txbxContent" => self.flow.open_aside(),
            name if SKIPPED.contains(&name) => self.skip(),
            _ => self.content(element),
        }
    }

    /// What stands inside a run.
    fn content(&mut self, element: &Element) {
        match element.name {
            "fldChar" => self.field(element.attribute("fldCharType").as_deref()),
            _ if !self.is_seen() => {}
            "t" => self.in_text = true,
            "tab" | "ptab" => self.flow.tab(),
            "br" | "cr" => self.flow.line_break(),
            "noBreakHyphen" => self.write("-"),
            "sym" => {
                let shown = symbols::of_code(&element.attribute("char").unwrap_or_default());
                self.write(shown.encode_utf8(&mut [0; 4]));
            }
            "footnoteReference" => self.note(element, self.footnotes),
            "endnoteReference" => self.note(element, self.endnotes),
            _ => {}
        }
    }

    fn note(&mut self, element: &Element, notes: &'a Notes) {
        let note = element.attribute("id").and_then(|id| notes.get(&id));
        self.flow.note(note.map(String::as_str).unwrap_or_default());
        if element.attribute("customMarkFollows").is_some_and(|value| !matches!(value.as_str(), "0" | "false" | "off"))
            && let Some(run) = self.runs.last_mut()
        {
            run.is_mark = true;
        }
    }

    fn property(&mut self, element: &Element) {
        // Properties of before hold the present ones' elements.
        if element.name.ends_with("Change") {
            self.skip();
            return;
        }
        match (self.properties, element.name) {
            (Properties::Row, "del") => self.skip_rest_of(self.rows.last().copied()),
            (Properties::Paragraph, "rPr") => self.properties = Properties::End,
            (Properties::Paragraph | Properties::End, _) => self.paragraph_property(element),
            (Properties::Run, _) => self.run_property(element),
            (Properties::Row | Properties::Nobody, _) => {}
        }
    }

    fn paragraph_property(&mut self, element: &Element) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match element.name {
            "pStyle" => paragraph.style = element.value(),
            "outlineLvl" => paragraph.level = outline_level(element),
            "numId" | "ilvl" => paragraph.list.get_or_insert_default().take(element),
            "del" | "moveFrom" if self.properties == Properties::End => paragraph.joins = true,
            _ => {}
        }
    }

    fn run_property(&mut self, element: &Element) {
        let Some(run) = self.runs.last_mut() else { return };
        match element.name {
            "rStyle" => {
                let style = element.value().unwrap_or_default();
                run.hidden |= self.styles.is_hidden(&style);
                run.raised |= self.styles.is_raised(&style);
            }
            "vanish" => run.hidden = element.is_on(),
            "vertAlign" => run.raised = element.value().as_deref() == Some("superscript"),
            _ => {}
        }
    }

    fn begin_run(&mut self) {
        let style = self.paragraphs.last().and_then(|paragraph| paragraph.style.as_deref()).unwrap_or_default();
        self.runs.push(Run { hidden: self.styles.is_hidden(style), ..Run::default() });
        self.begin_paragraph();
    }

    /// Hands a paragraph on, once its properties are known.
    fn begin_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.last_mut().filter(|paragraph| !paragraph.begun) else { return };
        paragraph.begun = true;
        let style = paragraph.style.as_deref().unwrap_or_default();
        let level = paragraph.level.map_or_else(|| self.styles.level(style), |level| Some(level).filter(|level| *level > 0));
        let list = paragraph.list.take().filter(|list| list.id.is_some()).or_else(|| self.styles.list(style));
        let list = list.and_then(|list| list.id.filter(|id| id != "0").map(|id| (id, list.level)));
        self.flow.begin(match (level, list) {
            (Some(level), _) => Kind::Heading(level),
            (None, Some((id, level))) => Kind::Item(self.numbering.next(&id, level)),
            (None, None) => Kind::Body,
        });
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if paragraph.begun {
            self.flow.end(paragraph.joins);
        }
        // Instructions end with their paragraph, should a field not say where.
        self.fields.fill(true);
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.push(false),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    *field = true;
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// Whether a reader sees what stands here.
    fn is_seen(&self) -> bool {
        self.fields.iter().all(|result| *result) && self.runs.last().is_none_or(|run| !run.hidden && !run.is_mark)
    }

    fn write(&mut self, text: &str) {
        if self.powers > 0 || self.runs.last().is_some_and(|run| run.raised) {
            self.flow.raise(text);
        } else {
            self.flow.text(text);
        }
    }

    fn start_math(&mut self, element: &Element) {
        match element.name {
            "r" => self.begin_run(),
            "t" => self.in_text = self.is_seen(),
            "sup" => self.powers += 1,
            // A fraction is no number of the digits above and below its line.
            "den" => self.flow.text("/"),
            _ => {}
        }
    }

    fn start_choice(&mut self, name: &str) {
        match (name, self.forms.last_mut()) {
            ("AlternateContent", _) => self.forms.push(false),
            ("Choice" | "Fallback", Some(read)) if *read => self.skip(),
            ("Choice" | "Fallback", Some(read)) => *read = true,
            _ => {}
        }
    }

    fn end_word(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "pPr" => {
                self.properties = Properties::Nobody;
                self.begin_paragraph();
            }
            "rPr" if self.properties == Properties::End => self.properties = Properties::Paragraph,
            "rPr" | "trPr" => self.properties = Properties::Nobody,
            "r" => {
                self.runs.pop();
            }
            "t" => self.in_text = false,
            "tc" => {
                self.cells.pop();
                self.flow.close_cell();
            }
            "tr" => {
                self.rows.pop();
                self.flow.end_row();
            }
            "txbxContent" => self.flow.close_aside(),
            _ => {}
        }
    }
}

impl Visitor for Walk<'_> {
    fn start(&mut self, element: &Element) {
        self.depth += 1;
        if self.skip.is_some() {
            return;
        }
        match element.space {
            Space::Word => self.start_word(element),
            Space::Math => self.start_math(element),
            Space::Choice => self.start_choice(element.name),
            Space::Other => {}
        }
    }

    fn end(&mut self, space: Space, name: &str) {
        let depth = self.depth;
        self.depth = self.depth.saturating_sub(1);
        if let Some(skip) = self.skip.take() {
            if depth > skip.depth {
                self.skip = Some(skip);
                return;
            }
            if !skip.within {
                return;
            }
            // What was left open inside ends with it.
            self.properties = Properties::Nobody;
        }
        match (space, name) {
            (Space::Word, name) => self.end_word(name),
            (Space::Math, "r") => {
                self.runs.pop();
            }
            (Space::Math, "t") => self.in_text = false,
            (Space::Math, "sup") => self.powers = self.powers.saturating_sub(1),
            (Space::Choice, "AlternateContent") => {
                self.forms.pop();
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text && self.skip.is_none() {
            if text.contains(|c| ('\u{f000}'..='\u{f0ff}').contains(&c)) {
                let shown: String = text.chars().map(symbols::shown).collect();
                self.write(&shown);
            } else {
                self.write(text);
            }
        }
    }
}
