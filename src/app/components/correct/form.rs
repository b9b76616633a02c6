//! The form of a correction: every property of a figure, each with a label, errors in words beside what they are about.

use crate::analysis::Quantity;
use crate::app::browser;
use crate::app::display::{Bad, Draft, KINDS, MODIFIERS, SCOPES, all_units, indicator_label, kind_word, modifier_word, scope_word};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::review::Field;
use leptos::html::Form;
use leptos::prelude::*;
use std::sync::Arc;

/// Figures before and behind that one may link to.
const NEIGHBOURS: usize = 24;

/// Longest words of an option, in characters.
const LONGEST: usize = 48;

/// The form. `on_keep` is given the changed properties, each with what it was.
#[component]
pub fn FigureForm(
    report: Arc<Report>,
    /// The figure as it is read.
    quantity: Quantity,
    /// Called with what was changed.
    on_keep: Callback<Vec<(Field, Field)>>,
    /// Called when the reader thinks better of it.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let t = use_app().strings();
    let c = &t.corrections;
    let draft = RwSignal::new(Draft::of(&quantity));
    let bad = RwSignal::new(None::<Bad>);
    let form = NodeRef::<Form>::new();
    Effect::new(move |_| {
        form.track();
        focus(form, "input");
    });
    let indicators = optional(c.nothing, report.analysis.indicators.iter().map(|i| (i.id.clone(), indicator_label(i, t))));
    let links = optional(c.nothing, neighbours(&report, &quantity));
    let coded = |table: Vec<(&str, &str)>| table.into_iter().map(|(code, words)| (code.to_owned(), words.to_owned())).collect::<Vec<_>>();
    let kinds = coded(KINDS.iter().map(|(code, kind)| (*code, kind_word(*kind, t))).collect());
    let scopes = coded(SCOPES.iter().map(|(code, scope)| (*code, scope_word(*scope, t))).collect());
    let hedges = coded(MODIFIERS.iter().map(|(code, modifier)| (*code, modifier_word(*modifier, t))).collect());
    let units = all_units(&report, t);
    let stored = StoredValue::new((report, quantity));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match stored.with_value(|(report, quantity)| draft.with_untracked(|draft| draft.changes(quantity, report))) {
            Ok(changes) => on_keep.run(changes),
            Err(what) => {
                bad.set(Some(what));
                // To what has to be written anew.
                focus(form, "input[aria-invalid=true]");
            }
        }
    };
    let said = move |what: Bad, words: &'static str| {
        move || (bad.get() == Some(what)).then(|| view! { <small class="bad" role="alert">{words}</small> })
    };
    view! {
        <form class="figure-form" node_ref=form on:submit=submit>
            <Text name="value" label=c.value hint=c.value_hint about=(bad, Bad::Value) draft get=|d| &mut d.value />
            <Choice name="unit" label=c.unit options=units draft get=|d| &mut d.unit />
            {said(Bad::Value, c.value_bad)}
            <Text name="noun" label=c.noun draft get=|d| &mut d.noun />
            <Text name="per" label=c.per draft get=|d| &mut d.per />
            <Text name="what" label=c.what wide=true draft get=|d| &mut d.what />
            <Choice name="kind" label=c.kind options=kinds draft get=|d| &mut d.kind />
            <Text name="year" label=c.year about=(bad, Bad::Year) draft get=|d| &mut d.year />
            {said(Bad::Year, c.year_bad)}
            <Choice name="scope" label=c.scope options=scopes draft get=|d| &mut d.scope />
            <Choice name="modifier" label=c.modifier options=hedges draft get=|d| &mut d.modifier />
            <Choice name="indicator" label=c.indicator wide=true options=indicators draft get=|d| &mut d.indicator />
            <Choice name="part_of" label=c.part_of options=links.clone() draft get=|d| &mut d.part_of />
            <Choice name="qualifies" label=c.qualifies options=links draft get=|d| &mut d.qualifies />
            <p class="row">
                <button class="btn small primary" type="submit">
                    {c.save}
                </button>
                <button class="btn small" type="button" on:click=move |_| on_cancel.run(())>
                    {c.cancel}
                </button>
            </p>
        </form>
    }
}

/// Gives the focus to the first element of the form that a selector matches, once the form shows its state.
fn focus(form: NodeRef<Form>, selector: &'static str) {
    browser::after_render(move || {
        let first = form.try_get_untracked().flatten().and_then(|form| form.query_selector(selector).ok().flatten());
        if let Some(first) = first.and_then(|first| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(first).ok()) {
            let _ = first.focus();
        }
    });
}

fn optional(none: &str, options: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), none.to_owned())).chain(options).collect()
}

/// The figures around one in its section, as they are printed.
fn neighbours(report: &Report, quantity: &Quantity) -> Vec<(String, String)> {
    let all: Vec<&Quantity> = report.quantities_in(quantity.section).collect();
    let here = all.partition_point(|q| q.start < quantity.start);
    let linked = |q: &Quantity| Some(q.id) == quantity.of || Some(q.id) == quantity.base;
    let near = |place: usize| place + NEIGHBOURS >= here && place <= here + NEIGHBOURS;
    let options = all.iter().enumerate().filter(|(place, q)| q.start != quantity.start && (near(*place) || linked(q)));
    options.map(|(_, q)| (q.id.to_string(), words_of(q))).collect()
}

fn words_of(quantity: &Quantity) -> String {
    let words = format!("{} \u{b7} {}", quantity.text, quantity.what);
    if words.chars().count() > LONGEST { words.chars().take(LONGEST).chain(['\u{2026}']).collect() } else { words }
}

type Part = fn(&mut Draft) -> &mut String;

/// One part of the draft as a signal.
fn part(draft: RwSignal<Draft>, get: Part) -> Signal<String> {
    Signal::derive(move || draft.with(|draft| get(&mut draft.clone()).clone()))
}

fn set(draft: RwSignal<Draft>, get: Part, value: String) {
    draft.update(|draft| *get(draft) = value);
}

#[component]
fn Text(
    name: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    #[prop(optional)] wide: bool,
    /// What is amiss with the form, and what of it would be this field.
    #[prop(optional)]
    about: Option<(RwSignal<Option<Bad>>, Bad)>,
    draft: RwSignal<Draft>,
    get: Part,
) -> impl IntoView {
    let invalid = move || about.is_some_and(|(bad, own)| bad.get() == Some(own)).then_some("true");
    view! {
        <label class="field" class:whole=wide>
            <span>{label}</span>
            <input
                type="text"
                name=name
                autocomplete="off"
                placeholder=hint
                aria-invalid=invalid
                prop:value=part(draft, get)
                on:input=move |event| set(draft, get, event_target_value(&event))
            />
        </label>
    }
}

#[component]
fn Choice(
    name: &'static str,
    label: &'static str,
    #[prop(optional)] wide: bool,
    options: Vec<(String, String)>,
    draft: RwSignal<Draft>,
    get: Part,
) -> impl IntoView {
    let chosen = part(draft, get).get_untracked();
    let options = options
        .into_iter()
        .map(|(code, words)| {
            let selected = code == chosen;
            view! {
                <option value=code selected=selected>
                    {words}
                </option>
            }
        })
        .collect_view();
    view! {
        <label class="field field--choice" class:whole=wide>
            <span>{label}</span>
            <select name=name on:change=move |event| set(draft, get, event_target_value(&event))>{options}</select>
        </label>
    }
}
