//! Building a routine: verbs go in, a snapshot comes out. Whatever is done to it, it is a routine that a
//! link can hold, and every step can be undone.

use super::share_code::{self, MAX_ITEMS, MAX_LENGTH};
use super::{HOLD, Item, Prescription, REPETITIONS, REST, SETS};
use crate::domain::catalog::{Exercise, Rung};
use core::ops::RangeInclusive;

/// So many steps can be undone.
const UNDONE: usize = 100;

/// A number of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Repetitions a set, per side where there are sides.
    Repetitions,
    /// Seconds of the hold.
    Hold,
    /// Sets.
    Sets,
    /// Seconds of rest between two sets.
    Rest,
}

impl Amount {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Self; 4] = [Self::Repetitions, Self::Hold, Self::Sets, Self::Rest];

    /// What it may be.
    pub const fn range(self) -> RangeInclusive<u16> {
        match self {
            Self::Repetitions => REPETITIONS,
            Self::Hold => HOLD,
            Self::Sets => SETS,
            Self::Rest => REST,
        }
    }

    /// By how much a press changes it.
    pub const fn step(self) -> u16 {
        if matches!(self, Self::Rest) { 5 } else { 1 }
    }

    /// What it is of an item; nothing where it has none: a form without a hold, rest where there is one set.
    pub const fn of(self, item: &Prescription) -> Option<u16> {
        match self {
            Self::Repetitions => Some(item.repetitions),
            Self::Hold => item.hold,
            Self::Sets => Some(item.sets),
            Self::Rest if item.sets > 1 => Some(item.rest),
            Self::Rest => None,
        }
    }

    /// What is usual for an item: the range that its exercise is described with.
    pub fn usual(self, item: &Prescription) -> Option<(u16, u16)> {
        match self {
            Self::Repetitions => Some(item.exercise.repetition_range()),
            Self::Hold => item.rung.hold_range(),
            Self::Sets | Self::Rest => None,
        }
    }
}

/// What somebody does to a routine. Places that are not there change nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verb {
    /// Adds an exercise at the end, as it is usually begun.
    Add(&'static Exercise),
    /// Takes an item out.
    Remove(usize),
    /// Puts another of the same behind an item.
    Repeat(usize),
    /// Moves an item to another place.
    Move {
        /// Where it is.
        from: usize,
        /// Where it is to be.
        to: usize,
    },
    /// Does an item in another form.
    Form(usize, &'static Rung),
    /// Sets a number of an item; one out of range becomes the nearest in it.
    Set(usize, Amount, u16),
    /// Begins from other items.
    BeginFrom(Vec<Prescription>),
}

/// What is built.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Editor {
    items: Vec<Prescription>,
    before: Vec<Vec<Prescription>>,
}

fn as_items(items: &[Prescription]) -> Vec<Item> {
    items.iter().map(|item| Item::Exercise(*item)).collect()
}

impl Editor {
    /// One that begins with some items; nothing is there to undo.
    pub const fn of(items: Vec<Prescription>) -> Self {
        Self { items, before: Vec::new() }
    }

    /// The items, in order.
    pub fn items(&self) -> &[Prescription] {
        &self.items
    }

    /// The same as items of a routine.
    pub fn as_items(&self) -> Vec<Item> {
        as_items(&self.items)
    }

    /// Its share code; empty where there is nothing.
    pub fn code(&self) -> String {
        share_code::format(&self.as_items())
    }

    /// Whether something can be undone.
    pub const fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Does it; false where nothing changed, or where a link could not hold what came of it.
    pub fn act(&mut self, verb: Verb) -> bool {
        let mut items = self.items.clone();
        match verb {
            Verb::Add(exercise) => items.push(Prescription::lower(exercise, exercise.standard())),
            Verb::Remove(place) if place < items.len() => {
                items.remove(place);
            }
            Verb::Repeat(place) if place < items.len() => items.insert(place, items[place]),
            Verb::Move { from, to } if from < items.len() && to < items.len() => {
                let item = items.remove(from);
                items.insert(to, item);
            }
            Verb::Form(place, rung) if place < items.len() => {
                // A form of another exercise is none of it.
                if items[place].exercise.rungs.get().iter().any(|other| std::ptr::eq(other, rung)) {
                    items[place] = items[place].on_rung(rung);
                }
            }
            Verb::Set(place, amount, value) if place < items.len() => {
                let item = &mut items[place];
                let value = value.clamp(*amount.range().start(), *amount.range().end());
                match amount {
                    Amount::Repetitions => item.repetitions = value,
                    Amount::Hold => item.hold = item.hold.map(|_| value),
                    Amount::Sets => item.sets = value,
                    Amount::Rest => item.rest = value,
                }
            }
            Verb::BeginFrom(other) => items = other,
            Verb::Remove(_) | Verb::Repeat(_) | Verb::Move { .. } | Verb::Form(..) | Verb::Set(..) => {}
        }
        let fits = items.len() <= MAX_ITEMS && share_code::format(&as_items(&items)).len() <= MAX_LENGTH;
        let changes = fits && items != self.items;
        if changes {
            self.before.push(std::mem::replace(&mut self.items, items));
            self.before.drain(..self.before.len().saturating_sub(UNDONE));
        }
        changes
    }

    /// Takes back what was done last; false where there is nothing.
    pub fn undo(&mut self) -> bool {
        let before = self.before.pop();
        before.map(|before| self.items = before).is_some()
    }

    /// Whether another exercise fits into a link.
    pub fn has_room(&self) -> bool {
        self.items.len() < MAX_ITEMS
    }
}
