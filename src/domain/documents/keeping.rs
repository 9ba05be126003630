//! What was done and told so that nothing is lost in this browser. It is of this browser alone, so no copy
//! takes it along.

use super::kind::{Document, KEEPING, Kind};
use miniserde::{Deserialize, Serialize};

/// The document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Keeping {
    /// The local date of the last copy of all sessions, `YYYY-MM-DD`.
    pub copied: Option<String>,
    /// How many sessions there were then.
    pub copied_sessions: Option<u32>,
    /// How many sessions there were when the person was reminded of a copy and said later.
    pub put_off: Option<u32>,
    /// Whether the person knows that this browser forgets after a week.
    pub knows_it_forgets: Option<bool>,
}

impl Document for Keeping {
    const KIND: Kind = KEEPING;
    type Stored = Self;

    fn of_stored(stored: Self, _: &str) -> Option<Self> {
        Some(stored)
    }
}
