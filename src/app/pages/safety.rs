//! Red flags in three tiers, most urgent first.

use crate::app::library::use_library;
use crate::app::parts::cite::Cite;
use crate::app::parts::link::Link;
use crate::app::parts::picture::FloorPicture;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::LANGUAGE;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::FloorStep;
use crate::domain::safety::emergency::{ON_MOBILES, guess};
use crate::platform::place;
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
        <div class="tiers">{tiers.collect_view()}</div>
        <p class="small">{t::SAFETY_SOURCE}</p>
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

/// The number to call: the person's own, or a guess that is told as one.
#[component]
fn Number() -> impl IntoView {
    let library = use_library();
    let call = |number: &str| {
        let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! { <a class="button danger big" href=format!("tel:{digits}")>{t::call_number(number)}</a> }
    };
    move || {
        // The device is asked once the page is the app's: what was rendered is the same for all.
        if !library.opened.get() {
            return view! { <p>{t::LOCAL_NUMBER}</p> }.into_any();
        }
        let own = library.settings().emergency_number.filter(|number| !number.trim().is_empty());
        let guess = guess(&place::time_zone(), &place::language());
        let change = || view! { <Link to=Route::Settings fragment="#emergency">{t::CHANGE_NUMBER}</Link> };
        match (own, guess) {
            (Some(own), _) => view! { <p class="number">{call(&own)}" "{change()}</p> }.into_any(),
            (None, Some(guess)) => {
                let country = place::country(guess.country, LANGUAGE.locale);
                let other = (guess.number != ON_MOBILES).then(|| view! { <p class="small">{t::ON_MOBILES}</p> });
                view! {
                    <p class="number"><strong>{t::in_country(&country, guess.number)}</strong>" "{call(guess.number)}</p>
                    {other}
                    <p class="small">{t::NUMBER_IS_GUESSED}" "{change()}</p>
                }
                .into_any()
            }
            (None, None) => {
                view! { <p>{t::LOCAL_NUMBER}" "{change()}</p><p class="small">{t::ON_MOBILES}</p> }.into_any()
            }
        }
    }
}

/// The routine of those who stay off the floor.
const FLOOR_FREE: &str = "floor-free";

#[component]
fn Steps(steps: &'static [FloorStep]) -> impl IntoView {
    let steps = steps.iter().map(|step| view! { <li><FloorPicture step/><span>{step.text.get()}</span></li> });
    view! { <ol class="stills floor-steps">{steps.collect_view()}</ol> }
}
