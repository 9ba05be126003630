//! Which pose holds when: the figure moves with the timeline, so it holds exactly when the hold
//! runs, and a paused session freezes it.

use super::pose::Pose;
use super::skeleton::{Frame, Stance};
use crate::domain::catalog::Catalog;
use crate::domain::routine::Item;
use crate::domain::timeline::{Phase, Side};

/// Time to take the position of a step that is held, ms.
const SETTLE_MS: f32 = 3_000.0;
/// Time of one way of a step's movement to and fro, ms: half a slow breath.
const SWING_MS: f32 = 3_000.0;

/// A motion at one instant: from where, to where, and how far.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    from: &'static Pose,
    to: &'static Pose,
    /// Whether the sides are swapped.
    pub mirrored: bool,
    /// Share of the phase's time that is gone, 0 to 1.
    pub gone: f32,
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

    /// The pose it moves to.
    pub const fn key_pose(self) -> Self {
        Self { from: self.to, gone: 1.0, ..self }
    }

    /// Every joint at this instant.
    pub fn frame(&self) -> Frame {
        let from = Stance::new(self.from, self.mirrored);
        let to = Stance::new(self.to, self.mirrored);
        from.mix(&to, minimum_jerk(self.gone)).frame()
    }
}

/// What the figure does `gone_ms` into a phase; `None` where the item has no figure.
pub fn moment(catalog: &'static Catalog, item: &Item, phase: &Phase, gone_ms: u32) -> Option<Moment> {
    let pose = |id: &str| catalog.pose(id);
    let start = pose(item.start_pose())?;
    let mirrored = phase.side == Some(Side::Second);
    let movements = item.movements();
    let Some(index) = phase.movement else { return Some(Moment::still(start, mirrored)) };
    let to = movements.get(index).and_then(|movement| pose(&movement.pose)).unwrap_or(start);
    let before = match index.checked_sub(1) {
        Some(before) => movements.get(before),
        None if phase.rep > 1 => movements.last(),
        None => None,
    };
    let from = before.and_then(|movement| pose(&movement.pose)).unwrap_or(start);
    let gone = match item {
        Item::Exercise(_) => gone_ms as f32 / phase.duration_ms.max(1) as f32,
        // A step lasts long: its position is taken and kept, or its movement goes to and fro.
        Item::Step(_) if movements.get(index).is_some_and(|movement| movement.still) => gone_ms as f32 / SETTLE_MS,
        Item::Step(_) => {
            let beat = (gone_ms as f32 / SWING_MS).rem_euclid(2.0);
            if beat > 1.0 { 2.0 - beat } else { beat }
        }
    };
    Some(Moment { from, to, mirrored, gone })
}
