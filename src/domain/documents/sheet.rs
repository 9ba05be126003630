//! What somebody wants to tell a massage therapist. Kept only where they ask for that.

use super::kind::{Document, Kind, SHEET};
use super::list::{has, put};
use miniserde::{Deserialize, Serialize};

/// The longest text of a field, characters: so that all of it fits a page of A4.
pub const LONGEST: usize = 160;

/// The sheet. Each field may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sheet {
    /// Ids of regions that hurt.
    pub hurts: Option<Vec<String>>,
    /// Ids of regions to stay away from.
    pub keep_off: Option<Vec<String>>,
    /// How strong the pain is (NPRS, 0 to 10).
    pub strong: Option<u8>,
    /// What helps.
    pub helps: Option<String>,
    /// What makes it worse.
    pub worsens: Option<String>,
    /// The pressure that is wanted, 1 (lightest) to 5.
    pub pressure: Option<u8>,
    /// Ids of techniques that are wished.
    pub wished: Option<Vec<String>>,
    /// Ids of techniques to leave out.
    pub unwished: Option<Vec<String>>,
    /// Ids of precautions that apply.
    pub precautions: Option<Vec<String>>,
    /// Medicines, and whatever else there is to know.
    pub medicines: Option<String>,
    /// What is hoped for.
    pub goals: Option<String>,
    /// A word that means stop.
    pub stop_word: Option<String>,
    /// What felt good last time.
    pub felt_good: Option<String>,
    /// Whether where and how to touch is to be agreed first.
    pub agree_first: Option<bool>,
    /// Whether the last weeks of practice are told.
    pub practice: Option<bool>,
}

/// What is said of a region of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// Nothing.
    #[default]
    None,
    /// It hurts here.
    Hurts,
    /// Stay away from here.
    KeepOff,
}

impl Mark {
    /// The next one, as a tap on a picture goes through them.
    pub const fn next(self) -> Self {
        match self {
            Self::None => Self::Hurts,
            Self::Hurts => Self::KeepOff,
            Self::KeepOff => Self::None,
        }
    }
}

impl Sheet {
    /// What is said of a region.
    pub fn mark(&self, region: &str) -> Mark {
        if has(&self.hurts, region) {
            Mark::Hurts
        } else if has(&self.keep_off, region) {
            Mark::KeepOff
        } else {
            Mark::None
        }
    }

    /// Says something of a region.
    pub fn set_mark(&mut self, region: &str, mark: Mark) {
        put(&mut self.hurts, region, mark == Mark::Hurts);
        put(&mut self.keep_off, region, mark == Mark::KeepOff);
    }

    /// Whether nothing is on it.
    pub fn is_empty(&self) -> bool {
        let lists = [&self.hurts, &self.keep_off, &self.wished, &self.unwished, &self.precautions];
        let texts = [&self.helps, &self.worsens, &self.medicines, &self.goals, &self.stop_word, &self.felt_good];
        let is_blank = |text: &&Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
        lists.iter().all(|list| list.iter().flatten().next().is_none())
            && texts.iter().all(is_blank)
            && self.strong.is_none()
            && self.pressure.is_none()
            && self.agree_first != Some(true)
    }
}

/// A text as a field takes it: without what cannot be printed, and not too long.
pub fn fitting(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect()
}

impl Document for Sheet {
    const KIND: Kind = SHEET;
    type Stored = Self;

    fn of_stored(stored: Self, _: &str) -> Option<Self> {
        let is_sound = stored.strong.is_none_or(|strong| strong <= 10)
            && stored.pressure.is_none_or(|pressure| (1..=5).contains(&pressure));
        is_sound.then_some(stored)
    }
}
