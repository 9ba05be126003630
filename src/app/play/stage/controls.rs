//! What can be pressed while a session runs.

use super::dialogs::Open;
use crate::app::extras::{Extra, extra_part};
use crate::app::parts::button::button;
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::catalog::Exercise;
use crate::domain::routine::Item;
use crate::domain::session::player::Player;
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
        let swap = move || session.swap(other, other.standard());
        Some(button("quiet", t::instead(&other.name), swap))
    };
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
                    {extra_part(Extra::Adjusting(session, item))}
                </div>
            </details>
            {button("quiet", t::END, move || open.ask_to_end())}
        </div>
    }
    .into_any()
}
