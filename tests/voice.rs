//! What the voice says, and what it leaves out because there is no time for it.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod support;

use proptest::prelude::*;
use rstest::rstest;
use support::{any_plan, cases, demonstrations, playable, routine, shipped, shipped_ids, stamp, timed};
use unknot::content::words::spoken::Spoken;
use unknot::domain::documents::settings::{Counting, Settings};
use unknot::domain::routine::Routine;
use unknot::domain::session::coach::{Act, Part, Worth, aloud, fitting};
use unknot::domain::session::cue::{Cue, CueKind};
use unknot::domain::session::demonstration::Demonstration;
use unknot::domain::session::player::{Effect, Player};
use unknot::domain::session::timeline::{PhaseKind, Timeline};
use unknot::domain::session::transcript::{Happens, transcript};
use unknot::domain::session::voice::length_ms;

#[test]
fn a_text_takes_longer_at_a_slower_rate() {
    assert_eq!(length_ms("0123456789", 100), 650);
    assert_eq!(length_ms("0123456789", 50), 1_300);
    assert_eq!(length_ms("", 100), 0);
}

#[rstest]
#[case::all(4_000, Some("Right leg. Reach away. Three. Breathe out."))]
#[case::no_breath(1_900, Some("Right leg. Reach away. Three."))]
#[case::no_count(1_500, Some("Right leg. Reach away."))]
#[case::the_side_last(700, Some("Right leg."))]
#[case::nothing_is_cut(600, None)]
fn what_does_not_fit_is_left_out_whole_the_least_first(#[case] ms: u32, #[case] line: Option<&str>) {
    let parts = vec![
        Part::new(Worth::Side, "Right leg."),
        Part::new(Worth::Instruction, "Reach away."),
        Part::new(Worth::Count(3), "Three."),
        Part::new(Worth::Breath, "Breathe out."),
    ];
    assert_eq!(fitting(parts, Some(ms), 100).as_deref(), line);
}

#[test]
fn where_nothing_follows_all_is_said() {
    let parts = vec![Part::new(Worth::Breath, "Breathe out. ".repeat(50))];
    assert!(fitting(parts.clone(), None, 60).is_some());
    assert_eq!(fitting(parts, Some(9_000), 60), None);
}

fn at_rate(rate: u8) -> Settings {
    Settings { rate: Some(rate), ..Settings::default() }
}

fn first_words(code: &str, get_ready: u16, rate: u8) -> String {
    let routine = routine(code);
    let timeline = Timeline::compile(&routine, timed(get_ready));
    let cue = Cue { at_ms: 0, kind: CueKind::GetReady, phase: 0 };
    aloud(&Spoken, &cue, &timeline, &routine.items, &at_rate(rate)).unwrap()
}

#[test]
fn get_ready_tells_the_first_movement_where_there_is_time() {
    let told = "Bridge. Lie on your back, knees bent, feet flat. When I say so: Brace, squeeze buttocks, lift: shoulders, hips and knees in line.";
    assert_eq!(first_words("bridge.8r.1h", 10, 100), told);
    let short = "Bridge. Lie on your back, knees bent, feet flat.";
    assert_eq!(first_words("bridge.8r.1h", 5, 100), short, "no time for more");
    assert_eq!(first_words("bridge.8r.1h", 10, 60), short, "a slow voice needs longer");
    assert!(
        first_words("bird-dog.2r.3h", 15, 100).contains("When I say so: Right arm, left leg: arm forward, leg back")
    );
}

/// What is said the tenth time, when, and in which kind of phase.
fn said(routine: Routine, settings: &Settings) -> Vec<(u64, PhaseKind, String)> {
    said_of(routine, Vec::new(), settings)
}

fn said_of(routine: Routine, shown: Vec<Demonstration>, settings: &Settings) -> Vec<(u64, PhaseKind, String)> {
    let mut kind = PhaseKind::GetReady;
    let happened = transcript(playable(routine), shown, settings, &Spoken).into_iter();
    let said = happened.filter_map(|(at, what)| match what {
        Happens::Phase(_, phase, _) => {
            kind = phase.kind;
            None
        }
        Happens::Act(Act::Say(words)) => Some((at, kind, words)),
        _ => None,
    });
    said.collect()
}

fn nothing_is_cut_off(routine: Routine, settings: &Settings) {
    let shown = demonstrations(&routine, settings.rate());
    no_line_is_cut_off(&said_of(routine.clone(), shown, settings), settings);
    no_line_is_cut_off(&said(routine, settings), settings);
}

