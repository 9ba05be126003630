//! The documents as signals: who is woken by what, and what other tabs do.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

#[path = "support/shelf.rs"]
mod shelf;

use leptos::prelude::*;
use shelf::{IDS, MapShelf, NOW, RUNNING, RUNNING_ID, checkpoint, log as key};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use support::record;
use unknot::app::library::Library;
use unknot::app::library::log::Log;
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::kind::{Document, LOG};
use unknot::domain::documents::running::Checkpoint;
use unknot::domain::documents::settings::Theme;
use unknot::domain::documents::shelf::{SaveError, Shelf};
use unknot::domain::documents::store::Store;
use unknot::domain::progress::history::id_of;
use unknot::domain::progress::record::SessionRecord;

/// A library on a shelf of its own, opened. The shelf lives as long as the program.
fn library() -> (Library<&'static MapShelf>, &'static MapShelf) {
    let shelf: &'static MapShelf = Box::leak(Box::default());
    let library = Library::new(shelf);
    library.open(NOW);
    (library, shelf)
}

/// Runs a test where signals can live.
fn here<T>(test: impl FnOnce() -> T) -> T {
    Owner::new().with(test)
}

fn session(id: &str) -> SessionRecord {
    record(id, "2026-01-05")
}

/// How often what is read here was worked out; reading it works it out where something woke it.
fn counted<T: Clone + PartialEq + Send + Sync + 'static>(
    read: impl Fn() -> T + Send + Sync + 'static,
) -> (Memo<T>, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = count.clone();
    let memo = Memo::new(move |_| {
        counter.fetch_add(1, Ordering::Relaxed);
        read()
    });
    memo.get_untracked();
    (memo, count)
}

#[test]
fn a_change_of_settings_wakes_no_reader_of_sessions_and_the_other_way_round() {
    here(|| {
        let (library, _) = library();
        let log = Log::default();
        let _ = ids(log, library);
        let (sessions, woken_for_sessions) = counted(move || library.sessions());
        let (theme, woken_for_settings) = counted(move || library.settings().theme());
        library.change_settings(|settings| settings.theme = Some(Theme::Dark)).unwrap();
        assert_eq!((sessions.get_untracked(), theme.get_untracked()), (0, Theme::Dark));
        library.keep(&session(IDS[0])).unwrap();
        assert_eq!((sessions.get_untracked(), theme.get_untracked()), (1, Theme::Dark));
        let woken = |count: &AtomicUsize| count.load(Ordering::Relaxed);
        assert_eq!((woken(&woken_for_sessions), woken(&woken_for_settings)), (2, 2));
    });
}

/// The ids of the sessions that a page sees, once it has looked what changed.
fn ids<S: Shelf + Copy + 'static>(log: Log, library: Library<S>) -> Vec<String> {
    log.keep_up(library);
    log.with(|log| log.sessions().iter().map(id_of).collect())
}

#[test]
fn opening_reads_no_session() {
    here(|| {
        let (library, shelf) = library();
        for id in IDS {
            library.keep(&session(id)).unwrap();
        }
        shelf.put(&key(IDS[0]), "garbage");
        let another = Library::new(shelf);
        another.open(NOW);
        assert_eq!((another.of_digest(|digest| digest.finished), another.findings.get_untracked().corrupt), (4, 0));
        let log = Log::default();
        assert_eq!((ids(log, another).len(), another.findings.get_untracked().corrupt), (3, 1));
        assert_eq!(another.of_digest(|digest| digest.finished), 3, "what cannot be read counts no more");
    });
}

#[test]
fn what_another_tab_writes_refreshes_that_kind_alone() {
    here(|| {
        let (library, shelf) = library();
        let log = Log::default();
        let _ = ids(log, library);
        let other = Store(shelf);
        let (_, settings_read) = counted(move || library.settings());
        other.save_record(&session(IDS[1]), &Digest::default()).unwrap();
        library.changed_elsewhere(Some(&key(IDS[1])), NOW);
        library.changed_elsewhere(Some("unknot/digest"), NOW);
        assert_eq!((ids(log, library), library.of_digest(|digest| digest.finished)), (vec![IDS[1].to_owned()], 1));
        other.save_record(&session(IDS[0]), &Digest::default()).unwrap();
        library.changed_elsewhere(Some(&key(IDS[0])), NOW);
        assert_eq!(ids(log, library), [IDS[0], IDS[1]], "oldest first");
        assert_eq!(library.session(IDS[1]), Some(session(IDS[1])));
        other.0.put(&key(IDS[1]), "garbage");
        library.changed_elsewhere(Some(&key(IDS[1])), NOW);
        assert_eq!(ids(log, library).len(), 1);
        assert_eq!(settings_read.load(Ordering::Relaxed), 1);

        other.change_settings(|settings| settings.flash = Some(true)).1.unwrap();
        library.changed_elsewhere(Some("unknot/settings"), NOW);
        assert!(library.settings().flash());
        other.put(RUNNING_ID, &checkpoint()).unwrap();
        library.changed_elsewhere(Some(RUNNING), NOW);
        assert_eq!(library.running(), [checkpoint()]);
        library.changed_elsewhere(Some("somebody/else"), NOW);
    });
}

#[test]
fn a_storage_that_another_tab_cleared_is_empty_here_too() {
    here(|| {
        let (library, shelf) = library();
        library.keep(&session(IDS[0])).unwrap();
        let log = Log::default();
        let _ = ids(log, library);
        shelf.clear();
        library.changed_elsewhere(None, NOW);
        assert_eq!((ids(log, library).len(), library.sessions()), (0, 0));
    });
}

