//! Which words the voice begins, given what it is still saying. Nothing waits in a queue: a cue
//! is spoken now, in place of what is being said, or not at all.

use crate::domain::Instant;
use crate::domain::session::cue::CueKind;

/// How long a voice takes for a character at its normal rate, in ms: about 170 words a minute,
/// the usual default of speech synthesis.
const CHARACTER_MS: u32 = 65;
/// An end so close is not worth keeping silent for, in ms.
const ALMOST_DONE_MS: u64 = 300;

/// About how long a voice takes to say a text at a rate in percent of normal, in ms.
pub fn length_ms(text: &str, rate: u8) -> u32 {
    let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    characters.saturating_mul(CHARACTER_MS).saturating_mul(100) / u32::from(rate.max(1))
}

/// The voice, as far as it can be known: browsers do not reliably tell when a sentence has ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Voice {
    until: Instant,
}

impl Voice {
    /// Whether to say the words of a cue now, and takes note of them if so. "Hold" and the breath
    /// do not cut an explanation off, for the beep and the next repetition tell them again;
    /// everything else does.
    pub fn begins(&mut self, now: Instant, kind: CueKind, words: &str, rate: u8) -> bool {
        let yields = kind.is_breath() || matches!(kind, CueKind::Hold { .. });
        if yields && self.until > now + ALMOST_DONE_MS {
            return false;
        }
        self.until = now + Instant::from(length_ms(words, rate));
        true
    }

    /// It was silenced.
    pub fn hush(&mut self) {
        self.until = 0;
    }
}
