//! How much the browser keeps for this site, and whether it promises to keep it.

use super::{call, property, window};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

async fn asked(method: &str) -> Option<JsValue> {
    let manager = window().and_then(|window| property(&window.navigator(), "storage"))?;
    let promise = call(&manager, method, &JsValue::UNDEFINED)?.dyn_into::<Promise>().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Bytes kept for this site, the offline copy included. `None` where the browser does not tell.
pub async fn used() -> Option<f64> {
    property(&asked("estimate").await?, "usage")?.as_f64()
}

/// Whether the browser keeps the data until the person deletes it. `None` where it does not tell.
pub async fn is_persistent() -> Option<bool> {
    asked("persisted").await?.as_bool()
}

/// Asks the browser to keep the data until the person deletes it.
pub async fn persist() -> Option<bool> {
    asked("persist").await?.as_bool()
}
