//! How wide a label is, and where labels go so that none covers another.
//!
//! Widths are estimated from the characters alone: charts are laid out before they are drawn, and the same everywhere.

use super::Anchor;

/// Size of all text in charts, in pixels: the floor that the design sets.
pub(super) const TEXT: f64 = 12.0;

/// Width of a label at [`TEXT`], a little too wide rather than too narrow.
pub(super) fn text_width(text: &str, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(em).sum();
    ems * TEXT * if bold { 1.1 } else { 1.02 }
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | '\'' | ':' | ';' | '|' | 'I' => 0.28,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '-' => 0.36,
        'm' | 'w' | 'M' | 'W' | '%' => 0.86,
        'A'..='Z' => 0.65,
        '\u{2e80}'.. => 1.0,
        _ => 0.56,
    }
}

/// A rectangle that labels may not cross.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Rect {
    /// A square around a point.
    pub(super) fn around((x, y): (f64, f64), radius: f64) -> Self {
        Self { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn inside(&self, other: &Self) -> bool {
        self.left >= other.left && self.right <= other.right && self.top >= other.top && self.bottom <= other.bottom
    }
}

/// A label that found its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    /// Which of the points it belongs to.
    pub(super) index: usize,
    pub(super) x: f64,
    /// Baseline.
    pub(super) y: f64,
    pub(super) anchor: Anchor,
}

/// Finds a place beside its point for each label, within `bounds`, so that no label crosses a point or another label. Those that come first
/// choose first; a label without a free place is left out.
pub(super) fn place_labels(labels: &[(f64, f64, &str, bool)], radius: f64, bounds: Rect) -> Vec<Placed> {
    let points: Vec<Rect> = labels.iter().map(|(x, y, ..)| Rect::around((*x, *y), radius)).collect();
    let mut taken: Vec<Rect> = Vec::new();
    let mut placed = Vec::new();
    for (index, (x, y, text, bold)) in labels.iter().enumerate() {
        let width = text_width(text, *bold);
        let free = candidates(*x, *y, radius).into_iter().find_map(|(x, y, anchor)| {
            let rect = label_rect(x, y, anchor, width);
            let clear = rect.inside(&bounds)
                && !taken.iter().any(|other| rect.overlaps(other))
                && !points.iter().enumerate().any(|(other, point)| other != index && rect.overlaps(point));
            clear.then_some((rect, Placed { index, x, y, anchor }))
        });
        if let Some((rect, label)) = free {
            taken.push(rect);
            placed.push(label);
        }
    }
    placed
}

/// Places beside a point, the best first.
fn candidates(x: f64, y: f64, radius: f64) -> [(f64, f64, Anchor); 8] {
    let gap = radius + 4.0;
    let middle = y + 4.0;
    [
        (x + gap, middle, Anchor::Start),
        (x - gap, middle, Anchor::End),
        (x, y - gap, Anchor::Middle),
        (x, y + gap + 9.0, Anchor::Middle),
        (x + gap, y - gap + 2.0, Anchor::Start),
        (x + gap, y + gap + 6.0, Anchor::Start),
        (x - gap, y - gap + 2.0, Anchor::End),
        (x - gap, y + gap + 6.0, Anchor::End),
    ]
}

fn label_rect(x: f64, y: f64, anchor: Anchor, width: f64) -> Rect {
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Rect { left, top: y - 10.0, right: left + width, bottom: y + 3.0 }
}

/// Labels under a line of marks, each below its mark: in as many lines of text as keep them apart.
#[derive(Debug)]
pub(super) struct Under {
    width: f64,
    /// The labels of each line.
    taken: Vec<Vec<Rect>>,
}

impl Under {
    /// Least space between two labels: more than a blank, which parts the words of one.
    const APART: f64 = 14.0;

    /// As wide as the chart.
    pub(super) fn new(width: f64) -> Self {
        Self { width, taken: Vec::new() }
    }

