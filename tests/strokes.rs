//! Strokes on a back.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use rstest::rstest;
use unknot::domain::catalog::Stroke;
use unknot::domain::figure::Turns;
use unknot::domain::figure::stroke::{places, touches};

const STROKES: [Stroke; 7] =
    [Stroke::Rest, Stroke::Glide, Stroke::Circles, Stroke::Knead, Stroke::Forearm, Stroke::Spot, Stroke::Sink];

/// The browser moves the hands by `places`; where the session stands they are drawn by `touches`.
#[rstest]
fn a_stroke_that_is_made_once_rests_at_its_end_for_ever(#[values(0, 1_000, 4_000, 100_000)] later: u32) {
    for stroke in STROKES {
        let (places, duration, turns) = places(stroke, None);
        if turns == Turns::Once {
            assert_eq!(&touches(stroke, None, duration + later), places.last().unwrap(), "{stroke:?}");
        }
    }
    assert!(STROKES.iter().any(|stroke| self::places(*stroke, None).2 == Turns::Once));
}

#[test]
fn a_stroke_that_is_made_again_and_again_begins_anew() {
    for stroke in STROKES {
        let (_, duration, turns) = places(stroke, None);
        if turns == Turns::Again {
            let near = |one: f32, other: f32| (one - other).abs() < 0.5;
            let (first, again) = (touches(stroke, None, 500), touches(stroke, None, duration + 500));
            assert!(first.iter().zip(&again).all(|(a, b)| near(a.x, b.x) && near(a.y, b.y)), "{stroke:?}");
        }
    }
}
