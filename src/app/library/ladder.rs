//! The ladder document as a signal, and what it is about: today's routine and the last sessions.

use super::Documents;
use super::one::One;
use crate::content::CATALOG;
use crate::domain::documents::ladder::Ladder;
use crate::domain::progress::record::SessionRecord;
use crate::domain::progress::today::{Why, has_superman, today, without_superman};
use crate::domain::routine::Routine;

/// The ladder as it is now.
pub type LadderNow = One<Ladder>;

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
