//! The moving figure: a jointed body in side view, posed by the content and moved between poses.
//!
//! Lengths are hundredths of body height; x runs to where the figure faces, y up from the floor.
//! Directions are degrees, anticlockwise from x. The near side is the figure's right one.

pub mod body;
pub mod motion;
pub mod pose;
pub mod skeleton;
pub mod stroke;
pub mod ways;

pub use motion::{Moment, Motion, Playback, Turns, motion, telling};
pub use pose::{Anchor, Pose};
pub use skeleton::{Frame, Point};
