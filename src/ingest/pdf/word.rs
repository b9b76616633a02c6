//! From glyphs to rows of words: baselines first, then the gaps along each.

use super::glyph::Glyph;
use super::{normal, script};

/// A word on its row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) base: f32,
    pub(super) size: f32,
    pub(super) is_bold: bool,
}

/// Words on one baseline, from left to right; never empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    pub(super) words: Vec<Word>,
}

impl Row {
    /// The row of some words; none where there are none.
    pub(super) fn of(words: Vec<Word>) -> Option<Self> {
        (!words.is_empty()).then_some(Self { words })
    }

    pub(super) fn left(&self) -> f32 {
        self.words.first().map_or(0.0, |word| word.left)
    }

    pub(super) fn right(&self) -> f32 {
        self.words.iter().map(|word| word.right).fold(f32::MIN, f32::max)
    }

    /// The baseline of most of its characters.
    pub(super) fn base(&self) -> f32 {
        self.main().map_or(0.0, |word| word.base)
    }

    /// The size of its longest word.
    pub(super) fn size(&self) -> f32 {
        self.main().map_or(0.0, |word| word.size)
    }

    fn main(&self) -> Option<&Word> {
        self.words.iter().rev().max_by_key(|word| word.text.chars().count())
    }

    /// Whether all of it is bold.
    pub(super) fn is_bold(&self) -> bool {
        self.words.iter().all(|word| word.is_bold || !word.text.chars().any(char::is_alphanumeric))
            && self.words.iter().any(|word| word.is_bold)
    }

    /// The words with single spaces between them, none between Chinese characters.
    pub(super) fn text(&self) -> String {
        super::direction::text(&self.words)
    }
}

/// How far apart baselines of one row may be, in parts of the size.
const SAME_ROW: f32 = 0.25;

/// The rows of a page from top to bottom.
pub(super) fn rows(glyphs: Vec<Glyph>) -> Vec<Row> {
    let bands = script::attach(bands(glyphs));
    let mut rows: Vec<Row> = bands.into_iter().filter_map(|band| Row::of(words(band))).collect();
    rows.sort_by(|a, b| a.base().total_cmp(&b.base()));
    rows
}

/// Glyphs of about the same baseline.
fn bands(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut bands: Vec<Vec<Glyph>> = vec![];
    for glyph in glyphs {
        match bands.last_mut() {
            Some(band) if band.first().is_some_and(|first| glyph.base - first.base <= SAME_ROW * first.size.min(glyph.size)) => {
                band.push(glyph);
            }
            _ => bands.push(vec![glyph]),
        }
    }
    bands
}

/// A gap of so much of the size parts words. The narrowest spaces of justified text are a little wider, kerning is far below.
const SPACE: f32 = 0.14;
/// A gap up to so much may stand between groups of digits ("1 234"), where a space would be wider.
const THIN: f32 = 0.22;

/// The words of a row: parted by its spaces and by gaps.
fn words(mut band: Vec<Glyph>) -> Vec<Word> {
    band.sort_by(|a, b| a.left.total_cmp(&b.left));
    let row = script::RowLine::of(&band);
    let track = tracking(&band);
    let mut words: Vec<Word> = vec![];
    let mut space = true;
    let mut last: Option<Glyph> = None;
    for glyph in band {
        if normal::is_blank(glyph.c) {
            space = true;
            continue;
        }
        let gap = last.map_or(0.0, |last| glyph.left - last.right);
        let size = last.map_or(glyph.size, |last| last.size.max(glyph.size));
        let apart = space || gap > (SPACE + track) * size || gap < -1.5 * size;
        let thin = !space && apart && gap <= THIN * size && glyph.c.is_ascii_digit();
        match words.last_mut() {
            Some(word) if !apart || (thin && ends_group(&word.text)) => {
                if apart {
                    word.text.push('\u{2009}');
                }
                row.push(&mut word.text, &glyph);
                word.right = word.right.max(glyph.right);
            }
            _ => words.push(row.begin(&glyph)),
        }
        space = false;
        last = Some(glyph);
    }
    for word in &mut words {
        word.text = normal::word(&word.text);
    }
    words.retain(|word| !word.text.is_empty());
    words
}

/// Whether a number may go on with a group of three digits behind a thin gap.
fn ends_group(text: &str) -> bool {
    let digits = text.chars().rev().take_while(char::is_ascii_digit).count();
    (1..=3).contains(&digits)
}

/// How far the letters of a row are set apart ("K E N Y A"), in parts of the size; nought in usual text.
fn tracking(band: &[Glyph]) -> f32 {
    let mut gaps: Vec<f32> = band
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if a.c.is_alphabetic() && b.c.is_alphabetic() => Some((b.left - a.right) / a.size.max(b.size)),
            _ => None,
        })
        .collect();
    gaps.sort_by(f32::total_cmp);
    let at = |share: usize| gaps.get(gaps.len() * share / 8).copied().unwrap_or_default();
    let (low, middle) = (at(1), at(4));
    // Set apart all alike: the narrow gaps are hardly narrower than the usual one.
    if gaps.len() >= 4 && low > 0.05 && middle - low < 0.08 { middle.min(0.6) } else { 0.0 }
}
