//! The way to the other regions: the neighbours, and a list of all behind the place among them.

use crate::app::display::section_name;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::use_app;
use crate::app::strings::{fill, grouped};
use leptos::html::Details;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, Node};

#[component]
pub(super) fn Pager(report: Arc<Report>, section: u32) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().region;
    let link = |id: Option<u32>, forward: bool| {
        let neighbour = id.and_then(|id| report.section(id))?;
        let name = section_name(&report, neighbour.id, state.strings());
        let words = if forward { format!("{name} \u{203a}") } else { format!("\u{2039} {name}") };
        let rel = if forward { "next" } else { "prev" };
        let href = state.href(View::Region(report.region_key(neighbour.id).to_owned()));
        Some(view! {
            <a href=href rel=rel>
                {words}
            </a>
        })
    };
    let side = |link: Option<AnyView>| link.unwrap_or_else(|| view! { <span></span> }.into_any());
    view! {
        <nav class="pager" aria-label=t.pager>
            {side(link(section.checked_sub(1), false).map(IntoAny::into_any))}
            <Places report=report.clone() section />
            {side(link(section.checked_add(1), true).map(IntoAny::into_any))}
        </nav>
    }
}

/// The place among the regions; pressed, it shows them all. A whole has no others.
#[component]
fn Places(report: Arc<Report>, section: u32) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    if !report.analysis.has_regions() {
        return view! { <span></span> }.into_any();
    }
    let list = NodeRef::<Details>::new();
    let close = move || list.get_untracked().filter(web_sys::HtmlDetailsElement::open).inspect(|list| list.set_open(false));
    let escape = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape"
            && let Some(list) = close()
        {
            event.stop_propagation();
            if let Some(summary) = list.query_selector("summary").ok().flatten().and_then(|element| element.dyn_into::<HtmlElement>().ok())
            {
                let _ = summary.focus();
            }
        }
    };
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if list.get_untracked().is_some_and(|list| !list.contains(target.as_ref())) {
            close();
        }
    });
    on_cleanup(move || outside.remove());
    // The page keeps the element for the next region.
    let follow = move |_| {
        close();
    };
    // A part beside the regions has no place among them.
    let place = report.regions().position(|region| region.id == section);
    let place = place.map(|n| fill(t.region.place, &[("n", &grouped(n + 1)), ("of", &grouped(report.analysis.regions()))]) + t.marks.comma);
    let items = report
        .regions()
        .map(|region| {
            let href = state.href(View::Region(report.region_key(region.id).to_owned()));
            let here = (region.id == section).then_some("page");
            view! {
                <li>
                    <a href=href aria-current=here>
                        {section_name(&report, region.id, t)}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="places" node_ref=list on:keydown=escape>
            <summary>{place} <span class="all">{t.region.all_regions}</span></summary>
            <ol on:click=follow>{items}</ol>
        </details>
    }
    .into_any()
}
