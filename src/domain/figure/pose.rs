//! A pose as the content gives it.

use crate::domain::catalog::text::{List, PoseId};

/// Which joint a pose is hung on. What bears weight must not move while it does.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(rename_all = "kebab-case"))]
pub enum Anchor {
    /// The hip joint.
    #[default]
    Hip,
    /// The shoulder joint.
    Shoulder,
}

/// Prints the Rust path of the variant: the build script relies on it.
impl core::fmt::Debug for Anchor {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Hip => "Anchor::Hip",
            Self::Shoulder => "Anchor::Shoulder",
        })
    }
}

/// From where a pose is seen.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(rename_all = "kebab-case"))]
pub enum Seen {
    /// From the right side of a body on its back: up is up.
    #[default]
    Beside,
    /// From above a body on its back, with its head at the left: down is to its right. Its other side
    /// is the mirror image.
    Above,
}

/// Prints the Rust path of the variant: the build script relies on it.
impl core::fmt::Debug for Seen {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Beside => "Seen::Beside",
            Self::Above => "Seen::Above",
        })
    }
}

/// A pose: directions of bones in degrees, and where hands and feet are planted.
///
/// A limb has three directions (upper bone, lower bone, hand or foot) or, where it is planted,
/// only the last: knee and elbow then follow from where the hand or foot stands. An empty far
/// limb is like the near one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "ssr", derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), serde(deny_unknown_fields))]
pub struct Pose {
    /// Its id in content files.
    pub id: PoseId,
    /// What it is hung on.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub anchor: Anchor,
    /// From where it is seen.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub seen: Seen,
    /// Where that is, x and y.
    pub at: List<i16>,
    /// Pelvis, lumbar spine, chest and upper back, each from below upwards.
    pub spine: List<i16>,
    /// Neck and head.
    pub head: i16,
    /// The near arm.
    pub near_arm: List<i16>,
    /// The far arm.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub far_arm: List<i16>,
    /// The near leg.
    pub near_leg: List<i16>,
    /// The far leg.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub far_leg: List<i16>,
    /// Where the near wrist is planted, x and y.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub near_hand: List<i16>,
    /// Where the far wrist is planted.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub far_hand: List<i16>,
    /// Where the near ankle is planted.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub near_foot: List<i16>,
    /// Where the far ankle is planted.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub far_foot: List<i16>,
    /// How long the bones of the legs look, thigh, shin and foot, in percent: less than 100 where they
    /// point towards the eye or away from it. Empty: 100 each.
    #[cfg_attr(not(target_arch = "wasm32"), serde(default))]
    pub legs_look: List<i16>,
}
