//! The browser: the only place that touches its interfaces. Plain functions and small types; on
//! the host, and wherever an interface is missing, they do nothing.

pub mod animation;
pub mod audio;
pub mod clipboard;
pub mod clock;
pub mod download;
pub mod embed_port;
pub mod files;
pub mod history;
pub mod identity;
pub mod locks;
pub mod offline;
pub mod page;
pub mod place;
pub mod quota;
pub mod share;
pub mod speech;
pub mod storage;
pub mod timers;
pub mod vibration;
pub mod wake_lock;

use wasm_bindgen::prelude::*;

/// The window; `None` on the host.
pub(crate) fn window() -> Option<web_sys::Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The document; `None` on the host.
pub(crate) fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// A property of a JavaScript object that web-sys does not know, or does not know as stable.
pub(crate) fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = js_sys::Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

thread_local! {
    static NOTHING: Closure<dyn FnMut(JsValue)> = Closure::new(|_| {});
}

/// Lets a promise be refused in silence: unheard, a refusal counts as an uncaught error.
pub(crate) fn ignore_refusal(promise: &js_sys::Promise) {
    NOTHING.with(|nothing| {
        let _ = promise.catch(nothing);
    });
}

/// Calls a method that web-sys does not know, or does not know as stable.
pub(crate) fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<JsValue> {
    property(object, method)?.dyn_into::<js_sys::Function>().ok()?.call1(object, argument).ok()
}
