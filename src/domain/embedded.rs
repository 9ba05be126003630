//! The catalog, as constants that the build script wrote from `src/content`.

#[allow(clippy::wildcard_imports)]
use super::catalog::*;
use super::figure::pose::{Anchor, Pose};
use super::text::{List, Text};

/// The catalog in English.
pub static CATALOG: Catalog = include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// Changes whenever the content does; each session record keeps the one it was made with.
pub const CATALOG_VERSION: &str = env!("UNKNOT_CATALOG_VERSION");
