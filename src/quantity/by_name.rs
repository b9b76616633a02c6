//! Numbers that are known by what they stand in: results of matches, groups of states, days that gave events their names.

use super::exclude::Excluded;
use super::labels::counts_nothing;
use crate::language::ReadText;

/// "won 2–1 at home", "a 3-0 defeat", "the final ended 4:2": how a match ended.
pub(super) fn score(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let joined = ["-", "–", ":"].contains(&read.str(i + 1)) && !read.tokens.get(i + 2).is_none_or(|t| t.spaced);
    let goals = |t: usize| read.str(t).len() <= 2 && read.str(t).bytes().all(|b| b.is_ascii_digit());
    if !joined || !goals(i) || !goals(i + 2) || read.str(i + 2).is_empty() {
        return None;
    }
    let played = |word: &str| {
        matches!(word, "won" | "win" | "wins" | "winning" | "lost" | "losing" | "beat" | "beaten" | "drew" | "defeated" | "ended")
            || matches!(word, "finished" | "score" | "scoreline" | "split")
    };
    let led = || (i.saturating_sub(OPPONENT).max(begin)..i).any(|t| played(read.str(t))) && counts_nothing(read, i + 3);
    let named = matches!(read.str(i + 3), "win" | "victory" | "defeat" | "draw" | "loss" | "lead");
    (named || led()).then_some(("score", i + 3))
}

/// Tokens from "beat" to the result, with the name of the other side between them.
const OPPONENT: usize = 4;

/// "the Group of 77", "the Committee of 24": a body by the number of its members.
pub(super) fn body_of(read: &ReadText, i: usize, begin: usize, _: usize) -> Option<Excluded> {
    let body = i > begin + 1
        && read.str(i - 1) == "of"
        && matches!(read.str(i - 2), "Group" | "Committee" | "Gang" | "Council" | "Commission" | "Coalition");
    (body && counts_nothing(read, i + 1)).then_some(("name", i + 1))
}

/// "the 9/11 attacks", "the 7/7 bombings": a day that gave its name to what happened on it.
pub(super) fn named_day(read: &ReadText, i: usize, _: usize, _: usize) -> Option<Excluded> {
    let glued = |t: usize| read.tokens.get(t).is_some_and(|t| !t.spaced);
    let day = |t: usize, last: u8| read.str(t).parse::<u8>().is_ok_and(|number| (1..=last).contains(&number));
    let event = matches!(read.str(i + 3), "attack" | "attacks" | "bombing" | "bombings" | "commission" | "Commission" | "era" | "plot");
    (event && day(i, 31) && day(i + 2, 31) && read.is_mark(i + 1, '/') && glued(i + 1) && glued(i + 2)).then_some(("name", i + 3))
}
