//! Keeping the screen on. The browser lets go of it whenever the page is hidden, and may refuse:
//! both are normal and silent. web-sys has the types only behind an unstable flag.

use super::page::{Listener, on_document};
use super::{call, property, window};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[derive(Default)]
struct Screen {
    /// Whether it is to stay on.
    wanted: bool,
    /// Whether the browser is being asked.
    asking: bool,
    /// The one lock that is held.
    held: Option<JsValue>,
    /// Asks again when the page is seen again.
    seen: Option<Listener>,
}

thread_local! {
    static SCREEN: RefCell<Screen> = RefCell::default();
    static GRANTED: Closure<dyn FnMut(JsValue)> = Closure::new(|sentinel| settled(Some(sentinel)));
    static REFUSED: Closure<dyn FnMut(JsValue)> = Closure::new(|_| settled(None));
}

/// Keeps the screen on, or lets it go dark again. To be said as often as one likes: the browser is
/// asked only when that changes, and when the page is seen again, for it may refuse.
pub fn keep(on: bool) {
    if window().is_none() || SCREEN.with_borrow(|screen| screen.wanted == on) {
        return;
    }
    let let_go = SCREEN.with_borrow_mut(|screen| {
        screen.wanted = on;
        if on && screen.seen.is_none() {
            screen.seen = on_document("visibilitychange", |_| ask());
        }
        if on { None } else { screen.held.take() }
    });
    if let Some(sentinel) = let_go {
        release(&sentinel);
    }
    if on {
        ask();
    }
}

fn release(sentinel: &JsValue) {
    let _ = call(sentinel, "release", &JsValue::UNDEFINED);
}

/// Asks for a lock, if one is wanted, none is held, and the page is seen.
fn ask() {
    let wanted = SCREEN.with_borrow(|screen| {
        // The browser lets go of a lock when the page is hidden.
        let holds = |sentinel: &JsValue| property(sentinel, "released").is_none_or(|released| !released.is_truthy());
        screen.wanted && !screen.asking && !screen.held.as_ref().is_some_and(holds)
    });
    if !wanted || super::page::is_hidden() {
        return;
    }
    let promise = window()
        .and_then(|window| property(&window.navigator(), "wakeLock"))
        .and_then(|lock| call(&lock, "request", &"screen".into()))
        .and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok());
    let Some(promise) = promise else { return };
    SCREEN.with_borrow_mut(|screen| screen.asking = true);
    GRANTED.with(|granted| {
        REFUSED.with(|refused| {
            let _ = promise.then2(granted, refused);
        });
    });
}

/// The browser has answered. Who wanted it may have thought better of it meanwhile.
fn settled(sentinel: Option<JsValue>) {
    let unwanted = SCREEN.with_borrow_mut(|screen| {
        screen.asking = false;
        if screen.wanted {
            screen.held = sentinel;
            None
        } else {
            sentinel
        }
    });
    if let Some(sentinel) = unwanted {
        release(&sentinel);
    }
}
