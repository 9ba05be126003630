//! Unknot: back care in the browser.
//!
//! The map, left to right as data flows:
//!
//! - [`content`]: the words. TOML items become the embedded catalog at build time.
//! - [`domain`]: pure. A routine becomes a timeline, a player runs it, a record remains.
//! - `platform`: the only place that touches the browser's interfaces.
//! - `app`: Leptos. Pages and components that read snapshots and send verbs.
//! - `site`: native. Builds the pages of `dist` and serves them.

pub mod app;
pub mod content;
pub mod domain;
pub mod platform;
#[cfg(feature = "ssr")]
pub mod site;
