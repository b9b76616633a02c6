//! The view of charts: one kind at a time, chosen by tabs, with the indicators it draws. All of its state is in the address.

mod figure;
mod palette;
mod png;
mod said;
mod take;

pub use figure::ChartFigure;

use super::compare::model::{localised_table, opening_columns, pinned_sections, query_at, table_href};
use super::compare::side::chart_words;
use crate::app::browser;
use crate::app::components::{NoIndicator, Pick};
use crate::app::report::Report;
use crate::app::state::{AppState, Step, use_app};
use crate::app::strings::{Strings, fill};
use crate::chart::{
    Bars, ChartSpec, ColumnData, change, column_data, composition, composition_data, has_tile_map, ranking, scatter, strips, tile_map,
    wholes,
};
use crate::compare::{Arrangement, ColumnRequest, IndicatorChoice, PanelError, arrange, indicator_choices, panel};
use leptos::prelude::*;
use std::sync::Arc;

/// Pixels from bar to bar: each bar is a target of its own.
const PITCH: f64 = 24.0;

/// Kinds of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Ranking,
    Composition,
    Scatter,
    Distribution,
    Map,
    Change,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Ranking, Self::Composition, Self::Scatter, Self::Distribution, Self::Map, Self::Change];

    fn id(self) -> &'static str {
        match self {
            Self::Ranking => "ranking",
            Self::Composition => "composition",
            Self::Scatter => "scatter",
            Self::Distribution => "distribution",
            Self::Map => "map",
            Self::Change => "change",
        }
    }

    /// The parameter of the indicator that it is about; it goes along when another kind is chosen.
    fn subject(self) -> &'static str {
        match self {
            Self::Scatter => "y",
            Self::Composition => "total",
            Self::Ranking | Self::Distribution | Self::Map | Self::Change => "ind",
        }
    }

    fn word(self, t: &Strings) -> &'static str {
        match self {
            Self::Ranking => t.charts.ranking,
            Self::Composition => t.charts.composition,
            Self::Scatter => t.charts.scatter,
            Self::Distribution => t.charts.distribution,
            Self::Map => t.charts.map,
            Self::Change => t.charts.change,
        }
    }
}

/// The charts of one report.
#[component]
pub fn Charts(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let choices = indicator_choices(&report.analysis);
    if choices.is_empty() {
        return view! { <NoIndicator title=t.charts.title why=t.charts.no_indicators /> }.into_any();
    }
    let kind = Memo::new(move |_| {
        let id = state.location.with(|here| here.param("kind").map(str::to_owned)).unwrap_or_default();
        Kind::ALL.into_iter().find(|kind| kind.id() == id).unwrap_or_default()
    });
    let has_map = has_tile_map(report.analysis.sections.iter().map(|section| &section.region));
    // A kind that the report cannot have is no dead end among the tabs; a link to it still says why.
    let asked = kind.get_untracked();
    let tabs = Kind::ALL
        .into_iter()
        .filter(|own| *own != Kind::Map || has_map || asked == Kind::Map)
        .map(|own| {
            let href = move || {
                state.location.with(|here| {
                    let there = here.clone().with_figure(None).with_param("kind", Some(own.id()));
                    let chosen = here.param(kind.get().subject());
                    if chosen.is_some() { there.with_param(own.subject(), chosen) } else { there }.format()
                })
            };
            let current = move || (kind.get() == own).then_some("page");
            view! {
                <a href=href aria-current=current>
                    {own.word(t)}
                </a>
            }
        })
        .collect_view();
    let chart = move || {
        let (report, choices) = (report.clone(), choices.clone());
        match kind.get() {
            Kind::Ranking => view! { <One report choices kind=Kind::Ranking /> }.into_any(),
            Kind::Map if !has_map => empty(t.charts.no_map),
            Kind::Map => view! { <One report choices kind=Kind::Map /> }.into_any(),
            Kind::Composition => view! { <Composition report /> }.into_any(),
            Kind::Scatter if choices.len() < 2 => empty(t.charts.one_indicator),
            Kind::Scatter => view! { <Scatter report choices /> }.into_any(),
            Kind::Distribution => view! { <Distribution report /> }.into_any(),
            Kind::Change => view! { <Change report choices /> }.into_any(),
        }
    };
    view! {
        <Title lead=t.charts.lead />
        <nav class="seg chart-kinds" aria-label=t.charts.kinds>
            {tabs}
        </nav>
        <div class="chart-page">{chart}</div>
    }
    .into_any()
}

#[component]
fn Title(lead: &'static str) -> impl IntoView {
    let t = use_app().strings();
    view! {
        <div class="page-title">
            <div>
                <h1>{t.charts.title}</h1>
                <p>{lead}</p>
            </div>
        </div>
    }
}

fn empty(words: &str) -> AnyView {
    view! { <p class="chart-empty">{words.to_owned()}</p> }.into_any()
}

