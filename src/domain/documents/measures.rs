//! A weekly check-in: pain in the last week, and up to three activities of the person's own.

use super::kind::{Document, Kind, MEASURES};
use crate::domain::progress::record::{WORST_PAIN, parse_date};
use miniserde::{Deserialize, Serialize};

/// The most activities that are asked for.
pub const ACTIVITIES: usize = 3;
/// The longest name of an activity, characters.
pub const LONGEST_NAME: usize = 60;

/// How well somebody can do something.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Activity {
    /// What, in the person's own words.
    pub name: String,
    /// From 0, unable, to 10, as before (like the PSFS, which we do not call it: content review, section 8).
    pub score: Option<u8>,
}

/// A check-in. Its day is its id.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Measures {
    /// Pain in the last week on average (NPRS, 0 to 10).
    pub pain: Option<u8>,
    /// Activities, in the order in which they were named.
    pub activities: Option<Vec<Activity>>,
}

impl Measures {
    /// Whether it says anything.
    pub fn says_something(&self) -> bool {
        self.pain.is_some() || self.activities.iter().flatten().any(|activity| activity.score.is_some())
    }

    /// The score of an activity.
    pub fn score(&self, name: &str) -> Option<u8> {
        self.activities.iter().flatten().find(|activity| activity.name == name)?.score
    }
}

impl Document for Measures {
    const KIND: Kind = MEASURES;
    type Stored = Self;

    fn of_stored(stored: Self, id: &str) -> Option<Self> {
        let scores = stored.activities.iter().flatten().filter_map(|activity| activity.score);
        let is_sound = parse_date(id).is_some() && stored.pain.into_iter().chain(scores).all(|n| n <= WORST_PAIN);
        is_sound.then_some(stored)
    }
}
