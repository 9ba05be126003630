//! What to do now: the instruction, the side, the count, the time.

use crate::app::parts::button::button;
use crate::app::reactive::{effect, memo};
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::content::words::{messages as t, spoken};
use crate::domain::routine::Item;
use crate::domain::session::player::{PauseReason, State};
use crate::domain::session::timeline::PhaseKind;
use leptos::prelude::*;

/// The card of the running session.
#[component]
pub(super) fn Now(session: Session, item: Memo<Item>) -> impl IntoView {
    let snapshot = session.snapshot;
    let phase = memo(move || snapshot.with(|s| s.phase));
    let paused = memo(move || match snapshot.with(|s| s.state) {
        State::Paused(reason) => Some(reason),
        _ => None,
    });
    let seconds_left = memo(move || snapshot.with(|s| s.phase_left_ms.div_ceil(1000)));
    let countdown = memo(move || snapshot.with(|s| s.countdown_ms.div_ceil(1000)));
    let is_self_paced = memo(move || phase.get().kind == PhaseKind::SelfPaced);
    let fewer = RwSignal::new(0_u16);
    effect(move || {
        item.track();
        phase.with(|phase| phase.set);
        fewer.set(0);
    });
    let side = move || spoken::side_name(&item.get(), phase.get().side);
    let count = move || {
        let phase = phase.get();
        let said = phase.of.saturating_sub(fewer.get());
        match phase.kind {
            PhaseKind::Move => (phase.rep.to_string(), t::of_repetitions(phase.of)),
            PhaseKind::Hold => (seconds_left.get().to_string(), t::hold_repetition(phase.rep, phase.of)),
            PhaseKind::SelfPaced => (said.to_string(), t::self_paced_dose(&item.get())),
            PhaseKind::Finish => (String::new(), String::new()),
            PhaseKind::Demonstration | PhaseKind::GetReady | PhaseKind::Rest | PhaseKind::SwitchSides => {
                (seconds_left.get().to_string(), String::new())
            }
        }
    };
    let what = move || match phase.get().kind {
        PhaseKind::Demonstration => t::WATCH_FIRST,
        PhaseKind::GetReady => t::GET_READY,
        PhaseKind::Hold => t::HOLD,
        PhaseKind::Rest => t::REST,
        PhaseKind::SwitchSides => t::SWITCH_SIDES,
        _ => "",
    };
    let instruction = move || match snapshot.with(|s| s.told.clone()) {
        Some(told) => told.to_string(),
        None => spoken::instruction(&item.get(), &phase.get()),
    };
    let done = move || {
        let reps = phase.get_untracked().of.saturating_sub(fewer.get_untracked());
        session.apply(move |player, now| player.done(now, Some(reps)));
    };
    view! {
        <div class="stage-now">
            <p class="what">{what}</p>
            <p class="instruction">{instruction}</p>
            <p class="side">{side}</p>
            <p class="count">
                <span class="big">{move || count().0}</span>
                <span class="of">{move || count().1}</span>
            </p>
            <p class="stage-time">
                <span role="timer" class:hidden=move || is_self_paced.get()>{move || t::clock(seconds_left.get())}</span>
                <span class="breath">{move || t::breath(phase.get().breath)}</span>
            </p>
            {move || (countdown.get() > 0).then(|| view! { <p class="countdown"><span>{t::GOING_ON_IN}</span><strong>{countdown.get()}</strong></p> })}
            {move || paused.get().map(|reason| view! { <p class="pause-note">{match reason {
                PauseReason::Away => t::YOU_WERE_AWAY,
                PauseReason::Continued => t::READY_TO_CONTINUE,
                PauseReason::Person | PauseReason::Hurts => t::PAUSED,
            }}</p> })}
            {move || is_self_paced.get().then(|| view! {
                <div class="self-paced">
                    <button type="button" class="quiet" aria-label=t::ONE_FEWER on:click=move |_| fewer.update(|f| *f = (*f + 1).min(phase.get_untracked().of))>"−"</button>
                    {button("button huge", t::DONE, done)}
                    <button type="button" class="quiet" aria-label=t::ONE_MORE on:click=move |_| fewer.update(|f| *f = f.saturating_sub(1))>"+"</button>
                </div>
            })}
        </div>
    }
    .into_any()
}
