//! Timers that stop when dropped.

use super::window;

/// A repeating timer.
#[derive(Debug)]
pub struct Repeating(#[allow(dead_code)] Option<gloo_timers::callback::Interval>);

/// Calls back every so many milliseconds until dropped. Does nothing on the host.
pub fn every(ms: u32, tick: impl FnMut() + 'static) -> Repeating {
    // One type for all, here and below: what the timer takes is in the wasm once.
    let tick: Box<dyn FnMut()> = Box::new(tick);
    Repeating(window().map(|_| gloo_timers::callback::Interval::new(ms, tick)))
}

/// Calls back once, soon, after the page had a chance to draw.
pub fn soon(then: impl FnOnce() + 'static) {
    after(0, then);
}

/// Calls back once after so many milliseconds.
pub fn after(ms: u32, then: impl FnOnce() + 'static) {
    let then: Box<dyn FnOnce()> = Box::new(then);
    if window().is_some() {
        gloo_timers::callback::Timeout::new(ms, then).forget();
    }
}
