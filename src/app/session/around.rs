//! The page around ours, as a session knows it: by what it hears.

use super::driver::Session;
use leptos::prelude::*;
use std::rc::Rc;

/// What the page around ours is told.
pub trait Hears {
    /// Tells it that there is a player to be started, and how high it is from now on.
    fn greet(&self);
    /// Tells it of a session from now on, which it may start and pause.
    fn follow(&self, session: Session);
    /// Says that nothing can be kept here.
    fn tell_of_no_storage(&self);
}

/// The page around ours. Copied freely.
#[derive(Clone, Copy)]
pub struct Around(StoredValue<Rc<dyn Hears>, LocalStorage>);

impl Around {
    /// What hears for it.
    pub fn new(hears: impl Hears + 'static) -> Self {
        Self(StoredValue::new_local(Rc::new(hears)))
    }

    /// Tells it that there is a player to be started, and how high it is from now on.
    pub fn greet(self) {
        self.0.try_with_value(|around| around.greet());
    }

    /// Tells it of a session from now on, which it may start and pause.
    pub fn follow(self, session: Session) {
        self.0.try_with_value(|around| around.follow(session));
    }

    /// Says that nothing can be kept here.
    pub fn tell_of_no_storage(self) {
        self.0.try_with_value(|around| around.tell_of_no_storage());
    }
}
