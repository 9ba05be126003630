//! What is counted over the log. Home and the player's pages go by it, so that no session is read
//! to start one. It is derived: where it is missing or does not fit, it is made anew.

use super::kind::{DIGEST, Document, Kind};
use crate::domain::progress::record::SessionRecord;
use miniserde::{Deserialize, Serialize};

/// How often something was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Times {
    /// Which, by [`form_key`](crate::domain::progress::record::form_key).
    pub form: String,
    /// In how many sessions, at least one repetition of it.
    pub times: u32,
}

/// How a session of exercise went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// The session's id; ids sort by time.
    pub id: String,
    /// Pain before, 0 to 10.
    pub pain_before: Option<u8>,
    /// Pain after, 0 to 10.
    pub pain_after: Option<u8>,
    /// How hard it was, 0 to 10.
    pub effort: Option<u8>,
    /// Whether the person said of anything in it that it hurt.
    pub hurt: bool,
    /// Whether it was finished.
    pub finished: bool,
}

impl Recent {
    fn of(record: &SessionRecord) -> Self {
        Self {
            id: record.id.clone(),
            pain_before: record.pain_before,
            pain_after: record.pain_after,
            effort: record.effort,
            hurt: record.entries.iter().any(|entry| entry.hurt),
            finished: record.finished,
        }
    }
}

/// So many of the last sessions of exercise are told one by one.
const RECENT: usize = 12;

/// Routines that are as hard as the second step of starting slowly, or harder.
const STEADY: [&str; 3] = ["steady-five", "daily-six", "full-six"];

/// Counts over the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// Sessions in the log, those that cannot be read included.
    pub sessions: u32,
    /// Sessions that were finished.
    pub finished: u32,
    /// Sessions of exercise, as opposed to massage, that were finished.
    pub exercised: u32,
    /// Those of them that were steady-five or harder.
    pub steady: u32,
    /// The last [`RECENT`] sessions of exercise, the newest last; missing where an older version
    /// counted, and where one of them was deleted, so that an older one is to take its place.
    pub recent: Option<Vec<Recent>>,
    /// How often each form and step was done; missing where an older version counted.
    pub forms: Option<Vec<Times>>,
    /// The day of the last weekly check-in, `YYYY-MM-DD`.
    pub measured: Option<String>,
    /// Keys in storage when nothing else was there than the log, the settings and this: as long as
    /// there are so many, nobody has to look at them.
    pub keys: Option<u32>,
}

/// The counts over an empty log.
impl Default for Digest {
    fn default() -> Self {
        Self {
            sessions: 0,
            finished: 0,
            exercised: 0,
            steady: 0,
            recent: Some(Vec::new()),
            forms: Some(Vec::new()),
            measured: None,
            keys: None,
        }
    }
}

impl Document for Digest {
    const KIND: Kind = DIGEST;
    type Stored = Self;

    fn of_stored(stored: Self, _: &str) -> Option<Self> {
        (stored.finished <= stored.sessions).then_some(stored)
    }
}

impl Digest {
    /// The digest of a log of so many sessions, of which these could be read.
    pub fn of<'a>(sessions: usize, records: impl IntoIterator<Item = &'a SessionRecord>) -> Self {
        let mut digest = <Self as Default>::default();
        records.into_iter().for_each(|record| digest.exchange(None, Some(record)));
        digest.sessions = u32::try_from(sessions).unwrap_or(u32::MAX);
        digest
    }

    /// One session was put in the place of another, added or taken away.
    pub fn exchange(&mut self, before: Option<&SessionRecord>, after: Option<&SessionRecord>) {
        let exchanged = |count: u32, counts: &dyn Fn(&SessionRecord) -> bool| {
            let of = |record: Option<&SessionRecord>| u32::from(record.is_some_and(counts));
            count.saturating_add(of(after)).saturating_sub(of(before))
        };
        self.sessions = exchanged(self.sessions, &|_| true);
        self.finished = exchanged(self.finished, &|record| record.finished);
        self.keys = self.keys.map(|keys| exchanged(keys, &|_| true));
        self.exercised = exchanged(self.exercised, &|record| record.finished && record.is_of_exercise());
        self.steady = exchanged(self.steady, &|record| record.finished && STEADY.contains(&record.routine.as_str()));
        self.exchange_recent(before, after);
        let Some(forms) = &mut self.forms else { return };
        for form in before.into_iter().flat_map(SessionRecord::forms_done) {
            if let Some(known) = forms.iter_mut().find(|known| known.form == form) {
                known.times = known.times.saturating_sub(1);
            }
        }
        for form in after.into_iter().flat_map(SessionRecord::forms_done) {
            match forms.iter_mut().find(|known| known.form == form) {
                Some(known) => known.times = known.times.saturating_add(1),
                None => forms.push(Times { form, times: 1 }),
            }
        }
        forms.retain(|known| known.times > 0);
    }

    fn exchange_recent(&mut self, before: Option<&SessionRecord>, after: Option<&SessionRecord>) {
        let Some(recent) = &mut self.recent else { return };
        let was_full = recent.len() == RECENT;
        recent.retain(|other| [before, after].into_iter().flatten().all(|record| record.id != other.id));
        if let Some(session) = after.filter(|record| record.is_of_exercise()).map(Recent::of) {
            let place = recent.partition_point(|other| other.id < session.id);
            recent.insert(place, session);
        }
        recent.drain(..recent.len().saturating_sub(RECENT));
        if was_full && recent.len() < RECENT {
            self.recent = None;
        }
    }

    /// Whether nothing has to be counted anew.
    pub const fn is_whole(&self) -> bool {
        self.forms.is_some() && self.recent.is_some()
    }

    /// In how many sessions a form or step was done.
    pub fn times(&self, form: &str) -> u32 {
        let known = self.forms.iter().flatten().find(|known| known.form == form);
        known.map_or(0, |known| known.times)
    }
}
