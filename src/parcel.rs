//! An analysis on its way from worker to page: the text as it is, then many small pieces of JSON, in one run of bytes, so that the page can
//! unpack it a little at a time and stays answerable meanwhile. From an [`Analysis`] to bytes and back.

use crate::analysis::{Analysis, Cell, Exclusion, Finding, Quantity};
use serde::{Deserialize, Serialize};

/// How many entries travel in one piece.
const BATCH: usize = 64;

/// Bytes of the length before each piece.
const LENGTH: usize = size_of::<u32>();

/// What a piece behind the text holds. Pieces come in this order, the head first.
#[derive(Serialize, Deserialize)]
enum Piece {
    /// The analysis without its text and its long lists.
    Head(Box<Analysis>),
    Quantities(Vec<Quantity>),
    Cells(Vec<Cell>),
    Findings(Vec<Finding>),
    Exclusions(Vec<Exclusion>),
}

/// Packs an analysis.
pub fn pack(mut analysis: Analysis) -> Vec<u8> {
    let text = std::mem::take(&mut analysis.document.text);
    let quantities = std::mem::take(&mut analysis.quantities);
    let cells = std::mem::take(&mut analysis.cells);
    let findings = std::mem::take(&mut analysis.findings);
    let exclusions = std::mem::take(&mut analysis.exclusions);
    // The JSON of a report takes about three times the bytes of its text.
    let mut out = Vec::with_capacity(text.len() * 4 + 1024);
    push(&mut out, |out| out.extend_from_slice(text.as_bytes()));
    push_piece(&mut out, &Piece::Head(Box::new(analysis)));
    push_all(&mut out, quantities, Piece::Quantities);
    push_all(&mut out, cells, Piece::Cells);
    push_all(&mut out, findings, Piece::Findings);
    push_all(&mut out, exclusions, Piece::Exclusions);
    out
}

/// Findings alone, packed as those of an analysis that has nothing else.
pub fn pack_findings(findings: Vec<Finding>) -> Vec<u8> {
    pack(Analysis { findings, ..Analysis::default() })
}

fn push_all<T>(out: &mut Vec<u8>, entries: Vec<T>, piece: impl Fn(Vec<T>) -> Piece) {
    let mut entries = entries.into_iter();
    loop {
        let batch: Vec<T> = entries.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return;
        }
        push_piece(out, &piece(batch));
    }
}

fn push_piece(out: &mut Vec<u8>, piece: &Piece) {
    // Plain data with string keys: nothing in it that JSON could refuse.
    push(out, |out| serde_json::to_writer(out, piece).unwrap_or_default());
}

/// Writes a piece and then its length into the room left before it.
fn push(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    let at = out.len();
    out.extend_from_slice(&[0; LENGTH]);
    write(out);
    let length = (out.len() - at - LENGTH) as u32;
    if let Some(room) = out.get_mut(at..at + LENGTH) {
        room.copy_from_slice(&length.to_le_bytes());
    }
}

/// A packed analysis that is being unpacked.
#[derive(Debug)]
pub struct Unpacking {
    bytes: Vec<u8>,
    at: usize,
    text: Option<String>,
    analysis: Option<Box<Analysis>>,
}

impl Unpacking {
    /// Begins with the first piece, the text.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, at: 0, text: None, analysis: None }
    }

    /// Unpacks one piece; whether there are more.
    ///
    /// # Errors
    /// Where the bytes are no packed analysis, with the parser's words.
    pub fn step(&mut self) -> Result<bool, String> {
        let (length, rest) = self.bytes.get(self.at..).and_then(|rest| rest.split_at_checked(LENGTH)).ok_or("cut off before a piece")?;
        let length = u32::from_le_bytes(length.try_into().unwrap_or_default()) as usize;
        let piece = rest.get(..length).ok_or("cut off within a piece")?;
        let Some(text) = &mut self.text else {
            self.text = Some(str::from_utf8(piece).map_err(|reason| reason.to_string())?.to_owned());
            self.at += LENGTH + length;
            return Ok(self.at < self.bytes.len());
        };
        let piece: Piece = serde_json::from_slice(piece).map_err(|reason| reason.to_string())?;
        self.at += LENGTH + length;
        match (piece, &mut self.analysis) {
            (Piece::Head(mut head), None) => {
                head.document.text = std::mem::take(text);
                self.analysis = Some(head);
            }
            (Piece::Quantities(batch), Some(analysis)) => analysis.quantities.extend(batch),
            (Piece::Cells(batch), Some(analysis)) => analysis.cells.extend(batch),
            (Piece::Findings(batch), Some(analysis)) => analysis.findings.extend(batch),
            (Piece::Exclusions(batch), Some(analysis)) => analysis.exclusions.extend(batch),
            (Piece::Head(_), Some(_)) | (_, None) => return Err("pieces out of order".to_owned()),
        }
        Ok(self.at < self.bytes.len())
    }

    /// What was unpacked; `None` before the first piece.
    pub fn finish(self) -> Option<Analysis> {
        self.analysis.map(|analysis| *analysis)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::example::{funds, money, report};

    fn unpacked(bytes: Vec<u8>) -> Result<Option<Analysis>, String> {
        let mut unpacking = Unpacking::new(bytes);
        while unpacking.step()? {}
        Ok(unpacking.finish())
    }

    #[test]
    fn what_is_packed_comes_out_whole_and_in_order() {
        let mut large = report(2012, &[("Hebei", &[money("fund.fiscal", "1117000000", 6)])]);
        let one = large.quantities.first().cloned().unwrap();
        large.quantities = (0..=BATCH as u32 * 2).map(|id| Quantity { id, ..one.clone() }).collect();
        let mut spoken = funds();
        spoken.document.text = "河北 Hebei: \u{1f30d} “1,117 million”\r\n".to_owned();
        for analysis in [funds(), report(2012, &[]), large, spoken] {
            assert_eq!(unpacked(pack(analysis.clone())), Ok(Some(analysis)));
        }
    }

    #[test]
    fn cut_or_foreign_bytes_are_refused() {
        let whole = pack(funds());
        for end in [0, 3, LENGTH + 5, whole.len() - 1] {
            assert!(unpacked(whole[..end].to_vec()).is_err(), "cut after {end} bytes");
        }
        assert!(unpacked(b"not a parcel at all, but long enough".to_vec()).is_err());
        let mut twice = whole.clone();
        twice.extend(&whole[LENGTH + funds().document.text.len()..]);
        assert_eq!(unpacked(twice), Err("pieces out of order".to_owned()));
    }
}
