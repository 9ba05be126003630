//! Sounds, synthesised and scheduled ahead on the audio clock, which does not wait for timers.
//!
//! Instants are given in the page's time; [`AudioClock`] says where they lie on the audio clock,
//! so that a sound is *heard* when it is due, the delay of the device's output included where the
//! browser tells it.

use super::{call, clock, ignore_refusal, property, window};
use crate::domain::session::audio_clock::{AudioClock, believed};
use crate::domain::session::cue::Sound;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{AudioContext, AudioContextState, GainNode, OscillatorType};

/// Seconds a tone takes to rise; shorter ones click.
const ATTACK: f64 = 0.008;
/// Two sounds closer than this are the same one, asked for twice; ms.
const SAME_MS: f64 = 50.0;
/// A running context whose time has not moved for so long is frozen, as iOS leaves it after a
/// lock; ms. It does not come back: only a new one helps.
const FROZEN_MS: f64 = 1_500.0;
/// How often a context that the browser suspended is asked to go on, ms.
const ASK_AGAIN_MS: f64 = 1_000.0;

/// A sound on its way to be heard.
struct Pending {
    sound: Sound,
    /// Page time, ms.
    due: f64,
    /// Audio time, ms.
    start: f64,
    end: f64,
    gains: Vec<GainNode>,
}

struct Output {
    context: AudioContext,
    clock: AudioClock,
    pending: Vec<Pending>,
    /// The context's time at the last look, and the page's when it last moved; ms.
    moved: (f64, f64),
    /// Page time at which the context was last asked to go on, ms.
    asked: f64,
}

impl Output {
    fn new() -> Option<Self> {
        let context = AudioContext::new().ok()?;
        let moved = (0.0, clock::page());
        Some(Self { context, clock: AudioClock::default(), pending: Vec::new(), moved, asked: f64::MIN })
    }

    fn audio_now(&self) -> f64 {
        self.context.current_time() * 1_000.0
    }

    fn is_running(&self) -> bool {
        self.context.state() == AudioContextState::Running
    }

    /// Asks the browser for sound. A refusal leaves the session silent, which is all it could be.
    fn go_on(&self) {
        if let Ok(promise) = self.context.resume() {
            ignore_refusal(&promise);
        }
    }

    fn read_clock(&mut self) {
        let page = clock::page();
        let audio = self.audio_now();
        if audio > 0.0
            && let Some((page, audio)) = believed((page, audio), self.heard_now())
        {
            self.clock.read(page, audio);
        }
    }

    /// A page time and the audio time that is heard at it, where the browser can tell.
    fn heard_now(&self) -> Option<(f64, f64)> {
        let pair = call(&self.context, "getOutputTimestamp", &JsValue::UNDEFINED)?;
        let page = property(&pair, "performanceTime")?.as_f64()?;
        let audio = property(&pair, "contextTime")?.as_f64()? * 1_000.0;
        Some((page, audio))
    }

    /// Forgets what has not begun to sound.
    fn forget_the_coming(&mut self) {
        let now = self.audio_now();
        self.pending.retain(|pending| {
            let keep = pending.start <= now;
            if !keep {
                pending.silence();
            }
            keep
        });
    }
}

impl Pending {
    fn silence(&self) {
        for gain in &self.gains {
            // A node that is no longer connected is silent already.
            let _ = gain.disconnect();
        }
    }
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
        if output.as_ref().is_none_or(|output| output.context.state() == AudioContextState::Closed) {
            *output = Output::new();
        }
        if let Some(output) = output
            && !output.is_running()
        {
            output.go_on();
        }
    });
}

/// Follows the audio clock; to be called often while a session runs. True when sounds asked for
/// before are lost or out of place, so that those still to come must be asked for anew.
pub fn follow() -> bool {
    OUTPUT.with_borrow_mut(|slot| {
        let Some(output) = slot else { return false };
        let (page, audio) = (clock::page(), output.audio_now());
        if audio != output.moved.0 {
            output.moved = (audio, page);
        }
        let frozen = output.is_running() && page - output.moved.1 > FROZEN_MS;
        if frozen || output.context.state() == AudioContextState::Closed {
            if !frozen && page - output.asked < ASK_AGAIN_MS {
                return false;
            }
            if frozen && let Ok(closed) = output.context.close() {
                ignore_refusal(&closed);
            }
            *slot = Output::new();
            if let Some(output) = slot {
                output.asked = page;
                output.go_on();
            }
            return true;
        }
        if !output.is_running() {
            // Suspended, or "interrupted" by a call on iOS: it may come back without a gesture.
            if page - output.asked > ASK_AGAIN_MS {
                output.asked = page;
                output.go_on();
            }
            return false;
        }
        output.read_clock();
        if output.clock.must_plan_anew() {
            output.forget_the_coming();
            return true;
        }
        false
    })
}

/// Plays a sound when the page's time is `due` ms, at a loudness in percent. Silent where sound
/// was never unlocked.
pub fn play(sound: Sound, due: f64, volume: u8) {
    let volume = f32::from(volume) / 100.0;
    if volume <= 0.0 {
        return;
    }
    OUTPUT.with_borrow_mut(|output| {
        let Some(output) = output else { return };
        if output.context.state() == AudioContextState::Closed {
            return;
        }
        if !output.clock.is_known() {
            output.read_clock();
        }
        let (page, now) = (clock::page(), output.audio_now());
        output.pending.retain(|pending| pending.end > now || pending.due > page);
        // One that has begun is not begun again when those to come are asked for anew.
        if output.pending.iter().any(|pending| pending.sound == sound && (pending.due - due).abs() < SAME_MS) {
            return;
        }
        let start = if output.clock.is_known() { output.clock.audio_ms(due) } else { now + due - page };
        let start = start.max(now);
        let mut pending = Pending { sound, due, start, end: start, gains: Vec::new() };
        for (frequency, after, length, loudness) in tones(sound) {
            let from = start / 1_000.0 + after;
            if let Some(gain) = tone(&output.context, *frequency, from, from + length, *loudness * volume) {
                pending.gains.push(gain);
                pending.end = pending.end.max((from + length) * 1_000.0);
            }
        }
        output.pending.push(pending);
    });
}

fn tone(context: &AudioContext, frequency: f32, start: f64, end: f64, loudness: f32) -> Option<GainNode> {
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
    Some(gain)
}

/// Forgets every sound not yet played, and cuts off what is playing.
pub fn cancel() {
    OUTPUT.with_borrow_mut(|output| {
        let Some(output) = output else { return };
        for pending in output.pending.drain(..) {
            pending.silence();
        }
    });
}
