//! The box that a table of the comparison stands in.

use super::model::Model;
use crate::app::browser;
use crate::app::state::use_app;
use leptos::html::Div;
use leptos::prelude::*;

/// The box. A table that fits stands in it openly, so that its heads stay under the masthead while the page scrolls; a wider one scrolls inside
/// the box, instead of over what is beside it. No style rule can tell the two, so the box is measured.
#[component]
pub(super) fn Scroller(
    label: &'static str,
    /// What the width of the table hangs on.
    model: Model,
    children: Children,
) -> impl IntoView {
    let state = use_app();
    let place = NodeRef::<Div>::new();
    let wide = RwSignal::new(false);
    // Called after a frame, too, when the box may be gone.
    let measure = move || {
        if let Some(element) = place.try_get_untracked().flatten() {
            let _ = wide.try_set(element.scroll_width() > element.client_width());
        }
    };
    Effect::new(move |_| {
        place.track();
        model.table.track();
        model.shown.track();
        state.figure.with(Option::is_some);
        browser::after_render(measure);
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    view! {
        <div class="scroller" class:scroller--wide=wide node_ref=place tabindex="0" role="region" aria-label=label>
            {children()}
        </div>
    }
}
