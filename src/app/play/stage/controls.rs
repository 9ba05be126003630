//! What can be pressed while a session runs.

use crate::app::reactive::memo;
use super::dialogs::{Open, neighbour};
use crate::app::parts::button::button;
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
        let swap = move || session.apply(|player, now| player.swap(now, other, other.standard()));
        Some(button("quiet", t::instead(&other.name), swap))
    };
    let harder_or_easier = move |by: i32, word: &'static str| {
        let (exercise, rung) = neighbour(&item.get(), by)?;
        let swap = move || session.apply(|player, now| player.swap(now, exercise, rung));
        Some(
            button("quiet", view! { {word}<span class="hint">{rung.name.get()}</span> }, swap),
        )
    };
    // Massage steps have their own, and at one's own pace there is none.
    let has_get_ready = memo(move || {
        let at_own_pace = session.snapshot.with(|s| s.phase.kind == PhaseKind::SelfPaced);
        matches!(item.get(), Item::Exercise(_)) && !at_own_pace
    });
    let adjust = move |by: Adjust| move || session.apply(|player, now| player.adjust(now, by));
    view! {
        <div class="controls">
            {button("", t::BACK, move || session.apply(Player::back))}
            <button type="button" class="button big" id="pause" on:click=move |_| session.toggle()>{move || if is_paused.get() { t::RESUME } else { t::PAUSE }}</button>
            {button("", t::SKIP, move || session.apply(Player::skip))}
        </div>
        <div class="controls minor">
            {button("quiet warn", t::THIS_HURTS, move || open.hurts())}
            {instead}
            <details class="adjust">
                <summary>{t::ADJUST}</summary>
                <div class="controls">
                    {button("quiet", t::FEWER_REPETITIONS, adjust(Adjust::FewerRepetitions))}
                    {button("quiet", t::MORE_REPETITIONS, adjust(Adjust::MoreRepetitions))}
                    {button("quiet", t::TEN_SECONDS_MORE, adjust(Adjust::Seconds(10)))}
                    {move || has_get_ready.get().then(|| view! {
                        {button("quiet", t::GET_READY_SHORTER, adjust(Adjust::GetReady(-5)))}
                        {button("quiet", t::GET_READY_LONGER, adjust(Adjust::GetReady(5)))}
                    })}
                    {move || harder_or_easier(-1, t::EASIER)}
                    {move || harder_or_easier(1, t::HARDER)}
                    <button type="button" class="quiet" aria-pressed=move || session.muted.get().to_string() on:click=move |_| session.toggle_mute()>{t::MUTE}</button>
                </div>
            </details>
            {button("quiet", t::END, move || open.ask_to_end())}
        </div>
    }
    .into_any()
}
