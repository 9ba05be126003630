//! The dialogs of a running session. They are in the chunk of extras; which of them are open is not.

use crate::app::parts::button::button;
use crate::app::parts::link::Link;
use crate::app::parts::modal::Modal;
use crate::app::session::driver::Session;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::catalog::{Exercise, Rung};
use crate::domain::routine::Item;
use crate::domain::session::player::{Player, State};
use leptos::prelude::*;

/// The next easier (`-1`) or harder (`+1`) form of an exercise.
pub(super) fn neighbour(item: &Item, by: i32) -> Option<(&'static Exercise, &'static Rung)> {
    let Item::Exercise(p) = item else { return None };
    Some((p.exercise, p.exercise.neighbour(&p.rung.id, by)?))
}

/// Which dialogs are open.
#[derive(Debug, Clone, Copy)]
pub struct Open {
    session: Session,
    end: RwSignal<bool>,
    hurting: RwSignal<bool>,
    help: RwSignal<bool>,
    are_lost: Memo<bool>,
}

impl Open {
    /// None. `are_lost` says that the dialogs cannot be had.
    pub(super) fn new(session: Session, are_lost: Memo<bool>) -> Self {
        let closed = || RwSignal::new(false);
        Self { session, end: closed(), hurting: closed(), help: closed(), are_lost }
    }

    /// Asks whether to end the session, which waits meanwhile; ends it where that cannot be asked.
    pub(super) fn ask_to_end(self) {
        if self.are_lost() {
            self.session.apply(Player::end);
            return;
        }
        if self.session.snapshot.try_with_untracked(|s| s.state == State::Running) == Some(true) {
            self.session.apply(Player::pause);
        }
        self.end.try_set(true);
    }

    /// The person says that something hurts. The session pauses, and where nothing can be asked its
    /// own buttons are there to skip, end or go on.
    pub(super) fn hurts(self) {
        self.session.apply(Player::hurts);
        self.hurting.try_set(!self.are_lost());
    }

    fn are_lost(self) -> bool {
        self.are_lost.try_get_untracked() == Some(true)
    }

    pub(super) fn help(self) {
        self.help.try_set(true);
    }
}

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
    let Open { end: ask_end, hurting, help, .. } = open;
    let end = move || {
        ask_end.set(false);
        hurting.set(false);
        session.apply(Player::end);
    };
    let easier = move || {
        let (exercise, rung) = neighbour(&item.get(), -1)?;
        let swap = move || {
            hurting.set(false);
            session.swap(exercise, rung);
            session.apply(Player::resume);
        };
        Some(button("", view! { {t::EASIER}<span class="hint">{rung.name.get()}</span> }, swap))
    };
    let skip_hurting = move || {
        hurting.set(false);
        session.apply(|player, now| player.skip_exercise(now));
        session.apply(Player::resume);
    };
    let go_on = move || {
        hurting.set(false);
        session.apply(Player::resume);
    };
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
            <div class="dialog-actions column">
                {easier}
                {button("", t::SKIP_EXERCISE, skip_hurting)}
                {button("", t::END, end)}
                {button("quiet", t::GO_ON, go_on)}
            </div>
        </Modal>
        <Modal open=help title=t::KEYS_TITLE id="keys">
            <dl class="keys">{t::KEYS.iter().map(|(key, what)| view! { <dt><kbd>{*key}</kbd></dt><dd>{*what}</dd> }).collect_view()}</dl>
            <div class="dialog-actions">{button("", t::CLOSE, move || help.set(false))}</div>
        </Modal>
    }
    .into_any()
}
