//! The figure, over every exercise, form and step of the real content.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

use unknot::content::CATALOG;
use unknot::domain::catalog::Breath;
use unknot::domain::catalog::{Prop, SideMode, Stroke};
use unknot::domain::figure::body::{PARTS, Part, Placement, off, paths, placements};
use unknot::domain::figure::motion::{STRETCHES, minimum_jerk};
use unknot::domain::figure::skeleton::{ARM, LEG, NECK, SPINE};
use unknot::domain::figure::stroke::{places, touches};
use unknot::domain::figure::{Frame, Moment, Point, Turns, motion};
use unknot::domain::routine::{CUSTOM, Item, Prescription, Routine};
use unknot::domain::session::timeline::{Pace, Phase, PhaseKind, Side, Timeline};

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
    let routine = Routine { id: CUSTOM.to_owned(), name: String::new(), items: vec![item] };
    Timeline::compile(&routine, Pace::default()).phases().to_vec()
}

fn moment(item: &Item, phase: &Phase, gone_ms: u32) -> Option<Moment> {
    Some(motion(CATALOG.poses.get(), item, phase)?.at(gone_ms))
}

/// Every frame of every item that has a figure seen from beside, with its phase.
fn each_frame(mut look: impl FnMut(&str, &Phase, u32, &Frame)) {
    for (name, item) in items() {
        if item.stroke() != Stroke::None || item.prop() == Prop::MatAbove {
            continue;
        }
        for phase in phases(item).iter().filter(|phase| phase.kind != PhaseKind::Finish) {
            for gone in (0..=phase.duration_ms.min(20_000)).step_by(STEP_MS as usize) {
                let moment = moment(&item, phase, gone).unwrap_or_else(|| panic!("{name} has no figure"));
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
        let has_figure = moment(&item, &phases(item)[0], 0).is_some();
        assert!(has_figure || item.stroke() != Stroke::None, "{name}");
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
            let at = |gone| moment(&item, phase, gone).unwrap().frame();
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
            let before = moment(&item, &pair[0], pair[0].duration_ms).unwrap().frame();
            let after = moment(&item, &pair[1], 0).unwrap().frame();
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
            let first = moment(&item, phase, 0).unwrap().frame();
            let last = moment(&item, phase, phase.duration_ms).unwrap().frame();
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
            let start = moment(&item, phase, 0).unwrap().frame();
            let frame = moment(&item, phase, phase.duration_ms).unwrap().frame();
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
    let still = |pose: &str| Moment::still(unknot::content::pose(pose).unwrap(), false).frame();
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

fn end_of(part: Part, place: &Placement) -> Point {
    place.at.towards(place.degrees, part.length() * place.stretch)
}

#[test]
fn parts_lie_where_the_joints_are() {
    for (name, item) in items().into_iter().filter(|(_, item)| item.stroke() == Stroke::None) {
        for phase in phases(item).iter().filter(|phase| phase.kind != PhaseKind::Finish) {
            let moment = moment(&item, phase, phase.duration_ms / 3).unwrap();
            let frame = moment.frame();
            for (part, place) in PARTS.into_iter().zip(placements(&moment, Breath::In)) {
                let off = off(part, moment.is_from_above());
                let drawn = |point: Point| Point { x: point.x + off.x, y: point.y + off.y };
                let (from, to) = match part {
                    Part::Bone(limb, bone) => (drawn(frame.limbs[limb][bone]), drawn(frame.limbs[limb][bone + 1])),
                    Part::Neck => (frame.shoulder(), frame.head),
                    Part::Pelvis => (frame.spine[0], frame.spine[1]),
                    Part::Head => (frame.head, frame.head),
                    Part::Torso(_) | Part::Breath => continue,
                };
                assert!(place.at.distance(from) < 0.01, "{name}: {part:?} begins at {:?}", place.at);
                assert!(end_of(part, &place).distance(to) < 0.05, "{name}: {part:?} ends elsewhere than {to:?}");
            }
        }
    }
}

#[test]
fn the_back_is_one_piece_from_hip_to_shoulder() {
    each_motion(|name, item, phase| {
        let moment = moment(item, phase, phase.duration_ms / 2).unwrap();
        let frame = moment.frame();
        let mut reached = frame.hip();
        for (part, place) in PARTS.into_iter().zip(placements(&moment, Breath::Easy)) {
            if matches!(part, Part::Torso(_)) {
                assert!(place.at.distance(reached) < 0.05, "{name}: {part:?} begins off the piece below");
                assert!((0.6..1.3).contains(&place.stretch), "{name}: {part:?} is stretched by {}", place.stretch);
                reached = end_of(part, &place);
            }
        }
        assert!(reached.distance(frame.shoulder()) < 0.05, "{name}: the back ends at {reached:?}");
    });
}

/// Every phase of every item that has a figure.
fn each_motion(mut look: impl FnMut(&str, &Item, &Phase)) {
    for (name, item) in items().into_iter().filter(|(_, item)| item.stroke() == Stroke::None) {
        for phase in phases(item).iter().filter(|phase| phase.kind != PhaseKind::Finish && phase.duration_ms > 0) {
            look(&name, &item, phase);
        }
    }
}

#[test]
fn between_two_samples_a_part_may_move_and_turn_evenly() {
    each_motion(|name, item, phase| {
        let motion = motion(CATALOG.poses.get(), item, phase).unwrap();
        let paths = paths(&motion, Breath::Out);
        for (index, (part, path)) in PARTS.into_iter().zip(&paths).enumerate() {
            assert_eq!(path.len(), usize::from(STRETCHES) + 1);
            for (stretch, pair) in path.windows(2).enumerate() {
                assert!((pair[1].degrees - pair[0].degrees).abs() < 90.0, "{name}: {part:?} turns the long way round");
                let half = |a: f32, b: f32| (a + b) / 2.0;
                let between = Placement {
                    at: Point { x: half(pair[0].at.x, pair[1].at.x), y: half(pair[0].at.y, pair[1].at.y) },
                    degrees: half(pair[0].degrees, pair[1].degrees),
                    stretch: half(pair[0].stretch, pair[1].stretch),
                };
                let gone = (stretch as f32 + 0.5) / f32::from(STRETCHES) * motion.duration_ms as f32;
                let true_place = placements(&motion.at(gone as u32), Breath::Out)[index];
                let off =
                    between.at.distance(true_place.at).max(end_of(part, &between).distance(end_of(part, &true_place)));
                assert!(off < 0.5, "{name}, {:?} {:?}: {part:?} is {off} off", phase.kind, phase.movement);
            }
        }
    });
}

#[test]
fn only_a_shown_breath_has_a_size() {
    let (_, item) = items().into_iter().find(|(_, item)| item.stroke() == Stroke::None).unwrap();
    let motion = motion(CATALOG.poses.get(), &item, &phases(item)[1]).unwrap();
    let sizes = |breath: Breath| {
        let path = &paths(&motion, breath)[PARTS.iter().position(|part| *part == Part::Breath).unwrap()];
        (path[0].stretch, path[usize::from(STRETCHES)].stretch)
    };
    assert_eq!(sizes(Breath::In), (9.0, 17.0));
    assert_eq!(sizes(Breath::Out), (17.0, 9.0));
    assert_eq!(sizes(Breath::Easy), (0.0, 0.0));
}

#[test]
fn a_step_goes_to_and_fro_and_an_exercise_stays() {
    let mut swing = None;
    each_motion(|_, item, phase| {
        let motion = motion(CATALOG.poses.get(), item, phase).unwrap();
        swing = swing.or((motion.turns == Turns::ToAndFro).then_some(motion));
    });
    let swing = swing.expect("a step that swings");
    let at = |gone| swing.at(gone).gone;
    let turn = swing.duration_ms;
    assert_eq!((at(0), at(turn), at(2 * turn)), (0.0, 1.0, 0.0));
    assert!((at(turn / 2) - at(turn + turn / 2)).abs() < 0.001);
    let (_, item) = items().into_iter().find(|(_, item)| matches!(item, Item::Exercise(_))).unwrap();
    let once = motion(CATALOG.poses.get(), &item, &phases(item)[1]).unwrap();
    assert_eq!((once.turns, once.at(u32::MAX).gone), (Turns::Once, 1.0));
    assert_eq!(once.key_pose().frame(), once.at(once.duration_ms).frame());
}

#[test]
fn a_stroke_is_handed_on_as_it_is() {
    for stroke in
        [Stroke::Rest, Stroke::Glide, Stroke::Circles, Stroke::Knead, Stroke::Forearm, Stroke::Spot, Stroke::Sink]
    {
        for side in [None, Some(Side::First), Some(Side::Second)] {
            let (places, duration, turns) = places(stroke, side);
            let stretches = places.len() as u32 - 1;
            for (index, place) in places.iter().enumerate().take(stretches as usize) {
                assert_eq!(*place, touches(stroke, side, index as u32 * duration / stretches), "{stroke:?}");
            }
            // Begun anew, it lies as it did at first.
            if turns == Turns::Again {
                for (first, again) in places[0].iter().zip(touches(stroke, side, duration)) {
                    let off = (first.x - again.x).abs().max((first.y - again.y).abs());
                    assert!(off < 0.1 && (first.press - again.press).abs() < 0.01, "{stroke:?}: {first:?} {again:?}");
                }
            }
        }
    }
}

#[test]
fn from_above_the_knees_sink_to_either_side_and_the_feet_stay() {
    let (exercise, rung) =
        (CATALOG.exercise("knee-rolls").unwrap(), CATALOG.exercise("knee-rolls").unwrap().standard());
    let item = Item::Exercise(Prescription { repetitions: 1, ..Prescription::lower(exercise, rung) });
    let rolls: Vec<Phase> = phases(item).into_iter().filter(|phase| phase.movement == Some(0)).collect();
    let [right, left] = rolls.as_slice() else { panic!("{rolls:?}") };
    assert_eq!((right.side, left.side), (Some(Side::First), Some(Side::Second)));
    for gone in (0..=right.duration_ms).step_by(STEP_MS as usize) {
        let [right, left] = [right, left].map(|phase| moment(&item, phase, gone).unwrap().frame());
        let middle = right.hip().y;
        for limb in [2, 3] {
            let [_, knee, ankle, _] = right.limbs[limb];
            // The mirror image swaps the legs.
            let [_, other_knee, other_ankle, _] = left.limbs[5 - limb];
            assert!(
                close(knee.x, other_knee.x) && close(knee.y - middle, middle - other_knee.y),
                "{knee:?} {other_knee:?}"
            );
            assert!(close(ankle.x, other_ankle.x) && ankle.distance(Point { x: 82.0, y: middle }) < 3.5, "{ankle:?}");
            for (bone, length) in LEG.iter().enumerate() {
                assert!(right.limbs[limb][bone].distance(right.limbs[limb][bone + 1]) <= length + 0.02);
            }
        }
    }
    let down = moment(&item, right, right.duration_ms).unwrap().frame();
    let up = moment(&item, left, left.duration_ms).unwrap().frame();
    assert!(down.hip().y - down.limbs[2][1].y > 12.0, "the right is down");
    assert!(up.limbs[3][1].y - up.hip().y > 12.0, "the left is up");
}
