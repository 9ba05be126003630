//! English.

pub mod messages;
pub mod phrases;
mod plural;
pub mod spoken;
pub mod teaching;
mod visit;

use super::Language;

/// The language of this build.
pub const LANGUAGE: Language = Language { tag: "en", locale: "en-GB", direction: "ltr" };
