//! A shelf in memory that can be full or blocked, and the documents to put on it.
#![allow(dead_code)]

use super::record;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::running::Checkpoint;
use unknot::domain::documents::settings::{Counting, Explain, Model, Settings, SpokenBy, Theme};
use unknot::domain::documents::shelf::{Shelf, ShelfError};
use unknot::domain::documents::store::{Found, Store};
use unknot::domain::progress::record::SessionRecord;

pub const SETTINGS: &str = "unknot/settings";
pub const RUNNING: &str = "unknot/running/01997a14-0000-7000-8000-000000000001";
/// Where the one running session was kept up to 24 November 2026.
pub const ONE_RUNNING: &str = "unknot/running";
pub const ROUTINES: &str = "unknot/routines/01997a15-0000-7000-8000-000000000001";
pub const MEASURES: &str = "unknot/measures/2026-01-05";
pub const DIGEST: &str = "unknot/digest";

/// Something that is so or not.
#[derive(Debug, Default)]
pub struct Flag(AtomicBool);

impl Flag {
    pub fn set(&self, on: bool) {
        self.0.store(on, Ordering::Relaxed);
    }

    pub fn get(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Texts under keys. A `&MapShelf` is a [`Shelf`], so that two stores can share one, as two tabs do.
#[derive(Debug, Default)]
pub struct MapShelf {
    texts: Mutex<BTreeMap<String, String>>,
    /// Nothing more can be put on it.
    pub full: Flag,
    /// Nothing can be done with it.
    pub blocked: Flag,
    /// How often its keys were listed.
    pub listed: AtomicUsize,
}

impl MapShelf {
    pub fn put(&self, key: &str, text: &str) {
        self.texts.lock().unwrap().insert(key.to_owned(), text.to_owned());
    }

    pub fn text(&self, key: &str) -> Option<String> {
        self.texts.lock().unwrap().get(key).cloned()
    }

    pub fn clear(&self) {
        self.texts.lock().unwrap().clear();
    }

    pub fn all(&self) -> BTreeMap<String, String> {
        self.texts.lock().unwrap().clone()
    }

    /// Whether this very text is somewhere on the shelf.
    pub fn holds(&self, text: &str) -> bool {
        self.texts.lock().unwrap().values().any(|held| held == text)
    }

    fn open(&self) -> Result<(), ShelfError> {
        if self.blocked.get() { Err(ShelfError::Blocked) } else { Ok(()) }
    }
}

impl Shelf for &MapShelf {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.open()?;
        self.listed.fetch_add(1, Ordering::Relaxed);
        Ok(self.texts.lock().unwrap().keys().cloned().collect())
    }

    fn count(&self) -> Result<usize, ShelfError> {
        self.open()?;
        Ok(self.texts.lock().unwrap().len())
    }

    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.open()?;
        Ok(self.text(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.open()?;
        if self.full.get() {
            return Err(ShelfError::Full);
        }
        self.put(key, text);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.open()?;
        self.texts.lock().unwrap().remove(key);
        Ok(())
    }
}

/// The key of the session with this id.
pub fn log(id: &str) -> String {
    format!("unknot/log/{id}")
}

/// The id of the session that was running.
pub const RUNNING_ID: &str = "01997a14-0000-7000-8000-000000000001";
/// The time of the checkpoint's heartbeat.
pub const NOW: u64 = 1_767_600_000_000;

/// Ids of four sessions, oldest first.
pub const IDS: [&str; 4] = [
    "01997a10-0000-7000-8000-000000000001",
    "01997a11-0000-7000-8000-000000000001",
    "01997a12-0000-7000-8000-000000000001",
    "01997a13-0000-7000-8000-000000000001",
];

pub fn settings() -> Settings {
    Settings {
        sound: Some(false),
        get_ready: Some(5),
        theme: Some(Theme::Dark),
        self_paced: Some(true),
        spoken_by: Some(SpokenBy::Neither),
        shortcuts: Some(false),
        volume: Some(40),
        voice: Some("A voice".to_owned()),
        rate: Some(90),
        network_voice: Some(true),
        breath_words: Some(false),
        counting: Some(Counting::EverySecond),
        explain: Some(Explain::Always),
        phone_down: Some(false),
        model: Some(Model::Second),
        vibration: Some(false),
        flash: Some(true),
        install_offered: Some(true),
        superman: Some(true),
        check_in: Some(false),
        check_in_put_off: Some("2026-11-20".to_owned()),
        emergency_number: Some("112 \"or\" 999".to_owned()),
    }
}

pub fn checkpoint() -> Checkpoint {
    Checkpoint {
        record: record(RUNNING_ID, "2026-01-05"),
        get_ready: 10,
        self_paced: false,
        item: 1,
        set: 2,
        rep: 3,
        second_side: true,
        heartbeat: NOW,
        released: false,
        locked: None,
    }
}

/// All that is on a shelf.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    pub records: Vec<SessionRecord>,
    pub settings: Settings,
    pub running: Vec<Checkpoint>,
    pub corrupt: usize,
    pub newer: usize,
    pub quarantined: usize,
    pub blocked: bool,
}

/// Opens a store and reads its log, at the time of the checkpoint's heartbeat.
pub fn load<S: Shelf>(store: &Store<S>) -> Contents {
    let opened = store.open(NOW);
    let mut findings = opened.findings;
    let before = findings.newer;
    let mut records = Vec::new();
    store.log(&mut findings, &mut |record| records.insert(0, record.clone()));
    // What is newer stays where it is, and is found again where the log was read to count it.
    let again = findings.newer - before;
    let counted = store.read::<Digest>("") == Ok(Found::Is(opened.digest)) && again > 0;
    Contents {
        records,
        settings: opened.settings,
        running: opened.running,
        corrupt: findings.corrupt,
        newer: if counted { before } else { findings.newer },
        quarantined: findings.quarantined,
        blocked: findings.blocked,
    }
}
