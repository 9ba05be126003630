//! The person's documents on a shelf of keys and texts. What cannot be read is set aside and
//! told, never lost; what a newer version wrote is never touched.

use crate::domain::documents::document::{self, Unreadable};
use crate::domain::documents::settings::Settings;
use crate::domain::progress::record::SessionRecord;
use crate::domain::session::player::Place;
use crate::domain::session::timeline::Pace;
use miniserde::json::Value;
use miniserde::{Deserialize, Serialize};

/// Every key of ours begins with this.
pub const PREFIX: &str = "unknot/";
const LOG: &str = "unknot/log/";
const SETTINGS: &str = "unknot/settings";
const RUNNING: &str = "unknot/running";
const ROUTINES: &str = "unknot/routines";
const MEASURES: &str = "unknot/measures";
const QUARANTINE: &str = "unknot/quarantine/";

/// A running session without a sign of life for this long is offered to be continued, in ms.
const SILENT_MS: u64 = 10_000;
/// One without a sign of life for this long was ended early, in ms.
const EXPIRED_MS: u64 = 4 * 60 * 60 * 1000;

/// Why the shelf did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShelfError {
    /// There is no storage here, or it is forbidden.
    Blocked,
    /// It is full.
    Full,
}

/// A place for texts under keys: the browser's localStorage, or a map in a test.
pub trait Shelf {
    /// Every key, ours and others'.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn keys(&self) -> Result<Vec<String>, ShelfError>;
    /// The text under a key.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError>;
    /// Puts a text under a key.
    ///
    /// # Errors
    /// [`ShelfError::Full`] or [`ShelfError::Blocked`]; what was there before is still there.
    fn set(&self, key: &str, text: &str) -> Result<(), ShelfError>;
    /// Removes a key.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    fn remove(&self, key: &str) -> Result<(), ShelfError>;
}

/// Why something was not saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveError {
    /// There is no storage here, or it is forbidden.
    Blocked,
    /// Storage is full.
    Full,
    /// What is there was written by a newer version and stays as it is.
    Newer,
}

impl From<ShelfError> for SaveError {
    fn from(error: ShelfError) -> Self {
        match error {
            ShelfError::Blocked => Self::Blocked,
            ShelfError::Full => Self::Full,
        }
    }
}

/// A session that was running, so that it can be taken up again after a reload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// The future record, as of the checkpoint.
    pub record: SessionRecord,
    /// Seconds to get ready.
    pub get_ready: u16,
    /// Whether the person set the pace.
    pub self_paced: bool,
    /// Index of the item.
    pub item: u32,
    /// Set, from 1.
    pub set: u16,
    /// Repetition, from 1; 0 outside repetitions.
    pub rep: u16,
    /// Whether on the second side.
    pub second_side: bool,
    /// Last sign of life, ms since 1970.
    pub heartbeat: u64,
    /// Whether its page was closed: nobody else is running it.
    pub released: bool,
}

/// What is to become of a checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Another tab is running it.
    RunningElsewhere,
    /// It is to be offered.
    Continue,
    /// It is too old: it becomes a session ended early.
    Expired,
}

impl Checkpoint {
    /// What is to become of it at a time, in ms since 1970.
    pub fn fate(&self, now: u64) -> Fate {
        let silent = now.saturating_sub(self.heartbeat);
        if silent > EXPIRED_MS {
            Fate::Expired
        } else if self.released || silent > SILENT_MS || now < self.heartbeat {
            Fate::Continue
        } else {
            Fate::RunningElsewhere
        }
    }

    /// Where it is to be taken up.
    pub fn place(&self) -> Place {
        Place {
            item: usize::try_from(self.item).unwrap_or(0),
            set: self.set,
            rep: self.rep,
            second_side: self.second_side,
        }
    }

    /// The pace it ran at.
    pub fn pace(&self) -> Pace {
        Pace { get_ready: self.get_ready, self_paced: self.self_paced }
    }
}

/// All that was found on the shelf.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Contents {
    /// Sessions, newest first.
    pub records: Vec<SessionRecord>,
    /// Settings; defaults where none could be read.
    pub settings: Settings,
    /// The session that was running.
    pub running: Option<Checkpoint>,
    /// How many documents could not be read this time.
    pub corrupt: usize,
    /// How many documents a newer version wrote.
    pub newer: usize,
    /// How many unreadable documents are kept in quarantine, older ones included.
    pub quarantined: usize,
    /// Whether there is storage at all.
    pub blocked: bool,
}

/// The person's documents.
#[derive(Debug, Clone)]
pub struct Store<S>(pub S);

enum Found<T> {
    Nothing,
    Is(T),
    Newer,
    Corrupt(String),
}

