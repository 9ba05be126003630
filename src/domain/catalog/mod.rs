//! The catalog: every exercise, technique, at-home sequence, routine, claim and source.
//!
//! These are the types of the content files under `src/content`. The build script reads the files
//! into them, checks them and embeds them as constants, so there is one model
//! of the content and not two.

pub mod text;
pub mod vocabulary;

use crate::domain::figure::pose::Pose;
use text::{Advice, Aside, List, PoseId, Summary, Taught, Text};
pub use vocabulary::{Breath, Certainty, Checked, Origin, Position, Prop, SideMode, Stroke};

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
        /// The pose of the start position; empty where a stroke is shown instead.
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
    /// A claim of benefit or a common belief, with how sure the field is of it.
    pub struct Claim {
        /// Its id in addresses (`/evidence/#<id>`).
        pub id: Text,
        /// The claim or belief.
        pub statement: Text,
        /// What is known, in plain words.
        pub known: Text,
        /// How sure.
        pub certainty: Certainty,
        /// A belief checked ("Is it true?") rather than a claim of ours.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub belief: bool,
        /// `exercise`, `massage`, `general`, or the id of an exercise or technique.
        pub about: List<Text>,
        /// Source keys, at least one.
        pub sources: List<Text>,
    }
}

content! {
    /// A published source.
    pub struct Source {
        /// Its key in content files.
        pub key: Text,
        /// Author or body, year.
        pub author: Text,
        /// Year of publication, 0 where the page carries none.
        pub year: u16,
        /// Its title; in square brackets what it is, in our words.
        pub title: Text,
        /// Journal or publisher, volume and pages.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub place: Text,
        /// Digital object identifier, without a resolver.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub doi: Text,
        /// PubMed or PubMed Central number, such as `PMC10684665`.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub pubmed: Text,
        /// How much of it we read.
        pub checked: Checked,
        /// Where the restatement stands that we read, as a number like the one above.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub restated_in: Text,
    }
}

content! {
    /// A red flag, or an entry of a precaution list.
    pub struct Condition {
        /// Unique within its list.
        pub id: Text,
        /// The condition in plain words.
        pub text: Text,
    }
}

content! {
    /// One tier of the safety page.
    pub struct SafetyTier {
        /// Its id in addresses.
        pub id: Text,
        /// Its heading.
        pub name: Text,
        /// What to do on a yes.
        pub action: Text,
        /// How the list starts: "Back pain with:".
        pub lead: Text,
        /// The red flags.
        pub flags: List<Condition>,
        /// Source keys, at least one.
        pub sources: List<Text>,
    }
}

content! {
    /// Lists of when to ask before a massage.
    pub struct MassagePrecaution {
        /// Unique among the lists.
        pub id: Text,
        /// Its heading.
        pub name: Text,
        /// The conditions.
        pub items: List<Condition>,
        /// Source keys, at least one.
        pub sources: List<Text>,
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
        /// Getting down to the floor and up again.
        pub floor: Aside<Floor>,
        /// What to tell a massage therapist.
        pub tell_therapist: Aside<List<Text>>,
        /// General advice worth showing.
        pub advice: Aside<List<Advice>>,
    }
}

impl Source {
    /// Where its digital object identifier leads, if it has one.
    pub fn doi_url(&self) -> Option<String> {
        (!self.doi.is_empty()).then(|| format!("https://doi.org/{}", self.doi))
    }

    /// Its page at PubMed or PubMed Central, if it has one.
    pub fn pubmed_url(&self) -> Option<String> {
        let at =
            if self.pubmed.starts_with("PMC") { "pmc.ncbi.nlm.nih.gov/articles" } else { "pubmed.ncbi.nlm.nih.gov" };
        (!self.pubmed.is_empty()).then(|| format!("https://{at}/{}/", self.pubmed))
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
