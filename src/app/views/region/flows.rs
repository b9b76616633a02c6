//! Flows from and to other regions that the text names.

use crate::analysis::{Direction, Flow, Quantity};
use crate::app::components::FigureLink;
use crate::app::display::region_name;
use crate::app::report::Report;
use crate::app::route::View;
use crate::app::state::use_app;
use leptos::prelude::*;
use std::sync::Arc;

/// The list, by direction; nothing where the section names no flow.
#[component]
pub(super) fn Flows(report: Arc<Report>, section: u32) -> impl IntoView {
    let t = use_app().strings();
    let flows: Vec<Flow> = report.analysis.flows.iter().filter(|flow| flow.section == section).cloned().collect();
    let group = |direction: Direction, title: &'static str| {
        let rows: Vec<AnyView> = flows.iter().filter(|flow| flow.direction == direction).map(|flow| row(&report, flow)).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{title}</h3>
                <ul class="flows">{rows}</ul>
            }
        })
    };
    (!flows.is_empty()).then(|| {
        view! {
            <section class="flows-all" aria-labelledby="flows-h">
                <div class="head">
                    <h2 id="flows-h">{t.region.flows}</h2>
                    <span class="note">{t.region.flows_note}</span>
                </div>
                {group(Direction::From, t.region.flows_from)}
                {group(Direction::To, t.region.flows_to)}
            </section>
        }
    })
}

fn row(report: &Arc<Report>, flow: &Flow) -> AnyView {
    let state = use_app();
    let name = region_name(&flow.region, state.strings());
    let own = report.analysis.sections.iter().find(|section| section.region == flow.region);
    let name = match own {
        Some(section) => {
            let href = state.href(View::Region(report.region_key(section.id).to_owned()));
            view! { <a class="lk" href=href>{name}</a> }.into_any()
        }
        None => name.into_any(),
    };
    let quantities: Vec<Quantity> = flow.quantities.iter().filter_map(|id| report.quantity(*id)).cloned().collect();
    let figures = quantities
        .into_iter()
        .map(|quantity| {
            let language = report.written_in();
            view! {
                <FigureLink report=report.clone() id=quantity.id>
                    <span class="printed">{quantity.text}</span>
                    " "
                    <small lang=language>{quantity.what}</small>
                </FigureLink>
            }
        })
        .collect_view();
    view! {
        <li>
            <span>{name}</span>
            <span class="flows__figures">{figures}</span>
        </li>
    }
    .into_any()
}
