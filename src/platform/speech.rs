//! Unknot's voice: the browser's speech synthesis. A new sentence replaces a stale one; nothing
//! waits for the end of one, because that event may never come.
//!
//! Some browsers have voices that send the words to a server. Those are only used if the person
//! says so. While the list of voices is empty nothing can be told of them: some browsers fill it
//! late and some never, and speak all the same with the device's own voice.

use super::{property, window};
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn synthesis() -> Option<SpeechSynthesis> {
    let window = window()?;
    property(&window, "speechSynthesis")?;
    window.speech_synthesis().ok()
}

/// Every voice that the browser lists. Empty until the browser has loaded them.
fn listed(synthesis: &SpeechSynthesis) -> Vec<SpeechSynthesisVoice> {
    let voices = synthesis.get_voices();
    voices.iter().filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok()).collect()
}

fn speaks_english(voice: &SpeechSynthesisVoice) -> bool {
    voice.lang().starts_with("en")
}

/// Names of the voices to choose from: English, on this device itself, and with `network` also
/// those that send the words to a server.
pub fn voices(network: bool) -> Vec<String> {
    let Some(synthesis) = synthesis() else { return Vec::new() };
    let voices = listed(&synthesis).into_iter().filter(speaks_english);
    voices.filter(|voice| network || voice.local_service()).map(|voice| voice.name()).collect()
}

/// Whether the browser has English voices, but all of them send the words to a server.
pub fn speaks_only_over_the_network() -> bool {
    let voices = synthesis().map(|synthesis| listed(&synthesis)).unwrap_or_default();
    let mut english = voices.iter().filter(|voice| speaks_english(voice)).peekable();
    english.peek().is_some() && english.all(|voice| !voice.local_service())
}

/// Says a text now, in place of whatever is being said: with the named voice if it is there, and
/// at a rate in percent of normal. Silent where only voices over the network could say it, unless
/// `network` allows them.
pub fn say(text: &str, voice: Option<&str>, rate: u8, network: bool) {
    let Some(synthesis) = synthesis() else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    let listed = listed(&synthesis);
    let mut usable = listed.iter().filter(|voice| network || voice.local_service());
    let named = usable.clone().find(|other| voice == Some(other.name().as_str()));
    let english = || usable.clone().filter(|voice| speaks_english(voice));
    let chosen = named
        .or_else(|| english().find(|voice| voice.local_service() && voice.default()))
        .or_else(|| english().find(|voice| voice.local_service()))
        .or_else(|| english().next())
        // A voice of another language only where English is not to be had at all.
        .or_else(|| usable.next().filter(|_| !listed.iter().any(speaks_english)));
    if chosen.is_none() && !listed.is_empty() {
        return;
    }
    utterance.set_lang("en");
    utterance.set_rate(f32::from(rate) / 100.0);
    utterance.set_voice(chosen);
    synthesis.cancel();
    synthesis.speak(&utterance);
}

/// Falls silent.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
