//! The picture of what to do. What draws it lies in a chunk of its own, so a session can begin before
//! that has come; until then the drawing that the page was rendered with stays where it is.

use super::drawing::{Drawing, Telling};
use super::figure::{Figure, Subject};
use super::playing::{Looped, Playing};
use crate::app::chunks::{Chunk, SplitLoaderError, State, called, chunk, place_of, use_chunks};
use crate::app::play::before::Before;
use crate::app::reactive::build_in;
use crate::app::session::rules::load_rules;
use crate::app::session::teaching::load_teaching;
use crate::app::view::view;
use crate::content;
use crate::content::words::messages as t;
use crate::domain::catalog::{Breath, FloorStep};
use crate::domain::figure::{Motion, Playback};
use crate::domain::routine::Item;
use crate::domain::safety::clearing::Cleared;
use crate::domain::session::timeline::Phase;
use crate::platform::page;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::tachys::html::node_ref::NodeRefContainer;

/// The chunk of the figure, and of what is explained with it.
pub const FIGURE: Chunk = Chunk { place: place_of("figure"), load: || Box::pin(loads()) };

async fn loads() -> Result<(), SplitLoaderError> {
    load_figure().await?;
    load_rules().await?;
    load_teaching().await
}

/// What comes with the chunk of the figure.
#[derive(Debug, Clone, Copy)]
pub enum Drawn {
    /// What an item is like in a phase, and how time runs in it.
    Now(Item, Signal<(Phase, Playback)>),
    /// An item in its most telling pose, and how it comes to it.
    Telling(Item),
    /// The pose with this id.
    Posed(Subject, &'static str),
    /// The item, playing by itself.
    Playing(Item),
    /// The item, playing unless it is to stand still, and who is told the phase.
    Looped(Item, Memo<bool>, RwSignal<Option<Phase>>),
    /// No picture: what to know before a session.
    Before(Memo<Option<Cleared>>),
}

chunk! { figure, load_figure,
    fn drawing(drawn: Drawn) -> AnyView {
        match drawn {
            Drawn::Before(cleared) => view! { <Before cleared/> },
            Drawn::Now(item, now) => view! { <Drawing item now/> },
            Drawn::Telling(item) => view! { <Telling item/> },
            Drawn::Posed(subject, id) => {
                let motion = content::pose(id).map(|pose| Motion::still(pose, false));
                view! { <Figure subject motion=Signal::stored(motion) breath=Signal::stored(Breath::Easy) playback=Signal::stored(Playback::Stands(0))/> }
            }
            Drawn::Playing(item) => view! { <Playing item/> },
            Drawn::Looped(item, stands, looped) => view! { <Looped item stands looped/> },
        }
    }
}

/// The place of a drawing, with the drawing once it can be made.
fn place(drawn: Drawn) -> AnyView {
    let chunks = use_chunks();
    if chunks.has(FIGURE) {
        return view! { <div class="picture">{called(drawing(drawn))}</div> };
    }
    let place = NodeRef::<Div>::new();
    let waiting = view! { <div class="picture" node_ref=place>{drawn_in(place, drawn)}</div> };
    // Of another type than the place above: where one comes after the other, Leptos would keep the element,
    // and the drawing that the page was rendered with in it.
    Some(waiting).into_any()
}

/// What is drawn in a place that may hold a drawing already.
fn drawn_in(place: NodeRef<Div>, drawn: Drawn) -> AnyView {
    let chunks = use_chunks();
    chunks.fetch(FIGURE);
    let picture = move || match chunks.state(FIGURE) {
        State::Here => {
            // The one that the page was rendered with looks the same.
            if let Some(place) = place.try_get_untracked()? {
                if matches!(drawn, Drawn::Telling(..) | Drawn::Posed(..)) && place.first_element_child().is_some() {
                    return None;
                }
                page::remove_elements_in(&place);
            }
            called(drawing(drawn))
        }
        State::Lost => {
            let lost = if matches!(drawn, Drawn::Before(_)) { t::PART_LOST } else { t::PICTURE_LOST };
            Some(view! { <p class="lost">{lost}</p> })
        }
        State::Away | State::Coming => None,
    };
    picture.into_any()
}

/// Lets the picture of an item play by itself in a place of the rendered page.
pub fn play_in(place: Option<web_sys::Element>, item: Option<Item>) {
    let (Some(place), Some(item)) = (place, item) else { return };
    let known = NodeRef::<Div>::new();
    known.load(&place);
    build_in(drawn_in(known, Drawn::Playing(item)), &place);
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
    place(Drawn::Now(item, now))
}

/// A still of an item in its most telling pose, with how it comes to it: for cards and lists.
#[component]
pub fn Still(
    /// What to show.
    item: Item,
) -> impl IntoView {
    place(Drawn::Telling(item))
}

/// The picture of an item, playing by itself, with a button to pause it.
#[component]
pub fn Demo(
    /// What to show.
    item: Item,
) -> impl IntoView {
    place(Drawn::Playing(item))
}

/// The picture of an item, playing unless it is to stand still.
#[component]
pub fn Looping(
    /// What to show.
    item: Item,
    /// Whether it stands still.
    stands: Memo<bool>,
    /// Told the phase that is shown.
    looped: RwSignal<Option<Phase>>,
) -> impl IntoView {
    place(Drawn::Looped(item, stands, looped))
}

/// What to know before a session.
pub fn before(cleared: Memo<Option<Cleared>>) -> AnyView {
    place(Drawn::Before(cleared))
}

/// The picture of a step of getting down to the floor or up again.
#[component]
pub fn FloorPicture(
    /// The step.
    step: &'static FloorStep,
) -> impl IntoView {
    place(Drawn::Posed(Subject::Floor(step), step.pose.get()))
}

/// The figure in a pose, as big as it has to be for all poses of an item.
#[component]
pub fn Posed(
    /// The item.
    item: Item,
    /// The id of the pose.
    id: &'static str,
) -> impl IntoView {
    place(Drawn::Posed(Subject::Item(item), id))
}
