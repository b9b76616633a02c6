//! Where the headings of a report stand among each other: what each stands under, and which are lines of a list of contents.

use super::heading::Mark;
use super::line::{Line, is_prose};
use super::place_name::key;
use super::region::Candidate;
use std::collections::HashSet;

/// So many headings right below each other are a list.
const LIST: usize = 4;

/// A heading with its place among the others.
pub(super) struct Ranked<'a> {
    pub(super) candidate: &'a Candidate,
    /// Line of the heading of a higher rank that it stands under; 0 where marks tell of none.
    pub(super) parent: usize,
    /// Whether it is a line of a list of headings, such as a table of contents, rather than a heading.
    pub(super) listed: bool,
}

impl<'a> Ranked<'a> {
    pub(super) fn of(text: &str, lines: &[Line], candidates: &'a [Candidate]) -> Vec<Self> {
        let listed = listed(text, lines, candidates);
        let mut open: Vec<(Mark, usize)> = Vec::new();
        let mut ranked = Vec::with_capacity(candidates.len());
        for (candidate, listed) in candidates.iter().zip(listed) {
            let mark = candidate.heading.mark;
            if depth(mark).is_some() {
                open.retain(|(other, _)| is_above(*other, mark));
            }
            let parent = open.last().filter(|_| depth(mark).is_some()).map_or(0, |(_, line)| *line);
            open.push((mark, candidate.line));
            ranked.push(Self { candidate, parent, listed });
        }
        ranked
    }
}

fn depth(mark: Mark) -> Option<u8> {
    match mark {
        Mark::Level(depth) | Mark::Number(depth) => Some(depth),
        _ => None,
    }
}

fn is_above(other: Mark, mark: Mark) -> bool {
    match (other, mark) {
        (Mark::Level(other), Mark::Level(own)) | (Mark::Number(other), Mark::Number(own)) => other < own,
        // Steps that are numbered are no parts of a report.
        (Mark::Level(_), Mark::Number(_)) => true,
        _ => false,
    }
}

/// Headings in a row without a word between them. The last of a row is a heading where text follows it and no other has its title.
fn listed(text: &str, lines: &[Line], candidates: &[Candidate]) -> Vec<bool> {
    let next_filled = |line: usize| (line + 1..lines.len()).find(|at| lines.get(*at).is_some_and(|line| !line.is_blank()));
    let follows = |pair: &[Candidate]| matches!(pair, [above, below] if next_filled(above.line) == Some(below.line));
    let mut listed = vec![false; candidates.len()];
    let mut first = 0;
    for at in 1..=candidates.len() {
        if candidates.get(at - 1..=at).is_some_and(follows) {
            continue;
        }
        if at - first >= LIST {
            let later: HashSet<String> = candidates.get(at..).unwrap_or_default().iter().map(|c| key(c.heading.title.of(text))).collect();
            let opens = candidates.get(at - 1).is_some_and(|last| {
                let below = next_filled(last.line).and_then(|at| lines.get(at)).map_or("", |line| line.of(text));
                is_prose(below) && !later.contains(&key(last.heading.title.of(text)))
            });
            let end = at - usize::from(opens);
            listed.iter_mut().take(end).skip(first).for_each(|flag| *flag = true);
        }
        first = at;
    }
    listed
}
