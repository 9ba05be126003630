//! Showing how something is done before it begins: to whom, for how long, and what the verbs do in it.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use rstest::rstest;
use support::{
    T0, announced, demonstrations, form, own_pace, playable, routine, run, shipped, shipped_ids, stamp, timed,
};
use unknot::content::words::spoken::Spoken;
use unknot::domain::documents::digest::Digest;
use unknot::domain::documents::settings::{Explain, Settings};
use unknot::domain::progress::known::unknown;
use unknot::domain::progress::record::SessionRecord;
use unknot::domain::session::coach::{Act, Coach};
use unknot::domain::session::cue::{CueKind, Sound};
use unknot::domain::session::demonstration::{Demonstration, Line, added_ms};
use unknot::domain::session::player::{Adjust, Effect, PauseReason, Player, State};
use unknot::domain::session::timeline::{Pace, PhaseKind, Timeline};
use unknot::domain::session::voice::length_ms;

const CODE: &str = "cat-cow.2r_bridge.2r.1h";

/// Three lines of three seconds: where to begin, and two movements.
fn lines() -> Demonstration {
    let line = |movement, words: &str| Line { movement, words: words.into(), ms: 3_000 };
    vec![line(None, "Kneel."), line(Some(0), "Belly down."), line(Some(1), "Back up.")]
}

/// Cat-cow is shown for nine seconds, then get ready 9, cat-cow 19 and 25, and a known bridge from 31.
fn shown(pace: Pace) -> Player {
    let mut player = Player::new(playable(routine(CODE)), pace);
    player.teach(0, vec![lines()]);
    player.start(T0, stamp()).unwrap();
    player
}

fn shown_at(ms: u64) -> Player {
    let mut player = shown(timed(10));
    run(&mut player, 0, ms);
    player
}

fn phase_at(player: &Player, ms: u64) -> (PhaseKind, usize, u16) {
    let phase = player.snapshot(T0 + ms).phase;
    (phase.kind, phase.item, phase.rep)
}

#[test]
fn it_comes_line_by_line_before_the_get_ready_and_the_clock_shows_all_of_it() {
    let player = shown(timed(10));
    assert_eq!(phase_at(&player, 0), (PhaseKind::Demonstration, 0, 1));
    assert_eq!(phase_at(&player, 3_000), (PhaseKind::Demonstration, 0, 2));
    assert_eq!(phase_at(&player, 8_999), (PhaseKind::Demonstration, 0, 3));
    assert_eq!(phase_at(&player, 9_000), (PhaseKind::GetReady, 0, 0));
    assert_eq!(player.snapshot(T0 + 4_000).told.as_deref(), Some("Belly down."));
    assert_eq!(player.snapshot(T0 + 4_000).phase.movement, Some(0));
    assert_eq!(player.snapshot(T0 + 4_000).phase_left_ms, 5_000);
    assert_eq!(player.snapshot(T0 + 9_000).told, None);
    // What is known begins at once.
    assert_eq!(phase_at(&player, 31_000), (PhaseKind::GetReady, 1, 0));
}

#[test]
fn each_line_is_announced_and_only_the_first_sounds() {
    let mut player = Player::new(playable(routine(CODE)), timed(10));
    player.teach(0, vec![lines()]);
    let first = player.start(T0, stamp()).unwrap();
    let effects: Vec<Effect> =
        first.into_iter().chain(run(&mut player, 0, 9_500).into_iter().map(|(_, effect)| effect)).collect();
    let kinds: Vec<CueKind> = announced(&effects).iter().map(|cue| cue.kind).collect();
    let line = |first| CueKind::Demonstration { first };
    assert_eq!(kinds, [line(true), line(false), line(false), CueKind::GetReady]);
    let begins = effects.iter().filter(|effect| matches!(effect, Effect::Sound { sound: Sound::GetReady, .. }));
    assert_eq!(begins.count(), 2, "one for the demonstration and one for the get-ready");
    let coach = Coach::default();
    let said = announced(&effects)
        .into_iter()
        .flat_map(|cue| coach.acts(&Effect::Announce(cue), &player, &Settings::default(), &Spoken));
    let buzzes = said.filter(|act| matches!(act, Act::Buzz(_))).count();
    assert_eq!(buzzes, 2, "lines do not buzz");
}

#[test]
fn it_is_not_active_time_and_nothing_done() {
    let player = shown_at(9_000);
    assert_eq!(player.snapshot(T0 + 9_000).active_ms, 0);
    let record = shown_at(19_000).record(T0 + 19_000).unwrap();
    assert_eq!((record.active_seconds, record.entries[0].seconds, record.entries[0].done), (10, 10, 0));
}

#[test]
fn skip_leaves_out_the_rest_of_it_and_not_the_exercise() {
    let mut player = shown_at(1_000);
    player.skip(T0 + 1_000).unwrap();
    assert_eq!(phase_at(&player, 1_000), (PhaseKind::GetReady, 0, 0));
    player.skip(T0 + 1_500).unwrap();
    assert_eq!(phase_at(&player, 1_500), (PhaseKind::Move, 0, 1));
    assert!(!player.record(T0 + 1_500).unwrap().entries[0].skipped);
}

