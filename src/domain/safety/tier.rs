//! How urgent the answers of the safety screen are.

use crate::domain::catalog::SafetyTier;
use crate::domain::documents::choice::choice;

/// How urgent it is, from what is not to what is most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Tier {
    /// Nobody was asked, or a newer version found something that this one does not know.
    #[default]
    Unasked,
    /// None of the flags.
    None,
    /// See a clinician soon.
    Soon,
    /// Get advice today.
    Urgent,
    /// Get help now.
    Emergency,
}

choice!(Tier { Unasked = "unasked", None = "none", Soon = "soon", Urgent = "urgent", Emergency = "emergency" });

impl Tier {
    /// The tier that a list of flags stands for, by its id in the content.
    pub fn of_list(list: &SafetyTier) -> Option<Self> {
        Self::named(&list.id).filter(|tier| *tier > Self::None)
    }
}

/// The tier of somebody who says yes to these flags, and no to all others: the most urgent one that
/// has one of them.
pub fn tier_of(lists: &[SafetyTier], yes: &[&str]) -> Tier {
    let has_one = |list: &&SafetyTier| list.flags.iter().any(|flag| yes.contains(&&*flag.id));
    lists.iter().filter(has_one).filter_map(Tier::of_list).max().unwrap_or(Tier::None)
}
