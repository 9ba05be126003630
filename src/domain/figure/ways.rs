//! The ways that parts of the body take to a pose: for a still that has to tell of a movement.

use super::body::{Part, off};
use super::motion::Motion;
use super::skeleton::{Frame, Point};

/// A curve from where a part of the body was to where it is: its two ends, and the point that it bends
/// towards between them (a quadratic Bézier curve). It ends short of what it leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Way {
    /// Where it begins.
    pub from: Point,
    /// What it bends towards.
    pub bend: Point,
    /// Where it ends.
    pub to: Point,
}

/// The most that are told of: more would be a tangle.
const MOST: usize = 2;
/// Shorter ways are not told of, hundredths of body height.
const LEAST: f32 = 1.5;
/// The same of chest and head.
const TRUNK: f32 = 4.0;
/// And none is drawn shorter than this: it begins before where the part was.
const SHORTEST: f32 = 6.0;
/// Two that end nearer to each other are one movement.
const APART: f32 = 14.0;

/// The place of the hip among the joints.
const HIP: usize = 6;

/// Joints that show a movement, with how far from them the body reaches: wrists, ankles, knees, hip,
/// chest, head.
fn joints(frame: &Frame, from_above: bool) -> [(Point, f32); 9] {
    let limb = |limb: usize, joint: usize| {
        let beside = off(Part::Bone(limb, joint), from_above);
        let Point { x, y } = frame.limbs[limb][joint];
        (Point { x: x + beside.x, y: y + beside.y }, if joint == 2 { 3.5 } else { 5.5 })
    };
    let [near_wrist, far_wrist, near_ankle, far_ankle] = [0, 1, 2, 3].map(|index| limb(index, 2));
    let [near_knee, far_knee] = [2, 3].map(|index| limb(index, 1));
    [
        near_wrist,
        far_wrist,
        near_ankle,
        far_ankle,
        near_knee,
        far_knee,
        (frame.hip(), 7.5),
        (frame.spine[2], 8.0),
        (frame.head, 9.0),
    ]
}

/// The longest ways of a motion, at most two.
pub fn ways(motion: &Motion) -> Vec<Way> {
    let at = |gone_ms| {
        let moment = motion.at(gone_ms);
        joints(&moment.frame(), moment.is_from_above())
    };
    let (starts, middles, ends) = (at(0), at(motion.duration_ms / 2), at(motion.duration_ms));
    let mut found: Vec<(f32, Way)> = Vec::new();
    for (index, (end, reach)) in ends.into_iter().enumerate() {
        let (start, middle) = (starts[index].0, middles[index].0);
        let length = start.distance(middle) + middle.distance(end);
        let between = start.mix(end, 0.5);
        let bend = between.mix(middle, 2.0);
        // Without its last piece, which the body covers.
        let share = 1.0 - reach / length.max(reach);
        // Beside the trunk a short one is a riddle.
        if share * length < if index > HIP { TRUNK } else { LEAST } {
            continue;
        }
        let (near, far) = (start.mix(bend, share), bend.mix(end, share));
        let before = (SHORTEST - share * length).max(0.0) / start.distance(near);
        found.push((length, Way { from: start.mix(near, -before), bend: near, to: near.mix(far, share) }));
    }
    found.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let mut told: Vec<Way> = Vec::new();
    for (_, way) in found {
        if told.len() < MOST && told.iter().all(|other| other.to.distance(way.to) >= APART) {
            told.push(way);
        }
    }
    told
}
