//! What reading is doing, in words: progress with "Stop", or why a file gave no report and what to do.

use crate::app::intake::{Intake, use_intake};
use crate::app::share::copy;
use crate::app::state::{Cause, Failure, Reading, Stage, use_app};
use crate::app::strings::{Start, fill, grouped};
use crate::ingest::ReadError;
use leptos::prelude::*;

/// Progress or failure; nothing while nothing is read.
#[component]
pub fn ReadingState() -> impl IntoView {
    let state = use_app();
    move || match state.reading.get() {
        Reading::Idle => ().into_any(),
        Reading::Busy { name, stage } => view! { <Busy name stage /> }.into_any(),
        Reading::Failed(failures) => {
            failures.into_iter().enumerate().map(|(index, failure)| view! { <Failed failure index /> }).collect_view().into_any()
        }
    }
}

#[component]
fn Busy(name: String, stage: Stage) -> impl IntoView {
    let t = &use_app().strings().start;
    let intake = StoredValue::new_local(use_intake());
    let mut percent = 0;
    // A long report takes a while before its first section and after its last: that is told, too.
    let (head, line) = match &stage {
        Stage::Begun => (fill(t.reading_starts, &[("name", &name)]), t.reading_before.to_owned()),
        Stage::Document => (fill(t.reading_starts, &[("name", &name)]), t.reading_document.to_owned()),
        Stage::Sections(p) => {
            percent = 100 * p.done / p.total.max(1);
            let head =
                if p.total == 1 { t.reading_one.to_owned() } else { fill(t.reading_sections, &[("total", &grouped(p.total as usize))]) };
            let now = [("done", grouped(p.done as usize)), ("region", p.region.clone()), ("percent", percent.to_string())];
            let now = now.each_ref().map(|(name, value)| (*name, value.as_str()));
            (head, if p.done == p.total { t.reading_after.to_owned() } else { fill(t.reading_section, &now) })
        }
    };
    view! {
        <div class="state is-busy">
            <h2>{head}</h2>
            <p class="progress" aria-hidden="true">
                <i style=format!("width:{percent}%")></i>
            </p>
            <p class="row">
                <span>{line}</span>
                <button class="btn small" type="button" on:click=move |_| intake.with_value(Intake::stop)>
                    {t.stop}
                </button>
            </p>
        </div>
    }
}

#[component]
fn Failed(failure: Failure, index: usize) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().start;
    let intake = StoredValue::new_local(use_intake());
    let (title, text) = words(failure.cause, t);
    let title = fill(title, &[("name", &failure.name)]);
    let text = if is_whole(failure.cause) { text.to_owned() } else { format!("{text} {}", t.nothing_changed) };
    let details = failure.details.clone();
    let details_button = (!details.is_empty()).then(|| {
        let details = format!("{title}\n{details}\nProvenance {}", crate::protocol::version());
        view! {
            <button class="btn small" type="button" on:click=move |_| copy(state, details.clone())>
                {t.copy_details}
            </button>
        }
    });
    let first = match failure.cause {
        Cause::Mismatch => view! {
            <button class="btn small primary" type="button" on:click=|_| reload()>
                {state.strings().shell.reload}
            </button>
        }
        .into_any(),
        Cause::Crashed | Cause::Late | Cause::Sample | Cause::Unreadable => view! {
            <button class="btn small primary" type="button" on:click=move |_| intake.with_value(|intake| intake.again(index))>
                {t.try_again}
            </button>
        }
        .into_any(),
        Cause::Refused(_) | Cause::NoFigures | Cause::ProjectBroken | Cause::ProjectNewer | Cause::ProjectAlone => ().into_any(),
    };
    let is_calm = matches!(failure.cause, Cause::NoFigures | Cause::Refused(ReadError::Empty | ReadError::NoText | ReadError::NoWords));
    view! {
        <div class="state" class:is-error=!is_calm role="alert">
            <h2>{title}</h2>
            <p>{text}</p>
            <p class="row">
                {first}
                <button class="btn small" type="button" on:click=move |_| {
                    intake.with_value(|intake| intake.dismiss(index));
                    open_chooser();
                }>{t.choose_another}</button> {details_button}
                <button class="tbtn" type="button" on:click=move |_| intake.with_value(|intake| intake.dismiss(index))>
                    {state.strings().shell.close}
                </button>
            </p>
        </div>
    }
}

/// Whether the words already say all: nothing of the page was touched, and nothing can be tried again.
fn is_whole(cause: Cause) -> bool {
    matches!(cause, Cause::Crashed | Cause::Mismatch)
}

fn words(cause: Cause, t: &Start) -> (&'static str, &'static str) {
    match cause {
        Cause::Refused(ReadError::Empty) => (t.empty_title, t.empty_text),
        Cause::Refused(ReadError::NoText) => (t.no_text_title, t.no_text_text),
        Cause::Refused(ReadError::TooLarge) => (t.too_large_title, t.too_large_text),
        Cause::Refused(ReadError::Scan) => (t.scan_title, t.scan_text),
        Cause::Refused(ReadError::Garbled) => (t.garbled_title, t.garbled_text),
        Cause::Refused(ReadError::OtherDocument | ReadError::NoReader) => (t.word_title, t.word_text),
        Cause::Refused(ReadError::Locked) => (t.locked_title, t.locked_text),
        Cause::Refused(ReadError::Damaged) => (t.damaged_title, t.damaged_text),
        Cause::Refused(ReadError::Bloated) => (t.too_large_title, t.bloated_text),
        Cause::Refused(ReadError::NoWords) => (t.no_text_title, t.no_words_text),
        Cause::Refused(ReadError::Archive) => (t.archive_title, t.archive_text),
        Cause::Refused(ReadError::Picture) => (t.picture_title, t.picture_text),
        Cause::Refused(ReadError::Binary) => (t.binary_title, t.binary_text),
        Cause::Refused(ReadError::UnknownEncoding) => (t.encoding_title, t.encoding_text),
        Cause::Unreadable => (t.unreadable_title, t.unreadable_text),
        Cause::NoFigures => (t.no_figures_title, t.no_figures_text),
        Cause::Crashed => (t.crashed_title, t.crashed_text),
        Cause::Late => (t.late_title, t.late_text),
        Cause::Mismatch => (t.mismatch_title, t.mismatch_text),
        Cause::ProjectBroken => (t.project_title, t.project_broken),
        Cause::ProjectNewer => (t.project_title, t.project_newer),
        Cause::ProjectAlone => (t.project_title, t.project_alone),
        Cause::Sample => (t.sample_failed_title, t.sample_failed_text),
    }
}

/// Opens the browser's file dialog, through the one file input of the page.
pub fn open_chooser() {
    if let Some(input) = crate::app::browser::by_id(super::FILE_INPUT) {
        input.click();
    }
}

fn reload() {
    if let Some(window) = crate::app::browser::window() {
        let _ = window.location().reload();
    }
}
