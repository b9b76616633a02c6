//! What a chart is before it is drawn: shapes in pixels, points that lead to evidence, and everything that is said about them in words.

use super::place::TEXT;

/// Size of the sign of a figure that does not add up, in pixels: its inside can just be read.
pub(super) const SIGN: f64 = 12.0;

/// A chart, ready to be drawn in any colours.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartSpec {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// What the chart shows: "Government anti-poverty funds, 2012".
    pub title: String,
    /// One sentence: unit, how many state it, highest and lowest.
    pub sentence: String,
    /// Whether labels have a halo in the colour of the ground, so that they can be read on lines.
    pub halo: bool,
    /// Shapes in the order they are drawn.
    pub shapes: Vec<Shape>,
    /// What can be pointed at, in reading order.
    pub points: Vec<Point>,
    /// Regions that do not state it, so that they are not drawn.
    pub missing: Vec<String>,
    /// How their number is said: a template with the place `{n}`.
    pub missing_words: &'static str,
    /// What is stated but not drawn, and how marks are to be read: one sentence each.
    pub notes: Vec<String>,
    /// The numbers that are drawn.
    pub numbers: Numbers,
}

impl ChartSpec {
    /// A line.
    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), paint: Paint, width: f64) {
        self.shapes.push(Shape::Line { from, to, paint, width, dashed: false });
    }

    /// A dashed line, one pixel wide.
    pub fn dashes(&mut self, from: (f64, f64), to: (f64, f64), paint: Paint) {
        self.shapes.push(Shape::Line { from, to, paint, width: 1.0, dashed: true });
    }

    /// A filled box.
    pub fn fill(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), paint: Paint) {
        self.shapes.push(Shape::Fill { x, y, width, height, paint });
    }

    /// The outline of a box.
    pub fn outline(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), paint: Paint, dashed: bool) {
        self.shapes.push(Shape::Outline { x, y, width, height, paint, dashed });
    }

    /// A label whose baseline is at `y`.
    pub fn label(&mut self, (x, y): (f64, f64), anchor: Anchor, paint: Paint, text: impl Into<String>) {
        self.shapes.push(Shape::Label { x, y, anchor, paint, bold: false, size: TEXT, text: text.into() });
    }

    /// A label that stands out.
    pub fn bold_label(&mut self, (x, y): (f64, f64), anchor: Anchor, paint: Paint, text: impl Into<String>) {
        self.shapes.push(Shape::Label { x, y, anchor, paint, bold: true, size: TEXT, text: text.into() });
    }

    /// The sign of a figure that does not add up.
    pub fn question(&mut self, at: (f64, f64)) {
        self.mark(at, MarkForm::Questioned, SIGN / 2.0, Paint::Questioned);
    }

    /// A mark of one value.
    pub fn mark(&mut self, (x, y): (f64, f64), form: MarkForm, radius: f64, paint: Paint) {
        self.shapes.push(Shape::Mark { x, y, form, radius, paint });
    }
}

#[cfg(test)]
impl ChartSpec {
    /// How many signs of figures that do not add up are drawn, all of them inside.
    pub(super) fn signs(&self) -> usize {
        let half = SIGN / 2.0;
        let signs = self.shapes.iter().filter_map(|shape| match shape {
            Shape::Mark { x, y, form: MarkForm::Questioned, .. } => Some((*x, *y)),
            _ => None,
        });
        let (x_ends, y_ends) = (half..=self.width - half, half..=self.height - half);
        signs.inspect(|(x, y)| assert!(x_ends.contains(x) && y_ends.contains(y), "{x} {y}")).count()
    }
}

