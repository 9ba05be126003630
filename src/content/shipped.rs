//! The catalog, as constants that the build script wrote from `src/content`.

use crate::domain::catalog::massage::Traits;
use crate::domain::catalog::text::{Advice, Aside, List, PoseId, Summary, Taught, Text};
#[allow(clippy::wildcard_imports)]
use crate::domain::catalog::*;
use crate::domain::figure::pose::{Anchor, Pose, Seen};

/// The catalog, in the language of the build.
pub static CATALOG: Catalog = include!(concat!(env!("OUT_DIR"), "/catalog.rs"));

/// Changes whenever the content does; each session record keeps the one it was made with.
pub const CATALOG_VERSION: &str = env!("UNKNOT_CATALOG_VERSION");

/// What can be put aside: each type has a table of its own, so that a chunk brings along only those
/// that it tells.
pub trait Told: Copy + Default + 'static {
    /// What was put aside, in the order of its places.
    fn table() -> &'static [Self];
}

macro_rules! tables {
    ($($kind:ty: $file:literal)*) => {
        $(impl Told for $kind {
            #[cfg(target_arch = "wasm32")]
            fn table() -> &'static [Self] {
                static TABLE: &[$kind] = include!(concat!(env!("OUT_DIR"), "/", $file));
                TABLE
            }

            #[cfg(not(target_arch = "wasm32"))]
            fn table() -> &'static [Self] {
                &[]
            }
        })*
    };
}

tables! {
    Text: "text.rs"
    Taught: "taught.rs"
    Summary: "summary.rs"
    List<Advice>: "list_advice.rs"
    Floor: "floor.rs"
    List<Text>: "list_text.rs"
    Traits: "traits.rs"
    List<Caution>: "list_caution.rs"
    List<Claim>: "list_claim.rs"
    List<Condition>: "list_condition.rs"
    List<MassagePrecaution>: "list_massageprecaution.rs"
    List<Pose>: "list_pose.rs"
    List<SafetyTier>: "list_safetytier.rs"
    List<Source>: "list_source.rs"
}

/// What the catalog has put aside. Whoever calls this for a type brings along all of that type, so
/// nothing that a session needs may.
#[cfg(target_arch = "wasm32")]
pub fn told<T: Told>(aside: Aside<T>) -> T {
    T::table().get(aside.place()).copied().unwrap_or_default()
}

/// What the catalog has put aside.
#[cfg(not(target_arch = "wasm32"))]
pub fn told<T: Told>(aside: Aside<T>) -> T {
    *aside
}

/// The pose of the figure with this id.
pub fn pose(id: &str) -> Option<&'static Pose> {
    told(CATALOG.poses).get().iter().find(|x| x.id.get() == id)
}

/// The source with this key.
pub fn source(key: &str) -> Option<&'static Source> {
    told(CATALOG.sources).get().iter().find(|x| &*x.key == key)
}
