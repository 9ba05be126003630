//! The figure, over every exercise, form and step of the real content.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use unknot::domain::catalog::{SideMode, Stroke};
use unknot::domain::embedded::CATALOG;
use unknot::domain::figure::motion::minimum_jerk;
use unknot::domain::figure::skeleton::{ARM, LEG, NECK, SPINE};
use unknot::domain::figure::stroke::touches;
use unknot::domain::figure::{Frame, Moment, Point, moment};
use unknot::domain::routine::{CUSTOM, Item, Prescription, Routine};
use unknot::domain::timeline::{Pace, Phase, PhaseKind, Side, Timeline};

/// Time between two looked-at frames, ms.
const STEP_MS: u32 = 50;

fn items() -> Vec<(String, Item)> {
    let exercises = CATALOG.exercises.get().iter().flat_map(|exercise| {
        exercise.rungs.get().iter().map(move |rung| {
            let item = Item::Exercise(Prescription { repetitions: 2, ..Prescription::lower(exercise, rung) });
            (format!("{} {}", exercise.id, rung.id), item)
        })
    });
    let steps = CATALOG.sequences.get().iter().flat_map(|sequence| {
        sequence.steps.get().iter().map(move |step| (format!("{} {}", sequence.id, step.id), Item::Step(step)))
    });
    exercises.chain(steps).collect()
}

fn phases(item: Item) -> Vec<Phase> {
    let routine = Routine { id: CUSTOM, name: "", items: vec![item] };
    Timeline::compile(&routine, Pace::default()).phases().to_vec()
}

/// Every frame of every item that has a figure, with its phase.
fn each_frame(mut look: impl FnMut(&str, &Phase, u32, &Frame)) {
    for (name, item) in items() {
        if item.stroke() != Stroke::None {
            continue;
        }
        for phase in phases(item).iter().filter(|phase| phase.kind != PhaseKind::Finish) {
            for gone in (0..=phase.duration_ms.min(20_000)).step_by(STEP_MS as usize) {
                let moment = moment(&CATALOG, &item, phase, gone).unwrap_or_else(|| panic!("{name} has no figure"));
                look(&name, phase, gone, &moment.frame());
            }
        }
    }
}

fn close(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.02
}

#[test]
fn every_item_has_a_figure_or_a_stroke() {
    for (name, item) in items() {
        let has_figure = moment(&CATALOG, &item, &phases(item)[0], 0).is_some();
        assert!(has_figure != (item.stroke() != Stroke::None), "{name}");
    }
}

#[test]
fn every_bone_keeps_its_length() {
    each_frame(|name, _, gone, frame| {
        for (index, length) in SPINE.iter().enumerate() {
            assert!(close(frame.spine[index].distance(frame.spine[index + 1]), *length), "{name} at {gone}: spine");
        }
        assert!(close(frame.shoulder().distance(frame.head), NECK), "{name} at {gone}: neck");
        for (index, limb) in frame.limbs.iter().enumerate() {
            let lengths = if index < 2 { ARM } else { LEG };
            for (bone, length) in lengths.iter().enumerate() {
                let found = limb[bone].distance(limb[bone + 1]);
                assert!(close(found, *length), "{name} at {gone}: limb {index}, bone {bone} is {found}");
            }
        }
    });
}

#[test]
fn nothing_goes_through_the_floor() {
    each_frame(|name, _, gone, frame| {
        for point in frame.points() {
            assert!(point.y > 0.0, "{name} at {gone}: {point:?}");
        }
        assert!(frame.head.y >= 6.0, "{name} at {gone}: head at {}", frame.head.y);
    });
}

/// Wrists, knees and ankles that lie on the floor, by limb and joint.
fn on_the_floor(frame: &Frame) -> Vec<(usize, usize, Point)> {
    let joints = frame.limbs.iter().enumerate().flat_map(|(limb, points)| {
        points.iter().enumerate().skip(1).take(2).map(move |(joint, point)| (limb, joint, *point))
    });
    joints.filter(|(_, _, point)| point.y <= 4.6).collect()
}

