//! Vibration, where the device has it.

use super::{call, property, window};
use crate::domain::session::cue::Sound;

/// Milliseconds of buzz, pause, buzz and so on; each cue its own.
fn pattern(sound: Sound) -> &'static [u32] {
    match sound {
        Sound::Tick | Sound::Change => &[],
        Sound::GetReady => &[60, 80, 60],
        Sound::Start => &[150],
        Sound::Repetition => &[50],
        Sound::Hold => &[250],
        Sound::SwitchSides => &[100, 80, 100, 80, 100],
        Sound::Rest => &[60, 120, 200],
        Sound::Finish => &[120, 80, 120, 80, 300],
    }
}

/// Buzzes for a cue.
pub fn buzz(sound: Sound) {
    let pattern = pattern(sound);
    let Some(window) = window().filter(|_| !pattern.is_empty()) else { return };
    // Before the person has touched the page, browsers refuse and complain.
    let touched = property(&window.navigator(), "userActivation")
        .is_none_or(|activation| property(&activation, "hasBeenActive").is_some_and(|active| active.is_truthy()));
    if !touched {
        return;
    }
    let list: js_sys::Array = pattern.iter().map(|ms| wasm_bindgen::JsValue::from(*ms)).collect();
    // Not every browser has it, and some refuse it: both are silent.
    let _ = call(&window.navigator(), "vibrate", &list);
}
