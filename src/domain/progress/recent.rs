//! The last weeks of practice, for a sentence on paper.

use super::record::SessionRecord;
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
    /// Pain before a session (NPRS), on average over the first three and the last three that tell it;
    /// nothing where there are not six.
    pub pain: Option<(u8, u8)>,
}

/// The last `days` days up to `today`, this one included. Records come newest first.
pub fn recent(records: &[SessionRecord], today: Date, days: i64) -> Recent {
    let is_recent = |record: &&SessionRecord| {
        record.local_date().is_some_and(|date| (0..days).contains(&(today - date).whole_days()))
            && record.exercises_done() > 0
    };
    let records: Vec<&SessionRecord> = records.iter().filter(is_recent).collect();
    let told: Vec<u8> = records.iter().filter_map(|record| record.pain_before).collect();
    let mean = |pains: &[u8]| {
        let sum: usize = pains.iter().map(|pain| usize::from(*pain)).sum();
        u8::try_from((2 * sum + pains.len()) / (2 * pains.len().max(1))).unwrap_or(u8::MAX)
    };
    let pain = (told.len() >= 2 * ENDS).then(|| (mean(&told[told.len() - ENDS..]), mean(&told[..ENDS])));
    Recent {
        sessions: records.len(),
        days: records.iter().map(|record| record.date.as_str()).collect::<BTreeSet<_>>().len(),
        minutes: records.iter().map(|record| record.minutes()).sum(),
        pain,
    }
}