#[rstest]
#[case::early_in_it(1_000, (PhaseKind::Demonstration, 0, 1))]
#[case::late_in_it(8_000, (PhaseKind::Demonstration, 0, 1))]
#[case::just_after_it(10_000, (PhaseKind::Demonstration, 0, 1))]
#[case::in_the_exercise(22_000, (PhaseKind::GetReady, 0, 0))]
#[case::just_into_the_next_exercise(32_000, (PhaseKind::GetReady, 0, 0))]
#[case::well_into_the_next_exercise(36_000, (PhaseKind::GetReady, 1, 0))]
fn back_goes_to_the_beginning_that_one_means(#[case] at: u64, #[case] to: (PhaseKind, usize, u16)) {
    let mut player = shown_at(at);
    player.back(T0 + at).unwrap();
    assert_eq!(phase_at(&player, at), to);
}

#[test]
fn after_a_pause_the_line_is_said_again_from_its_beginning() {
    let mut player = shown_at(4_500);
    player.pause(T0 + 4_500).unwrap();
    let effects = player.resume(T0 + 60_000).unwrap();
    assert_eq!(player.snapshot(T0 + 60_000).position_ms, 3_000);
    assert_eq!(announced(&effects)[0].kind, CueKind::Demonstration { first: false });
    assert_eq!(player.snapshot(T0 + 60_000).countdown_ms, 0);
}

#[test]
fn an_absence_pauses_it() {
    let mut player = shown_at(1_000);
    player.tick(T0 + 100_000);
    assert_eq!(player.state(), State::Paused(PauseReason::Away));
    assert_eq!(phase_at(&player, 100_000), (PhaseKind::Demonstration, 0, 1));
}

#[rstest]
#[case::while_it_is_shown(4_000)]
#[case::in_the_get_ready(12_000)]
fn a_form_in_its_place_is_shown_in_its_place(#[case] at: u64) {
    let mut player = shown_at(at);
    let (exercise, rung) = form("cat-cow", "seated");
    player.swap(T0 + at, exercise, rung).unwrap();
    assert_eq!(phase_at(&player, at), (PhaseKind::GetReady, 0, 0), "known");
    let effects = player.teach(T0 + at, vec![lines()]);
    assert_eq!(announced(&effects).len(), 1);
    assert_eq!(phase_at(&player, at), (PhaseKind::Demonstration, 0, 1));
    assert_eq!(player.routine().items.len(), 2);
    assert_eq!(player.record(T0 + at).unwrap().entries[0].planned, 2);
}

#[test]
fn in_mid_exercise_the_new_form_is_shown_after_what_was_done() {
    let mut player = shown_at(26_000);
    let (exercise, rung) = form("cat-cow", "seated");
    player.swap(T0 + 26_000, exercise, rung).unwrap();
    player.teach(T0 + 26_000, vec![lines(), lines()]);
    assert_eq!(phase_at(&player, 26_000), (PhaseKind::Demonstration, 1, 1));
}

#[test]
fn what_comes_later_can_still_be_explained_while_it_runs() {
    let mut player = Player::new(playable(routine(CODE)), timed(10));
    player.start(T0, stamp()).unwrap();
    run(&mut player, 0, 5_000);
    assert_eq!(player.teach(T0 + 5_000, vec![lines(), Vec::new()]), [], "nothing is cut off for nothing");
    let effects = player.teach(T0 + 5_000, vec![lines(), lines()]);
    assert_eq!(phase_at(&player, 5_000), (PhaseKind::GetReady, 0, 0), "what has begun goes on");
    assert!(announced(&effects).is_empty());
    assert_eq!(phase_at(&player, 22_000), (PhaseKind::Demonstration, 1, 1));
}

#[test]
fn longer_get_readies_and_more_repetitions_leave_it_whole() {
    let mut player = shown_at(4_000);
    player.adjust(T0 + 4_000, Adjust::GetReady(5)).unwrap();
    player.adjust(T0 + 4_000, Adjust::MoreRepetitions).unwrap();
    assert_eq!(phase_at(&player, 4_000), (PhaseKind::Demonstration, 0, 2));
    assert_eq!(player.snapshot(T0 + 4_000).position_ms, 4_000);
    assert_eq!(phase_at(&player, 23_900), (PhaseKind::GetReady, 0, 0));
    assert_eq!(phase_at(&player, 24_000), (PhaseKind::Move, 0, 1));
    assert_eq!(player.record(T0 + 4_000).unwrap().entries[0].planned, 3);
    assert!(player.adjust(T0 + 4_000, Adjust::Seconds(10)).is_err());
}

