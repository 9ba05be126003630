//! Conditions that the person names, and what their clinician has set aside.

use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::shell::preferences::use_preferences;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::Condition;
use crate::domain::documents::list::has;
use crate::domain::safety::clearing::name_of;
use leptos::prelude::*;

/// The conditions, to be chosen. What is chosen holds at once.
#[component]
pub(super) fn Body() -> impl IntoView {
    let library = use_library();
    let preferences = use_preferences();
    let choice = move |condition: &'static Condition| {
        let id = condition.id.get();
        let is_so = move || library.of_health(|health| has(&health.conditions, id));
        let cleared = move || {
            let is_cleared = |name: &String| library.of_health(|health| has(&health.cleared, name));
            let rules = condition.rules.get().iter().filter_map(|rule| {
                let name = Some(name_of(condition, rule)).filter(is_cleared)?;
                let back = move || preferences.change_health(&|health| health.set_cleared(&name, false));
                Some(view! { <li>{t::CLEARED}" "{rule.text.get()}" "{button("as-link", t::TAKE_BACK, back)}</li> })
            });
            let rules: Vec<_> = rules.collect();
            (!rules.is_empty()).then(|| view! { <ul class="small">{rules}</ul> })
        };
        view! {
            <li>
                <label class="tick">
                    <input type="checkbox" prop:checked=is_so on:change:target=move |event| {
                        let is_so = event.target().checked();
                        preferences.change_health(&|health| health.set_condition(id, is_so));
                    }/>
                    <span>{condition.text.get()}</span>
                </label>
                {cleared}
            </li>
        }
    };
    view! {
        <fieldset class="conditions">
            <legend>{t::CONDITIONS}</legend>
            <p class="small">{t::CONDITIONS_WHY}</p>
            <ul>{told(CATALOG.conditions).get().iter().map(choice).collect_view()}</ul>
        </fieldset>
    }
}
