//! The list of shortcuts, as a dialog.

use super::Icon;
use crate::app::route::View;
use crate::app::state::use_app;
use leptos::html::Dialog;
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

/// Opens while `help_open` is set; Escape and the button close it, and the focus returns to where it was.
#[component]
pub fn HelpDialog() -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let open = state.help_open.get();
        if let Some(dialog) = dialog.get() {
            if open && !dialog.open() {
                // Fails only for a dialog outside the document or already shown.
                let _ = dialog.show_modal();
            } else if !open && dialog.open() {
                dialog.close();
            }
        }
    });
    let about = move || state.location.with(|here| here.to(View::About)).format();
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="help-h" on:close=move |_| state.help_open.set(false)>
            <div class="dialog__head">
                <h2 id="help-h">{t.about.shortcuts}</h2>
                <button class="ibtn" type="button" aria-label=t.shell.close on:click=move |_| state.help_open.set(false)>
                    <Icon name="#i-close" />
                </button>
            </div>
            <ShortcutRows />
            <p>
                <a class="lk" href=about on:click=move |_| state.help_open.set(false)>
                    {t.about.more}
                </a>
            </p>
        </dialog>
    }
}
