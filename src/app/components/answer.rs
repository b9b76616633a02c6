//! The reader's answer to a finding: three buttons and a note, or the answer given.

use super::Icon;
use crate::analysis::{Answer, Answered, Finding, Verdict};
use crate::app::browser;
use crate::app::corrections::{figure_anchor, make};
use crate::app::display::{answer_button, answer_words};
use crate::app::report::Report;
use crate::app::state::use_app;
use crate::review::Change;
use leptos::html::Input;
use leptos::prelude::*;
use std::sync::Arc;

/// Asks where figures disagree or agree only within rounding, or says what was answered.
#[component]
pub fn FindingAnswer(report: Arc<Report>, finding: Finding) -> impl IntoView {
    let state = use_app();
    let t = state.strings();
    let given = finding.answer.clone();
    let note = RwSignal::new(String::new());
    let noting = RwSignal::new(None::<Answer>);
    let field = NodeRef::<Input>::new();
    let say = {
        let (rule, section, quantities) = (finding.rule.to_string(), finding.section, finding.quantities.clone());
        Callback::new(move |answer: Option<Answered>| {
            let figures: Option<Vec<_>> = quantities.iter().map(|id| figure_anchor(&report, *id)).collect();
            if let Some(figures) = figures {
                make(state, &report, section, Change::Answer { rule: rule.clone(), figures, answer }, Vec::new());
            }
        })
    };
    if let Some(Answered { answer, note }) = given {
        return view! {
            <p class="answered">
                <Icon name="#i-pen" />
                <span>{answer_words(answer, t)} {(!note.is_empty()).then(|| format!(": {note}"))}</span>
                <button class="tbtn" type="button" on:click=move |_| say.run(None)>
                    {t.corrections.take_answer_back}
                </button>
            </p>
        }
        .into_any();
    }
    if !matches!(finding.verdict, Verdict::Inconsistent | Verdict::Rounding) {
        return ().into_any();
    }
    let buttons = [Answer::Misread, Answer::Explained, Answer::Confirmed]
        .map(|answer| {
            view! {
                <button
                    class="tbtn"
                    type="button"
                    aria-expanded=move || if noting.get() == Some(answer) { "true" } else { "false" }
                    on:click=move |_| {
                        noting.update(|now| *now = if *now == Some(answer) { None } else { Some(answer) });
                        // Where a note may be written, and Enter keeps the answer.
                        browser::after_render(move || if let Some(Some(field)) = field.try_get_untracked() { let _ = field.focus(); });
                    }
                >
                    {answer_button(answer, t)}
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="answer" role="group" aria-label=t.corrections.answer>
            <span>{t.corrections.answer}</span>
            {buttons}
            {move || noting.get().map(|answer| {
                let keep = move |event: leptos::ev::SubmitEvent| {
                    event.prevent_default();
                    say.run(Some(Answered { answer, note: note.get_untracked().trim().to_owned() }));
                };
                view! {
                    <form on:submit=keep>
                        <label class="field">
                            <span>{t.corrections.note}</span>
                            <input type="text" autocomplete="off" node_ref=field prop:value=note on:input=move |event| note.set(event_target_value(&event)) />
                        </label>
                        <button class="btn small primary" type="submit">{answer_button(answer, t)}</button>
                    </form>
                }
            })}
        </div>
    }
    .into_any()
}
