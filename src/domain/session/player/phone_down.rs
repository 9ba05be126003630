//! The wait for the phone to be put down, before the first item.

use super::{AWAY_MS, Effect, Effects, PauseReason, Player, PlayerError, State};
use crate::domain::Instant;
use crate::domain::progress::record::Stamp;
use crate::domain::session::cue::{Cue, CueKind, Sound};

/// How long a session waits for the phone to be put down, in ms (ours: from a chair to the floor).
pub const PHONE_DOWN_MS: u64 = 30_000;
impl Player {
    /// As [`Self::start`], but waits for the phone to be put down: until it is resumed, or for
    /// [`PHONE_DOWN_MS`].
    ///
    /// # Errors
    /// [`PlayerError::AlreadyStarted`].
    pub fn wait_for_the_phone(&mut self, now: Instant, stamp: Stamp) -> Effects {
        if self.state != State::Ready {
            return Err(PlayerError::AlreadyStarted);
        }
        self.stamp = Some(stamp);
        self.last_seen = now;
        self.anchor = now + PHONE_DOWN_MS;
        self.unsaid = true;
        self.state = State::Paused(PauseReason::PhoneDown);
        let cue = Cue { at_ms: 0, kind: CueKind::PhoneDown, phase: 0 };
        Ok(vec![Effect::Checkpoint, Effect::Announce(cue), Effect::Sound { sound: Sound::GetReady, in_ms: 0 }])
    }

    /// Whether it waits for the phone to be put down.
    pub(super) fn is_waiting(&self) -> bool {
        self.state == State::Paused(PauseReason::PhoneDown)
    }

    /// The wait, `gap` ms after the last look: begins at its end. Where the device slept nobody is there
    /// to begin, and it waits anew.
    pub(super) fn wait_on(&mut self, gap: u64) -> Vec<Effect> {
        if gap > AWAY_MS {
            self.anchor = self.last_seen + PHONE_DOWN_MS;
        }
        if self.anchor <= self.last_seen { self.begin(self.last_seen) } else { Vec::new() }
    }
}
