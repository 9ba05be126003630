//! What a person may set. Every field may be missing in what is stored, and then has its default.

use super::choice::choice;
use super::kind::{Document, Kind, SETTINGS};
use crate::domain::session::timeline::{DEFAULT_GET_READY, GET_READY, Pace};
use miniserde::{Deserialize, Serialize};

/// Light, dark, or what the device says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// What the device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

choice!(Theme { Auto = "auto", Light = "light", Dark = "dark" });

/// Who shows the exercises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Model {
    /// One of the three, by chance.
    #[default]
    Chance,
    /// The first.
    First,
    /// The second, about 60.
    Second,
    /// The third.
    Third,
}

choice!(Model { Chance = "chance", First = "1", Second = "2", Third = "3" });

/// How fast the voice may speak, percent of normal.
pub const RATE: core::ops::RangeInclusive<u8> = 60..=140;

/// Who speaks the cues. Only the chosen one does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SpokenBy {
    /// Unknot's voice.
    #[default]
    Voice,
    /// The person's screen reader, through the status region.
    ScreenReader,
    /// Nobody.
    Neither,
}

choice!(SpokenBy { Voice = "voice", ScreenReader = "screen-reader", Neither = "neither" });

/// Which repetitions the voice counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Counting {
    /// Every one.
    #[default]
    Each,
    /// The second, the fourth and so on.
    EverySecond,
    /// None.
    Off,
}

choice!(Counting { Each = "each", EverySecond = "every-second", Off = "off" });

impl Counting {
    /// Whether it says the number of a repetition.
    pub const fn says(self, number: u16) -> bool {
        match self {
            Self::Each => true,
            Self::EverySecond => number.is_multiple_of(2),
            Self::Off => false,
        }
    }
}

/// When it is explained how something is done before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Explain {
    /// Until one has done it twice.
    #[default]
    AtFirst,
    /// Each time.
    Always,
    /// Not at all.
    Never,
}

choice!(Explain { AtFirst = "first", Always = "always", Never = "never" });

/// The settings as they are stored: each field on its own, so that the last writer wins per field.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// Beeps.
    pub sound: Option<bool>,
    /// Seconds to get ready, 0 to 30.
    pub get_ready: Option<u16>,
    /// Light or dark.
    pub theme: Option<Theme>,
    /// Who shows the exercises.
    pub model: Option<Model>,
    /// Repetitions at one's own pace.
    pub self_paced: Option<bool>,
    /// Who speaks.
    pub spoken_by: Option<SpokenBy>,
    /// Whether single keys (space, arrows, M) work in the player.
    pub shortcuts: Option<bool>,
    /// Loudness of the beeps, percent.
    pub volume: Option<u8>,
    /// Name of the voice that Unknot speaks with; the device's own choice without.
    pub voice: Option<String>,
    /// How fast it speaks, percent of normal.
    pub rate: Option<u8>,
    /// Whether it may speak over the network where the device has no voice of its own.
    pub network_voice: Option<bool>,
    /// Whether it says when to breathe in and out.
    pub breath_words: Option<bool>,
    /// Which repetitions it counts.
    pub counting: Option<Counting>,
    /// When it is explained how something is done.
    pub explain: Option<Explain>,
    /// Whether a session waits for the phone to be put down.
    pub phone_down: Option<bool>,
    /// Whether the device buzzes at cues.
    pub vibration: Option<bool>,
    /// Whether the screen flashes at cues.
    pub flash: Option<bool>,
    /// Whether the person has been offered to install the app.
    pub install_offered: Option<bool>,
    /// Whether superman is part of today's routine.
    pub superman: Option<bool>,
    /// Whether the weekly check-in is asked for.
    pub check_in: Option<bool>,
    /// The local date on which it was put off for a week, `YYYY-MM-DD`.
    pub check_in_put_off: Option<String>,
    /// The emergency number to show on the safety page.
    pub emergency_number: Option<String>,
}

impl Document for Settings {
    const KIND: Kind = SETTINGS;
    type Stored = Self;

    fn of_stored(stored: Self, _: &str) -> Option<Self> {
        Some(stored)
    }
}

impl Settings {
    /// Whether beeps sound.
    pub fn sound(&self) -> bool {
        self.sound.unwrap_or(true)
    }

    /// Loudness of the beeps, 0 to 100 percent.
    pub fn volume(&self) -> u8 {
        self.volume.unwrap_or(80).min(100)
    }

    /// How fast the voice speaks, percent of normal, within [`RATE`].
    pub fn rate(&self) -> u8 {
        self.rate.unwrap_or(95).clamp(*RATE.start(), *RATE.end())
    }

    /// Whether words may be sent to a voice on the network; never unless the person says so.
    pub fn network_voice(&self) -> bool {
        self.network_voice.unwrap_or(false)
    }

    /// Whether the voice says when to breathe in and out.
    pub fn breath_words(&self) -> bool {
        self.breath_words.unwrap_or(true)
    }

    /// Which repetitions the voice counts.
    pub fn counting(&self) -> Counting {
        self.counting.unwrap_or_default()
    }

    /// When it is explained how something is done.
    pub fn explain(&self) -> Explain {
        self.explain.unwrap_or_default()
    }

    /// Whether a session waits for the phone to be put down before it begins.
    pub fn phone_down(&self) -> bool {
        self.phone_down.unwrap_or(true)
    }

    /// Whether the device buzzes at cues.
    pub fn vibration(&self) -> bool {
        self.vibration.unwrap_or(true)
    }

    /// Whether the screen flashes at cues.
    pub fn flash(&self) -> bool {
        self.flash.unwrap_or(false)
    }

    /// Whether the person has been offered to install the app; they are asked once.
    pub fn install_offered(&self) -> bool {
        self.install_offered.unwrap_or(false)
    }

    /// Whether single keys work in the player.
    pub fn shortcuts(&self) -> bool {
        self.shortcuts.unwrap_or(true)
    }

    /// Who shows the exercises.
    pub fn model(&self) -> Model {
        self.model.unwrap_or_default()
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
