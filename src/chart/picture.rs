//! A chart as a picture that stands alone: what the page says around a drawing, written above and below it, with a margin on all sides.

use super::place::{TEXT, text_width};
use super::{Anchor, ChartSpec, Paint, Shape};

/// Space around a picture.
const MARGIN: f64 = 24.0;
/// Space between what is written and what is drawn.
const GAP: f64 = 14.0;
/// Size of the title.
const TITLE: f64 = 18.0;
/// From line to line, in sizes of the text.
const LEADING: f64 = 1.45;

/// The chart with its title and sentence above it; notes and source, each a paragraph, below it.
pub fn picture(spec: &ChartSpec, notes: &[String], source: &[String]) -> ChartSpec {
    let mut page = Page { spec: ChartSpec { width: spec.width + 2.0 * MARGIN, ..spec.clone() }, room: spec.width, reached: MARGIN };
    page.spec.shapes.clear();
    page.spec.points.clear();
    page.paragraph(&spec.title, TITLE, Paint::Ink);
    page.paragraph(&spec.sentence, TEXT, Paint::Ink2);
    page.reached += GAP;
    let top = page.reached;
    page.spec.shapes.extend(spec.shapes.iter().map(|shape| shape.moved((MARGIN, top))));
    page.reached += spec.height;
    for (lines, paint) in [(notes, Paint::Ink2), (source, Paint::Ink3)] {
        page.reached += if lines.is_empty() { 0.0 } else { GAP };
        for line in lines {
            page.paragraph(line, TEXT, paint);
        }
    }
    page.spec.height = (page.reached + MARGIN).ceil();
    page.spec
}

/// A picture that is written from top to bottom.
struct Page {
    spec: ChartSpec,
    room: f64,
    reached: f64,
}

impl Page {
    fn paragraph(&mut self, text: &str, size: f64, paint: Paint) {
        let bold = size > TEXT;
        for line in lines(text, self.room * TEXT / size, bold) {
            self.reached += size * LEADING;
            let y = self.reached - size * (LEADING - 1.0);
            self.spec.shapes.push(Shape::Label { x: MARGIN, y, anchor: Anchor::Start, paint, bold, size, text: line });
        }
    }
}

/// A text in lines that have room: broken at blanks, beside Chinese characters, and inside a word only where one is longer than a line.
fn lines(text: &str, room: f64, bold: bool) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && text_width(&line, bold) + text_width(piece.trim_end(), bold) > room {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        for letter in piece.chars() {
            if !line.is_empty() && letter != ' ' && text_width(&line, bold) + text_width(letter.encode_utf8(&mut [0; 4]), bold) > room {
                lines.push(std::mem::take(&mut line));
            }
            line.push(letter);
        }
    }
    lines.extend(Some(line.trim_end().to_owned()).filter(|line| !line.is_empty()));
    lines
}

/// A text in pieces that stay on one line: words with the blank behind them, Chinese characters with the mark behind them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for pair in letters.windows(2) {
        let [(_, letter), (place, next)] = pair else { continue };
        let is_wide = |letter: char| letter >= '\u{2e80}';
        let is_mark = matches!(next, ' ' | '，' | '。' | '、' | '；' | '：' | '）' | '》' | '\u{201d}');
        if *letter == ' ' || (!is_mark && !matches!(letter, '（' | '《' | '\u{201c}') && (is_wide(*letter) || is_wide(*next))) {
            pieces.extend(text.get(start..*place));
            start = *place;
        }
    }
    pieces.extend(text.get(start..));
    pieces
}

#[cfg(test)]
mod tests {
    use super::super::sentence::tests::example_data;
    use super::super::{ranking, scatter};
    use super::*;

    fn labels(spec: &ChartSpec) -> Vec<(f64, f64, f64, &str)> {
        let label = |shape| if let &Shape::Label { x, y, size, ref text, .. } = shape { Some((x, y, size, text.as_str())) } else { None };
        spec.shapes.iter().filter_map(label).collect()
    }

    #[test]
    fn all_that_the_page_says_is_written_around_the_drawing() {
        let drawn = ranking(&example_data(&["fund.fiscal"])[0], 440.0, 20.0);
        let made = picture(&drawn, &["Not stated: 1 (Jilin)".to_owned()], &["Source: a report".to_owned()]);
        let labels = labels(&made);
        assert_eq!((labels[0].2, labels[0].3), (TITLE, "fund.fiscal, 2012"));
        let written: Vec<&str> = labels.iter().map(|label| label.3).collect();
        assert!(written.concat().contains("Million yuan. 5 of 6 regions"), "{written:?}");
        assert!(written.ends_with(&["Not stated: 1 (Jilin)", "Source: a report"]), "{written:?}");
        let apart = |a: f64, b: f64| (a - b).abs() > 0.1;
        assert!(labels.windows(2).all(|pair| apart(pair[0].1, pair[1].1) || apart(pair[0].0, pair[1].0)), "no two on one place");
        let last = labels.last().unwrap();
        assert!(last.1 < made.height && drawn.height < made.height && made.width > drawn.width);
        assert_eq!(made.shapes.len() - drawn.shapes.len(), labels.len() - self::labels(&drawn).len(), "the drawing is whole");
    }

    #[test]
    fn no_label_is_cut_off_at_an_edge() {
        let data = example_data(&["fund.fiscal", "fund.central"]);
        for width in [300.0, 440.0, 900.0] {
            let spec = picture(&scatter(&data[0], &data[1], width, 400.0), &["word ".repeat(60)], &["x".repeat(200)]);
            for shape in &spec.shapes {
                let Shape::Label { x, anchor, bold, size, text, .. } = shape else { continue };
                let wide = text_width(text, *bold) * size / TEXT;
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - wide / 2.0,
                    Anchor::End => x - wide,
                };
                assert!(left >= 0.0 && left + wide <= spec.width, "{text} from {left} to {} of {}", left + wide, spec.width);
            }
        }
    }

    #[test]
    fn lines_are_broken_where_a_reader_expects_it() {
        assert_eq!(lines("one two three", 50.0, false), ["one two", "three"]);
        assert_eq!(lines("单位：百万元。", 60.0, false), ["单位：百", "万元。"]);
        assert_eq!(lines("", 50.0, false), Vec::<String>::new());
        assert!(lines(&"m".repeat(40), 50.0, false).len() > 5);
    }
}
