//! What is there only at times, in a chunk of its own: the summary, offers, trouble, errors.

use crate::app::reactive::{effect, memo};
use super::chunks::{Chunk, State, called, chunk, part_of, use_chunks};
use super::library::use_library;
use super::play::resume::Offer;
use super::play::told::Told;
use super::session::driver::Session;
use super::shell::offline::use_offline;
use super::shell::trouble::Trouble;
use super::shell::update::UpdateBar;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::routine::share_code::ShareCodeError;
use crate::platform::offline::Offline;
use leptos::prelude::*;

/// The chunk of extras. A session fetches it when it begins, for its end.
pub const EXTRAS: Chunk = Chunk {
    place: 0,
    load: || {
        Box::pin(async {
            load_told().await?;
            load_offer().await?;
            load_trouble().await?;
            load_update().await?;
            load_unreadable().await
        })
    },
};

chunk! { extras, load_told,
    fn told(session: Session) -> AnyView {
        view! { <Told session/> }
    }
}

chunk! { extras, load_offer,
    fn offer() -> AnyView {
        view! { <Offer/> }
    }
}

chunk! { extras, load_trouble,
    fn trouble() -> AnyView {
        view! { <Trouble/> }
    }
}

chunk! { extras, load_update,
    fn update() -> AnyView {
        view! { <UpdateBar/> }
    }
}

chunk! { extras, load_unreadable,
    fn unreadable(error: ShareCodeError) -> AnyView {
        view! { <p role="alert">{t::share_code_error(&error)}</p> }
    }
}

/// What was done in a session, and how it feels now.
pub fn done(session: Session) -> AnyView {
    part_of(EXTRAS, None, move || called(told(session)))
}

/// Offers to take up a session that was left; nothing where there is none.
#[component]
pub fn ContinueOffer() -> impl IntoView {
    let library = use_library();
    let any = memo(move || !library.running().is_empty());
    move || any.get().then(|| part_of(EXTRAS, None, || called(offer())))
}

/// Messages about stored data; nothing when all is well.
#[component]
pub fn Troubles() -> impl IntoView {
    let library = use_library();
    let any = memo(move || library.is_in_trouble());
    move || any.get().then(|| part_of(EXTRAS, None, || called(trouble())))
}

/// Says that a new version waits. Where that cannot be said, it waits on.
#[component]
pub fn Updates() -> impl IntoView {
    let (offline_state, chunks) = (use_offline(), use_chunks());
    let any = memo(move || matches!(offline_state.get(), Offline::Update | Offline::Refused));
    effect(move || {
        if any.get() {
            chunks.fetch(EXTRAS);
        }
    });
    move || (any.get() && chunks.state(EXTRAS) == State::Here).then(|| called(update()))
}

/// Why a link cannot be read.
pub fn why_unreadable(error: ShareCodeError) -> AnyView {
    part_of(EXTRAS, None, move || called(unreadable(error.clone())))
}