fn no_line_is_cut_off(said: &[(u64, PhaseKind, String)], settings: &Settings) {
    assert!(!said.is_empty());
    for (index, (at, kind, words)) in said.iter().enumerate() {
        let end = at + u64::from(length_ms(words, settings.rate()));
        if let Some((next, _, cuts)) = said.get(index + 1) {
            assert!(end <= *next, "'{words}' at {at} is cut off by '{cuts}' at {next}");
        }
        if matches!(kind, PhaseKind::Move | PhaseKind::Hold) {
            assert!(words.split_whitespace().count() <= 12, "{words}");
        }
    }
}

#[rstest]
fn no_routine_that_ships_has_a_line_cut_off(#[values(60, 80, 95, 140)] rate: u8) {
    for id in shipped_ids() {
        nothing_is_cut_off(shipped(id), &at_rate(rate));
    }
}

/// At the rate that the content is written for every movement is told in full where it is told.
#[test]
fn a_held_step_says_what_to_do_with_its_side_first_and_its_safety_each_time() {
    let lines = |id: &str| said(shipped(id), &at_rate(80)).into_iter().map(|(.., words)| words).collect::<Vec<_>>();
    let thai = lines("thai-self-stretch");
    assert!(thai.contains(&"Right knee. Bend it, let it sink across. Shoulders stay down.".to_owned()), "{thai:#?}");
    assert!(thai.contains(&"Left knee. Bend it, let it sink across. Shoulders stay down.".to_owned()), "{thai:#?}");
    assert!(thai.contains(&"Fold forward, arms long on the floor. Breathe into your back.".to_owned()), "{thai:#?}");
    let ball = lines("trigger-point-ball");
    assert!(ball[0].starts_with("Right side. Three tender spots."), "{ball:#?}");
    assert_eq!(ball.iter().filter(|line| line.contains("at most 5 of 10")).count(), 6, "{ball:#?}");
    let forearm = lines("deep-tissue-forearm");
    assert_eq!(forearm.iter().filter(|line| line.contains("Ask how strong.")).count(), 6, "{forearm:#?}");
}

#[rstest]
#[case::kneeling_to_lying(
    "cat-cow.1r_bridge.1r.1h",
    "Sit to one side, lie on your side, then your back. Bridge. Lie on your back"
)]
#[case::lying_to_kneeling("bridge.1r.1h_cat-cow.1r", "Roll to your side, push up with your hand. Cat-cow. Kneel")]
#[case::staying("bridge.1r.1h_dead-bug.1r", "Dead bug. On your back, arms to the ceiling")]
fn the_way_to_another_position_is_said_and_announced(#[case] code: &str, #[case] line: &str) {
    let settings = at_rate(80);
    let lines = said(routine(code), &settings);
    assert!(lines.iter().any(|(.., words)| words.starts_with(line)), "{lines:#?}");
    let announced = |what: &Happens| matches!(what, Happens::Act(Act::Announce(words)) if words.starts_with(line));
    assert!(
        transcript(playable(routine(code)), Vec::new(), &settings, &Spoken).iter().any(|(_, what)| announced(what))
    );
}

#[rstest]
#[case::each(Counting::Each, &["Two.", "Three.", "Five.", "Eight.", "Nine."])]
#[case::every_second(Counting::EverySecond, &["Two.", "Eight."])]
#[case::none(Counting::Off, &[])]
fn repetitions_are_counted_as_the_person_wants(#[case] counting: Counting, #[case] counted: &[&str]) {
    let settings = Settings { counting: Some(counting), breath_words: Some(false), ..at_rate(100) };
    let said = said(routine("cat-cow.10r"), &settings);
    let numbers = ["Two.", "Three.", "Four.", "Five.", "Six.", "Seven.", "Eight.", "Nine.", "Ten."];
    let number = |line: &String| numbers.into_iter().find(|number| line.starts_with(number));
    let heard: Vec<&str> = said.iter().filter_map(|(.., words)| number(words)).collect();
    assert_eq!(heard, counted);
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn no_line_is_cut_off_by_a_later_one_and_none_in_a_set_is_long(plan in any_plan(), get_ready in 0..=30_u16, rate in 60..=140_u8) {
        let settings = Settings { get_ready: Some(get_ready), ..at_rate(rate) };
        nothing_is_cut_off(plan.routine(), &settings);
    }

    /// A browser that looks every tenth of a second hears each cue within that tenth, in order, and
    /// none that a later one has overtaken.
    #[test]
    fn no_word_comes_late(plan in any_plan(), get_ready in 0..=30_u16, pauses in prop::collection::vec(100..60_000_u32, 0..4)) {
        let routine = plan.routine();
        let mut player = Player::new(playable(routine), timed(get_ready));
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
