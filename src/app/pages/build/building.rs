//! What is being built, and the code that it is.

use crate::content::CATALOG;
use crate::domain::routine::editor::{Editor, Verb};
use crate::domain::routine::share_code::{ShareCodeError, parse};
use crate::domain::routine::{Item, Prescription};
use leptos::prelude::*;

/// What is being built. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Building {
    /// The routine, and what can be undone.
    pub editor: RwSignal<Editor>,
    /// Its name.
    pub name: RwSignal<String>,
    /// The kept routine that is being changed.
    pub id: RwSignal<Option<String>>,
    /// Counts what was kept and deleted, so that lists are read anew.
    pub changes: RwSignal<u32>,
}

impl Building {
    /// Nothing yet.
    pub fn new() -> Self {
        Self {
            editor: RwSignal::new(Editor::default()),
            name: RwSignal::new(String::new()),
            id: RwSignal::new(None),
            changes: RwSignal::new(0),
        }
    }

    /// Does something to it.
    pub fn act(self, verb: Verb) -> bool {
        self.editor.try_update(|editor| editor.act(verb)) == Some(true)
    }

    /// Begins with other items, under a name; `id` is that of a kept one.
    pub fn begin(self, items: Vec<Prescription>, name: &str, id: Option<String>) {
        self.editor.set(Editor::of(items));
        self.name.set(name.to_owned());
        self.id.set(id);
    }
}

/// The exercises of a code.
///
/// # Errors
/// What is wrong with it.
pub fn exercises_of(code: &str) -> Result<Vec<Prescription>, ShareCodeError> {
    let exercise = |item: Item| match item {
        Item::Exercise(dose) => Some(dose),
        Item::Step(_) => None,
    };
    Ok(parse(&CATALOG, code)?.into_iter().filter_map(exercise).collect())
}
