//! Routines by id and by share code.

use super::share_code::{self, ShareCodeError};
use super::{CUSTOM, Routine};
use crate::domain::catalog::Catalog;

impl Routine {
    /// The shipped routine or at-home sequence of this id.
    pub fn shipped(catalog: &'static Catalog, id: &str) -> Option<Self> {
        if let Some(sequence) = catalog.sequence(id) {
            return Some(Self::of_sequence(sequence));
        }
        let shipped = catalog.routine(id)?;
        let items = share_code::parse(catalog, &shipped.code).ok()?;
        Some(Self { id: shipped.id.to_string(), name: shipped.name.to_string(), items })
    }

    /// A routine from a share code that somebody handed over.
    ///
    /// # Errors
    /// What is wrong with the code.
    pub fn custom(catalog: &'static Catalog, name: &str, code: &str) -> Result<Self, ShareCodeError> {
        Ok(Self { id: CUSTOM.to_owned(), name: name.to_owned(), items: share_code::parse(catalog, code)? })
    }

    /// The routine of a record, changes made while it ran included. `name` is for one that came
    /// with a share code.
    ///
    /// # Errors
    /// What is wrong with the code: an exercise that this version does not know.
    pub fn recorded(catalog: &'static Catalog, id: &str, code: &str, name: &str) -> Result<Self, ShareCodeError> {
        if let Some(sequence) = catalog.sequence(id) {
            return Ok(Self::of_sequence(sequence));
        }
        let items = share_code::parse_recorded(catalog, code)?;
        let (id, name) = catalog.routine(id).map_or((CUSTOM, name), |shipped| (shipped.id.get(), shipped.name.get()));
        Ok(Self { id: id.to_owned(), name: name.to_owned(), items })
    }

    /// Its share code; empty for a sequence, which its id names in full.
    pub fn code(&self) -> String {
        share_code::format(&self.items)
    }
}
