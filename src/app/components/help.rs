//! The list of shortcuts, as a dialog.

use super::modal::Modal;
use crate::app::route::View;
use crate::app::state::use_app;
use leptos::prelude::*;

/// Rows of keys and what they do; shared by the dialog and the about view.
#[component]
pub fn ShortcutRows() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().about;
    let rows = t
        .shortcut_rows
        .iter()
        .map(|(keys, words)| {
            let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd> " " }).collect_view();
            view! {
                <div>
                    <dt>{keys}</dt>
                    <dd>{*words}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <dl class="shortcuts">{rows}</dl>
        <label class="chk">
            <input type="checkbox" prop:checked=state.single_keys on:change=move |event| state.set_single_keys(event_target_checked(&event)) />
            {t.single_keys}
        </label>
    }
}

/// Opens while `help_open` is set.
#[component]
pub fn HelpDialog() -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let about = move || state.location.with(|here| here.to(View::About)).format();
    let close = Callback::new(move |()| state.help_open.set(false));
    view! {
        <Modal id="help-h" title=t.about.shortcuts open=state.help_open on_close=close>
            <ShortcutRows />
            <p>
                <a class="lk" href=about on:click=move |_| state.help_open.set(false)>
                    {t.about.more}
                </a>
            </p>
        </Modal>
    }
}
