//! The player's page for a routine in a link.

use super::Play;
use super::handover::use_handover;
use crate::app::extras::{ContinueOffer, Extra, extra_part};
use crate::app::library::use_library;
use crate::app::parts::link::Link;
use crate::app::shell::address::use_address;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::routine::Routine;
use leptos::prelude::*;

fn code_in(fragment: &str) -> Option<&str> {
    fragment.split('&').find_map(|part| part.strip_prefix("r="))
}

/// The player with the share code in the fragment.
#[component]
pub fn PlayCustom() -> impl IntoView {
    let library = use_library();
    let address = use_address();
    let handover = use_handover();
    // Links within the page, such as the one to the content, change the fragment too.
    let code = Memo::new(move |before: Option<&String>| {
        let fragment = address.fragment.get();
        let code = code_in(&fragment).map(str::to_owned);
        code.or_else(|| before.cloned()).unwrap_or_default()
    });
    move || {
        if !library.opened.get() {
            return view! { <h1>{t::CUSTOM_ROUTINE}</h1><p>{t::READING_LINK}</p> }.into_any();
        }
        let code = code.get();
        // What we wrote ourselves we can always read, even where it is too much for a link.
        let routine = match untrack(|| handover.to_take_up(&code)) {
            Some(left) => Routine::recorded(&CATALOG, &left.record.routine, &code, t::CUSTOM_ROUTINE),
            None => Routine::custom(&CATALOG, t::CUSTOM_ROUTINE, &code),
        };
        match routine {
            Ok(mut routine) => {
                // One exercise is called what it is.
                if let [only] = routine.items.as_slice() {
                    routine.name = only.name().to_owned();
                }
                view! { <Play routine/> }.into_any()
            }
            Err(error) => view! {
                <h1>{t::LINK_UNREADABLE}</h1>
                {extra_part(Extra::Unreadable(error))}
                <ContinueOffer/>
                <p><Link to=Route::Routines class="button">{t::CHOOSE_A_ROUTINE}</Link></p>
            }
            .into_any(),
        }
    }
}
