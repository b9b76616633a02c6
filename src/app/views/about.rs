//! About: method, checks, blind spots, privacy, accuracy as measured, definitions, shortcuts.

use crate::app::components::ShortcutRows;
use crate::app::display::{indicator_label, unit_label};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::app::strings::fill;
use crate::compare::Scale;
use crate::measured::measured;
use crate::wording::table::HOW_FOUND;
use crate::wording::{Language, date};
use leptos::prelude::*;
use std::sync::Arc;

/// What it reads, how it decides, what it cannot see.
#[component]
pub fn About(report: Option<Arc<Report>>) -> impl IntoView {
    let t = use_app().strings();
    let chapters = t
        .about
        .chapters
        .iter()
        .map(|(title, paragraphs)| {
            view! {
                <section class="prose">
                    <h2>{*title}</h2>
                    {paragraphs.iter().map(|words| view! { <p>{*words}</p> }).collect_view()}
                </section>
            }
        })
        .collect_view();
    let version = fill(t.about.version, &[("version", crate::protocol::version())]);
    view! {
        <div class="page-title">
            <div>
                <h1>{t.about.title}</h1>
                <p>{t.about.dek}</p>
            </div>
        </div>
        <div class="about">{chapters}</div>
        <Accuracy />
        {report.map(|report| view! { <Definitions report /> })}
        <section class="prose" aria-labelledby="keys-h">
            <div class="head">
                <h2 id="keys-h">{t.about.shortcuts}</h2>
            </div>
            <ShortcutRows />
            <p class="muted">{version}</p>
        </section>
    }
}

/// How well reading and audit work, as measured, and what no check sees.
#[component]
fn Accuracy() -> impl IntoView {
    let t = use_app().strings();
    let words = |id: &str| t.about.measures.iter().find(|(known, _)| *known == id).map(|(_, words)| *words);
    let rows = measured()
        .measures
        .iter()
        .map(|measure| {
            view! {
                <tr>
                    <th scope="row">{words(&measure.id)}</th>
                    <td class="r num muted">{measure.asked.clone()}</td>
                    <td class="r num">{measure.eight.clone()}</td>
                    <td class="r num">{measure.unseen.clone()}</td>
                    <td class="r num">{measure.on_other_kinds()}</td>
                </tr>
            }
        })
        .collect_view();
    let made = measured().made_up;
    let [reports, planted, found, alarms] =
        [made.reports as usize, made.planted, made.found, made.false_alarms].map(crate::app::strings::grouped);
    let made_up = fill(t.about.made_up, &[("reports", &reports), ("planted", &planted), ("found", &found), ("alarms", &alarms)]);
    let spots = t.audit.blind_chapters.iter().map(|(title, text)| view! { <dt>{*title}</dt> <dd>{*text}</dd> }).collect_view();
    view! {
        <section class="accuracy">
            <div class="head">
                <h2 id="accuracy-h">{t.about.accuracy}</h2>
                <span class="note">{fill(t.about.accuracy_note, &[("date", &date(&measured().date, t.language))])}</span>
            </div>
            <div class="accuracy-body">
                <div class="wide" role="region" aria-labelledby="accuracy-h" tabindex="0">
                    <table class="dt">
                        <thead>
                            <tr>
                                <th scope="col">{t.about.measure}</th>
                                <th scope="col" class="r">
                                    {t.about.asked}
                                </th>
                                <th scope="col" class="r">
                                    {t.about.eight}
                                </th>
                                <th scope="col" class="r">
                                    {t.about.unseen}
                                </th>
                                <th scope="col" class="r">
                                    {t.about.other_kinds}
                                </th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <div class="prose">
                    <p>{t.about.accuracy_terms}</p>
                    <p>{made_up}</p>
                    <h3>{t.about.blind}</h3>
                    <dl class="spots">{spots}</dl>
                </div>
            </div>
        </section>
    }
}

/// A definition without the sentence that all those of the catalogue have: the note above the list says it once.
fn without_how_found(definition: &str, language: Language) -> String {
    const PROGRAMME: &str = "\n";
    let sentence = HOW_FOUND.say(language, &[("programme", PROGRAMME)]);
    let cut = || {
        let (opening, close) = sentence.split_once(PROGRAMME)?;
        let (own, rest) = definition.split_once(opening)?;
        Some([own.trim_end(), rest.split_once(close)?.1].concat())
    };
    cut().unwrap_or_else(|| definition.to_owned())
}

/// The indicators of the open report, with what they mean.
#[component]
fn Definitions(report: Arc<Report>) -> impl IntoView {
    let t = use_app().strings();
    let rows = report
        .analysis
        .indicators
        .iter()
        .map(|indicator| {
            view! {
                <tr>
                    <th scope="row">{indicator_label(indicator, t)}</th>
                    <td>{without_how_found(&indicator.definition, t.language)}</td>
                    <td class="muted nowrap">{unit_label(indicator.unit, Scale::One, None, None, t.language)}</td>
                    <td class="r num nowrap">{t.words.regions.of(report.stated_by(&indicator.id))}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="definitions">
            <div class="head">
                <h2 id="def-h">{t.about.definitions}</h2>
                <span class="note">{t.about.definitions_note}</span>
            </div>
            <div class="wide" role="region" aria-labelledby="def-h" tabindex="0">
            <table class="dt">
                <thead>
                    <tr>
                        <th scope="col">{t.region.indicator}</th>
                        <th scope="col">{t.about.definition}</th>
                        <th scope="col">{t.about.unit}</th>
                        <th scope="col" class="r">
                            {t.about.stated_by}
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            </div>
        </section>
    }
}
