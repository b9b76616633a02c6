//! One chart on the page: caption, drawing, points that the keyboard reaches, notes, source, downloads, and the numbers as a table.

use super::said::{notes, sources};
use super::take::Take;
use crate::analysis::Verdict;
use crate::app::browser;
use crate::app::components::VerdictSign;
use crate::app::report::Report;
use crate::app::state::{AppState, use_app};
use crate::app::strings::fill;
use crate::chart::{ChartSpec, Numbers, Point, svg_of_tokens};
use leptos::ev::KeyboardEvent;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;

/// Width of a chart on paper, in pixels: what A4 leaves between the margins that the print sheet sets.
const PAPER: f64 = 688.0;

/// A chart with all that belongs to it. It draws itself anew when its width or what it shows changes, and for paper.
#[component]
pub fn ChartFigure(
    /// The reports that its numbers are from.
    #[prop(into)]
    reports: Signal<Vec<Arc<Report>>>,
    /// The chart for a width in pixels; none where there is nothing to draw. May read signals.
    draw: Callback<f64, Option<ChartSpec>>,
    /// Name of the kind of chart in file names.
    #[prop(into)]
    name: Signal<&'static str>,
    /// Whether the numbers stand open beside the chart.
    #[prop(optional)]
    with_numbers: bool,
    /// Controls beside the caption, or a link under the chart.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let plot = NodeRef::<Div>::new();
    let width = RwSignal::new(0.0);
    // Called after a frame, too, when the chart may be gone.
    let measure = move || {
        let element = plot.try_get_untracked().flatten();
        if let (Some(element), Some(before)) = (element, width.try_get_untracked()) {
            let now = f64::from(element.client_width());
            if now > 0.0 && (now - before).abs() >= 1.0 {
                let _ = width.try_set(now);
            }
        }
    };
    // Measured in the frame that shows the view, not while it is made: drawing is a task of its own. The evidence beside the view takes some of
    // its width.
    Effect::new(move |_| {
        plot.track();
        state.figure.with(Option::is_some);
        browser::after_render(measure);
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    // A drawing made for a wide window would have small letters on paper.
    let to_paper = window_event_listener(leptos::ev::beforeprint, move |_| width.set(PAPER));
    let to_screen = window_event_listener(leptos::ev::afterprint, move |_| measure());
    on_cleanup(move || [resized, to_paper, to_screen].into_iter().for_each(WindowListenerHandle::remove));

    let spec = Memo::new(move |_| if width.get() > 0.0 { draw.run(width.get()) } else { None });
    // Without a value there are only axes: the sentence says so, and nothing is drawn or taken away.
    let has_values = Memo::new(move |_| spec.with(|spec| spec.as_ref().is_some_and(|spec| !spec.points.is_empty())));
    let drawing = Memo::new(move |_| if has_values.get() { spec.with(|spec| spec.as_ref().map(svg_of_tokens)) } else { None });
    let markup = move || match drawing.get() {
        Some(Ok(markup)) => markup,
        _ => String::new(),
    };
    let failed = move || match drawing.get() {
        Some(Err(why)) => Some(view! { <p class="notes">{fill(t.charts.failed, &[("why", &why)])}</p> }),
        _ => None,
    };
    // A table of many columns has no room beside the chart.
    let many = move || spec.with(|spec| spec.as_ref().is_some_and(|spec| spec.numbers.head.len() > 3));
    view! {
        <figure class="fig" class:fig--many=many>
            <figcaption>
                <h2>{move || spec.with(|s| s.as_ref().map(|s| s.title.clone()))}</h2>
                <p>{move || spec.with(|s| s.as_ref().map(|s| s.sentence.clone()))}</p>
            </figcaption>
            {children.map(|children| view! { <div class="fig__controls">{children()}</div> })}
            <div class="plot" class:plot--bare=move || spec.with(Option::is_some) && !has_values.get() node_ref=plot>
                <div class="plot__svg" inner_html=markup></div>
                {move || {
                    keep_point(state, plot);
                    spec.get().map(|spec| view! { <Points reports spec /> })
                }}
            </div>
            {failed}
            {move || spec.get().map(|spec| view! { <Notes spec /> })}
            {move || has_values.get().then(|| view! { <Source reports spec name /> })}
            <details class="fig__numbers" open=with_numbers>
                <summary>{t.charts.as_table}</summary>
                {move || spec.get().map(|spec| view! { <NumberTable reports numbers=spec.numbers title=spec.title /> })}
            </details>
        </figure>
    }
}

/// Regions that do not state it, and how marks are to be read.
#[component]
fn Notes(spec: ChartSpec) -> impl IntoView {
    let notes = notes(&spec, use_app().strings()).into_iter().map(|note| view! { <p>{note}</p> }).collect_view();
    view! { <div class="notes">{notes}</div> }
}

/// Where the numbers come from, at the left; files, at the right.
#[component]
fn Source(reports: Signal<Vec<Arc<Report>>>, spec: Memo<Option<ChartSpec>>, name: Signal<&'static str>) -> impl IntoView {
    let t = use_app().strings();
    let words = move || {
        let lines = spec.with(|spec| spec.as_ref().map(|spec| reports.with(|reports| sources(reports, &spec.numbers, t))));
        lines.into_iter().flatten().map(|line| view! { <p>{line}</p> }).collect_view()
    };
    view! {
        <div class="src">
            <div>{words}</div>
            <Take reports spec name />
        </div>
    }
}

/// The way to the figure behind a number: its address, and its id where it is of the report on screen, so that its evidence opens here.
fn way(state: AppState, reports: Signal<Vec<Arc<Report>>>, (index, quantity): (usize, Option<u32>)) -> Option<(String, Option<u32>)> {
    let id = quantity?;
    let report = reports.with_untracked(|reports| reports.get(index).cloned())?;
    let on_screen = state.report.with_untracked(|open| open.as_ref().is_some_and(|open| open.file_key() == report.file_key()));
    Some((state.figure_href(&report, id), on_screen.then_some(id)))
}

/// Whether the audit found that the figure behind a number does not add up.
fn is_questioned(reports: Signal<Vec<Arc<Report>>>, (index, quantity): (usize, Option<u32>)) -> bool {
    quantity.is_some_and(|id| reports.with_untracked(|reports| reports.get(index).is_some_and(|report| report.is_questioned(id))))
}

/// Keeps the point that the reader is at, while the boxes are made anew for another width: the focus, and the way back from the evidence.
fn keep_point(state: AppState, plot: NodeRef<Div>) {
    let Some(plot) = plot.get_untracked() else { return };
    let name = |element: &web_sys::Element| {
        let point = plot.contains(Some(element)).then(|| element.get_attribute("data-point")).flatten()?;
        let figure = element.get_attribute("data-fig").map(|id| format!("[data-fig=\"{id}\"]")).unwrap_or_default();
        Some(format!("[data-point=\"{point}\"]{figure}"))
    };
    let focused = browser::document().and_then(|d| name(&d.active_element()?));
    let opener = state.opener.try_with_value(|opener| name(opener.as_ref()?)).flatten();
    if focused.is_none() && opener.is_none() {
        return;
    }
    browser::after_render(move || {
        let find = |name: String| plot.query_selector(&name).ok().flatten()?.dyn_into::<web_sys::HtmlElement>().ok();
        if let Some(point) = focused.and_then(find) {
            let _ = point.focus();
        }
        if let Some(point) = opener.and_then(find) {
            state.opener.set_value(Some(point));
        }
    });
}

/// Boxes over the drawing, one a value: one of them is a tab stop, arrows go to the others, Enter opens the evidence.
#[component]
fn Points(reports: Signal<Vec<Arc<Report>>>, spec: ChartSpec) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let current = RwSignal::new(0_usize);
    let shown = RwSignal::new(None::<usize>);
    let count = spec.points.len();
    let area = NodeRef::<Div>::new();
    let on_key = move |event: KeyboardEvent| {
        let now = current.get_untracked();
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => (now + 1).min(count.saturating_sub(1)),
            "ArrowLeft" | "ArrowUp" => now.saturating_sub(1),
            "Home" => 0,
            "End" => count.saturating_sub(1),
            "Escape" if shown.get_untracked().is_some() => {
                event.prevent_default();
                shown.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        current.set(next);
        let point = area.get_untracked().and_then(|area| area.query_selector(&format!("[data-point=\"{next}\"]")).ok().flatten());
        if let Some(point) = point.and_then(|point| point.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = point.focus();
        }
    };
    let size = (spec.width, spec.height);
    let tips = StoredValue::new(spec.points.clone());
    let points = spec
        .points
        .into_iter()
        .enumerate()
        .map(|(index, point)| view! { <PointBox reports point index size current shown /> })
        .collect_view();
    view! {
        <div class="plot__points" node_ref=area role="group" aria-label=t.charts.keys on:keydown=on_key on:mouseleave=move |_| shown.set(None)>
            {points}
        </div>
        {move || shown.get().and_then(|index| tips.with_value(|points| points.get(index).cloned())).map(|point| view! { <Tip point size /> })}
    }
}

#[component]
fn PointBox(
    reports: Signal<Vec<Arc<Report>>>,
    point: Point,
    index: usize,
    size: (f64, f64),
    current: RwSignal<usize>,
    shown: RwSignal<Option<usize>>,
) -> impl IntoView {
    let state = use_app();
    let label = [&point.name, state.strings().marks.colon, &point.value].concat();
    let style = box_style(&point, size);
    let tab = move || if current.get() == index { "0" } else { "-1" };
    let show = move || {
        shown.set(Some(index));
    };
    let focused = move |_| {
        current.set(index);
        show();
    };
    match way(state, reports, (point.report, point.quantity)) {
        Some((href, here)) => view! {
            <a
                class="pt"
                href=href
                data-fig=here
                data-point=index
                style=style
                tabindex=tab
                aria-label=label
                on:focus=focused
                on:blur=move |_| shown.set(None)
                on:mouseenter=move |_| show()
            ></a>
        }
        .into_any(),
        None => view! {
            <span
                class="pt"
                role="img"
                data-point=index
                style=style
                tabindex=tab
                aria-label=label
                on:focus=focused
                on:blur=move |_| shown.set(None)
                on:mouseenter=move |_| show()
            ></span>
        }
        .into_any(),
    }
}

fn box_style(point: &Point, (width, height): (f64, f64)) -> String {
    format!(
        "left:{:.3}%;top:{:.3}%;width:{:.3}%;height:{:.3}%",
        point.x / width * 100.0,
        point.y / height * 100.0,
        point.width / width * 100.0,
        point.height / height * 100.0
    )
}

/// What the point under the pointer or the focus says. Assistive technology hears the same as the point's name.
#[component]
fn Tip(point: Point, size: (f64, f64)) -> impl IntoView {
    let middle = (point.x + point.width / 2.0) / size.0 * 100.0;
    let below = (point.y + point.height) / size.1 * 100.0;
    // Anchored on the side that has more room.
    let side = if middle < 50.0 { format!("left:{:.2}%", middle.max(0.0)) } else { format!("right:{:.2}%", (100.0 - middle).max(0.0)) };
    view! {
        <p class="tip" style=format!("{side};top:{below:.2}%") aria-hidden="true">
            <b>{point.name}</b>
            " "
            {point.value}
        </p>
    }
}

/// The numbers of the chart; each that was read opens its evidence.
#[component]
fn NumberTable(reports: Signal<Vec<Arc<Report>>>, numbers: Numbers, title: String) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let heads = numbers.head.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let rows = numbers
        .rows
        .into_iter()
        .map(|row| {
            let cells = row
                .cells
                .into_iter()
                .map(|cell| match (way(state, reports, (cell.report, cell.quantity)), cell.text.is_empty()) {
                    (_, true) => view! { <td class="ns">{t.words.not_stated}</td> }.into_any(),
                    (Some((href, here)), false) => view! {
                        <td>
                            <a href=href data-fig=here>
                                {is_questioned(reports, (cell.report, cell.quantity)).then(|| view! { <VerdictSign verdict=Verdict::Inconsistent /> })}
                                {cell.text}
                            </a>
                        </td>
                    }
                    .into_any(),
                    (None, false) => view! { <td class="computed">{cell.text}</td> }.into_any(),
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">{row.name}</th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    let name = title.clone();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=name>
            <table class="nt">
                <caption class="vh">{title}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
