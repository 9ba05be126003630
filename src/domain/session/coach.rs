//! The coach: what the player asks for, and what the person set, become words, sounds, light and
//! touch. Pure: the shell only carries out the acts.

use super::cue::{Cue, CueKind, Sound};
use super::player::{Effect, Player};
use super::timeline::{Phase, PhaseKind, Timeline};
use super::voice::length_ms;
use crate::domain::documents::settings::{Settings, SpokenBy};
use crate::domain::routine::Item;

/// What is lost when a part of a line is left out, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    /// When to breathe.
    Breath,
    /// The number of the repetition, which this is.
    Count(u16),
    /// What was told before, or will be told again.
    Reminder,
    /// What it is called, and how far one is.
    Name,
    /// What to do.
    Instruction,
    /// On which side, and what keeps the person safe.
    Side,
}

/// A part of a line that the voice says: a sentence or more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is worth.
    pub worth: Worth,
    /// Its words.
    pub words: String,
}

impl Part {
    /// A part.
    pub fn new(worth: Worth, words: impl Into<String>) -> Self {
        Self { worth, words: words.into() }
    }
}

/// The parts that can be said within `ms` at a rate in percent of normal: what does not fit is left
/// out whole, in order of least worth, so that nothing is cut off. Without `ms` there is time for all.
pub fn fitting(mut parts: Vec<Part>, ms: Option<u32>, rate: u8) -> Option<String> {
    while !parts.is_empty() {
        let line = parts.iter().map(|part| part.words.as_str()).collect::<Vec<_>>().join(" ");
        if ms.is_none_or(|ms| length_ms(&line, rate) <= ms) {
            return Some(line);
        }
        let least = (0..parts.len()).min_by_key(|index| parts[*index].worth)?;
        parts.remove(least);
    }
    None
}

/// The words of a language for a session.
pub trait Script {
    /// What to announce for a cue; `None` where a sound says enough.
    fn words(&self, cue: &Cue, timeline: &Timeline, items: &[Item]) -> Option<String>;
    /// What the voice has to say at a cue, in its order; coach and clock choose from it.
    fn parts(&self, cue: &Cue, timeline: &Timeline, items: &[Item]) -> Vec<Part>;
    /// What to do in a phase.
    fn instruction(&self, item: &Item, phase: &Phase) -> String;
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

/// What the voice says at a cue: as much of it as the person wants to hear and the phase has time for.
pub fn aloud(
    script: &impl Script,
    cue: &Cue,
    timeline: &Timeline,
    items: &[Item],
    settings: &Settings,
) -> Option<String> {
    let mut parts = script.parts(cue, timeline, items);
    parts.retain(|part| match part.worth {
        Worth::Breath => settings.breath_words(),
        Worth::Count(number) => settings.counting().says(number),
        _ => true,
    });
    let phase = timeline.phase(cue.phase);
    let ms = match phase.kind {
        _ if cue.kind == CueKind::PhoneDown => None,
        // Nothing follows until the person presses Done, or at all.
        PhaseKind::SelfPaced | PhaseKind::Finish => None,
        PhaseKind::GetReady => Some(phase.duration_ms.saturating_sub(BREATHER_MS)),
        _ => Some(phase.duration_ms),
    };
    fitting(parts, ms, settings.rate())
}

/// The coach of one session.
#[derive(Debug, Clone, Copy, Default)]
pub struct Coach {
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

    /// What to do for an effect of the player.
    pub fn acts(&self, effect: &Effect, player: &Player, settings: &Settings, script: &impl Script) -> Vec<Act> {
        match effect {
            Effect::Announce(cue) => self.announce(cue, player, settings, script),
            Effect::Sound { sound, in_ms } if self.is_audible() && settings.sound() => {
                vec![Act::Play { sound: *sound, in_ms: *in_ms, volume: settings.volume() }]
            }
            Effect::CancelSounds => vec![Act::Hush],
            Effect::Away => vec![Act::Announce(script.away())],
            Effect::Sound { .. } | Effect::Checkpoint | Effect::Record => Vec::new(),
        }
    }

    fn announce(&self, cue: &Cue, player: &Player, settings: &Settings, script: &impl Script) -> Vec<Act> {
        let (timeline, items) = (player.timeline(), &player.routine().items);
        let mut acts = Vec::new();
        if cue.kind.is_announced() {
            acts.extend(script.words(cue, timeline, items).map(Act::Announce));
        }
        if self.is_audible() && settings.spoken_by() == SpokenBy::Voice {
            acts.extend(aloud(script, cue, timeline, items, settings).map(Act::Say));
        }
        if cue.kind.is_felt() {
            if settings.vibration() {
                acts.extend(cue.kind.sound().map(Act::Buzz));
            }
            if settings.flash() {
                acts.push(Act::Flash);
            }
        }
        acts
    }
}
