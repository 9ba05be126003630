//! The running session: big enough for a phone on the floor, always clear what to do now and what
//! comes next. Its colour tells what goes on.

pub mod adjusting;
mod controls;
pub mod dialogs;
mod keys;
mod now;
pub mod open;
pub mod rope;

use self::controls::Controls;
use self::now::Now;
use self::open::Open;
use crate::app::chunks::use_chunks;
use crate::app::extras::{EXTRAS, Extra, extra_beside};
use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::parts::picture::{Looping, Picture};
use crate::app::reactive::memo;
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::settings::SpokenBy;
use crate::domain::session::player::{Next, PauseReason, State};
use crate::domain::session::timeline::PhaseKind;
use crate::platform::page;
use leptos::prelude::*;

/// The running session.
#[component]
pub fn Stage(
    /// The session.
    session: Session,
) -> impl IntoView {
    let library = use_library();
    let snapshot = session.snapshot;
    let item = memo(move || snapshot.with(|s| s.item));
    let kind = memo(move || snapshot.with(|s| s.phase.kind));
    let is_self_paced = memo(move || kind.get() == PhaseKind::SelfPaced);
    let place = memo(move || snapshot.with(|s| (s.phase.item + 1, s.items, s.phase.set.max(1), s.item.sets())));
    let is_paused = memo(move || snapshot.with(|s| matches!(s.state, State::Paused(_))));
    let is_waiting = memo(move || snapshot.with(|s| s.state == State::Paused(PauseReason::PhoneDown)));
    let percent = memo(move || snapshot.with(|s| s.percent));
    let next = memo(move || snapshot.with(|s| s.next));
    let looped = RwSignal::new(None);
    let open = Open::new(session, use_chunks(), EXTRAS);
    keys::listen(session, open);
    let live = move || {
        let by_screen_reader = library.setting(|s| s.spoken_by()) == SpokenBy::ScreenReader;
        if by_screen_reader { "polite" } else { "off" }
    };
    // Anywhere on the picture or the words: whoever is on the floor does not aim. Keys and buttons do
    // the same, so nobody needs it.
    let tapped = move |event: web_sys::MouseEvent| {
        let is_meant = session.is_waiting() || page::is_within(&event, ".stage-view");
        if is_meant && !page::is_within(&event, "button") {
            session.toggle();
        }
    };
    let phase = move || if is_waiting.get() { "phone-down" } else { kind.get().name() };
    view! {
        <div class="stage" class:flash=session.flash class:paused=move || is_paused.get() && !is_waiting.get() data-phase=phase on:click=tapped>
            <div class="stage-head">
                {button("plain", t::END, move || open.ask_to_end())}
                <div>
                    <h1 id="exercise" tabindex="-1">{move || item.get().name()}</h1>
                    <p class="stage-position">{move || { let (number, of, set, sets) = place.get(); t::position(number, of, set, sets) }}</p>
                </div>
                <button type="button" class="plain" aria-pressed=move || session.muted.get().to_string() on:click=move |_| session.toggle_mute()>{t::MUTE}</button>
            </div>
            <div class="stage-view">
                <div class="stage-picture">{move || {
                    let item = item.get();
                    // The clock stands, so the picture goes by itself.
                    if is_self_paced.get() { view! { <Looping item stands=is_paused looped/> } } else { view! { <Picture item now=session.picture/> } }
                }}</div>
                <Now session item looped/>
            </div>
            <p class="next">{move || match next.get() {
                Next::Set(set, sets) => t::next_set(set, sets),
                Next::Item(item) => t::next(item.name()),
                Next::Finish => t::NEXT_FINISH.to_owned(),
            }}</p>
            <div class="progress" role="progressbar" aria-label=t::SESSION_PROGRESS aria-valuemin="0" aria-valuemax="100" aria-valuenow=move || percent.get()>{extra_beside(Extra::Rope(session))}</div>
            <Controls session is_paused is_waiting open/>
            <p class="status" role="status" aria-live=live>{session.announced}</p>
        </div>
        {extra_beside(Extra::Dialogs(session, item, open))}
    }
}