#[test]
fn deleting_all_deletes_what_is_in_storage() {
    here(|| {
        let (library, shelf) = library();
        library.keep(&session(IDS[0])).unwrap();
        let log = Log::default();
        let _ = ids(log, library);
        // Another tab saves, and a newer version did.
        Store(shelf).save_record(&session(IDS[1]), &Digest::default()).unwrap();
        shelf.put(&key(IDS[2]), r#"{"format":9,"data":{}}"#);
        assert!(library.forget_all(NOW));
        assert_eq!((ids(log, library).len(), library.sessions()), (0, 0));
        assert!(shelf.all().keys().all(|key| !key.starts_with("unknot/log/")), "{:?}", shelf.all());
    });
}

#[test]
fn deleting_all_says_so_where_it_cannot() {
    here(|| {
        let (library, shelf) = library();
        library.keep(&session(IDS[0])).unwrap();
        shelf.blocked.set(true);
        assert!(!library.forget_all(NOW));
    });
}

#[test]
fn a_deleted_session_can_be_brought_back_and_where_it_cannot_that_is_an_error() {
    here(|| {
        let (library, shelf) = library();
        library.keep(&session(IDS[0])).unwrap();
        let log = Log::default();
        let _ = ids(log, library);
        library.forget(&session(IDS[0])).unwrap();
        assert_eq!((ids(log, library).len(), library.sessions()), (0, 0));
        shelf.full.set(true);
        assert_eq!(library.keep(&session(IDS[0])), Err(SaveError::Full));
        shelf.full.set(false);
        library.keep(&session(IDS[0])).unwrap();
        assert_eq!((ids(log, library).len(), library.sessions()), (1, 1));
        assert!(!library.has_unsaved());
    });
}

#[test]
fn a_session_that_cannot_be_kept_is_unsaved_until_it_is_or_was_taken() {
    here(|| {
        let (library, shelf) = library();
        shelf.full.set(true);
        assert!(library.keep(&session(IDS[0])).is_err());
        assert!(library.has_unsaved());
        library.unsaved_were_taken();
        assert!(!library.has_unsaved(), "a reload loses nothing that the person does not have");
        assert!(library.keep(&session(IDS[1])).is_err());
        assert!(library.has_unsaved(), "this one was not taken");
        shelf.full.set(false);
        library.keep(&session(IDS[0])).unwrap();
        library.keep(&session(IDS[1])).unwrap();
        assert!(library.unsaved.get_untracked().is_empty() && !library.has_unsaved());
    });
}

#[test]
fn ending_the_newest_session_that_was_left_brings_up_the_other() {
    here(|| {
        let (library, shelf) = library();
        let older = Checkpoint { record: session(IDS[0]), ..checkpoint() };
        library.keep_running(&older).unwrap();
        library.keep_running(&checkpoint()).unwrap();
        library.look_for_running();
        let both = library.running();
        assert_eq!(both, [checkpoint(), older.clone()]);
        library.end(&both[0]).unwrap();
        assert_eq!(library.running(), [older]);
        assert!(shelf.text(&key(RUNNING_ID)).is_some() && shelf.text(RUNNING).is_none());
        shelf.full.set(true);
        assert!(library.end(&library.running()[0]).is_err());
        assert_eq!(library.running().len(), 1, "what cannot be kept stays as it is");
    });
}

#[test]
fn settings_hold_for_this_visit_where_they_cannot_be_kept() {
    here(|| {
        let (library, shelf) = library();
        shelf.blocked.set(true);
        assert_eq!(library.change_settings(|all| all.sound = Some(false)), Err(SaveError::Blocked));
        assert!(!library.settings().sound());
    });
}

/// So many sessions, so many a day, whose ids say their order.
fn many(shelf: &MapShelf, count: i32, a_day: i32) {
    let day = unknot::domain::progress::record::parse_date("2020-01-01").unwrap().to_julian_day();
    for number in 0..count {
        let date = unknot::domain::progress::record::written_date(day + number / a_day);
        let id = format!("01997a10-0000-7000-8000-{number:012}");
        let data = SessionRecord { started_at: format!("{date}T07:30:00+01:00"), ..record(&id, &date) };
        shelf.put(&key(&id), &unknot::domain::documents::envelope::seal(&LOG, &data.data()));
    }
}

#[test]
fn of_thousands_only_the_ends_are_read_until_all_are_asked_for() {
    here(|| {
        let (library, shelf) = library();
        many(shelf, 1_500, 1);
        library.open(NOW);
        let log = Log::default();
        let shown = ids(log, library);
        assert_eq!((shown.len(), library.sessions()), (960, 1_500));
        assert!(
            shown[0].ends_with("00000") && shown[59].ends_with("00059") && shown[60].ends_with("00600"),
            "the ends"
        );
        // What is new comes on top, and nothing else is read.
        library.keep(&session("01997a99-0000-7000-8000-000000000001")).unwrap();
        assert_eq!(ids(log, library).len(), 961);
        log.read_all(library);
        assert_eq!(ids(log, library).len(), 1_501);
        library.open(NOW);
        assert_eq!(ids(log, library).len(), 1_501, "and stays so");
    });
}

#[test]
fn where_the_ends_do_not_tell_enough_all_is_read() {
    here(|| {
        let (library, shelf) = library();
        // Three a day: the last 900 are no two years.
        many(shelf, 1_500, 3);
        library.open(NOW);
        assert_eq!(ids(Log::default(), library).len(), 1_500);
    });
}
