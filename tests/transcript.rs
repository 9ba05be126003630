//! The transcript of a session: what happens, in order, once.
#![allow(missing_docs, clippy::unwrap_used)]

mod support;

use expect_test::expect_file;
use rstest::rstest;
use support::{playable, routine, shipped, shipped_ids};
use unknot::content::words::spoken::Spoken;
use unknot::domain::documents::settings::Settings;
use unknot::domain::session::coach::Act;
use unknot::domain::session::cue::{Sound, cues_between};
use unknot::domain::session::timeline::{PhaseKind, Timeline};
use unknot::domain::session::transcript::{Happens, transcript};

#[test]
fn every_phase_and_every_sound_of_every_routine_is_in_it_once_and_on_time() {
    let settings = Settings::default();
    for id in shipped_ids() {
        let routine = shipped(id);
        let timeline = Timeline::compile(&routine, settings.pace());
        let happened = transcript(playable(routine.clone()), Vec::new(), &settings, &Spoken);
        assert!(happened.is_sorted_by_key(|(at, _)| *at), "{id}");
        let phases = happened.iter().filter_map(|(at, what)| match what {
            Happens::Phase(_, phase, _) => Some((*at, *phase)),
            _ => None,
        });
        let phases: Vec<_> = phases.collect();
        let expected: Vec<_> = timeline.phases().iter().map(|phase| (u64::from(phase.start_ms), *phase)).collect();
        assert_eq!(phases, expected, "{id}");
        let sounds = happened.iter().filter_map(|(at, what)| match what {
            Happens::Act(Act::Play { sound, .. }) => Some((*at, *sound)),
            _ => None,
        });
        let sounds: Vec<_> = sounds.collect();
        let cues = cues_between(&timeline, &routine.items, 0, timeline.total_ms() + 1);
        let expected: Vec<_> = cues.iter().filter_map(|cue| Some((u64::from(cue.at_ms), cue.kind.sound()?))).collect();
        assert_eq!(sounds, expected, "{id}");
    }
}

#[rstest]
#[case::timed(false, 0)]
#[case::at_ones_own_pace(true, 2)]
fn done_is_pressed_once_a_set_at_ones_own_pace(#[case] self_paced: bool, #[case] presses: usize) {
    let settings = Settings { self_paced: Some(self_paced), ..Settings::default() };
    let happened = transcript(playable(routine("bridge.4r_bird-dog.6r")), Vec::new(), &settings, &Spoken);
    assert_eq!(happened.iter().filter(|(_, what)| *what == Happens::Done).count(), presses);
    let (_, last) = happened.iter().rfind(|(_, what)| matches!(what, Happens::Phase(..))).unwrap();
    assert!(matches!(last, Happens::Phase(_, phase, _) if phase.kind == PhaseKind::Finish));
    assert!(happened.iter().any(|(_, what)| matches!(what, Happens::Act(Act::Play { sound: Sound::Finish, .. }))));
}

/// What every routine says, shows and sounds, the first time and later: read these files when they
/// change. `UPDATE_EXPECT=1` writes them anew.
#[rstest]
#[case::the_first_time(true, "first")]
#[case::the_tenth_time(false, "tenth")]
fn nothing_is_said_but_what_was_read_and_found_good(#[case] first_time: bool, #[case] folder: &str) {
    for id in shipped_ids() {
        let text = unknot::site::transcript::text(id, 95, false, first_time).unwrap();
        let file = format!("{}/tests/fixtures/transcripts/{folder}/{id}.txt", env!("CARGO_MANIFEST_DIR"));
        expect_file![file].assert_eq(&text);
    }
}
