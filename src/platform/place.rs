//! Where the device says that it is, without asking anybody: its time zone and its language.

use super::{call, property, window};
use wasm_bindgen::prelude::*;

/// The time zone that the device is set to, as IANA names it; empty where it does not say.
pub fn time_zone() -> String {
    if window().is_none() {
        return String::new();
    }
    let format = js_sys::Intl::DateTimeFormat::new(&js_sys::Array::new(), &js_sys::Object::new());
    let zone = property(&format.resolved_options(), "timeZone");
    zone.and_then(|zone| zone.as_string()).unwrap_or_default()
}

/// The language that the person reads (BCP 47); empty where the browser does not say.
pub fn language() -> String {
    window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// A country by its two letters (ISO 3166-1), as it is called in a locale; the letters where the browser
/// knows no name.
pub fn country(code: &str, locale: &str) -> String {
    let named = || {
        let made = property(&js_sys::global(), "Intl").and_then(|intl| property(&intl, "DisplayNames"))?;
        let options = js_sys::Object::new();
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&options, &"type".into(), &"region".into());
        let names = js_sys::Reflect::construct(
            made.dyn_ref::<js_sys::Function>()?,
            &js_sys::Array::of2(&locale.into(), &options),
        );
        call(&names.ok()?, "of", &code.into())?.as_string()
    };
    window().and_then(|_| named()).unwrap_or_else(|| code.to_owned())
}
