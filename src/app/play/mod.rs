//! The player's page: before, during and after a session.

pub mod before;
pub mod custom;
pub mod handover;
pub mod naming;
pub mod resume;
pub mod stage;
mod start;
mod summary;
pub mod told;

use self::handover::{Wish, use_handover};
use self::stage::Stage;
use self::start::Start;
use self::summary::Summary;
use crate::app::library::use_library;
use crate::app::reactive::{effect, memo};
use crate::app::safety::checking;
use crate::app::session::around::Around;
use crate::app::session::driver::{Screen, Session};
use crate::app::shell::address::use_address;
use crate::app::shell::notices::use_notices;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::routine::Routine;
use crate::platform::timers;
use leptos::prelude::*;

/// The player.
#[component]
pub fn Play(
    /// What is done.
    routine: Routine,
    /// What to say of it first; the routine's own summary unless given.
    #[prop(optional)]
    lead: &'static str,
) -> impl IntoView {
    let library = use_library();
    let notices = use_notices();
    let handover = use_handover();
    let here = use_address().route.get_untracked();
    let code = routine.code();
    let session = Session::new(library, notices, routine)?;
    if let Some(around) = use_context::<Around>() {
        around.follow(session);
    }
    // Whether Start was pressed already, on another page.
    let begins = RwSignal::new(false);
    effect(move || match handover.take(here, &code) {
        Some(Wish::Begin(routine)) => {
            session.asked.try_set(*routine);
            begins.try_set(true);
            session.may_go_on();
        }
        Some(Wish::TakeUp(left)) => {
            let record = &left.record;
            match Routine::recorded(&CATALOG, &record.routine, &record.code, t::CUSTOM_ROUTINE) {
                Ok(routine) => timers::soon(move || session.take_up(routine, &left)),
                // An exercise that this version does not know: what was done is kept all the same.
                Err(_) => {
                    if let Err(error) = library.end(&left) {
                        notices.tell(t::not_saved(error));
                    }
                }
            }
        }
        None => {}
    });
    let screen = memo(move || session.screen());
    let screens = move || match screen.get() {
        Screen::Start => view! { <Start session begins lead/> }.into_any(),
        Screen::Check => {
            // What comes after it is the one screen before a session.
            begins.try_set(true);
            let name = session.asked.with_untracked(|routine| routine.name.clone());
            view! { <div class="start"><h1>{name}</h1>{checking(session.asks)}</div> }.into_any()
        }
        Screen::Stage => view! { <Stage session/> }.into_any(),
        Screen::Summary => view! { <Summary session/> }.into_any(),
    };
    Some(screens.into_any())
}