#[test]
fn what_rests_on_the_floor_throughout_a_phase_stays_where_it_is() {
    for (name, item) in items() {
        // A step's position is taken anew: hands and knees may slide into it.
        if matches!(item, Item::Step(_)) {
            continue;
        }
        for phase in phases(item).iter().filter(|phase| phase.duration_ms > 0) {
            let at = |gone| moment(&CATALOG, &item, phase, gone).unwrap().frame();
            let begin = on_the_floor(&at(0));
            let end = on_the_floor(&at(phase.duration_ms));
            for (limb, joint, place) in begin {
                if !end.iter().any(|(l, j, _)| (*l, *j) == (limb, joint)) {
                    continue;
                }
                for gone in (0..=phase.duration_ms).step_by(STEP_MS as usize) {
                    let point = at(gone).limbs[limb][joint];
                    let moved = point.distance(place);
                    assert!(
                        moved < 1.0,
                        "{name}, {:?} {:?}: limb {limb} joint {joint} moved {moved}",
                        phase.kind,
                        phase.movement
                    );
                }
            }
        }
    }
}

#[test]
fn poses_are_continuous_across_phase_borders() {
    for (name, item) in items() {
        if item.stroke() != Stroke::None || matches!(item, Item::Step(_)) {
            continue;
        }
        let phases = phases(item);
        for pair in phases.windows(2).filter(|pair| pair[1].kind != PhaseKind::Finish) {
            let before = moment(&CATALOG, &item, &pair[0], pair[0].duration_ms).unwrap().frame();
            let after = moment(&CATALOG, &item, &pair[1], 0).unwrap().frame();
            // Sides look alike where neither is lifted, so points are compared by place.
            for (a, b) in before.points().zip(after.points()) {
                assert!(a.distance(b) < 0.5, "{name}, into {:?} {:?}: {a:?} {b:?}", pair[1].kind, pair[1].movement);
            }
        }
    }
}

#[test]
fn a_hold_stands_still() {
    for (name, item) in items() {
        for phase in phases(item).iter().filter(|phase| phase.kind == PhaseKind::Hold && item.stroke() == Stroke::None)
        {
            if matches!(item, Item::Step(_)) {
                continue;
            }
            let first = moment(&CATALOG, &item, phase, 0).unwrap().frame();
            let last = moment(&CATALOG, &item, phase, phase.duration_ms).unwrap().frame();
            for (a, b) in first.points().zip(last.points()) {
                assert!(a.distance(b) < 0.01, "{name}");
            }
        }
    }
}

fn direction(from: Point, to: Point) -> f32 {
    (to.y - from.y).atan2(to.x - from.x).to_degrees()
}

fn turn(from: f32, to: f32) -> f32 {
    (to - from + 540.0).rem_euclid(360.0) - 180.0
}

/// Ranges of healthy adults, with some room: knee 0 to 160 degrees of flexion, elbow 0 to 155,
/// hip 30 of extension to 150 of flexion (Norkin and White, Measurement of Joint Motion, 2016).
#[test]
fn joints_bend_the_way_bodies_bend() {
    each_frame(|name, phase, gone, frame| {
        for (index, limb) in frame.limbs.iter().enumerate() {
            let bend = turn(direction(limb[0], limb[1]), direction(limb[1], limb[2]));
            let place = format!("{name}, {:?} {:?} at {gone}: limb {index}", phase.kind, phase.movement);
            if index < 2 {
                assert!((-8.0..=155.0).contains(&bend), "{place}: elbow {bend}");
            } else {
                assert!((-8.0..=160.0).contains(&-bend), "{place}: knee {}", -bend);
                let trunk = direction(frame.spine[1], frame.spine[0]);
                let hip = turn(trunk, direction(limb[0], limb[1]));
                assert!((-45.0..=150.0).contains(&hip), "{place}: hip {hip}");
            }
        }
        for pair in frame.spine.windows(3) {
            let bend = turn(direction(pair[0], pair[1]), direction(pair[1], pair[2]));
            assert!(bend.abs() <= 50.0, "{name} at {gone}: spine bends {bend}");
        }
    });
}

