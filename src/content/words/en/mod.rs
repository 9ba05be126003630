//! English.

/// Texts as constants.
macro_rules! texts {
    ($($(#[$meta:meta])* $name:ident = $text:expr;)*) => {
        $($(#[$meta])* #[allow(missing_docs)] pub const $name: &str = $text;)*
    };
}

mod build;
mod data;
pub mod dates;
pub mod messages;
pub mod phrases;
mod plan;
mod plural;
mod safety;
pub mod spoken;
pub mod teaching;
mod visit;
mod weeks;

use super::Language;

/// The language of this build.
pub const LANGUAGE: Language = Language { tag: "en", locale: "en-GB", direction: "ltr" };
