//! From a pose to points: forward kinematics from the anchor, and the knees and elbows of limbs
//! that are planted.

use super::pose::{Anchor, Pose, Seen};
use crate::domain::catalog::text::List;

/// Lengths of pelvis, lumbar spine, chest and upper back, in hundredths of body height. All
/// lengths are rounded from Drillis and Contini's segment proportions (1966).
pub const SPINE: [f32; 4] = [6.0, 8.0, 9.0, 8.0];
/// From the shoulder to the middle of the head.
pub const NECK: f32 = 11.5;
/// Upper arm, forearm, hand.
pub const ARM: [f32; 3] = [16.0, 14.0, 6.0];
/// Thigh, shin, foot.
pub const LEG: [f32; 3] = [24.0, 23.0, 9.0];

/// A point, in hundredths of body height.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To where the figure faces.
    pub x: f32,
    /// Up from the floor.
    pub y: f32,
}

impl Point {
    fn of(list: List<i16>) -> Option<Self> {
        match list.get() {
            [x, y] => Some(Self { x: f32::from(*x), y: f32::from(*y) }),
            _ => None,
        }
    }

    /// The point at a distance in a direction, degrees.
    pub fn towards(self, degrees: f32, length: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { x: self.x + length * cos, y: self.y + length * sin }
    }

    /// The distance to another point.
    pub fn distance(self, other: Self) -> f32 {
        let (across, up) = (self.x - other.x, self.y - other.y);
        (across * across + up * up).sqrt()
    }

    /// The point that lies `share` (0 to 1) of the way to another one.
    pub fn mix(self, other: Self, share: f32) -> Self {
        Self { x: self.x + (other.x - self.x) * share, y: self.y + (other.y - self.y) * share }
    }
}

/// A limb: either free, or planted with its end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limb {
    /// Directions of upper bone, lower bone, hand or foot; degrees.
    pub bones: [f32; 3],
    /// How long they look, as shares of their lengths.
    pub look: [f32; 3],
    /// Where wrist or ankle is planted.
    pub plant: Option<Point>,
}

impl Limb {
    /// The lengths of its bones as they look.
    fn lengths(&self, is_arm: bool) -> [f32; 3] {
        let [mut upper, mut lower, mut end] = if is_arm { ARM } else { LEG };
        upper *= self.look[0];
        lower *= self.look[1];
        end *= self.look[2];
        [upper, lower, end]
    }
}

/// A pose in numbers, ready to be mixed with another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stance {
    anchor: Anchor,
    at: Point,
    /// Which way knees bend: 1 to the front, -1 to the back.
    knees: f32,
    spine: [f32; 4],
    head: f32,
    /// Near arm, far arm, near leg, far leg.
    limbs: [Limb; 4],
}

/// The figure at one instant: every joint.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// From the hip joint up to the shoulder.
    pub spine: [Point; 5],
    /// The middle of the head.
    pub head: Point,
    /// Direction from the shoulder to the head, degrees.
    pub head_direction: f32,
    /// Shoulder or hip, elbow or knee, wrist or ankle, tip: near arm, far arm, near leg, far leg.
    pub limbs: [[Point; 4]; 4],
}

impl Frame {
    /// The hip joint.
    pub const fn hip(&self) -> Point {
        self.spine[0]
    }

    /// The shoulder joint.
    pub const fn shoulder(&self) -> Point {
        self.spine[4]
    }

    /// Every joint.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.spine.iter().chain([&self.head]).chain(self.limbs.iter().flatten()).copied()
    }
}

fn three(list: List<i16>) -> Option<[f32; 3]> {
    match list.get() {
        [a, b, c] => Some([f32::from(*a), f32::from(*b), f32::from(*c)]),
        [end] => Some([0.0, 0.0, f32::from(*end)]),
        _ => None,
    }
}

impl Stance {
    /// A pose in numbers; `mirrored` swaps the near and the far side.
    pub fn new(pose: &Pose, mirrored: bool) -> Self {
        let limb = |bones: List<i16>, plant: List<i16>| {
            three(bones).map(|bones| Limb { bones, look: [1.0; 3], plant: Point::of(plant) })
        };
        let legs_look = three(pose.legs_look).map_or([1.0; 3], |percent| percent.map(|look| look / 100.0));
        let leg = |bones, plant| limb(bones, plant).map(|leg| Limb { look: legs_look, ..leg });
        let still = Limb { bones: [-90.0; 3], look: [1.0; 3], plant: None };
        let near_arm = limb(pose.near_arm, pose.near_hand).unwrap_or(still);
        let far_arm = limb(pose.far_arm, pose.far_hand).unwrap_or(near_arm);
        let near_leg = leg(pose.near_leg, pose.near_foot).unwrap_or(still);
        let far_leg = leg(pose.far_leg, pose.far_foot).unwrap_or(near_leg);
        let limbs =
            if mirrored { [far_arm, near_arm, far_leg, near_leg] } else { [near_arm, far_arm, near_leg, far_leg] };
        let mut spine = [90.0; 4];
        for (to, from) in spine.iter_mut().zip(pose.spine.get()) {
            *to = f32::from(*from);
        }
        let at = Point::of(pose.at).unwrap_or_default();
        let head = f32::from(pose.head);
        let knees = if pose.seen == Seen::Above { -1.0 } else { 1.0 };
        let mut stance = Self { anchor: pose.anchor, at, knees, spine, head, limbs };
        if mirrored && pose.seen == Seen::Above {
            stance.reflect();
        }
        stance.settle();
        stance
    }

