//! The way to take the whole page along as one file. That file itself offers none: it can be copied.

use super::frame::size_words;
use crate::app::bundle::{self, SINGLE};
use crate::app::save;
use crate::app::state::{AppState, use_app};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// A link to the file. A plain click fetches it here, so that it can be said in words when it does not arrive.
#[component]
pub fn TakeAlong() -> impl IntoView {
    let state = use_app();
    let address = bundle::address(SINGLE).ok()?;
    let coming = RwSignal::new(false);
    let fetch = move |event: MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        if !coming.get_untracked() {
            coming.set(true);
            leptos::task::spawn_local(async move {
                take(state).await;
                coming.try_set(false);
            });
        }
    };
    Some(view! {
        <a class="lk" href=address download="" on:click=fetch>
            {state.strings().shell.single}
        </a>
    })
}

async fn take(state: AppState) {
    let words = &state.strings().shell;
    state.announce(words.single_coming);
    match bundle::fetch(SINGLE).await {
        Ok(bytes) => {
            let name = file_name();
            save::say_saved(state, &name, save::offer_bytes(&name, save::HTML, &bytes).is_ok());
        }
        Err(_) => state.announce(words.single_failed),
    }
}

fn file_name() -> String {
    let address = bundle::named(SINGLE).and_then(|meta| meta.get_attribute("content"));
    address.unwrap_or_default()
}

/// Size of the file in words; none in the file itself.
pub fn single_size() -> Option<String> {
    let bytes = bundle::named(SINGLE)?.get_attribute("data-bytes")?.parse().ok()?;
    Some(size_words(bytes))
}
