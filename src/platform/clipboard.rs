//! The clipboard.

use super::{call, property, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// Puts a text there. False where the browser does not let us.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().and_then(|window| property(&window.navigator(), "clipboard"));
    let promise = clipboard.and_then(|clipboard| call(&clipboard, "writeText", &text.into()));
    match promise.and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        Some(promise) => JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}
