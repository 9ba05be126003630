//! Strokes on a back: where the hands, the forearm or the ball are at a time.
//!
//! The back is seen from behind, head up: x from 0 (left) to 100 (right, the person's right side),
//! y from 0 (top of the shoulders) to 100 (hips).

use super::motion::Turns;
use crate::domain::catalog::Stroke;
use crate::domain::session::timeline::Side;

/// What touches the back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// A hand.
    Hand,
    /// A forearm, laid across the muscle.
    Forearm,
    /// A ball.
    Ball,
}

/// One touch at one instant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Touch {
    /// What touches.
    pub tool: Tool,
    /// Across, 0 to 100.
    pub x: f32,
    /// Down, 0 to 100.
    pub y: f32,
    /// How hard it presses for this stroke, 0 (barely) to 1 (most).
    pub press: f32,
    /// Whether it is a left hand.
    pub left: bool,
}

/// Distance of the long back muscles from the spine.
const BESIDE: f32 = 13.0;

/// Time between two places that a stroke is handed on in, ms.
const STEP_MS: u32 = 250;

/// A turn of a stroke: its time, ms, and how often it is made.
const fn turn(stroke: Stroke) -> (u32, Turns) {
    match stroke {
        Stroke::None => (STEP_MS, Turns::Once),
        Stroke::Rest | Stroke::Glide => (8_000, Turns::Again),
        Stroke::Circles | Stroke::Knead => (24_000, Turns::Again),
        Stroke::Forearm => (10_000, Turns::Again),
        Stroke::Spot => (6_000, Turns::Again),
        Stroke::Sink => (48_000, Turns::Once),
    }
}

/// A turn of a stroke as places at equal times, with its time, ms, and how often it is made.
pub fn places(stroke: Stroke, side: Option<Side>) -> (Vec<Vec<Touch>>, u32, Turns) {
    let (duration, turns) = turn(stroke);
    // Its end is the last instant before it begins anew somewhere else.
    let places = (0..=duration / STEP_MS).map(|step| touches(stroke, side, (step * STEP_MS).min(duration - 1)));
    (places.collect(), duration, turns)
}

/// Every touch of a stroke, `gone_ms` into it. Without a side, both hands work, one a side.
pub fn touches(stroke: Stroke, side: Option<Side>, gone_ms: u32) -> Vec<Touch> {
    let (duration, turns) = turn(stroke);
    // What is made once stays where it came to.
    let gone_ms = if turns == Turns::Once { gone_ms.min(duration - 1) } else { gone_ms };
    let seconds = gone_ms as f32 / 1000.0;
    let sides: &[f32] = match side {
        None => &[-1.0, 1.0],
        Some(Side::First) => &[1.0],
        Some(Side::Second) => &[-1.0],
    };
    let wave = |period: f32| (1.0 - (seconds / period * core::f32::consts::TAU).cos()) / 2.0;
    let on_sides = |tool: Tool, x: f32, y: f32, press: f32| {
        sides.iter().map(|s| Touch { tool, x: 50.0 + s * x, y, press, left: *s < 0.0 }).collect::<Vec<_>>()
    };
    match stroke {
        Stroke::None => Vec::new(),
        Stroke::Rest => on_sides(Tool::Hand, 16.0, 62.0, 0.2 + 0.2 * wave(8.0)),
        // Up beside the spine with pressure, down the flanks without.
        Stroke::Glide => {
            let up = wave(8.0);
            let rising = (seconds / 8.0).rem_euclid(1.0) < 0.5;
            let x = if rising { BESIDE } else { BESIDE + 15.0 * (up * core::f32::consts::PI).sin() };
            on_sides(Tool::Hand, x, 92.0 - 78.0 * up, if rising { 0.8 } else { 0.2 })
        }
        Stroke::Circles => {
            let turn = seconds / 3.0 * core::f32::consts::TAU;
            let up = (seconds / 24.0).rem_euclid(1.0);
            let (sin, cos) = turn.sin_cos();
            on_sides(Tool::Hand, BESIDE + 6.0 + 6.0 * cos, 86.0 - 66.0 * up + 6.0 * sin, 0.5)
        }
        // Both hands on one flank, taking turns to gather the muscle.
        Stroke::Knead => {
            let squeeze = wave(3.0);
            let up = (seconds / 24.0).rem_euclid(1.0);
            let y = 78.0 - 52.0 * up;
            sides
                .iter()
                .flat_map(|s| {
                    let hand =
                        |y: f32, press: f32, left: bool| Touch { tool: Tool::Hand, x: 50.0 + s * 27.0, y, press, left };
                    [hand(y - 9.0 + 4.0 * squeeze, squeeze, true), hand(y + 9.0 - 4.0 * squeeze, 1.0 - squeeze, false)]
                })
                .collect()
        }
        Stroke::Forearm => {
            let up = (seconds / 10.0).rem_euclid(1.0);
            on_sides(Tool::Forearm, BESIDE + 10.0, 88.0 - 62.0 * up, 0.8)
        }
        // Between shoulder blade and spine.
        Stroke::Spot => on_sides(Tool::Ball, BESIDE - 3.0, 26.0, 0.5 + 0.3 * wave(6.0)),
        Stroke::Sink => {
            on_sides(Tool::Ball, BESIDE + 8.0, 96.0, 0.15 + 0.35 * (seconds / 40.0).min(1.0) + 0.1 * wave(8.0))
        }
    }
}
