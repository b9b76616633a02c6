//! Small controls: a choice with its label, and a filter field.

use super::Icon;
use leptos::prelude::*;

/// A choice from a list, with its label before it.
#[component]
pub fn Pick(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// Value and words of each option; the words may change, the values stay.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new value.
    on_change: Callback<String>,
) -> impl IntoView {
    let ids: Vec<String> = options.with_untracked(|all| all.iter().map(|(id, _)| id.clone()).collect());
    let listed = ids
        .into_iter()
        .enumerate()
        .map(|(place, id)| {
            let chosen = value.with_untracked(|v| *v == id);
            let words = move || options.with(|all| all.get(place).map(|(_, words)| words.clone()));
            view! {
                <option value=id selected=chosen>
                    {words}
                </option>
            }
        })
        .collect_view();
    view! {
        <label class="pick">
            <span>{label}</span>
            <select prop:value=value on:change=move |event| on_change.run(event_target_value(&event))>
                {listed}
            </select>
        </label>
    }
}

/// A field that filters what is below it while one types.
#[component]
pub fn FilterBox(
    /// What is filtered.
    #[prop(into)]
    label: String,
    /// The words typed.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the words at each letter.
    on_input: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="find">
            <Icon name="#i-find" />
            <span class="vh">{label.clone()}</span>
            <input type="search" placeholder=label prop:value=value on:input=move |event| on_input.run(event_target_value(&event)) />
        </label>
    }
}
