//! Defining an indicator: name, unit and words, with what they catch shown while one types; the reader's own list, its file.

use super::derive::Derive;
use super::model::change_query;
use crate::analysis::Unit;
use crate::app::components::Icon;
use crate::app::definitions::{kept, next_id, set};
use crate::app::display::{section_name, unit_options};
use crate::app::report::Report;
use crate::app::save::{JSON, save};
use crate::app::state::{AppState, Step, use_app};
use crate::app::strings::{Strings, fill};
use crate::compare::ColumnRequest;
use crate::indicator::{DefinitionError, Reach, UserIndicator, export_definitions, import_definitions, preview};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// Figures that a preview shows.
const SHOWN: usize = 6;

/// What is being typed. Copy.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    unit: RwSignal<String>,
    must: RwSignal<String>,
    must_not: RwSignal<String>,
    topic: RwSignal<String>,
}

impl Draft {
    /// The definition, once it has a name and a word.
    fn definition(self, id: String) -> Option<UserIndicator> {
        let label = self.name.with(|name| name.trim().to_owned());
        let must = self.must.with(|words| listed(words));
        let topic = self.topic.with(|words| words.trim().to_owned());
        let complete = !label.is_empty() && !must.is_empty();
        Some(UserIndicator {
            id,
            label,
            unit: Unit::from_code(&self.unit.get())?,
            must,
            must_not: self.must_not.with(|words| listed(words)),
            topic: Some(topic).filter(|topic| !topic.is_empty()),
            quotient: None,
        })
        .filter(|_| complete)
    }
}

fn listed(words: &str) -> Vec<String> {
    words.split([',', '，', '、']).map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

/// The form, folded until it is asked for, and the reader's own indicators.
#[component]
pub(super) fn Define(report: Arc<Report>) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let for_derived = report.clone();
    let units = unit_options(&report, t);
    let draft = Draft {
        name: RwSignal::new(String::new()),
        unit: RwSignal::new(units.first().map(|(code, _)| code.clone()).unwrap_or_default()),
        must: RwSignal::new(String::new()),
        must_not: RwSignal::new(String::new()),
        topic: RwSignal::new(String::new()),
    };
    let options = units
        .into_iter()
        .map(|(code, words)| {
            view! { <option value=code>{words}</option> }
        })
        .collect_view();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut definitions = kept();
        if let Some(definition) = untrack(|| draft.definition(next_id(&definitions))) {
            let id = definition.id.clone();
            definitions.push(definition);
            add_column(state, &id);
            set(state, &definitions);
        }
    };
    view! {
        <details class="define">
            <summary>{t.define.title}</summary>
            <form on:submit=add>
                <p class="notes">{t.define.lead}</p>
                <Field label=t.define.name hint="" value=draft.name />
                <label class="field">
                    <span>{t.define.unit}</span>
                    <select on:change=move |event| draft.unit.set(event_target_value(&event))>{options}</select>
                </label>
                <Field label=t.define.must hint=t.define.must_hint value=draft.must />
                <Field label=t.define.must_not hint="" value=draft.must_not />
                <Field label=t.define.topic hint=t.define.topic_hint value=draft.topic />
                <Caught report draft />
                <button class="btn small primary" type="submit" disabled=move || draft.definition(String::new()).is_none()>
                    {t.define.add}
                </button>
            </form>
        </details>
        <Derive report=for_derived />
        <Own />
    }
}

#[component]
fn Field(label: &'static str, hint: &'static str, value: RwSignal<String>) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input type="text" placeholder=hint autocomplete="off" prop:value=value on:input=move |event| value.set(event_target_value(&event)) />
        </label>
    }
}

