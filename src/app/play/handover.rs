//! What the player's page is to do by itself, because something was pressed elsewhere.

use crate::app::shell::routes::Route;
use crate::domain::documents::running::Checkpoint;
use crate::domain::routine::Routine;
use leptos::prelude::*;

/// What is wished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Start was pressed for this routine: what is to be known before, and Begin.
    Begin(Box<Routine>),
    /// Take up a session that was left.
    TakeUp(Box<Checkpoint>),
}

/// A wish for one page: it is gone once that page has it, or when the person goes elsewhere.
#[derive(Debug, Clone, Copy)]
pub struct Handover(RwSignal<Option<(Route, Wish)>>);

impl Handover {
    /// No wish yet.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Wishes something of a page.
    pub fn wish(self, of: Route, wish: Wish) {
        self.0.try_set(Some((of, wish)));
    }

    /// The session that a page with a share code is to take up, if it has that code; tracked.
    pub fn to_take_up(self, code: &str) -> Option<Box<Checkpoint>> {
        self.0.with(|wish| match wish {
            Some((Route::PlayCustom, Wish::TakeUp(left))) if left.record.code == code => Some(left.clone()),
            _ => None,
        })
    }

    /// Takes the wish for a page, which plays what `code` says; tracked.
    pub fn take(self, at: Route, code: &str) -> Option<Wish> {
        let (of, wish) = self.0.get()?;
        let other_code = at == Route::PlayCustom && matches!(&wish, Wish::TakeUp(left) if left.record.code != code);
        if of != at || other_code {
            return None;
        }
        self.0.set(None);
        Some(wish)
    }

    /// Forgets a wish for any other page.
    pub fn keep_only(self, at: Route) {
        if self.0.try_with_untracked(|wish| wish.as_ref().is_some_and(|(of, _)| *of != at)) == Some(true) {
            self.0.try_set(None);
        }
    }
}

impl Default for Handover {
    fn default() -> Self {
        Self::new()
    }
}

/// The wish that the shell provides.
pub fn use_handover() -> Handover {
    // The shell provides it before it draws any page, on the host and in the browser alike.
    #[allow(clippy::expect_used)]
    use_context::<Handover>().expect("the shell provides the handover")
}
