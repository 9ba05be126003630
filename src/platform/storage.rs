//! localStorage as a shelf. Access may throw (blocked, sandboxed) and writing may fail (full).

use super::page::{Listener, on_window};
use super::window;
use crate::domain::documents::shelf::{Shelf, ShelfError};
use wasm_bindgen::JsCast;

/// Stands in no key of ours.
const SEPARATOR: &str = "\u{0}";

/// The browser's localStorage.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalStorage;

fn storage() -> Result<web_sys::Storage, ShelfError> {
    window().and_then(|window| window.local_storage().ok().flatten()).ok_or(ShelfError::Blocked)
}

impl Shelf for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let storage = storage()?;
        // The browser sorts thousands of keys, and hands them over in one piece, far quicker than one
        // by one.
        let keys = js_sys::Object::keys(&storage).sort().join(SEPARATOR);
        Ok(String::from(keys).split(SEPARATOR).filter(|key| !key.is_empty()).map(str::to_owned).collect())
    }

    fn count(&self) -> Result<usize, ShelfError> {
        storage()?.length().map(|length| length as usize).map_err(|_| ShelfError::Blocked)
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

/// Calls back with the key that another tab wrote, or without one when it cleared everything.
pub fn on_change(mut changed: impl FnMut(Option<&str>) + 'static) -> Option<Listener> {
    on_window("storage", move |event| {
        if let Ok(event) = event.dyn_into::<web_sys::StorageEvent>() {
            changed(event.key().as_deref());
        }
    })
}
