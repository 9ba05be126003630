//! What the safety screen found: date and tier, never the answers. Conditions only where the person
//! names them.

use super::kind::{Document, HEALTH, Kind};
use super::list::put;
use crate::domain::safety::tier::Tier;
use miniserde::{Deserialize, Serialize};

/// The health document. Each field may be missing, and then nobody was asked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Health {
    /// The local date of the last screen, `YYYY-MM-DD`.
    pub screened: Option<String>,
    /// How urgent it was.
    pub tier: Option<Tier>,
    /// The local date on which somebody with emergency signs said that they have been seen about them.
    pub seen: Option<String>,
    /// The local date on which somebody who was advised to get help chose to go on.
    pub went_on: Option<String>,
    /// Ids of conditions.
    pub conditions: Option<Vec<String>>,
    /// Rules that the person's clinician has set aside, as `condition.rule`.
    pub cleared: Option<Vec<String>>,
}

impl Health {
    /// The safety screen was answered today (`YYYY-MM-DD`). What was said of earlier answers is gone.
    pub fn set_screened(&mut self, tier: Tier, today: &str) {
        (self.screened, self.tier) = (Some(today.to_owned()), Some(tier));
        (self.seen, self.went_on) = (None, None);
    }

    /// Whether any condition is named, known to this version or not.
    pub fn names_conditions(&self) -> bool {
        self.conditions.iter().flatten().next().is_some()
    }

    /// The person has a condition, or has it no more. What was cleared of it is forgotten with it.
    pub fn set_condition(&mut self, condition: &str, is_so: bool) {
        put(&mut self.conditions, condition, is_so);
        if !is_so && let Some(cleared) = &mut self.cleared {
            cleared.retain(|name| name.split('.').next() != Some(condition));
        }
    }

    /// The person's clinician has set a rule aside (`condition.rule`), or not.
    pub fn set_cleared(&mut self, rule: &str, is_so: bool) {
        put(&mut self.cleared, rule, is_so);
    }
}

impl Document for Health {
    const KIND: Kind = HEALTH;
    type Stored = Self;

    fn of_stored(stored: Self, _: &str) -> Option<Self> {
        Some(stored)
    }
}
