//! Explaining what somebody does not know yet. The words come in the chunk of the figure: where it
//! is not here when a session starts, what comes later is explained.

use crate::app::chunks::chunk;
use crate::content::words::teaching::demonstration;
use crate::domain::documents::digest::Digest;
use crate::domain::documents::settings::Settings;
use crate::domain::progress::known::unknown;
use crate::domain::progress::record::SessionRecord;
use crate::domain::routine::Routine;
use crate::domain::session::demonstration::Demonstration;
use crate::domain::session::timeline::comes_from;

chunk! { figure, load_teaching,
    /// What is to be shown of a routine, by item, to somebody with these settings and this past.
    pub fn demonstrations(routine: Routine, settings: Settings, digest: Digest, unsaved: Vec<SessionRecord>) -> Vec<Demonstration> {
        let unknown = unknown(&routine, settings.explain(), &digest, &unsaved);
        let shown = |(index, shown): (usize, bool)| {
            let item = routine.items.get(index).filter(|_| shown)?;
            Some(demonstration(item, comes_from(&routine.items, index), settings.rate()))
        };
        unknown.into_iter().enumerate().map(|item| shown(item).unwrap_or_default()).collect()
    }
}
