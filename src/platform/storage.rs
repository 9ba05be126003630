//! localStorage as a shelf. Access may throw (blocked, sandboxed) and writing may fail (full).

use super::window;
use crate::domain::documents::store::{Shelf, ShelfError};
use wasm_bindgen::JsCast;

/// The browser's localStorage.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalStorage;

fn storage() -> Result<web_sys::Storage, ShelfError> {
    window().and_then(|window| window.local_storage().ok().flatten()).ok_or(ShelfError::Blocked)
}

impl Shelf for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let storage = storage()?;
        let length = storage.length().map_err(|_| ShelfError::Blocked)?;
        Ok((0..length).filter_map(|index| storage.key(index).ok().flatten()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        storage()?.get_item(key).map_err(|_| ShelfError::Blocked)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        storage()?.set_item(key, text).map_err(|error| {
            let name = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.name())).unwrap_or_default();
            let name = if name.is_empty() {
                super::property(&error, "name").and_then(|name| name.as_string()).unwrap_or_default()
            } else {
                name
            };
            if name.contains("Quota") { ShelfError::Full } else { ShelfError::Blocked }
        })
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        storage()?.remove_item(key).map_err(|_| ShelfError::Blocked)
    }
}
