//! The words, a folder a language. Items are TOML files that the build script reads; the rest is in
//! `messages.rs` and `phrases.rs`, and what is said during a session in `spoken.rs`.

mod en;

pub use en::*;
