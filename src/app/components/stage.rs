//! The running session: big, simple, always clear what to do now and what comes next.

use super::modal::Modal;
use super::picture::Picture;
use super::session::Session;
use crate::app::state::app_state;
use crate::content::CATALOG;
use crate::content::words::{messages as t, spoken};
use crate::domain::documents::settings::SpokenBy;
use crate::domain::routine::Item;
use crate::domain::session::player::{Adjust, Next, PauseReason, Player, State};
use crate::domain::session::timeline::PhaseKind;
use crate::platform::page;
use leptos::prelude::*;

/// The exercise offered in place of this one, in its own form.
fn instead_of(item: &Item) -> Option<&'static crate::domain::catalog::Exercise> {
    let Item::Exercise(p) = item else { return None };
    CATALOG.exercise(&p.exercise.instead)
}

/// The running session.
#[component]
pub fn Stage(
    /// The session.
    session: Session,
) -> impl IntoView {
    let state = app_state();
    let snapshot = session.snapshot;
    let item = Memo::new(move |_| snapshot.with(|s| s.item));
    let phase = Memo::new(move |_| snapshot.with(|s| s.phase));
    let paused = Memo::new(move |_| match snapshot.with(|s| s.state) {
        State::Paused(reason) => Some(reason),
        _ => None,
    });
    let seconds_left = Memo::new(move |_| snapshot.with(|s| s.phase_left_ms.div_ceil(1000)));
    let countdown = Memo::new(move |_| snapshot.with(|s| s.countdown_ms.div_ceil(1000)));
    let progress = Memo::new(move |_| snapshot.with(|s| s.percent));
    let next = Memo::new(move |_| snapshot.with(|s| s.next));
    let items = snapshot.with_untracked(|s| s.items);

    let ask_end = RwSignal::new(false);
    let hurting = RwSignal::new(false);
    let help = RwSignal::new(false);
    let fewer = RwSignal::new(0_u16);
    Effect::new(move || {
        item.track();
        phase.with(|phase| phase.set);
        fewer.set(0);
    });

    let end = move |_| {
        ask_end.set(false);
        hurting.set(false);
        session.apply(Player::end);
    };
    let ask_to_end = move || {
        if session.snapshot.with_untracked(|s| s.state) == State::Running {
            session.apply(Player::pause);
        }
        ask_end.set(true);
    };
    let hurts = move |_| {
        session.apply(Player::hurts);
        hurting.set(true);
    };
    let keys = page::on_window("keydown", move |event| {
        use wasm_bindgen::JsCast;
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else { return };
        let key = event.key();
        let on = state.contents.try_with_untracked(|contents| contents.settings.shortcuts()) == Some(true);
        let modified = event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat();
        if !on || modified || page::dialog_is_open() || page::focus_uses_key(&key) {
            return;
        }
        match key.as_str() {
            " " => session.toggle(),
            "ArrowRight" => session.apply(Player::skip),
            "ArrowLeft" => session.apply(Player::back),
            "m" | "M" => session.toggle_mute(),
            "Escape" => ask_to_end(),
            "?" => {
                help.try_set(true);
            }
            _ => return,
        }
        event.prevent_default();
    });
    let keys = StoredValue::new_local(keys);
    on_cleanup(move || keys.dispose());

    let live = move || if state.settings().spoken_by() == SpokenBy::ScreenReader { "polite" } else { "off" };
    let side = move || spoken::side_name(&item.get(), phase.get().side);
    let count = move || {
        let phase = phase.get();
        let said = phase.of.saturating_sub(fewer.get());
        match phase.kind {
            PhaseKind::Move => (phase.rep.to_string(), t::of_repetitions(phase.of)),
            PhaseKind::Hold => (seconds_left.get().to_string(), t::hold_repetition(phase.rep, phase.of)),
            PhaseKind::SelfPaced => (said.to_string(), t::self_paced_dose(&item.get())),
            PhaseKind::Finish => (String::new(), String::new()),
            PhaseKind::GetReady | PhaseKind::Rest | PhaseKind::SwitchSides => {
                (seconds_left.get().to_string(), String::new())
            }
        }
    };
    let what = move || match phase.get().kind {
        PhaseKind::GetReady => t::GET_READY,
        PhaseKind::Hold => t::HOLD,
        PhaseKind::Rest => t::REST,
        PhaseKind::SwitchSides => t::SWITCH_SIDES,
        _ => "",
    };
    let is_self_paced = Memo::new(move |_| phase.get().kind == PhaseKind::SelfPaced);
    let done = move |_| {
        let reps = phase.get_untracked().of.saturating_sub(fewer.get_untracked());
        session.apply(move |player, now| player.done(now, Some(reps)));
    };
    let instead = move || {
        let other = instead_of(&item.get())?;
        let swap = move |_| session.apply(|player, now| player.swap(now, other, other.standard()));
        Some(view! { <button type="button" class="quiet" on:click=swap>{t::instead(&other.name)}</button> })
    };
    let easier = move || {
        let Item::Exercise(p) = item.get() else { return None };
        let rung = p.exercise.neighbour(&p.rung.id, -1)?;
        let swap = move |_| {
            hurting.set(false);
            session.apply(|player, now| player.swap(now, p.exercise, rung));
            session.apply(Player::resume);
        };
        Some(
            view! { <button type="button" on:click=swap>{t::EASIER}<span class="hint">{rung.name.get()}</span></button> },
        )
    };
    let harder_or_easier = move |by: i32, word: &'static str| {
        let Item::Exercise(p) = item.get() else { return None };
        let rung = p.exercise.neighbour(&p.rung.id, by)?;
        let swap = move |_| session.apply(|player, now| player.swap(now, p.exercise, rung));
        Some(
            view! { <button type="button" class="quiet" on:click=swap>{word}<span class="hint">{rung.name.get()}</span></button> },
        )
    };
    let skip_hurting = move |_| {
        hurting.set(false);
        session.apply(|player, now| player.skip_exercise(now));
        session.apply(Player::resume);
    };
    let go_on = move |_| {
        hurting.set(false);
        session.apply(Player::resume);
    };
    // Massage steps have their own, and at one's own pace there is none.
    let has_get_ready = Memo::new(move |_| matches!(item.get(), Item::Exercise(_)) && !is_self_paced.get());
    let adjust = move |by: Adjust| move |_| session.apply(|player, now| player.adjust(now, by));

    let minor = view! {
        <div class="controls minor">
            <button type="button" class="quiet warn" on:click=hurts>{t::THIS_HURTS}</button>
            {instead}
            <details class="adjust">
                <summary>{t::ADJUST}</summary>
                <div class="controls">
                    <button type="button" class="quiet" on:click=adjust(Adjust::FewerRepetitions)>{t::FEWER_REPETITIONS}</button>
                    <button type="button" class="quiet" on:click=adjust(Adjust::MoreRepetitions)>{t::MORE_REPETITIONS}</button>
                    <button type="button" class="quiet" on:click=adjust(Adjust::Seconds(10))>{t::TEN_SECONDS_MORE}</button>
                    {move || has_get_ready.get().then(|| view! {
                        <button type="button" class="quiet" on:click=adjust(Adjust::GetReady(-5))>{t::GET_READY_SHORTER}</button>
                        <button type="button" class="quiet" on:click=adjust(Adjust::GetReady(5))>{t::GET_READY_LONGER}</button>
                    })}
                    {move || harder_or_easier(-1, t::EASIER)}
                    {move || harder_or_easier(1, t::HARDER)}
                    <button type="button" class="quiet" aria-pressed=move || session.muted.get().to_string() on:click=move |_| session.toggle_mute()>{t::MUTE}</button>
                </div>
            </details>
            <button type="button" class="quiet" on:click=move |_| ask_to_end()>{t::END}</button>
        </div>
    }
    .into_any();

    view! {
        <div class="stage" class:flash=session.flash class:paused=move || paused.get().is_some() data-phase=move || t::phase_class(phase.get().kind)>
            <div class="stage-head">
                <p class="stage-position">
                    {move || t::position(phase.get().item + 1, items.max(phase.get().item + 1))}
                    {move || session.muted.get().then_some(t::SOUND_IS_OFF)}
                </p>
                <h1 id="exercise" tabindex="-1">{move || item.get().name()}</h1>
            </div>
            <div class="stage-picture">{move || view! { <Picture item=item.get() now=session.picture/> }}</div>
            <div class="stage-now">
                <p class="what">{what}</p>
                <p class="instruction">{move || spoken::instruction(&item.get(), &phase.get())}</p>
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
                        <button type="button" class="button huge" on:click=done>{t::DONE}</button>
                        <button type="button" class="quiet" aria-label=t::ONE_MORE on:click=move |_| fewer.update(|f| *f = f.saturating_sub(1))>"+"</button>
                    </div>
                })}
            </div>
            <p class="next">{move || match next.get() {
                Next::Item(item) => t::next(item.name()),
                Next::Finish => t::NEXT_FINISH.to_owned(),
            }}</p>
            <div class="progress" role="progressbar" aria-label=t::SESSION_PROGRESS aria-valuemin="0" aria-valuemax="100" aria-valuenow=move || progress.get()>
                <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true"><line class="bar" y1="1" y2="1" x2=move || progress.get()/></svg>
            </div>
            <div class="controls">
                <button type="button" on:click=move |_| session.apply(Player::back)>{t::BACK}</button>
                <button type="button" class="button big" id="pause" on:click=move |_| session.toggle()>{move || if paused.get().is_some() { t::RESUME } else { t::PAUSE }}</button>
                <button type="button" on:click=move |_| session.apply(Player::skip)>{t::SKIP}</button>
            </div>
            {minor}
            <p class="status" role="status" aria-live=live>{session.announced}</p>
        </div>
        <Modal open=ask_end title=t::END_SESSION_ASK id="end-session">
            <p>{t::END_SESSION_TEXT}</p>
            <div class="dialog-actions">
                <button type="button" on:click=move |_| ask_end.set(false)>{t::KEEP_GOING}</button>
                <button type="button" class="danger" on:click=end>{t::END}</button>
            </div>
        </Modal>
        <Modal open=hurting title=t::HURTS_TITLE id="hurts">
            <p>{t::HURTS_TEXT}</p>
            <div class="dialog-actions column">
                {easier}
                <button type="button" on:click=skip_hurting>{t::SKIP_EXERCISE}</button>
                <button type="button" on:click=end>{t::END}</button>
                <button type="button" class="quiet" on:click=go_on>{t::GO_ON}</button>
            </div>
        </Modal>
        <Modal open=help title=t::KEYS_TITLE id="keys">
            <dl class="keys">{t::KEYS.iter().map(|(key, what)| view! { <dt><kbd>{*key}</kbd></dt><dd>{*what}</dd> }).collect_view()}</dl>
            <div class="dialog-actions"><button type="button" on:click=move |_| help.set(false)>{t::CLOSE}</button></div>
        </Modal>
    }
}
