//! How the audio clock runs against the page's: from pairs of both times to where on the audio
//! clock an instant of the page lies, and whether the clocks have slipped.
//!
//! The two clocks run at almost the same speed, but the audio clock stands still while the
//! browser suspends it, and single readings jitter by some milliseconds. So readings are averaged,
//! and one far from the average means that the audio clock stood still.

/// A reading this far from the average means that the audio clock stood still, in ms: further than
/// readings jitter.
const SLIP_MS: f64 = 12.0;
/// So many in a row, and it did.
const SLIPPED_READINGS: u32 = 3;
/// Readings that the average goes by: at ten a second, the last few seconds.
const READINGS: f64 = 48.0;
/// What was planned is kept while the clocks drifted less than this since, in ms: half of what an
/// ear could tell from on time.
const TOLERANCE_MS: f64 = 3.0;

/// An output that is later than this is not believed, in ms.
const LONGEST_LATENCY_MS: f64 = 1_000.0;
/// What is heard cannot be ahead of what was rendered; readings jitter by a buffer, in ms.
const JITTER_MS: f64 = 25.0;

/// An output has begun by this audio time, or does not tell, in ms.
const LONGEST_START_MS: f64 = 500.0;

/// A page time and the audio time that goes with it, both in ms: as the output tells them, else as
/// the context does. `None` while the output has not begun: for its first few hundredths of a
/// second Chromium tells an audio time of 0, and a page time that is long past.
pub fn believed(own: (f64, f64), output: Option<(f64, f64)>) -> Option<(f64, f64)> {
    let Some(output) = output else { return Some(own) };
    if output.1 <= 0.0 && own.1 < LONGEST_START_MS {
        return None;
    }
    let ahead = |(page, audio): (f64, f64)| page - audio;
    let latency = ahead(output) - ahead(own);
    let is_possible = output.0 > 0.0 && output.1 > 0.0 && (-JITTER_MS..LONGEST_LATENCY_MS).contains(&latency);
    Some(if is_possible { output } else { own })
}

/// What is known of the two clocks.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct AudioClock {
    /// Page time less audio time, in ms.
    ahead_ms: f64,
    readings: f64,
    /// Readings far from the average since the last one that was not.
    far: u32,
    /// `ahead_ms` as of the last time when sounds were planned anew.
    planned_ms: f64,
}

impl AudioClock {
    /// Takes note of a pair of times of one instant, in ms.
    pub fn read(&mut self, page_ms: f64, audio_ms: f64) {
        let ahead = page_ms - audio_ms;
        let is_far = self.is_known() && (ahead - self.ahead_ms).abs() > SLIP_MS;
        self.far = if is_far { self.far + 1 } else { 0 };
        if self.far >= SLIPPED_READINGS {
            self.readings = 0.0;
        } else if is_far {
            return;
        }
        self.readings = (self.readings + 1.0).min(READINGS);
        self.ahead_ms += (ahead - self.ahead_ms) / self.readings;
    }

    /// Whether anything has been read.
    pub fn is_known(&self) -> bool {
        self.readings > 0.0
    }

    /// The audio time of an instant of the page, in ms.
    pub fn audio_ms(&self, page_ms: f64) -> f64 {
        page_ms - self.ahead_ms
    }

    /// Whether sounds that were planned before are no longer where they should be. True once for
    /// each slip: the caller plans them anew.
    pub fn must_plan_anew(&mut self) -> bool {
        let moved = (self.ahead_ms - self.planned_ms).abs() > TOLERANCE_MS;
        if moved {
            self.planned_ms = self.ahead_ms;
        }
        moved
    }
}
