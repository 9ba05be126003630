//! The content of the app: what there is to do, and the words for it.

mod shipped;
pub mod words;

pub use shipped::{CATALOG, CATALOG_VERSION, Told, pose, source, told};
