//! All sessions in columns: what figures and sentences over the weeks need of each, so that ten years
//! of them are read once and cost little.

use crate::domain::documents::glance::Glance;

/// A session, as figures need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Its id; ids sort by time.
    pub id: u128,
    /// The local day it began on, as a Julian day.
    pub day: i32,
    /// Seconds in which it ran.
    pub seconds: u32,
    /// Repetitions done in it, of exercises and of steps.
    pub repetitions: u32,
    /// Pain before (NPRS).
    pub before: Option<u8>,
    /// Pain after (NPRS).
    pub after: Option<u8>,
    /// How hard it was, 0 to 10.
    pub effort: Option<u8>,
    /// Whether at least one repetition was done.
    pub practised: bool,
    /// Where its entries begin, and how many there are.
    entries: (u32, u32),
}

impl Session {
    /// Minutes it ran, rounded up: a short session counts as a minute.
    pub const fn minutes(&self) -> u32 {
        self.seconds.div_ceil(60)
    }
}

/// What was done of an exercise in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// Which exercise, among [`History::exercises`].
    pub exercise: u16,
    /// Repetitions done, both sides and all sets together.
    pub repetitions: u16,
    /// Seconds of each hold, where it has one.
    pub hold: Option<u16>,
}

/// All sessions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    sessions: Vec<Session>,
    entries: Vec<Done>,
    exercises: Vec<String>,
}

/// The number of an id.
fn number(id: &str) -> Option<u128> {
    uuid::Uuid::try_parse(id).ok().map(|id| id.as_u128())
}

impl History {
    /// Puts a session where it belongs, in place of the one with its id.
    pub fn place(&mut self, glance: &Glance<'_>) {
        let id = glance.id;
        let from = self.entries.len();
        // Steps of a massage are no exercise of which one does more from week to week.
        if glance.is_of_exercise {
            for entry in glance.entries.iter().filter(|entry| entry.done > 0) {
                let exercise = self.place_of(entry.exercise);
                self.entries.push(Done { exercise, repetitions: entry.done, hold: entry.hold });
            }
        }
        let span = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        let [before, after, effort] = glance.told;
        let session = Session {
            id,
            day: glance.day,
            seconds: glance.seconds,
            repetitions: glance.entries.iter().map(|entry| u32::from(entry.done)).sum(),
            before,
            after,
            effort,
            practised: glance.entries.iter().any(|entry| entry.done > 0),
            entries: (span(from), span(self.entries.len() - from)),
        };
        match self.sessions.last() {
            Some(last) if last.id >= id => match self.sessions.binary_search_by_key(&id, |session| session.id) {
                Ok(place) => self.sessions[place] = session,
                Err(place) => self.sessions.insert(place, session),
            },
            _ => self.sessions.push(session),
        }
    }

    fn place_of(&mut self, exercise: &str) -> u16 {
        let place = self.exercises.iter().position(|other| other == exercise).unwrap_or_else(|| {
            self.exercises.push(exercise.to_owned());
            self.exercises.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }

    /// Takes a session out.
    pub fn take(&mut self, id: &str) {
        if let Some(place) =
            number(id).and_then(|id| self.sessions.binary_search_by_key(&id, |session| session.id).ok())
        {
            self.sessions.remove(place);
        }
    }

    /// Every session, oldest first.
    pub fn sessions(&self) -> &[Session] {
        &self.sessions
    }

    /// What was done in a session.
    pub fn done(&self, session: &Session) -> &[Done] {
        let (from, count) = session.entries;
        self.entries.get(from as usize..from as usize + count as usize).unwrap_or_default()
    }

    /// The ids of all exercises that were ever done.
    pub fn exercises(&self) -> &[String] {
        &self.exercises
    }

    /// The days with something done, as Julian days, in order, each once.
    pub fn days(&self) -> Vec<i32> {
        let mut days: Vec<i32> = self.sessions.iter().filter(|session| session.practised).map(|s| s.day).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The key text of an id.
pub fn id_of(session: &Session) -> String {
    uuid::Uuid::from_u128(session.id).to_string()
}
