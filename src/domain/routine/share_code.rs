//! The share code: a routine as a short, readable text in a link's fragment.
//!
//! Items are joined by `_`. An item is `id[.rung][.Nr][.Nh][.Ns][.Nx]` in that order: `r`
//! repetitions (per side), `h` seconds of hold (only where the form has a hold), `s` sets, `x`
//! seconds of rest. A part that starts with a letter from a to z is a rung. Left out, `r` and `h` are the
//! lower dose, `s` is 1 and `x` is 30; [`format()`] always writes `r` and `h`.

use crate::domain::catalog::{Catalog, Exercise, STANDARD};
use crate::domain::routine::{DEFAULT_REST, HOLD, Item, Prescription, REPETITIONS, REST, SETS};
use core::ops::RangeInclusive;

/// The longest code that is read, in bytes.
pub const MAX_LENGTH: usize = 2_000;
/// The most items a code may have.
pub const MAX_ITEMS: usize = 30;
const BETWEEN_ITEMS: char = '_';
const BETWEEN_PARTS: char = '.';
/// How much of an unreadable part an error repeats.
const SHOWN: usize = 24;

/// Which number of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// `r`
    Repetitions,
    /// `h`, seconds
    Hold,
    /// `s`
    Sets,
    /// `x`, seconds
    Rest,
}

impl Quantity {
    const ORDER: [Self; 4] = [Self::Repetitions, Self::Hold, Self::Sets, Self::Rest];

    fn letter(self) -> char {
        match self {
            Self::Repetitions => 'r',
            Self::Hold => 'h',
            Self::Sets => 's',
            Self::Rest => 'x',
        }
    }

    /// The numbers allowed.
    pub fn range(self) -> RangeInclusive<u16> {
        match self {
            Self::Repetitions => REPETITIONS,
            Self::Hold => HOLD,
            Self::Sets => SETS,
            Self::Rest => REST,
        }
    }
}

/// What an item of a code is of, whatever the catalog has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named<'a> {
    /// The exercise's id.
    pub exercise: &'a str,
    /// The form's id.
    pub form: &'a str,
    /// Seconds of hold, where it says so.
    pub hold: Option<u16>,
}

/// What each item of a code is of. Nothing is checked.
pub fn named(code: &str) -> impl Iterator<Item = Named<'_>> {
    code.split(BETWEEN_ITEMS).filter(|item| !item.is_empty()).map(|item| {
        let mut parts = item.split(BETWEEN_PARTS).peekable();
        let exercise = parts.next().unwrap_or_default();
        let form = parts.next_if(|part| !part.starts_with(|sign: char| sign.is_ascii_digit()));
        let hold = parts.find_map(|part| part.strip_suffix(Quantity::Hold.letter())?.parse().ok());
        Named { exercise, form: form.unwrap_or(STANDARD), hold }
    })
}

/// What is wrong with a share code. Each names the part it is about, shortened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShareCodeError {
    /// There is nothing in it.
    Empty,
    /// Longer than [`MAX_LENGTH`]; carries its length in bytes.
    TooLong(usize),
    /// More than [`MAX_ITEMS`] items; carries how many.
    TooManyItems(usize),
    /// No exercise has this id.
    UnknownExercise(String),
    /// The exercise has no such form.
    UnknownRung {
        /// The exercise's id.
        exercise: &'static str,
        /// What was asked for.
        rung: String,
    },
    /// A number is out of range.
    OutOfRange {
        /// The exercise's id.
        exercise: &'static str,
        /// Which number.
        quantity: Quantity,
        /// What was asked for.
        given: String,
    },
    /// A hold was given for a form without one.
    NoHold {
        /// The exercise's id.
        exercise: &'static str,
        /// The form's id.
        rung: &'static str,
    },
    /// A part could not be read, is there twice, or is out of order.
    BadPart {
        /// The exercise's id.
        exercise: &'static str,
        /// The part.
        part: String,
    },
}

