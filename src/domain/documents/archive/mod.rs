//! The person's documents as files: all of them to keep and to bring back, and what was done for
//! spreadsheets and for health records.

pub mod csv;
pub mod fhir;
pub mod file;
pub mod journal;
pub mod merge;

use super::kind::{
    DIGEST, HEALTH, JOURNAL, KEEPING, LADDER, LOG, MEASURES, ONE_RUNNING, PLAN, PREFIX, ROUTINES, RUNNING, SETTINGS,
    SHEET,
};
use super::measures::Measures;
use super::shelf::Shelf;
use super::store::{Found, Store};
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

/// Which part a key of ours belongs to; nothing for what is derived, or of this
/// browser alone.
pub fn part_of(key: &str) -> Option<Part> {
    let is = |kinds: &[super::kind::Kind]| kinds.iter().any(|kind| kind.id_in(key).is_some());
    if !key.starts_with(PREFIX) || is(&[DIGEST, JOURNAL, KEEPING]) {
        None
    } else if is(&[LOG, RUNNING]) || key == ONE_RUNNING {
        Some(Part::Sessions)
    } else if is(&[MEASURES]) {
        Some(Part::CheckIns)
    } else if is(&[PLAN, LADDER, ROUTINES]) {
        Some(Part::Plan)
    } else if is(&[SETTINGS]) {
        Some(Part::Settings)
    } else if is(&[HEALTH]) {
        Some(Part::Health)
    } else if is(&[SHEET]) {
        Some(Part::Sheet)
    } else {
        Some(Part::Unread)
    }
}

/// Every session that can be read, oldest first, with those that are only in memory.
pub fn sessions<S: Shelf>(store: &Store<S>, unsaved: &[SessionRecord]) -> Vec<SessionRecord> {
    let keys = store.our_keys().unwrap_or_default();
    let ids = keys.iter().filter_map(|key| LOG.id_in(key));
    let mut all: Vec<SessionRecord> = ids
        .filter_map(|id| match store.read::<SessionRecord>(id) {
            Ok(Found::Is(record)) => Some(record),
            _ => None,
        })
        .collect();
    for record in unsaved {
        all.retain(|other| other.id != record.id);
        all.push(record.clone());
    }
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all
}

/// Every check-in, oldest first, with its date.
pub fn check_ins<S: Shelf>(store: &Store<S>) -> Vec<(String, Measures)> {
    let keys = store.our_keys().unwrap_or_default();
    let days = keys.iter().filter_map(|key| MEASURES.id_in(key));
    days.filter_map(|day| match store.read::<Measures>(day) {
        Ok(Found::Is(measures)) => Some((day.to_owned(), measures)),
        _ => None,
    })
    .collect()
}
