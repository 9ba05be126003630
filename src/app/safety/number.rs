//! Whom to call.

use crate::app::library::use_library;
use crate::app::parts::link::Link;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::LANGUAGE;
use crate::content::words::messages as t;
use crate::domain::safety::emergency::{ON_MOBILES, guess};
use crate::platform::place;
use leptos::prelude::*;

/// The number to call: the person's own, or a guess that is told as one.
#[component]
pub(super) fn Number() -> impl IntoView {
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
