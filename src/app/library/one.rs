//! A document of which there is one, as a signal, for the pages that go by it. It is read when a page asks
//! for it, so that those that do not pay nothing.

use super::Documents;
use crate::app::reactive::effect;
use crate::domain::documents::kind::Document;
use crate::domain::documents::shelf::SaveError;
use crate::domain::documents::store::Found;
use leptos::prelude::*;

/// The document as it is now. Copied freely.
#[derive(Debug)]
pub struct One<T: 'static> {
    library: Documents,
    document: RwSignal<T>,
    /// Whether it was read.
    is_read: RwSignal<bool>,
}

impl<T: 'static> Clone for One<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: 'static> Copy for One<T> {}

impl<T: Document + Default + Clone + Send + Sync + 'static> One<T> {
    /// That of a library that is opened, or about to be.
    pub fn of(library: Documents) -> Self {
        let document = RwSignal::new(T::default());
        let is_read = RwSignal::new(false);
        effect(move || {
            if library.opened.get() {
                match library.store().read::<T>("") {
                    Ok(Found::Is(kept)) => document.try_set(kept),
                    // It may have been deleted.
                    Ok(Found::Nothing) => document.try_set(T::default()),
                    _ => None,
                };
                is_read.try_set(true);
            }
        });
        Self { library, document, is_read }
    }

    /// Whether it was read; tracked.
    pub fn is_read(self) -> bool {
        self.is_read.get()
    }

    /// What it says; tracked.
    pub fn with<U>(self, of: impl FnOnce(&T) -> U) -> U {
        self.document.with(of)
    }

    /// Changes it and keeps it. The change holds even where it cannot be kept.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn change(self, change: impl FnOnce(&mut T)) -> Result<(), SaveError> {
        let known = self.document.try_get_untracked().unwrap_or_default();
        let (document, saved) = self.library.store().change(known, change);
        self.document.try_set(document);
        saved
    }
}
