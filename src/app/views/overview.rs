//! The overview: what was read in counts and sentences, the tile map, and a card for each region.

mod card;
mod controls;
mod key;
mod lede;
mod list;
mod map;
mod order;

use self::card::Card;
use self::controls::Controls;
use self::key::KeyFigures;
use self::lede::Lede;
use self::list::RegionList;
use self::map::Map;
use self::order::{Choice, shown_sections};
use crate::app::display::{card_rows, default_headline, section_name};
use crate::app::portions::Portions;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::{AppState, Step, use_app};
use crate::app::strings::{fill, grouped};
use leptos::prelude::*;
use std::sync::Arc;

/// All regions of one report; of one alone, which has nothing to be filtered, put in order or compared with, its key figures.
#[component]
pub fn Overview(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    if report.analysis.regions() < 2 {
        return view! {
            <section class="lede">
                <Lede report=report.clone() />
                <div>
                    <KeyFigures report=report.clone() />
                    <General report />
                </div>
            </section>
        }
        .into_any();
    }
    let chosen = {
        let report = report.clone();
        Memo::new(move |_| choice(state, &report))
    };
    view! {
        <section class="lede">
            <Lede report=report.clone() />
            <Map report=report.clone() chosen />
        </section>
        <Regions report chosen />
    }
    .into_any()
}

/// What the address asks for, with the defaults where it is silent.
fn choice(state: AppState, report: &Report) -> Choice {
    state.location.with(|here| {
        let asked = here.param("head").filter(|id| report.indicator(id).is_some()).map(str::to_owned);
        Choice {
            query: here.param("q").unwrap_or_default().to_owned(),
            headline: asked.or_else(|| default_headline(report).map(|indicator| indicator.id.clone())),
            order: here.param("order").unwrap_or_default().to_owned(),
            only_stated: here.param("only").is_some(),
        }
    })
}

#[component]
fn Regions(report: Arc<Report>, chosen: Memo<Choice>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let total = report.analysis.regions();
    let shown = {
        let report = report.clone();
        Memo::new(move |_| chosen.with(|choice| shown_sections(&report, choice)))
    };
    let headline = Memo::new(move |_| chosen.with(|choice| choice.headline.clone()));
    let as_list = state.param("as");
    Effect::new(move |before: Option<usize>| {
        let n = shown.with(Vec::len);
        if before.is_some_and(|before| before != n) {
            state.whisper(fill(t.overview.shown, &[("n", &grouped(n)), ("of", &grouped(total))]));
        }
        n
    });
    let body = {
        let report = report.clone();
        move || {
            let headline = headline.get();
            if as_list.get().as_deref() == Some("list") {
                view! { <RegionList report=report.clone() headline sections=shown.get() /> }.into_any()
            } else {
                cards(&report, headline, shown).into_any()
            }
        }
    };
    view! {
        <section aria-labelledby="cards-h">
            <div class="head">
                <h2 id="cards-h">{t.words.regions.of(total)}</h2>
                {move || {
                    let strips = headline.with(Option::is_some);
                    strips.then(|| view! { <span class="note">{t.overview.strip_note}</span> })
                }}
            </div>
            <General report=report.clone() />
            <Controls report chosen />
            {body}
            <Show when=move || shown.with(Vec::is_empty)>
                <p class="none">
                    {t.overview.no_match} " "
                    <button class="tbtn" type="button" on:click=move |_| clear(state)>
                        {t.overview.clear}
                    </button>
                </p>
            </Show>
        </section>
    }
}

/// The parts of the report beside its regions, to go to; none in most reports.
#[component]
fn General(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let links: Vec<_> = report
        .general()
        .map(|section| {
            let href = state.href(View::Region(report.region_key(section.id).to_owned()));
            let figures = t.words.figures.of(report.figure_count(section.id));
            view! {
                <li>
                    <a class="lk" href=href>
                        {section_name(&report, section.id, t)}
                    </a>
                    {t.marks.bracketed(&figures)}
                </li>
            }
        })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <div class="general">
                <span>{t.overview.general}</span>
                <ul>{links}</ul>
            </div>
        }
    })
}

fn cards(report: &Arc<Report>, headline: Option<String>, shown: Memo<Vec<u32>>) -> impl IntoView + use<> {
    let report = report.clone();
    let rows: Vec<String> = card_rows(&report, headline.as_deref()).into_iter().map(|indicator| indicator.id.clone()).collect();
    let portions = Portions::new(AT_ONCE, report.analysis.regions());
    view! {
        <ol class="cards">
            <For
                each=move || shown.with(|all| all.iter().take(portions.made()).copied().collect::<Vec<_>>())
                key=|section| *section
                let:section
            >
                <Card report=report.clone() section headline=headline.clone() rows=rows.clone() />
            </For>
        </ol>
    }
}

/// Cards made in one frame.
const AT_ONCE: usize = 4;

fn clear(state: AppState) {
    let here = state.location.get_untracked();
    state.go(here.with_param("q", None).with_param("only", None), Step::Replace);
}
