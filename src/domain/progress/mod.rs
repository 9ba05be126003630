//! What was done, over time.

pub mod adherence;
pub mod known;
pub mod record;

/// Finished sessions after which the gentle start gives way to the daily six.
const GENTLE_SESSIONS: u32 = 6;

/// The routine to offer today: `gentle-start` until six sessions are finished, then `daily-six`.
pub const fn today_routine(finished: u32) -> &'static str {
    if finished < GENTLE_SESSIONS { "gentle-start" } else { "daily-six" }
}
