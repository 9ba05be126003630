//! How a framed page is to look, as an address says it.

use super::accent::Accent;
use crate::domain::documents::settings::Theme;

/// The longest language tag that is read: what RFC 5646 asks everybody to have room for.
const MAX_TAG: usize = 35;

/// Whether a text has the shape of a language tag, such as `pt` or `zh-Hant-TW`. Whether there is
/// content in that language is another question.
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    text.len() <= MAX_TAG
        && (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// How a framed page is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Light or dark.
    pub theme: Theme,
    /// An accent instead of ours.
    pub accent: Option<Accent>,
}

impl Look {
    /// Reads the query of a framed page's address, with or without its `?`. Whatever is not valid
    /// has its default: there is nobody to tell, and a page must come. `lang` may be there, but a build
    /// has one language.
    pub fn from_query(query: &str) -> Self {
        let query = query.strip_prefix('?').unwrap_or(query);
        Self {
            theme: parameter(query, "theme").and_then(Theme::named).unwrap_or_default(),
            accent: parameter(query, "accent").and_then(Accent::from_hex),
        }
    }

    /// The query that [`Look::from_query`] reads, with its `?`; defaults are left out.
    pub fn to_query(self) -> String {
        let theme = (self.theme != Theme::Auto).then(|| format!("theme={}", self.theme.name()));
        let accent = self.accent.map(|accent| format!("accent={}", accent.hex()));
        let parts: Vec<String> = [theme, accent].into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}
