//! Reports that this browser keeps: open one again, or remove it for good.

use crate::app::components::Icon;
use crate::app::corrections::{in_store, list_kept};
use crate::app::intake::use_intake;
use crate::app::route::SAMPLE;
use crate::app::state::use_app;
use crate::app::store::{self, Kept};
use crate::app::strings::fill;
use leptos::prelude::*;

/// The list; nothing where nothing is kept.
#[component]
pub(super) fn Recent() -> impl IntoView {
    let state = use_app();
    let t = &state.strings().corrections;
    move || {
        let kept: Vec<Kept> = state.kept.get().into_iter().filter(|kept| kept.key != SAMPLE).collect();
        (!kept.is_empty()).then(|| {
            let rows = kept.into_iter().map(|kept| view! { <Row kept /> }).collect_view();
            view! {
                <section class="recent" aria-labelledby="recent-h">
                    <h2 id="recent-h">{t.recent}</h2>
                    <ul>{rows}</ul>
                    <p class="notes">{t.recent_lead}</p>
                </section>
            }
        })
    }
}

#[component]
fn Row(kept: Kept) -> impl IntoView {
    let state = use_app();
    let strings = state.strings();
    let t = &strings.corrections;
    let intake = StoredValue::new_local(use_intake());
    let corrections = kept.journal.entries().len();
    // A second press is asked for where work would be lost.
    let sure = RwSignal::new(false);
    let facts = [
        strings.words.sections.of(kept.sections),
        strings.words.figures.of(kept.figures),
        if corrections > 0 { t.count.of(corrections) } else { String::new() },
    ];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(strings.marks.comma);
    let day = kept.opened.get(..10).unwrap_or_default().to_owned();
    let (key, name) = (kept.key.clone(), kept.name.clone());
    let remove = {
        let (key, name) = (kept.key.clone(), kept.name.clone());
        move |_| {
            if corrections > 0 && !sure.get_untracked() {
                sure.set(true);
                return;
            }
            let (key, name) = (key.clone(), name.clone());
            leptos::task::spawn_local(async move {
                if store::remove(&key).await.is_ok() {
                    in_store(state, &key, None);
                    state.journals.update(|all| {
                        all.remove(&key);
                    });
                    state.announce(fill(t.removed, &[("name", &name)]));
                }
                list_kept(state).await;
            });
        }
    };
    let label = fill(t.remove, &[("name", &kept.name)]);
    let title = label.clone();
    view! {
        <li>
            <button class="recent__open" type="button" on:click=move |_| intake.with_value(|i| i.kept(key.clone(), name.clone()))>
                <b>{kept.title.clone()}</b>
                <small>{kept.name.clone()} " \u{b7} " {facts} " \u{b7} " <time datetime=day.clone()>{day.clone()}</time></small>
            </button>
            <button class="ibtn" class:ibtn--word=sure type="button" class:sure=sure aria-label=move || (!sure.get()).then(|| label.clone()) title=title on:click=remove>
                {move || if sure.get() {
                    fill(t.remove_sure, &[("n", &t.count.of(corrections))]).into_any()
                } else {
                    view! { <Icon name="#i-close" /> }.into_any()
                }}
            </button>
        </li>
    }
}
