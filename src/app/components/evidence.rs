//! The evidence of the selected figure: what is printed, what it says, its sentence, its relatives, its checks, its cell. Missing parts are
//! left out, the order never changes.

use super::correct::YourReading;
use super::evidence_parts::{Changes, Checks, DerivedFrom, HowRead, OfWhich};
use super::in_table::InTable;
use super::{Icon, Quote, VerdictBadge};
use crate::analysis::Quantity;
use crate::app::browser;
use crate::app::corrections::own_values;
use crate::app::display::{
    amount_in_full, kind_word, modifier_word, printed_range, problem_word, range_words, row_of_table, scope_word, section_name,
};
use crate::app::report::Report;
use crate::app::selection;
use crate::app::share::{copy, copy_link};
use crate::app::state::use_app;
use crate::app::strings::{Strings, fill};
use crate::wording::denominator;
use leptos::prelude::*;
use std::sync::Arc;

/// Id of the panel.
pub const EVIDENCE: &str = "evidence";

/// The panel; nothing while no figure is selected. On a narrow page it is a sheet that peeks with one line until it is opened.
#[component]
pub fn EvidencePanel() -> impl IntoView {
    let state = use_app();
    // Opened, the sheet covers most of the page: that is for the reader to do. It then stays open from figure to figure.
    let opened = RwSignal::new(false);
    let is_asked = Memo::new(move |_| state.location.with(|here| here.figure.is_some()));
    Effect::new(move |_| {
        if !is_asked.get() {
            opened.set(false);
        }
    });
    move || {
        let id = state.figure.get()?;
        let report = state.report.get()?;
        let visible = state.location.with(|here| here.view.needs_report());
        if !visible {
            return None;
        }
        let quantity = report.quantity(id)?.clone();
        Some(view! { <Panel report quantity opened /> })
    }
}

#[component]
fn Panel(report: Arc<Report>, quantity: Quantity, opened: RwSignal<bool>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let id = quantity.id;
    let open = move |_| {
        opened.set(true);
        browser::focus_soon(EVIDENCE.to_owned());
        selection::uncover(state, id);
    };
    let place = fill(
        t.evidence.place,
        &[("n", &report.figure_place(&quantity).to_string()), ("of", &report.figure_count(quantity.section).to_string())],
    );
    let is_own = own_values(state, &report).contains(&id);
    let gravest = report.gravest_finding(id).map(|finding| finding.verdict);
    let citation = StoredValue::new(citation(&report, &quantity, t));
    let link = StoredValue::new(state.figure_href(&report, id));
    let tags = tags(&quantity, t).into_iter().map(|tag| view! { <span>{tag}</span> }).collect_view();
    let problems =
        quantity.problems.iter().map(|problem| view! { <span class="problem">{problem_word(*problem, t)}</span> }).collect_view();
    view! {
        <aside class="ev" id=EVIDENCE class:is-open=opened aria-label=t.evidence.label tabindex="-1">
            <div class="peek">
                <button type="button" aria-expanded="false" on:click=open>
                    <span class="printed">{quantity.text.clone()}</span>
                    <span class="t" lang=report.written_in()>{quantity.what.clone()}</span>
                    {gravest.map(|verdict| view! { <VerdictBadge verdict /> })}
                    <Icon name="#i-up" />
                    <span class="vh">{t.evidence.open}</span>
                </button>
                <Act label=t.evidence.close icon="#i-close" act=move || selection::close(state) />
            </div>
            <div class="body">
                <div class="ev-top">
                    <span>{place}</span>
                    <span class="end">
                        <Act label=t.evidence.previous icon="#i-up" act=move || selection::step(state, -1) only_sheet=true />
                        <Act label=t.evidence.next icon="#i-down" act=move || selection::step(state, 1) only_sheet=true />
                        <Act label=t.evidence.copy_link icon="#i-link" act=move || link.with_value(|link| copy_link(state, link)) />
                        <Act label=t.evidence.copy_citation icon="#i-quote" act=move || copy(state, citation.get_value()) />
                        <Act label=t.evidence.close icon="#i-close" act=move || selection::close(state) />
                    </span>
                </div>
                <h2 lang=report.written_in()>{quantity.text.clone()}</h2>
                <p class="norm">{normal_form(&quantity, is_own, t)}</p>
                <p class="what" lang=report.written_in()>{quantity.what.clone()}</p>
                <p class="tags">{tags} {problems}</p>
                <Sentence report=report.clone() quantity=quantity.clone() />
                <YourReading report=report.clone() quantity=quantity.clone() />
                <OfWhich report=report.clone() quantity=quantity.clone() />
                <Changes report=report.clone() quantity=quantity.clone() />
                <Checks report=report.clone() id />
                <InTable report=report.clone() quantity=quantity.clone() />
                <DerivedFrom report=report.clone() id />
                <HowRead quantity is_own />
                <p class="acts">
                    <button class="btn small" type="button" on:click=move |_| selection::step(state, -1)>
                        {t.evidence.previous}
                    </button>
                    <button class="btn small" type="button" on:click=move |_| selection::step(state, 1)>
                        {t.evidence.next}
                    </button>
                    <span class="end">
                        <kbd>"J"</kbd>
                        " "
                        {t.evidence.next}
                        " "
                        <kbd>"K"</kbd>
                        " "
                        {t.evidence.previous}
                    </span>
                </p>
            </div>
        </aside>
    }
}