    /// Makes it its mirror image, across the line through what it is hung on.
    fn reflect(&mut self) {
        self.knees = -self.knees;
        self.head = -self.head;
        self.spine = self.spine.map(|angle| -angle);
        for limb in &mut self.limbs {
            limb.bones = limb.bones.map(|angle| -angle);
            limb.plant = limb.plant.map(|plant| Point { y: 2.0 * self.at.y - plant.y, ..plant });
        }
    }

    /// Gives planted limbs the directions that their plant asks for, so that a limb that lifts
    /// off moves on from where it was.
    fn settle(&mut self) {
        let (spine, _) = self.chain();
        for (index, limb) in self.limbs.iter_mut().enumerate() {
            let is_arm = index < 2;
            let root = if is_arm { spine[4] } else { spine[0] };
            if let Some(plant) = limb.plant {
                let bend = if is_arm { -1.0 } else { self.knees };
                let [upper, lower] = reach(root, plant, limb.lengths(is_arm), bend);
                limb.bones = [upper, lower, limb.bones[2]];
            }
        }
    }

    fn chain(&self) -> ([Point; 5], Point) {
        let mut spine = [self.at; 5];
        match self.anchor {
            Anchor::Hip => {
                for index in 0..4 {
                    spine[index + 1] = spine[index].towards(self.spine[index], SPINE[index]);
                }
            }
            Anchor::Shoulder => {
                for index in (0..4).rev() {
                    spine[index] = spine[index + 1].towards(self.spine[index], -SPINE[index]);
                }
            }
        }
        (spine, spine[4].towards(self.head, NECK))
    }

    /// The stance that lies `share` (0 to 1) of the way to another one.
    pub fn mix(&self, other: &Self, share: f32) -> Self {
        // Hung on different joints, the first is hung anew on the second's joint.
        let from = if self.anchor == other.anchor { *self } else { self.hung_on(other.anchor) };
        let mut spine = from.spine;
        for (angle, to) in spine.iter_mut().zip(other.spine) {
            *angle = turn(*angle, to, share);
        }
        let mut limbs = from.limbs;
        for (limb, to) in limbs.iter_mut().zip(other.limbs) {
            for (angle, to) in limb.bones.iter_mut().zip(to.bones) {
                *angle = turn(*angle, to, share);
            }
            for (look, to) in limb.look.iter_mut().zip(to.look) {
                *look += (to - *look) * share;
            }
            // Planted at both ends it stays planted; planted at one end it is in the air between.
            limb.plant = match (limb.plant, to.plant) {
                (Some(from), Some(to)) => Some(from.mix(to, share)),
                (plant, None) if share <= 0.0 => plant,
                (None, plant) if share >= 1.0 => plant,
                _ => None,
            };
        }
        Self {
            anchor: other.anchor,
            at: from.at.mix(other.at, share),
            knees: other.knees,
            spine,
            head: turn(from.head, other.head, share),
            limbs,
        }
    }

    fn hung_on(&self, anchor: Anchor) -> Self {
        let (spine, _) = self.chain();
        let at = match anchor {
            Anchor::Hip => spine[0],
            Anchor::Shoulder => spine[4],
        };
        Self { anchor, at, ..*self }
    }

    /// Every joint.
    pub fn frame(&self) -> Frame {
        let (spine, head) = self.chain();
        let mut limbs = [[Point::default(); 4]; 4];
        for (index, (points, limb)) in limbs.iter_mut().zip(&self.limbs).enumerate() {
            let is_arm = index < 2;
            let root = if is_arm { spine[4] } else { spine[0] };
            let lengths = limb.lengths(is_arm);
            let bend = if is_arm { -1.0 } else { self.knees };
            let [upper, lower] = match limb.plant {
                Some(plant) => reach(root, plant, lengths, bend),
                None => [limb.bones[0], limb.bones[1]],
            };
            let joint = root.towards(upper, lengths[0]);
            let end = joint.towards(lower, lengths[1]);
            *points = [root, joint, end, end.towards(limb.bones[2], lengths[2])];
        }
        Frame { spine, head, head_direction: self.head, limbs }
    }
}

/// The direction that lies `share` (0 to 1) of the shorter way round to another one, degrees.
pub(super) fn turn(from: f32, to: f32, share: f32) -> f32 {
    let way = (to - from + 540.0).rem_euclid(360.0) - 180.0;
    from + way * share
}

/// Directions of the two bones that reach from a root to a plant. They bend to the front with 1, as
/// knees do, and to the back with -1, as elbows do. Out of reach, the limb is straight towards it.
fn reach(root: Point, plant: Point, lengths: [f32; 3], bend_to: f32) -> [f32; 2] {
    let [upper, lower, _] = lengths;
    // Not by `clamp`, whose panic would bring the printing of floats into the wasm, 4 KB of it.
    let (nearest, furthest) = ((upper - lower).abs() + 0.01, upper + lower - 0.001);
    let distance = root.distance(plant);
    let distance = if distance < nearest { nearest } else { distance };
    let distance = if distance > furthest { furthest } else { distance };
    let along = (plant.y - root.y).atan2(plant.x - root.x).to_degrees();
    let cos = (upper * upper + distance * distance - lower * lower) / (2.0 * upper * distance);
    let bend = cos.clamp(-1.0, 1.0).acos().to_degrees();
    let first = along + bend * bend_to;
    let joint = root.towards(first, upper);
    let end = root.towards(along, distance);
    [first, (end.y - joint.y).atan2(end.x - joint.x).to_degrees()]
}
