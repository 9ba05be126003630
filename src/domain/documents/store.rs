//! The person's documents on a shelf. What cannot be read is set aside and told, never lost; what
//! a newer version wrote is never touched, or kept member by member where only part of it is new.

mod log;

use super::digest::Digest;
use super::envelope::{self, Unreadable};
use super::health::Health;
use super::kind::{
    DIGEST, Document, HEALTH, JOURNAL, Kind, LOG, MEASURES, ONE_RUNNING, PREFIX, QUARANTINE, RESERVED, RUNNING,
    SETTINGS,
};
use super::raw;
use super::running::{Checkpoint, StoredCheckpoint};
use super::settings::Settings;
use super::shelf::{SaveError, Shelf, ShelfError};
use crate::domain::progress::record::{SessionRecord, parse_date};
use miniserde::json::{self, Value};

/// What was found that the person must know of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Findings {
    /// How many documents could not be read this time.
    pub corrupt: usize,
    /// How many documents a newer version wrote.
    pub newer: usize,
    /// How many unreadable documents are kept in quarantine, older ones included.
    pub quarantined: usize,
    /// Whether there is storage at all.
    pub blocked: bool,
    /// Whether documents were brought back from a file, which may have been interrupted.
    pub journal: bool,
}

/// What is needed before a session can start: all but the log.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// Settings; defaults where none could be read.
    pub settings: Settings,
    /// What the safety screen found; nothing where nobody asked.
    pub health: Health,
    /// Sessions that were running, newest first.
    pub running: Vec<Checkpoint>,
    /// Counts over the log.
    pub digest: Digest,
    /// Sessions left for good that could not be kept.
    pub unsaved: Vec<SessionRecord>,
    /// What the person must know of.
    pub findings: Findings,
}

/// What is under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<T> {
    /// Nothing.
    Nothing,
    /// This.
    Is(T),
    /// Something that a newer version wrote.
    Newer,
    /// Something unreadable.
    Corrupt(String),
}

/// Where a document is written.
struct Place<'a> {
    kind: &'a Kind,
    key: &'a str,
    implied: &'static [&'static str],
}

/// The person's documents.
#[derive(Debug, Clone, Copy)]
pub struct Store<S>(pub S);

impl<S: Shelf> Store<S> {
    /// Reads all but the log, counts that, and turns sessions left for good into records. Corrupt
    /// documents are copied to quarantine and removed only once the copy is safe; where it cannot
    /// be made they stay where they are. `wall` is the time in ms since 1970.
    pub fn open(&self, wall: u64) -> Opened {
        let mut opened = Opened::default();
        let known = match (self.read::<Digest>(""), self.0.count()) {
            (Ok(Found::Is(digest)), Ok(count)) if digest.keys == u32::try_from(count).ok() && digest.is_whole() => {
                Some(digest)
            }
            _ => None,
        };
        if let Some(digest) = known {
            opened.settings = self.take(&SETTINGS.key(""), &mut opened.findings).unwrap_or_default();
            opened.health = self.take(&HEALTH.key(""), &mut opened.findings).unwrap_or_default();
            opened.digest = digest;
            return opened;
        }
        let Ok(keys) = self.our_keys() else {
            opened.findings.blocked = true;
            return opened;
        };
        let findings = &mut opened.findings;
        findings.quarantined = keys.iter().filter(|key| key.starts_with(QUARANTINE)).count();
        findings.journal = keys.iter().any(|key| JOURNAL.id_in(key).is_some());
        opened.settings = self.take(&SETTINGS.key(""), findings).unwrap_or_default();
        opened.health = self.take(&HEALTH.key(""), findings).unwrap_or_default();
        for (kind, key) in keys.iter().flat_map(|key| RESERVED.iter().map(move |kind| (kind, key))) {
            if kind.id_in(key).is_some() {
                self.look_at(key, findings, |text| envelope::read::<Value>(kind, text));
            }
        }
        let mut sessions = keys.iter().filter(|key| LOG.id_in(key).is_some()).count();
        let mut running = self.running_among(&keys, findings);
        if keys.iter().any(|key| key == ONE_RUNNING) {
            self.divide_running(findings);
            running = self.running(findings);
        }
        for checkpoint in running {
            let is_kept = !matches!(self.read::<SessionRecord>(&checkpoint.record.id), Ok(Found::Nothing));
            if !is_kept && !checkpoint.is_expired(wall) {
                opened.running.push(checkpoint);
                continue;
            }
            // A session that was kept since is never put back to what it was before.
            if is_kept || self.put_record(&checkpoint.record).is_ok() {
                sessions += usize::from(!is_kept);
                let _ = self.remove::<Checkpoint>(&checkpoint.record.id);
            } else {
                opened.unsaved.push(checkpoint.record);
            }
        }
        opened.digest = match self.read::<Digest>("") {
            Ok(Found::Is(digest)) if digest.sessions as usize == sessions && digest.is_whole() => digest,
            _ => self.log(findings, &mut |_| ()),
        };
        // Keys end in days; what was set aside is there no more.
        let days = keys.iter().rev().filter(|key| matches!(self.0.get(key), Ok(Some(_))));
        let measured = days.filter_map(|key| MEASURES.id_in(key)).find(|day| parse_date(day).is_some());
        if opened.digest.measured.as_deref() != measured && opened.digest.sessions > 0 {
            opened.digest.measured = measured.map(str::to_owned);
            // Where it cannot be kept it is looked for again next time.
            let _ = self.put("", &opened.digest);
        }
        self.remember_the_keys(&mut opened.digest);
        opened
    }

