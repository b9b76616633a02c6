//! A place that a link names and that there is none of: what is missing, and the way to the regions.

use crate::app::display::regions_words;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::use_app;
use leptos::prelude::*;
use std::sync::Arc;

/// The page that stands in its place.
#[component]
pub fn Missing(
    report: Arc<Report>,
    /// What is missing, as a sentence.
    title: String,
) -> impl IntoView {
    let state = use_app();
    view! {
        <div class="page-title">
            <div>
                <h1>{title}</h1>
                <p>
                    <a class="lk" href=state.href(View::Overview)>
                        {regions_words(&report, report.analysis.regions(), state.strings())}
                    </a>
                </p>
            </div>
        </div>
    }
}