fn shown(text: &str) -> String {
    let mut out: String = text.chars().take(SHOWN).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

/// Reads a share code.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn parse(catalog: &'static Catalog, code: &str) -> Result<Vec<Item>, ShareCodeError> {
    if code.is_empty() {
        return Err(ShareCodeError::Empty);
    }
    if code.len() > MAX_LENGTH {
        return Err(ShareCodeError::TooLong(code.len()));
    }
    let count = code.split(BETWEEN_ITEMS).count();
    if count > MAX_ITEMS {
        return Err(ShareCodeError::TooManyItems(count));
    }
    parse_recorded(catalog, code)
}

/// Reads a code that this app wrote itself, of whatever length: swaps can make a session longer
/// than what may be handed over.
///
/// # Errors
/// The first item that cannot be read.
pub fn parse_recorded(catalog: &'static Catalog, code: &str) -> Result<Vec<Item>, ShareCodeError> {
    code.split(BETWEEN_ITEMS).map(|item| parse_item(catalog, item)).collect()
}

fn parse_item(catalog: &'static Catalog, text: &str) -> Result<Item, ShareCodeError> {
    let mut parts = text.split(BETWEEN_PARTS).peekable();
    let id = parts.next().unwrap_or_default();
    let exercise = catalog.exercise(id).ok_or_else(|| ShareCodeError::UnknownExercise(shown(id)))?;
    let name = exercise.id.get();

    let mut rung = exercise.standard();
    if let Some(part) = parts.next_if(|part| part.starts_with(|c: char| c.is_ascii_alphabetic())) {
        rung = exercise.rung(part).ok_or_else(|| ShareCodeError::UnknownRung { exercise: name, rung: shown(part) })?;
    }

    let mut prescription = Prescription::lower(exercise, rung);
    let mut next = 0;
    for part in parts {
        let (quantity, digits) = split(part).ok_or_else(|| bad(exercise, part))?;
        let at = Quantity::ORDER.iter().position(|q| *q == quantity).ok_or_else(|| bad(exercise, part))?;
        if at < next {
            return Err(bad(exercise, part));
        }
        next = at + 1;
        let number = digits
            .parse::<u16>()
            .ok()
            .filter(|number| quantity.range().contains(number))
            .ok_or_else(|| ShareCodeError::OutOfRange { exercise: name, quantity, given: shown(digits) })?;
        match quantity {
            Quantity::Repetitions => prescription.repetitions = number,
            Quantity::Hold if prescription.hold.is_none() => {
                return Err(ShareCodeError::NoHold { exercise: name, rung: rung.id.get() });
            }
            Quantity::Hold => prescription.hold = Some(number),
            Quantity::Sets => prescription.sets = number,
            Quantity::Rest => prescription.rest = number,
        }
    }
    Ok(Item::Exercise(prescription))
}

fn bad(exercise: &Exercise, part: &str) -> ShareCodeError {
    ShareCodeError::BadPart { exercise: exercise.id.get(), part: shown(part) }
}

fn split(part: &str) -> Option<(Quantity, &str)> {
    let quantity = Quantity::ORDER.into_iter().find(|quantity| part.ends_with(quantity.letter()))?;
    let digits = &part[..part.len() - 1];
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then_some((quantity, digits))
}

/// Writes the share code of some items; steps of a sequence have none and are left out.
pub fn format(items: &[Item]) -> String {
    let mut out = String::new();
    for item in items {
        let Item::Exercise(p) = item else { continue };
        if !out.is_empty() {
            out.push(BETWEEN_ITEMS);
        }
        out.push_str(&p.exercise.id);
        if &*p.rung.id != STANDARD {
            out.push(BETWEEN_PARTS);
            out.push_str(&p.rung.id);
        }
        let mut part = |number: u16, quantity: Quantity| {
            out.push(BETWEEN_PARTS);
            out.push_str(&number.to_string());
            out.push(quantity.letter());
        };
        part(p.repetitions, Quantity::Repetitions);
        if let Some(hold) = p.hold {
            part(hold, Quantity::Hold);
        }
        if p.sets != 1 {
            part(p.sets, Quantity::Sets);
        }
        if p.rest != DEFAULT_REST {
            part(p.rest, Quantity::Rest);
        }
    }
    out
}
