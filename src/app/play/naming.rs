//! Names of what records tell of, as far as this version knows them.

use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::progress::record::Entry;
use crate::domain::routine::Routine;

/// The name of a session's routine.
pub fn routine_name(id: &str) -> String {
    Routine::shipped(&CATALOG, id).map_or_else(|| t::CUSTOM_ROUTINE.to_owned(), |routine| routine.name)
}

/// The name of what an entry is about.
pub fn entry_name(entry: &Entry) -> String {
    let rung = CATALOG.exercise(&entry.exercise).and_then(|x| x.rung(&entry.rung)).map(|rung| rung.name.get());
    let step = || {
        let steps = CATALOG.sequences.get().iter().flat_map(|sequence| sequence.steps.get());
        steps.into_iter().find(|step| *step.id == *entry.exercise).map(|step| step.name.get())
    };
    rung.or_else(step).map_or_else(|| entry.exercise.clone(), str::to_owned)
}
