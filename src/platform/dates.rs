//! Dates in words, as they are written in a locale.

use super::window;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// What is told of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Weekday, day, month and year.
    Whole,
    /// Day and month.
    Day,
    /// The month.
    Month,
    /// Month and year.
    MonthOfYear,
    /// The year.
    Year,
}

impl Told {
    const fn parts(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Whole => &[("weekday", "short"), ("day", "numeric"), ("month", "short"), ("year", "numeric")],
            Self::Day => &[("day", "numeric"), ("month", "short")],
            Self::Month => &[("month", "short")],
            Self::MonthOfYear => &[("month", "short"), ("year", "numeric")],
            Self::Year => &[("year", "numeric")],
        }
    }
}

thread_local! {
    // Making one costs far more than using it, and an app has one locale.
    static FORMATS: RefCell<Vec<(Told, &'static str, js_sys::Intl::DateTimeFormat)>> = const { RefCell::new(Vec::new()) };
}

fn made(locale: &str, told: Told) -> js_sys::Intl::DateTimeFormat {
    let options = js_sys::Object::new();
    for (key, value) in told.parts() {
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    js_sys::Intl::DateTimeFormat::new(&js_sys::Array::of1(&locale.into()), &options)
}

/// A date (`YYYY-MM-DD`) in words, as they are written in a locale. The text itself where that fails.
pub fn show(date: &str, locale: &'static str, told: Told) -> String {
    if window().is_none() {
        return date.to_owned();
    }
    let parsed = js_sys::Date::new(&JsValue::from_str(&format!("{date}T12:00:00")));
    let format = FORMATS.with_borrow_mut(|kept| {
        let place = kept.iter().position(|(of, to, _)| *of == told && *to == locale).unwrap_or_else(|| {
            kept.push((told, locale, made(locale, told)));
            kept.len() - 1
        });
        kept[place].2.format()
    });
    let shown = format.call1(&JsValue::UNDEFINED, &parsed);
    shown.ok().and_then(|shown| shown.as_string()).unwrap_or_else(|| date.to_owned())
}
