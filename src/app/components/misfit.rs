//! What is said over a report that was opened for a link to another one.

use super::open_chooser;
use crate::app::state::use_app;
use crate::app::strings::fill;
use leptos::prelude::*;

/// The message; nothing where link and report fit, or over another report.
#[component]
pub fn MisfitBanner() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().shell;
    move || {
        let misfit = state.misfit.get()?;
        let report = state.report.get().filter(|report| report.file_key() == misfit.opened)?;
        let asked = misfit.link.file.unwrap_or_default();
        let name = &report.analysis.document.name;
        let words = fill(t.misfit, &[("asked", &asked), ("name", name), ("opened", &misfit.opened)]);
        Some(view! {
            <div class="wrap">
                <p class="banner" role="status" id="misfit">
                    <span>{words}</span>
                    <button class="btn small" type="button" on:click=|_| open_chooser()>
                        {t.misfit_open}
                    </button>
                    <button class="tbtn" type="button" on:click=move |_| state.misfit.set(None)>
                        {t.close}
                    </button>
                </p>
            </div>
        })
    }
}
