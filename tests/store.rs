//! The person's documents: written, read, migrated, set aside, never lost.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

#[path = "store/damage.rs"]
mod damage;
#[path = "store/documents.rs"]
mod documents;
#[path = "store/kinds.rs"]
mod kinds;
#[path = "support/shelf.rs"]
mod shelf;
#[path = "store/short.rs"]
mod short;

use rstest::rstest;
use shelf::{
    Contents, DIGEST, IDS, MEASURES, MapShelf, ROUTINES, RUNNING, RUNNING_ID, SETTINGS, checkpoint, load, log, settings,
};
use support::record;
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::running::{Checkpoint, Fate, Holder};
use unknot::domain::documents::settings::{Settings, SpokenBy, Theme};
use unknot::domain::documents::shelf::{SaveError, ShelfError};
use unknot::domain::documents::store::{Findings, Store};
use unknot::domain::progress::record::SessionRecord;

/// The sessions that were running.
fn running(store: &Store<&MapShelf>) -> Vec<Checkpoint> {
    store.running(&mut Findings::default())
}

const NEWER: &str = r#"{"format":9,"data":{"shape":"of tomorrow"}}"#;

fn four() -> Vec<SessionRecord> {
    IDS.iter().map(|id| record(id, "2026-01-05")).collect()
}

#[test]
fn an_empty_shelf_has_nothing_and_that_is_no_trouble() {
    let shelf = MapShelf::default();
    assert_eq!(load(&Store(&shelf)), Contents::default());
    assert_eq!(running(&Store(&shelf)), []);
    assert!(Store(&shelf).remove::<Checkpoint>(RUNNING_ID).is_ok());
}

#[test]
fn what_was_saved_is_loaded_newest_session_first() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    for record in four() {
        store.save_record(&record, &Digest::default()).unwrap();
    }
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    assert_eq!(store.change_settings(|all| *all = settings()), (settings(), Ok(())));
    let contents = load(&Store(&shelf));
    let newest_first: Vec<SessionRecord> = four().into_iter().rev().collect();
    let expected =
        Contents { records: newest_first, settings: settings(), running: vec![checkpoint()], ..Contents::default() };
    assert_eq!(contents, expected);
}

#[test]
fn a_session_is_one_key_and_saving_it_again_rewrites_only_that_and_the_counts() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    for record in four() {
        store.save_record(&record, &Digest::default()).unwrap();
    }
    let before = shelf.all();
    let with_pain = SessionRecord { pain_after: Some(2), ..record(IDS[1], "2026-01-05") };
    store.save_record(&with_pain, &Digest::default()).unwrap();
    let after = shelf.all();
    let changed: Vec<&str> =
        after.iter().filter(|(key, text)| before.get(*key) != Some(*text)).map(|(key, _)| key.as_str()).collect();
    assert_eq!(changed, [DIGEST, &log(IDS[1])]);
    assert_eq!(after.len(), before.len());
    assert_eq!(load(&store).records[2], with_pain);
}

#[test]
fn a_deleted_session_is_gone_and_the_others_stay() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    for record in four() {
        store.save_record(&record, &Digest::default()).unwrap();
    }
    store.delete_record(&record(IDS[2], "2026-01-05"), &Digest::default()).unwrap();
    let ids: Vec<String> = load(&store).records.into_iter().map(|record| record.id).collect();
    assert_eq!(ids, [IDS[3], IDS[1], IDS[0]]);
}

#[test]
fn two_tabs_that_change_different_settings_keep_both() {
    let shelf = MapShelf::default();
    let (one, other) = (Store(&shelf), Store(&shelf));
    let loaded_in_one = load(&one).settings;
    assert_eq!(loaded_in_one, Settings::default());
    other.change_settings(|settings| settings.theme = Some(Theme::Dark)).1.unwrap();
    let (seen, saved) = one.change_settings(|settings| settings.sound = Some(false));
    saved.unwrap();
    other.change_settings(|settings| settings.get_ready = Some(3)).1.unwrap();
    let expected = Settings { theme: Some(Theme::Dark), sound: Some(false), get_ready: Some(3), ..Settings::default() };
    assert_eq!(Settings { get_ready: Some(3), ..seen }, expected);
    assert_eq!(load(&one).settings, expected);
}

#[test]
fn two_tabs_that_save_a_session_at_once_keep_both() {
    let shelf = MapShelf::default();
    let (one, other) = (Store(&shelf), Store(&shelf));
    one.save_record(&record(IDS[0], "2026-01-05"), &Digest::default()).unwrap();
    other.save_record(&record(IDS[1], "2026-01-05"), &Digest::default()).unwrap();
    assert_eq!(load(&one).records.len(), 2);
}

#[test]
fn settings_have_defaults_and_a_get_ready_within_its_range() {
    let none = Settings::default();
    assert_eq!((none.sound(), none.shortcuts()), (true, true));
    assert_eq!((none.theme(), none.spoken_by()), (Theme::Auto, SpokenBy::Voice));
    assert_eq!((none.pace().get_ready, none.pace().self_paced), (10, false));
    let far = Settings { get_ready: Some(u16::MAX), self_paced: Some(true), ..Settings::default() };
    assert_eq!((far.pace().get_ready, far.pace().self_paced), (30, true));
}

