//! Unknot's voice: the browser's speech synthesis. A new sentence replaces a stale one; nothing
//! waits for the end of one, because that event may never come.

use super::{property, window};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance};

fn synthesis() -> Option<SpeechSynthesis> {
    let window = window()?;
    property(&window, "speechSynthesis")?;
    window.speech_synthesis().ok()
}

/// Says a text now, in place of whatever is being said.
pub fn say(text: &str) {
    let Some(synthesis) = synthesis() else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    utterance.set_lang("en");
    synthesis.cancel();
    synthesis.speak(&utterance);
}

/// Falls silent.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