    /// Counts the keys, if there is nothing else than what is known of without looking at them.
    fn remember_the_keys(&self, digest: &mut Digest) {
        let is_known = |key: &String| {
            [LOG, SETTINGS, HEALTH, DIGEST].iter().chain(&RESERVED).any(|kind| kind.id_in(key).is_some())
        };
        let keys = self.our_keys().ok().filter(|keys| digest.sessions > 0 && keys.iter().all(is_known));
        let count = keys.and_then(|_| u32::try_from(self.0.count().ok()?).ok());
        if digest.keys != count && self.read::<Digest>("").is_ok_and(|found| matches!(found, Found::Is(_))) {
            digest.keys = count;
            // Where it cannot be kept the keys are looked at next time.
            let _ = self.put("", digest);
        }
    }

    /// The keys of ours, in order.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn our_keys(&self) -> Result<Vec<String>, ShelfError> {
        let mut keys = self.0.keys()?;
        keys.retain(|key| key.starts_with(PREFIX));
        Ok(keys)
    }

    /// Gives the one checkpoint of old the key that its session has now.
    fn divide_running(&self, findings: &mut Findings) {
        let Ok(Some(text)) = self.0.get(ONE_RUNNING) else { return };
        let read = envelope::read(&RUNNING, &text).map(|stored: StoredCheckpoint| {
            let id = stored.id().to_owned();
            Checkpoint::of_stored(stored, &id)
        });
        match read {
            Ok(Some(checkpoint)) => {
                let moved = self.put(&checkpoint.record.id, &checkpoint);
                if moved.is_ok() {
                    let _ = self.0.remove(ONE_RUNNING);
                }
            }
            Err(Unreadable::TooNew(_)) => findings.newer += 1,
            _ => self.set_aside(ONE_RUNNING, &text, findings),
        }
    }

    /// Every session that was running, newest first.
    pub fn running(&self, findings: &mut Findings) -> Vec<Checkpoint> {
        self.running_among(&self.our_keys().unwrap_or_default(), findings)
    }

    fn running_among(&self, keys: &[String], findings: &mut Findings) -> Vec<Checkpoint> {
        let keys = keys.iter().rev().filter(|key| RUNNING.id_in(key).is_some());
        keys.filter_map(|key| self.take(key, findings)).collect()
    }

    fn interpret<T: Document>(key: &str, text: Option<String>) -> Found<T> {
        let Some(text) = text else { return Found::Nothing };
        let id = T::KIND.id_in(key).unwrap_or_default();
        match envelope::read::<T::Stored>(&T::KIND, &text).map(|stored| T::of_stored(stored, id)) {
            Ok(Some(value)) => Found::Is(value),
            Ok(None) | Err(Unreadable::Corrupt) => Found::Corrupt(text),
            Err(Unreadable::TooNew(_)) => Found::Newer,
        }
    }

    /// What is under a document's key. Nothing is moved.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn read<T: Document>(&self, id: &str) -> Result<Found<T>, ShelfError> {
        let key = T::KIND.key(id);
        Ok(Self::interpret(&key, self.0.get(&key)?))
    }

    /// Every document of a kind that can be read, with its id, in the order of the ids. Nothing is moved.
    pub fn all<T: Document>(&self) -> Vec<(String, T)> {
        let keys = self.our_keys().unwrap_or_default();
        let ids = keys.iter().filter_map(|key| T::KIND.id_in(key));
        ids.filter_map(|id| match self.read::<T>(id) {
            Ok(Found::Is(document)) => Some((id.to_owned(), document)),
            _ => None,
        })
        .collect()
    }

    fn take<T: Document>(&self, key: &str, findings: &mut Findings) -> Option<T> {
        let text = self.0.get(key).ok()?;
        match Self::interpret(key, text) {
            Found::Is(value) => return Some(value),
            Found::Nothing => {}
            Found::Newer => findings.newer += 1,
            Found::Corrupt(text) => self.set_aside(key, &text, findings),
        }
        None
    }

    fn look_at<T>(&self, key: &str, findings: &mut Findings, look: impl FnOnce(&str) -> Result<T, Unreadable>) {
        let Ok(Some(text)) = self.0.get(key) else { return };
        match look(&text) {
            Ok(_) => {}
            Err(Unreadable::TooNew(_)) => findings.newer += 1,
            Err(Unreadable::Corrupt) => self.set_aside(key, &text, findings),
        }
    }

    fn set_aside(&self, key: &str, text: &str, findings: &mut Findings) {
        findings.corrupt += 1;
        if self.quarantine(key, text).is_ok() {
            findings.quarantined += 1;
        }
    }

    fn quarantine(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        let taken: Vec<String> = self.0.keys()?;
        let free = (1_u64..).map(|number| format!("{QUARANTINE}{number}")).find(|key| !taken.contains(key));
        let Some(to) = free else { return Err(ShelfError::Full) };
        self.0.set(&to, text)?;
        if self.0.get(&to)?.as_deref() == Some(text) { self.0.remove(key) } else { Err(ShelfError::Blocked) }
    }

    /// The texts in quarantine, untouched, with their keys.
    pub fn quarantined(&self) -> Vec<(String, String)> {
        let keys = self.our_keys().unwrap_or_default();
        let keys = keys.into_iter().filter(|key| key.starts_with(QUARANTINE));
        keys.filter_map(|key| Some((key.clone(), self.0.get(&key).ok()??))).collect()
    }

    /// Removes what is in quarantine; only ever on the person's word.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn discard_quarantined(&self) -> Result<(), ShelfError> {
        self.quarantined().iter().try_for_each(|(key, _)| self.0.remove(key))
    }

    /// Writes a document: one key, nothing else is rewritten, and what a newer version added to it
    /// stays.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn put<T: Document>(&self, id: &str, value: &T) -> Result<(), SaveError> {
        self.put_over(id, value, |_| None)
    }

    /// The same; `origin` tells where the document comes from in case nothing is under its key yet:
    /// its data as it stands.
    fn put_over<T: Document>(
        &self,
        id: &str,
        value: &T,
        origin: impl FnOnce(&Self) -> Option<String>,
    ) -> Result<(), SaveError> {
        let key = T::KIND.key(id);
        let text = self.0.get(&key)?;
        let before = match Self::interpret::<T>(&key, text.clone()) {
            Found::Newer => return Err(SaveError::Newer),
            Found::Corrupt(text) => Found::Corrupt(text),
            Found::Nothing => Found::Nothing,
            Found::Is(before) => Found::Is(before.data()),
        };
        let written = |stored: &str| Some(T::of_stored(json::from_str(stored).ok()?, id)?.data());
        let origin = if before == Found::Nothing { origin(self) } else { None };
        let origin = origin.and_then(|stored| written(&stored).map(|before| (stored, before)));
        self.write(&Place { kind: &T::KIND, key: &key, implied: T::IMPLIED }, before, text, origin, value.data())
    }

    /// The same of any kind, so that it is in the wasm once. `before` is what is under the key, as this
    /// version would write it, and `text` as it stands.
    fn write(
        &self,
        place: &Place<'_>,
        before: Found<String>,
        text: Option<String>,
        origin: Option<(String, String)>,
        data: String,
    ) -> Result<(), SaveError> {
        let stored = match before {
            Found::Newer => return Err(SaveError::Newer),
            Found::Corrupt(text) => {
                self.quarantine(place.key, &text)?;
                None
            }
            Found::Nothing => origin,
            Found::Is(before) => {
                let stored = text.as_deref().and_then(|text| envelope::data_of(place.kind, text)).map(str::to_owned);
                stored.map(|stored| (stored, before))
            }
        };
        let data = match stored {
            Some((stored, before)) => raw::rewritten(&stored, &before, &data, place.implied),
            None => data,
        };
        Ok(self.0.set(place.key, &envelope::seal(place.kind, &data))?)
    }

    /// Removes a document, unless a newer version wrote it.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn remove<T: Document>(&self, id: &str) -> Result<(), ShelfError> {
        match self.read::<T>(id)? {
            Found::Newer => Ok(()),
            _ => self.0.remove(&T::KIND.key(id)),
        }
    }

    /// Removes everything of ours.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn delete_everything(&self) -> Result<(), ShelfError> {
        self.our_keys()?.iter().try_for_each(|key| self.0.remove(key))
    }

    /// Changes settings. The new ones are returned whether or not they could be kept.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> (Settings, Result<(), SaveError>) {
        self.change(<Settings as Default>::default(), change)
    }

    /// Changes the one document of its kind on top of what is stored now, so that another tab's change
    /// to another field survives. The new one is returned whether or not it could be kept. `known` is
    /// what it is as far as we know, in case nothing can be read.
    pub fn change<T: Document>(&self, known: T, change: impl FnOnce(&mut T)) -> (T, Result<(), SaveError>) {
        let mut document = match self.read::<T>("") {
            Ok(Found::Is(document)) => document,
            _ => known,
        };
        change(&mut document);
        let saved = self.put("", &document);
        (document, saved)
    }
}
