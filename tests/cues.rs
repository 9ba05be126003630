//! What is said, sounded and shown during a session, and when.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use support::{any_pace, any_plan, cases, own_pace, routine, shipped, shipped_ids, timed};
use unknot::content::words::spoken::{Spoken, side_name, words};
use unknot::domain::documents::settings::Settings;
use unknot::domain::routine::Routine;
use unknot::domain::session::coach::aloud;
use unknot::domain::session::cue::{Cue, CueKind, cues_between};
use unknot::domain::session::timeline::{PhaseKind, Side, Timeline};

fn cues_of(routine: &Routine, get_ready: u16) -> (Timeline, Vec<Cue>) {
    let timeline = Timeline::compile(routine, timed(get_ready));
    let cues = cues_between(&timeline, &routine.items, 0, timeline.total_ms() + 1);
    (timeline, cues)
}

/// What is said in a routine, with its second.
fn said(code: &str) -> Vec<(u32, String)> {
    let routine = routine(code);
    let (timeline, cues) = cues_of(&routine, 10);
    let settings = Settings { rate: Some(100), ..Settings::default() };
    let line = |cue: &Cue| Some((cue.at_ms / 1000, aloud(&Spoken, cue, &timeline, &routine.items, &settings)?));
    cues.iter().filter_map(line).collect()
}

#[test]
fn bridge_says_its_movements_at_first_and_at_every_third_repetition_and_counts_the_others() {
    let first = "Bridge. Lie on your back, knees bent, feet flat. \
        When I say so: Brace, squeeze buttocks, lift: shoulders, hips and knees in line.";
    let lift = "Squeeze, lift your hips.";
    let expected = [
        (0, first),
        (10, lift),
        (12, "Hold."),
        (13, "Lower slowly."),
        (16, "Two."),
        (18, "Hold."),
        (22, "Three."),
        (24, "Hold."),
        (28, lift),
        (30, "Hold."),
        (34, "Half done."),
        (36, "Hold."),
        (40, "Six."),
        (42, "Hold."),
        (46, lift),
        (48, "Hold."),
        (52, "Last one."),
        (54, "Hold."),
        (58, "Feet down, and rest. Session complete."),
    ];
    let said = said("bridge.8r.1h");
    let said: Vec<_> = said.iter().map(|(at, text)| (*at, text.as_str())).collect();
    // Nobody is left with the hips up: the way down is told each time.
    let lower = "Lower slowly. Breathe in.";
    assert!([19, 25, 31, 37, 43, 49, 55].iter().all(|at| said.contains(&(*at, lower))), "{said:#?}");
    let others: Vec<_> = said.into_iter().filter(|(_, text)| *text != lower).collect();
    assert_eq!(others, expected);
}

#[test]
fn a_longer_hold_has_time_for_how_to_hold() {
    let said = said("bridge.8r.10h");
    let holds = said.iter().filter(|(_, text)| text == "Hold. Breathe deep and steady, ribs down.");
    // In the first, fourth, seventh and last repetition of 15 s.
    assert_eq!(holds.map(|(at, _)| *at).collect::<Vec<_>>(), [12, 57, 102, 117]);
}

#[test]
fn bird_dog_names_both_limbs_on_its_first_repetition_of_each_side() {
    let said = said("bird-dog.2r.3h");
    let at = |second: u32| said.iter().find(|(at, _)| *at == second).map(|(_, text)| text.as_str());
    assert_eq!(at(10), Some("Right arm, left leg."));
    assert_eq!(at(12), Some("Hold. Hips level, look at the floor."));
    assert_eq!(at(15), Some("Slowly bring both back."));
    assert_eq!(at(17), Some("Left arm, right leg."));
}

#[test]
fn each_later_repetition_names_the_side_that_comes() {
    let said = said("dead-bug.4r");
    let texts: Vec<&str> = said.iter().map(|(_, text)| text.as_str()).collect();
    let later = &texts[1..];
    assert_eq!(
        later,
        [
            "Right leg, left arm. Stretch out.",
            "Bring both back.",
            "Left leg, right arm. Stretch out.",
            "Bring both back.",
            "Two. Right leg, left arm.",
            "Bring both back.",
            "Left leg, right arm.",
            "Bring both back.",
            "Right leg, left arm. Half done.",
            "Bring both back.",
            "Left leg, right arm.",
            "Bring both back.",
            "Right leg, left arm. Stretch out.",
            "Bring both back.",
            "Left leg, right arm. Last one.",
            "Bring both back.",
            "Feet down, and rest. Session complete.",
        ]
    );
}

#[test]
fn a_step_says_when_to_switch_sides_and_to_which() {
    let sequence = shipped("deep-tissue-forearm");
    let (timeline, cues) = cues_of(&sequence, 10);
    let switches: Vec<&Cue> = cues.iter().filter(|cue| cue.kind == CueKind::SwitchSides).collect();
    assert_eq!(switches.len(), 1);
    assert_eq!(
        words(switches[0], &timeline, &sequence.items).as_deref(),
        Some("Ease off. Now the other side. Their left side.")
    );
}

#[test]
fn the_status_region_is_not_flooded() {
    let (_, cues) = cues_of(&routine("bridge.8r.10h"), 10);
    let announced: Vec<CueKind> = cues.iter().map(|cue| cue.kind).filter(|kind| kind.is_announced()).collect();
    let told = CueKind::Hold { told: true };
    let (movement, last) = (CueKind::Movement, CueKind::LastOne);
    assert_eq!(announced, [CueKind::GetReady, movement, told, movement, last, told, CueKind::Finish]);
}