#[test]
fn opposite_arm_and_leg_reach_in_bird_dog_and_dead_bug() {
    for (id, lifted) in [("bird-dog", 20.0), ("dead-bug", 0.0)] {
        let exercise = CATALOG.exercise(id).unwrap();
        let item = Item::Exercise(Prescription::lower(exercise, exercise.standard()));
        assert_eq!(item.side_mode(), SideMode::Alternating);
        for phase in phases(item).iter().filter(|phase| phase.movement == Some(0) && phase.rep <= 2) {
            let start = moment(&CATALOG, &item, phase, 0).unwrap().frame();
            let frame = moment(&CATALOG, &item, phase, phase.duration_ms).unwrap().frame();
            let moved: Vec<bool> =
                (0..4).map(|limb| frame.limbs[limb][2].distance(start.limbs[limb][2]) > 15.0).collect();
            let words = item.side_names()[phase.side.unwrap().index()].to_lowercase();
            // Near limbs are the right ones.
            let expected = ["right arm", "left arm", "right leg", "left leg"].map(|limb| words.contains(limb)).to_vec();
            assert_eq!(moved, expected, "{id}: {words}");
            assert!(frame.limbs[2][2].y >= lifted || !moved[2]);
        }
    }
}

#[test]
fn knees_are_over_hips_in_dead_bug_and_bridge_is_a_straight_line() {
    let still = |pose: &str| Moment::still(CATALOG.pose(pose).unwrap(), false).frame();
    let tabletop = still("tabletop");
    assert!((tabletop.limbs[2][1].x - tabletop.hip().x).abs() < 1.0);
    let bridge = still("bridge");
    let knee = bridge.limbs[2][1];
    let bend = turn(direction(bridge.shoulder(), bridge.hip()), direction(bridge.hip(), knee));
    assert!(bend.abs() < 3.0, "bridge bends {bend} at the hip");
    let (cat, cow) = (still("cat"), still("cow"));
    let middle = |frame: &Frame| frame.spine[2].y - (frame.hip().y + frame.shoulder().y) / 2.0;
    assert!(middle(&cat) > 4.0 && middle(&cow) < -2.0, "cat {} cow {}", middle(&cat), middle(&cow));
}

#[test]
fn minimum_jerk_starts_and_ends_at_rest() {
    assert!(close(minimum_jerk(0.0), 0.0) && close(minimum_jerk(1.0), 1.0) && close(minimum_jerk(0.5), 0.5));
    assert!(minimum_jerk(0.02) < 0.001 && minimum_jerk(0.98) > 0.999);
}

#[test]
fn strokes_stay_on_the_back_beside_the_spine_and_on_their_side() {
    let strokes =
        [Stroke::Rest, Stroke::Glide, Stroke::Circles, Stroke::Knead, Stroke::Forearm, Stroke::Spot, Stroke::Sink];
    for stroke in strokes {
        for side in [None, Some(Side::First), Some(Side::Second)] {
            for gone in (0..90_000).step_by(250) {
                let touches = touches(stroke, side, gone);
                assert!((1..=4).contains(&touches.len()), "{stroke:?}");
                for touch in touches {
                    assert!(
                        (0.0..=100.0).contains(&touch.x) && (0.0..=100.0).contains(&touch.y),
                        "{stroke:?} {touch:?}"
                    );
                    assert!((0.0..=1.0).contains(&touch.press), "{stroke:?} {touch:?}");
                    assert!((touch.x - 50.0).abs() >= 10.0, "{stroke:?} is on the spine: {touch:?}");
                    match side {
                        Some(Side::First) => assert!(touch.x > 50.0),
                        Some(Side::Second) => assert!(touch.x < 50.0),
                        None => {}
                    }
                }
            }
        }
    }
}
