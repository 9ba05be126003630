//! What was there before documents were brought back: for taking it back, on the person's word, or when it
//! was interrupted.

use crate::domain::documents::kind::{DIGEST, Document, JOURNAL, Kind};
use crate::domain::documents::shelf::{Shelf, ShelfError};
use crate::domain::documents::store::{Found, Store};
use miniserde::{Deserialize, Serialize};

/// A key, and what was under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// The key.
    pub key: String,
    /// Its text; nothing where there was none.
    pub text: Option<String>,
    /// What identifies the text that was put there.
    pub put: u64,
}

/// The journal document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    /// Whether everything was written.
    pub done: bool,
    /// When it was made, ms since 1970.
    pub made: u64,
    /// What was there before.
    pub before: Vec<Before>,
}

impl Document for Journal {
    const KIND: Kind = JOURNAL;
    type Stored = Self;

    fn of_stored(stored: Self, _: &str) -> Option<Self> {
        Some(stored)
    }
}

/// Tells texts apart (FNV-1a).
fn mark(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Journal {
    /// What is under the keys that are to be written.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn of(shelf: &impl Shelf, chosen: &[(String, String)], made: u64) -> Result<Self, ShelfError> {
        let before =
            |(key, text): &(String, String)| Ok(Before { key: key.clone(), text: shelf.get(key)?, put: mark(text) });
        Ok(Self { done: false, made, before: chosen.iter().map(before).collect::<Result<_, ShelfError>>()? })
    }

    /// The journal there is.
    pub fn kept<S: Shelf>(store: &Store<S>) -> Option<Self> {
        match store.read::<Self>("") {
            Ok(Found::Is(journal)) => Some(journal),
            _ => None,
        }
    }

    /// Puts everything back as it was, but for what has changed since; returns how many have.
    ///
    /// # Errors
    /// [`ShelfError`]; then it can be tried again.
    pub fn take_back<S: Shelf>(&self, store: &Store<S>) -> Result<usize, ShelfError> {
        let mut changed = 0;
        // What was added goes first, which makes room for what was longer.
        let is_added = |before: &&Before| before.text.is_none();
        let (added, replaced): (Vec<&Before>, Vec<&Before>) = self.before.iter().partition(is_added);
        for before in added.into_iter().chain(replaced) {
            let now = store.0.get(&before.key)?;
            if now == before.text {
                continue;
            }
            if now.as_deref().map(mark) != Some(before.put) {
                changed += 1;
                continue;
            }
            match &before.text {
                Some(text) => store.0.set(&before.key, text)?,
                None => store.0.remove(&before.key)?,
            }
        }
        // What is counted over the log is counted anew.
        store.0.remove(&DIGEST.key(""))?;
        self.forget(store)?;
        Ok(changed)
    }

    /// From now on nothing is taken back.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn forget<S: Shelf>(&self, store: &Store<S>) -> Result<(), ShelfError> {
        store.0.remove(&JOURNAL.key(""))
    }

    /// Puts everything back where it was interrupted; true if it was.
    pub fn recover<S: Shelf>(store: &Store<S>) -> bool {
        Self::kept(store).is_some_and(|journal| !journal.done && journal.take_back(store).is_ok())
    }
}
