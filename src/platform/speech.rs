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

/// Whether what a voice says of itself is of the language of a tag, whatever its region.
/// Android writes `pt_BR` for `pt-BR`.
pub fn is_of_language(given: &str, tag: &str) -> bool {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    language(given) == language(tag)
}

fn speaks(voice: &SpeechSynthesisVoice, tag: &str) -> bool {
    is_of_language(&voice.lang(), tag)
}

/// Names of the voices to choose from: of this language, on this device itself, and with `network` also
/// those that send the words to a server.
pub fn voices(tag: &str, network: bool) -> Vec<String> {
    let Some(synthesis) = synthesis() else { return Vec::new() };
    let voices = listed(&synthesis).into_iter().filter(|voice| speaks(voice, tag));
    voices.filter(|voice| network || voice.local_service()).map(|voice| voice.name()).collect()
}

/// Whether the browser has voices of this language, but all of them send the words to a server.
pub fn speaks_only_over_the_network(tag: &str) -> bool {
    let voices = synthesis().map(|synthesis| listed(&synthesis)).unwrap_or_default();
    let mut fitting = voices.iter().filter(|voice| speaks(voice, tag)).peekable();
    fitting.peek().is_some() && fitting.all(|voice| !voice.local_service())
}

/// Whether the browser cannot speak at all, or lists voices of which none is of this language.
pub fn cannot_speak(tag: &str) -> bool {
    synthesis().is_none_or(|synthesis| {
        let listed = listed(&synthesis);
        !listed.is_empty() && !listed.iter().any(|voice| speaks(voice, tag))
    })
}

/// Says a text now, in place of whatever is being said: with the named voice if it is there, and
/// at a rate in percent of normal. Silent where only voices over the network could say it, unless
/// `network` allows them.
pub fn say(text: &str, tag: &str, voice: Option<&str>, rate: u8, network: bool) {
    let Some(synthesis) = synthesis() else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    let listed = listed(&synthesis);
    let mut usable = listed.iter().filter(|voice| network || voice.local_service());
    let named = usable.clone().find(|other| voice == Some(other.name().as_str()));
    let fitting = || usable.clone().filter(|voice| speaks(voice, tag));
    let chosen = named
        .or_else(|| fitting().find(|voice| voice.local_service() && voice.default()))
        .or_else(|| fitting().find(|voice| voice.local_service()))
        .or_else(|| fitting().next())
        // A voice of another language only where this one is not to be had at all.
        .or_else(|| usable.next().filter(|_| !listed.iter().any(|voice| speaks(voice, tag))));
    if chosen.is_none() && !listed.is_empty() {
        return;
    }
    utterance.set_lang(tag);
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
