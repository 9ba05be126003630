//! What to answer to how somebody feels after a session.

use crate::domain::documents::digest::Recent;
use crate::domain::progress::record::SessionRecord;

/// What it means for the next session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Less than this, and rest now.
    EaseOff,
    /// The same again.
    Stay,
    /// On as planned.
    GoOn,
}

/// From this pain on less is to be done (the physiotherapists' traffic light: a rule of thumb, no
/// trial's result).
const LESS_FROM: u8 = 6;
/// From this pain on it is to stay as it is (the same).
const SAME_FROM: u8 = 4;
/// A rise by so much counts as that too (ours: 2 of 10 is about what people notice, Ostelo 2008).
const RISE: u8 = 2;
/// Milliseconds of the seven days that a session is counted with.
const WEEK_MS: u64 = 7 * 24 * 60 * 60 * 1_000;

/// The answer to a session; none where nothing was said of it.
pub fn answer(record: &SessionRecord) -> Option<Answer> {
    if record.entries.iter().any(|entry| entry.hurt) {
        return Some(Answer::EaseOff);
    }
    let after = record.pain_after?;
    let rise = record.pain_before.map_or(0, |before| after.saturating_sub(before));
    Some(match after {
        LESS_FROM.. => Answer::EaseOff,
        SAME_FROM.. => Answer::Stay,
        _ if rise >= RISE => Answer::Stay,
        _ => Answer::GoOn,
    })
}

/// When a session was begun, ms since 1970: its id says so (UUID v7).
fn begun(id: &str) -> Option<u64> {
    let digits: String = id.chars().filter(|c| *c != '-').take(12).collect();
    u64::from_str_radix(&digits, 16).ok()
}

/// Which finished session of exercise this is within seven days, from 1 to as many as are told one by
/// one; none where it is not one of them.
pub fn number_in_a_week(recent: &[Recent], id: &str) -> Option<usize> {
    let now = begun(id)?;
    let in_week = |other: &&Recent| begun(&other.id).is_some_and(|then| then <= now && now - then < WEEK_MS);
    let finished = || recent.iter().filter(|other| other.finished);
    finished().any(|other| other.id == id).then(|| finished().filter(in_week).count())
}