/// The value of a parameter where it names a stated indicator, or else the first of `otherwise` that is one.
fn indicator_param(
    state: AppState,
    choices: &[IndicatorChoice],
    name: &'static str,
    otherwise: impl Fn() -> Vec<String> + Send + Sync + 'static,
) -> Memo<String> {
    let known: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
    Memo::new(move |_| {
        let asked = state.location.with(|here| here.param(name).map(str::to_owned));
        let opening = || otherwise().into_iter().find(|id| known.contains(id)).or_else(|| known.first().cloned());
        asked.filter(|id| known.contains(id)).or_else(opening).unwrap_or_default()
    })
}

/// The choice of an indicator, with how many regions state it.
fn indicator_pick(state: AppState, choices: &[IndicatorChoice], label: &'static str, name: &'static str, value: Memo<String>) -> AnyView {
    let marks = &state.strings().marks;
    let options: Vec<(String, String)> =
        choices.iter().map(|c| (c.id.clone(), c.label.clone() + &marks.bracketed(&format!("{}/{}", c.stated, c.of)))).collect();
    let change = Callback::new(move |id: String| state.set_param(name, Some(&id), Step::Push));
    view! { <Pick label options value on_change=change /> }.into_any()
}

/// Whether the numbers have room beside the chart.
fn is_wide() -> bool {
    browser::media_matches("(min-width: 1281px)")
}

/// One column over all regions, with the pinned ones in focus.
fn data_of(state: AppState, report: &Report, indicator: &str) -> Option<ColumnData> {
    let query = query_at(state);
    let asked = query.columns.iter().find(|c| c.indicator == indicator).cloned();
    let table = localised_table(report, &[asked.unwrap_or_else(|| ColumnRequest::usual(indicator))], state.language.get());
    let wanted = Arrangement { pins: pinned_sections(report, &query.pins), ..Arrangement::default() };
    column_data(&table, &arrange(&table, &wanted), 0, chart_words(state.language.get()))
}

/// The way to the table, sorted by the indicator of the chart.
#[component]
fn InTable(report: Arc<Report>, #[prop(into)] indicator: Signal<String>) -> impl IntoView {
    let state = use_app();
    let href = move || table_href(state, &report, &query_at(state), &indicator.get());
    view! {
        <a class="lk" href=href>
            {state.strings().charts.in_table}
        </a>
    }
}

/// A chart of one indicator.
#[component]
fn One(report: Arc<Report>, choices: Vec<IndicatorChoice>, kind: Kind) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let opening: Vec<String> = crate::app::display::default_headline(&report).map(|indicator| indicator.id.clone()).into_iter().collect();
    let indicator = indicator_param(state, &choices, "ind", move || opening.clone());
    let for_draw = report.clone();
    let draw = Callback::new(move |width: f64| {
        let data = data_of(state, &for_draw, &indicator.get())?;
        Some(match kind {
            Kind::Map => {
                let regions: Vec<_> = for_draw.analysis.sections.iter().map(|s| (s.id, &s.region)).collect();
                tile_map(&data, &regions, width)
            }
            _ => ranking(&data, width, PITCH),
        })
    });
    view! {
        <ChartFigure reports=vec![report.clone()] draw with_numbers=is_wide() name=kind.id()>
            {indicator_pick(state, &choices, t.charts.indicator, "ind", indicator)}
            <InTable report=report.clone() indicator />
        </ChartFigure>
    }
}

#[component]
fn Scatter(report: Arc<Report>, choices: Vec<IndicatorChoice>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let opening: Vec<String> = opening_columns(&report).into_iter().map(|c| c.indicator).collect();
    let headline = crate::app::display::default_headline(&report).map(|i| i.id.clone()).unwrap_or_default();
    let up = indicator_param(state, &choices, "y", move || vec![headline.clone()]);
    let across = indicator_param(state, &choices, "x", move || opening.iter().filter(|id| **id != up.get()).cloned().collect());
    let for_draw = report.clone();
    let draw = Callback::new(move |width: f64| {
        let (x, y) = (data_of(state, &for_draw, &across.get())?, data_of(state, &for_draw, &up.get())?);
        Some(scatter(&x, &y, width, (width * 0.75).clamp(320.0, 620.0)))
    });
    view! {
        <ChartFigure reports=vec![report.clone()] draw with_numbers=is_wide() name=Kind::Scatter.id()>
            {indicator_pick(state, &choices, t.charts.across, "x", across)}
            {indicator_pick(state, &choices, t.charts.up, "y", up)}
            <InTable report=report.clone() indicator=across />
        </ChartFigure>
    }
}

#[component]
fn Distribution(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let for_draw = report.clone();
    let opening = opening_columns(&report);
    let columns = Memo::new(move |_| {
        let asked = query_at(state).columns;
        if asked.is_empty() { opening.clone() } else { asked }
    });
    let draw = Callback::new(move |width: f64| {
        let data: Vec<ColumnData> = columns.get().iter().filter_map(|c| data_of(state, &for_draw, &c.indicator)).collect();
        (!data.is_empty()).then(|| strips(&data, width, chart_words(state.language.get())))
    });
    let first = Signal::derive(move || columns.with(|all| all.first().map(|c| c.indicator.clone()).unwrap_or_default()));
    view! {
        <ChartFigure reports=vec![report.clone()] draw with_numbers=is_wide() name=Kind::Distribution.id()>
            <InTable report=report.clone() indicator=first />
        </ChartFigure>
    }
}

