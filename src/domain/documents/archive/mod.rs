//! The person's documents as files: all of them to keep and to bring back, and what was done for
//! spreadsheets and for health records.

pub mod csv;
pub mod fhir;
pub mod file;
pub mod journal;
pub mod merge;

use super::kind::{
    DIGEST, HEALTH, JOURNAL, KEEPING, Kind, LADDER, LOG, MEASURES, ONE_RUNNING, PLAN, PREFIX, ROUTINES, RUNNING,
    SETTINGS, SHEET,
};
use super::shelf::Shelf;
use super::store::Store;
use crate::domain::progress::record::SessionRecord;

/// What may be taken along, each by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Sessions that are over, and those that were left.
    Sessions,
    /// Weekly check-ins.
    CheckIns,
    /// The plan, the ladder, and routines of one's own.
    Plan,
    /// Settings.
    Settings,
    /// The safety check and conditions.
    Health,
    /// The sheet for the therapist.
    Sheet,
    /// What this version cannot read. It may hold anything.
    Unread,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Sessions, Self::CheckIns, Self::Plan, Self::Settings, Self::Health, Self::Sheet, Self::Unread];

    /// Whether it is taken along unless the person says otherwise: what tells of their health only where
    /// they ask for it.
    pub const fn is_usual(self) -> bool {
        matches!(self, Self::Sessions | Self::CheckIns | Self::Plan | Self::Settings)
    }
}

/// The part that each kind belongs to. What is derived, or of this browser alone, belongs to none.
const PARTS: [(Kind, Option<Part>); 12] = [
    (LOG, Some(Part::Sessions)),
    (RUNNING, Some(Part::Sessions)),
    (MEASURES, Some(Part::CheckIns)),
    (PLAN, Some(Part::Plan)),
    (LADDER, Some(Part::Plan)),
    (ROUTINES, Some(Part::Plan)),
    (SETTINGS, Some(Part::Settings)),
    (HEALTH, Some(Part::Health)),
    (SHEET, Some(Part::Sheet)),
    (DIGEST, None),
    (JOURNAL, None),
    (KEEPING, None),
];

/// Which part a key of ours belongs to; nothing for keys of others, and for what no file takes along.
pub fn part_of(key: &str) -> Option<Part> {
    if key == ONE_RUNNING {
        return Some(Part::Sessions);
    }
    let known = PARTS.iter().find(|(kind, _)| kind.id_in(key).is_some());
    known.map_or_else(|| key.starts_with(PREFIX).then_some(Part::Unread), |(_, part)| *part)
}

/// Every session that can be read, oldest first, with those that are only in memory.
pub fn sessions<S: Shelf>(store: &Store<S>, unsaved: &[SessionRecord]) -> Vec<SessionRecord> {
    let mut all: Vec<SessionRecord> = store.all().into_iter().map(|(_, record)| record).collect();
    for record in unsaved {
        all.retain(|other| other.id != record.id);
        all.push(record.clone());
    }
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all
}
