//! The picture of what to do. What draws it lies in a chunk of its own, so a session can begin before
//! that has come; until then the drawing that the page was rendered with stays where it is.

use super::drawing::Drawing;
use super::figure::Figure;
use super::playing::Playing;
use crate::app::chunks::{Chunk, State, called, chunk, use_chunks};
use crate::app::view::view;
use crate::content;
use crate::content::words::messages as t;
use crate::domain::catalog::Breath;
use crate::domain::figure::{Motion, Playback};
use crate::domain::routine::Item;
use crate::domain::session::timeline::Phase;
use crate::platform::page;
use leptos::html::Div;
use leptos::prelude::*;

/// The chunk of the figure.
pub const FIGURE: Chunk = Chunk {
    place: 1,
    load: || {
        Box::pin(async {
            load_figure().await?;
            load_pose().await?;
            load_playing().await
        })
    },
};

chunk! { figure, load_figure,
    fn drawing(item: Item, now: Signal<(Phase, Playback)>) -> AnyView {
        view! { <Drawing item now/> }
    }
}

chunk! { figure, load_pose,
    fn pose(item: Item, pose: &'static str) -> AnyView {
        let motion = content::pose(pose).map(|pose| Motion::still(pose, false));
        view! { <Figure item motion=Signal::stored(motion) breath=Signal::stored(Breath::Easy) playback=Signal::stored(Playback::Stands(0))/> }
    }
}

chunk! { figure, load_playing,
    fn playing(item: Item) -> AnyView {
        view! { <Playing item/> }
    }
}

/// The place of a drawing, with the drawing once it can be made.
fn place(draw: impl Fn() -> Option<AnyView> + Send + Sync + 'static) -> AnyView {
    // One type for all: what follows is in the wasm once.
    place_of(Box::new(draw))
}

fn place_of(draw: Box<dyn Fn() -> Option<AnyView> + Send + Sync>) -> AnyView {
    let chunks = use_chunks();
    if chunks.has(FIGURE) {
        return view! { <div class="picture">{draw()}</div> };
    }
    chunks.fetch(FIGURE);
    let place = NodeRef::<Div>::new();
    let drawn = move || match chunks.state(FIGURE) {
        State::Here => {
            // The one that the page was rendered with looks the same.
            if let Some(place) = place.get_untracked() {
                page::remove_elements_in(&place);
            }
            draw()
        }
        State::Lost => Some(view! { <p class="small">{t::PICTURE_LOST}</p> }),
        State::Away | State::Coming => None,
    };
    view! { <div class="picture" node_ref=place>{drawn}</div> }
}

/// The picture of an item at a time of one of its phases.
#[component]
pub fn Picture(
    /// What to do.
    item: Item,
    /// The phase it is in, and how time runs in it.
    #[prop(into)]
    now: Signal<(Phase, Playback)>,
) -> impl IntoView {
    place(move || called(drawing(item, now)))
}

/// The picture of an item, playing by itself, with a button to pause it.
#[component]
pub fn Demo(
    /// What to show.
    item: Item,
) -> impl IntoView {
    place(move || called(playing(item)))
}

/// The figure in a pose, as big as it has to be for all poses of an item.
#[component]
pub fn Posed(
    /// The item.
    item: Item,
    /// The id of the pose.
    id: &'static str,
) -> impl IntoView {
    place(move || called(pose(item, id)))
}
