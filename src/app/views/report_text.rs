//! ReportText.

use crate::app::report::Report;
use leptos::prelude::*;
use std::sync::Arc;

/// ReportText
#[component]
pub fn ReportText(report: Arc<Report>) -> impl IntoView {
    view! { <h1>{report.title()}</h1> }
}
