//! Overview.

use crate::app::report::Report;
use leptos::prelude::*;
use std::sync::Arc;

/// Overview
#[component]
pub fn Overview(report: Arc<Report>) -> impl IntoView {
    view! { <h1>{report.title()}</h1> }
}