#[test]
fn a_full_shelf_keeps_what_it_has_and_says_so() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    store.save_record(&record(IDS[0], "2026-01-05"), &Digest::default()).unwrap();
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    store.change_settings(|all| *all = settings()).1.unwrap();
    let before = shelf.all();
    shelf.full.set(true);
    assert_eq!(store.save_record(&record(IDS[1], "2026-01-05"), &Digest::default()), Err(SaveError::Full));
    assert_eq!(store.put(RUNNING_ID, &checkpoint()), Err(SaveError::Full));
    let (changed, saved) = store.change_settings(|all| all.sound = Some(true));
    assert_eq!((changed.sound, saved), (Some(true), Err(SaveError::Full)), "the change holds for this visit");
    assert_eq!(shelf.all(), before);
    assert_eq!(load(&store).records.len(), 1);
}

#[test]
fn a_blocked_shelf_is_told_and_everything_runs_on_defaults() {
    let shelf = MapShelf::default();
    Store(&shelf).save_record(&record(IDS[0], "2026-01-05"), &Digest::default()).unwrap();
    shelf.blocked.set(true);
    let store = Store(&shelf);
    assert_eq!(load(&store), Contents { blocked: true, ..Contents::default() });
    assert_eq!(running(&store), []);
    assert_eq!(store.save_record(&record(IDS[1], "2026-01-05"), &Digest::default()), Err(SaveError::Blocked));
    assert_eq!(store.put(RUNNING_ID, &checkpoint()), Err(SaveError::Blocked));
    assert_eq!(store.delete_record(&record(IDS[0], "2026-01-05"), &Digest::default()), Err(ShelfError::Blocked));
    assert_eq!(store.remove::<Checkpoint>(RUNNING_ID), Err(ShelfError::Blocked));
    let (changed, saved) = store.change_settings(|all| all.sound = Some(false));
    assert_eq!((changed.sound, saved), (Some(false), Err(SaveError::Blocked)));
    assert!(store.quarantined().is_empty());
    shelf.blocked.set(false);
    assert_eq!(load(&store).records.len(), 1);
}

#[test]
fn what_a_newer_version_wrote_is_never_touched() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    let keys = [log(IDS[0]), SETTINGS.to_owned(), RUNNING.to_owned(), ROUTINES.to_owned(), MEASURES.to_owned()];
    for key in &keys {
        shelf.put(key, NEWER);
    }
    let before = shelf.all();
    let contents = load(&store);
    assert_eq!(contents, Contents { newer: 5, ..Contents::default() });
    assert_eq!(store.save_record(&record(IDS[0], "2026-01-05"), &Digest::default()), Err(SaveError::Newer));
    assert_eq!(store.put(RUNNING_ID, &checkpoint()), Err(SaveError::Newer));
    let (changed, saved) = store.change_settings(|all| all.sound = Some(false));
    assert_eq!((changed.sound, saved), (Some(false), Err(SaveError::Newer)));
    assert_eq!(running(&store), []);
    assert!(store.remove::<Checkpoint>(RUNNING_ID).is_ok());
    let mut after = shelf.all();
    after.remove(DIGEST);
    assert_eq!(after, before);
    store.save_record(&record(IDS[1], "2026-01-05"), &Digest::default()).unwrap();
    assert_eq!(load(&store).records.len(), 1, "other sessions are saved as ever");
}

#[test]
fn a_checkpoint_is_dropped_on_request() {
    let shelf = MapShelf::default();
    let store = Store(&shelf);
    store.put(RUNNING_ID, &checkpoint()).unwrap();
    assert_eq!(running(&store), [checkpoint()]);
    store.remove::<Checkpoint>(RUNNING_ID).unwrap();
    assert_eq!(running(&store), []);
    assert!(shelf.all().is_empty());
}

const SECOND: u64 = 1_000;
const HOUR: u64 = 3_600 * SECOND;

// Silence since the last heartbeat, whether its page said good-bye, what becomes of it.
#[rstest]
#[case::alive(0, false, Fate::RunningElsewhere)]
#[case::ten_seconds(10 * SECOND, false, Fate::RunningElsewhere)]
#[case::a_little_longer(10 * SECOND + 1, false, Fate::Continue)]
#[case::page_closed(0, true, Fate::Continue)]
#[case::page_closed_a_while_ago(HOUR, true, Fate::Continue)]
#[case::four_hours(4 * HOUR, false, Fate::Continue)]
#[case::longer_than_four_hours(4 * HOUR + 1, false, Fate::Expired)]
#[case::closed_longer_than_four_hours_ago(4 * HOUR + 1, true, Fate::Expired)]
fn a_checkpoint_is_offered_left_alone_or_too_old(#[case] silent: u64, #[case] released: bool, #[case] fate: Fate) {
    let mut checkpoint = checkpoint();
    checkpoint.released = released;
    assert_eq!(checkpoint.fate(checkpoint.heartbeat + silent, 0, Holder::Unknown), fate);
}

#[test]
fn a_checkpoint_knows_its_place_and_pace() {
    let checkpoint = checkpoint();
    let place = checkpoint.place();
    assert_eq!((place.item, place.set, place.rep, place.second_side), (1, 2, 3, true));
    assert_eq!((checkpoint.pace().get_ready, checkpoint.pace().self_paced), (10, false));
}
