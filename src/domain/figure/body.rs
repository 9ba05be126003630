//! The body as it is drawn: parts that keep their shape and only move, turn and stretch, so that a
//! browser can move them without drawing them anew.

use super::motion::{Moment, Motion, minimum_jerk};
use super::skeleton::{ARM, LEG, NECK, Point, SPINE, turn};
use crate::domain::catalog::Breath;

/// A part of the body. In its own coordinates it begins at 0 and points along x; the head and the
/// breath lie around 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Of a limb (near arm, far arm, near leg, far leg): upper bone, lower bone, hand or foot.
    Bone(usize, usize),
    /// From the shoulder into the head.
    Neck,
    /// The head; x is up from the neck.
    Head,
    /// A piece of the back, from the hip up.
    Torso(usize),
    /// A halo behind the body: how far the breath opens the chest.
    Breath,
    /// From the hip to the lumbar spine.
    Pelvis,
}

/// Straight pieces that stand for each of the three curves of the back.
const CUTS: usize = 3;
const TORSO: usize = 3 * CUTS;
const NEAR_ARM: usize = 0;
const FAR_ARM: usize = 1;
const NEAR_LEG: usize = 2;
const FAR_LEG: usize = 3;

/// Every part, from the far side to the near one.
pub const PARTS: [Part; 25] = [
    Part::Breath,
    Part::Bone(FAR_LEG, 0),
    Part::Bone(FAR_LEG, 1),
    Part::Bone(FAR_LEG, 2),
    Part::Bone(FAR_ARM, 0),
    Part::Bone(FAR_ARM, 1),
    Part::Bone(FAR_ARM, 2),
    Part::Neck,
    Part::Torso(0),
    Part::Torso(1),
    Part::Torso(2),
    Part::Torso(3),
    Part::Torso(4),
    Part::Torso(5),
    Part::Torso(6),
    Part::Torso(7),
    Part::Torso(8),
    Part::Bone(NEAR_LEG, 1),
    Part::Bone(NEAR_LEG, 2),
    Part::Pelvis,
    Part::Bone(NEAR_LEG, 0),
    Part::Bone(NEAR_ARM, 0),
    Part::Bone(NEAR_ARM, 1),
    Part::Bone(NEAR_ARM, 2),
    // Before an arm that reaches past it: the face is to be seen.
    Part::Head,
];

impl Part {
    /// Its length in its own coordinates, hundredths of body height; 0 for what is round.
    pub fn length(self) -> f32 {
        match self {
            Self::Bone(limb, bone) if limb <= FAR_ARM => ARM[bone],
            Self::Bone(_, bone) => LEG[bone],
            Self::Neck => NECK,
            Self::Torso(piece) => {
                let mut straight = [Point::default(); 5];
                for (index, length) in SPINE.into_iter().enumerate() {
                    straight[index + 1] = straight[index].towards(0.0, length);
                }
                let back = back(&straight);
                back[piece].distance(back[piece + 1])
            }
            Self::Pelvis => SPINE[0],
            Self::Head | Self::Breath => 0.0,
        }
    }

    /// Whether it lies on the far side of the body.
    pub const fn is_far(self) -> bool {
        matches!(self, Self::Bone(FAR_ARM | FAR_LEG, _))
    }
}

/// Where a part lies at an instant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// Its beginning, or middle.
    pub at: Point,
    /// Its direction, degrees.
    pub degrees: f32,
    /// Its length as a share of its own: about 1 but for the breath, for which it is the radius in
    /// hundredths of body height, and 0 where no breath is shown.
    pub stretch: f32,
}

/// The radius of the halo around the chest, hundredths of body height.
fn lungs(breath: Breath, gone: f32) -> f32 {
    let share = minimum_jerk(gone);
    match breath {
        Breath::In => 9.0 + 8.0 * share,
        Breath::Out => 17.0 - 8.0 * share,
        Breath::Easy => 0.0,
    }
}

/// The borders of the pieces of the back: on three quadratic curves that meet halfway between the
/// joints of the spine.
fn back(spine: &[Point; 5]) -> [Point; TORSO + 1] {
    let [hip, a, b, c, shoulder] = *spine;
    let (low, high) = (a.mix(b, 0.5), b.mix(c, 0.5));
    let curves = [[hip, a, low], [low, b, high], [high, c, shoulder]];
    let mut borders = [shoulder; TORSO + 1];
    for (index, border) in borders[..TORSO].iter_mut().enumerate() {
        let [from, bend, to] = curves[index / CUTS];
        let share = (index % CUTS) as f32 / CUTS as f32;
        *border = from.mix(bend, share).mix(bend.mix(to, share), share);
    }
    borders
}

/// Where the limbs of the far side are drawn, beside where they are: so that a near one does not hide
/// them, and as what is further off stands higher in a picture.
const FAR_OFF: Point = Point { x: 2.6, y: 1.5 };

/// How far beside the middle of a body that is seen from above its shoulders and hips are.
const ABOVE_OFF: [f32; 2] = [4.6, 3.2];

/// How far off its joints a part of a limb is drawn.
pub fn off(part: Part, from_above: bool) -> Point {
    match part {
        Part::Bone(limb, _) if from_above => {
            let beside = ABOVE_OFF[usize::from(limb > FAR_ARM)];
            Point { x: 0.0, y: if part.is_far() { beside } else { -beside } }
        }
        _ if part.is_far() => FAR_OFF,
        _ => Point::default(),
    }
}

/// Where each of the [`PARTS`] lies, in their order.
pub fn placements(moment: &Moment, breath: Breath) -> [Placement; PARTS.len()] {
    let frame = moment.frame();
    let back = back(&frame.spine);
    let between = |part: Part, from: Point, to: Point| {
        let degrees = (to.y - from.y).atan2(to.x - from.x).to_degrees();
        Placement { at: from, degrees, stretch: from.distance(to) / part.length() }
    };
    PARTS.map(|part| match part {
        Part::Bone(limb, bone) => {
            let off = off(part, moment.is_from_above());
            let joint = |index: usize| {
                let Point { x, y } = frame.limbs[limb][index];
                Point { x: x + off.x, y: y + off.y }
            };
            between(part, joint(bone), joint(bone + 1))
        }
        Part::Neck => between(part, frame.shoulder(), frame.head),
        Part::Head => Placement { at: frame.head, degrees: frame.head_direction, stretch: 1.0 },
        Part::Torso(piece) => between(part, back[piece], back[piece + 1]),
        Part::Breath => Placement { at: frame.spine[3], degrees: 0.0, stretch: lungs(breath, moment.gone) },
        Part::Pelvis => between(part, frame.spine[0], frame.spine[1]),
    })
}

/// Where a part lies at the borders of the motion's stretches, each of the [`PARTS`] in their order.
/// From one border to the next it turns the shorter way.
pub fn paths(motion: &Motion, breath: Breath) -> [Vec<Placement>; PARTS.len()] {
    let mut paths = PARTS.map(|_| Vec::<Placement>::new());
    for moment in motion.samples() {
        for (path, mut place) in paths.iter_mut().zip(placements(&moment, breath)) {
            if let Some(before) = path.last() {
                place.degrees = turn(before.degrees, place.degrees, 1.0);
            }
            path.push(place);
        }
    }
    paths
}
