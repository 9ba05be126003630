//! Which pose holds when: the figure moves with the timeline, so it holds exactly when the hold
//! runs, and a paused session freezes it.

use super::pose::{Pose, Seen};
use super::skeleton::{Frame, Stance};
use crate::domain::Instant;
use crate::domain::routine::Item;
use crate::domain::session::timeline::{Phase, PhaseKind, Side};

/// Time to take the position of a step that is held, ms.
const SETTLE_MS: u32 = 3_000;
/// Time of one way of a step's movement to and fro, ms: half a slow breath.
const SWING_MS: u32 = 3_000;

/// A motion at one instant: from where, to where, and how far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    from: &'static Pose,
    to: &'static Pose,
    /// Whether the sides are swapped.
    pub mirrored: bool,
    /// Share of the motion's time that is gone, 0 to 1.
    pub gone: f32,
}

/// How often a motion is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turns {
    /// Once; its end is kept.
    Once,
    /// Again and again from its beginning.
    Again,
    /// There and back again, without end.
    ToAndFro,
}

/// How time runs in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Playback {
    /// It stands still, this many ms into its phase.
    Stands(u32),
    /// It runs; its phase began at this instant.
    Runs(Instant),
}

/// From one pose to another over a time: what the figure does in a phase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Motion {
    from: &'static Pose,
    to: &'static Pose,
    mirrored: bool,
    /// Time of one turn, ms; more than 0.
    pub duration_ms: u32,
    /// How often it is made.
    pub turns: Turns,
}

/// Position on a minimum-jerk path (Flash and Hogan 1985) at a share of its time: how people move
/// from rest to rest.
pub fn minimum_jerk(gone: f32) -> f32 {
    let t = gone.clamp(0.0, 1.0);
    t * t * t * (10.0 - 15.0 * t + 6.0 * t * t)
}

impl Moment {
    /// A pose standing still.
    pub const fn still(pose: &'static Pose, mirrored: bool) -> Self {
        Self { from: pose, to: pose, mirrored, gone: 1.0 }
    }

    /// Whether it is seen from above.
    pub fn is_from_above(&self) -> bool {
        self.to.seen == Seen::Above
    }

    /// Every joint at this instant.
    pub fn frame(&self) -> Frame {
        let from = Stance::new(self.from, self.mirrored);
        let to = Stance::new(self.to, self.mirrored);
        from.mix(&to, minimum_jerk(self.gone)).frame()
    }
}

/// Stretches of equal time that a motion is handed on in: between two of them a part may move and
/// turn evenly and is then less than half a hundredth of body height out of place.
pub const STRETCHES: u16 = 16;

impl Motion {
    /// A pose standing still.
    pub const fn still(pose: &'static Pose, mirrored: bool) -> Self {
        Self { from: pose, to: pose, mirrored, duration_ms: 1, turns: Turns::Once }
    }

    /// The motion `gone_ms` after its beginning.
    pub fn at(&self, gone_ms: u32) -> Moment {
        let turns = gone_ms as f32 / self.duration_ms as f32;
        let gone = match self.turns {
            Turns::Once => turns.min(1.0),
            Turns::Again => turns.rem_euclid(1.0),
            Turns::ToAndFro => {
                let beat = turns.rem_euclid(2.0);
                if beat > 1.0 { 2.0 - beat } else { beat }
            }
        };
        self.gone(gone)
    }

    const fn gone(&self, gone: f32) -> Moment {
        Moment { from: self.from, to: self.to, mirrored: self.mirrored, gone }
    }

    /// The pose it moves to.
    pub const fn key_pose(&self) -> Moment {
        Moment::still(self.to, self.mirrored)
    }

    /// One turn at the borders of its [`STRETCHES`].
    pub fn samples(&self) -> impl Iterator<Item = Moment> + '_ {
        (0..=STRETCHES).map(|index| self.gone(f32::from(index) / f32::from(STRETCHES)))
    }
}

/// What the figure does in a phase; `None` where the item has no figure.
pub fn motion(poses: &'static [Pose], item: &Item, phase: &Phase) -> Option<Motion> {
    let pose = |id: &str| poses.iter().find(|pose| pose.id.get() == id);
    let start = pose(item.start_pose())?;
    let mirrored = phase.side == Some(Side::Second);
    let is_shown = phase.kind == PhaseKind::Demonstration;
    let movements = item.movements();
    let Some(index) = phase.movement else {
        return Some(Motion::still(start, mirrored));
    };
    let to = movements.get(index).and_then(|movement| pose(movement.pose.get())).unwrap_or(start);
    let before = match index.checked_sub(1) {
        Some(before) => movements.get(before),
        None if phase.rep > 1 && !is_shown => movements.last(),
        None => None,
    };
    let from = before.and_then(|movement| pose(movement.pose.get())).unwrap_or(start);
    let (duration_ms, turns) = match item {
        // Slowly, and then it stays for the rest of the words.
        Item::Exercise(_) if is_shown => ((phase.duration_ms / 4 * 3).max(1), Turns::Once),
        Item::Exercise(_) => (phase.duration_ms.max(1), Turns::Once),
        // A step lasts long: its position is taken and kept, or its movement goes to and fro.
        Item::Step(_) if movements.get(index).is_some_and(|movement| movement.still) => (SETTLE_MS, Turns::Once),
        Item::Step(_) => (SWING_MS, Turns::ToAndFro),
    };
    Some(Motion { from, to, mirrored, duration_ms, turns })
}

/// From the start of an item to that of its poses which is furthest from it: what tells it from others
/// in one picture. `None` where the item has no figure.
pub fn telling(poses: &'static [Pose], item: &Item) -> Option<Motion> {
    let pose = |id: &str| poses.iter().find(|pose| pose.id.get() == id);
    let from = pose(item.start_pose())?;
    let start = Moment::still(from, false).frame();
    let distance = |to: &'static Pose| -> f32 {
        let end = Moment::still(to, false).frame();
        start.points().zip(end.points()).map(|(start, end)| start.distance(end)).sum()
    };
    let to = item.movements().iter().filter_map(|movement| pose(movement.pose.get()));
    // Of two that are as far, the first.
    let furthest = to.fold((from, 0.0), |(best, most), to| {
        let far = distance(to);
        if far > most { (to, far) } else { (best, most) }
    });
    Some(Motion { from, to: furthest.0, mirrored: false, duration_ms: SETTLE_MS, turns: Turns::Once })
}