/// What the draft catches in the open report.
#[component]
fn Caught(report: Arc<Report>, draft: Draft) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    move || {
        let Some(definition) = draft.definition(String::new()) else {
            return view! { <p class="notes">{t.define.needs}</p> }.into_any();
        };
        let caught = preview(&report.analysis.document.text, &report.analysis, &definition);
        let words = match caught.reach {
            Reach::Nothing => t.define.nothing.to_owned(),
            Reach::Everything => t.define.everything.to_owned(),
            Reach::Some => t.define.catches.of(caught.quantities.len()).replace("{regions}", &t.define.regions.of(caught.sections)),
        };
        let examples = caught
            .quantities
            .iter()
            .take(SHOWN)
            .filter_map(|id| {
                let quantity = report.quantity(*id)?;
                let region = section_name(&report, quantity.section, t);
                Some(view! {
                    <li>
                        {region} {t.marks.colon}
                        <a class="printed" href=state.figure_href(&report, *id) data-fig=*id>
                            {quantity.text.clone()}
                        </a> " " <small lang=report.written_in()>{quantity.what.clone()}</small>
                    </li>
                })
            })
            .collect_view();
        view! {
            <p class="define__caught" role="status">
                {words}
            </p>
            <ul class="define__examples">{examples}</ul>
        }
        .into_any()
    }
}

/// The reader's own indicators, and their file.
#[component]
fn Own() -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let definitions = kept();
    let failure = RwSignal::new(String::new());
    let has_some = !definitions.is_empty();
    let items = definitions
        .iter()
        .map(|definition| {
            let label = fill(t.define.remove, &[("label", &definition.label)]);
            let id = definition.id.clone();
            let forget = move |_| {
                let rest: Vec<UserIndicator> = kept().into_iter().filter(|known| known.id != id).collect();
                set(state, &rest);
            };
            view! {
                <li>
                    <span>{definition.label.clone()}</span>
                    <small>{definition.must.join(t.marks.list)}</small>
                    <button class="ibtn" type="button" aria-label=label.clone() title=label on:click=forget>
                        <Icon name="#i-close" />
                    </button>
                </li>
            }
        })
        .collect_view();
    let export = move |_| {
        if let Some(report) = state.report.get_untracked() {
            save(state, &report, ("indicators", "json"), JSON, &export_definitions(&kept()));
        }
    };
    let import = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|files| files.get(0));
        input.set_value("");
        if let Some(file) = file {
            leptos::task::spawn_local(async move { take_in(state, file, failure).await });
        }
    };
    view! {
        <div class="define__own">
            {has_some.then(|| view! {
                <h3>{t.define.own}</h3>
                <ul>{items}</ul>
                <button class="tbtn" type="button" on:click=export>
                    {t.define.export}
                </button>
            })}
            <label class="tbtn define__import">
                {t.define.import}
                <input class="vh" type="file" accept=".json,application/json" on:change=import />
            </label>
            <p role="alert">{failure}</p>
        </div>
    }
}

/// Adds the definitions of a file to those that are kept, under ids of their own.
async fn take_in(state: AppState, file: web_sys::File, failure: RwSignal<String>) {
    let t = state.strings();
    let text = JsFuture::from(file.unchecked_into::<web_sys::Blob>().text()).await.ok().and_then(|text| text.as_string());
    match import_definitions(&text.unwrap_or_default()) {
        Ok(definitions) => {
            let mut all = kept();
            let n = definitions.len();
            for definition in definitions {
                let id = next_id(&all);
                all.push(UserIndicator { id, ..definition });
            }
            // The view is drawn anew with the report: this signal may be gone by then.
            let _ = failure.try_set(String::new());
            state.announce(t.define.imported.of(n));
            set(state, &all);
        }
        Err(why) => {
            let _ = failure.try_set(refusal(&why, t));
        }
    }
}

fn refusal(why: &DefinitionError, t: &Strings) -> String {
    match why {
        DefinitionError::Broken(why) => fill(t.define.broken, &[("why", why)]),
        DefinitionError::OtherFile => t.define.other_file.to_owned(),
        DefinitionError::Newer(version) => fill(t.define.newer, &[("version", &version.to_string())]),
        DefinitionError::Twice(id) => fill(t.define.twice, &[("id", id)]),
    }
}

/// Puts an indicator at the end of the table's columns.
pub(super) fn add_column(state: AppState, id: &str) {
    let opening = state.report.get_untracked().map(|report| super::model::opening_columns(&report)).unwrap_or_default();
    change_query(state, Step::Push, |query| {
        if query.columns.is_empty() {
            query.columns = opening;
        }
        query.columns.push(ColumnRequest::usual(id));
    });
}
