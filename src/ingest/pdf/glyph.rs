//! Characters where they stand on a page.

/// A character on its page. Lengths are points (1/72 inch), x from the left edge, y from the top edge downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) c: char,
    pub(super) left: f32,
    pub(super) right: f32,
    /// The line that it stands on.
    pub(super) base: f32,
    /// The font's size as it is seen, all scaling done.
    pub(super) size: f32,
    pub(super) is_bold: bool,
}

/// Where the text of a glyph runs to on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Right,
    Down,
    Left,
    Up,
}

impl Way {
    /// The way of an advance; none where it is slanted, as watermarks are.
    pub(super) fn of(x: f32, y: f32) -> Option<Self> {
        match (x.abs() > 20.0 * y.abs(), y.abs() > 20.0 * x.abs()) {
            (true, _) => Some(if x > 0.0 { Self::Right } else { Self::Left }),
            (_, true) => Some(if y > 0.0 { Self::Down } else { Self::Up }),
            _ => None,
        }
    }

    /// Turns a point so that text of this way runs to the right.
    fn upright(self, x: f32, y: f32) -> (f32, f32) {
        match self {
            Self::Right => (x, y),
            Self::Down => (y, -x),
            Self::Left => (-x, -y),
            Self::Up => (-y, x),
        }
    }
}

/// A character as the content of a page places it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Placed {
    pub(super) c: char,
    /// Where it begins and where the next one would, on the page with y downwards.
    pub(super) from: (f32, f32),
    pub(super) to: (f32, f32),
    pub(super) size: f32,
    pub(super) is_bold: bool,
    pub(super) way: Way,
    /// Marked in the file as a page's header or footer.
    pub(super) is_pagination: bool,
}

/// The glyphs of a page that run the way most of them do, turned upright; a few words set sideways are left out. The second list is of
/// those that the file marks as headers and footers.
pub(super) fn upright(placed: &[Placed]) -> (Vec<Glyph>, Vec<Glyph>) {
    let count = |way| placed.iter().filter(|glyph| glyph.way == way).count();
    let Some(way) = [Way::Right, Way::Down, Way::Up, Way::Left].into_iter().rev().max_by_key(|way| count(*way)) else {
        return (vec![], vec![]);
    };
    let turned = |pagination: bool| {
        let chosen = placed.iter().filter(|glyph| glyph.way == way && glyph.is_pagination == pagination);
        without_doubles(chosen.map(|glyph| turn(glyph, way)).collect())
    };
    (turned(false), turned(true))
}

fn turn(glyph: &Placed, way: Way) -> Glyph {
    let (left, base) = way.upright(glyph.from.0, glyph.from.1);
    let (right, _) = way.upright(glyph.to.0, glyph.to.1);
    Glyph { c: glyph.c, left, right, base, size: glyph.size, is_bold: glyph.is_bold }
}

/// How far back a double of a glyph is looked for.
const DOUBLE_REACH: usize = 200;

/// Leaves out glyphs that are drawn a second time at the same place, to look bold or to throw a shadow.
fn without_doubles(glyphs: Vec<Glyph>) -> Vec<Glyph> {
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    for glyph in glyphs {
        let near = 0.12 * glyph.size;
        let is_double = |other: &Glyph| {
            other.c == glyph.c && (other.left - glyph.left).abs() < near && (other.base - glyph.base).abs() < near && other.c != ' '
        };
        if !kept.iter().rev().take(DOUBLE_REACH).any(is_double) {
            kept.push(glyph);
        }
    }
    kept
}
