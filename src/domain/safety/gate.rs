//! Whether a session may start.

use super::tier::Tier;
use crate::domain::documents::health::Health;
use crate::domain::progress::record::parse_date;
use time::Date;

/// For how long "I have been seen about this" holds, days (the design's: six months).
pub const SEEN_HOLDS: i64 = 183;

/// What stands before a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// The safety screen is to be answered.
    Ask,
    /// No session: get help now.
    Stop,
    /// Advice of this tier first; then a grown-up may go on.
    Advise(Tier),
    /// Nothing.
    Open,
}

/// What stands before a session today. What cannot be read, or lies in the future, was not said.
pub fn gate(health: &Health, today: Date) -> Gate {
    let date = |text: &Option<String>| text.as_deref().and_then(parse_date).filter(|date| *date <= today);
    let Some(screened) = date(&health.screened) else { return Gate::Ask };
    // What was said before the last screen was said of other answers.
    let since = |text: &Option<String>| date(text).filter(|date| *date >= screened);
    match health.tier.unwrap_or_default() {
        Tier::Unasked => Gate::Ask,
        Tier::None => Gate::Open,
        tier @ (Tier::Soon | Tier::Urgent) => match since(&health.went_on) {
            Some(_) => Gate::Open,
            None => Gate::Advise(tier),
        },
        Tier::Emergency => match since(&health.seen) {
            None => Gate::Stop,
            Some(seen) if (today - seen).whole_days() > SEEN_HOLDS => Gate::Ask,
            Some(seen) => match date(&health.went_on).filter(|date| *date >= seen) {
                Some(_) => Gate::Open,
                None => Gate::Advise(Tier::Urgent),
            },
        },
    }
}