impl Shape {
    /// The same at another place.
    pub(super) fn moved(&self, by: (f64, f64)) -> Self {
        let mut moved = self.clone();
        let move_by = |x: &mut f64, y: &mut f64| (*x, *y) = (*x + by.0, *y + by.1);
        match &mut moved {
            Self::Line { from, to, .. } => [from, to].into_iter().for_each(|(x, y)| move_by(x, y)),
            Self::Fill { x, y, .. } | Self::Outline { x, y, .. } | Self::Mark { x, y, .. } | Self::Label { x, y, .. } => move_by(x, y),
        }
        moved
    }
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// Start.
        from: (f64, f64),
        /// End.
        to: (f64, f64),
        /// Colour.
        paint: Paint,
        /// Width in pixels.
        width: f64,
        /// Whether it is dashed.
        dashed: bool,
    },
    /// A filled box.
    Fill {
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Colour.
        paint: Paint,
    },
    /// The outline of a box, with the ground inside.
    Outline {
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Colour of the line.
        paint: Paint,
        /// Whether it is dashed.
        dashed: bool,
    },
    /// A mark of one value.
    Mark {
        /// Centre.
        x: f64,
        /// Centre.
        y: f64,
        /// Form.
        form: MarkForm,
        /// Half its size.
        radius: f64,
        /// Colour.
        paint: Paint,
    },
    /// Text on one line.
    Label {
        /// Where it is anchored.
        x: f64,
        /// Its baseline.
        y: f64,
        /// Which end is at `x`.
        anchor: Anchor,
        /// Colour.
        paint: Paint,
        /// Whether it is bold.
        bold: bool,
        /// Size of the letters in pixels.
        size: f64,
        /// The words.
        text: String,
    },
}

/// Forms of mark; the form says how certain a value is, the colour never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkForm {
    /// Exact, in the region in focus.
    Disc,
    /// Exact.
    Ring,
    /// Hedged in the text.
    Diamond,
    /// Speaks for a part of the region.
    Triangle,
    /// One region among many on a strip.
    Tick,
    /// Does not add up in the audit: the filled sign of that verdict.
    Questioned,
}

/// Which end of a label is at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// Colours by what they are for; the page's tokens say which they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// The page's ground.
    Ground,
    /// A quiet ground.
    Sunk,
    /// Strongest text.
    Ink,
    /// Text.
    Ink2,
    /// Quietest text.
    Ink3,
    /// Grid lines.
    Rule,
    /// Lines that identify something.
    Control,
    /// The regions in focus.
    Accent,
    /// What does not add up in the audit.
    Questioned,
    /// All other regions.
    Rest,
    /// One of seven categories, counted from 0.
    Category(u8),
    /// One of seven steps from low to high, counted from 0.
    Step(u8),
    /// Text on that step.
    OnStep(u8),
}

/// A value that can be reached by pointer and keyboard.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Left edge of its box.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The region, and the part where there are several.
    pub name: String,
    /// What it states: value with unit, as printed, rank.
    pub value: String,
    /// The quantity whose evidence it opens; none for what is computed or not stated.
    pub quantity: Option<u32>,
    /// Which of the chart's reports the quantity is from.
    pub report: usize,
    /// Section of the region.
    pub section: u32,
}

/// The numbers of a chart as a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbers {
    /// Heads of the columns; the first is the region.
    pub head: Vec<String>,
    /// Cells; an empty one is "not stated".
    pub rows: Vec<NumberRow>,
}

/// One row of [`Numbers`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NumberRow {
    /// The region.
    pub name: String,
    /// One cell for each further column.
    pub cells: Vec<NumberCell>,
}

/// One number, with the quantity that it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NumberCell {
    /// The number in the unit of the column's head; empty where it is not stated.
    pub text: String,
    /// The quantity; none for a computed number.
    pub quantity: Option<u32>,
    /// Which of the chart's reports the quantity is from.
    pub report: usize,
}

impl NumberCell {
    /// A number that was read.
    pub fn read(text: impl Into<String>, quantity: u32) -> Self {
        Self { text: text.into(), quantity: Some(quantity), report: 0 }
    }

    /// The same in another of the chart's reports.
    #[must_use]
    pub fn in_report(self, report: usize) -> Self {
        Self { report, ..self }
    }

    /// A number that there is no sense in computing here.
    pub fn none() -> Self {
        Self::computed("\u{2013}")
    }

    /// A number that was computed.
    pub fn computed(text: impl Into<String>) -> Self {
        Self { text: text.into(), quantity: None, report: 0 }
    }
}
