//! Timers that stop when dropped.

use super::window;

/// A repeating timer.
#[derive(Debug)]
pub struct Repeating(#[allow(dead_code)] Option<gloo_timers::callback::Interval>);

/// Calls back every so many milliseconds until dropped. Does nothing on the host.
pub fn every(ms: u32, tick: impl FnMut() + 'static) -> Repeating {
    Repeating(window().map(|_| gloo_timers::callback::Interval::new(ms, tick)))
}

/// Calls back once, soon, after the page had a chance to draw.
pub fn soon(then: impl FnOnce() + 'static) {
    if window().is_some() {
        gloo_timers::callback::Timeout::new(0, then).forget();
    }
}

/// Calls back once after so many milliseconds.
pub fn after(ms: u32, then: impl FnOnce() + 'static) {
    if window().is_some() {
        gloo_timers::callback::Timeout::new(ms, then).forget();
    }
}

/// A callback at each frame that the browser draws.
#[derive(Debug)]
pub struct Frames {
    live: std::rc::Rc<std::cell::Cell<bool>>,
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.live.set(false);
    }
}

/// Calls back before each frame until dropped. Does nothing on the host.
pub fn frames(mut draw: impl FnMut() + 'static) -> Frames {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use wasm_bindgen::prelude::*;

    let live = Rc::new(Cell::new(true));
    let running = Rc::clone(&live);
    let again = Rc::new(RefCell::new(None::<Closure<dyn FnMut()>>));
    let next = Rc::clone(&again);
    let request = |closure: &RefCell<Option<Closure<dyn FnMut()>>>| {
        if let (Some(window), Some(closure)) = (window(), closure.borrow().as_ref()) {
            // Refused only in a document that is gone, where nothing needs drawing.
            let _ = window.request_animation_frame(closure.as_ref().unchecked_ref());
        }
    };
    if window().is_some() {
        *again.borrow_mut() = Some(Closure::new(move || {
            if running.get() {
                draw();
                request(&next);
            } else {
                // Dropping the closure inside itself is not allowed: let the browser finish first.
                let next = Rc::clone(&next);
                soon(move || drop(next.borrow_mut().take()));
            }
        }));
        request(&again);
    }
    Frames { live }
}
