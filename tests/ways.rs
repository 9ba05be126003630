//! The arrows of stills: what moves most is told, and in the direction in which it moves.
#![allow(missing_docs, clippy::unwrap_used)]

use rstest::rstest;
use unknot::content::CATALOG;
use unknot::domain::figure::ways::{Way, ways};
use unknot::domain::figure::{Motion, telling};
use unknot::domain::routine::{Item, Prescription};

fn told(exercise: &str, rung: &str) -> Vec<Way> {
    let exercise = CATALOG.exercise(exercise).unwrap();
    let rung = exercise.rungs.get().iter().find(|other| &*other.id == rung).unwrap();
    ways(&telling(CATALOG.poses.get(), &Item::Exercise(Prescription::lower(exercise, rung))).unwrap())
}

/// Whether a way leads up, down, forward (to where the figure faces) or back.
#[derive(Debug, Clone, Copy, PartialEq)]
enum To {
    Up,
    Down,
    Forward,
    Back,
}

fn direction(way: &Way) -> To {
    let (across, up) = (way.to.x - way.from.x, way.to.y - way.from.y);
    match (across.abs() > up.abs(), across > 0.0, up > 0.0) {
        (true, true, _) => To::Forward,
        (true, false, _) => To::Back,
        (false, _, true) => To::Up,
        (false, _, false) => To::Down,
    }
}

#[rstest]
#[case::the_arm_forward_and_the_leg_back("bird-dog", "standard", &[To::Back, To::Forward])]
#[case::the_arm_alone("bird-dog", "arm-only", &[To::Forward])]
#[case::the_hips("bridge", "standard", &[To::Up])]
#[case::one_leg("dead-bug", "heel-tap", &[To::Down])]
#[case::nothing_that_stays("legs-up", "standard", &[])]
fn a_still_tells_what_moves_and_where_to(#[case] exercise: &str, #[case] rung: &str, #[case] expected: &[To]) {
    let told: Vec<To> = told(exercise, rung).iter().map(direction).collect();
    assert!(expected.iter().all(|to| told.contains(to)), "{told:?}");
    assert!(!expected.is_empty() || told.is_empty(), "{told:?}");
}

#[test]
fn a_still_tells_of_two_ways_at_most_and_not_of_one_twice() {
    for exercise in CATALOG.exercises.get() {
        for rung in exercise.rungs.get() {
            let all = told(&exercise.id, &rung.id);
            assert!(all.len() <= 2, "{} {}: {all:?}", exercise.id, rung.id);
            if let [one, other] = all[..] {
                assert!(one.to.distance(other.to) >= 14.0, "{} {}: {all:?}", exercise.id, rung.id);
            }
        }
    }
}

#[test]
fn a_pose_that_is_kept_has_no_ways() {
    for pose in CATALOG.poses.get() {
        assert_eq!(ways(&Motion::still(pose, false)), []);
    }
}

#[test]
fn the_telling_pose_of_a_movement_in_two_steps_is_the_last() {
    let pose = |rung| {
        let exercise = CATALOG.exercise("pelvic-tilt").unwrap();
        let rung = exercise.rungs.get().iter().find(|other| &*other.id == rung).unwrap();
        telling(CATALOG.poses.get(), &Item::Exercise(Prescription::lower(exercise, rung))).unwrap().key_pose().frame()
    };
    assert!(pose("into-bridge").hip().y > pose("standard").hip().y + 5.0);
}
