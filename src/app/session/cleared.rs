//! A routine as it may be played by this person.

use super::rules::by_rules;
use crate::app::chunks::{Chunks, State, called};
use crate::app::library::Documents;
use crate::app::parts::picture::FIGURE;
use crate::domain::routine::Routine;
use crate::domain::safety::clearing::{Cleared, unconditional};

/// What the person's conditions make of a routine; nothing where they have named some and the rules are
/// not here, which are fetched then. Tracked.
pub fn cleared(library: Documents, chunks: Chunks, routine: &Routine) -> Option<Cleared> {
    let at_once = library.of_health(|health| unconditional(routine, health));
    at_once.or_else(|| {
        let state = chunks.state(FIGURE);
        // One that was lost would be fetched for ever: this runs again with every change of state.
        if state == State::Away {
            chunks.fetch(FIGURE);
        }
        called(by_rules(library, routine.clone())).filter(|_| state == State::Here)
    })
}
