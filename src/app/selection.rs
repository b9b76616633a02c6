//! The selected figure in the page: which marks show it, where the page scrolls, and stepping from figure to figure.
//!
//! A report has thousands of marks. Instead of an effect for each, one effect changes the few that a new selection touches.

use super::browser;
use super::components::EVIDENCE;
use super::display::KindGroup;
use super::report::Report;
use super::route::View;
use super::state::{AppState, Step};
use leptos::prelude::*;
use std::collections::BTreeSet;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Classes of the selected figure, its total, and its siblings.
const CLASSES: [&str; 3] = ["is-on", "is-total", "is-sib"];

/// Follows the selection: marks are updated after each change of figure or of what is rendered, and the figure is brought into sight.
pub(super) fn watch(state: AppState, page: impl Fn() + Send + Sync + 'static) {
    Effect::new(move |before: Option<Option<u32>>| {
        page();
        state.rendered.track();
        let figure = state.figure.get();
        let stays = state.stays.try_update_value(std::mem::take).unwrap_or_default();
        let report = state.report.get();
        // After the view that holds the marks is in the document.
        browser::after_render(move || {
            clear();
            let Some((id, report)) = figure.zip(report) else { return };
            mark(&report, id);
            if !state.places.is_back() {
                let wanted = match before {
                    _ if stays => Wanted::Pressed,
                    // The view was made anew around the figure: the reader may have gone on in it.
                    Some(before) if before == figure => Wanted::InText,
                    _ => Wanted::Shown,
                };
                reveal(state, id, wanted, browser::LATE);
            }
        });
        figure
    });
}

fn clear() {
    for class in CLASSES {
        for element in browser::select_all(&format!(".{class}[data-fig]")) {
            let _ = element.class_list().remove_1(class);
            let _ = element.remove_attribute("aria-current");
        }
    }
}

fn mark(report: &Report, id: u32) {
    let Some(quantity) = report.quantity(id) else { return };
    let siblings: Vec<u32> = match quantity.of {
        Some(total) => report.parts_of(total).map(|part| part.id).filter(|part| *part != id).collect(),
        None => report.parts_of(id).map(|part| part.id).collect(),
    };
    for element in of_figure(id) {
        let _ = element.class_list().add_1("is-on");
        let _ = element.set_attribute("aria-current", "true");
    }
    for element in quantity.of.into_iter().flat_map(of_figure) {
        let _ = element.class_list().add_1("is-total");
    }
    for element in siblings.into_iter().flat_map(of_figure) {
        let _ = element.class_list().add_1("is-sib");
    }
}

fn of_figure(id: u32) -> Vec<Element> {
    browser::select_all(&format!("[data-fig=\"{id}\"]"))
}

/// What is to be in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// What was pressed: no more of the page moves than has to.
    Pressed,
    /// The mark in the text, or else wherever the view shows the figure.
    Shown,
    /// The mark in the text, if there is one.
    InText,
}

/// Brings the figure out from under the evidence that has just been opened over it.
pub(super) fn uncover(state: AppState, id: u32) {
    reveal(state, id, Wanted::Pressed, 0);
}

/// Scrolls the page in the next frame so that the figure stands clear of masthead and sheet, if it does not already; or in one of so many frames
/// more: rows and charts are still being made when a view is opened with a figure.
fn reveal(state: AppState, id: u32, wanted: Wanted, frames: u32) {
    browser::after_render(move || {
        if state.figure.try_get_untracked().flatten() != Some(id) {
            return;
        }
        let opener = state.opener.try_with_value(Clone::clone).flatten().filter(|_| wanted == Wanted::Pressed);
        let element = match opener {
            Some(opener) if opener.is_connected() => Some(opener.into()),
            // A chart is drawn anew beside the evidence: its point is there again in a moment.
            Some(_) if frames > 0 => None,
            _ => of_figure_in_text(id).or_else(|| of_figure_in_view(id).filter(|_| wanted != Wanted::InText)),
        };
        match element {
            Some(element) => bring_clear(&element, wanted),
            None if frames > 0 => reveal(state, id, wanted, frames - 1),
            None => {}
        }
    });
}

