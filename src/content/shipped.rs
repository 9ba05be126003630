//! The catalog, as constants that the build script wrote from `src/content`.

use crate::domain::catalog::text::{List, Text};
#[allow(clippy::wildcard_imports)]
use crate::domain::catalog::*;
use crate::domain::figure::pose::{Anchor, Pose};

/// The catalog, in the language of the build.
pub static CATALOG: Catalog = include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// Changes whenever the content does; each session record keeps the one it was made with.
pub const CATALOG_VERSION: &str = env!("UNKNOT_CATALOG_VERSION");