/// A button that is an icon, with its words for those who do not see it; some stand only in the sheet.
#[component]
fn Act(label: &'static str, icon: &'static str, act: impl Fn() + 'static, #[prop(optional)] only_sheet: bool) -> impl IntoView {
    view! {
        <button class="ibtn" class:only-sheet=only_sheet type="button" aria-label=label title=label on:click=move |_| act()>
            <Icon name=icon />
        </button>
    }
}

#[component]
fn Sentence(report: Arc<Report>, quantity: Quantity) -> impl IntoView {
    let state = use_app();
    let region = section_name(&report, quantity.section, state.strings());
    let topic = quantity.topic.and_then(|id| report.topic(id)).map(|topic| topic.title.clone()).filter(|title| !title.is_empty());
    let comma = state.strings().marks.comma;
    let topic = topic.map(|topic| view! { {comma} <span lang=report.written_in()>{topic}</span> });
    let href = state.figure_href(&report, quantity.id);
    let language = report.written_in();
    let t = &state.strings().evidence;
    let row = row_of_table(&report, quantity.sentence);
    view! {
        <section>
            <h3>{if row.is_some() { t.row } else { t.sentence }} <a class="lk" href=href>{region} {topic}</a></h3>
            <blockquote lang=language>
                <Quote report sentence=quantity.sentence row />
            </blockquote>
        </section>
    }
}

/// "252,300,000 yuan; as printed it stands for 252.25 to 252.35"; what the reader has given was never printed.
fn normal_form(quantity: &Quantity, is_own: bool, t: &Strings) -> String {
    let Some(value) = amount_in_full(quantity, t.language) else { return t.evidence.unread.to_owned() };
    if is_own {
        return fill(t.evidence.own_value, &[("value", &value)]);
    }
    match printed_range(quantity) {
        Some(bounds) => fill(t.evidence.stands_for, &[("value", &value), ("range", &range_words(&bounds, quantity.unit, t))]),
        None => value,
    }
}

fn tags(quantity: &Quantity, t: &Strings) -> Vec<String> {
    let year = quantity.year.map(|year| year.to_string());
    let per = quantity.per.as_ref().map(|per| fill(t.evidence.per, &[("per", &denominator(per, t.language))]));
    let noun = quantity.noun.as_ref().map(|noun| fill(t.evidence.counted, &[("noun", noun)]));
    [
        Some(kind_word(quantity.kind, t).to_owned()),
        year,
        Some(scope_word(quantity.scope, t).to_owned()),
        Some(modifier_word(quantity.modifier, t).to_owned()),
        noun,
        per,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn citation(report: &Report, quantity: &Quantity, t: &Strings) -> String {
    let document = &report.analysis.document;
    let region = section_name(report, quantity.section, t);
    fill(
        t.evidence.citation,
        &[
            ("text", &quantity.text),
            ("what", &quantity.what),
            ("region", &region),
            ("title", &report.title()),
            ("sentence", report.text(quantity.sentence).trim()),
            ("name", &document.name),
            ("sha", &document.sha256),
            ("start", &quantity.start.to_string()),
            ("end", &quantity.end.to_string()),
            ("version", crate::protocol::version()),
        ],
    )
}
