//! Carries out what the coach makes of what the player asks for: what is heard, felt and announced.

use super::driver::Session;
use crate::content::words::LANGUAGE;
use crate::content::words::spoken::Spoken;
use crate::domain::Instant;
use crate::domain::session::coach::Act;
use crate::domain::session::player::{Effect as Asked, State};
use crate::platform::{audio, clock, speech, timers, vibration};
use leptos::prelude::*;

/// How long a flash of the screen lasts, ms: one flash, far below three a second.
const FLASH_MS: u32 = 250;

impl Session {
    /// Turns sounds and voice of this session off or on again.
    pub fn toggle_mute(self) {
        let muted = self.muted.try_get_untracked() == Some(false);
        self.muted.try_set(muted);
        self.coach.try_update_value(|coach| coach.muted = muted);
        if muted {
            audio::cancel();
            speech::hush();
        } else {
            self.resound();
        }
    }

    /// The person touched the page: browsers allow sound from then on.
    pub(super) fn is_touched(self) {
        if self.state().is_none_or(|state| !state.is_under_way()) {
            return;
        }
        audio::unlock();
        let was_untouched = self.coach.try_update_value(|coach| std::mem::replace(&mut coach.untouched, false));
        if was_untouched == Some(true) {
            self.resound();
        }
    }

    pub(super) fn follow_audio(self) {
        if self.state() == Some(State::Running) && audio::follow() {
            self.resound();
        }
    }

    /// Asks once more for the sounds to come.
    fn resound(self) {
        let now = clock::now();
        let again = self.player.try_update_value(|player| player.resound(now));
        self.carry_out(again.unwrap_or_default(), now);
    }

    pub(super) fn carry_out(self, effects: Vec<Asked>, now: Instant) {
        if effects.is_empty() {
            return;
        }
        let settings = self.library.settings_now();
        for effect in effects {
            let acts = self.player.try_with_value(|player| {
                self.coach.try_with_value(|coach| coach.acts(&effect, player, &settings, &Spoken))
            });
            for act in acts.flatten().unwrap_or_default() {
                match act {
                    Act::Announce(words) => {
                        self.announced.try_set(words);
                    }
                    Act::Say(words) => {
                        let voice = settings.voice.as_deref();
                        speech::say(&words, LANGUAGE.tag, voice, settings.rate(), settings.network_voice());
                    }
                    Act::Play { sound, in_ms, volume } => {
                        audio::play(sound, clock::page_at(now + Instant::from(in_ms)), volume);
                    }
                    Act::Buzz(sound) => vibration::buzz(sound),
                    Act::Flash => {
                        self.flash.try_set(true);
                        timers::after(FLASH_MS, move || {
                            self.flash.try_set(false);
                        });
                    }
                    Act::Hush => {
                        audio::cancel();
                        speech::hush();
                    }
                }
            }
            match effect {
                Asked::Checkpoint => self.checkpoint(now, false),
                Asked::Record => self.finish(),
                Asked::Announce(_) | Asked::Sound { .. } | Asked::CancelSounds | Asked::Away => {}
            }
        }
    }
}
