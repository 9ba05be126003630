//! What the voice says, and what it leaves out because it is still speaking.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use support::{any_plan, cases, routine, stamp, timed};
use unknot::content::words::spoken::{Spoken, words};
use unknot::domain::session::coach::aloud;
use unknot::domain::session::cue::{Cue, CueKind, cues_between};
use unknot::domain::session::player::{Effect, Player};
use unknot::domain::session::timeline::Timeline;
use unknot::domain::session::voice::{Voice, length_ms};

const LONG: &str = "Brace, squeeze buttocks, lift: shoulders, hips and knees in line.";
const BREATH: CueKind = CueKind::Change { breathe: true };
const HOLD: CueKind = CueKind::Hold { told: true };

#[test]
fn a_text_takes_longer_at_a_slower_rate() {
    assert_eq!(length_ms("0123456789", 100), 650);
    assert_eq!(length_ms("0123456789", 50), 1_300);
    assert_eq!(length_ms("", 100), 0);
}

#[rstest]
#[case::hold(HOLD, false)]
#[case::breath(BREATH, false)]
#[case::movement(CueKind::Movement, true)]
#[case::side(CueKind::Side, true)]
#[case::last_one(CueKind::LastOne, true)]
#[case::switch(CueKind::SwitchSides, true)]
#[case::rest(CueKind::Rest, true)]
#[case::next_exercise(CueKind::GetReady, true)]
#[case::finish(CueKind::Finish, true)]
fn only_what_tells_something_new_cuts_an_explanation_off(#[case] kind: CueKind, #[case] begins: bool) {
    let mut voice = Voice::default();
    assert!(voice.begins(1_000, CueKind::Movement, LONG, 100));
    assert_eq!(voice.begins(3_000, kind, "Hold.", 100), begins);
}

#[test]
fn hold_is_said_once_the_voice_is_free_or_was_silenced() {
    let mut voice = Voice::default();
    let end = 1_000 + u64::from(length_ms(LONG, 100));
    voice.begins(1_000, CueKind::Movement, LONG, 100);
    assert!(!voice.begins(end - 400, HOLD, "Hold.", 100));
    assert!(voice.begins(end, HOLD, "Hold.", 100));
    voice.begins(20_000, CueKind::Movement, LONG, 100);
    voice.hush();
    assert!(voice.begins(20_100, HOLD, "Hold.", 100));
}

fn first_words(code: &str, get_ready: u16, rate: u8) -> String {
    let routine = routine(code);
    let timeline = Timeline::compile(&routine, timed(get_ready));
    let cue = Cue { at_ms: 0, kind: CueKind::GetReady, phase: 0 };
    aloud(&Spoken, &cue, &timeline, &routine.items, rate).unwrap()
}

#[test]
fn get_ready_tells_the_first_movement_where_there_is_time() {
    let told = "Bridge. Lie on your back, knees bent, feet flat. Then: Brace, squeeze buttocks, lift: shoulders, hips and knees in line.";
    assert_eq!(first_words("bridge.8r.1h", 10, 100), told);
    let short = "Bridge. Lie on your back, knees bent, feet flat.";
    assert_eq!(first_words("bridge.8r.1h", 5, 100), short, "no time for more");
    assert_eq!(first_words("bridge.8r.1h", 10, 60), short, "a slow voice needs longer");
    assert!(first_words("bird-dog.2r.3h", 15, 100).ends_with("Then: Right arm, left leg: reach long."));
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn what_is_read_out_never_outlasts_a_get_ready_by_the_first_movement(plan in any_plan(), get_ready in 1..=30_u16, rate in 60..=140_u8) {
        let routine = plan.routine();
        let timeline = Timeline::compile(&routine, timed(get_ready));
        for cue in cues_between(&timeline, &routine.items, 0, timeline.total_ms() + 1) {
            let announced = words(&cue, &timeline, &routine.items);
            let said = aloud(&Spoken, &cue, &timeline, &routine.items, rate);
            prop_assert_eq!(announced.is_some(), said.is_some());
            let (Some(announced), Some(said)) = (announced, said) else { continue };
            prop_assert!(said.starts_with(&announced));
            if said != announced {
                prop_assert_eq!(cue.kind, CueKind::GetReady);
                prop_assert!(length_ms(&said, rate) < timeline.phase(cue.phase).duration_ms);
            }
        }
    }

    /// A browser that looks every tenth of a second hears each cue within that tenth, in order, and
    /// none that a later one has overtaken.
    #[test]
    fn no_word_comes_late(plan in any_plan(), get_ready in 0..=30_u16, pauses in prop::collection::vec(100..60_000_u32, 0..4)) {
        let routine = plan.routine();
        let mut player = Player::new(routine, timed(get_ready));
        let mut now = 1_000;
        let mut effects = player.start(now, stamp()).unwrap();
        let mut last = None;
        let mut pauses: Vec<u32> = pauses;
        pauses.sort_unstable();
        while !player.state().is_over() {
            let position = player.snapshot(now).position_ms;
            for effect in &effects {
                let Effect::Announce(cue) = effect else { continue };
                prop_assert!(position - cue.at_ms < 100, "{:?} at {}", cue, position);
                prop_assert!(last.is_none_or(|last| last < cue.at_ms), "{:?} after {:?}", cue, last);
                last = Some(cue.at_ms);
            }
            now += 100;
            if pauses.first().is_some_and(|at| *at <= position) {
                pauses.remove(0);
                effects = player.pause(now).unwrap_or_default();
                now += 5_000;
                if !player.state().is_over() {
                    effects.extend(player.resume(now).unwrap());
                }
            } else {
                effects = player.tick(now);
            }
        }
    }
}