#[component]
fn Composition(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let totals = wholes(&report.analysis);
    if totals.is_empty() {
        return empty(t.charts.no_composition);
    }
    let label = |id: &String| report.indicator(id).map_or_else(|| id.clone(), |indicator| indicator.label.clone());
    let options: Vec<(String, String)> = totals.iter().map(|(id, _)| (id.clone(), label(id))).collect();
    let known = totals.clone();
    let total = Memo::new(move |_| {
        let asked = state.location.with(|here| here.param("total").map(str::to_owned));
        let found = asked.and_then(|id| known.iter().find(|(known, _)| *known == id).cloned());
        found.or_else(|| known.first().cloned()).unwrap_or_default()
    });
    let bars = Memo::new(move |_| if state.location.with(|here| here.param("bars") == Some("share")) { Bars::Share } else { Bars::Amount });
    let for_draw = report.clone();
    let draw = Callback::new(move |width: f64| {
        let (id, parts) = total.get();
        let language = state.language.get();
        let pins = pinned_sections(&for_draw, &query_at(state).pins);
        let data = composition_data(&for_draw.analysis, &id, &parts, &pins, chart_words(language))?;
        Some(composition(&data, bars.get(), width, PITCH))
    });
    let kinds = vec![("amount".to_owned(), t.charts.amounts.to_owned()), ("share".to_owned(), t.charts.shares.to_owned())];
    let chosen = Signal::derive(move || total.get().0);
    let name = Signal::derive(move || if bars.get() == Bars::Share { "composition-shares" } else { Kind::Composition.id() });
    let shown = Signal::derive(move || if bars.get() == Bars::Share { "share" } else { "amount" }.to_owned());
    let set_bars =
        Callback::new(move |id: String| state.set_param("bars", Some(&id).filter(|id| *id == "share").map(String::as_str), Step::Push));
    view! {
        <ChartFigure reports=vec![report.clone()] draw with_numbers=is_wide() name>
            <Pick
                label=t.charts.total
                options
                value=chosen
                on_change=Callback::new(move |id: String| state.set_param("total", Some(&id), Step::Push))
            />
            <Pick label=t.charts.bars options=kinds value=shown on_change=set_bars />
            <InTable report=report.clone() indicator=chosen />
        </ChartFigure>
    }
    .into_any()
}

/// Why reports are not set side by side; where some of them do not state the indicator, which.
fn refusal_words(why: PanelError, state: AppState, indicator: &str) -> String {
    let t = state.strings();
    let words = match why {
        PanelError::TooFew => t.charts.too_few,
        PanelError::SameFile => t.charts.same_file,
        PanelError::NoSharedRegion => t.charts.no_shared_region,
        PanelError::NoSharedIndicator => {
            let silent = |report: &&Arc<Report>| report.column(indicator).next().is_none();
            let titles: Vec<String> = state
                .reports
                .with(|all| all.iter().filter(silent).map(|report| fill(t.charts.titled, &[("title", &report.title())])).collect());
            return fill(&t.charts.no_shared_indicator.of(titles.len()), &[("reports", &titles.join(t.marks.list))]);
        }
    };
    words.to_owned()
}

/// The change between all open reports; says what is missing where they cannot be set side by side.
#[component]
fn Change(report: Arc<Report>, choices: Vec<IndicatorChoice>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let opening: Vec<String> = opening_columns(&report).into_iter().map(|c| c.indicator).collect();
    let indicator = indicator_param(state, &choices, "ind", move || opening.clone());
    let result = Memo::new(move |_| {
        let reports = state.reports.get();
        let analyses: Vec<_> = reports.iter().map(|report| &report.analysis).collect();
        panel(&analyses, &indicator.get(), None, t.language)
    });
    let draw = Callback::new(move |width: f64| -> Option<ChartSpec> {
        let words = chart_words(state.language.get());
        result.with(|result| result.as_ref().ok().map(|panel| change(panel, width, words)))
    });
    let reports = Signal::derive(move || {
        let order = result.with(|result| result.as_ref().map(|panel| panel.reports.clone()).unwrap_or_default());
        state.reports.with(|all| order.iter().filter_map(|(index, _)| all.get(*index).cloned()).collect::<Vec<_>>())
    });
    let refusal = Memo::new(move |_| result.with(|result| result.as_ref().err().copied()));
    move || {
        let for_table = report.clone();
        let pick = indicator_pick(state, &choices, t.charts.indicator, "ind", indicator);
        match refusal.get() {
            Some(why) => view! {
                <div class="fig__controls">{pick}</div>
                <p class="chart-empty">{refusal_words(why, state, &indicator.get())}</p>
            }
            .into_any(),
            None => view! {
                <ChartFigure reports draw with_numbers=is_wide() name=Kind::Change.id()>
                    {pick}
                    <InTable report=for_table indicator />
                </ChartFigure>
            }
            .into_any(),
        }
    }
}
