//! localStorage as a shelf. Access may throw (blocked, sandboxed) and writing may fail (full).

use super::page::{Listener, on_window};
use super::window;
use crate::domain::documents::shelf::{Ends, Shelf, ShelfError, one_by_one};
use wasm_bindgen::prelude::*;

/// Stands in no key of ours, and in no text.
const SEPARATOR: char = '\u{0}';

/// The browser's localStorage.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocalStorage;

fn storage() -> Result<web_sys::Storage, ShelfError> {
    window().and_then(|window| window.local_storage().ok().flatten()).ok_or(ShelfError::Blocked)
}

#[wasm_bindgen(module = "/src/platform/gather.js")]
extern "C" {
    /// The keys that begin with a prefix and their texts, as UTF-8, a zero behind each; where there are more
    /// than `first` and `last` together, only so many at the two ends.
    #[wasm_bindgen(catch)]
    fn gather(storage: &web_sys::Storage, prefix: &str, first: usize, last: usize) -> Result<Vec<u8>, JsValue>;
}

impl Shelf for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let storage = storage()?;
        // The browser sorts thousands of keys, and hands them over in one piece, far quicker than one
        // by one.
        let keys = js_sys::Object::keys(&storage).sort().join(SEPARATOR.encode_utf8(&mut [0; 1]));
        Ok(String::from(keys).split(SEPARATOR).filter(|key| !key.is_empty()).map(str::to_owned).collect())
    }

    fn count(&self) -> Result<usize, ShelfError> {
        storage()?.length().map(|length| length as usize).map_err(|_| ShelfError::Blocked)
    }

    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        storage()?.get_item(key).map_err(|_| ShelfError::Blocked)
    }

    fn visit(&self, prefix: &str, ends: Ends, see: &mut dyn FnMut(&str, &str)) -> Result<(), ShelfError> {
        // Thousands of texts come far quicker in one piece than one by one.
        let all =
            gather(&storage()?, prefix, ends.first, ends.last).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let pieces: Vec<&str> = all.iter().flat_map(|all| all.split(SEPARATOR)).collect();
        let is_sound = |pair: &[&str]| pair.len() < 2 || pair[0].starts_with(prefix);
        // Nothing that we write has a separator in it; where something has, no key stands where one is to.
        if pieces.len().is_multiple_of(2) || !pieces.chunks(2).all(is_sound) {
            return one_by_one(self, prefix, ends, see);
        }
        pieces.chunks_exact(2).for_each(|pair| see(pair[0], pair[1]));
        Ok(())
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
