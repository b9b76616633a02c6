//! A section that was taken for another region: the reader names the right one.

use crate::app::corrections::{make, section_anchor};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::review::Change;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub(super) fn Rename(report: Arc<Report>, section: u32) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().corrections;
    let now = report.section(section)?.region.name.clone();
    let name = RwSignal::new(now.clone());
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let new = name.get_untracked().trim().to_owned();
        match section_anchor(&report, section) {
            Some(section_at) if !new.is_empty() && new != now => {
                make(state, &report, section, Change::Region { section: section_at, name: new }, Vec::new());
            }
            _ => state.announce(t.nothing_changed),
        }
    };
    Some(view! {
        <details class="rename">
            <summary>{t.rename}</summary>
            <form on:submit=keep>
                <label class="field">
                    <span>{t.rename_label}</span>
                    <input
                        type="text"
                        autocomplete="off"
                        placeholder=t.rename_hint
                        prop:value=name
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                </label>
                <button class="btn small primary" type="submit">
                    {t.save}
                </button>
            </form>
        </details>
    })
}
