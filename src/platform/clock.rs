//! The clock of a session: counts milliseconds, those of sleep included.
//!
//! `performance.now()` never jumps, but in most browsers it stands still while the device sleeps.
//! `Date.now()` counts sleep, but jumps when somebody sets the clock. So the first one runs, and
//! the second is compared with it at each look: where it has got ahead by more than a second, the
//! device slept, and the difference is added. Where it fell behind, the clock was set back, and
//! nothing is taken away: time never runs backwards.

use super::window;
use crate::domain::Instant;
use std::cell::Cell;
use wasm_bindgen::JsCast;

const SLEPT_MS: f64 = 1_000.0;

thread_local! {
    /// Date minus performance at the last look, and the sleep counted so far; ms.
    static AHEAD: Cell<Option<f64>> = const { Cell::new(None) };
    static SLEPT: Cell<f64> = const { Cell::new(0.0) };
}

/// Now, in ms of the session's clock. 0 on the host.
pub fn now() -> Instant {
    let Some(performance) = window().and_then(|window| window.performance()) else { return 0 };
    let running = performance.now();
    let ahead = js_sys::Date::now() - running;
    let before = AHEAD.replace(Some(ahead)).unwrap_or(ahead);
    if ahead - before > SLEPT_MS {
        SLEPT.set(SLEPT.get() + ahead - before);
    }
    (running + SLEPT.get()) as Instant
}

/// The page's own time, ms: that of `performance.now()`, without sleep. 0 on the host.
pub fn page() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// The page's own time at an instant of the session's clock, as far as is known of sleep now.
pub fn page_at(instant: Instant) -> f64 {
    instant as f64 - SLEPT.get()
}

/// Marks an instant in the browser's performance timeline, for measurements.
pub fn mark(name: &str, instant: Instant) {
    let Some(performance) = window().and_then(|window| window.performance()) else { return };
    let options = js_sys::Object::new();
    // Setting a property of a fresh object cannot fail; a browser without marks goes unmeasured.
    let _ = js_sys::Reflect::set(&options, &"startTime".into(), &page_at(instant).into());
    if let Some(mark) = super::property(&performance, "mark").and_then(|mark| mark.dyn_into::<js_sys::Function>().ok())
    {
        let _ = mark.call2(&performance, &name.into(), &options);
    }
}

/// Milliseconds since 1970, by the device's clock. 0 on the host.
pub fn wall() -> u64 {
    if window().is_some() { js_sys::Date::now() as u64 } else { 0 }
}

/// The local date and time, as RFC 3339 with the person's offset. `None` on the host.
pub fn local_time() -> Option<String> {
    window()?;
    let date = js_sys::Date::new_0();
    let offset = -(date.get_timezone_offset() as i32);
    let sign = if offset < 0 { '-' } else { '+' };
    Some(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes(),
        date.get_seconds(),
        offset.abs() / 60,
        offset.abs() % 60,
    ))
}

/// Minutes that local time is ahead of UTC at an instant, in seconds since 1970. 0 on the host.
pub fn offset_at(seconds: i64) -> i32 {
    if window().is_none() {
        return 0;
    }
    -(js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(seconds as f64 * 1_000.0)).get_timezone_offset() as i32)
}

/// Today's local date, `YYYY-MM-DD`. `None` on the host.
pub fn today() -> Option<String> {
    local_time().map(|time| time[..10].to_owned())
}
