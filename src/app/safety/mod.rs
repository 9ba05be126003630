//! The safety screen, wherever it is asked, and the page of it: in a chunk of their own, which those
//! who were asked never need.

mod body;
mod check;
mod number;
mod page;

use self::body::Body;
use self::check::Check;
use self::page::Safety;
use crate::app::chunks::{Chunk, called, chunk, part_of, place_of};
use crate::app::view::view;
use leptos::prelude::*;

/// The chunk of the safety screen.
pub const SAFETY: Chunk = Chunk {
    place: place_of("safety"),
    load: || {
        Box::pin(async {
            load_body().await?;
            load_check().await?;
            load_page().await
        })
    },
};

chunk! { safety, load_check,
    fn check(again: RwSignal<bool>) -> AnyView {
        view! { <Check again/> }
    }
}

chunk! { safety, load_body,
    fn conditions() -> AnyView {
        view! { <Body/> }
    }
}

chunk! { safety, load_page,
    /// The page.
    pub fn safety_page() -> AnyView {
        view! { <Safety/> }
    }
}

/// Where the person can name conditions.
pub fn body() -> AnyView {
    part_of(SAFETY, None, || called(conditions()))
}

/// The safety screen before a session, or in it. `again` is true for as long as it is to be answered
/// anew; when everything is answered that is false.
pub fn checking(again: RwSignal<bool>) -> AnyView {
    part_of(SAFETY, None, move || called(check(again)))
}
