//! Whom a framed page listens to.

use super::message::FromParent;

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
