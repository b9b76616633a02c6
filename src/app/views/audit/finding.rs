//! One finding: verdict and rule, one sentence with its quote, and both ranges on one scale with the calculation.

use crate::analysis::{Finding, Quantity};
use crate::app::components::{FigureLink, FindingAnswer, FindingHead, IntervalScale, Quote, Which};
use crate::app::display::{Quoted, quotes, range_words, section_name};
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::share;
use crate::app::state::{AppState, use_app};
use crate::app::strings::fill;
use leptos::prelude::*;
use std::sync::Arc;

/// Sentences quoted at first.
const QUOTES: usize = 3;

/// Id of a finding's element.
pub(super) fn anchor(id: u32) -> String {
    format!("finding-{id}")
}

#[component]
pub(super) fn OneFinding(report: Arc<Report>, id: u32) -> impl IntoView {
    let finding = report.finding(id)?.clone();
    let dismissed = finding.is_dismissed();
    let questioned = finding.quantities.first().and_then(|id| report.quantity(*id)).cloned();
    let title = title(&report, &finding);
    Some(view! {
        <li id=anchor(id) class:dismissed=dismissed>
            <FindingHead finding=finding.clone() />
            <div>
                <h3>{title}</h3>
                <Quotes report=report.clone() finding=finding.clone() />
                <Where report=report.clone() finding=finding.clone() questioned=questioned.clone() />
                <FindingAnswer report=report.clone() finding=finding.clone() />
            </div>
            <Ranges finding questioned />
        </li>
    })
}

/// What was found, leading to the questioned figure.
pub(super) fn title(report: &Arc<Report>, finding: &Finding) -> AnyView {
    let note = finding.note.clone();
    match finding.quantities.first() {
        Some(id) => view! {
            <FigureLink report=report.clone() id=*id>
                {note}
            </FigureLink>
        }
        .into_any(),
        None => note.into_any(),
    }
}

/// The sentences that its figures stand in, only these figures marked; where they are many, the others on demand.
#[component]
pub(super) fn Quotes(report: Arc<Report>, finding: Finding) -> impl IntoView {
    let t = use_app().strings();
    let all = quotes(&report, &finding.quantities);
    let left = all.len().saturating_sub(QUOTES);
    let opened = RwSignal::new(false);
    let shown = move || {
        let most = if opened.get() { all.len() } else { QUOTES };
        all.iter()
            .take(most)
            .map(|quoted| view! { <One report=report.clone() finding=finding.clone() quoted=quoted.clone() /> })
            .collect_view()
    };
    view! {
        {shown}
        {move || {
            (left > 0 && !opened.get()).then(|| view! {
                <button class="tbtn" type="button" on:click=move |_| opened.set(true)>
                    {t.audit.more_quotes.of(left)}
                </button>
            })
        }}
    }
}

/// A quote; one of another region's section says whose it is.
#[component]
fn One(report: Arc<Report>, finding: Finding, quoted: Quoted) -> impl IntoView {
    let t = use_app().strings();
    let of = (quoted.section != finding.section).then(|| view! { <cite>{section_name(&report, quoted.section, t)}</cite> });
    let language = report.analysis.document.language.clone();
    view! {
        <blockquote lang=language>
            <Quote report sentence=quoted.sentence row=quoted.rows only=finding.quantities />
            {of}
        </blockquote>
    }
}

#[component]
fn Where(report: Arc<Report>, finding: Finding, questioned: Option<Quantity>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let region = section_name(&report, finding.section, t);
    let href = state.href(View::Region(report.region_key(finding.section).to_owned()));
    let topic = questioned.and_then(|q| q.topic).and_then(|id| report.topic(id)).map(|topic| topic.title.clone());
    let id = finding.id;
    view! {
        <p class="where">
            <a class="lk" href=href>
                {region}
            </a>
            <span lang=report.written_in()>{topic}</span>
            <button class="tbtn" type="button" on:click=move |_| copy_link(state, id)>
                {t.audit.copy_link}
            </button>
        </p>
    }
}

fn copy_link(state: AppState, id: u32) {
    let place = state.location.with_untracked(|here| here.to(View::Audit)).with_param("finding", Some(&id.to_string()));
    share::copy_link(state, &place.format());
}

#[component]
pub(super) fn Ranges(finding: Finding, questioned: Option<Quantity>) -> impl IntoView {
    let t = use_app().strings();
    let calculation = (!finding.calculation.is_empty()).then(|| finding.calculation.clone());
    let slip = finding.slip.as_ref().map(|slip| view! { <p class="label">{fill(t.evidence.slip, &[("slip", slip)])}</p> });
    let ranges = finding.stated.zip(finding.computed).zip(questioned.map(|q| q.unit));
    let Some(((stated, computed), unit)) = ranges else {
        return view! { <div class="calc num">{calculation} {slip}</div> }.into_any();
    };
    let words = |bounds| range_words(bounds, unit, t);
    let implied = if finding.rule == "sum" { t.evidence.parts } else { t.evidence.implied };
    let verdict = finding.verdict;
    view! {
        <div>
            <dl class="iv">
                <dt>{t.evidence.printed}</dt>
                <dd class="num">{words(&stated)}</dd>
                <IntervalScale stated computed verdict which=Which::Stated />
                <dt>{implied}</dt>
                <dd class="num">{words(&computed)}</dd>
                <IntervalScale stated computed verdict which=Which::Computed />
            </dl>
            {calculation.map(|words| view! { <p class="calc num">{words}</p> })}
            {slip}
        </div>
    }
    .into_any()
}
