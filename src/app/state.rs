//! What pages share: where we are, and what is stored.

use super::host::Host;
use super::routes::Route;
use crate::content::words::messages as t;
use crate::domain::documents::settings::Settings;
use crate::domain::documents::store::{Checkpoint, Contents, Fate, SaveError, Store};
use crate::domain::progress::record::SessionRecord;
use crate::platform::offline::Offline;
use crate::platform::storage::LocalStorage;
use crate::platform::{clock, history, page};
use leptos::prelude::*;

/// The person's documents in this browser.
pub const STORE: Store<LocalStorage> = Store(LocalStorage);

/// A short message at the foot of the page, with a way to take back what it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What to say.
    pub text: String,
    /// A deleted session that can be brought back.
    pub undo: Option<SessionRecord>,
}

/// What pages share. Copied freely; each field is a signal.
#[derive(Debug, Clone, Copy)]
pub struct AppState {
    /// Path of the base: absolute in the browser, relative in prerendered pages.
    pub base: StoredValue<String>,
    /// The page we are on.
    pub route: RwSignal<Route>,
    /// The fragment of the address.
    pub fragment: RwSignal<String>,
    /// What is stored; empty until it has been read, right after the first draw.
    pub contents: RwSignal<Contents>,
    /// Whether it has been read.
    pub loaded: RwSignal<bool>,
    /// Sessions that could not be kept, for as long as the page lives.
    pub unsaved: RwSignal<Vec<SessionRecord>>,
    /// A short message at the foot of the page.
    pub notice: RwSignal<Option<Notice>>,
    /// Whether the player is to start by itself, because Start was pressed on another page.
    pub start_now: RwSignal<bool>,
    /// What is known of working offline, and of a new version.
    pub offline: RwSignal<Offline>,
    /// The page around this one, where this one is framed by another site.
    pub host: StoredValue<Option<Host>>,
    /// A session that the player is to take up.
    pub resume: RwSignal<Option<Checkpoint>>,
}

impl AppState {
    /// State for the first draw of a page: nothing stored is known yet.
    pub fn new(route: Route, base: String) -> Self {
        Self {
            base: StoredValue::new(base),
            route: RwSignal::new(route),
            fragment: RwSignal::new(String::new()),
            contents: RwSignal::new(Contents::default()),
            loaded: RwSignal::new(false),
            unsaved: RwSignal::new(Vec::new()),
            notice: RwSignal::new(None),
            start_now: RwSignal::new(false),
            offline: RwSignal::new(Offline::Unknown),
            host: StoredValue::new(None),
            resume: RwSignal::new(None),
        }
    }

    /// The address of a page.
    pub fn href(self, route: Route) -> String {
        let base = self.base.get_value();
        let path = route.path();
        if base.is_empty() && path.is_empty() { "./".to_owned() } else { format!("{base}{path}") }
    }

    /// Whether this page is made for the frames of other sites.
    pub fn is_framed(self) -> bool {
        matches!(self.route.get_untracked(), Route::Framed(..))
    }

    /// Goes to a page.
    pub fn go(self, route: Route) {
        history::push(&self.href(route));
        self.arrive();
    }

    /// Takes note of where the address bar says we are.
    pub fn arrive(self) {
        let path = self.base.try_with_value(|base| history::path(base)).unwrap_or_default();
        let route = Route::parse(&path);
        let moved = self.route.try_get_untracked() != Some(route);
        self.fragment.try_set(history::fragment());
        if moved {
            self.route.try_set(route);
            crate::platform::timers::soon(|| {
                history::scroll();
                page::focus("main");
            });
        }
    }

    /// Reads what is stored, and turns a session left behind long ago into a record.
    pub fn load(self) {
        let mut contents = STORE.load();
        if let Some(left) = contents.running.clone().filter(|left| left.fate(clock::wall()) == Fate::Expired) {
            if self.keep(&left.record) && STORE.clear_running().is_ok() {
                contents.records.insert(0, left.record);
            }
            contents.running = None;
        }
        if let Some(host) = self.host.get_value().filter(|_| contents.blocked) {
            host.tell_of_no_storage();
        }
        self.contents.try_set(contents);
        self.loaded.try_set(true);
    }

    /// Keeps a session. Where that fails it stays in memory, and the person is told.
    pub fn keep(self, record: &SessionRecord) -> bool {
        match STORE.save_record(record) {
            Ok(()) => {
                self.unsaved.try_update(|unsaved| unsaved.retain(|other| other.id != record.id));
                self.contents.try_update(|contents| {
                    contents.records.retain(|other| other.id != record.id);
                    let place = contents.records.partition_point(|other| other.id > record.id);
                    contents.records.insert(place, record.clone());
                });
                true
            }
            Err(error) => {
                self.unsaved.try_update(|unsaved| {
                    unsaved.retain(|other| other.id != record.id);
                    unsaved.push(record.clone());
                });
                self.tell(t::not_saved(error));
                false
            }
        }
    }

    /// Forgets a session; the notice can bring it back.
    pub fn forget(self, record: SessionRecord) {
        if STORE.delete_record(&record.id).is_err() {
            self.tell(t::not_saved(SaveError::Blocked));
            return;
        }
        self.contents.try_update(|contents| contents.records.retain(|other| other.id != record.id));
        self.notice.try_set(Some(Notice { text: t::SESSION_DELETED.to_owned(), undo: Some(record) }));
    }

    /// Changes settings and keeps them.
    pub fn change_settings(self, change: impl FnOnce(&mut Settings)) {
        let (settings, saved) = STORE.change_settings(change);
        self.contents.try_update(|contents| contents.settings = settings);
        if let Err(error) = saved {
            self.tell(t::settings_not_saved(error));
        }
    }

    /// The session to be offered, if one was left.
    pub fn left(self) -> Option<Checkpoint> {
        self.contents
            .with(|contents| contents.running.clone())
            .filter(|left| left.fate(clock::wall()) == Fate::Continue)
    }

    /// Says something at the foot of the page.
    pub fn tell(self, text: impl Into<String>) {
        self.notice.try_set(Some(Notice { text: text.into(), undo: None }));
    }

    /// The settings, tracked.
    pub fn settings(self) -> Settings {
        self.contents.with(|contents| contents.settings.clone())
    }
}

/// The state that the shell provides to every page.
pub fn app_state() -> AppState {
    // The shell provides it before it draws any page, on the host and in the browser alike.
    #[allow(clippy::expect_used)]
    use_context::<AppState>().expect("the shell provides the state")
}
