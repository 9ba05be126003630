//! What stands before a session: the safety screen, and what was found by it. Each way into a session
//! comes by here.

use super::cleared::cleared;
use super::driver::{Session, to_the_stage};
use crate::app::chunks::State;
use crate::app::library::gate::{gate, is_stopped};
use crate::app::parts::picture::FIGURE;
use crate::content::words::messages as t;
use crate::domain::documents::running::Checkpoint;
use crate::domain::routine::Routine;
use crate::domain::safety::gate::Gate;
use crate::domain::session::player::Player;
use crate::domain::session::player::keeping::is_of;
use crate::platform::{clock, timers};
use leptos::prelude::*;

impl Session {
    /// Whether the safety screen is to be seen in place of the session; tracked.
    pub(super) fn is_checked(self) -> bool {
        self.asks.get() || is_stopped(self.library)
    }

    /// Whether the session may start or go on. If not, what stands before it is shown.
    pub fn may_go_on(self) -> bool {
        let is_open = untrack(|| gate(self.library)) == Gate::Open;
        if !is_open {
            self.asks.try_set(true);
        }
        is_open
    }

    /// The person wants to answer the safety screen anew. The session waits.
    pub fn ask_again(self) {
        self.pause();
        self.asks.try_set(true);
    }

    /// Takes up a session that was left, paused; ends it where what is known of the person since makes
    /// something else of its routine.
    pub fn take_up(self, routine: Routine, left: &Checkpoint) {
        let Some(cleared) = untrack(|| cleared(self.library, self.chunks, &routine)) else {
            self.waits_for_rules.try_set_value(Some((routine, left.clone())));
            untrack(|| self.rules_came());
            return;
        };
        let now = clock::now();
        let playable = cleared.playable.filter(|playable| is_of(&left.record, playable.routine()));
        let Some(playable) = playable else {
            let ended = self.library.end(left);
            self.notices.tell(ended.map_or_else(t::not_saved, |()| t::ENDED_BY_RULES.to_owned()));
            return;
        };
        self.replace(Player::restore(playable, left.pace(), &left.record, left.place(), now));
        self.keeper.holds(&left.record.id);
        self.teach();
        self.checkpoint(now, false);
        self.library.look_for_running();
        if self.may_go_on() {
            to_the_stage();
        }
    }

    /// Takes up what waited for the rules, once they are here; says so where they cannot be had. Tracked.
    pub(super) fn rules_came(self) {
        let waiting = || self.waits_for_rules.try_update_value(Option::take).flatten();
        match self.chunks.state(FIGURE) {
            State::Here => {
                if let Some((routine, left)) = waiting() {
                    timers::soon(move || self.take_up(routine, &left));
                }
            }
            State::Lost if waiting().is_some() => self.tell_of_a_lost_part(),
            _ => {}
        }
    }
}
