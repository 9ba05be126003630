//! How long the voice takes. Browsers do not reliably tell when a sentence has ended, so what is to
//! be said is made to fit beforehand.

/// How long a voice takes for a character at its normal rate, in ms: about 170 words a minute,
/// the usual default of speech synthesis.
const CHARACTER_MS: u32 = 65;
/// The rate in percent of normal at which every line of the content must fit its movement (ours):
/// slower than most people set it, and what slow voices make of their normal rate.
pub const SLOW_RATE: u8 = 80;

/// About how long a voice takes to say a text at a rate in percent of normal, in ms.
pub fn length_ms(text: &str, rate: u8) -> u32 {
    let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    characters.saturating_mul(CHARACTER_MS).saturating_mul(100) / u32::from(rate.max(1))
}
