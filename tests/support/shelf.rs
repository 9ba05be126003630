//! A shelf in memory that can be full or blocked, and the documents to put on it.

use super::record;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use unknot::domain::documents::settings::{Settings, SpokenBy, Theme};
use unknot::domain::documents::store::{Checkpoint, Shelf, ShelfError};

pub const SETTINGS: &str = "unknot/settings";
pub const RUNNING: &str = "unknot/running";
pub const ROUTINES: &str = "unknot/routines";
pub const MEASURES: &str = "unknot/measures";

/// Texts under keys. A `&MapShelf` is a [`Shelf`], so that two stores can share one, as two tabs do.
#[derive(Default)]
pub struct MapShelf {
    texts: RefCell<BTreeMap<String, String>>,
    /// Nothing more can be put on it.
    pub full: Cell<bool>,
    /// Nothing can be done with it.
    pub blocked: Cell<bool>,
}

impl MapShelf {
    pub fn put(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    pub fn text(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    pub fn all(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    /// Whether this very text is somewhere on the shelf.
    pub fn holds(&self, text: &str) -> bool {
        self.texts.borrow().values().any(|held| held == text)
    }

    fn open(&self) -> Result<(), ShelfError> {
        if self.blocked.get() { Err(ShelfError::Blocked) } else { Ok(()) }
    }
}

impl Shelf for &MapShelf {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.open()?;
        Ok(self.texts.borrow().keys().cloned().collect())
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
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

/// The key of the session with this id.
pub fn log(id: &str) -> String {
    format!("unknot/log/{id}")
}

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
        vibration: Some(false),
        flash: Some(true),
        install_offered: Some(true),
        emergency_number: Some("112 \"or\" 999".to_owned()),
    }
}

pub fn checkpoint() -> Checkpoint {
    Checkpoint {
        record: record(IDS[0], "2026-01-05"),
        get_ready: 10,
        self_paced: false,
        item: 1,
        set: 2,
        rep: 3,
        second_side: true,
        heartbeat: 1_767_600_000_000,
        released: false,
    }
}
