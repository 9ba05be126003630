//! What somebody knows how to do, by their records.

use super::record::{SessionRecord, form_key};
use crate::domain::documents::digest::Digest;
use crate::domain::documents::settings::Explain;
use crate::domain::routine::Routine;

/// In how many sessions somebody does a form or a step before it is known to them (pin 8 of the
/// design).
pub const KNOWN_AFTER: u32 = 2;

/// Which items of a routine are to be explained. Sessions that could not be kept count as well: where
/// nothing can be stored, once a page is enough. What comes twice is explained once.
pub fn unknown(routine: &Routine, explain: Explain, digest: &Digest, unsaved: &[SessionRecord]) -> Vec<bool> {
    let mut before: Vec<String> = Vec::new();
    let mut is_unknown = |form: String| {
        let first = !before.contains(&form);
        let known =
            digest.times(&form) >= KNOWN_AFTER || unsaved.iter().any(|record| record.forms_done().contains(&form));
        before.push(form);
        first
            && match explain {
                Explain::AtFirst => !known,
                Explain::Always => true,
                Explain::Never => false,
            }
    };
    routine.items.iter().map(|item| is_unknown(form_key(&routine.id, item.id(), item.rung_id()))).collect()
}
