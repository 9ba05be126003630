//! Routines of the person's own.

use super::kind::{Document, Kind, ROUTINES};
use miniserde::{Deserialize, Serialize};

/// The longest name, characters.
pub const LONGEST_NAME: usize = 60;

/// A routine of the person's own. Its id is in its key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnRoutine {
    /// What it is called.
    pub name: String,
    /// What is done, as a share code. A newer version may know exercises that this one does not.
    pub code: String,
}

impl Document for OwnRoutine {
    const KIND: Kind = ROUTINES;
    type Stored = Self;

    fn of_stored(stored: Self, id: &str) -> Option<Self> {
        uuid::Uuid::try_parse(id).is_ok().then_some(stored)
    }
}
