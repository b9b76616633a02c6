//! An analysis on its way from worker to page: many small pieces of JSON in one run of bytes, so that the page can unpack it a little at a
//! time and stays answerable meanwhile. From an [`Analysis`] to bytes and back.

use crate::analysis::{Analysis, Cell, Document, Exclusion, Finding, Quantity};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::slice::Chunks;

/// How many entries travel in one piece.
const BATCH: usize = 64;

/// Bytes of the length before each piece.
const LENGTH: usize = size_of::<u32>();

/// What one piece holds. Pieces come in this order, the head first.
#[derive(Serialize, Deserialize)]
enum Piece<'a> {
    /// The analysis without its long lists.
    Head(Box<Analysis>),
    Quantities(Cow<'a, [Quantity]>),
    Cells(Cow<'a, [Cell]>),
    Findings(Cow<'a, [Finding]>),
    Exclusions(Cow<'a, [Exclusion]>),
}

/// Packs an analysis.
pub fn pack(analysis: &Analysis) -> Vec<u8> {
    let mut packing = Packing::new(analysis);
    while packing.step() {}
    packing.finish()
}

/// An analysis that is being packed, a little at a time.
#[derive(Debug)]
pub struct Packing<'a> {
    quantities: Chunks<'a, Quantity>,
    cells: Chunks<'a, Cell>,
    findings: Chunks<'a, Finding>,
    exclusions: Chunks<'a, Exclusion>,
    bytes: Vec<u8>,
}

impl<'a> Packing<'a> {
    /// Begins with the whole of an analysis.
    pub fn new(analysis: &'a Analysis) -> Self {
        let mut packing = Self {
            quantities: analysis.quantities.chunks(BATCH),
            cells: analysis.cells.chunks(BATCH),
            findings: analysis.findings.chunks(BATCH),
            exclusions: analysis.exclusions.chunks(BATCH),
            bytes: Vec::new(),
        };
        packing.push(&Piece::Head(Box::new(head(analysis))));
        packing
    }

    /// Begins with what an audit needs: neither findings nor numbers that are no figures.
    pub fn for_audit(analysis: &'a Analysis) -> Self {
        Self { findings: [].chunks(BATCH), exclusions: [].chunks(BATCH), ..Self::new(analysis) }
    }

    /// Packs one more piece; whether there was one.
    pub fn step(&mut self) -> bool {
        let piece = self.quantities.next().map(|batch| Piece::Quantities(batch.into()));
        let piece = piece.or_else(|| self.cells.next().map(|batch| Piece::Cells(batch.into())));
        let piece = piece.or_else(|| self.findings.next().map(|batch| Piece::Findings(batch.into())));
        let piece = piece.or_else(|| self.exclusions.next().map(|batch| Piece::Exclusions(batch.into())));
        if let Some(piece) = &piece {
            self.push(piece);
        }
        piece.is_some()
    }

    /// What was packed.
    pub fn finish(self) -> Vec<u8> {
        self.bytes
    }

    fn push(&mut self, piece: &Piece) {
        // Plain data with string keys: nothing in it that JSON could refuse.
        let json = serde_json::to_vec(piece).unwrap_or_default();
        self.bytes.extend_from_slice(&(json.len() as u32).to_le_bytes());
        self.bytes.extend_from_slice(&json);
    }
}

/// An analysis without its long lists.
fn head(analysis: &Analysis) -> Analysis {
    Analysis {
        schema: analysis.schema.clone(),
        generator: analysis.generator.clone(),
        document: analysis.document.clone(),
        sections: analysis.sections.clone(),
        topics: analysis.topics.clone(),
        quantities: Vec::new(),
        cells: Vec::new(),
        indicators: analysis.indicators.clone(),
        findings: Vec::new(),
        exclusions: Vec::new(),
        furniture: analysis.furniture.clone(),
    }
}

/// Findings alone, packed as those of an analysis that has nothing else.
pub fn pack_findings(of: &Analysis, findings: Vec<Finding>) -> Vec<u8> {
    let document = Document { text: String::new(), ..of.document.clone() };
    pack(&Analysis {
        document,
        sections: Vec::new(),
        topics: Vec::new(),
        indicators: Vec::new(),
        furniture: Vec::new(),
        findings,
        ..head(of)
    })
}

/// Unpacks the whole of an analysis.
///
/// # Errors
/// Where the bytes are no packed analysis, with the parser's words.
pub fn unpack(bytes: Vec<u8>) -> Result<Analysis, String> {
    let mut unpacking = Unpacking::new(bytes);
    while unpacking.step()? {}
    unpacking.finish().ok_or_else(|| "nothing in it".to_owned())
}

/// A packed analysis that is being unpacked.
#[derive(Debug)]
pub struct Unpacking {
    bytes: Vec<u8>,
    at: usize,
    analysis: Option<Box<Analysis>>,
}

impl Unpacking {
    /// Begins with the first piece.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, at: 0, analysis: None }
    }

    /// Unpacks one piece; whether there are more.
    ///
    /// # Errors
    /// Where the bytes are no packed analysis, with the parser's words.
    pub fn step(&mut self) -> Result<bool, String> {
        let (length, rest) = self.bytes.get(self.at..).and_then(|rest| rest.split_at_checked(LENGTH)).ok_or("cut off before a piece")?;
        let length = u32::from_le_bytes(length.try_into().unwrap_or_default()) as usize;
        let json = rest.get(..length).ok_or("cut off within a piece")?;
        let piece: Piece = serde_json::from_slice(json).map_err(|reason| reason.to_string())?;
        self.at += LENGTH + length;
        match (piece, &mut self.analysis) {
            (Piece::Head(head), None) => self.analysis = Some(head),
            (Piece::Quantities(batch), Some(analysis)) => analysis.quantities.extend(batch.into_owned()),
            (Piece::Cells(batch), Some(analysis)) => analysis.cells.extend(batch.into_owned()),
            (Piece::Findings(batch), Some(analysis)) => analysis.findings.extend(batch.into_owned()),
            (Piece::Exclusions(batch), Some(analysis)) => analysis.exclusions.extend(batch.into_owned()),
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

    #[test]
    fn what_is_packed_comes_out_whole_and_in_order() {
        let mut large = report(2012, &[("Hebei", &[money("fund.fiscal", "1117000000", 6)])]);
        let one = large.quantities.first().cloned().unwrap();
        large.quantities = (0..=BATCH as u32 * 2).map(|id| Quantity { id, ..one.clone() }).collect();
        for analysis in [funds(), report(2012, &[]), large] {
            assert_eq!(unpack(pack(&analysis)), Ok(analysis));
        }
    }

    #[test]
    fn for_an_audit_the_figures_travel_and_the_findings_come_back() {
        let mut analysis = funds();
        analysis.findings = vec![Finding {
            id: 0,
            section: 0,
            rule: "sum".into(),
            verdict: crate::analysis::Verdict::Consistent,
            quantities: vec![0],
            stated: None,
            computed: None,
            note: "It adds up.".to_owned(),
            calculation: String::new(),
            slip: None,
            changes_story: false,
            earlier: None,
        }];
        let mut packing = Packing::for_audit(&analysis);
        while packing.step() {}
        let there = unpack(packing.finish()).unwrap();
        assert_eq!((&there.quantities, there.findings.len()), (&analysis.quantities, 0));
        let back = unpack(pack_findings(&there, analysis.findings.clone())).unwrap();
        assert_eq!((back.findings, back.document.text.as_str()), (analysis.findings, ""));
    }

    #[test]
    fn cut_or_foreign_bytes_are_refused() {
        let whole = pack(&funds());
        for end in [0, 3, LENGTH + 5, whole.len() - 1] {
            assert!(unpack(whole[..end].to_vec()).is_err(), "cut after {end} bytes");
        }
        assert!(unpack(b"not a parcel at all, but long enough".to_vec()).is_err());
        let mut twice = whole.clone();
        twice.extend(whole);
        assert_eq!(unpack(twice), Err("pieces out of order".to_owned()));
    }
}
