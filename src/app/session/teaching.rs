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

chunk! { figure, load_teaching,
    /// What is to be shown of a routine, by item, to somebody with these settings and this past.
    pub fn demonstrations(routine: Routine, settings: Settings, digest: Digest, unsaved: Vec<SessionRecord>) -> Vec<Demonstration> {
        let unknown = unknown(&routine, settings.explain(), &digest, &unsaved);
        let items = routine.items.iter().zip(unknown);
        items.map(|(item, shown)| if shown { demonstration(item, settings.rate()) } else { Vec::new() }).collect()
    }
}
