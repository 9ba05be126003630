//! Files that the person hands over: chosen, dropped, or handed on to another app.

use super::{call, property, window};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than it may be; nothing of it was read.
    TooLarge,
    /// The browser cannot read it.
    Unreadable,
}

/// The file that was dropped, or chosen in the element that the event is of.
pub fn of_event(event: &web_sys::Event) -> Option<web_sys::File> {
    let dropped = property(event, "dataTransfer");
    let chosen = event.target().map(JsValue::from);
    let files = property(&dropped.or(chosen)?, "files")?.dyn_into::<web_sys::FileList>().ok()?;
    files.get(0)
}

/// The text of a file of at most so many bytes, as UTF-8.
///
/// # Errors
/// [`FileError`].
pub async fn text_of(file: web_sys::File, most: usize) -> Result<String, FileError> {
    if file.size() > most as f64 {
        return Err(FileError::TooLarge);
    }
    let promise = call(&file, "text", &JsValue::UNDEFINED).and_then(|promise| promise.dyn_into::<Promise>().ok());
    let text = JsFuture::from(promise.ok_or(FileError::Unreadable)?).await.map_err(|_| FileError::Unreadable)?;
    text.as_string().ok_or(FileError::Unreadable)
}

/// What a browser is asked to share.
fn shared(name: &str, mime: &str, text: &str) -> Option<JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &mime.into()).ok()?;
    let constructor = property(&js_sys::global(), "File")?.dyn_into::<js_sys::Function>().ok()?;
    let file = Reflect::construct(&constructor, &Array::of3(&Array::of1(&text.into()), &name.into(), &options)).ok()?;
    let what = Object::new();
    Reflect::set(&what, &"files".into(), &Array::of1(&file)).ok()?;
    Some(what.into())
}

/// A file as this browser shares it: some share no JSON, and take the same as a text.
fn shareable(name: &str, mime: &str, text: &str) -> Option<JsValue> {
    let navigator = window()?.navigator();
    let can = |what: &JsValue| call(&navigator, "canShare", what).is_some_and(|can| can.is_truthy());
    let as_text = || shared(&format!("{name}.txt"), "text/plain", text);
    shared(name, mime, text).filter(can).or_else(|| as_text().filter(can))
}

/// Whether files can be handed to other apps.
pub fn can_share() -> bool {
    shareable("unknot.json", "application/json", "{}").is_some()
}

/// Hands a file to another app. True where that was done; also where the person thought better of it.
pub async fn share(name: &str, mime: &str, text: &str) -> bool {
    let Some(navigator) = window().map(|window| window.navigator()) else { return false };
    let promise = shareable(name, mime, text).and_then(|what| call(&navigator, "share", &what));
    match promise.and_then(|promise| promise.dyn_into::<Promise>().ok()) {
        Some(promise) => match JsFuture::from(promise).await {
            Ok(_) => true,
            Err(error) => property(&error, "name").and_then(|name| name.as_string()).as_deref() == Some("AbortError"),
        },
        None => false,
    }
}
