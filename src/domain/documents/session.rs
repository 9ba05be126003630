//! A session as it is kept: what follows from the rest of it is left out, for there may be thousands.
//! Its id is in its key; its day is that of the instant it began at; its code says which exercise in
//! which form each entry is of; all that was planned was done; nothing hurt.

use super::kind::{Document, Kind, LOG};
use crate::domain::progress::record::{Entry, SessionRecord, Sides};
use crate::domain::routine::share_code::{Named, named};
use miniserde::ser::{Fragment, Map, Seq};
use miniserde::{Deserialize, Serialize, json};
use std::borrow::Cow;

/// What may be left out though it is no default: it follows from something else. No later version may use
/// these names for anything else in a session.
pub const IMPLIED: &[&str] = &["\"id\"", "\"date\"", "\"exercise\"", "\"rung\"", "\"planned\""];

/// An entry as it is kept.
#[derive(Debug, Deserialize)]
pub struct StoredEntry {
    exercise: Option<String>,
    rung: Option<String>,
    side: Option<Sides>,
    planned: Option<u16>,
    done: u16,
    seconds: u32,
    hurt: Option<bool>,
    skipped: Option<bool>,
}

/// A session as it is kept.
#[derive(Debug, Deserialize)]
pub struct StoredSession {
    id: Option<String>,
    started_at: String,
    date: Option<String>,
    routine: String,
    code: String,
    catalog: String,
    entries: Vec<StoredEntry>,
    pain_before: Option<u8>,
    pain_after: Option<u8>,
    effort: Option<u8>,
    worse_next_day: Option<bool>,
    active_seconds: u32,
    finished: bool,
}

/// The local day of an instant, as it is written.
fn day(started_at: &str) -> &str {
    started_at.get(..10).unwrap_or_default()
}

/// Entries with what was left out; `None` where one does not say what it is of.
fn entries(stored: Vec<StoredEntry>, code: &str) -> Option<Vec<Entry>> {
    let mut items = named(code);
    let entry = |entry: StoredEntry| {
        let item = items.next();
        Some(Entry {
            exercise: entry.exercise.or_else(|| item.map(|item| item.exercise.to_owned()))?,
            rung: entry.rung.unwrap_or_else(|| item.map_or("", |item| item.form).to_owned()),
            side: entry.side.unwrap_or_default(),
            planned: entry.planned.unwrap_or(entry.done),
            done: entry.done,
            seconds: entry.seconds,
            hurt: entry.hurt.unwrap_or_default(),
            skipped: entry.skipped.unwrap_or_default(),
        })
    };
    stored.into_iter().map(entry).collect()
}

impl StoredSession {
    /// The id in it, if there is one.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The session with this id, with what was left out; `None` where an entry does not say what it is of.
    pub fn record(self, id: &str) -> Option<SessionRecord> {
        let entries = entries(self.entries, &self.code)?;
        Some(SessionRecord {
            id: self.id.unwrap_or_else(|| id.to_owned()),
            date: self.date.unwrap_or_else(|| day(&self.started_at).to_owned()),
            started_at: self.started_at,
            routine: self.routine,
            code: self.code,
            catalog: self.catalog,
            entries,
            pain_before: self.pain_before,
            pain_after: self.pain_after,
            effort: self.effort,
            worse_next_day: self.worse_next_day,
            active_seconds: self.active_seconds,
            finished: self.finished,
        })
    }
}

/// Members of an object that are to be written, each with its name.
struct Members<'a> {
    members: std::vec::IntoIter<(&'static str, Member<'a>)>,
    last: Option<Member<'a>>,
}

enum Member<'a> {
    Plain(&'a dyn Serialize),
    Entries(Entries<'a>),
}

impl<'a> Members<'a> {
    /// Those of these members that are not implied by others.
    fn of(members: impl IntoIterator<Item = (&'static str, Member<'a>, bool)>) -> Fragment<'a> {
        let said = members.into_iter().filter(|(.., implied)| !implied);
        let members: Vec<_> = said.map(|(name, member, _)| (name, member)).collect();
        Fragment::Map(Box::new(Self { members: members.into_iter(), last: None }))
    }
}

