//! Where somebody is on the ladder of each exercise, and how they came there.

use super::choice::choice;
use super::kind::{Document, Kind, LADDER};
use miniserde::{Deserialize, Serialize};

/// Why a target was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Why {
    /// The person chose it.
    #[default]
    Chosen,
    /// Two sessions running went well.
    WentWell,
    /// It hurt.
    Hurt,
    /// Pain after was 6 or more, and higher than before.
    PainHigh,
    /// Pain after was more than 2 higher than before.
    PainRose,
    /// It was worse the next morning.
    WorseNextDay,
}

choice!(Why {
    Chosen = "chosen",
    WentWell = "went-well",
    Hurt = "hurt",
    PainHigh = "pain-high",
    PainRose = "pain-rose",
    WorseNextDay = "worse-next-day",
});

/// What somebody does of an exercise, as an item of a share code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// The exercise.
    pub exercise: String,
    /// Form, repetitions and hold: an item of a share code. Nothing where the shipped dose holds.
    pub code: Option<String>,
    /// The session up to which everything was taken into account: only later ones count.
    pub since: Option<String>,
}

/// A move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// The local date, `YYYY-MM-DD`.
    pub date: String,
    /// From which item of a share code.
    pub from: String,
    /// To which.
    pub to: String,
    /// Why.
    pub why: Why,
}

/// So many moves are remembered.
const REMEMBERED: usize = 200;

/// The ladder document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ladder {
    /// What was moved, an exercise each.
    pub targets: Option<Vec<Target>>,
    /// Every move, the newest last.
    pub moves: Option<Vec<Move>>,
}

impl Ladder {
    /// What is known of an exercise.
    pub fn target(&self, exercise: &str) -> Option<&Target> {
        self.targets.iter().flatten().find(|target| target.exercise == exercise)
    }

    fn target_mut(&mut self, exercise: &str) -> &mut Target {
        let targets = self.targets.get_or_insert_default();
        let place = targets.iter().position(|target| target.exercise == exercise).unwrap_or_else(|| {
            targets.push(Target { exercise: exercise.to_owned(), code: None, since: None });
            targets.len() - 1
        });
        &mut targets[place]
    }

    /// Moves an exercise; sessions up to `since` are done with.
    pub fn move_to(&mut self, exercise: &str, made: Move, since: Option<String>) {
        let target = self.target_mut(exercise);
        (target.code, target.since) = (Some(made.to.clone()), since);
        let moves = self.moves.get_or_insert_default();
        moves.push(made);
        moves.drain(..moves.len().saturating_sub(REMEMBERED));
    }

    /// What was suggested is not wanted; it comes again after other sessions.
    pub fn refuse(&mut self, exercise: &str, since: Option<String>) {
        self.target_mut(exercise).since = since;
    }
}

impl Document for Ladder {
    const KIND: Kind = LADDER;
    type Stored = Self;

    fn of_stored(stored: Self, _: &str) -> Option<Self> {
        Some(stored)
    }
}
