//! Raised and lowered characters: note marks, exponents, indices.
//!
//! A raised digit becomes the character for it ("m²", "5.2³"), so that a note mark does not lengthen the number it stands at.

use super::glyph::Glyph;
use super::word::Word;

/// A raised or lowered character is at most so much of the size beside it.
const SMALLER: f32 = 0.85;
/// How far it stands above or below the line, in parts of that size.
const NEAREST: f32 = 0.08;
const FARTHEST: f32 = 0.75;
/// How near it stands to its neighbour, in parts of that size.
const BESIDE: f32 = 0.4;

/// Puts small characters that stand raised or lowered at characters of another band into that band.
pub(super) fn attach(mut bands: Vec<Vec<Glyph>>) -> Vec<Vec<Glyph>> {
    for at in 0..bands.len() {
        let band = bands.get_mut(at).map(std::mem::take).unwrap_or_default();
        let mut kept = vec![];
        for run in runs(band) {
            match host(&bands, at, &run).and_then(|host| bands.get_mut(host)) {
                Some(host) => host.extend(run),
                None => kept.extend(run),
            }
        }
        if let Some(place) = bands.get_mut(at) {
            *place = kept;
        }
    }
    bands.retain(|band| !band.is_empty());
    bands
}

/// Characters of one size that stand side by side.
fn runs(mut band: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    band.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut runs: Vec<Vec<Glyph>> = vec![];
    for glyph in band {
        let goes_on = |last: &Glyph| (last.size - glyph.size).abs() < 0.05 * glyph.size && glyph.left - last.right < BESIDE * glyph.size;
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(goes_on) => run.push(glyph),
            _ => runs.push(vec![glyph]),
        }
    }
    runs
}

/// The band near `at` that a run stands raised or lowered in.
fn host(bands: &[Vec<Glyph>], at: usize, run: &[Glyph]) -> Option<usize> {
    let (first, last) = (run.first()?, run.last()?);
    let stands_at = |beside: &Glyph| {
        let off = (first.base - beside.base).abs() / beside.size;
        let gap = if first.left >= beside.left { first.left - beside.right } else { beside.left - last.right };
        first.size <= SMALLER * beside.size && (NEAREST..=FARTHEST).contains(&off) && gap.abs() <= BESIDE * beside.size
    };
    let near = at.saturating_sub(3)..(at + 4).min(bands.len());
    near.filter(|other| *other != at).find(|other| bands.get(*other).is_some_and(|band| band.iter().any(stands_at)))
}

/// The line of a row: baseline and size of most of its characters.
pub(super) struct RowLine {
    base: f32,
    size: f32,
}

impl RowLine {
    pub(super) fn of(band: &[Glyph]) -> Self {
        let mut sizes: Vec<(f32, usize)> = vec![];
        for glyph in band {
            match sizes.iter_mut().find(|(size, _)| (glyph.size - size).abs() < 0.05 * size) {
                Some((_, count)) => *count += 1,
                None => sizes.push((glyph.size, 1)),
            }
        }
        let size = sizes.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| size);
        let base = band.iter().find(|glyph| (glyph.size - size).abs() < 0.05 * size).map_or(0.0, |glyph| glyph.base);
        Self { base, size }
    }

    fn is_small(&self, glyph: &Glyph) -> bool {
        glyph.size <= SMALLER * self.size && (glyph.base - self.base).abs() >= NEAREST * self.size
    }

    /// The word that a character begins.
    pub(super) fn begin(&self, glyph: &Glyph) -> Word {
        let mut text = String::new();
        self.push(&mut text, glyph);
        let small = self.is_small(glyph);
        let (base, size) = if small { (self.base, self.size) } else { (glyph.base, glyph.size) };
        Word { text, left: glyph.left, right: glyph.right, base, size, is_bold: glyph.is_bold }
    }

    /// Adds a character to a word, raised where it stands so.
    pub(super) fn push(&self, text: &mut String, glyph: &Glyph) {
        let is_raised = self.is_small(glyph) && glyph.base < self.base;
        let after_number = || text.ends_with(|last: char| last.is_ascii_digit() || RAISED_LETTERS.contains(&last));
        text.push(match glyph.c {
            c if !is_raised => c,
            c @ '0'..='9' => at(&RAISED_DIGITS, c, '0'),
            '-' | '\u{2212}' => '⁻',
            // Letters stay as they are in "1st" and "2nd"; at a number's end alone they would be taken for its unit.
            c @ 'a'..='c' if after_number() => at(&RAISED_LETTERS, c, 'a'),
            c => c,
        });
    }
}

const RAISED_DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
/// Note marks of tables; ordinals begin with none of them.
const RAISED_LETTERS: [char; 3] = ['ᵃ', 'ᵇ', 'ᶜ'];

fn at(row: &[char], c: char, first: char) -> char {
    row.get((u32::from(c) - u32::from(first)) as usize).copied().unwrap_or(c)
}
