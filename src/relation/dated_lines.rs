//! Lines of their own that date what follows: "Cholera in Ethiopia, 4 October 2006", "The fishery of 2016".

use super::Context;
use crate::language::{Class, ReadText};
use crate::quantity::years_at;
use crate::text::TokenKind;

/// Tokens of such a line at most.
const LONGEST: usize = 28;

/// The lines of a section that tell one year each, as the token behind them and the year.
pub(super) struct DatedLines(Vec<(usize, i32)>);

impl DatedLines {
    /// Looks the section's lines through. Its first line is the title, which dates the whole; a line of a later year than `report` is a plan.
    pub(super) fn new(context: &Context, report: i32) -> Self {
        let read = context.read;
        let mut lines = Vec::new();
        let mut start = 0;
        let breaks = (0..read.tokens.len()).filter(|t| read.tokens.get(*t).is_some_and(|token| token.kind == TokenKind::Break));
        for end in breaks {
            let line = start..end;
            start = end + 1;
            let prose = line.is_empty()
                || line.len() > LONGEST
                || read.tokens.get(end - 1).is_some_and(|last| matches!(last.mark(), Some('.' | ';' | ',' | ':')));
            let figures = || line.clone().any(|t| context.is_figure(t));
            let title =
                read.tokens.get(line.start).is_some_and(|t| read.text.get(..t.span.start as usize).is_some_and(|s| s.trim().is_empty()));
            if title || prose || figures() {
                continue;
            }
            let mut years = line.clone().filter(|t| dates_line(read, *t)).filter_map(|t| years_at(read, t));
            if let (Some(only), None) = (years.next(), years.next()) {
                lines.extend(only.dates().filter(|year| *year <= report).map(|year| (end, year)));
            }
        }
        Self(lines)
    }

    /// The year of the last such line above token `t`, not in front of token `from`.
    pub(super) fn year_above(&self, from: usize, t: usize) -> Option<i32> {
        let above = self.0.partition_point(|(end, _)| *end < t);
        self.0.get(above.checked_sub(1)?).filter(|(end, _)| *end > from).map(|(_, year)| *year)
    }
}

/// Whether the year at token `t` is the one that its line is of, and not where something began or ends ("Growth since 2003").
pub(super) fn dates_line(read: &ReadText, t: usize) -> bool {
    let edge = |word: &str| matches!(word, "since" | "until" | "by" | "before" | "after" | "from" | "to" | "than" | "past" | "beyond");
    read.word_is(t, Class::YEAR) && !(t > 0 && edge(read.str(t - 1)))
}
