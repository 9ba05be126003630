//! Asking for red flags: list by list, most urgent first, until one has something.

use super::tier::Tier;
use crate::domain::catalog::SafetyTier;

/// What follows from an answer to a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// The list at this place is asked next.
    Next(usize),
    /// That is all: so urgent is it.
    Found(Tier),
}

/// The answer to the list at a place: whether anything of it is so. The lists behind it are less
/// urgent, so they are not asked where something is.
pub fn answered(lists: &[SafetyTier], at: usize, is_so: bool) -> Answered {
    match lists.get(at) {
        Some(list) if is_so => Answered::Found(Tier::of_list(list).unwrap_or(Tier::Emergency)),
        Some(_) if at + 1 < lists.len() => Answered::Next(at + 1),
        _ => Answered::Found(Tier::None),
    }
}
