//! Pages of ours in the frames of other sites, and the page around them. What speaks with that lies in
//! a chunk of its own; the player knows it by what it does.

pub mod framed;
mod parent;

use self::framed::Framed;
use self::parent::Parent;
use crate::app::chunks::{Chunk, chunk};
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::domain::embed::Kind;
use leptos::prelude::*;
use std::rc::Rc;

/// The chunk of framed pages.
pub const FRAME: Chunk = Chunk {
    place: 2,
    load: || {
        Box::pin(async {
            load_frame().await?;
            load_parent().await
        })
    },
};

chunk! { frame, load_frame,
    /// The content of a framed page.
    pub fn framed_page(kind: Kind, id: &'static str) -> AnyView {
        view! { <Framed kind id/> }
    }
}

chunk! { frame, load_parent,
    /// Shakes hands with the page around ours, if there is one, for the rest of this page's life.
    pub fn meet(kind: Kind, id: &'static str) -> Option<Around> {
        Parent::meet(kind, id).map(|parent| Around(StoredValue::new_local(Rc::new(parent))))
    }
}

/// What the page around ours is told.
pub trait Hears {
    /// Tells it of a session from now on, which it may start and pause.
    fn follow(&self, session: Session);
    /// Says that nothing can be kept here.
    fn tell_of_no_storage(&self);
}

/// The page around ours. Copied freely.
#[derive(Clone, Copy)]
pub struct Around(StoredValue<Rc<dyn Hears>, LocalStorage>);

impl Around {
    /// Tells it of a session from now on, which it may start and pause.
    pub fn follow(self, session: Session) {
        self.0.try_with_value(|around| around.follow(session));
    }

    /// Says that nothing can be kept here.
    pub fn tell_of_no_storage(self) {
        self.0.try_with_value(|around| around.tell_of_no_storage());
    }
}
