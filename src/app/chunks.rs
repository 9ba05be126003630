//! The chunks of the wasm that are fetched when they are needed, and what is shown meanwhile.
//!
//! A function made by `chunk!` is cut out of the main part of the wasm, with everything that
//! nothing else calls; `site::split` does the cutting. ARCHITECTURE.md tells how, in "The split".

use crate::app::parts::button::button;
use crate::app::shell::address::use_address;
use crate::app::view::view;
use crate::content::words::messages as t;
use leptos::prelude::*;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
pub use wasm_split_helpers::SplitLoaderError;

/// A function in a chunk. `$load` fetches the chunk; calling `$name` before that has succeeded gives
/// an error.
macro_rules! chunk {
    ($chunk:ident, $load:ident, $(#[$meta:meta])* $visible:vis fn $name:ident($($argument:ident: $type:ty),*) -> $made:ty $body:block) => {
        // While developing, the wasm stays in one piece.
        #[cfg(debug_assertions)]
        #[doc = "Fetches the chunk."]
        #[allow(clippy::unused_async, dead_code)]
        $visible async fn $load() -> Result<(), $crate::app::chunks::SplitLoaderError> {
            Ok(())
        }

        #[cfg(debug_assertions)]
        #[allow(clippy::unused_async)]
        $(#[$meta])*
        $visible async fn $name($($argument: $type),*) -> Result<$made, $crate::app::chunks::SplitLoaderError> {
            Ok($body)
        }

        // The one place that may: the macro declares functions that are linked when a chunk has come,
        // under names that it makes unique, with the signatures of the functions that they are.
        #[cfg(not(debug_assertions))]
        #[allow(unsafe_code)]
        #[wasm_split_helpers::wasm_split($chunk, fallible, preload(#[doc = "Fetches the chunk."] #[allow(unsafe_code, dead_code)] $load))]
        $(#[$meta])*
        $visible fn $name($($argument: $type),*) -> Result<$made, $crate::app::chunks::SplitLoaderError> {
            Ok($body)
        }
    };
}
pub(crate) use chunk;

/// Whether a chunk is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody has asked for it.
    Away,
    /// It is being fetched.
    Coming,
    /// What is in it can be called.
    Here,
    /// It could not be had.
    Lost,
}

type Loading = Pin<Box<dyn Future<Output = Result<(), SplitLoaderError>>>>;

/// A chunk.
#[derive(Debug, Clone, Copy)]
pub struct Chunk {
    /// Its place among [`NAMES`].
    pub place: usize,
    /// Fetches it, for each of its functions: they do not know of each other.
    pub load: fn() -> Loading,
}

/// Their names, which files are named after.
pub const NAMES: [&str; 12] =
    ["build", "custom", "data", "extras", "figure", "frame", "home", "massage", "next", "pages", "safety", "weeks"];

/// The place of a chunk among [`NAMES`]. In a constant a wrong name does not compile.
pub const fn place_of(name: &str) -> usize {
    let mut place = 0;
    // Nothing else compares texts in a constant.
    while !NAMES[place].eq_ignore_ascii_case(name) {
        place += 1;
    }
    place
}

/// The states of all chunks, for as long as the page lives. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Chunks([RwSignal<State>; NAMES.len()]);

impl Default for Chunks {
    fn default() -> Self {
        // On the host everything is in one piece.
        let state = if cfg!(target_arch = "wasm32") { State::Away } else { State::Here };
        Self(std::array::from_fn(|_| RwSignal::new(state)))
    }
}

impl Chunks {
    /// The state of a chunk, tracked.
    pub fn state(self, chunk: Chunk) -> State {
        self.0[chunk.place].try_get().unwrap_or(State::Away)
    }

    /// Whether what is in the chunk can be called, not tracked.
    pub fn has(self, chunk: Chunk) -> bool {
        self.0[chunk.place].try_get_untracked() == Some(State::Here)
    }

    /// Fetches a chunk that is neither here nor coming.
    pub fn fetch(self, chunk: Chunk) {
        let state = self.0[chunk.place];
        if matches!(state.try_get_untracked(), Some(State::Away | State::Lost)) {
            state.try_set(State::Coming);
            leptos::task::spawn_local(async move {
                let loaded = (chunk.load)().await;
                state.try_set(if loaded.is_ok() { State::Here } else { State::Lost });
            });
        }
    }

    /// Takes note of a chunk that was fetched before the app began.
    pub fn came(self, chunk: Chunk) {
        self.0[chunk.place].try_set(State::Here);
    }
}

/// The chunks that the shell provides.
pub fn use_chunks() -> Chunks {
    // The shell provides them before it draws any page, on the host and in the browser alike.
    #[allow(clippy::expect_used)]
    use_context::<Chunks>().expect("the shell provides the chunks")
}

/// What a function of a chunk that is here gives; nothing where it is not.
pub fn called<T>(function: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    match pin!(function).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => made.ok(),
        Poll::Pending => None,
    }
}

/// A part of the page that a chunk makes. A page has a heading, which stands alone until the chunk
/// is here; where it cannot be had there is a message with a button to try again.
pub fn part_of(
    chunk: Chunk,
    heading: Option<String>,
    make: impl Fn() -> Option<AnyView> + Send + Sync + 'static,
) -> AnyView {
    // One type for all: what follows is in the wasm once.
    made_of(chunk, heading, Box::new(make))
}

fn made_of(chunk: Chunk, heading: Option<String>, make: Box<dyn Fn() -> Option<AnyView> + Send + Sync>) -> AnyView {
    let chunks = use_chunks();
    if chunks.has(chunk) {
        return make().into_any();
    }
    chunks.fetch(chunk);
    let address = use_address();
    let made = move || {
        let heading = heading.clone().map(|heading| view! { <h1>{heading}</h1> });
        match chunks.state(chunk) {
            State::Here => {
                if heading.is_some() {
                    // Where one is to be on the page was said before there was one.
                    address.settle();
                }
                make().into_any()
            }
            State::Lost => view! {
                {heading}
                <div class="callout" role="alert">
                    <p>{t::PART_LOST}</p>
                    {button("button", t::TRY_AGAIN, move || chunks.fetch(chunk))}
                    // No worker keeps the parts of a framed page: a new version may have replaced them.
                    {address.is_framed().then(|| view! { <button type="button" class="button" data-reload="">{t::RELOAD}</button> })}
                </div>
            },
            State::Away | State::Coming => heading.into_any(),
        }
    };
    made.into_any()
}
