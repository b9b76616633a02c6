//! Region.

use crate::app::report::Report;
use leptos::prelude::*;
use std::sync::Arc;

/// Region
#[component]
pub fn Region(report: Arc<Report>, key: String) -> impl IntoView {
    let _ = key;
    view! { <h1>{report.title()}</h1> }
}
