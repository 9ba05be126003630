//! A session at a glance: what is read of thousands at once. Goes once over the text as this version
//! writes it, and makes nothing of its own; whatever is written in any other way is left to the reader of
//! documents, which is slower by far.

use super::kind::LOG;
use crate::domain::progress::record::{
    Entry, LONGEST_SECONDS, MOST_REPETITIONS, SessionRecord, instant_day, parse_date,
};
use crate::domain::routine::share_code::{Named, named};

/// An entry at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EntryGlance<'a> {
    /// The exercise or step.
    pub exercise: &'a str,
    /// Repetitions done.
    pub done: u16,
    /// Seconds of each hold, where its item says so.
    pub hold: Option<u16>,
}

/// A session at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glance<'a> {
    /// Its id, a UUID.
    pub id: u128,
    /// The local day it began on, as a Julian day.
    pub day: i32,
    /// Whether it was exercise, as opposed to massage.
    pub is_of_exercise: bool,
    /// Pain before, pain after, and effort, 0 to 10.
    pub told: [Option<u8>; 3],
    /// Seconds in which it ran.
    pub seconds: u32,
    /// What was done.
    pub entries: Vec<EntryGlance<'a>>,
}

/// The code that was read last, taken apart: sessions that follow each other mostly have the same one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codes {
    code: String,
    items: Vec<(core::ops::Range<usize>, Option<u16>)>,
}

impl Codes {
    fn take_apart(&mut self, code: &str) {
        if self.code == code {
            return;
        }
        code.clone_into(&mut self.code);
        let item = |item: Named<'_>| {
            // It is a part of the code.
            let from = item.exercise.as_ptr() as usize - code.as_ptr() as usize;
            (from..from + item.exercise.len(), item.hold)
        };
        self.items = named(code).map(item).collect();
    }

    /// The exercise and the hold of an item of this code, which was taken apart.
    fn item<'a>(&self, code: &'a str, place: usize) -> Option<(&'a str, Option<u16>)> {
        let (exercise, hold) = self.items.get(place)?;
        Some((code.get(exercise.clone())?, *hold))
    }
}

impl<'a> Glance<'a> {
    /// That of a record; `None` where its id or its day cannot be.
    pub fn of(record: &'a SessionRecord) -> Option<Self> {
        let mut items = named(&record.code);
        let entry = |entry: &'a Entry| {
            let item = items.next();
            EntryGlance { exercise: &entry.exercise, done: entry.done, hold: hold(item, &entry.exercise) }
        };
        Some(Self {
            id: uuid::Uuid::try_parse(&record.id).ok()?.as_u128(),
            day: record.local_date()?.to_julian_day(),
            is_of_exercise: record.is_of_exercise(),
            told: [record.pain_before, record.pain_after, record.effort],
            seconds: record.active_seconds,
            entries: record.entries.iter().map(entry).collect(),
        })
    }

    /// That of stored bytes, under an id; `None` where they are not as this version writes them.
    pub fn read(id: &str, text: &'a str, codes: &mut Codes) -> Option<Self> {
        // Escapes, and what JSON wants escaped, are for the other reader.
        if text.bytes().any(|byte| byte < b' ' || byte == b'\\') {
            return None;
        }
        let id = uuid::Uuid::try_parse(id).ok()?.as_u128();
        let mut rest = Rest(text);
        rest.passes("{\"format\":")?;
        (rest.number()? == LOG.format()).then_some(())?;
        rest.passes(",\"data\":{\"started_at\":")?;
        let mut day = instant_day(rest.text()?)?;
        if rest.passes(",\"date\":").is_some() {
            day = parse_date(rest.text()?)?;
        }
        rest.passes(",\"routine\":")?;
        rest.text()?;
        rest.passes(",\"code\":")?;
        let code = rest.text()?;
        rest.passes(",\"catalog\":")?;
        rest.text()?;
        rest.passes(",\"entries\":[")?;
        let mut entries = Vec::with_capacity(8);
        codes.take_apart(code);
        while rest.passes("]").is_none() {
            if !entries.is_empty() {
                rest.passes(",")?;
            }
            entries.push(rest.entry(codes.item(code, entries.len()))?);
        }
        let mut told = [None; 3];
        for (place, name) in [",\"pain_before\":", ",\"pain_after\":", ",\"effort\":"].into_iter().enumerate() {
            if rest.passes(name).is_some() {
                told[place] = Some(u8::try_from(rest.number()?).ok().filter(|told| *told <= 10)?);
            }
        }
        if rest.passes(",\"worse_next_day\":").is_some() {
            rest.flag()?;
        }
        rest.passes(",\"active_seconds\":")?;
        let seconds = rest.number()?;
        rest.passes(",\"finished\":")?;
        rest.flag()?;
        (rest.0 == "}}").then_some(())?;
        let day = day.to_julian_day();
        (seconds <= LONGEST_SECONDS).then_some(Self {
            id,
            day,
            is_of_exercise: !code.is_empty(),
            told,
            seconds,
            entries,
        })
    }
}

fn hold(item: Option<Named<'_>>, exercise: &str) -> Option<u16> {
    item.filter(|item| item.exercise == exercise)?.hold
}

/// What is left of a text.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn passes(&mut self, text: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    /// A whole number of at most nine digits.
    fn number(&mut self) -> Option<u32> {
        let length = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.0.split_at_checked(length).filter(|_| (1..=9).contains(&length))?;
        // JSON has no number with a leading zero.
        (length == 1 || !digits.starts_with('0')).then_some(())?;
        self.0 = rest;
        digits.parse().ok()
    }

    fn flag(&mut self) -> Option<bool> {
        let flag = self.0.starts_with("true");
        self.passes(if flag { "true" } else { "false" })?;
        Some(flag)
    }

    /// A string.
    fn text(&mut self) -> Option<&'a str> {
        self.passes("\"")?;
        let (text, rest) = self.0.split_once('"')?;
        self.0 = rest;
        Some(text)
    }

    fn repetitions(&mut self) -> Option<u16> {
        u16::try_from(self.number()?).ok().filter(|number| *number <= MOST_REPETITIONS)
    }

    /// An entry, which is of an item.
    fn entry(&mut self, item: Option<(&'a str, Option<u16>)>) -> Option<EntryGlance<'a>> {
        self.passes("{")?;
        let mut exercise = item.map_or("", |(exercise, _)| exercise);
        if self.passes("\"exercise\":").is_some() {
            exercise = self.text()?;
            self.passes(",")?;
        }
        for name in ["\"rung\":", "\"side\":"] {
            if self.passes(name).is_some() {
                self.text()?;
                self.passes(",")?;
            }
        }
        if self.passes("\"planned\":").is_some() {
            self.repetitions()?;
            self.passes(",")?;
        }
        self.passes("\"done\":")?;
        let done = self.repetitions()?;
        self.passes(",\"seconds\":")?;
        let seconds = self.number()?;
        for name in [",\"hurt\":", ",\"skipped\":"] {
            if self.passes(name).is_some() {
                self.flag()?;
            }
        }
        self.passes("}")?;
        let is_possible = !exercise.is_empty() && seconds <= LONGEST_SECONDS;
        is_possible.then(|| EntryGlance {
            exercise,
            done,
            hold: item.filter(|(of, _)| *of == exercise).and_then(|(_, hold)| hold),
        })
    }
}
