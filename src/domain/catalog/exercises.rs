//! Exercises: their forms from easier to harder, and what a repetition is made of.

use super::text::{Aside, List, PoseId, Summary, Taught, Text};
use super::vocabulary::{Breath, Origin, Position, Prop, SideMode};

content! {
    /// One movement of a repetition. A repetition is its movements in order, without gaps.
    pub struct Movement {
        /// Unique within its rung or step.
        pub id: Aside<Text>,
        /// One or two words, for stills and lists.
        pub name: Aside<Text>,
        /// The pose it ends in; empty where a stroke is shown instead.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub pose: PoseId,
        /// What to do now, at most 12 words. `{side}` stands for the limbs or side named.
        pub now: Text,
        /// The same as the voice says it in a set, where `now` takes longer than the movement.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub say: Text,
        /// The same as it is explained before it is first done, where `now` does not say enough.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub teach: Aside<Taught>,
        /// Seconds, 1 to 120. 0: as long as the hold that the routine prescribes.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub seconds: u16,
        /// What the breath does.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub breath: Breath,
        /// Held still although its length is fixed, such as leaning on a ball.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub still: bool,
    }
}

impl Movement {
    /// Whether this movement takes the prescribed hold as its length.
    pub const fn is_hold(&self) -> bool {
        self.seconds == 0
    }

    /// What the voice says of it in a set, `{side}` not yet filled in.
    pub fn said(&self) -> &'static str {
        if self.say.is_empty() { self.now.get() } else { self.say.get() }
    }
}

content! {
    /// One form of an exercise, on its ladder from easier (regression) to harder (progression).
    pub struct Rung {
        /// Unique within its exercise; `standard` is the exercise itself.
        pub id: Text,
        /// Its name as a heading.
        pub name: Text,
        /// The start position in full.
        pub start: Aside<Taught>,
        /// What to watch for, as it is explained before it is first done.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub watch: Aside<Taught>,
        /// The start position in at most 12 words, for the player and the voice.
        pub ready: Text,
        /// The pose of the start position.
        pub pose: PoseId,
        /// How the body is placed at the start; not `any`.
        pub position: Position,
        /// What stands around the figure.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub prop: Prop,
        /// How this form differs, or what to do once it is easy.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub note: Aside<Text>,
        /// Where this form comes from.
        pub origin: Origin,
        /// Source keys.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub sources: Aside<List<Text>>,
        /// How sides share the repetitions.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub side: SideMode,
        /// Names of the first and the second side, both limbs named. Empty without sides.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub side_names: List<Text>,
        /// Lower and upper hold in seconds, 1 to 60. Empty where no movement is a hold.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub hold: List<u16>,
        /// A repetition.
        pub movements: List<Movement>,
    }
}

/// The rung id of an exercise's own form: left out of share codes.
pub const STANDARD: &str = "standard";

impl Rung {
    /// Lower and upper hold in seconds, where this form has one.
    pub fn hold_range(&self) -> Option<(u16, u16)> {
        match self.hold.get() {
            [low, high] => Some((*low, *high)),
            _ => None,
        }
    }
}

content! {
    /// A caution: when to stop, adapt or ask first.
    pub struct Caution {
        /// Unique within its exercise, technique or sequence.
        pub id: Text,
        /// The caution in plain words.
        pub text: Text,
        /// Source keys; empty where it is our own inference.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub sources: List<Text>,
    }
}

content! {
    /// An exercise with its dose and its ladder of easier and harder forms.
    pub struct Exercise {
        /// Its id in addresses and share codes.
        pub id: Text,
        /// Its place in lists, from 1.
        pub order: u16,
        /// Which is kept longest where time is short, from 1: control and strength before easing in, for
        /// they did better than stretching alone (Owen et al. 2020); which of them comes first is ours.
        /// 0 for those beside the six.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub worth: u16,
        /// One of those for bad days and for the desk, beside the six.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub extra: bool,
        /// Its name as a heading.
        pub name: Text,
        /// One sentence: what one does.
        pub summary: Aside<Summary>,
        /// What it trains.
        pub aim: Aside<Text>,
        /// Lower and upper dose: repetitions a set, 1 to 30; per side where sides alternate (brief).
        pub repetitions: List<u16>,
        /// Two or three cues for good form (ours).
        pub form_cues: Aside<List<Text>>,
        /// Common errors (ours).
        pub common_errors: Aside<List<Text>>,
        /// When to stop, adapt or ask first.
        pub cautions: Aside<List<Caution>>,
        /// An exercise offered in place of this one, before and during a session.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub instead: Text,
        /// Forms from easier to harder.
        pub rungs: List<Rung>,
    }
}

impl Exercise {
    /// Lower and upper dose in repetitions a set (per side where sides alternate).
    pub fn repetition_range(&self) -> (u16, u16) {
        match self.repetitions.get() {
            [low, high] => (*low, *high),
            _ => (1, 30),
        }
    }

    /// The form with this id.
    pub fn rung(&self, id: &str) -> Option<&'static Rung> {
        self.rungs.get().iter().find(|rung| &*rung.id == id)
    }

    /// The exercise's own form, as the brief gives it. Checked content always has one.
    pub fn standard(&self) -> &'static Rung {
        let rungs = self.rungs.get();
        self.rung(STANDARD).unwrap_or(&rungs[0])
    }

    /// The next easier (`-1`) or harder (`+1`) form, if there is one.
    pub fn neighbour(&self, rung: &str, by: i32) -> Option<&'static Rung> {
        let at = self.rungs.iter().position(|r| &*r.id == rung)?;
        let to = i32::try_from(at).ok()?.checked_add(by)?;
        self.rungs.get().get(usize::try_from(to).ok()?)
    }
}
