//! What a person may set. Every field may be missing in what is stored, and then has its default.

use super::timeline::{DEFAULT_GET_READY, GET_READY, Pace};
use miniserde::{Deserialize, Serialize};

/// Light, dark, or what the device says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Theme {
    /// What the device says.
    #[default]
    #[serde(rename = "auto")]
    Auto,
    /// Light.
    #[serde(rename = "light")]
    Light,
    /// Dark.
    #[serde(rename = "dark")]
    Dark,
}

impl Theme {
    /// Its name in storage and in the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Who speaks the cues. Only the chosen one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SpokenBy {
    /// Unknot's voice.
    #[serde(rename = "voice")]
    Voice,
    /// The person's screen reader, through the status region.
    #[default]
    #[serde(rename = "screen-reader")]
    ScreenReader,
    /// Nobody.
    #[serde(rename = "neither")]
    Neither,
}

/// The settings as they are stored: each field on its own, so that the last writer wins per field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// Beeps.
    pub sound: Option<bool>,
    /// Seconds to get ready, 0 to 30.
    pub get_ready: Option<u16>,
    /// Light or dark.
    pub theme: Option<Theme>,
    /// Repetitions at one's own pace.
    pub self_paced: Option<bool>,
    /// Who speaks.
    pub spoken_by: Option<SpokenBy>,
    /// Whether single keys (space, arrows, M) work in the player.
    pub shortcuts: Option<bool>,
    /// The emergency number to show on the safety page.
    pub emergency_number: Option<String>,
}

impl Settings {
    /// Whether beeps sound.
    pub fn sound(&self) -> bool {
        self.sound.unwrap_or(true)
    }

    /// Whether single keys work in the player.
    pub fn shortcuts(&self) -> bool {
        self.shortcuts.unwrap_or(true)
    }

    /// Light or dark.
    pub fn theme(&self) -> Theme {
        self.theme.unwrap_or_default()
    }

    /// Who speaks.
    pub fn spoken_by(&self) -> SpokenBy {
        self.spoken_by.unwrap_or_default()
    }

    /// The pace of a session.
    pub fn pace(&self) -> Pace {
        let get_ready = self.get_ready.unwrap_or(DEFAULT_GET_READY).min(*GET_READY.end());
        Pace { get_ready, self_paced: self.self_paced.unwrap_or(false) }
    }
}
