//! The start: drop zone, sample, and what comes out.

mod recent;
mod specimens;

use self::recent::Recent;
use self::specimens::WhatComesOut;
use crate::app::components::{Icon, ReadingState, open_chooser};
use crate::app::intake::{CHOOSE, use_intake};
use crate::app::route::{Location, SAMPLE, View};
use crate::app::state::{Reading, use_app};
use crate::app::strings::fill;
use leptos::ev;
use leptos::html::Textarea;
use leptos::prelude::*;

/// First run, and the place of every view that waits for its report.
#[component]
pub fn Start() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().start;
    view! {
        <section class="start-hero">
            <div>
                <h1>{t.title}</h1>
                <p class="dek">{t.dek}</p>
            </div>
            <div>
                <AsksForFile />
                <Entrance />
                <Sample />
                <Recent />
            </div>
        </section>
        <WhatComesOut />
    }
}

/// The drop zone, or in its place what reading is doing, or the field to paste into.
#[component]
fn Entrance() -> impl IntoView {
    let state = use_app();
    let pasting = RwSignal::new(false);
    let idle = Memo::new(move |_| state.reading.with(|reading| *reading == Reading::Idle));
    view! {
        <ReadingState />
        <Show when=move || idle.get() && !pasting.get()>
            <DropZone pasting />
        </Show>
        <Show when=move || idle.get() && pasting.get()>
            <PasteField pasting />
        </Show>
    }
}

#[component]
fn DropZone(pasting: RwSignal<bool>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().start;
    // Counted, because leaving a child fires after entering the next.
    let over = RwSignal::new(0_i32);
    view! {
        <div
            class="drop"
            class:over=move || { over.get().is_positive() }
            on:dragenter=move |event: ev::DragEvent| {
                event.prevent_default();
                over.update(|n| *n += 1);
            }
            on:dragleave=move |_| over.update(|n| *n -= 1)
            on:drop=move |_| over.set(0)
        >
            <h2>{t.drop_title}</h2>
            <div class="row">
                <button id=CHOOSE class="btn primary" type="button" on:click=|_| open_chooser()>
                    {t.choose}
                </button>
                <button class="btn" type="button" on:click=move |_| pasting.set(true)>
                    {t.paste}
                </button>
                <span class="muted keys">{t.or_press} " " <kbd>"Ctrl"</kbd> " " <kbd>"V"</kbd></span>
            </div>
            <p class="muted">{t.formats}</p>
            <p class="privacy">
                <Icon name="#i-local" />
                <span>{t.privacy}</span>
            </p>
        </div>
    }
}

#[component]
fn PasteField(pasting: RwSignal<bool>) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().start;
    let intake = StoredValue::new_local(use_intake());
    let field = NodeRef::<Textarea>::new();
    let empty = RwSignal::new(true);
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let read = move |_| {
        if let Some(text) = field.get_untracked().map(|f| f.value()).filter(|text| !text.trim().is_empty()) {
            pasting.set(false);
            intake.with_value(|i| i.text(text));
        }
    };
    view! {
        <div class="drop drop--paste">
            <h2 id="paste-h">{t.paste_title}</h2>
            <textarea
                node_ref=field
                aria-labelledby="paste-h"
                rows="10"
                placeholder=t.paste_label
                on:input=move |event| empty.set(event_target_value(&event).trim().is_empty())
            ></textarea>
            <div class="row">
                <button class="btn primary" type="button" disabled=empty on:click=read>
                    {t.paste_read}
                </button>
                <button class="btn" type="button" on:click=move |_| pasting.set(false)>
                    {t.paste_cancel}
                </button>
            </div>
            <p class="privacy">
                <Icon name="#i-local" />
                <span>{t.privacy}</span>
            </p>
        </div>
    }
}

/// For a link to a file that is not open here: which one to open.
#[component]
fn AsksForFile() -> impl IntoView {
    let state = use_app();
    move || {
        let waits = state.reading.with(|reading| *reading == Reading::Idle) && state.report.with(Option::is_none);
        let file = state.location.with(|here| here.file.clone().filter(|file| file != SAMPLE))?;
        waits.then(|| view! { <p class="asks" role="status">{fill(state.strings().start.asks_file, &[("file", &file)])}</p> })
    }
}

#[component]
fn Sample() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().start;
    let intake = StoredValue::new_local(use_intake());
    let busy = move || state.reading.with(|reading| matches!(reading, Reading::Busy { .. }));
    view! {
        <div class="sample">
            <p>{t.sample_text}</p>
            <button
                class="btn"
                type="button"
                disabled=busy
                on:click=move |_| intake.with_value(|i| i.sample(Location::of(View::Overview)))
            >
                {t.sample}
            </button>
            <p class="goes-on">
                <button class="tbtn" type="button" disabled=busy on:click=|_| open_chooser()>
                    {state.strings().corrections.open_project}
                </button>
                {t.project}
            </p>
        </div>
    }
}
