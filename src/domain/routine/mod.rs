//! A routine: what to do, in order, in what dose.

pub mod editor;
pub mod share_code;
mod shipped;

use crate::domain::catalog::text::{Aside, Taught, Text};
use crate::domain::catalog::{Exercise, Movement, Position, Prop, Rung, Sequence, SideMode, Step, Stroke};

/// Repetitions a set that a routine may ask for, per side where there are sides.
pub const REPETITIONS: core::ops::RangeInclusive<u16> = 1..=30;
/// Seconds of a hold that a routine may ask for.
pub const HOLD: core::ops::RangeInclusive<u16> = 1..=60;
/// Sets that a routine may ask for.
pub const SETS: core::ops::RangeInclusive<u16> = 1..=5;
/// Seconds of rest between sets that a routine may ask for.
pub const REST: core::ops::RangeInclusive<u16> = 0..=120;
/// Seconds of rest between sets unless the routine says otherwise.
pub const DEFAULT_REST: u16 = 30;
/// The routine id of a routine that came with a share code.
pub const CUSTOM: &str = "custom";

/// An exercise in one of its forms, with its dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prescription {
    /// The exercise.
    pub exercise: &'static Exercise,
    /// The form of it.
    pub rung: &'static Rung,
    /// Repetitions a set, [`REPETITIONS`]; per side where there are sides.
    pub repetitions: u16,
    /// Seconds of the hold, [`HOLD`], where the form has one.
    pub hold: Option<u16>,
    /// Number of sets, [`SETS`].
    pub sets: u16,
    /// Seconds of rest between two sets, [`REST`].
    pub rest: u16,
}

impl Prescription {
    /// The lower dose of this form.
    pub fn lower(exercise: &'static Exercise, rung: &'static Rung) -> Self {
        Self {
            exercise,
            rung,
            repetitions: exercise.repetition_range().0,
            hold: rung.hold_range().map(|(low, _)| low),
            sets: 1,
            rest: DEFAULT_REST,
        }
    }

    /// The same amount of another form: repetitions and sets stay, the hold is that form's lower one.
    pub fn on_rung(self, rung: &'static Rung) -> Self {
        Self { rung, hold: rung.hold_range().map(|(low, _)| low), ..self }
    }
}

/// One thing to do in a routine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// An exercise with its dose.
    Exercise(Prescription),
    /// A step of an at-home sequence.
    Step(&'static Step),
}

impl Item {
    /// The id of the exercise or step.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Exercise(p) => p.exercise.id.get(),
            Self::Step(step) => step.id.get(),
        }
    }

    /// The id of the form; empty for a step.
    pub fn rung_id(&self) -> &'static str {
        match self {
            Self::Exercise(p) => p.rung.id.get(),
            Self::Step(_) => "",
        }
    }

    /// The name to show and say.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Exercise(p) => p.rung.name.get(),
            Self::Step(step) => step.name.get(),
        }
    }

    /// The start position in at most 12 words.
    pub fn ready(&self) -> &'static str {
        match self {
            Self::Exercise(p) => p.rung.ready.get(),
            Self::Step(step) => step.ready.get(),
        }
    }

    /// The start position in full.
    pub fn start_position(&self) -> Aside<Taught> {
        match self {
            Self::Exercise(p) => p.rung.start,
            Self::Step(step) => step.start,
        }
    }

    /// What to watch for; may be empty.
    pub fn watch(&self) -> Aside<Taught> {
        match self {
            Self::Exercise(p) => p.rung.watch,
            Self::Step(step) => step.watch,
        }
    }

    /// The id of the figure's start pose; empty where a stroke is shown instead.
    pub fn start_pose(&self) -> &'static str {
        match self {
            Self::Exercise(p) => p.rung.pose.get(),
            Self::Step(step) => step.pose.get(),
        }
    }

    /// How the body is placed at the start.
    pub fn position(&self) -> Position {
        match self {
            Self::Exercise(p) => p.rung.position,
            Self::Step(step) => step.position,
        }
    }

    /// What stands around the figure.
    pub fn prop(&self) -> Prop {
        match self {
            Self::Exercise(p) => p.rung.prop,
            Self::Step(step) => step.prop,
        }
    }

    /// The stroke to show, where there is no figure.
    pub fn stroke(&self) -> Stroke {
        match self {
            Self::Exercise(_) => Stroke::None,
            Self::Step(step) => step.stroke,
        }
    }

    /// A repetition: its movements in order.
    pub fn movements(&self) -> &'static [Movement] {
        match self {
            Self::Exercise(p) => p.rung.movements.get(),
            Self::Step(step) => step.movements.get(),
        }
    }

    /// How sides share the repetitions.
    pub fn side_mode(&self) -> SideMode {
        match self {
            Self::Exercise(p) => p.rung.side,
            Self::Step(step) => step.side,
        }
    }

    /// Repetitions that count as one of the dose: two where sides alternate, one a side.
    pub fn per_dose(&self) -> u16 {
        if self.side_mode() == SideMode::Alternating { 2 } else { 1 }
    }

    /// Names of the first and second side, where there are sides.
    pub fn side_names(&self) -> &'static [Text] {
        match self {
            Self::Exercise(p) => p.rung.side_names.get(),
            Self::Step(step) => step.side_names.get(),
        }
    }

    /// Repetitions a set, per side where there are sides.
    pub fn repetitions(&self) -> u16 {
        match self {
            Self::Exercise(p) => p.repetitions,
            Self::Step(step) => step.repetitions,
        }
    }

    /// Number of sets.
    pub fn sets(&self) -> u16 {
        match self {
            Self::Exercise(p) => p.sets,
            Self::Step(_) => 1,
        }
    }

    /// Seconds of rest between two sets.
    pub fn rest(&self) -> u16 {
        match self {
            Self::Exercise(p) => p.rest,
            Self::Step(_) => 0,
        }
    }

    /// Seconds of the hold, where there is one.
    pub fn hold(&self) -> Option<u16> {
        match self {
            Self::Exercise(p) => p.hold,
            Self::Step(_) => None,
        }
    }

    /// Repetitions over all sets and both sides: what a record counts.
    pub fn all_repetitions(&self) -> u16 {
        let sides = if self.side_mode() == SideMode::None { 1 } else { 2 };
        self.repetitions() * sides * self.sets()
    }

    /// Seconds that a movement of this item lasts.
    pub fn seconds(&self, movement: &Movement) -> u16 {
        if movement.is_hold() { self.hold().unwrap_or(1) } else { movement.seconds }
    }
}

/// What to do, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routine {
    /// Its id: of a shipped routine, of a sequence, of one of the person's own, or [`CUSTOM`].
    pub id: String,
    /// Its name as a heading.
    pub name: String,
    /// At least one item.
    pub items: Vec<Item>,
}

impl Routine {
    /// An at-home sequence as a routine.
    pub fn of_sequence(sequence: &'static Sequence) -> Self {
        let items = sequence.steps.get().iter().map(Item::Step).collect();
        Self { id: sequence.id.to_string(), name: sequence.name.to_string(), items }
    }

    /// Whether it is an at-home massage sequence, which is always timed.
    pub fn is_sequence(&self) -> bool {
        self.items.iter().any(|item| matches!(item, Item::Step(_)))
    }
}
