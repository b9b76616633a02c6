//! What comes out, shown with the components that the other views are built from. Their figures illustrate, and
//! the page says so: nothing has been read yet.

use crate::analysis::{Bounds, Number, Unit, Verdict};
use crate::app::components::{IntervalScale, Strip, TakeAlong, VerdictBadge, Which, single_size};
use crate::app::display::{StripMarks, unit_label};
use crate::app::state::use_app;
use crate::app::strings::{Language, fill};
use crate::compare::Scale;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// Values of the strip, in million yuan, ascending.
const FUNDS: [f64; 18] = [
    45.0, 514.01, 573.80, 646.0, 680.0, 910.34, 1117.0, 1260.51, 1392.0, 1428.0, 1546.0, 1786.0, 2300.0, 2355.46, 2450.0, 2761.0, 4211.0,
    5299.0,
];

/// Four specimens and four promises.
#[component]
pub(super) fn WhatComesOut() -> impl IntoView {
    let t = &use_app().strings().start;
    view! {
        <section aria-labelledby="out-h">
            <div class="head">
                <h2 id="out-h">{t.out_title}</h2>
                <span class="note">{t.out_note}</span>
            </div>
            <ul class="out">
                <Specimen title=t.out_card text=t.out_card_text>
                    <CardSpecimen />
                </Specimen>
                <Specimen title=t.out_table text=t.out_table_text>
                    <TableSpecimen />
                </Specimen>
                <Specimen title=t.out_text text=t.out_text_text>
                    <TextSpecimen />
                </Specimen>
                <Specimen title=t.out_audit text=t.out_audit_text>
                    <AuditSpecimen />
                </Specimen>
            </ul>
            <div class="start-more">
                <div>
                    <h3>{t.offline}</h3>
                    <Offline />
                </div>
                <div>
                    <h3>{t.corrections}</h3>
                    <p>{t.corrections_text}</p>
                </div>
                <div>
                    <h3>{t.exports}</h3>
                    <p>{t.exports_text}</p>
                </div>
                <div>
                    <h3>{t.privacy_title}</h3>
                    <p>{t.privacy_text}</p>
                </div>
            </div>
        </section>
    }
}

/// How to work without network: on a host with the way to take the page along.
#[component]
fn Offline() -> impl IntoView {
    let t = &use_app().strings().start;
    match single_size() {
        Some(size) => view! {
            <p>{t.offline_text}</p>
            <p><TakeAlong /> {fill(t.single_text, &[("size", &size)])}</p>
        }
        .into_any(),
        None => view! { <p>{t.is_single_text}</p> }.into_any(),
    }
}

#[component]
fn Specimen(title: &'static str, text: &'static str, children: Children) -> impl IntoView {
    view! {
        <li>
            <h3>{title}</h3>
            <p>{text}</p>
            <div class="spec">{children()}</div>
        </li>
    }
}

#[component]
fn CardSpecimen() -> impl IntoView {
    let t = use_app().strings();
    let highest = FUNDS.last().copied().unwrap_or(1.0);
    let place = |value: f64| value / highest * 99.0;
    let marks = StripMarks {
        ticks: FUNDS.iter().map(|value| place(*value)).collect(),
        median: Some(place(f64::midpoint(1392.0, 1428.0))),
        own: Some(place(573.80)),
    };
    let rank = fill(t.words.rank_stated, &[("place", "16th"), ("n", "16"), ("of", "18")]);
    view! {
        <div class="headline">
            <span class="what">{t.start.spec_card}</span>
            <span class="val">"573.80"</span>
            <span class="unit">{million_yuan(t.language)}</span>
            <Strip marks />
            <span class="pos">{rank}</span>
        </div>
    }
}

#[component]
fn TableSpecimen() -> impl IntoView {
    let t = use_app().strings();
    let rows =
        [("h5", "5,299", None), ("h5", "4,211", Some(("h2", "36,000"))), ("h5", "2,761", None), ("h4", "2,450", Some(("h5", "264,000")))];
    let rows = t
        .start
        .spec_regions
        .into_iter()
        .zip(rows)
        .map(|(region, (heat, funds, moved))| {
            let moved = match moved {
                Some((heat, people)) => view! { <td class=heat>{people}</td> }.into_any(),
                None => view! { <td class="ns">{t.words.not_stated}</td> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{region}</th>
                    <td class=heat>{funds}</td>
                    {moved}
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="ct">
            <thead>
                <tr>
                    <th scope="col">
                        <span class="vh">{t.overview.region}</span>
                    </th>
                    <th scope="col">{t.start.spec_funds} <span class="u">{million_yuan(t.language)}</span></th>
                    <th scope="col">{t.start.spec_relocated} <span class="u">{unit_label(Unit::People, Scale::One, None, None, t.language)}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn million_yuan(language: Language) -> String {
    unit_label(Unit::CNY, Scale::Million, None, None, language)
}

#[component]
fn TextSpecimen() -> impl IntoView {
    view! {
        <p class="printed" lang="en">
            "Fiscal poverty funds reached " <span class="q k-level is-total">"573.80 million yuan"</span> ", of which "
            <span class="q k-level is-sib">"40.69 million yuan"</span> " came from the central government, "
            <span class="q k-level is-on">"252.3 million yuan"</span> " from the province and "
            <span class="q k-level is-sib">"280.81 million yuan"</span> " from cities and counties."
        </p>
    }
}

#[component]
fn AuditSpecimen() -> impl IntoView {
    let t = use_app().strings();
    let percent = |low: i64, high: i64| Bounds { low: Number(Decimal::new(low, 2)), high: Number(Decimal::new(high, 2)) };
    let (stated, computed, verdict) = (percent(3375, 3385), percent(3334, 3341), Verdict::Inconsistent);
    view! {
        <VerdictBadge verdict />
        <p class="printed specimen-note">{t.start.spec_finding}</p>
        <dl class="iv">
            <dt>{t.evidence.printed}</dt>
            <dd class="num">{fill(t.words.range, &[("low", "33.75%"), ("high", "33.85%")])}</dd>
            <IntervalScale stated computed verdict which=Which::Stated />
            <dt>{t.evidence.implied}</dt>
            <dd class="num">{fill(t.words.range, &[("low", "33.34%"), ("high", "33.41%")])}</dd>
            <IntervalScale stated computed verdict which=Which::Computed />
        </dl>
    }
}
