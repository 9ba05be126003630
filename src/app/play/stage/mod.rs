//! The running session: big, simple, always clear what to do now and what comes next.

pub mod adjusting;
mod controls;
pub mod dialogs;
mod keys;
mod now;

use self::controls::Controls;
use self::dialogs::Open;
use self::now::Now;
use crate::app::chunks::{self, use_chunks};
use crate::app::extras::{EXTRAS, Extra, extra_beside};
use crate::app::library::use_library;
use crate::app::parts::picture::{Demo, Picture};
use crate::app::reactive::memo;
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::settings::SpokenBy;
use crate::domain::session::player::{Next, State};
use crate::domain::session::timeline::PhaseKind;
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
    let place = memo(move || snapshot.with(|s| (s.phase.item + 1, s.items)));
    let is_paused = memo(move || snapshot.with(|s| matches!(s.state, State::Paused(_))));
    let progress = memo(move || snapshot.with(|s| s.percent));
    let next = memo(move || snapshot.with(|s| s.next));
    let chunks = use_chunks();
    let open = Open::new(session, memo(move || chunks.state(EXTRAS) == chunks::State::Lost));
    keys::listen(session, open);
    let live = move || {
        let by_screen_reader = library.setting(|s| s.spoken_by()) == SpokenBy::ScreenReader;
        if by_screen_reader { "polite" } else { "off" }
    };
    view! {
        <div class="stage" class:flash=session.flash class:paused=is_paused data-phase=move || kind.get().name()>
            <div class="stage-head">
                <p class="stage-position">
                    {move || { let (number, of) = place.get(); t::position(number, of) }}
                    {move || session.muted.get().then_some(t::SOUND_IS_OFF)}
                </p>
                <h1 id="exercise" tabindex="-1">{move || item.get().name()}</h1>
            </div>
            <div class="stage-picture">{move || {
                let item = item.get();
                // The clock stands, so the picture goes by itself.
                if is_self_paced.get() { view! { <Demo item/> } } else { view! { <Picture item now=session.picture/> } }
            }}</div>
            <Now session item/>
            <p class="next">{move || match next.get() {
                Next::Item(item) => t::next(item.name()),
                Next::Finish => t::NEXT_FINISH.to_owned(),
            }}</p>
            <div class="progress" role="progressbar" aria-label=t::SESSION_PROGRESS aria-valuemin="0" aria-valuemax="100" aria-valuenow=move || progress.get()>
                <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><line class="bar" y1="1" y2="1" x2=move || progress.get()/></svg>
            </div>
            <Controls session item is_paused open/>
            <p class="status" role="status" aria-live=live>{session.announced}</p>
        </div>
        {extra_beside(Extra::Dialogs(session, item, open))}
    }
}