#[test]
fn the_last_three_seconds_of_a_wait_and_of_a_long_hold_are_ticked_off() {
    let ticks = |code: &str, get_ready: u16| -> Vec<(u32, CueKind)> {
        let (_, cues) = cues_of(&routine(code), get_ready);
        let is_tick = |kind: &CueKind| matches!(kind, CueKind::CountIn(_) | CueKind::HoldEnding(_));
        cues.iter().map(|cue| (cue.at_ms, cue.kind)).filter(|(_, kind)| is_tick(kind)).collect()
    };
    let count_in = [(7_000, CueKind::CountIn(3)), (8_000, CueKind::CountIn(2)), (9_000, CueKind::CountIn(1))];
    assert_eq!(ticks("cat-cow.1r", 10), count_in);
    let ending = [(9_000, CueKind::HoldEnding(3)), (10_000, CueKind::HoldEnding(2)), (11_000, CueKind::HoldEnding(1))];
    assert_eq!(ticks("bridge.1r.10h", 0), ending);
    assert!(ticks("bridge.1r.4h", 4).is_empty(), "too short to be worth it");
}

#[rstest]
#[case::alternating("bird-dog", Some(Side::Second), "Left arm, right leg")]
#[case::no_side("bird-dog", None, "")]
#[case::no_sides("bridge", Some(Side::First), "")]
fn a_side_is_named_where_there_is_one(#[case] code: &str, #[case] side: Option<Side>, #[case] name: &str) {
    assert_eq!(side_name(&routine(code).items[0], side), name);
}

/// Whether a text tells a number or a time.
fn tells_a_length(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut all = lower.split(|c: char| !c.is_alphanumeric());
    all.any(|word| ["second", "seconds", "sec", "secs", "minute", "minutes"].contains(&word))
}

#[test]
fn all_that_is_announced_has_words_and_nothing_tells_seconds() {
    let settings = Settings::default();
    for id in shipped_ids() {
        let routine = shipped(id);
        for get_ready in [0, 3, 10] {
            let (timeline, cues) = cues_of(&routine, get_ready);
            for cue in cues {
                let announced = words(&cue, &timeline, &routine.items);
                assert_eq!(announced.is_some(), cue.kind.is_announced(), "{id}: {cue:?}");
                let said = aloud(&Spoken, &cue, &timeline, &routine.items, &settings);
                assert!(said.is_none() || cue.kind.is_spoken(), "{id}: {said:?}");
                for text in announced.into_iter().chain(said) {
                    assert!(!text.is_empty() && !text.contains("{side}"), "{id}: {text}");
                    assert!(!tells_a_length(&text), "{id}: {text}");
                    // The numbers in a massage are its pressure, 1 to 5.
                    let has_digits = text.contains(|c: char| c.is_ascii_digit());
                    assert!(routine.is_sequence() || !has_digits, "{id}: {text}");
                }
            }
        }
    }
}

#[test]
fn at_ones_own_pace_a_set_is_told_and_ends_with_done() {
    let routine = shipped("daily-six");
    let timeline = Timeline::compile(&routine, own_pace());
    let cue = Cue { at_ms: 0, kind: CueKind::SelfPaced { shown: false }, phase: 3 };
    let text = words(&cue, &timeline, &routine.items).unwrap();
    assert!(text.starts_with("Bridge. Lie on your back, knees bent, feet flat."), "{text}");
    assert!(text.contains("Done"), "{text}");
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn cues_of_a_span_are_those_of_its_parts(plan in any_plan(), pace in any_pace(), cuts in [0.0..1.05_f64, 0.0..1.05, 0.0..1.05]) {
        let routine = plan.routine();
        let timeline = Timeline::compile(&routine, pace);
        let mut at = cuts.map(|share| (f64::from(timeline.total_ms() + 1) * share) as u32);
        at.sort_unstable();
        let between = |from: u32, to: u32| cues_between(&timeline, &routine.items, from, to);
        let parts = [between(at[0], at[1]), between(at[1], at[2])].concat();
        prop_assert_eq!(parts, between(at[0], at[2]));
        prop_assert!(between(at[2], at[0]).is_empty());
    }

    #[test]
    fn every_phase_of_a_timed_routine_begins_with_exactly_one_cue(plan in any_plan(), get_ready in 0..=30_u16) {
        let (timeline, cues) = cues_of(&plan.routine(), get_ready);
        let begins: Vec<(usize, u32)> = cues
            .iter()
            .filter(|cue| timeline.phase(cue.phase).start_ms == cue.at_ms)
            .map(|cue| (cue.phase, cue.at_ms))
            .collect();
        let phases: Vec<(usize, u32)> = timeline.phases().iter().map(|phase| phase.start_ms).enumerate().collect();
        prop_assert_eq!(begins, phases);
    }

    #[test]
    fn cues_come_in_order_one_at_a_time_and_within_their_phase(plan in any_plan(), get_ready in 0..=30_u16) {
        let (timeline, cues) = cues_of(&plan.routine(), get_ready);
        prop_assert!(cues.is_sorted_by(|a, b| a.at_ms < b.at_ms));
        for cue in &cues {
            let phase = timeline.phase(cue.phase);
            let within = phase.start_ms <= cue.at_ms && cue.at_ms < phase.end_ms();
            prop_assert!(within || phase.kind == PhaseKind::Finish, "{:?} in {:?}", cue, phase);
        }
        prop_assert_eq!(cues.last().map(|cue| cue.kind), Some(CueKind::Finish));
    }
}
