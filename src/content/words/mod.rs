//! The words, a folder a language. Items are TOML files that the build script reads; the rest is in
//! `messages.rs` and `phrases.rs`, and what is said during a session in `spoken.rs`.
//!
//! A build has one language, that of `UNKNOT_LANG`; the build script says which by `cfg(words)`.

#[cfg(words = "en")]
mod en;

#[cfg(words = "en")]
pub use en::*;

#[cfg(not(any(words = "en")))]
compile_error!("the language of UNKNOT_LANG has a folder, but no module: name it here, as `en` is");

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
