//! The sessions in columns, for the pages that show what was done. Nobody else reads the log. Of thousands
//! only the first and the last are read until somebody asks for all: the last two years, and the first week,
//! which all else is measured against.

use super::Library;
use crate::app::reactive::effect;
use crate::domain::documents::glance::Glance;
use crate::domain::documents::shelf::{Ends, Shelf};
use crate::domain::progress::history::History;
use leptos::prelude::*;

/// The log as a page sees it. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Log {
    history: RwSignal<History>,
    /// The last change that it knows of.
    seen: StoredValue<Option<u32>>,
    /// Whether it was read.
    pub is_read: RwSignal<bool>,
    /// Whether all of it was.
    is_whole: StoredValue<bool>,
}

/// What is read of thousands.
const ENDS: Ends = Ends { first: 60, last: 900 };

/// Whether nothing but all is missing where only the ends were read: all that is within two years of the last
/// session, and within a week of the first.
fn suffices(history: &History) -> bool {
    let sessions = history.sessions();
    let day = |place: usize| sessions.get(place).map(|session| session.day);
    let spans = |from: Option<i32>, to: Option<i32>, days: i32| from.zip(to).is_some_and(|(from, to)| to - from > days);
    spans(day(0), day(ENDS.first.saturating_sub(1)), 7)
        && spans(day(ENDS.first), sessions.last().map(|session| session.day), 2 * 366)
}

impl Default for Log {
    fn default() -> Self {
        Self {
            history: RwSignal::new(History::default()),
            seen: StoredValue::new(None),
            is_read: RwSignal::new(false),
            is_whole: StoredValue::new(false),
        }
    }
}

impl Log {
    /// The log of a library that is opened, or about to be: read, and kept up with for as long as the page
    /// lives.
    pub fn of<S: Shelf + Copy + Send + Sync + 'static>(library: Library<S>) -> Self {
        let log = Self::default();
        effect(move || {
            if library.opened.get() {
                log.keep_up(library);
            }
        });
        log
    }

    /// Takes note of what changed since; tracked.
    pub fn keep_up<S: Shelf + Copy + 'static>(self, library: Library<S>) {
        let (times, session) = library.changed();
        let seen = self.seen.try_get_value().flatten();
        self.seen.try_set_value(Some(times));
        match session {
            _ if seen == Some(times) => {}
            Some(id) if seen.is_some_and(|seen| seen + 1 == times) => {
                let record = library.session(&id);
                self.history.try_update(|history| match record.as_ref().and_then(Glance::of) {
                    Some(glance) => history.place(&glance),
                    None => history.take(&id),
                });
            }
            _ => {
                let is_whole = self.is_whole.try_get_value() == Some(true);
                self.read(library, if is_whole { Ends::ALL } else { ENDS });
            }
        }
        if self.is_read.try_get_untracked() == Some(false) {
            self.is_read.try_set(true);
        }
    }

    fn read<S: Shelf + Copy + 'static>(self, library: Library<S>, ends: Ends) {
        let of = |ends: Ends| {
            let mut history = History::default();
            library.read_log(ends, &mut |glance| history.place(glance));
            history
        };
        let mut history = of(ends);
        let kept = library.sessions_now() as usize;
        let mut is_whole = ends == Ends::ALL || kept <= ends.first + ends.last;
        if !is_whole && !suffices(&history) {
            (history, is_whole) = (of(Ends::ALL), true);
        }
        self.is_whole.try_set_value(is_whole);
        self.history.try_set(history);
    }

    /// Reads what was left out, if anything was.
    pub fn read_all<S: Shelf + Copy + 'static>(self, library: Library<S>) {
        if self.is_whole.try_get_value() == Some(false) {
            self.read(library, Ends::ALL);
        }
    }

    /// What follows from the sessions; tracked.
    pub fn with<T>(self, of: impl FnOnce(&History) -> T) -> T {
        self.history.with(of)
    }
}
