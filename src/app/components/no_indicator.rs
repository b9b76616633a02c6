//! A view that shows indicators, over a report in which none was found: why, and where its figures are.

use crate::app::route::View;
use crate::app::state::use_app;
use leptos::prelude::*;

/// The title of the view, why it is empty and what the reader can do where no region was seen, and the way to the figures.
#[component]
pub fn NoIndicator(title: &'static str, why: &'static str) -> impl IntoView {
    let state = use_app();
    let no_regions = move || {
        let without = state.report.with(|report| report.as_ref().is_some_and(|report| !report.analysis.has_regions()));
        without.then_some(state.strings().overview.no_regions)
    };
    let data = move || state.location.with(|here| here.to(View::Data)).format();
    view! {
        <div class="page-title">
            <div>
                <h1>{title}</h1>
                <p>{why} " " {no_regions} " " <a class="lk" href=data>{state.strings().shell.all_figures}</a></p>
            </div>
        </div>
    }
}
