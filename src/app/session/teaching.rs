//! Explaining what somebody does not know yet. The words come in the chunk of the figure: where it
//! is not here when a session starts, what comes later is explained.

use crate::app::chunks::chunk;
use crate::app::library::Documents;
use crate::content::words::teaching::demonstration;
use crate::domain::progress::known::unknown;
use crate::domain::routine::Routine;
use crate::domain::session::demonstration::Demonstration;
use leptos::prelude::With;

chunk! { figure, load_teaching,
    /// What is to be shown of a routine to this person, by item; tracked.
    pub fn demonstrations(library: Documents, routine: Routine) -> Vec<Demonstration> {
        let settings = library.settings();
        let unknown = library.unsaved.with(|unsaved| {
            library.of_digest(|digest| unknown(&routine, settings.explain(), digest, unsaved))
        });
        let shown = |(index, shown): (usize, bool)| {
            shown.then(|| demonstration(&routine.items, index, settings.rate()))
        };
        unknown.into_iter().enumerate().map(|item| shown(item).unwrap_or_default()).collect()
    }
}
