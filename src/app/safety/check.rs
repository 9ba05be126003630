//! The safety screen: the lists one by one, then what follows from the answers.

use super::number::Number;
use crate::app::library::gate::{gate, today};
use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::parts::link::Link;
use crate::app::shell::address::use_address;
use crate::app::shell::preferences::use_preferences;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::dates::stored_date;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::SafetyTier;
use crate::domain::documents::health::Health;
use crate::domain::safety::gate::Gate;
use crate::domain::safety::screen::{Answered, answered};
use crate::domain::safety::tier::Tier;
use crate::platform::{history, page, timers};
use leptos::prelude::*;

/// Brings what is new on the screen into view, to the keyboard and to screen readers.
fn goes_to(id: &'static str) {
    timers::soon(move || page::focus(id));
}

/// To what the person wanted before they were asked: the start page, or the session.
fn goes_back() {
    timers::soon(|| {
        history::scroll();
        ["start", "pause", CHECKED].into_iter().for_each(page::focus);
    });
}

const HEADING: &str = "check";
const CHECKED: &str = "checked";

fn list_of(tier: Tier) -> Option<&'static SafetyTier> {
    told(CATALOG.safety).get().iter().find(|list| Tier::of_list(list) == Some(tier))
}

fn signs(list: &'static SafetyTier) -> impl IntoView {
    view! { <ul>{list.flags.get().iter().map(|flag| view! { <li>{flag.text.get()}</li> }).collect_view()}</ul> }
}

/// The screen.
#[component]
pub(super) fn Check(
    /// Whether the person wants to answer anew; false once all is answered.
    again: RwSignal<bool>,
) -> impl IntoView {
    let library = use_library();
    let preferences = use_preferences();
    let framed = use_address().is_framed();
    let lists = told(CATALOG.safety).get();
    // The list that is asked; nothing where the person has read, or is to read, what follows.
    let first = untrack(|| again.get() && gate(library) == Gate::Open).then_some(0);
    let at = RwSignal::new(first);
    let changes = move |change: &dyn Fn(&mut Health, &str)| {
        let today = today().map(|date| date.to_string()).unwrap_or_default();
        preferences.change_health(&|health| change(health, &today));
        at.try_set(None);
        if untrack(|| gate(library)) == Gate::Open {
            again.try_set(false);
            goes_back();
        } else {
            goes_to(HEADING);
        }
    };
    let asks_anew = move || {
        at.try_set(Some(0));
        goes_to(HEADING);
    };
    let answers = move |place: usize, is_so: bool| match answered(lists, place, is_so) {
        Answered::Next(next) => {
            at.try_set(Some(next));
            goes_to(HEADING);
        }
        Answered::Found(tier) => changes(&|health, today| health.set_screened(tier, today)),
    };
    let asked = move |place: usize| {
        let list = lists.get(place)?;
        Some(view! {
            <section class="check asking">
                <p class="eyebrow">{t::check_of(place + 1, lists.len())}</p>
                <h2 id=HEADING tabindex="-1">{t::CHECK_ASKS.get(place).copied()}</h2>
                {(place == 0).then(|| view! { <p class="small">{t::CHECK_WHY}" "{t::CHECK_KEEPS}</p> })}
                <p>{list.lead.get()}</p>
                {signs(list)}
                <div class="answers">
                    {button("button big", t::NONE_OF_THESE, move || answers(place, false))}
                    {button("big", t::AT_LEAST_ONE, move || answers(place, true))}
                </div>
            </section>
        })
    };
    let stopped = move || {
        let list = list_of(Tier::Emergency)?;
        Some(view! {
            <section class="check tier tier-emergency">
                <h2 id=HEADING tabindex="-1">{list.name.get()}</h2>
                <p class="lead">{t::STOPPED}</p>
                <Number/>
                <details><summary>{t::WHICH_SIGNS}</summary><p>{list.lead.get()}</p>{signs(list)}</details>
                <p>{t::UNTIL_SEEN}</p>
                <div class="answers">
                    {button("", t::PRESSED_BY_MISTAKE, asks_anew)}
                    {button("", t::WAS_SEEN, move || changes(&|health, today| health.seen = Some(today.to_owned())))}
                </div>
            </section>
        })
    };
    let advised = move |tier: Tier| {
        let list = list_of(tier)?;
        Some(view! {
            <section class=format!("check tier tier-{}", tier.name())>
                <h2 id=HEADING tabindex="-1">{list.name.get()}</h2>
                <p class="lead">{list.action.get()}</p>
                <details><summary>{t::WHICH_SIGNS}</summary><p>{list.lead.get()}</p>{signs(list)}</details>
                <p>{t::GROWN_UPS_MAY_GO_ON}</p>
                <div class="answers">
                    {(!framed).then(|| view! { <Link to=Route::Home class="button">{t::GO_BACK_FOR_NOW}</Link> })}
                    {button("", t::GO_ON_AFTER_ADVICE, move || changes(&|health, today| health.went_on = Some(today.to_owned())))}
                    {button("", t::PRESSED_BY_MISTAKE, asks_anew)}
                </div>
            </section>
        })
    };
    let passed = move || {
        let (date, tier) = library.of_health(|health| (health.screened.clone(), health.tier));
        let date = date.map(|date| stored_date(&date)).unwrap_or_default();
        view! {
            <section class="check callout">
                <p id=CHECKED tabindex="-1">{t::checked(&date, tier.filter(|tier| *tier > Tier::None).and_then(list_of).map(|list| list.name.get()))}</p>
                {button("", t::ANSWER_AGAIN, asks_anew)}
            </section>
        }
    };
    move || {
        // The same page is rendered for all, and nobody has answered anything.
        if !library.opened.get() {
            return asked(0).into_any();
        }
        match (at.get(), gate(library)) {
            (Some(place), _) => asked(place).into_any(),
            (None, Gate::Ask) => asked(0).into_any(),
            (None, Gate::Stop) => stopped().into_any(),
            (None, Gate::Advise(tier)) => advised(tier).into_any(),
            (None, Gate::Open) => passed().into_any(),
        }
    }
}
