//! The person's documents as signals, one a kind: a change of one kind wakes no reader of another.
//! Writing goes through here; what other tabs write comes in by [`Library::changed_elsewhere`].
//!
//! Generic over the shelf, so that all of it is tested on the host.

pub mod gate;
pub mod ladder;
pub mod log;
pub mod one;

use crate::domain::documents::digest::Digest;
use crate::domain::documents::glance::Glance;
use crate::domain::documents::health::Health;
use crate::domain::documents::kind::{DIGEST, HEALTH, LOG, ONE_RUNNING, QUARANTINE, RUNNING, SETTINGS};
use crate::domain::documents::measures::Measures;
use crate::domain::documents::running::Checkpoint;
use crate::domain::documents::settings::Settings;
use crate::domain::documents::shelf::{Ends, SaveError, Shelf, ShelfError};
use crate::domain::documents::store::{Findings, Found, Store};
use crate::domain::progress::record::SessionRecord;
use crate::domain::safety::gate::{Gate, gate};
use crate::platform::storage::LocalStorage;
use leptos::prelude::*;
use time::Date;

/// What the app reads and writes. Copied freely.
#[derive(Debug)]
pub struct Library<S: Copy> {
    store: Store<S>,
    /// Whether it was opened: right after the first draw of a page.
    pub opened: RwSignal<bool>,
    settings: RwSignal<Settings>,
    health: RwSignal<Health>,
    running: RwSignal<Vec<Checkpoint>>,
    digest: RwSignal<Digest>,
    /// How often the log changed, and which session did the last time; nothing where it was all of it.
    changed: RwSignal<(u32, Option<String>)>,
    /// What the person must know of their documents.
    pub findings: RwSignal<Findings>,
    /// Sessions that could not be kept, for as long as the page lives.
    pub unsaved: RwSignal<Vec<SessionRecord>>,
    /// How many of those the person has downloaded.
    taken: RwSignal<usize>,
}

impl<S: Copy> Clone for Library<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: Copy> Copy for Library<S> {}

/// The documents in this browser.
pub type Documents = Library<LocalStorage>;

/// The documents that the shell provides to every page.
pub fn use_library() -> Documents {
    // The shell provides them before it draws any page, on the host and in the browser alike.
    #[allow(clippy::expect_used)]
    use_context::<Documents>().expect("the shell provides the documents")
}

