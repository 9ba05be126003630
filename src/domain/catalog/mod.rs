//! The catalog: every exercise, technique, at-home sequence, routine, claim and source.
//!
//! These are the types of the content files under `src/content`. The build script reads the files
//! into them, checks them and embeds them as constants, so there is one model
//! of the content and not two.

use crate::domain::figure::pose::Pose;
pub use evidence::*;
pub use exercises::{Caution, Exercise, Movement, Rung, STANDARD};
pub use massage::{Sequence, Step, Technique};
pub use rules::{Condition, Rule};
use text::{Advice, Aside, List, PoseId, Text};
pub use vocabulary::*;

/// What every type of content derives.
macro_rules! content {
    ($(#[$meta:meta])* pub $kind:ident $($rest:tt)*) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
        #[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
        $(#[$meta])*
        pub $kind $($rest)*
    };
}

pub mod evidence;
pub mod exercises;
pub mod massage;
pub mod rules;
pub mod text;
pub mod vocabulary;

content! {
    /// A routine that ships with the app.
    pub struct ShippedRoutine {
        /// Its id in addresses.
        pub id: Text,
        /// Its name as a heading.
        pub name: Text,
        /// Who or what it is for.
        pub suits: Aside<Text>,
        /// One sentence.
        pub summary: Text,
        /// What to watch for before any of it.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub cautions: Aside<List<Caution>>,
        /// What helps on the days that it is for.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub tips: Aside<List<Advice>>,
        /// Its items as a share code (see [`crate::domain::routine`]).
        pub code: Text,
    }
}

content! {
    /// One step of getting down to the floor, or up again.
    pub struct FloorStep {
        /// Unique within its list.
        pub id: Text,
        /// The pose that shows it.
        pub pose: PoseId,
        /// What stands around the figure.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub prop: Prop,
        /// What to do.
        pub text: Text,
    }
}

content! {
    /// Getting down to the floor and up again with a chair (after the NIA's Go4Life).
    #[derive(Default)]
    pub struct Floor {
        /// Down.
        pub down: List<FloorStep>,
        /// Up.
        pub up: List<FloorStep>,
    }
}

content! {
    /// Everything above, in one language.
    pub struct Catalog {
        /// Poses of the figure.
        pub poses: Aside<List<Pose>>,
        /// Exercises in order.
        pub exercises: List<Exercise>,
        /// Techniques in order.
        pub techniques: List<Technique>,
        /// At-home sequences in order.
        pub sequences: List<Sequence>,
        /// Routines in order.
        pub routines: List<ShippedRoutine>,
        /// Claims and beliefs in order.
        pub claims: Aside<List<Claim>>,
        /// Sources by key.
        pub sources: Aside<List<Source>>,
        /// Safety tiers, most urgent first.
        pub safety: Aside<List<SafetyTier>>,
        /// Massage precautions.
        pub massage_precautions: Aside<List<MassagePrecaution>>,
        /// Conditions, and what they change.
        pub conditions: Aside<List<Condition>>,
        /// Getting down to the floor and up again.
        pub floor: Aside<Floor>,
        /// What to tell a massage therapist.
        pub tell_therapist: Aside<List<Text>>,
        /// General advice worth showing.
        pub advice: Aside<List<Advice>>,
    }
}

impl Catalog {
    /// The exercise with this id.
    pub fn exercise(&self, id: &str) -> Option<&'static Exercise> {
        self.exercises.get().iter().find(|x| &*x.id == id)
    }

    /// The technique with this id.
    pub fn technique(&self, id: &str) -> Option<&'static Technique> {
        self.techniques.get().iter().find(|x| &*x.id == id)
    }

    /// The at-home sequence with this id.
    pub fn sequence(&self, id: &str) -> Option<&'static Sequence> {
        self.sequences.get().iter().find(|x| &*x.id == id)
    }

    /// The shipped routine with this id.
    pub fn routine(&self, id: &str) -> Option<&'static ShippedRoutine> {
        self.routines.get().iter().find(|x| &*x.id == id)
    }
}
