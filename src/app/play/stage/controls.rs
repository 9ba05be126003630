//! What can be pressed while a session runs.

use super::open::Open;
use crate::app::parts::button::button;
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::session::player::Player;
use leptos::prelude::*;

/// The controls of the running session, but for those in its head.
#[component]
pub(super) fn Controls(session: Session, is_paused: Memo<bool>, is_waiting: Memo<bool>, open: Open) -> impl IntoView {
    let toggle = move || match (is_waiting.get(), is_paused.get()) {
        (true, _) => t::BEGIN,
        (_, true) => t::RESUME,
        _ => t::PAUSE,
    };
    view! {
        <div class="controls">
            {button("", t::BACK, move || session.apply(Player::back))}
            <button type="button" class="button big" id="pause" on:click=move |_| session.toggle()>{toggle}</button>
            {button("", t::SKIP, move || session.apply(Player::skip))}
        </div>
        <div class="controls minor">
            {button("warn", t::THIS_HURTS, move || open.hurts())}
            {button("", t::ADJUST, move || open.adjust())}
        </div>
    }
    .into_any()
}
