//! One region: where it stands, what its funds are made of, its indicators by programme, what the checks found, and its text.

mod composition;
mod findings;
mod flows;
mod heads;
mod pager;
mod programmes;
mod rename;

use self::composition::Composition;
use self::findings::Findings;
use self::flows::Flows;
use self::heads::Heads;
use self::pager::Pager;
use self::programmes::Programmes;
use self::rename::Rename;
use crate::analysis::{Section, Verdict};
use crate::app::browser;
use crate::app::components::{KindLegend, SectionText, VerdictCounts, hiding_classes, topic_anchor};
use crate::app::display::{other_name, section_name, verdict_id};
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::use_app;
use crate::app::strings::{fill, grouped};
use crate::app::views::Missing;
use leptos::prelude::*;
use std::sync::Arc;

/// The region that `key` names.
#[component]
pub fn Region(report: Arc<Report>, key: String) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let Some(section) = report.section_by_key(&key).cloned() else {
        let title = fill(t.shell.missing_region, &[("name", &key)]);
        return view! { <Missing report title /> }.into_any();
    };
    let id = section.id;
    view! {
        <Pager report=report.clone() section=id />
        <Title report=report.clone() section />
        <Heads report=report.clone() section=id />
        <Composition report=report.clone() section=id />
        <Programmes report=report.clone() section=id />
        <Flows report=report.clone() section=id />
        <Findings report=report.clone() section=id />
        <Text report section=id />
    }
    .into_any()
}

#[component]
fn Title(report: Arc<Report>, section: Section) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let key = report.region_key(section.id).to_owned();
    let known = report.analysis.indicators.len();
    let stated = report.analysis.indicators.iter().filter(|i| report.cell(section.id, &i.id).is_some()).count();
    let stated = fill(t.region.stated_of, &[("n", &grouped(stated)), ("of", &t.words.indicators.of(known))]);
    let topics = report.topics_in(section.id).count();
    let dek = fill(
        if topics == 0 { t.region.dek_without_topics } else { t.region.dek },
        &[("figures", &t.words.figures.of(report.figure_count(section.id))), ("topics", &t.words.topics.of(topics)), ("stated", &stated)],
    );
    let office =
        section.credit.as_ref().map(|credit| credit.office.trim_end_matches(['.', '。']).to_owned()).filter(|office| !office.is_empty());
    let office = office.map(|office| fill(t.region.written_by, &[("office", &office)]));
    let to_audit = Callback::new(move |verdict: Verdict| {
        let to = state.location.with_untracked(|here| here.to(View::Audit)).with_param("region", Some(&key));
        to.with_param("verdict", Some(verdict_id(verdict))).format()
    });
    let tally = report.tally_in(section.id);
    let local = other_name(&section.region, t).map(|(name, lang)| view! { <span lang=lang>{name}</span> });
    view! {
        <header class="reg">
            <div>
                <h1>{section_name(&report, section.id, t)} {local}</h1>
                <p class="dek">{dek} " " {office}</p>
                <Rename report=report.clone() section=section.id />
            </div>
            {(tally.total() > 0).then(|| view! { <VerdictCounts tally href=to_audit /> })}
        </header>
    }
}

#[component]
fn Text(report: Arc<Report>, section: u32) -> impl IntoView {
    let state = use_app();
    let t = &state.strings().region;
    let language = report.analysis.document.language.clone();
    // A link to a topic scrolls to it once the text stands.
    Effect::new(move |_| {
        let topic = state.location.with(|here| here.param("topic").and_then(|id| id.parse().ok()));
        if let Some(topic) = topic {
            browser::after_render(move || {
                if let Some(element) = browser::by_id(&topic_anchor(topic)) {
                    element.scroll_into_view();
                }
            });
        }
    });
    view! {
        <section class="read" aria-labelledby="read-h">
            <div class="head">
                <h2 id="read-h">{t.text}</h2>
                <span class="note only-screen">{t.text_note} " " <kbd>"J"</kbd> " " <kbd>"K"</kbd> " " {t.text_note_end}</span>
            </div>
            <KindLegend report=report.clone() section=Some(section) />
            <div class=move || hiding_classes(state) lang=language>
                <SectionText report section />
            </div>
        </section>
    }
}
