//! What is there only at times, in a chunk of its own: the dialogs and the summary of a session,
//! offers, trouble, errors.

use super::chunks::{Chunk, State, called, chunk, part_of, place_of, use_chunks};
use super::library::use_library;
use super::parts::rope::{LastLoop, Tangle};
use super::play::resume::Offer;
use super::play::stage::dialogs::Dialogs;
use super::play::stage::open::Open;
use super::play::stage::rope::Rope;
use super::play::told::Told;
use super::session::driver::Session;
use super::shell::notices::{Notice, NoticeButtons};
use super::shell::offline::use_offline;
use super::shell::trouble::Trouble;
use super::shell::update::UpdateBar;
use crate::app::reactive::memo;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::routine::Item;
use crate::domain::routine::share_code::ShareCodeError;
use crate::platform::offline::Offline;
use crate::platform::timers;
use leptos::prelude::*;

/// The chunk of extras. A session fetches it when it begins.
pub const EXTRAS: Chunk = Chunk { place: place_of("extras"), load: || Box::pin(load_extras()) };

/// One of them.
#[allow(clippy::large_enum_variant)]
#[derive(Debug, Clone)]
pub enum Extra {
    /// The last loop of a session, which comes undone where that is finished.
    LastLoop(bool),
    /// What was done in a session, and how it feels now.
    Done(Session),
    /// How far a running session is.
    Rope(Session),
    /// The dialogs of a running session.
    Dialogs(Session, Memo<Item>, Open),
    /// Sessions that were left.
    Offer,
    /// What the person must know of their data.
    Trouble,
    /// A new version waits.
    Update,
    /// What can be done about a short message.
    NoticeButtons(Notice),
    /// Why a link cannot be read.
    Unreadable(ShareCodeError),
}

chunk! { extras, load_extras,
    fn extra(which: Extra) -> AnyView {
        match which {
            Extra::LastLoop(finished) => view! { <LastLoop finished/> },
            Extra::Done(session) => view! { <Told session/> },
            Extra::Rope(session) => view! { <Rope session/> },
            Extra::Dialogs(session, item, open) => view! { <Dialogs session item open/> },
            Extra::Offer => view! { <Offer/> },
            Extra::Trouble => view! { <Trouble/> },
            Extra::Update => view! { <UpdateBar/> },
            Extra::NoticeButtons(notice) => view! { <NoticeButtons notice/> },
            Extra::Unreadable(error) => view! { <Tangle/><p role="alert">{t::share_code_error(&error)}</p> },
        }
    }
}

/// One of them, once it can be had.
pub fn extra_part(which: Extra) -> AnyView {
    part_of(EXTRAS, None, move || called(extra(which.clone())))
}

/// One of them, which is not missed where it cannot be had.
pub fn extra_beside(which: Extra) -> AnyView {
    let chunks = use_chunks();
    // What it stands beside is drawn first.
    timers::soon(move || chunks.fetch(EXTRAS));
    (move || match chunks.state(EXTRAS) {
        State::Here => called(extra(which.clone())),
        _ => None,
    })
    .into_any()
}

/// Offers to take up a session that was left; nothing where there is none.
#[component]
pub fn ContinueOffer() -> impl IntoView {
    let library = use_library();
    let any = memo(move || !library.running().is_empty());
    move || any.get().then(|| extra_part(Extra::Offer))
}

/// Messages about stored data; nothing when all is well.
#[component]
pub fn Troubles() -> impl IntoView {
    let library = use_library();
    let any = memo(move || library.is_in_trouble());
    move || any.get().then(|| extra_part(Extra::Trouble))
}

/// Says that a new version waits. Where that cannot be said, it waits on.
#[component]
pub fn Updates() -> impl IntoView {
    let offline_state = use_offline();
    let any = memo(move || matches!(offline_state.get(), Offline::Update | Offline::Refused));
    move || any.get().then(|| extra_beside(Extra::Update))
}