#[test]
fn at_ones_own_pace_all_of_it_is_said_once_before_the_set() {
    let mut player = Player::new(playable(routine(CODE)), own_pace());
    player.teach(0, vec![lines()]);
    let spoken = |player: &Player, effects: &[Effect]| {
        let acts =
            effects.iter().flat_map(|effect| Coach::default().acts(effect, player, &Settings::default(), &Spoken));
        let say = acts.filter_map(|act| if let Act::Say(words) = act { Some(words) } else { None });
        say.collect::<Vec<_>>()
    };
    let effects = player.start(T0, stamp()).unwrap();
    assert_eq!(spoken(&player, &effects), ["Kneel. Belly down. Back up. Press Done when you are."]);
    let effects = player.adjust(T0 + 1_000, Adjust::MoreRepetitions).unwrap();
    assert_eq!(spoken(&player, &effects), ["Cat-cow. Kneel on hands and knees. Press Done when you are."]);
    let effects = player.done(T0 + 2_000, None).unwrap();
    let bridge = spoken(&player, &effects);
    assert!(bridge[0].contains("Bridge. Lie on your back, knees bent, feet flat. Press Done"), "{bridge:?}");
}

/// A session in which these were done.
fn done(routine: &str, forms: &[(&str, &str, u16)]) -> SessionRecord {
    let mut record = support::record("01997a10-0000-7000-8000-000000000001", "2026-01-05");
    let entry = record.entries[0].clone();
    let of = |(exercise, rung, done): &(&str, &str, u16)| {
        let (exercise, rung) = ((*exercise).to_owned(), (*rung).to_owned());
        unknot::domain::progress::record::Entry { exercise, rung, done: *done, ..entry.clone() }
    };
    record.entries = forms.iter().map(of).collect();
    routine.clone_into(&mut record.routine);
    record
}

#[rstest]
#[case::nobody_knows_anything_at_first(&[], &[], Explain::AtFirst, [true, true])]
#[case::once_is_not_enough(&["bridge"], &[], Explain::AtFirst, [true, true])]
#[case::twice_is(&["bridge", "bridge"], &[], Explain::AtFirst, [true, false])]
#[case::of_that_form(&["low", "low"], &[], Explain::AtFirst, [true, true])]
#[case::not_where_none_was_done(&["none", "none"], &[], Explain::AtFirst, [true, true])]
#[case::always(&["bridge", "bridge"], &[], Explain::Always, [true, true])]
#[case::never(&[], &[], Explain::Never, [false, false])]
#[case::once_a_page_where_nothing_is_kept(&[], &["bridge"], Explain::AtFirst, [true, false])]
fn what_one_has_done_twice_is_known(
    #[case] kept: &[&str],
    #[case] unsaved: &[&str],
    #[case] explain: Explain,
    #[case] expected: [bool; 2],
) {
    let session = |what: &&str| match *what {
        "bridge" => done("custom", &[("bridge", "standard", 1)]),
        "low" => done("custom", &[("bridge", "low", 8)]),
        _ => done("custom", &[("bridge", "standard", 0)]),
    };
    let kept: Vec<SessionRecord> = kept.iter().map(session).collect();
    let unsaved: Vec<SessionRecord> = unsaved.iter().map(session).collect();
    let digest = Digest::of(kept.len(), &kept);
    assert_eq!(unknown(&routine(CODE), explain, &digest, &unsaved), expected);
}

#[test]
fn a_step_counts_with_its_sequence_and_the_same_form_is_explained_once_a_session() {
    let twice =
        [done("swedish-partner-back", &[("settle", "", 1)]), done("swedish-partner-back", &[("settle", "", 1)])];
    let digest = Digest::of(2, &twice);
    let first = |id: &str| unknown(&shipped(id), Explain::AtFirst, &digest, &[]);
    assert!(!first("swedish-partner-back")[0]);
    assert!(first("deep-tissue-forearm")[2], "its step of the same name is another");
    let again = unknown(&routine("bridge.2r_bridge.3r"), Explain::AtFirst, &Digest::default(), &[]);
    assert_eq!(again, [true, false]);
}

#[test]
fn sessions_are_counted_in_and_out() {
    let session = done("custom", &[("bridge", "standard", 2), ("bridge", "standard", 3)]);
    let mut digest = Digest::of(0, []);
    digest.exchange(None, Some(&session));
    assert_eq!(digest.times("bridge.standard"), 1);
    digest.exchange(Some(&session), Some(&session));
    assert_eq!(digest.times("bridge.standard"), 1);
    digest.exchange(Some(&session), None);
    assert_eq!(digest.forms, Some(Vec::new()));
    // Nobody knows what an older version did not count.
    let mut old = Digest { forms: None, ..Digest::default() };
    old.exchange(None, Some(&session));
    assert_eq!(old.forms, None);
}

#[rstest]
fn every_line_of_every_routine_can_be_said_and_the_start_page_tells_what_they_add(#[values(60, 95, 140)] rate: u8) {
    for id in shipped_ids() {
        let routine = shipped(id);
        let shown = demonstrations(&routine, rate);
        let known = Timeline::compile(&routine, timed(10)).total_ms();
        let mut player = Player::new(playable(routine), timed(10));
        let added = added_ms(&shown);
        for line in shown.iter().flatten() {
            assert!(length_ms(&line.words, rate) < line.ms, "{id}: {}", line.words);
            assert!(line.words.split_whitespace().count() <= 40 && !line.words.contains('{'), "{id}: {}", line.words);
        }
        player.teach(0, shown);
        assert_eq!(player.timeline().total_ms(), known + added, "{id}");
    }
}