impl<S: Shelf> Store<S> {
    /// Reads everything. Corrupt documents are copied to quarantine and removed only once the
    /// copy is safe; where it cannot be made they stay where they are.
    pub fn load(&self) -> Contents {
        let Ok(mut keys) = self.0.keys() else { return Contents { blocked: true, ..Contents::default() } };
        keys.retain(|key| key.starts_with(PREFIX));
        keys.sort();
        let mut contents = Contents::default();
        for key in &keys {
            if let Some(id) = key.strip_prefix(LOG) {
                let record =
                    self.take(key, &mut contents, |record: &SessionRecord| record.is_sound() && record.id == id);
                contents.records.extend(record);
            } else if key == SETTINGS {
                contents.settings = self.take(key, &mut contents, |_| true).unwrap_or_default();
            } else if key == RUNNING {
                contents.running = self.take(key, &mut contents, |c: &Checkpoint| c.record.is_sound());
            } else if key == ROUTINES || key == MEASURES {
                self.take(key, &mut contents, |_: &Value| true);
            } else if key.starts_with(QUARANTINE) {
                contents.quarantined += 1;
            }
        }
        // Keys end in ids, and those sort by time.
        contents.records.reverse();
        contents
    }

    fn find<T: Deserialize>(&self, key: &str, sound: impl FnOnce(&T) -> bool) -> Result<Found<T>, ShelfError> {
        let Some(text) = self.0.get(key)? else { return Ok(Found::Nothing) };
        Ok(match document::read(key, &text) {
            Ok(value) if sound(&value) => Found::Is(value),
            Ok(_) | Err(Unreadable::Corrupt) => Found::Corrupt(text),
            Err(Unreadable::TooNew(_)) => Found::Newer,
        })
    }

    fn take<T: Deserialize>(&self, key: &str, contents: &mut Contents, sound: impl FnOnce(&T) -> bool) -> Option<T> {
        match self.find(key, sound) {
            Ok(Found::Is(value)) => return Some(value),
            Ok(Found::Nothing) | Err(_) => {}
            Ok(Found::Newer) => contents.newer += 1,
            Ok(Found::Corrupt(text)) => {
                contents.corrupt += 1;
                if self.quarantine(key, &text).is_ok() {
                    contents.quarantined += 1;
                }
            }
        }
        None
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
        let mut keys = self.0.keys().unwrap_or_default();
        keys.retain(|key| key.starts_with(QUARANTINE));
        keys.sort();
        keys.into_iter().filter_map(|key| Some((key.clone(), self.0.get(&key).ok()??))).collect()
    }

    /// Removes what is in quarantine; only ever on the person's word.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn discard_quarantined(&self) -> Result<(), ShelfError> {
        self.quarantined().iter().try_for_each(|(key, _)| self.0.remove(key))
    }

    /// Keeps a session: one key, nothing else is rewritten.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn save_record(&self, record: &SessionRecord) -> Result<(), SaveError> {
        let key = format!("{LOG}{}", record.id);
        self.put::<SessionRecord>(&key, record)
    }

    /// Forgets a session.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn delete_record(&self, id: &str) -> Result<(), ShelfError> {
        self.0.remove(&format!("{LOG}{id}"))
    }

    /// Changes settings on top of what is stored now, so that another tab's change to another
    /// field survives. The new settings are returned whether or not they could be kept.
    pub fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> (Settings, Result<(), SaveError>) {
        let mut settings = match self.find(SETTINGS, |_: &Settings| true) {
            Ok(Found::Is(settings)) => settings,
            _ => <Settings as Default>::default(),
        };
        change(&mut settings);
        let saved = self.put::<Settings>(SETTINGS, &settings);
        (settings, saved)
    }

    /// The session that was running, if it can be read.
    pub fn running(&self) -> Option<Checkpoint> {
        match self.find(RUNNING, |c: &Checkpoint| c.record.is_sound()) {
            Ok(Found::Is(checkpoint)) => Some(checkpoint),
            _ => None,
        }
    }

    /// Keeps a checkpoint.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn save_running(&self, checkpoint: &Checkpoint) -> Result<(), SaveError> {
        self.put::<Checkpoint>(RUNNING, checkpoint)
    }

    /// Drops the checkpoint.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn clear_running(&self) -> Result<(), ShelfError> {
        match self.find(RUNNING, |_: &Checkpoint| true)? {
            Found::Newer => Ok(()),
            _ => self.0.remove(RUNNING),
        }
    }

    fn put<T: Serialize + Deserialize>(&self, key: &str, value: &T) -> Result<(), SaveError> {
        match self.find(key, |_: &T| true)? {
            Found::Newer => return Err(SaveError::Newer),
            Found::Corrupt(text) => self.quarantine(key, &text)?,
            Found::Is(_) | Found::Nothing => {}
        }
        Ok(self.0.set(key, &document::write(value))?)
    }
}