impl<S: Shelf + Copy + 'static> Library<S> {
    /// The documents on a shelf, nothing of which has been read.
    pub fn new(shelf: S) -> Self {
        Self {
            store: Store(shelf),
            opened: RwSignal::new(false),
            settings: RwSignal::new(<Settings as Default>::default()),
            health: RwSignal::new(Health::default()),
            running: RwSignal::new(Vec::new()),
            digest: RwSignal::new(Digest::default()),
            changed: RwSignal::new((0, None)),
            findings: RwSignal::new(Findings::default()),
            unsaved: RwSignal::new(Vec::new()),
            taken: RwSignal::new(0),
        }
    }

    /// Where they are kept.
    pub fn store(self) -> Store<S> {
        self.store
    }

    /// Reads all but the log; turns sessions left for good into records. `wall` is the time in ms
    /// since 1970.
    pub fn open(self, wall: u64) {
        let opened = self.store.open(wall);
        self.settings.try_set(opened.settings);
        self.health.try_set(opened.health);
        self.running.try_set(opened.running);
        self.digest.try_set(opened.digest);
        self.findings.try_set(opened.findings);
        self.unsaved.try_update(|unsaved| {
            for record in opened.unsaved {
                unsaved.retain(|other| other.id != record.id);
                unsaved.push(record);
            }
        });
        self.log_changed(None);
        self.opened.try_set(true);
    }

    /// Another tab wrote under a key, or, without one, under any.
    pub fn changed_elsewhere(self, key: Option<&str>, wall: u64) {
        let Some(key) = key else { return self.open(wall) };
        if SETTINGS.id_in(key).is_some() {
            if let Ok(Found::Is(settings)) = self.store.read::<Settings>("") {
                self.settings.try_set(settings);
            }
        } else if HEALTH.id_in(key).is_some() {
            match self.store.read::<Health>("") {
                Ok(Found::Is(health)) => self.health.try_set(health),
                Ok(Found::Nothing) => self.health.try_set(Health::default()),
                _ => None,
            };
        } else if RUNNING.id_in(key).is_some() || key == ONE_RUNNING {
            self.look_for_running();
        } else if DIGEST.id_in(key).is_some() {
            if let Ok(Found::Is(digest)) = self.store.read::<Digest>("") {
                self.digest.try_set(digest);
            }
        } else if let Some(id) = LOG.id_in(key) {
            self.log_changed(Some(id));
        } else if key.starts_with(QUARANTINE) {
            let quarantined = self.store.quarantined().len();
            self.findings.try_update(|findings| findings.quarantined = quarantined);
        }
    }

    /// The settings, tracked.
    pub fn settings(self) -> Settings {
        self.settings.get()
    }

    /// A value of the settings; tracked.
    pub fn setting<T>(self, of: impl FnOnce(&Settings) -> T) -> T {
        self.settings.with(of)
    }

    /// The settings now, where they may be gone.
    pub fn settings_now(self) -> Settings {
        self.settings.try_get_untracked().unwrap_or_default()
    }

    /// Changes settings and keeps them. The change holds even where it cannot be kept.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) -> Result<(), SaveError> {
        let (settings, saved) = self.store.change_settings(change);
        self.settings.try_set(settings);
        saved
    }

    /// What is known of the person's health; tracked.
    pub fn of_health<T>(self, of: impl FnOnce(&Health) -> T) -> T {
        self.health.with(of)
    }

    /// What stands before a session on a day; tracked.
    pub fn gate(self, today: Date) -> Gate {
        self.health.with(|health| gate(health, today))
    }

    /// Changes what is known of the person's health and keeps it. The change holds even where it cannot
    /// be kept.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn change_health(self, change: impl FnOnce(&mut Health)) -> Result<(), SaveError> {
        let known = self.health.try_get_untracked().unwrap_or_default();
        let (health, saved) = self.store.change(known, change);
        self.health.try_set(health);
        saved
    }

    /// Sessions that were running, newest first; tracked.
    pub fn running(self) -> Vec<Checkpoint> {
        self.running.get()
    }

    /// Looks anew which sessions were running.
    pub fn look_for_running(self) {
        let mut findings = Findings::default();
        let running = self.store.running(&mut findings);
        if self.running.try_with_untracked(|known| *known != running) == Some(true) {
            self.running.try_set(running);
        }
    }

    /// Keeps a checkpoint of a running session.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn keep_running(self, checkpoint: &Checkpoint) -> Result<(), SaveError> {
        self.store.put(&checkpoint.record.id, checkpoint)
    }

    /// Drops the checkpoint of a session. If it stays it is found again next time, and then the
    /// record of the same id counts.
    pub fn drop_running(self, id: &str) {
        let _ = self.store.remove::<Checkpoint>(id);
        self.running.try_update(|running| running.retain(|other| other.record.id != id));
    }

    /// Ends a session that was left, as it stands.
    ///
    /// # Errors
    /// [`SaveError`]; then it is in [`Library::unsaved`].
    pub fn end(self, left: &Checkpoint) -> Result<(), SaveError> {
        let kept = self.keep(&left.record);
        if kept.is_ok() {
            self.drop_running(&left.record.id);
        }
        kept
    }

    /// How many sessions there are; tracked.
    pub fn sessions(self) -> u32 {
        self.digest.with(|digest| digest.sessions)
    }

    /// How many sessions there are now, where they may be gone.
    pub fn sessions_now(self) -> u32 {
        self.digest.try_with_untracked(|digest| digest.sessions).unwrap_or_default()
    }

    /// What follows from the counts over all sessions; tracked.
    pub fn of_digest<T>(self, of: impl FnOnce(&Digest) -> T) -> T {
        self.digest.with(of)
    }

    /// A session, as it is kept.
    pub fn session(self, id: &str) -> Option<SessionRecord> {
        match self.store.read::<SessionRecord>(id) {
            Ok(Found::Is(record)) => Some(record),
            _ => None,
        }
    }

    /// Hands over every session at a glance, oldest first, or those at the ends. What cannot be read is set
    /// aside and told.
    pub fn read_log(self, ends: Ends, each: &mut dyn FnMut(&Glance<'_>)) {
        let mut findings = self.findings.try_get_untracked().unwrap_or_default();
        let known = self.digest.try_get_untracked().unwrap_or_default();
        if let Some(digest) = self.store.glance(&known, ends, &mut findings, each) {
            self.digest.try_set(digest);
        }
        if self.findings.try_get_untracked() != Some(findings) {
            self.findings.try_set(findings);
        }
    }

    /// Keeps a weekly check-in, and remembers when it was.
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn keep_measures(self, day: &str, measures: &Measures) -> Result<(), SaveError> {
        self.store.put(day, measures)?;
        let known = self.digest.try_get_untracked().unwrap_or_default();
        // Where it cannot be kept it is found again by its key.
        let (digest, _) = self.store.change(known, |digest: &mut Digest| {
            let last = digest.measured.take().filter(|last| last.as_str() > day);
            digest.measured = Some(last.unwrap_or_else(|| day.to_owned()));
        });
        self.digest.try_set(digest);
        Ok(())
    }

    /// How often the log changed, and which session did the last time; tracked.
    pub fn changed(self) -> (u32, Option<String>) {
        self.changed.get()
    }

    fn log_changed(self, id: Option<&str>) {
        self.changed.try_update(|(times, last)| {
            *times += 1;
            *last = id.map(str::to_owned);
        });
    }

    /// Keeps a session. Where that fails it stays in [`Library::unsaved`].
    ///
    /// # Errors
    /// [`SaveError`].
    pub fn keep(self, record: &SessionRecord) -> Result<(), SaveError> {
        let known = self.digest.try_get_untracked().unwrap_or_default();
        let saved = self.store.save_record(record, &known);
        let was_unsaved = self.unsaved.try_with_untracked(|unsaved| unsaved.iter().any(|other| other.id == record.id));
        if saved.is_err() || was_unsaved == Some(true) {
            self.unsaved.try_update(|unsaved| {
                unsaved.retain(|other| other.id != record.id);
                if saved.is_err() {
                    unsaved.push(record.clone());
                }
            });
        }
        let digest = saved?;
        self.digest.try_set(digest);
        self.log_changed(Some(&record.id));
        Ok(())
    }

    /// Whether a reload would lose a session that is only in memory; tracked.
    pub fn has_unsaved(self) -> bool {
        self.unsaved.with(Vec::len) > self.taken.get()
    }

    /// Whether there is anything the person must know of their data; tracked.
    pub fn is_in_trouble(self) -> bool {
        let found = self.findings.with(|found| found.corrupt > 0 || found.newer > 0 || found.blocked || found.journal);
        found || self.unsaved.with(|unsaved| !unsaved.is_empty())
    }

    /// The person has downloaded the sessions that could not be kept.
    pub fn unsaved_were_taken(self) {
        self.taken.try_set(self.unsaved.try_with_untracked(Vec::len).unwrap_or_default());
    }

    /// Forgets a session.
    ///
    /// # Errors
    /// [`ShelfError::Blocked`].
    pub fn forget(self, record: &SessionRecord) -> Result<(), ShelfError> {
        let known = self.digest.try_get_untracked().unwrap_or_default();
        let digest = self.store.delete_record(record, &known)?;
        self.digest.try_set(digest);
        self.log_changed(Some(&record.id));
        Ok(())
    }

    /// Forgets every session that is in storage, those of other tabs included; true if all are gone.
    pub fn forget_all(self, wall: u64) -> bool {
        let failed = self.store.delete_log();
        self.open(wall);
        failed == Ok(0)
    }

    /// Removes every document of ours, those that cannot be read included; true if all are gone.
    pub fn forget_everything(self, wall: u64) -> bool {
        let gone = self.store.delete_everything();
        self.open(wall);
        gone == Ok(())
    }

    /// Removes what could not be read; only ever on the person's word.
    pub fn discard_unreadable(self, wall: u64) {
        if self.store.discard_quarantined().is_ok() {
            self.open(wall);
        }
    }
}
