//! Unknot's voice: the browser's speech synthesis. A new sentence replaces a stale one; nothing
//! waits for the end of one, because that event may never come.

use super::{property, window};
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn synthesis() -> Option<SpeechSynthesis> {
    let window = window()?;
    property(&window, "speechSynthesis")?;
    window.speech_synthesis().ok()
}

/// Voices that speak English on this device itself; those over the network stop in mid-sentence
/// in some browsers. Empty until the browser has loaded them.
fn local_voices(synthesis: &SpeechSynthesis) -> Vec<SpeechSynthesisVoice> {
    let voices = synthesis.get_voices();
    let voices = voices.iter().filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok());
    voices.filter(|voice| voice.local_service() && voice.lang().starts_with("en")).collect()
}

/// Names of the voices to choose from.
pub fn voices() -> Vec<String> {
    synthesis()
        .map(|synthesis| local_voices(&synthesis).iter().map(SpeechSynthesisVoice::name).collect())
        .unwrap_or_default()
}

/// Says a text now, in place of whatever is being said: with the named voice if it is there, and
/// at a rate in percent of normal.
pub fn say(text: &str, voice: Option<&str>, rate: u8) {
    let Some(synthesis) = synthesis() else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    utterance.set_lang("en");
    utterance.set_rate(f32::from(rate) / 100.0);
    let voices = local_voices(&synthesis);
    let chosen = voices.iter().find(|other| voice == Some(other.name().as_str()));
    let default = voices.iter().find(|other| other.default()).or(voices.first());
    utterance.set_voice(chosen.or(default));
    synthesis.cancel();
    synthesis.speak(&utterance);
}

/// Falls silent.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
