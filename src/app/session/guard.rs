//! What stands before a session: the safety screen, and what was found by it. Each way into a session
//! comes by here.

use super::driver::Session;
use crate::app::library::gate::{gate, is_stopped};
use crate::domain::safety::gate::Gate;
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
}
