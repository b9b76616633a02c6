//! Windows of this page tell each other which report's corrections have changed, so that none goes on with a journal of yesterday.

use super::{list_kept, take_over};
use crate::app::state::AppState;
use crate::app::store;
use crate::review::Journal;
use leptos::prelude::*;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// Name of the channel.
const CHANNEL: &str = "provenance.corrections";

/// What the windows of a report share.
#[derive(Debug, Default)]
pub struct Windows {
    /// Journals as the store is known to have them, by the report's key: what this window has beyond that was done here.
    pub(super) stored: BTreeMap<String, Journal>,
    channel: Option<BroadcastChannel>,
}

/// Begins to listen. Where the browser has no such channel, windows meet in the store alone.
pub(in crate::app) fn listen(state: AppState) {
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return };
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(key) = event.data().as_string() {
            leptos::task::spawn_local(follow(state, key));
        }
    });
    channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It lives as long as the page.
    heard.forget();
    state.windows.update_value(|windows| windows.channel = Some(channel));
}

/// Tells the others that the corrections of a report have changed.
pub(super) fn tell(state: AppState, key: &str) {
    state.windows.with_value(|windows| windows.channel.as_ref().map(|channel| channel.post_message(&key.into())));
}

/// Another window has changed the corrections of a report.
async fn follow(state: AppState, key: String) {
    if let Ok(Some(kept)) = store::project(&key).await {
        let known = state.windows.with_value(|windows| windows.stored.get(&key).cloned().unwrap_or_default());
        take_over(state, &key, &known, kept.journal);
    }
    list_kept(state).await;
}
