//! Massage: techniques, and sequences to do at home.

use super::exercises::{Caution, Movement};
use super::text::{Aside, List, PoseId, Summary, Taught, Text};
use super::vocabulary::{Position, Prop, SideMode, Stroke};

content! {
    /// What a technique is like, for who chooses one.
    #[derive(Default)]
    pub struct Traits {
        /// Given through clothes.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub clothed: bool,
        /// Given on bare skin.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub bare: bool,
        /// Given on a mat on the floor.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub floor: bool,
        /// Given on a table.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub table: bool,
        /// With stretches of the whole body; else one lies still.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub stretches: bool,
        /// Often followed by a day of soreness.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub sore: bool,
        /// A good first massage (brief).
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub first: bool,
        /// Its at-home sequence is done alone.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub alone: bool,
        /// Its at-home sequence is given by a partner.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub partner: bool,
        /// Ids of techniques that it goes together with (brief).
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub combines: List<Text>,
    }
}

content! {
    /// A massage technique: what it is, how it feels, who should ask first.
    pub struct Technique {
        /// Its id in addresses.
        pub id: Text,
        /// Its place in lists, from 1.
        pub order: u16,
        /// Its name as a heading.
        pub name: Text,
        /// One sentence.
        pub summary: Aside<Summary>,
        /// What the therapist does.
        pub what: Aside<Text>,
        /// What it may suit, within what is known.
        pub suits: Aside<Text>,
        /// How it is felt.
        pub felt_as: Aside<Text>,
        /// What one wears.
        pub clothing: Aside<Text>,
        /// Where one lies.
        pub surface: Aside<Text>,
        /// Lower and upper usual pressure, 1 (lightest) to 5 (ours).
        pub pressure: List<u16>,
        /// Who should ask first, and what to say stop at.
        pub cautions: Aside<List<Caution>>,
        /// What to tell the therapist for this technique.
        pub say: Aside<Text>,
        /// What it is like.
        pub traits: Aside<Traits>,
        /// The at-home sequence of this technique.
        pub sequence: Text,
    }
}

content! {
    /// One step of an at-home sequence.
    pub struct Step {
        /// Unique within its sequence.
        pub id: Text,
        /// Its name as a heading.
        pub name: Text,
        /// Where and how, in full.
        pub start: Aside<Taught>,
        /// What to watch for, as it is explained before it is first done.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub watch: Aside<Taught>,
        /// The same in at most 12 words, for the player and the voice.
        pub ready: Text,
        /// The pose of the start position; where a stroke is shown, that of whoever lies or leans on a ball,
        /// or empty.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub pose: PoseId,
        /// How the body of whoever follows is placed at the start.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub position: Position,
        /// What stands around the figure.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub prop: Prop,
        /// The stroke to show, where there is no figure.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub stroke: Stroke,
        /// `none` or `each`.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub side: SideMode,
        /// Names of the first and the second side. Empty without sides.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub side_names: List<Text>,
        /// How often the movements are repeated, a side where there are sides; 1 to 30.
        pub repetitions: u16,
        /// Pressure, 0 (no touch) to 5; at home never above 3.
        pub pressure: u16,
        /// A repetition.
        pub movements: List<Movement>,
    }
}

content! {
    /// A short massage to do at home, alone or with a partner (ours).
    pub struct Sequence {
        /// Its id in addresses; it is also a routine of that id.
        pub id: Text,
        /// Its place in lists, from 1.
        pub order: u16,
        /// Its name as a heading.
        pub name: Text,
        /// The technique it belongs to.
        pub technique: Text,
        /// Who gives it.
        pub who: Aside<Text>,
        /// One sentence.
        pub summary: Text,
        /// What to have at hand.
        pub needs: Aside<Text>,
        /// What to watch for.
        pub cautions: Aside<List<Caution>>,
        /// Its steps, in order.
        pub steps: List<Step>,
    }
}
