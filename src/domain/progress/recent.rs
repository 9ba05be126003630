//! The last weeks of practice, for a sentence on paper.

use super::history::{History, Session};
use std::collections::BTreeSet;
use time::Date;

/// So many sessions at either end tell how pain was (ours): one alone says little.
const ENDS: usize = 3;

/// The last weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Recent {
    /// Sessions in which something was done.
    pub sessions: usize,
    /// Days with one.
    pub days: usize,
    /// Minutes, over all of them.
    pub minutes: u32,
    /// Days since the first of them, that day and today included.
    pub span: i32,
    /// The most days in a row without one since then, today included.
    pub gap: i32,
    /// Pain before a session (NPRS), on average over the first three and the last three that tell it;
    /// nothing where there are not six.
    pub pain: Option<(u8, u8)>,
}

/// The last `days` days up to `today`, this one included.
pub fn recent(history: &History, today: Date, days: i32) -> Recent {
    let today = today.to_julian_day();
    let is_recent = |session: &&Session| (0..days).contains(&(today - session.day)) && session.practised;
    let sessions: Vec<&Session> = history.sessions().iter().filter(is_recent).collect();
    let told: Vec<u8> = sessions.iter().filter_map(|session| session.before).collect();
    let mean = |pains: &[u8]| {
        let sum: usize = pains.iter().map(|pain| usize::from(*pain)).sum();
        u8::try_from((2 * sum + pains.len()) / (2 * pains.len().max(1))).unwrap_or(u8::MAX)
    };
    let pain = (told.len() >= 2 * ENDS).then(|| (mean(&told[..ENDS]), mean(&told[told.len() - ENDS..])));
    let practised: BTreeSet<i32> = sessions.iter().map(|session| session.day).collect();
    let next = practised.iter().skip(1).copied().chain([today + 1]);
    let gap = practised.iter().zip(next).map(|(day, next)| next - day - 1).max().unwrap_or_default();
    Recent {
        sessions: sessions.len(),
        days: practised.len(),
        span: practised.first().map_or(0, |first| today - first + 1),
        gap,
        minutes: sessions.iter().map(|session| session.minutes()).sum(),
        pain,
    }
}
