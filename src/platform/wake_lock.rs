//! Keeping the screen on. The browser lets go of it whenever the page is hidden, and may refuse:
//! both are normal and silent. web-sys has the types only behind an unstable flag.

use super::{call, property, window};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

thread_local! {
    static HELD: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Asks for the screen to stay on.
pub fn request() {
    let Some(lock) = window().and_then(|window| property(&window.navigator(), "wakeLock")) else { return };
    let Some(promise) = call(&lock, "request", &"screen".into()) else { return };
    let Ok(promise) = promise.dyn_into::<js_sys::Promise>() else { return };
    let held = Closure::once(|sentinel: JsValue| HELD.with_borrow_mut(|held| *held = Some(sentinel)));
    let refused = Closure::once(|_: JsValue| {});
    let _ = promise.then2(&held, &refused);
    held.forget();
    refused.forget();
}

/// Lets the screen go dark again.
pub fn release() {
    if let Some(sentinel) = HELD.with_borrow_mut(Option::take) {
        let _ = call(&sentinel, "release", &JsValue::UNDEFINED);
    }
}