    /// Where a label stands whose mark is at `x` and which is so wide: its line, counted from 0, and its anchor there.
    pub(super) fn place(&mut self, x: f64, width: f64) -> (usize, f64, Anchor) {
        let below = match x {
            x if x < width / 2.0 => (0.0, Anchor::Start),
            x if x > self.width - width / 2.0 => (self.width, Anchor::End),
            x => (x, Anchor::Middle),
        };
        let candidates = [below, (x - 3.0, Anchor::Start), (x + 3.0, Anchor::End)];
        let bounds = self.width;
        let is_free = |(x, anchor): (f64, Anchor), taken: &[Rect]| {
            let rect = label_rect(x, 0.0, anchor, width);
            let is_clear = |other: &Rect| rect.left >= other.right + Self::APART || rect.right + Self::APART <= other.left;
            rect.left >= 0.0 && rect.right <= bounds && taken.iter().all(is_clear)
        };
        let found = self.taken.iter().enumerate().find_map(|(line, taken)| {
            let free = candidates.into_iter().find(|candidate| is_free(*candidate, taken))?;
            Some((line, free))
        });
        // On a line of its own nothing is in its way.
        let (line, (x, anchor)) = found.unwrap_or((self.taken.len(), below));
        self.taken.resize_with(self.taken.len().max(line + 1), Vec::new);
        self.taken.iter_mut().skip(line).take(1).for_each(|taken| taken.push(label_rect(x, 0.0, anchor, width)));
        (line, x, anchor)
    }

    /// How many lines the labels take.
    pub(super) fn lines(&self) -> usize {
        self.taken.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Rect = Rect { left: 0.0, top: 0.0, right: 400.0, bottom: 300.0 };

    #[test]
    fn wide_letters_are_wider() {
        assert!(text_width("WWW", false) > text_width("lll", false));
        assert!(text_width("Hebei", true) > text_width("Hebei", false));
        assert!((text_width("河北", false) - 2.0 * TEXT * 1.02).abs() < 1e-9);
    }

    #[test]
    fn a_lone_label_stands_to_the_right() {
        let placed = place_labels(&[(100.0, 100.0, "Hebei", false)], 4.0, BOUNDS);
        assert_eq!(placed, [Placed { index: 0, x: 108.0, y: 104.0, anchor: Anchor::Start }]);
    }

    #[test]
    fn a_label_at_the_right_edge_moves_to_the_left() {
        let placed = place_labels(&[(395.0, 100.0, "Hebei", false)], 4.0, BOUNDS);
        assert_eq!(placed[0].anchor, Anchor::End);
    }

    #[test]
    fn no_label_crosses_another_or_a_point() {
        let labels: Vec<(f64, f64, &str, bool)> =
            (0..30).map(|i| (150.0 + f64::from(i), 100.0 + f64::from(i % 5) * 3.0, "Heilongjiang", false)).collect();
        let placed = place_labels(&labels, 4.0, BOUNDS);
        assert!(!placed.is_empty() && placed.len() < labels.len(), "{} labels fit", placed.len());
        let width = text_width("Heilongjiang", false);
        let rects: Vec<Rect> = placed.iter().map(|p| label_rect(p.x, p.y, p.anchor, width)).collect();
        for (i, rect) in rects.iter().enumerate() {
            assert!(rects.iter().skip(i + 1).all(|other| !rect.overlaps(other)));
            let own = placed[i].index;
            assert!(labels.iter().enumerate().all(|(j, (x, y, ..))| j == own || !rect.overlaps(&Rect::around((*x, *y), 4.0))));
        }
    }

    #[test]
    fn labels_under_a_line_stand_apart_and_none_is_left_out() {
        let mut under = Under::new(300.0);
        assert_eq!(under.place(10.0, 80.0), (0, 0.0, Anchor::Start), "kept inside at the left");
        assert_eq!(under.place(290.0, 80.0), (0, 300.0, Anchor::End), "and at the right");
        assert_eq!(under.place(150.0, 80.0), (0, 150.0, Anchor::Middle));
        assert_eq!(under.place(150.0, 80.0), (1, 150.0, Anchor::Middle), "no room: on the next line");
        assert_eq!(under.lines(), 2);
        let mut under = Under::new(300.0);
        under.place(100.0, 80.0);
        assert_eq!(under.place(180.0, 80.0), (0, 177.0, Anchor::Start), "apart by more than a blank, beside its mark");
    }
}
