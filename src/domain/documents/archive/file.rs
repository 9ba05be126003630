//! The file that holds the person's documents, each as it stands: what comes out of it is the same, byte
//! for byte. `data/export.schema.json` of the site describes it.

use super::{Part, part_of};
use crate::domain::documents::envelope::{self, Unreadable};
use crate::domain::documents::health::Health;
use crate::domain::documents::kind::{
    Document, HEALTH, Kind, LADDER, LOG, MEASURES, ONE_RUNNING, PLAN, PREFIX, QUARANTINE, ROUTINES, RUNNING, SETTINGS,
    SHEET,
};
use crate::domain::documents::ladder::Ladder;
use crate::domain::documents::measures::Measures;
use crate::domain::documents::plan::Plan;
use crate::domain::documents::raw;
use crate::domain::documents::routines::OwnRoutine;
use crate::domain::documents::running::{Checkpoint, StoredCheckpoint};
use crate::domain::documents::session::StoredSession;
use crate::domain::documents::settings::Settings;
use crate::domain::documents::sheet::Sheet;
use crate::domain::documents::shelf::{Shelf, ShelfError};
use crate::domain::documents::store::Store;
use crate::domain::progress::record::SessionRecord;
use miniserde::json::{self, Number, Value};

/// The format of the file, apart from those of the documents in it.
pub const FORMAT: u32 = 1;
/// The largest file that is looked at, bytes: three times what a browser can hold of it.
pub const LARGEST: usize = 16 * 1024 * 1024;

/// What the file says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// When it was made, RFC 3339 with the person's offset.
    pub made: &'a str,
    /// The version of the app.
    pub app: &'a str,
}

/// Why a file was refused. Nothing has changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than anything that we made.
    TooLarge,
    /// It is something else.
    NotOurs,
    /// It is ours, and something in it is missing or altered.
    Damaged,
    /// A newer version made it.
    Newer,
}

/// What a file holds: keys with their texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Brought {
    /// Documents, each of which this version can read.
    pub documents: Vec<(String, String)>,
    /// What whoever made the file could not read.
    pub unread: Vec<(String, String)>,
}

/// What a text under a key is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Judged {
    /// A document, in its canonical form, by which it is compared.
    Sound(String),
    /// What a newer version wrote.
    Newer,
    /// What no version wrote.
    Corrupt,
    /// A kind that this version does not know.
    Unknown,
}

fn of<T: Document>(key: &str, text: &str) -> Judged {
    let id = T::KIND.id_in(key).unwrap_or_default();
    match envelope::read::<T::Stored>(&T::KIND, text).map(|stored| T::of_stored(stored, id)) {
        Ok(Some(document)) => Judged::Sound(document.data()),
        Ok(None) | Err(Unreadable::Corrupt) => Judged::Corrupt,
        Err(Unreadable::TooNew(_)) => Judged::Newer,
    }
}

/// The one session of old that was running, whose id is in it.
fn of_one_running(text: &str) -> Judged {
    match envelope::read::<StoredCheckpoint>(&RUNNING, text) {
        Ok(stored) => {
            let id = stored.id().to_owned();
            Checkpoint::of_stored(stored, &id).map_or(Judged::Corrupt, |checkpoint| Judged::Sound(checkpoint.data()))
        }
        Err(Unreadable::Corrupt) => Judged::Corrupt,
        Err(Unreadable::TooNew(_)) => Judged::Newer,
    }
}

/// How a text under a key of a kind is judged.
type Judge = fn(key: &str, text: &str) -> Judged;

const JUDGES: [(Kind, Judge); 9] = [
    (LOG, of::<SessionRecord>),
    (RUNNING, of::<Checkpoint>),
    (MEASURES, of::<Measures>),
    (SETTINGS, of::<Settings>),
    (PLAN, of::<Plan>),
    (LADDER, of::<Ladder>),
    (ROUTINES, of::<OwnRoutine>),
    (HEALTH, of::<Health>),
    (SHEET, of::<Sheet>),
];

pub(super) fn judged(key: &str, text: &str) -> Judged {
    if key == ONE_RUNNING {
        return of_one_running(text);
    }
    let judge = JUDGES.iter().find(|(kind, _)| kind.id_in(key).is_some());
    judge.map_or(Judged::Unknown, |(_, judge)| judge(key, text))
}

