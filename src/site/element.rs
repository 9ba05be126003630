//! The element for other sites: `public/embed.js` with its few texts.

use super::markup::with_constant;
use crate::content::words::messages as t;
use serde_json::json;
use std::io;

/// The file, below the site's address.
pub const FILE: &str = "embed.js";

/// The script with what it says where it can show nothing, and the name it gives its frames.
///
/// # Errors
/// A script without a place for it.
pub fn with_texts(script: &str) -> io::Result<String> {
    let texts = json!({ "brand": t::BRAND, "nothing": t::NOTHING_TO_SHOW, "open": t::OPEN_UNKNOT });
    with_constant(script, FILE, "TEXTS", &texts.to_string())
}
