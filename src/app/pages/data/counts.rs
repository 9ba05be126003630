//! How much there is to take along.

use crate::app::library::Documents;
use crate::domain::documents::archive::{Part, part_of};
use crate::domain::documents::kind::{LOG, RUNNING};
use leptos::prelude::*;

/// How much there is of each part; those of which there is nothing are left out.
pub type Counts = Vec<(Part, usize)>;

/// Counts by keys alone; sessions that are only in memory count too.
pub fn counts(library: Documents) -> Counts {
    let keys = library.store().our_keys().unwrap_or_default();
    let unsaved =
        library.unsaved.with(|unsaved| unsaved.iter().filter(|record| !keys.contains(&LOG.key(&record.id))).count());
    let count = |part: Part| {
        // A session that was left is taken along, and is no session yet.
        let of_part = keys.iter().filter(|key| part_of(key) == Some(part) && RUNNING.id_in(key).is_none()).count();
        of_part + if part == Part::Sessions { unsaved } else { 0 }
    };
    Part::ALL.into_iter().map(|part| (part, count(part))).filter(|(_, count)| *count > 0).collect()
}
