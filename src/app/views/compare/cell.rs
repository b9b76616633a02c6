//! One cell of the comparison table: the number with its marks, or "not stated".

use crate::analysis::Verdict;
use crate::app::components::VerdictSign;
use crate::app::display::modifier_word;
use crate::app::report::Report;
use crate::app::state::AppState;
use crate::compare::{Entry, Mark, modifier_sign};
use leptos::prelude::*;

/// Classes that give decimals a width of their own: by the most digits after the point in the column.
pub(super) fn decimals_class(decimals: u32) -> &'static str {
    match decimals {
        0 => "",
        1 => "d1",
        2 => "d2",
        3 => "d3",
        4 => "d4",
        _ => "d5",
    }
}

/// Classes that shade by fifths.
pub(super) fn heat_class(fifth: Option<u8>) -> &'static str {
    match fifth {
        Some(1) => "h1",
        Some(2) => "h2",
        Some(3) => "h3",
        Some(4) => "h4",
        Some(5) => "h5",
        _ => "",
    }
}

/// A stated value; it leads to its evidence. `letter` is the letter of its note, if it has one; `rank` is
/// said behind the number.
pub(super) fn stated(
    state: AppState,
    report: &Report,
    entry: &Entry,
    class: String,
    letter: Option<char>,
    rank: Option<String>,
) -> AnyView {
    let strings = state.strings();
    let others = entry.marks.iter().find_map(|mark| if let Mark::Alternatives(n) = mark { Some(*n) } else { None });
    let corner = others.map(|n| {
        let words = strings.compare.alternatives.of(n);
        let spoken = words.clone();
        view! {
            <span class="alt" title=words>
                <span class="vh">{spoken}</span>
            </span>
        }
    });
    let hedge = entry.hedge().map(|modifier| {
        view! {
            <span class="hedge" aria-hidden="true">{modifier_sign(modifier)}</span>
            <span class="vh">{modifier_word(Some(modifier), strings)} " "</span>
        }
    });
    let number = match (&entry.figure, entry.is_unread()) {
        (_, true) => view! {
            <span class="printed">"\u{201c}" {entry.printed.clone()} "\u{201d}"</span>
            <VerdictSign verdict=Verdict::Inconsistent />
        }
        .into_any(),
        (Some(figure), false) => view! {
            {figure.whole.clone()}
            <span class="fr">{figure.fraction.clone()}</span>
        }
        .into_any(),
        (None, false) => view! {
            {entry.text.clone()}
            <span class="fr"></span>
        }
        .into_any(),
    };
    let questioned = (entry.is_questioned() && !entry.is_unread()).then(|| view! { <VerdictSign verdict=Verdict::Inconsistent /> });
    view! {
        <td class=class>
            <a href=state.figure_href(report, entry.quantity) data-fig=entry.quantity title=strings.marks.quoted(&entry.printed)>
                {questioned}
                {letter.map(|letter| view! { <sup>{letter}</sup> })}
                {hedge}
                {number}
                {rank.map(|rank| view! { <small>{rank}</small> })}
                {corner}
            </a>
        </td>
    }
    .into_any()
}
