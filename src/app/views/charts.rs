//! The view of charts.

use crate::app::report::Report;
use crate::app::state::use_app;
use leptos::prelude::*;
use std::sync::Arc;

/// The view of charts of one report.
#[component]
pub fn Charts(report: Arc<Report>) -> impl IntoView {
    let t = use_app().strings();
    view! {
        <div class="page-title">
            <div>
                <h1>{t.shell.charts}</h1>
                <p>{report.title()}</p>
            </div>
        </div>
    }
}
