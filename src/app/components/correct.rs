//! What the reader says of the selected figure: read right, to be corrected, or no figure at all.

mod form;

pub use form::FigureForm;

use super::Icon;
use crate::analysis::{Quantity, Reviewed};
use crate::app::corrections::{figure_anchor, journal, make, take_back};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::review::{Change, Journal};
use leptos::prelude::*;
use std::sync::Arc;

/// Three answers, and the form behind the second.
#[component]
pub(super) fn YourReading(report: Arc<Report>, quantity: Quantity) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().corrections;
    let editing = RwSignal::new(false);
    let (id, section) = (quantity.id, quantity.section);
    let standing = quantity.review.map(|review| match review {
        Reviewed::Accepted => t.is_accepted,
        Reviewed::Corrected => t.is_corrected,
        Reviewed::Added => t.is_added,
    });
    let answer = {
        let report = report.clone();
        move |change: fn(crate::review::Anchor) -> Change| {
            if let Some(at) = figure_anchor(&report, id) {
                make(state, &report, section, change(at), Vec::new());
            }
        }
    };
    let accept = answer.clone();
    let can_accept = quantity.review.is_none();
    let own_entry = entry_of(&untrack(|| journal(state)), &report, id);
    let stored = StoredValue::new((report, quantity));
    view! {
        <section class="yours">
            <h3>{t.yours}</h3>
            {standing.map(|words| view! {
                <p class="note reviewed">
                    <Icon name="#i-pen" />
                    {words}
                    {own_entry.map(|entry| view! {
                        <button class="tbtn" type="button" on:click=move |_| stored.with_value(|(report, _)| take_back(state, report, entry))>
                            {t.take_back}
                        </button>
                    })}
                </p>
            })}
            <Show when=move || !editing.get()>
                <p class="row">
                    {
                        let accept = accept.clone();
                        let reject = answer.clone();
                        view! {
                            {can_accept.then(|| view! {
                                <button class="btn small" type="button" on:click=move |_| accept(|at| Change::Accept { at })>
                                    {t.accept}
                                </button>
                            })}
                            <button class="btn small" type="button" on:click=move |_| editing.set(true)>
                                {t.correct}
                            </button>
                            <button class="btn small" type="button" on:click=move |_| reject(|at| Change::Reject { at })>
                                {t.reject}
                            </button>
                        }
                    }
                </p>
            </Show>
            <Show when=move || editing.get()>
                {move || {
                    let (report, quantity) = stored.get_value();
                    let keep = {
                        let report = report.clone();
                        Callback::new(move |changes: Vec<(crate::review::Field, crate::review::Field)>| {
                            editing.set(false);
                            let (fields, before): (Vec<_>, Vec<_>) = changes.into_iter().unzip();
                            match figure_anchor(&report, id) {
                                Some(at) if !fields.is_empty() => make(state, &report, section, Change::Correct { at, fields }, before),
                                _ => state.announce(t.nothing_changed),
                            }
                        })
                    };
                    view! { <FigureForm report quantity on_keep=keep on_cancel=Callback::new(move |()| editing.set(false)) /> }
                }}
            </Show>
        </section>
    }
}

/// The last correction of the figure itself that is in force, to take it back.
fn entry_of(journal: &Journal, report: &Report, figure: u32) -> Option<u32> {
    let is_of_figure = |change: &Change| matches!(change, Change::Accept { .. } | Change::Correct { .. } | Change::Add { .. });
    let placed = |id: u32| report.analysis.review.iter().any(|outcome| outcome.entry == id && outcome.quantity == Some(figure));
    journal.entries().into_iter().rev().find(|entry| is_of_figure(&entry.change) && placed(entry.id)).map(|entry| entry.id)
}
