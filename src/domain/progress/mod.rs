//! What was done, over time.

pub mod adherence;
pub mod record;

use record::SessionRecord;

/// Finished sessions after which the gentle start gives way to the daily six.
const GENTLE_SESSIONS: usize = 6;

/// The routine to offer today: `gentle-start` until six sessions are finished, then `daily-six`.
pub fn today_routine(records: &[SessionRecord]) -> &'static str {
    let finished = records.iter().filter(|record| record.finished).count();
    if finished < GENTLE_SESSIONS { "gentle-start" } else { "daily-six" }
}
