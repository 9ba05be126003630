//! Bringing documents back: what would change, and changing all of it or nothing. What is here is joined
//! with what the file holds by key: what is new is added, what is the same stays, and where both have
//! something else under one key the person is asked, theirs being kept unless they say so.

use super::file::{Brought, Judged, judged};
use super::journal::Journal;
use super::{Part, part_of};
use crate::domain::documents::kind::{DIGEST, LOG, QUARANTINE, RUNNING};
use crate::domain::documents::shelf::{SaveError, Shelf, ShelfError};
use crate::domain::documents::store::Store;

/// How a document of the file stands to what is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is not here.
    New,
    /// It is here, and says the same.
    Same,
    /// Something else is here under its key.
    Different,
}

/// A document of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its key.
    pub key: String,
    /// Its text.
    pub text: String,
    /// How it stands to what is here.
    pub standing: Standing,
    /// Which part it belongs to.
    pub part: Part,
}

/// What bringing a file back would change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Every document of the file.
    pub candidates: Vec<Candidate>,
}

fn standing<S: Shelf>(store: &Store<S>, key: &str, text: &str) -> Result<Standing, ShelfError> {
    let Some(here) = store.0.get(key)? else { return Ok(Standing::New) };
    let is_same = here == text
        || match (judged(key, &here), judged(key, text)) {
            (Judged::Sound(here), Judged::Sound(there)) => here == there,
            // What a newer version wrote is never overwritten.
            (Judged::Newer, _) => true,
            _ => false,
        };
    Ok(if is_same { Standing::Same } else { Standing::Different })
}

/// Looks at what a file would change. Nothing changes yet.
///
/// # Errors
/// [`ShelfError::Blocked`].
pub fn preview<S: Shelf>(store: &Store<S>, brought: Brought) -> Result<Preview, ShelfError> {
    let mut candidates = Vec::new();
    let is_over: Vec<String> =
        brought.documents.iter().filter(|(key, _)| LOG.id_in(key).is_some()).map(|(key, _)| key.clone()).collect();
    for (key, text) in brought.documents {
        let Some(part) = part_of(&key) else { continue };
        // A session that is over is not put back to what it was while it ran.
        let over = RUNNING.id_in(&key).map(|id| LOG.key(id));
        let is_past = match &over {
            Some(over) => is_over.contains(over) || store.0.get(over)?.is_some(),
            None => false,
        };
        let standing = if is_past { Standing::Same } else { standing(store, &key, &text)? };
        candidates.push(Candidate { key, text, standing, part });
    }
    let keys = store.0.keys()?;
    let mut kept: Vec<String> = store.quarantined().into_iter().map(|(_, text)| text).collect();
    let mut taken = keys.clone();
    for (key, text) in brought.unread {
        // A kind that a newer version knows goes back where it was; all else is set aside.
        let is_foreign = judged(&key, &text) == Judged::Unknown && !key.starts_with(QUARANTINE);
        if is_foreign {
            let standing = match store.0.get(&key)? {
                None => Standing::New,
                Some(_) => Standing::Same,
            };
            candidates.push(Candidate { key, text, standing, part: Part::Unread });
            continue;
        }
        let is_here = kept.contains(&text);
        let key = if key.starts_with(QUARANTINE) && !taken.contains(&key) { Some(key) } else { None };
        let free =
            key.or_else(|| (1_u64..).map(|number| format!("{QUARANTINE}{number}")).find(|key| !taken.contains(key)));
        let Some(key) = free else { continue };
        taken.push(key.clone());
        kept.push(text.clone());
        let standing = if is_here { Standing::Same } else { Standing::New };
        candidates.push(Candidate { key, text, standing, part: Part::Unread });
    }
    Ok(Preview { candidates })
}

impl Preview {
    /// How many documents of a part stand in a way.
    pub fn count(&self, part: Part, standing: Standing) -> usize {
        self.candidates.iter().filter(|candidate| candidate.part == part && candidate.standing == standing).count()
    }

    /// What is written: what is new, and, of the parts in which the file is to win, what is different.
    pub fn chosen(&self, file_wins: &[Part]) -> Vec<(String, String)> {
        let is_chosen = |candidate: &&Candidate| match candidate.standing {
            Standing::New => true,
            Standing::Same => false,
            Standing::Different => file_wins.contains(&candidate.part),
        };
        self.candidates
            .iter()
            .filter(is_chosen)
            .map(|candidate| (candidate.key.clone(), candidate.text.clone()))
            .collect()
    }
}

/// Writes all of it, or nothing. `made` is when, ms since 1970.
///
/// # Errors
/// Why it could not be written. Then everything is as it was.
pub fn apply<S: Shelf>(store: &Store<S>, chosen: &[(String, String)], made: u64) -> Result<(), SaveError> {
    if chosen.is_empty() {
        return Ok(());
    }
    let mut journal = Journal::of(&store.0, chosen, made)?;
    store.put("", &journal)?;
    // What is counted over the log is counted anew, whatever comes of this.
    let _ = store.0.remove(&DIGEST.key(""));
    for (key, text) in chosen {
        if let Err(error) = store.0.set(key, text) {
            journal.take_back(store)?;
            return Err(error.into());
        }
    }
    journal.done = true;
    if store.put("", &journal).is_err() {
        // It cannot be taken back then; what was brought stays.
        journal.forget(store)?;
    }
    Ok(())
}
