//! What a reload of the page would end: told to `offline.js` and the style sheet.

use leptos::prelude::*;

/// The attribute of the root element that tells it.
pub const ATTRIBUTE: &str = "data-session";

/// How far a session of this page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Presence {
    /// None has begun.
    #[default]
    Idle,
    /// Running or paused.
    Running,
    /// Over, its summary is shown.
    Summary,
}

impl Presence {
    /// The attribute's value; `unsaved` if there are sessions only in memory that the person has
    /// not taken.
    pub const fn told(self, unsaved: bool) -> &'static str {
        match (self, unsaved) {
            (Self::Running, _) => "running",
            (_, true) => "unsaved",
            (Self::Summary, false) => "summary",
            (Self::Idle, false) => "",
        }
    }
}

/// The presence that the shell tells of.
pub fn use_presence() -> RwSignal<Presence> {
    use_context::<RwSignal<Presence>>().unwrap_or_else(|| RwSignal::new(Presence::Idle))
}