impl Map for Members<'_> {
    fn next(&mut self) -> Option<(Cow<'_, str>, &dyn Serialize)> {
        let (name, member) = self.members.next()?;
        let value: &dyn Serialize = match self.last.insert(member) {
            Member::Plain(value) => *value,
            Member::Entries(entries) => entries,
        };
        Some((Cow::Borrowed(name), value))
    }
}

/// The entries of a session.
struct Entries<'a>(&'a SessionRecord);

impl Serialize for Entries<'_> {
    fn begin(&self) -> Fragment<'_> {
        let mut items = named(&self.0.code);
        let entries: Vec<ShortEntry<'_>> =
            self.0.entries.iter().map(|entry| ShortEntry { entry, item: items.next() }).collect();
        Fragment::Seq(Box::new(EntryByEntry { entries: entries.into_iter(), last: None }))
    }
}

struct EntryByEntry<'a> {
    entries: std::vec::IntoIter<ShortEntry<'a>>,
    last: Option<ShortEntry<'a>>,
}

impl Seq for EntryByEntry<'_> {
    fn next(&mut self) -> Option<&dyn Serialize> {
        let entry = self.entries.next()?;
        Some(self.last.insert(entry))
    }
}

/// An entry, and the item of the code that it is of.
struct ShortEntry<'a> {
    entry: &'a Entry,
    item: Option<Named<'a>>,
}

impl Serialize for ShortEntry<'_> {
    fn begin(&self) -> Fragment<'_> {
        let Self { entry, item } = self;
        let plain = Member::Plain;
        Members::of([
            ("exercise", plain(&entry.exercise), item.is_some_and(|item| item.exercise == entry.exercise)),
            ("rung", plain(&entry.rung), item.map_or("", |item| item.form) == entry.rung),
            ("side", plain(&entry.side), entry.side == Sides::None),
            ("planned", plain(&entry.planned), entry.planned == entry.done),
            ("done", plain(&entry.done), false),
            ("seconds", plain(&entry.seconds), false),
            ("hurt", plain(&entry.hurt), !entry.hurt),
            ("skipped", plain(&entry.skipped), !entry.skipped),
        ])
    }
}

/// With its id, which is the first member.
impl Serialize for SessionRecord {
    fn begin(&self) -> Fragment<'_> {
        let plain = Member::Plain;
        Members::of([
            ("id", plain(&self.id), false),
            ("started_at", plain(&self.started_at), false),
            ("date", plain(&self.date), day(&self.started_at) == self.date),
            ("routine", plain(&self.routine), false),
            ("code", plain(&self.code), false),
            ("catalog", plain(&self.catalog), false),
            ("entries", Member::Entries(Entries(self)), false),
            ("pain_before", plain(&self.pain_before), self.pain_before.is_none()),
            ("pain_after", plain(&self.pain_after), self.pain_after.is_none()),
            ("effort", plain(&self.effort), self.effort.is_none()),
            ("worse_next_day", plain(&self.worse_next_day), self.worse_next_day.is_none()),
            ("active_seconds", plain(&self.active_seconds), false),
            ("finished", plain(&self.finished), false),
        ])
    }
}

impl Document for SessionRecord {
    const KIND: Kind = LOG;
    const IMPLIED: &'static [&'static str] = IMPLIED;
    type Stored = StoredSession;

    fn of_stored(stored: StoredSession, id: &str) -> Option<Self> {
        stored.record(id).filter(|record| record.id == id && record.is_possible())
    }

    /// Without its id, which is in its key.
    fn data(&self) -> String {
        let data = json::to_string(self);
        match data.split_once(',') {
            Some((_, rest)) => format!("{{{rest}"),
            None => data,
        }
    }
}
