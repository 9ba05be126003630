//! The ladder document as a signal, for the pages that go by it.

use super::Documents;
use crate::app::reactive::effect;
use crate::content::CATALOG;
use crate::domain::documents::ladder::Ladder;
use crate::domain::documents::shelf::SaveError;
use crate::domain::documents::store::Found;
use crate::domain::progress::record::SessionRecord;
use crate::domain::progress::today::{Why, has_superman, today, without_superman};
use crate::domain::routine::Routine;
use leptos::prelude::*;

/// The ladder as it is now. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct LadderNow {
    library: Documents,
    ladder: RwSignal<Ladder>,
}

impl LadderNow {
    /// That of a library that is opened, or about to be.
    pub fn of(library: Documents) -> Self {
        let ladder = RwSignal::new(Ladder::default());
        effect(move || {
            if library.opened.get()
                && let Ok(Found::Is(kept)) = library.store().read::<Ladder>("")
            {
                ladder.try_set(kept);
            }
        });
        Self { library, ladder }
    }

    /// What it says; tracked.
    pub fn with<T>(self, of: impl FnOnce(&Ladder) -> T) -> T {
        self.ladder.with(of)
    }

    /// Changes it and keeps it. The change holds even where it cannot be kept.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn change(self, change: impl FnOnce(&mut Ladder)) -> Result<(), SaveError> {
        let known = self.ladder.try_get_untracked().unwrap_or_default();
        let (ladder, saved) = self.library.store().change(known, change);
        self.ladder.try_set(ladder);
        saved
    }
}

/// Today's routine before anybody's own doses, and whether somebody still starts slowly; tracked.
pub fn todays(library: Documents) -> Option<(Routine, bool)> {
    let chosen = library.setting(|settings| settings.superman);
    let (offer, with_superman) = library.of_digest(|digest| (today(digest), has_superman(chosen, digest)));
    let routine = Routine::shipped(&CATALOG, offer.routine)?;
    let routine = if with_superman { routine } else { without_superman(&CATALOG, routine) };
    Some((routine, offer.why != Why::Whole))
}

/// The last sessions of exercise, the newest last; tracked.
pub fn last_sessions(library: Documents) -> Vec<SessionRecord> {
    let ids = library
        .of_digest(|digest| digest.recent.iter().flatten().map(|session| session.id.clone()).collect::<Vec<String>>());
    ids.iter().filter_map(|id| library.session(id)).collect()
}
