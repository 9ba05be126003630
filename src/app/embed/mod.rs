//! Pages of ours in the frames of other sites, and the page around them. What speaks with that lies in
//! a chunk of its own; the player knows it by what it does.

pub mod framed;
mod parent;

use self::framed::Framed;
use self::parent::Parent;
use crate::app::chunks::{Chunk, chunk, place_of};
use crate::app::session::around::Around;
use crate::app::view::view;
use crate::domain::embed::Kind;
use leptos::prelude::*;

/// The chunk of framed pages.
pub const FRAME: Chunk = Chunk {
    place: place_of("frame"),
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
        Parent::meet(kind, id).map(Around::new)
    }
}
