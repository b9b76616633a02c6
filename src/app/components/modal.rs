//! A dialog over the page: a title, a button that closes it, and what it is about. Escape closes it, and the focus returns to where it was.

use super::Icon;
use crate::app::state::use_app;
use leptos::html::Dialog;
use leptos::prelude::*;

/// The dialog; in the document all the time, shown while `open` holds.
#[component]
pub(super) fn Modal(
    /// Id of its heading.
    id: &'static str,
    /// The heading.
    title: &'static str,
    /// Whether it is shown.
    #[prop(into)]
    open: Signal<bool>,
    /// Called when the reader closes it.
    on_close: Callback<()>,
    children: Children,
) -> impl IntoView {
    let t = use_app().strings();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let open = open.get();
        if let Some(dialog) = dialog.get() {
            if open && !dialog.open() {
                // Fails only for a dialog outside the document or already shown.
                let _ = dialog.show_modal();
            } else if !open && dialog.open() {
                dialog.close();
            }
        }
    });
    // The browser tells of the closing a moment later: by then the reader may have opened the dialog again.
    let closed = move |_| {
        if dialog.get_untracked().is_some_and(|dialog| !dialog.open()) {
            on_close.run(());
        }
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby=id on:close=closed>
            <div class="dialog__head">
                <h2 id=id>{title}</h2>
                <button class="ibtn" type="button" aria-label=t.shell.close on:click=move |_| on_close.run(())>
                    <Icon name="#i-close" />
                </button>
            </div>
            {children()}
        </dialog>
    }
}
