//! What can be pressed while a session runs.

use super::dialogs::{Open, neighbour};
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::catalog::Exercise;
use crate::domain::routine::Item;
use crate::domain::session::player::{Adjust, Player};
use crate::domain::session::timeline::PhaseKind;
use leptos::prelude::*;

/// The exercise offered in place of this one, in its own form.
fn instead_of(item: &Item) -> Option<&'static Exercise> {
    let Item::Exercise(p) = item else { return None };
    CATALOG.exercise(&p.exercise.instead)
}

/// The controls of the running session.
#[component]
pub(super) fn Controls(session: Session, item: Memo<Item>, is_paused: Memo<bool>, open: Open) -> impl IntoView {
    let instead = move || {
        let other = instead_of(&item.get())?;
        let swap = move |_| session.apply(|player, now| player.swap(now, other, other.standard()));
        Some(view! { <button type="button" class="quiet" on:click=swap>{t::instead(&other.name)}</button> })
    };
    let harder_or_easier = move |by: i32, word: &'static str| {
        let (exercise, rung) = neighbour(&item.get(), by)?;
        let swap = move |_| session.apply(|player, now| player.swap(now, exercise, rung));
        Some(
            view! { <button type="button" class="quiet" on:click=swap>{word}<span class="hint">{rung.name.get()}</span></button> },
        )
    };
    // Massage steps have their own, and at one's own pace there is none.
    let has_get_ready = Memo::new(move |_| {
        let at_own_pace = session.snapshot.with(|s| s.phase.kind == PhaseKind::SelfPaced);
        matches!(item.get(), Item::Exercise(_)) && !at_own_pace
    });
    let adjust = move |by: Adjust| move |_| session.apply(|player, now| player.adjust(now, by));
    view! {
        <div class="controls">
            <button type="button" on:click=move |_| session.apply(Player::back)>{t::BACK}</button>
            <button type="button" class="button big" id="pause" on:click=move |_| session.toggle()>{move || if is_paused.get() { t::RESUME } else { t::PAUSE }}</button>
            <button type="button" on:click=move |_| session.apply(Player::skip)>{t::SKIP}</button>
        </div>
        <div class="controls minor">
            <button type="button" class="quiet warn" on:click=move |_| open.hurts()>{t::THIS_HURTS}</button>
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
            <button type="button" class="quiet" on:click=move |_| open.ask_to_end()>{t::END}</button>
        </div>
    }
    .into_any()
}