fn bring_clear(element: &Element, wanted: Wanted) {
    if let Some(folded) = element.closest("details:not([open])").ok().flatten().and_then(|e| e.dyn_into::<HtmlDetailsElement>().ok()) {
        folded.set_open(true);
    }
    let Some(height) = browser::window().and_then(|w| w.inner_height().ok()?.as_f64()) else { return };
    let place = element.get_bounding_client_rect();
    let sheet = browser::by_id(EVIDENCE).filter(|_| browser::media_matches("(max-width: 1119.98px)"));
    // On a low screen the masthead scrolls away.
    let masthead = browser::select_all(".mast").first().map_or(0.0, |masthead| masthead.get_bounding_client_rect().bottom().max(0.0));
    let (top, bottom) = (masthead + 8.0, sheet.map_or(height - 48.0, |sheet| sheet.get_bounding_client_rect().top()));
    if place.top() >= top && place.bottom() <= bottom.max(top + 32.0) {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(match wanted {
        _ if bottom < height / 2.0 => ScrollLogicalPosition::Start,
        Wanted::Pressed => ScrollLogicalPosition::Nearest,
        Wanted::Shown | Wanted::InText => ScrollLogicalPosition::Center,
    });
    let calm = browser::media_matches("(prefers-reduced-motion: reduce)");
    options.set_behavior(if calm { ScrollBehavior::Instant } else { ScrollBehavior::Auto });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Keeps the text where the reader has it while the view is made anew with another reading of the report that is open: the first figure in sight
/// stays at its height, whatever has come or gone above it.
pub(super) fn keep_place(state: AppState, key: &str) {
    // The whole report comes in portions, and what is out of sight there is not laid out: the selection finds its place again.
    if state.location.with_untracked(|here| here.view == View::Report) {
        return;
    }
    let Some(report) = state.report.get_untracked().filter(|report| report.file_key() == key) else { return };
    let in_sight = browser::select_all(".text [data-fig]").into_iter().find(|element| element.get_bounding_client_rect().top() >= 72.0);
    let Some((element, id)) = in_sight.and_then(|element| Some((element.clone(), element.get_attribute("data-fig")?.parse().ok()?))) else {
        return;
    };
    let Some(start) = report.quantity(id).map(|quantity| quantity.start) else { return };
    let top = element.get_bounding_client_rect().top();
    browser::after_render(move || {
        let now = state.report.get_untracked().and_then(|report| report.figure_at(start)).and_then(of_figure_in_text);
        if let (Some(now), Some(window)) = (now, browser::window()) {
            window.scroll_by_with_x_and_y(0.0, now.get_bounding_client_rect().top() - top);
        }
    });
}

fn of_figure_in_text(id: u32) -> Option<Element> {
    browser::select_all(&format!(".text [data-fig=\"{id}\"]")).into_iter().next()
}

/// Where the view shows the figure; not in what is folded.
fn of_figure_in_view(id: u32) -> Option<Element> {
    let is_open = |element: &Element| element.closest("details:not([open])").ok().flatten().is_none();
    browser::select_all(&format!("main [data-fig=\"{id}\"]")).into_iter().find(is_open)
}

/// Selects the next (1) or previous (-1) figure: of the region where one is open, else of the whole report. Kinds that are hidden are passed
/// over.
pub(super) fn step(state: AppState, by: isize) {
    let Some(report) = state.report.get_untracked() else { return };
    let here = state.location.get_untracked();
    if here.view == View::Audit {
        step_focus(".findings h3 a", by);
        return;
    }
    let hidden = hidden_kinds(here.param("hide"));
    let section = match &here.view {
        View::Region(key) => report.section_by_key(key).map(|section| section.id),
        _ => None,
    };
    let shown: Vec<u32> = report
        .analysis
        .quantities
        .iter()
        .filter(|q| section.is_none_or(|id| q.section == id) && !hidden.contains(KindGroup::of(q.kind).id()))
        .map(|q| q.id)
        .collect();
    let next = match state.figure.get_untracked() {
        None if by < 0 => shown.last(),
        None => shown.first(),
        Some(id) if by < 0 => shown.iter().rev().find(|other| **other < id),
        Some(id) => shown.iter().find(|other| **other > id),
    };
    if let Some(next) = next {
        // The reader has gone on from the link that he began with.
        state.opener.set_value(None);
        state.select(Some(*next), Step::Replace);
    }
}

/// Moves the focus to the next or previous of the elements that a selector matches.
fn step_focus(selector: &str, by: isize) {
    let stops = browser::select_all(selector);
    let active = browser::document().and_then(|d| d.active_element());
    let item = |element: &Element| element.closest("li").ok().flatten();
    let here = active.as_ref().and_then(item);
    let at = here.and_then(|here| stops.iter().position(|stop| item(stop).as_ref() == Some(&here)));
    let next = at.map_or(0, |at| at.saturating_add_signed(by).min(stops.len().saturating_sub(1)));
    if let Some(stop) = stops.get(next).and_then(|stop| stop.dyn_ref::<HtmlElement>()) {
        let _ = stop.focus();
    }
}

/// Ids of the kinds that the `hide` parameter names.
pub(super) fn hidden_kinds(param: Option<&str>) -> BTreeSet<String> {
    param.unwrap_or_default().split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// Closes the evidence and gives the focus back to the link that opened it, or to the figure in the text, or wherever the view shows it.
pub(super) fn close(state: AppState) {
    let Some(id) = state.figure.get_untracked() else { return };
    state.select(None, Step::Push);
    let opener = state.opener.try_update_value(Option::take).flatten().filter(|element| element.is_connected());
    let shown = || of_figure_in_text(id).or_else(|| of_figure_in_view(id))?.dyn_into::<HtmlElement>().ok();
    if let Some(element) = opener.or_else(shown) {
        browser::focus(&element);
    }
}

/// What has the focus, in words that outlive another reading of the report: the part of the page by its id, the figure by its place in the text.
#[derive(Debug)]
pub(super) struct Held {
    part: Option<String>,
    figure: Option<u32>,
}

/// What has the focus now.
pub(super) fn held(state: AppState) -> Option<Held> {
    let active = browser::document()?.active_element()?;
    let mark = active.get_attribute("data-fig").and_then(|id| id.parse().ok());
    let start = |id: u32| state.report.with_untracked(|report| report.as_ref()?.quantity(id).map(|q| q.start));
    let in_panel = active.closest(".ev").ok().flatten().is_some();
    let part = active.closest("[id]").ok().flatten().filter(|_| mark.is_none() || in_panel).map(|element| element.id());
    let figure = if in_panel { state.location.with_untracked(|here| here.figure) } else { mark.and_then(start) };
    Some(Held { part, figure })
}

/// Gives the focus back, where the page was drawn anew around it: to the same part or figure, or to the next figure where that one is none any
/// more, or else to the start of the view.
pub(super) fn hold_again(state: AppState, held: Held) {
    find_again(state, held, browser::LATE);
}

fn find_again(state: AppState, held: Held, frames: u32) {
    browser::after_render(move || {
        if !browser::is_focus_lost() {
            return;
        }
        let part = held.part.as_deref().and_then(browser::by_id);
        let figure = || held.figure.and_then(|start| mark_at_or_after(state, start));
        match part.or_else(figure) {
            Some(element) => browser::focus_in_place(&element),
            // A long text is still being drawn.
            None if held.figure.is_some() && frames > 0 => find_again(state, held, frames - 1),
            None => browser::refocus("main"),
        }
    });
}

fn mark_at_or_after(state: AppState, start: u32) -> Option<HtmlElement> {
    let id = state.report.with_untracked(|report| {
        let all = &report.as_ref()?.analysis.quantities;
        all.get(all.partition_point(|q| q.start < start)).map(|q| q.id)
    })?;
    of_figure_in_text(id).or_else(|| of_figure_in_view(id))?.dyn_into().ok()
}
