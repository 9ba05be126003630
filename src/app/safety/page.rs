//! Red flags in three tiers, most urgent first; asked, and told.

use super::body::Body;
use super::check::Check;
use super::number::Number;
use crate::app::parts::cite::Cite;
use crate::app::parts::link::Link;
use crate::app::parts::picture::FloorPicture;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::FloorStep;
use crate::domain::progress::today::FLOOR_FREE;
use leptos::prelude::*;

/// When to get help instead of starting a session.
#[component]
pub fn Safety() -> impl IntoView {
    let tiers = told(CATALOG.safety).get().iter().map(|tier| {
        let urgent = &*tier.id == "emergency";
        view! {
            <section class=format!("tier tier-{}", tier.id) id=tier.id.get()>
                <h2>{tier.name.get()}</h2>
                <p class="tier-lead">{tier.lead.get()}</p>
                <ul>{tier.flags.get().iter().map(|flag| view! { <li>{flag.text.get()}</li> }).collect_view()}</ul>
                <p class="tier-action">{tier.action.get()}</p>
                <p class="small"><Cite sources=tier.sources/></p>
                // There is room for a number that is still to come.
                {urgent.then(|| view! { <div class="whom-to-call"><Number/></div> })}
            </section>
        }
    });
    view! {
        <h1>{t::SAFETY}</h1>
        <p class="lead">{t::SAFETY_LEAD}</p>
        <Check again=RwSignal::new(false)/>
        <h2 class="visually-hidden">{t::ALL_SIGNS}</h2>
        <div class="tiers">{tiers.collect_view()}</div>
        <p class="small">{t::SAFETY_SOURCE}</p>
        <section id="conditions"><Body/></section>
        <section id="floor">
            <h2>{t::FLOOR}</h2>
            <p>{t::FLOOR_LEAD}</p>
            <p>{t::FLOOR_FREE}" "<Link to=Route::Routine(FLOOR_FREE)>{CATALOG.routine(FLOOR_FREE).map(|routine| routine.name.get())}</Link></p>
            <h3>{t::FLOOR_DOWN}</h3>
            <Steps steps=told(CATALOG.floor).down.get()/>
            <h3>{t::FLOOR_UP}</h3>
            <Steps steps=told(CATALOG.floor).up.get()/>
        </section>
    }
}

#[component]
fn Steps(steps: &'static [FloorStep]) -> impl IntoView {
    let steps = steps.iter().map(|step| view! { <li><FloorPicture step/><span>{step.text.get()}</span></li> });
    view! { <ol class="stills floor-steps">{steps.collect_view()}</ol> }
}
