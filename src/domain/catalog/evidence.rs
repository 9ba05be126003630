//! What is known, and how safe it is: claims, their sources, red flags and precautions.

use super::text::{List, Text};
use super::vocabulary::{Certainty, Checked};

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
    pub struct Flag {
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
        pub flags: List<Flag>,
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
        pub items: List<Flag>,
        /// Source keys, at least one.
        pub sources: List<Text>,
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
