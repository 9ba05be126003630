//! Conditions that the person names, and what their clinician has set aside.

use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::shell::notices::use_notices;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::Condition;
use crate::domain::documents::health::Health;
use crate::domain::documents::shelf::SaveError;
use crate::domain::safety::clearing::name_of;
use leptos::prelude::*;

/// The conditions, to be chosen. What is chosen holds at once.
#[component]
pub(super) fn Body() -> impl IntoView {
    let library = use_library();
    let notices = use_notices();
    let change = move |change: &dyn Fn(&mut Health)| match library.change_health(change) {
        // Where nothing can be kept that is said elsewhere.
        Ok(()) | Err(SaveError::Blocked) => {}
        Err(error) => notices.tell(t::answers_not_saved(error)),
    };
    let choice = move |condition: &'static Condition| {
        let id = condition.id.get();
        let has = move || library.of_health(|health| health.conditions.iter().flatten().any(|known| known == id));
        let cleared = move || {
            let is_cleared =
                |name: &String| library.of_health(|health| health.cleared.iter().flatten().any(|x| x == name));
            let rules = condition.rules.get().iter().filter_map(|rule| {
                let name = Some(name_of(condition, rule)).filter(is_cleared)?;
                let back = move || change(&|health| health.is_cleared(&name, false));
                Some(view! { <li>{t::CLEARED}" "{rule.text.get()}" "{button("as-link", t::TAKE_BACK, back)}</li> })
            });
            let rules: Vec<_> = rules.collect();
            (!rules.is_empty()).then(|| view! { <ul class="small">{rules}</ul> })
        };
        view! {
            <li>
                <label class="tick">
                    <input type="checkbox" prop:checked=has on:change:target=move |event| {
                        let is_so = event.target().checked();
                        change(&|health| health.has(id, is_so));
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
