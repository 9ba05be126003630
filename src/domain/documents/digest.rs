//! What is counted over the log. Home and the player's pages go by it, so that no session is read
//! to start one. It is derived: where it is missing or does not fit, it is made anew.

use super::kind::{DIGEST, Document, Kind};
use crate::domain::progress::record::SessionRecord;
use miniserde::{Deserialize, Serialize};

/// Counts over the log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Digest {
    /// Sessions in the log, those that cannot be read included.
    pub sessions: u32,
    /// Sessions that were finished.
    pub finished: u32,
    /// Keys in storage when nothing else was there than the log, the settings and this: as long as
    /// there are so many, nobody has to look at them.
    pub keys: Option<u32>,
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
    }
}
