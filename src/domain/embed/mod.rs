//! What a framed page and the page around it say to each other, and who may say it.
//!
//! A message is `{"unknot": {"v": 1, "type": …, …}}`. What a frame says holds which session runs
//! and how far it is, and nothing of the person's health.

pub mod accent;

use crate::domain::documents::settings::Theme;
use accent::Accent;
use miniserde::{Deserialize, Serialize, json};

/// The version of the protocol.
pub const VERSION: u32 = 1;
/// The longest message that is read, in bytes of JSON.
pub const MAX_MESSAGE: usize = 4_096;
/// The longest language tag that is read: what RFC 5646 asks everybody to have room for.
const MAX_TAG: usize = 35;

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
    /// The frame stopped working.
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

/// A language that there is content in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
}

impl Language {
    /// The nearest there is to a language tag, such as `en` or `pt-BR`; nothing for what is no
    /// tag at all.
    pub fn of(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or_default();
        let is_tag = tag.len() <= MAX_TAG
            && (2..=8).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        is_tag.then_some(Self::English)
    }

    /// Its language tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }
}

/// How a framed page is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Light or dark.
    pub theme: Theme,
    /// An accent instead of ours.
    pub accent: Option<Accent>,
    /// The language.
    pub lang: Language,
}

impl Look {
    /// Reads the query of a framed page's address, with or without its `?`. Whatever is not valid
    /// has its default: there is nobody to tell, and a page must come.
    pub fn from_query(query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        Self {
            theme: parameter(query, "theme").and_then(theme).unwrap_or_default(),
            accent: parameter(query, "accent").and_then(Accent::from_hex),
            lang: parameter(query, "lang").and_then(Language::of).unwrap_or_default(),
        }
    }

    /// The query that [`Look::from_query`] reads, with its `?`; defaults are left out.
    pub fn to_query(self) -> String {
        let theme = (self.theme != Theme::Auto).then(|| format!("theme={}", self.theme.name()));
        let accent = self.accent.map(|accent| format!("accent={}", accent.hex()));
        let lang = (self.lang != Language::default()).then(|| format!("lang={}", self.lang.tag()));
        let parts: Vec<String> = [theme, accent, lang].into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

fn theme(name: &str) -> Option<Theme> {
    [Theme::Auto, Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == name)
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
    theme: Option<Theme>,
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
        let accent = match accent {
            Some(text) => Some(Accent::parse(&text)?),
            None => None,
        };
        let lang = match lang {
            Some(tag) => Language::of(&tag)?,
            None => Language::default(),
        };
        Some(match verb {
            Verb::Configure => Self::Configure(Look { theme: theme.unwrap_or_default(), accent, lang }),
            Verb::Start => Self::Start,
            Verb::Pause => Self::Pause,
        })
    }
}

/// The page around a framed page, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Peer {
    /// Pinned by its first valid `configure`.
    origin: Option<String>,
}

impl Peer {
    /// Nobody has spoken yet.
    pub const fn new() -> Self {
        Self { origin: None }
    }

    /// What to do about a message, if anything. Only the parent window may speak; it has to
    /// `configure` first, and from then on its origin has to stay the same.
    pub fn accepts(&mut self, from_parent: bool, origin: &str, message: &str) -> Option<FromParent> {
        if !from_parent || self.origin.as_deref().is_some_and(|pinned| pinned != origin) {
            return None;
        }
        let message = FromParent::parse(message)?;
        if self.origin.is_none() {
            if !matches!(message, FromParent::Configure(_)) {
                return None;
            }
            self.origin = Some(origin.to_owned());
        }
        Some(message)
    }

    /// The target origin of what is posted to it. An opaque origin, `null`, cannot be named.
    pub fn target(&self) -> &str {
        self.origin.as_deref().filter(|origin| *origin != "null").unwrap_or("*")
    }
}
