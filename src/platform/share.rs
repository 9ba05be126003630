//! Handing something to another app (Web Share).

use super::{call, property, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Offers a text to other apps. False where the browser cannot; true also where the person thought
/// better of it, for then nothing else is to be done with the text.
pub async fn text(text: &str) -> bool {
    let Some(navigator) = window().map(|window| window.navigator()) else { return false };
    let is_there = property(&navigator, "share").is_some_and(|share| share.is_function());
    if !is_there {
        return false;
    }
    let what = js_sys::Object::new();
    if js_sys::Reflect::set(&what, &"text".into(), &JsValue::from_str(text)).is_err() {
        return false;
    }
    let promise = call(&navigator, "share", &what);
    match promise.and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        Some(promise) => match JsFuture::from(promise).await {
            Ok(_) => true,
            Err(error) => property(&error, "name").and_then(|name| name.as_string()).as_deref() == Some("AbortError"),
        },
        None => false,
    }
}
