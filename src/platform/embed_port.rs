//! The window around this one, when a page of ours is framed.

use super::page::{Listener, on_window};
use super::{document, window};
use wasm_bindgen::prelude::*;

/// Whether the page is in a frame. In a frame of another site nothing else of its parent can be
/// known.
pub fn is_framed() -> bool {
    window().is_some_and(|window| {
        let parent = window.parent().ok().flatten();
        parent.is_some_and(|parent| parent != window)
    })
}

/// The query of the address, with its `?`.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Posts a message, given as JSON, to the window around this one.
pub fn post(message: &str, target: &str) {
    let Some(parent) = window().and_then(|window| window.parent().ok().flatten()) else { return };
    if let Ok(message) = js_sys::JSON::parse(message) {
        // Refused for an origin that cannot be named, which then hears nothing.
        let _ = parent.post_message(&message, target);
    }
}

/// Hears messages: whether the window around this one sent it, its origin, and its content as JSON.
/// What cannot be written as JSON is no message of ours.
pub fn on_message(mut heard: impl FnMut(bool, &str, &str) + 'static) -> Option<Listener> {
    on_window("message", move |event| {
        let Ok(event) = event.dyn_into::<web_sys::MessageEvent>() else { return };
        let parent = window().and_then(|window| window.parent().ok().flatten());
        let source = event.source();
        let from_parent = parent.is_some_and(|parent| source.is_some_and(|source| source.loose_eq(&parent)));
        let text = js_sys::JSON::stringify(&event.data()).ok().and_then(|text| text.as_string());
        if let Some(text) = text {
            heard(from_parent, &event.origin(), &text);
        }
    })
}

/// Calls back with the height of the content, CSS pixels, at first and whenever it changes, for
/// the rest of the page's life.
pub fn on_height(mut changed: impl FnMut(u32) + 'static) {
    let Some(app) = document().and_then(|document| document.get_element_by_id("app")) else { return };
    let measured = app.clone();
    let look = Closure::<dyn FnMut()>::new(move || {
        changed(measured.get_bounding_client_rect().height().ceil() as u32);
    });
    if let Ok(observer) = web_sys::ResizeObserver::new(look.as_ref().unchecked_ref()) {
        observer.observe(&app);
        std::mem::forget(observer);
    }
    look.forget();
}

/// Sets a custom property of the root element; the policy allows it, unlike a style attribute.
pub fn set_property(name: &str, value: &str) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Only an invalid name is refused, and ours are constants. An empty value takes it away.
        let _ = root.style().set_property(name, value);
    }
}
