//! The words of the app, a folder a language. Items are TOML files that the build script reads;
//! the rest is in `messages.rs`, and what is said during a session in `spoken.rs`.

/// English.
pub mod en {
    pub mod messages;
    pub mod phrases;
    pub mod spoken;
}