/// Writes the file: the documents of some parts, and sessions that are only in memory.
///
/// # Errors
/// [`ShelfError::Blocked`], where nothing is in memory either.
pub fn write<S: Shelf>(
    store: &Store<S>,
    parts: &[Part],
    unsaved: &[SessionRecord],
    head: Head<'_>,
) -> Result<String, ShelfError> {
    let keys = match store.our_keys() {
        Ok(keys) => keys,
        Err(_) if !unsaved.is_empty() => Vec::new(),
        Err(error) => return Err(error),
    };
    let (mut documents, mut unread) = (Vec::new(), Vec::new());
    let unsaved: &[SessionRecord] = if parts.contains(&Part::Sessions) { unsaved } else { &[] };
    let in_memory = |key: &String| unsaved.iter().any(|record| LOG.key(&record.id) == *key);
    for key in keys.iter().filter(|key| part_of(key).is_some() && !in_memory(key)) {
        let Some(text) = store.0.get(key)? else { continue };
        let is_document = match judged(key, &text) {
            Judged::Sound(_) => true,
            Judged::Newer => json::from_str::<Value>(&text).is_ok(),
            Judged::Corrupt | Judged::Unknown => false,
        };
        let part = if is_document { part_of(key) } else { Some(Part::Unread) };
        if !part.is_some_and(|part| parts.contains(&part)) {
            continue;
        }
        if is_document {
            documents.push(format!("{}:{}", json::to_string(key), text.trim_ascii()));
        } else {
            unread.push(format!("{}:{}", json::to_string(key), json::to_string(&text)));
        }
    }
    for record in unsaved {
        let text = envelope::seal(&LOG, &record.data());
        documents.push(format!("{}:{text}", json::to_string(&LOG.key(&record.id))));
    }
    Ok(format!(
        "{{\n\"unknot\":{FORMAT},\n\"schema\":\"data/export.schema.json\",\n\"made\":{},\n\"app\":{},\n\"documents\":{{\n{}\n}},\n\"unread\":{{\n{}\n}}\n}}\n",
        json::to_string(head.made),
        json::to_string(head.app),
        documents.join(",\n"),
        unread.join(",\n"),
    ))
}

/// Reads a file of this or of any past format.
///
/// # Errors
/// [`Refusal`].
pub fn read(text: &str) -> Result<Brought, Refusal> {
    if text.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}').trim_ascii();
    let seems_ours = text.contains(PREFIX) || text.contains("\"unknot\"");
    let broken = if seems_ours { Refusal::Damaged } else { Refusal::NotOurs };
    let whole = match json::from_str::<Value>(text) {
        Ok(Value::Object(whole)) => whole,
        Ok(Value::Array(_)) => return sound(in_memory(text).ok_or(broken)?, Vec::new()),
        _ => return Err(broken),
    };
    let members = members(text).ok_or(broken)?;
    match whole.get("unknot") {
        Some(Value::Number(Number::U64(format))) if *format == u64::from(FORMAT) => {
            let part = |name: &str| members.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
            let documents = self::members(part("documents").ok_or(Refusal::Damaged)?).ok_or(Refusal::Damaged)?;
            let unread = self::members(part("unread").unwrap_or("{}")).ok_or(Refusal::Damaged)?;
            let documents = documents.into_iter().map(|(key, text)| (key, text.to_owned())).collect();
            sound(documents, texts(unread)?)
        }
        Some(Value::Number(Number::U64(format))) if *format > u64::from(FORMAT) => Err(Refusal::Newer),
        Some(_) => Err(Refusal::Damaged),
        // The file of old: every key with its text.
        None if !members.is_empty() && members.iter().all(|(key, _)| key.starts_with(PREFIX)) => {
            let (unread, documents) = texts(members)?.into_iter().partition(|(key, _)| key.starts_with(QUARANTINE));
            sound(documents, unread)
        }
        None => Err(Refusal::NotOurs),
    }
}

/// The sessions of a file of those that could not be kept: a list of them, each with its id. `None` where it
/// is another list.
fn in_memory(text: &str) -> Option<Vec<(String, String)>> {
    let document = |session: &str| {
        let stored: StoredSession = json::from_str(session).ok()?;
        Some((LOG.key(stored.id()?), envelope::seal(&LOG, session)))
    };
    raw::elements(text)?.into_iter().map(document).collect()
}

/// The members of an object with their names decoded; `None` where one comes twice.
fn members(text: &str) -> Option<Vec<(String, &str)>> {
    let members = raw::members(text)?;
    let decoded: Option<Vec<(String, &str)>> =
        members.into_iter().map(|(key, value)| Some((json::from_str(key).ok()?, value))).collect();
    let decoded = decoded?;
    let mut names: Vec<&String> = decoded.iter().map(|(name, _)| name).collect();
    names.sort_unstable();
    names.windows(2).all(|pair| pair[0] != pair[1]).then_some(decoded)
}

fn texts(members: Vec<(String, &str)>) -> Result<Vec<(String, String)>, Refusal> {
    let text =
        |(key, value): (String, &str)| json::from_str(value).map(|text| (key, text)).map_err(|_| Refusal::Damaged);
    members.into_iter().map(text).collect()
}

/// Looks at every document; one that is not sound spoils the file.
fn sound(documents: Vec<(String, String)>, unread: Vec<(String, String)>) -> Result<Brought, Refusal> {
    let mut brought = Brought { documents: Vec::new(), unread };
    if !brought.unread.iter().all(|(key, _)| part_of(key).is_some()) {
        return Err(Refusal::Damaged);
    }
    for (key, text) in documents {
        // What is derived is made anew.
        if part_of(&key).is_none() && key.starts_with(PREFIX) {
            continue;
        }
        match judged(&key, &text) {
            Judged::Sound(_) => brought.documents.push((key, text)),
            Judged::Unknown if !key.starts_with(PREFIX) => return Err(Refusal::Damaged),
            Judged::Newer | Judged::Unknown => return Err(Refusal::Newer),
            Judged::Corrupt => return Err(Refusal::Damaged),
        }
    }
    Ok(brought)
}
