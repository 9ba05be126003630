//! The audio clock against the page's: jitter is averaged, a slip is noticed.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use rstest::rstest;
use unknot::domain::session::audio_clock::{AudioClock, believed};

/// A clock that has been read ten times a second from `from` on; audio began at 5 s of the page.
fn read(clock: &mut AudioClock, from: f64, seconds: u32, ahead: f64, jitter: impl Fn(u32) -> f64) -> f64 {
    let mut page = from;
    for reading in 0..seconds * 10 {
        page += 100.0;
        clock.read(page, page - ahead + jitter(reading));
    }
    page
}

#[test]
fn nothing_is_known_before_the_first_reading() {
    let mut clock = AudioClock::default();
    assert!(!clock.is_known());
    clock.read(5_100.0, 100.0);
    assert!(clock.is_known());
    assert_eq!(clock.audio_ms(6_000.0), 1_000.0);
}

#[test]
fn the_first_reading_makes_planning_necessary_and_steady_clocks_never_again() {
    let mut clock = AudioClock::default();
    clock.read(5_100.0, 100.0);
    assert!(clock.must_plan_anew());
    let mut page = 5_100.0;
    for _ in 0..600 {
        page = read(&mut clock, page, 1, 5_000.0, |_| 0.0);
        assert!(!clock.must_plan_anew());
    }
}

#[test]
fn a_clock_that_stood_still_is_noticed_with_the_third_reading() {
    for stood in [20.0, 1_000.0] {
        let mut clock = AudioClock::default();
        let page = read(&mut clock, 5_000.0, 10, 5_000.0, |_| 0.0);
        assert!(clock.must_plan_anew());
        for reading in [100.0, 200.0] {
            clock.read(page + reading, page + reading - stood - 5_000.0);
            assert!(!clock.must_plan_anew(), "one or two may be wrong");
        }
        clock.read(page + 300.0, page + 300.0 - stood - 5_000.0);
        assert!(clock.must_plan_anew());
        assert_eq!(clock.audio_ms(20_000.0), 15_000.0 - stood);
        assert!(!clock.must_plan_anew(), "told once");
    }
}

#[test]
fn a_single_wrong_reading_changes_nothing() {
    let mut clock = AudioClock::default();
    let page = read(&mut clock, 5_000.0, 10, 5_000.0, |_| 0.0);
    let before = clock.audio_ms(20_000.0);
    clock.read(page + 100.0, 1.0);
    assert_eq!(clock.audio_ms(20_000.0), before);
}

#[test]
fn slow_drift_is_followed() {
    let mut clock = AudioClock::default();
    let mut page = 5_000.0;
    let mut ahead = 5_000.0;
    let mut anew = 0;
    for _ in 0..600 {
        page = read(&mut clock, page, 1, ahead, |_| 0.0);
        anew += u32::from(clock.must_plan_anew());
        ahead += 0.1;
        assert!((clock.audio_ms(page) - (page - ahead)).abs() < 4.0);
    }
    assert!((15..25).contains(&anew), "60 ms of drift, 3 ms at a time: {anew}");
}

proptest! {
    #[test]
    fn jitter_of_ten_milliseconds_moves_a_plan_by_less_than_five(seed in any::<u64>()) {
        let mut clock = AudioClock::default();
        let mut state = seed | 1;
        let noise: Vec<f64> = (0..300).map(|_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 / f64::from(1_u32 << 31) * 20.0 - 10.0
        }).collect();
        read(&mut clock, 5_000.0, 30, 5_000.0, |reading| noise[reading as usize]);
        prop_assert!((clock.audio_ms(50_000.0) - 45_000.0).abs() < 5.0);
    }
}

// The page's time less the output's, compared with the context's own of 5,000 ms.
#[rstest]
#[case::no_output(None, 5_000.0)]
#[case::a_loudspeaker(Some(5_012.0), 5_012.0)]
#[case::a_wireless_one(Some(5_240.0), 5_240.0)]
#[case::a_buffer_of_jitter(Some(4_985.0), 4_985.0)]
#[case::ahead_of_what_was_rendered(Some(4_867.0), 5_000.0)]
#[case::a_second_and_more(Some(6_000.0), 5_000.0)]
fn an_output_is_believed_where_it_can_be_right(#[case] output: Option<f64>, #[case] ahead: f64) {
    let own = (8_000.0, 3_000.0);
    let (page, audio) = believed(own, output.map(|ahead| (7_990.0, 7_990.0 - ahead))).unwrap();
    assert_eq!(page - audio, ahead);
}

#[test]
fn an_output_that_has_not_begun_tells_nothing() {
    assert_eq!(believed((40.0, 10.0), Some((0.0, 0.0))), None);
    assert_eq!(believed((40.0, 10.0), Some((35.0, 0.0))), None);
    assert_eq!(believed((900.0, 600.0), Some((0.0, 0.0))), Some((900.0, 600.0)), "it never tells");
}
