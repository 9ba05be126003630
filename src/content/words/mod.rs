//! The words, a folder a language. Items are TOML files that the build script reads; the rest is in
//! `messages.rs` and `phrases.rs`, and what is said during a session in `spoken.rs`.

mod en;

pub use en::*;

/// What programs are told of the language of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its tag (BCP 47), which pages, voices and documents go by.
    pub tag: &'static str,
    /// The same with the region that dates and spelling follow.
    pub locale: &'static str,
    /// Where its lines begin: `ltr` or `rtl`.
    pub direction: &'static str,
}
