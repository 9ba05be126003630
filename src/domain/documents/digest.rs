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

/// Counts over the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    /// Sessions in the log, those that cannot be read included.
    pub sessions: u32,
    /// Sessions that were finished.
    pub finished: u32,
    /// How often each form and step was done; missing where an older version counted.
    pub forms: Option<Vec<Times>>,
    /// Keys in storage when nothing else was there than the log, the settings and this: as long as
    /// there are so many, nobody has to look at them.
    pub keys: Option<u32>,
}

/// The counts over an empty log.
impl Default for Digest {
    fn default() -> Self {
        Self { sessions: 0, finished: 0, forms: Some(Vec::new()), keys: None }
    }
}

impl Document for Digest {
    const KIND: Kind = DIGEST;

    fn is_sound(&self, _: &str) -> bool {
        self.finished <= self.sessions
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

    /// In how many sessions a form or step was done.
    pub fn times(&self, form: &str) -> u32 {
        let known = self.forms.iter().flatten().find(|known| known.form == form);
        known.map_or(0, |known| known.times)
    }
}
