//! The rope of the mark, where there is nothing else to see: in a tangle, and untied.

use crate::app::view::view;
use crate::platform::page;
use leptos::prelude::*;

const TANGLE: &str = "M6 84C46 86 60 66 74 44C88 20 118 8 130 24C144 44 108 74 84 66C60 56 70 18 98 22C130 28 146 78 112 82C82 84 78 46 100 38C126 30 140 62 154 68C168 74 182 70 194 64";

/// A small tangle, over what could not be found and what is still empty.
#[component]
pub fn Tangle() -> impl IntoView {
    view! {
        <svg class="tangle" viewBox="0 0 200 96" aria-hidden="true">
            <path d=TANGLE/>
        </svg>
    }
}

/// One loop, tied; and as loose as a rope that was pulled at both ends.
const TIED: &str = "M6 34C110 34 186 34 186 18C186 2 114 2 114 18C114 34 190 34 294 34";
const UNTIED: &str = "M6 30C60 16 104 40 150 30C150 30 150 30 150 30C150 30 150 30 150 30C196 20 240 42 294 26";

/// The last loop of a session, which comes undone where the session was done.
#[component]
pub fn LastLoop(
    /// Whether the session was finished.
    finished: bool,
) -> impl IntoView {
    let moves = finished && !page::wants_less_motion();
    let rests = if finished && !moves { UNTIED } else { TIED };
    // Styles could do it in two browsers of three.
    let pull = moves.then(|| {
        view! {
            <animate attributeName="d" from=TIED to=UNTIED begin="0.5s" dur="1.6s" fill="freeze" calcMode="spline" keyTimes="0;1" keySplines=".6 0 .2 1"/>
        }
    });
    view! { <svg class="last-loop" viewBox="0 0 300 48" aria-hidden="true"><path d=rests>{pull}</path></svg> }
}
