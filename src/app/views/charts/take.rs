//! A chart to take away: as a picture that stands alone, and its numbers.

use super::palette::palette;
use super::png::save_png;
use super::said::{files, notes, sources};
use crate::app::report::Report;
use crate::app::save::{CSV, SVG, dated_name, save, say_saved};
use crate::app::state::use_app;
use crate::chart::{ChartSpec, picture, svg};
use crate::export::numbers_csv;
use leptos::prelude::*;
use std::sync::Arc;

/// The buttons under a chart.
#[component]
pub(super) fn Take(reports: Signal<Vec<Arc<Report>>>, spec: Memo<Option<ChartSpec>>, name: Signal<&'static str>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    // A name of its own for each chart of a report.
    let name =
        move || spec.with_untracked(|spec| spec.as_ref().map(|spec| [name.get_untracked(), " ", &spec.title].concat())).unwrap_or_default();
    // Several reports name their files after the latest.
    let report = move || reports.with_untracked(|reports| reports.last().cloned());
    let drawn = move || {
        let made = spec.with_untracked(|spec| {
            let spec = spec.as_ref()?;
            reports.with_untracked(|all| Some(picture(spec, &notes(spec, t), &[sources(all, &spec.numbers, t), files(all, t)].concat())))
        })?;
        Some((svg(&made, &palette()?, true).ok()?, (made.width, made.height)))
    };
    let save_svg = move |_| {
        if let (Some(report), Some((drawing, _))) = (report(), drawn()) {
            save(state, &report, (&name(), "svg"), SVG, &drawing);
        }
    };
    let save_pixels = move |_| {
        if let (Some(report), Some((drawing, size))) = (report(), drawn()) {
            let name = dated_name(&report, &name(), "png");
            let said = name.clone();
            save_png(&drawing, size, name, move |done| say_saved(state, &said, done));
        }
    };
    let save_csv = move |_| {
        let numbers = spec.with_untracked(|spec| spec.as_ref().map(|spec| spec.numbers.clone()));
        if let (Some(report), Some(numbers)) = (report(), numbers) {
            let reports = reports.get_untracked();
            let analyses: Vec<_> = reports.iter().map(|report| &report.analysis).collect();
            save(state, &report, (&name(), "csv"), CSV, &numbers_csv(&analyses, &numbers));
        }
    };
    view! {
        <span class="end">
            <button class="tbtn" type="button" on:click=save_svg>
                {t.charts.svg}
            </button>
            <button class="tbtn" type="button" on:click=save_pixels>
                {t.charts.png}
            </button>
            <button class="tbtn" type="button" on:click=save_csv>
                {t.charts.csv}
            </button>
        </span>
    }
}
