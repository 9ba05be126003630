//! What a condition means for what is done here, as data.

use super::text::{List, Text};
use super::vocabulary::{Otherwise, Ruling};

content! {
    /// A condition that somebody may have, with what it changes.
    pub struct Condition {
        /// Its id in the health document.
        pub id: Text,
        /// What it is, in the words of somebody who has it.
        pub text: Text,
        /// What becomes of what no rule names.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub otherwise: Otherwise,
        /// What it changes. No two rules of a condition name the same item.
        pub rules: List<Rule>,
    }
}

content! {
    /// What a condition changes.
    pub struct Rule {
        /// Unique within its condition.
        pub id: Text,
        /// What it is for: an exercise with all its forms (`bridge`), one form (`bridge.low`), an at-home
        /// sequence with all its steps, one step (`thai-self-stretch.palms`), or a technique.
        pub on: List<Text>,
        /// What becomes of it.
        pub does: Ruling,
        /// What is done in its place, as one item of a share code; where it is another form of the same
        /// exercise, the dose stays. Empty unless it is swapped.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub to: Text,
        /// Nobody can set it aside in the app, not with a clinician's word either.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub strict: bool,
        /// Why, in one or two sentences.
        pub text: Text,
        /// Source keys; empty where it is our own inference.
        #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
        pub sources: List<Text>,
    }
}

impl Rule {
    /// Whether it is for what `of` names, in the form or step `part`; without a part, for all of it.
    pub fn is_for(&self, of: &str, part: &str) -> bool {
        self.on.get().iter().any(|on| match on.get().strip_prefix(of) {
            Some("") => true,
            Some(rest) => !part.is_empty() && rest.strip_prefix('.') == Some(part),
            None => false,
        })
    }
}
