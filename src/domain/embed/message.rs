//! What a framed page and the page around it say to each other.
//!
//! A message is `{"unknot": {"v": 1, "type": …, …}}`. What a frame says holds which session runs
//! and how far it is, and nothing of the person's health.

use super::accent::Accent;
use super::look::{Look, is_language_tag};
use crate::domain::documents::settings::Theme;
use miniserde::{Deserialize, Serialize, json};

/// The version of the protocol.
pub const VERSION: u32 = 1;
/// The longest message that is read, in bytes of JSON.
pub const MAX_MESSAGE: usize = 4_096;

/// What a framed page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A routine or an at-home sequence.
    Routine,
    /// An exercise.
    Exercise,
    /// A technique.
    Technique,
}

impl Kind {
    /// Its name in messages and addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Routine => "routine",
            Self::Exercise => "exercise",
            Self::Technique => "technique",
        }
    }
}

/// What can be wrong in a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Nothing can be kept here. Sessions run all the same.
    NoStorage,
    /// The frame stopped working. Told by `public/start.js`, for nothing of the app works then.
    Stopped,
}

impl Trouble {
    /// Its code in messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoStorage => "no-storage",
            Self::Stopped => "stopped",
        }
    }
}

/// What a framed page says to the page around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FromChild {
    /// It listens.
    Ready,
    /// Its content is this high.
    Resize {
        /// CSS pixels.
        height: u32,
    },
    /// A session began.
    Start {
        /// What it is a session of.
        kind: Kind,
        /// Its id.
        id: &'static str,
    },
    /// The session reached another exercise or step.
    Progress {
        /// Which one, from 1.
        step: u32,
        /// Of how many.
        of: u32,
    },
    /// The session came to its end.
    Complete {
        /// What it was a session of.
        kind: Kind,
        /// Its id.
        id: &'static str,
        /// Seconds in which it ran.
        seconds: u32,
    },
    /// Something is wrong.
    Error {
        /// What.
        code: Trouble,
    },
}

impl FromChild {
    /// The message, to be parsed and posted.
    pub fn to_json(self) -> String {
        match self {
            Self::Ready => message("ready", &[]),
            Self::Resize { height } => message("resize", &[("height", &height)]),
            Self::Start { kind, id } => message("start", &[("kind", &kind.name()), ("id", &id)]),
            Self::Progress { step, of } => message("progress", &[("step", &step), ("of", &of)]),
            Self::Complete { kind, id, seconds } => {
                message("complete", &[("kind", &kind.name()), ("id", &id), ("seconds", &seconds)])
            }
            Self::Error { code } => message("error", &[("code", &code.code())]),
        }
    }
}

fn message(name: &str, fields: &[(&str, &dyn Serialize)]) -> String {
    let mut out = format!(r#"{{"unknot":{{"v":{VERSION},"type":"{name}""#);
    for (field, value) in fields {
        out.push_str(",\"");
        out.push_str(field);
        out.push_str("\":");
        out.push_str(&json::to_string(*value));
    }
    out.push_str("}}");
    out
}

/// What the page around a framed page says to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FromParent {
    /// How it is to look: all of it, so that of several only the last one counts. What the message
    /// leaves out has its default.
    Configure(Look),
    /// As if Start were pressed.
    Start,
    /// As if Pause were pressed.
    Pause,
}

#[derive(Deserialize)]
struct Envelope {
    unknot: Incoming,
}

#[derive(Deserialize)]
struct Incoming {
    v: u32,
    #[serde(rename = "type")]
    verb: Verb,
    theme: Option<String>,
    accent: Option<String>,
    lang: Option<String>,
}

#[derive(Deserialize)]
enum Verb {
    #[serde(rename = "configure")]
    Configure,
    #[serde(rename = "start")]
    Start,
    #[serde(rename = "pause")]
    Pause,
}

impl FromParent {
    /// Reads a message as JSON. One invalid field makes all of it invalid, unlike in an address: a
    /// `configure` pins its sender, and who may speak must not hang on half a message.
    pub fn parse(message: &str) -> Option<Self> {
        if message.len() > MAX_MESSAGE {
            return None;
        }
        let Envelope { unknot: Incoming { v, verb, theme, accent, lang } } = json::from_str(message).ok()?;
        if v != VERSION {
            return None;
        }
        let theme = match theme {
            Some(name) => Theme::named(&name)?,
            None => Theme::Auto,
        };
        let accent = match accent {
            Some(text) => Some(Accent::parse(&text)?),
            None => None,
        };
        // A build has one language, so a valid tag selects nothing.
        if lang.is_some_and(|tag| !is_language_tag(&tag)) {
            return None;
        }
        Some(match verb {
            Verb::Configure => Self::Configure(Look { theme, accent }),
            Verb::Start => Self::Start,
            Verb::Pause => Self::Pause,
        })
    }
}
