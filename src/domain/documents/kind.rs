//! The kinds of documents: which key each has, its format, and what it takes to be sound.

use miniserde::json::{self, Value};
use miniserde::{Deserialize, Serialize};

/// Every key of ours begins with this.
pub const PREFIX: &str = "unknot/";

/// A step from one format of a kind to the next, on its `data`. `None`: it does not fit.
pub type Migration = fn(data: Value) -> Option<Value>;

/// A kind of document. Formats are counted for each kind: a bump of one leaves the others readable.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Its name in keys.
    pub name: &'static str,
    /// Whether there are many, each under a key of its own behind the name and a slash.
    pub many: bool,
    /// The step at index `n` leads from format `n + 1` to `n + 2`; this version writes the format
    /// after the last. Each comes with a fixture of the old bytes under `tests/fixtures/formats`.
    pub migrations: &'static [Migration],
    /// From this format on, data is read as it stands: what came later only leaves out what follows
    /// from the rest.
    pub alike_since: u32,
}

impl Kind {
    /// A kind in its first format.
    const fn first(name: &'static str, many: bool) -> Self {
        Self { name, many, migrations: &[], alike_since: 1 }
    }
}

/// Sessions that are over, by their id.
pub const LOG: Kind = Kind { migrations: &[Some], ..Kind::first("log", true) };
/// Sessions that were running, by their id.
pub const RUNNING: Kind = Kind { migrations: &[Some], ..Kind::first("running", true) };
/// The key that held the one session that was running, up to 24 November 2026.
pub const ONE_RUNNING: &str = "unknot/running";
/// What the person set.
pub const SETTINGS: Kind = Kind::first("settings", false);
/// What is counted over the log, so that no session is read to start one. Can be made anew.
pub const DIGEST: Kind = Kind::first("digest", false);
/// Routines of the person's own, by id.
pub const ROUTINES: Kind = Kind::first("routines", true);
/// Where somebody is on the ladder of each exercise.
pub const LADDER: Kind = Kind::first("ladder", false);
/// The person's plan.
pub const PLAN: Kind = Kind::first("plan", false);
/// Weekly check-ins, by date.
pub const MEASURES: Kind = Kind::first("measures", true);
/// What the safety screen found, and conditions.
pub const HEALTH: Kind = Kind::first("health", false);
/// What somebody wants to tell a massage therapist; only where they asked to keep it.
pub const SHEET: Kind = Kind::first("sheet", false);
/// What was done and told so that nothing is lost.
pub const KEEPING: Kind = Kind::first("keeping", false);
/// What was there before documents were brought back from a file, until that is done with.
pub const JOURNAL: Kind = Kind::first("journal", false);
/// What could not be read: untouched bytes without an envelope.
pub const QUARANTINE: &str = "unknot/quarantine/";

/// Kinds that are not read when the documents are opened: those that this version does not use yet, and
/// those that only a few pages read. What is unreadable is set aside all the same.
pub const RESERVED: [Kind; 7] = [ROUTINES, PLAN, MEASURES, SHEET, LADDER, JOURNAL, KEEPING];

impl Kind {
    /// The format that this version writes, from 1.
    pub fn format(&self) -> u32 {
        u32::try_from(self.migrations.len()).unwrap_or(u32::MAX).saturating_add(1)
    }

    /// The key of a document; `id` is empty where there is only one.
    pub fn key(&self, id: &str) -> String {
        let slash = if self.many { "/" } else { "" };
        format!("{PREFIX}{}{slash}{id}", self.name)
    }

    /// Whether data of this format is read as it stands.
    pub fn reads(&self, format: u32) -> bool {
        (self.alike_since..=self.format()).contains(&format)
    }

    /// The id behind this kind in a key, empty where there is only one; `None` for keys of others.
    pub fn id_in<'a>(&self, key: &'a str) -> Option<&'a str> {
        let rest = key.strip_prefix(PREFIX)?.strip_prefix(self.name)?;
        if self.many { rest.strip_prefix('/') } else { rest.is_empty().then_some(rest) }
    }
}

/// A document of a kind.
pub trait Document: Sized + Serialize {
    /// Its kind.
    const KIND: Kind;
    /// Members, quoted, that may be left out because others tell them: where this version leaves one out,
    /// none that was stored counts any more.
    const IMPLIED: &'static [&'static str] = &[];
    /// How it stands in storage.
    type Stored: Deserialize;

    /// The document that stands under this id. `None` where it is not what some version may have
    /// written. Stored data is never judged harsher than by the app that wrote it.
    fn of_stored(stored: Self::Stored, id: &str) -> Option<Self>;

    /// What is stored of it.
    fn data(&self) -> String {
        json::to_string(self)
    }
}
