//! Every session in columns, for the pages that show what was done. Nobody else reads the log.

use super::Library;
use crate::app::reactive::effect;
use crate::domain::documents::glance::Glance;
use crate::domain::documents::shelf::Shelf;
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
}

impl Default for Log {
    fn default() -> Self {
        Self { history: RwSignal::new(History::default()), seen: StoredValue::new(None), is_read: RwSignal::new(false) }
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
                let mut history = History::default();
                library.read_log(&mut |glance| history.place(glance));
                self.history.try_set(history);
            }
        }
        if self.is_read.try_get_untracked() == Some(false) {
            self.is_read.try_set(true);
        }
    }

    /// What follows from every session; tracked.
    pub fn with<T>(self, of: impl FnOnce(&History) -> T) -> T {
        self.history.with(of)
    }
}
