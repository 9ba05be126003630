//! Keeps a running session: checkpoints while it runs, the record at its end, and the browser's
//! lock, which tells other tabs that this one runs it.

use crate::app::library::Documents;
use crate::domain::Instant;
use crate::domain::documents::running::Checkpoint;
use crate::domain::documents::shelf::SaveError;
use crate::domain::progress::record::SessionRecord;
use crate::domain::session::player::Player;
use crate::platform::locks::{self, Lock};
use crate::platform::{clock, quota};
use leptos::prelude::*;

/// How often a running session gives a sign of life, ms.
const HEARTBEAT_MS: u64 = 4_000;

/// What keeps one session. Copied freely.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keeper {
    library: Documents,
    lock: StoredValue<Option<Lock>, LocalStorage>,
    /// When it was last kept, by the clock that nobody sets.
    kept_at: StoredValue<Instant>,
}

impl Keeper {
    pub(super) fn new(library: Documents) -> Self {
        Self { library, lock: StoredValue::new_local(None), kept_at: StoredValue::new(0) }
    }

    /// This page runs the session from now on.
    pub(super) fn holds(self, id: &str) {
        self.lock.try_set_value(Some(locks::hold(&locks::name(id))));
    }

    /// Nobody runs it any more.
    pub(super) fn lets_go(self) {
        self.lock.try_set_value(None);
    }

    /// Whether it is time for a sign of life.
    pub(super) fn is_due(self, now: Instant) -> bool {
        self.kept_at.try_with_value(|kept| now.saturating_sub(*kept) > HEARTBEAT_MS) == Some(true)
    }

    /// Keeps a checkpoint; `released` when the page goes and nobody runs the session any more.
    pub(super) fn checkpoint(self, player: &Player, now: Instant, released: bool) {
        let Some(record) = player.record(now).filter(|_| player.state().is_under_way()) else { return };
        let (place, pace) = (player.place(), player.pace());
        let checkpoint = Checkpoint {
            record,
            get_ready: pace.get_ready,
            self_paced: pace.self_paced,
            item: u32::try_from(place.item).unwrap_or(0),
            set: place.set,
            rep: place.rep,
            second_side: place.second_side,
            heartbeat: clock::wall(),
            released,
            locked: self.lock.try_with_value(|lock| lock.as_ref().is_some_and(Lock::is_held)),
        };
        // A checkpoint that cannot be kept costs nothing while the page lives, and the record at
        // the end says so if it cannot be kept either.
        let _ = self.library.keep_running(&checkpoint);
        self.kept_at.try_set_value(now);
    }

    /// Keeps the record of a session that is over.
    pub(super) fn finish(self, record: &SessionRecord) -> Result<(), SaveError> {
        self.lets_go();
        self.library.keep(record)?;
        self.library.drop_running(&record.id);
        // So that the records outlive a shortage of space. Some browsers ask the person, so once has
        // to do, where there is something to keep.
        if untrack(|| self.library.sessions()) == 1 {
            leptos::task::spawn_local(async {
                quota::persist().await;
            });
        }
        Ok(())
    }
}
