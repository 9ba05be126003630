//! The coach: what the player asks for, and what the person set, become words, sounds, light and
//! touch. Pure: the shell only carries out the acts.

use super::cue::{Cue, CueKind, Sound};
use super::player::{Effect, Player};
use super::timeline::{Phase, Timeline};
use super::voice::{Voice, length_ms};
use crate::domain::Instant;
use crate::domain::documents::settings::{Settings, SpokenBy};
use crate::domain::routine::Item;

/// The words of a language for a session.
pub trait Script {
    /// What to announce for a cue; `None` where a sound says enough.
    fn words(&self, cue: &Cue, timeline: &Timeline, items: &[Item]) -> Option<String>;
    /// What to do in a phase.
    fn instruction(&self, item: &Item, phase: &Phase) -> String;
    /// Words for a get-ready, and then the first movement.
    fn with_first_movement(&self, words: &str, instruction: &str) -> String;
    /// That the session waited while the person was away.
    fn away(&self) -> String;
}

/// Something for the shell to carry out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Put it into the status region.
    Announce(String),
    /// Say it now, in place of what is being said.
    Say(String),
    /// Play a sound.
    Play {
        /// Which.
        sound: Sound,
        /// When, in ms from now.
        in_ms: u32,
        /// How loud, in percent.
        volume: u8,
    },
    /// Buzz for a cue with this sound.
    Buzz(Sound),
    /// Light the screen up for a moment.
    Flash,
    /// Forget every sound not yet played, and fall silent.
    Hush,
}

/// Silence to leave before a get-ready ends, in ms.
const BREATHER_MS: u32 = 500;

/// What the voice says for a cue, at a rate in percent of normal: what is announced, and in
/// get-ready also the first movement, where there is time for it, so that whoever cannot see the
/// picture knows what to do before it begins.
pub fn aloud(script: &impl Script, cue: &Cue, timeline: &Timeline, items: &[Item], rate: u8) -> Option<String> {
    let words = script.words(cue, timeline, items)?;
    let phase = timeline.phase(cue.phase);
    let first = timeline.phase(cue.phase + 1);
    let with_first = items
        .get(phase.item)
        .filter(|_| cue.kind == CueKind::GetReady && first.item == phase.item && first.movement.is_some())
        .map(|item| script.with_first_movement(&words, &script.instruction(item, &first)))
        .filter(|text| length_ms(text, rate) + BREATHER_MS <= phase.duration_ms);
    Some(with_first.unwrap_or(words))
}

/// The coach of one session.
#[derive(Debug, Clone, Copy, Default)]
pub struct Coach {
    voice: Voice,
    /// Whether the person turned sounds and voice of this session off.
    pub muted: bool,
    /// Started by the page around this one: silent until the person taps or presses a key here.
    pub untouched: bool,
}

impl Coach {
    /// Whether anything may be heard.
    pub fn is_audible(&self) -> bool {
        !self.muted && !self.untouched
    }

    /// What to do for an effect of the player at `now`.
    pub fn acts(
        &mut self,
        effect: &Effect,
        now: Instant,
        player: &Player,
        settings: &Settings,
        script: &impl Script,
    ) -> Vec<Act> {
        match effect {
            Effect::Announce(cue) => self.announce(cue, now, player, settings, script),
            Effect::Sound { sound, in_ms } if self.is_audible() && settings.sound() => {
                vec![Act::Play { sound: *sound, in_ms: *in_ms, volume: settings.volume() }]
            }
            Effect::CancelSounds => {
                self.hush();
                vec![Act::Hush]
            }
            Effect::Away => vec![Act::Announce(script.away())],
            Effect::Sound { .. } | Effect::Checkpoint | Effect::Record => Vec::new(),
        }
    }

    fn announce(
        &mut self,
        cue: &Cue,
        now: Instant,
        player: &Player,
        settings: &Settings,
        script: &impl Script,
    ) -> Vec<Act> {
        let (timeline, items) = (player.timeline(), &player.routine().items);
        let mut acts = Vec::new();
        let Some(words) = script.words(cue, timeline, items) else { return acts };
        let aloud = aloud(script, cue, timeline, items, settings.rate());
        if cue.kind.is_announced() {
            acts.push(Act::Announce(words));
        }
        let may_say = !cue.kind.is_breath() || settings.breath_words();
        if let Some(aloud) = aloud.filter(|_| may_say && self.is_audible() && settings.spoken_by() == SpokenBy::Voice)
            && self.voice.begins(now, cue.kind, &aloud, settings.rate())
        {
            acts.push(Act::Say(aloud));
        }
        if !cue.kind.is_breath() {
            if settings.vibration() {
                acts.push(Act::Buzz(cue.kind.sound()));
            }
            if settings.flash() {
                acts.push(Act::Flash);
            }
        }
        acts
    }

    /// The voice was silenced.
    pub fn hush(&mut self) {
        self.voice.hush();
    }
}
