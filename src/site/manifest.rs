//! The manifest, by which the app is installed. Its structure lies in `public`; its words and its
//! shortcuts are those of the content.

use super::markup::invalid;
use crate::app::shell::routes::Route;
use crate::content::CATALOG;
use crate::content::words::LANGUAGE;
use crate::content::words::messages as t;
use serde_json::{Value, json};
use std::io;

/// The file, below the site's address.
pub const FILE: &str = "manifest.webmanifest";

/// The sessions that come first: a device shows only as many shortcuts as it has room for, so these
/// are not the catalog's first ones but what is begun most easily.
const FIRST: [&str; 4] = ["gentle-start", "daily-six", "two-minute-reset", "floor-free"];

/// What stands in the structure for a text.
const TEXTS: [(&str, &str); 7] = [
    ("{name}", t::APP_NAME),
    ("{short_name}", t::BRAND),
    ("{description}", t::HOME_LEAD),
    ("{lang}", LANGUAGE.tag),
    ("{dir}", LANGUAGE.direction),
    ("{start}", t::PICTURE_OF_START),
    ("{session}", t::PICTURE_OF_SESSION),
];

/// The manifest made from its structure.
///
/// # Errors
/// Where that is not JSON, or asks for a text that there is none of.
pub fn manifest(structure: &str) -> io::Result<String> {
    let mut manifest: Value = serde_json::from_str(structure)?;
    fill_in(&mut manifest)?;
    manifest["shortcuts"] = shortcuts();
    Ok(manifest.to_string())
}

fn fill_in(value: &mut Value) -> io::Result<()> {
    match value {
        Value::String(gap) if gap.starts_with('{') => {
            let text = TEXTS.iter().find(|(name, _)| name == gap);
            let (_, text) = text.ok_or_else(|| invalid(format!("{FILE}: there is no text for {gap}")))?;
            *gap = (*text).to_owned();
            Ok(())
        }
        Value::Array(values) => values.iter_mut().try_for_each(fill_in),
        Value::Object(fields) => fields.values_mut().try_for_each(fill_in),
        _ => Ok(()),
    }
}

/// The sessions, but for the first ones as the catalog orders them.
fn shortcuts() -> Value {
    let routines = CATALOG.routines.get().iter().map(|routine| (routine.id.get(), routine.name.get()));
    let sequences = CATALOG.sequences.get().iter().map(|sequence| (sequence.id.get(), sequence.name.get()));
    let mut sessions: Vec<_> = routines.chain(sequences).collect();
    sessions.sort_by_key(|(id, _)| FIRST.iter().position(|first| first == id).unwrap_or(FIRST.len()));
    sessions
        .into_iter()
        .map(|(id, name)| json!({ "name": name, "url": format!("./{}", Route::Play(id).path()) }))
        .collect()
}
