//! Sounds, synthesised and scheduled ahead on the audio clock, which does not wait for timers.

use super::window;
use crate::domain::cue::Sound;
use std::cell::RefCell;
use web_sys::{AudioContext, AudioContextState, GainNode, OscillatorNode, OscillatorType};

/// Seconds a tone takes to rise; shorter ones click.
const ATTACK: f64 = 0.008;

struct Output {
    context: AudioContext,
    pending: Vec<(f64, OscillatorNode, GainNode)>,
}

thread_local! {
    static OUTPUT: RefCell<Option<Output>> = const { RefCell::new(None) };
}

/// A tone: frequency in hertz, start after the sound's in seconds, length in seconds, loudness.
type Tone = (f32, f64, f64, f32);

fn tones(sound: Sound) -> &'static [Tone] {
    match sound {
        Sound::GetReady => &[(523.25, 0.0, 0.18, 0.5), (659.25, 0.16, 0.26, 0.5)],
        Sound::Tick => &[(880.0, 0.0, 0.07, 0.35)],
        Sound::Start => &[(783.99, 0.0, 0.3, 0.6)],
        Sound::Repetition => &[(659.25, 0.0, 0.14, 0.35)],
        Sound::Change => &[(587.33, 0.0, 0.1, 0.25)],
        Sound::Hold => &[(392.0, 0.0, 0.35, 0.5)],
        Sound::SwitchSides => &[(659.25, 0.0, 0.14, 0.5), (493.88, 0.16, 0.22, 0.5)],
        Sound::Rest => &[(523.25, 0.0, 0.2, 0.4), (392.0, 0.18, 0.35, 0.4)],
        Sound::Finish => &[(523.25, 0.0, 0.2, 0.5), (659.25, 0.18, 0.2, 0.5), (783.99, 0.36, 0.5, 0.5)],
    }
}

/// Makes sound possible. To be called in a person's gesture: browsers refuse it elsewhere.
pub fn unlock() {
    if window().is_none() {
        return;
    }
    OUTPUT.with_borrow_mut(|output| {
        // A closed or frozen context does not come back: make a new one.
        if output.as_ref().is_some_and(|output| output.context.state() == AudioContextState::Closed) {
            *output = None;
        }
        if output.is_none() {
            *output = AudioContext::new().ok().map(|context| Output { context, pending: Vec::new() });
        }
        if let Some(output) = output
            && output.context.state() != AudioContextState::Running
        {
            // Settles by itself; a refusal leaves the session silent, which is all it could be.
            let _ = output.context.resume();
        }
    });
}

/// Plays a sound in so many milliseconds, at a loudness in percent. Silent where sound was never
/// unlocked.
pub fn play(sound: Sound, in_ms: u32, volume: u8) {
    let volume = f32::from(volume) / 100.0;
    if volume <= 0.0 {
        return;
    }
    OUTPUT.with_borrow_mut(|output| {
        let Some(output) = output else { return };
        if output.context.state() == AudioContextState::Closed {
            return;
        }
        let now = output.context.current_time();
        output.pending.retain(|(end, _, _)| *end > now);
        let start = now + f64::from(in_ms) / 1000.0;
        for (frequency, after, length, loudness) in tones(sound) {
            let end = start + after + length;
            if let Some((oscillator, gain)) = tone(&output.context, *frequency, start + after, end, *loudness * volume)
            {
                output.pending.push((end, oscillator, gain));
            }
        }
    });
}

fn tone(
    context: &AudioContext,
    frequency: f32,
    start: f64,
    end: f64,
    loudness: f32,
) -> Option<(OscillatorNode, GainNode)> {
    let oscillator = context.create_oscillator().ok()?;
    let gain = context.create_gain().ok()?;
    oscillator.set_type(OscillatorType::Sine);
    oscillator.frequency().set_value(frequency);
    let level = gain.gain();
    level.set_value(0.0);
    level.set_value_at_time(0.0, start).ok()?;
    level.linear_ramp_to_value_at_time(loudness, start + ATTACK).ok()?;
    level.exponential_ramp_to_value_at_time(0.001, end).ok()?;
    oscillator.connect_with_audio_node(&gain).ok()?;
    gain.connect_with_audio_node(&context.destination()).ok()?;
    oscillator.start_with_when(start).ok()?;
    oscillator.stop_with_when(end + 0.02).ok()?;
    Some((oscillator, gain))
}

/// Forgets every sound not yet played, and cuts off what is playing.
pub fn cancel() {
    OUTPUT.with_borrow_mut(|output| {
        let Some(output) = output else { return };
        for (_, _, gain) in output.pending.drain(..) {
            // A node that is no longer connected is silent already.
            let _ = gain.disconnect();
        }
    });
}
