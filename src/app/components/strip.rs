//! The strip: where one region stands among all that state a figure; and two ranges of a check on one scale.

use crate::analysis::{Bounds, Verdict};
use crate::app::display::{StripMarks, interval_pair, verdict_class};
use leptos::prelude::*;
use std::fmt::Write as _;

/// A line from zero to the highest region, one tick a region, a heavy one for the median, a dot for this region.
#[component]
pub fn Strip(
    marks: StripMarks,
    /// Said by assistive technology; without it the strip is decoration beside words that say the same.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let mut ticks = String::new();
    for at in &marks.ticks {
        // Writing to a String cannot fail.
        let _ = write!(ticks, "M{at} 5V11");
    }
    let median = marks.median.map(|at| view! { <path class="med" d=format!("M{at} 2V14")></path> });
    let dot = marks.own.map(|at| {
        let place = format!("M{at} 8h0");
        view! {
            <path class="dot-o" d=place.clone()></path>
            <path class="dot" d=place></path>
        }
    });
    let role = label.as_ref().map(|_| "img");
    let hidden = label.is_none().then_some("true");
    view! {
        <svg class="strip" viewBox="0 0 100 16" preserveAspectRatio="none" role=role aria-label=label aria-hidden=hidden>
            <path class="base" d="M0 8H100"></path>
            <path class="tick" d=ticks></path>
            {median}
            {dot}
        </svg>
    }
}

/// The printed range above the implied one, on one scale; a dotted line joins them where they do not meet.
#[component]
pub fn IntervalScale(
    stated: Bounds,
    computed: Bounds,
    verdict: Verdict,
    /// Which of the two to draw.
    which: Which,
) -> impl IntoView {
    let pair = interval_pair(&stated, &computed)?;
    let line = |(start, end): (f64, f64)| format!("M{start} 6H{end}");
    let (own, gap) = match which {
        Which::Stated => (line(pair.stated), None),
        Which::Computed => (line(pair.computed), pair.gap.map(line)),
    };
    let bar = if which == Which::Stated { "iv" } else { "iv2" };
    let class = if which == Which::Stated { "s".to_owned() } else { format!("s {}", verdict_class(verdict)) };
    Some(view! {
        <dd class=class>
            <svg class="strip strip--low" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <path class="base" d="M0 6H100"></path>
                {gap.map(|d| view! { <path class="gap" d=d></path> })}
                <path class=bar d=own></path>
            </svg>
        </dd>
    })
}

/// One of the two ranges of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// As printed.
    Stated,
    /// As the other figures imply.
    Computed,
}
