//! What to do now: the instruction, the side, the count, the time.

use crate::app::parts::button::button;
use crate::app::reactive::{effect, memo};
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::content::words::{messages as t, spoken};
use crate::domain::routine::Item;
use crate::domain::session::cue::turn;
use crate::domain::session::player::{PauseReason, State};
use crate::domain::session::timeline::{Phase, PhaseKind};
use leptos::prelude::*;

/// The card of the running session.
#[component]
pub(super) fn Now(session: Session, item: Memo<Item>, looped: RwSignal<Option<Phase>>) -> impl IntoView {
    let snapshot = session.snapshot;
    let phase = memo(move || snapshot.with(|s| s.phase));
    let paused = memo(move || match snapshot.with(|s| s.state) {
        State::Paused(reason) => Some(reason),
        _ => None,
    });
    let seconds_left = memo(move || snapshot.with(|s| s.phase_left_ms.div_ceil(1000)));
    let countdown = memo(move || snapshot.with(|s| s.countdown_ms.div_ceil(1000)));
    let is_waiting = memo(move || paused.get() == Some(PauseReason::PhoneDown));
    let is_self_paced = memo(move || phase.get().kind == PhaseKind::SelfPaced);
    let fewer = RwSignal::new(0_u16);
    effect(move || {
        item.track();
        phase.with(|phase| phase.set);
        fewer.set(0);
    });
    // What moves at one's own pace is the picture.
    let shown = move || looped.get().filter(|_| is_self_paced.get()).unwrap_or_else(|| phase.get());
    // Where sides alternate each is counted by itself, as doses are.
    let sides = move || item.get().per_dose();
    let count = move || {
        if is_waiting.get() {
            return (countdown.get().to_string(), t::SECONDS.to_owned());
        }
        let phase = phase.get();
        let of = phase.of / sides();
        match phase.kind {
            // The only one: how long it takes says more than that it is the first.
            PhaseKind::Move if of == 1 => (seconds_left.get().to_string(), t::SECONDS.to_owned()),
            PhaseKind::Move => (turn(&phase, &item.get()).to_string(), t::of_repetitions(of)),
            PhaseKind::SelfPaced => (of.saturating_sub(fewer.get()).to_string(), t::self_paced_dose(&item.get())),
            PhaseKind::Finish => (String::new(), String::new()),
            PhaseKind::Demonstration
            | PhaseKind::GetReady
            | PhaseKind::Hold
            | PhaseKind::Rest
            | PhaseKind::SwitchSides => (seconds_left.get().to_string(), t::SECONDS.to_owned()),
        }
    };
    // "Hold" stands above it already.
    let instruction = memo(move || match snapshot.with(|s| s.told.clone()) {
        _ if is_waiting.get() => spoken::PHONE_DOWN.to_owned(),
        Some(told) => told.to_string(),
        None => {
            let whole = spoken::instruction(&item.get(), &shown());
            let rest = whole.strip_prefix(t::HOLD).and_then(|rest| rest.strip_prefix(". "));
            rest.map(str::to_owned).unwrap_or(whole)
        }
    });
    // Nor is a side told twice.
    let side = move || {
        let side = spoken::side_name(&item.get(), shown().side);
        if is_waiting.get() || instruction.with(|words| words.starts_with(side)) { "" } else { side }
    };
    // A hold's repetition stands with it: beside the number are its seconds.
    let what = move || match phase.get().kind {
        _ if is_waiting.get() => t::PHONE_DOWN.to_owned(),
        PhaseKind::Demonstration => t::WATCH_FIRST.to_owned(),
        PhaseKind::GetReady => t::GET_READY.to_owned(),
        PhaseKind::Hold => {
            let phase = phase.get();
            t::HOLD.to_owned() + &t::hold_repetition(turn(&phase, &item.get()), phase.of / sides())
        }
        PhaseKind::Rest => t::REST.to_owned(),
        PhaseKind::SwitchSides => t::SWITCH_SIDES.to_owned(),
        _ => String::new(),
    };
    let breath = move || {
        let shown = shown();
        let is_done = matches!(shown.kind, PhaseKind::Move | PhaseKind::Hold) && !is_waiting.get();
        if is_done { t::breath(shown.breath) } else { "" }
    };
    let done = move || {
        let reps = phase.get_untracked().of.saturating_sub(fewer.get_untracked() * untrack(sides));
        session.apply(move |player, now| player.done(now, Some(reps)));
    };
    view! {
        <div class="stage-now">
            <p class="what">{what}</p>
            <p class="instruction">{instruction}</p>
            <p class="count">
                <span class="big">{move || count().0}</span>
                <span class="beside">
                    <span class="of">{move || count().1}</span>
                    <span class="side">{side}</span>
                    <span class="breath">{breath}</span>
                </span>
            </p>
            // Where the big number is the seconds, or the repetition, it is not to be seen twice.
            <p class="stage-time"><span role="timer" class:hidden=is_self_paced>{move || t::clock(seconds_left.get())}</span></p>
            {move || (countdown.get() > 0 && !is_waiting.get()).then(|| view! { <p class="countdown"><span>{t::GOING_ON_IN}</span><strong>{countdown.get()}</strong></p> })}
            {move || paused.get().filter(|_| !is_waiting.get()).map(|reason| view! { <p class="pause-note"><strong>{match reason {
                PauseReason::Away => t::YOU_WERE_AWAY,
                PauseReason::Continued => t::READY_TO_CONTINUE,
                PauseReason::Person | PauseReason::Hurts | PauseReason::PhoneDown => t::PAUSED,
            }}</strong>{t::TAP_TO_GO_ON}</p> })}
            {move || is_self_paced.get().then(|| view! {
                <div class="self-paced">
                    <button type="button" class="quiet" aria-label=t::ONE_FEWER on:click=move |_| fewer.update(|f| *f = (*f + 1).min(phase.get_untracked().of / untrack(sides)))>"−"</button>
                    {button("button huge", t::DONE, done)}
                    <button type="button" class="quiet" aria-label=t::ONE_MORE on:click=move |_| fewer.update(|f| *f = f.saturating_sub(1))>"+"</button>
                </div>
            })}
        </div>
    }
    .into_any()
}
