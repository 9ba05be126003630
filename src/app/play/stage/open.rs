//! Which dialogs of a running session are open. The dialogs themselves are in the chunk of extras.

use crate::app::chunks::{Chunk, Chunks, State};
use crate::app::reactive::effect;
use crate::app::session::driver::Session;
use crate::domain::session::player::Player;
use leptos::prelude::*;

/// Which dialogs are open.
#[derive(Debug, Clone, Copy)]
pub struct Open {
    session: Session,
    pub(super) end: RwSignal<bool>,
    pub(super) hurting: RwSignal<bool>,
    pub(super) adjust: RwSignal<bool>,
    pub(super) help: RwSignal<bool>,
    chunks: Chunks,
    /// The chunk that they are in.
    chunk: Chunk,
}

impl Open {
    /// None.
    pub(super) fn new(session: Session, chunks: Chunks, chunk: Chunk) -> Self {
        let closed = || RwSignal::new(false);
        let open = Self { session, end: closed(), hurting: closed(), adjust: closed(), help: closed(), chunks, chunk };
        // What was asked for while they were still to come.
        effect(move || {
            if chunks.state(chunk) != State::Lost {
                return;
            }
            if open.end.get() {
                open.end.set(false);
                session.apply(Player::end);
            } else if open.adjust.get() {
                open.adjust.set(false);
                session.apply(Player::resume);
                session.tell_of_a_lost_part();
            }
        });
        open
    }

    /// Asks whether to end the session, which waits meanwhile; ends it where that cannot be asked.
    pub(super) fn ask_to_end(self) {
        if self.are_lost() {
            self.session.apply(Player::end);
            return;
        }
        self.session.pause();
        self.end.try_set(true);
    }

    /// Offers what can be adjusted; the session waits meanwhile. Where that cannot be had the person is
    /// told, and it is fetched once more.
    pub(super) fn adjust(self) {
        if self.are_lost() {
            self.chunks.fetch(self.chunk);
            self.session.tell_of_a_lost_part();
            return;
        }
        self.session.pause();
        self.adjust.try_set(true);
    }

    /// The person says that something hurts. The session pauses, and where nothing can be asked its
    /// own buttons are there to skip, end or go on.
    pub(super) fn hurts(self) {
        self.session.apply(Player::hurts);
        self.hurting.try_set(!self.are_lost());
    }

    /// Closes what was open, and lets the session run again.
    pub(super) fn goes_on(self) {
        self.hurting.try_set(false);
        self.adjust.try_set(false);
        self.session.apply(Player::resume);
    }

    fn are_lost(self) -> bool {
        untrack(|| self.chunks.state(self.chunk)) == State::Lost
    }

    pub(super) fn help(self) {
        self.session.pause();
        self.help.try_set(true);
    }
}
