//! The log on the shelf: sessions, and the counts over them, which are kept beside them.

use super::{Findings, Found, Store};
use crate::domain::documents::digest::Digest;
use crate::domain::documents::envelope;
use crate::domain::documents::glance::{Codes, Glance};
use crate::domain::documents::kind::{LOG, RUNNING};
use crate::domain::documents::raw;
use crate::domain::documents::shelf::{Ends, SaveError, Shelf, ShelfError};
use crate::domain::progress::record::SessionRecord;

impl<S: Shelf> Store<S> {
    /// Hands over every session in the log, oldest first, and returns the counts over it, which are kept.
    pub fn log(&self, findings: &mut Findings, each: &mut dyn FnMut(&SessionRecord)) -> Digest {
        let mut digest = <Digest as Default>::default();
        for key in self.log_keys() {
            if let Some(record) = self.take::<SessionRecord>(&key, findings) {
                digest.exchange(None, Some(&record));
                each(&record);
            }
        }
        digest.sessions = u32::try_from(self.log_keys().len()).unwrap_or(u32::MAX);
        let kept = self.read::<Digest>("");
        if let Ok(Found::Is(kept)) = &kept {
            digest.keys = kept.keys;
            digest.measured.clone_from(&kept.measured);
        }
        if kept != Ok(Found::Is(digest.clone())) && digest.sessions > 0 {
            // Where it cannot be kept it is made anew next time.
            let _ = self.put("", &digest);
        }
        digest
    }

    /// The keys of all sessions, oldest first: they end in ids, and those sort by time.
    fn log_keys(&self) -> Vec<String> {
        let mut keys = self.our_keys().unwrap_or_default();
        keys.retain(|key| LOG.id_in(key).is_some());
        keys
    }

    /// Hands over every session in the log at a glance, oldest first, or those at the ends. Returns the counts
    /// over it where those that are known cannot be right.
    pub fn glance(
        &self,
        known: &Digest,
        ends: Ends,
        findings: &mut Findings,
        each: &mut dyn FnMut(&Glance<'_>),
    ) -> Option<Digest> {
        let (mut read, mut others) = (0, Vec::new());
        let mut codes = Codes::default();
        let _ = self.0.visit(&LOG.key(""), ends, &mut |key, text| {
            let Some(id) = LOG.id_in(key) else { return };
            match Glance::read(id, text, &mut codes) {
                Some(glance) => {
                    each(&glance);
                    read += 1;
                }
                None => others.push(key.to_owned()),
            }
        });
        for key in others {
            if let Some(record) = self.take::<SessionRecord>(&key, findings) {
                Glance::of(&record).iter().for_each(&mut *each);
                read += 1;
            }
        }
        let is_right = known.sessions == read || known.sessions as usize > ends.first + ends.last;
        (!is_right).then(|| self.log(findings, &mut |_| ()))
    }

    /// Keeps a session, and what a newer version knew of it while it ran. `known` are the counts
    /// as far as they are known; returns the new ones.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn save_record(&self, record: &SessionRecord, known: &Digest) -> Result<Digest, SaveError> {
        let before = match self.read::<SessionRecord>(&record.id)? {
            Found::Is(before) => Some(before),
            _ => None,
        };
        self.put_record(record)?;
        Ok(self.count(known, before.as_ref(), Some(record)))
    }

    /// Writes a session; one that was running keeps what was known of it then.
    pub(super) fn put_record(&self, record: &SessionRecord) -> Result<(), SaveError> {
        self.put_over(&record.id, record, |store| {
            let text = store.0.get(&RUNNING.key(&record.id)).ok()??;
            raw::without(raw::member(envelope::data_of(&RUNNING, &text)?, "record")?, "\"id\"")
        })
    }

    /// Forgets a session; returns the new counts.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn delete_record(&self, record: &SessionRecord, known: &Digest) -> Result<Digest, ShelfError> {
        let was_there = self.0.get(&LOG.key(&record.id))?.is_some();
        self.0.remove(&LOG.key(&record.id))?;
        Ok(self.count(known, Some(record).filter(|_| was_there), None))
    }

    /// Forgets every session in storage, whoever wrote it; returns how many could not be.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn delete_log(&self) -> Result<usize, ShelfError> {
        let keys = self.our_keys()?;
        let failed = keys.iter().filter(|key| LOG.id_in(key).is_some() && self.0.remove(key).is_err()).count();
        if failed == 0 {
            self.remove::<Digest>("")?;
        }
        Ok(failed)
    }

    fn count(&self, known: &Digest, before: Option<&SessionRecord>, after: Option<&SessionRecord>) -> Digest {
        // Another tab may have counted since.
        let mut digest = match self.read::<Digest>("") {
            Ok(Found::Is(stored)) => stored,
            _ => known.clone(),
        };
        let counted = digest.clone();
        digest.exchange(before, after);
        if digest != counted {
            // Where it cannot be kept it is made anew next time.
            let _ = self.put("", &digest);
        }
        digest
    }
}
