//! The dialogs of a running session. In the chunk of extras.

use super::adjusting::{Adjusting, neighbour};
use super::open::Open;
use crate::app::parts::button::button;
use crate::app::parts::link::Link;
use crate::app::parts::modal::Modal;
use crate::app::session::driver::Session;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::routine::Item;
use crate::domain::session::player::Player;
use leptos::prelude::*;

/// The dialogs.
#[component]
pub fn Dialogs(
    /// The session.
    session: Session,
    /// What is done now.
    item: Memo<Item>,
    /// Which are open.
    open: Open,
) -> impl IntoView {
    let Open { end: ask_end, hurting, adjust, help, .. } = open;
    let end = move || {
        ask_end.set(false);
        hurting.set(false);
        session.apply(Player::end);
    };
    let easier = move || {
        let (exercise, rung) = neighbour(session, &item.get(), -1)?;
        let swap = move || {
            session.swap(exercise, rung);
            open.goes_on();
        };
        Some(button("", view! { {t::EASIER}<span class="hint">{rung.name.get()}</span> }, swap))
    };
    let skip_hurting = move || {
        session.apply(|player, now| player.skip_exercise(now));
        open.goes_on();
    };
    // Once can be the way it was done.
    let hurt_again = move || {
        (session.snapshot.with(|snapshot| snapshot.hurts) > 1).then(|| {
            let check = move || {
                hurting.set(false);
                session.ask_again();
            };
            view! { <div class="caution"><p>{t::HURT_AGAIN}</p>{button("", t::CHECK_SIGNS, check)}</div> }
        })
    };
    let go_on = move || open.goes_on();
    view! {
        <Modal open=ask_end title=t::END_SESSION_ASK id="end-session">
            <p>{t::END_SESSION_TEXT}</p>
            <div class="dialog-actions">
                {button("", t::KEEP_GOING, move || ask_end.set(false))}
                {button("danger", t::END, end)}
            </div>
        </Modal>
        <Modal open=hurting title=t::HURTS_TITLE id="hurts">
            <p>{t::HURTS_TEXT}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
            {hurt_again}
            <div class="dialog-actions column">
                {easier}
                {button("", t::SKIP_EXERCISE, skip_hurting)}
                {button("", t::END, end)}
                {button("quiet", t::GO_ON, go_on)}
            </div>
        </Modal>
        <Modal open=adjust title=t::ADJUST id="adjust">
            <Adjusting session item open/>
            <div class="dialog-actions">{button("button", t::CLOSE_AND_GO_ON, go_on)}</div>
        </Modal>
        <Modal open=help title=t::KEYS_TITLE id="keys">
            <dl class="keys">{t::KEYS.iter().map(|(key, what)| view! { <dt><kbd>{*key}</kbd></dt><dd>{*what}</dd> }).collect_view()}</dl>
            <div class="dialog-actions">{button("", t::CLOSE, move || help.set(false))}</div>
        </Modal>
    }
    .into_any()
}
