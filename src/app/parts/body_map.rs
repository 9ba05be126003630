//! A body from the front and from behind, to be tapped where something is. The list of regions beside it
//! says the same to whoever does not point.

use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::sheet::Mark;
use leptos::prelude::*;

/// Where a region is: its id, whether it is seen from behind, and left, top, width and height on a body
/// of 100 by 220. From behind a person's left is on the left, from the front on the right.
pub const REGIONS: [(&str, bool, [u16; 4]); 30] = [
    ("neck", true, [41, 25, 18, 11]),
    ("left-shoulder-blade", true, [23, 38, 17, 22]),
    ("right-shoulder-blade", true, [60, 38, 17, 22]),
    ("upper-back", true, [41, 37, 18, 23]),
    ("middle-back", true, [32, 61, 36, 18]),
    ("left-low-back", true, [31, 80, 18, 19]),
    ("right-low-back", true, [51, 80, 18, 19]),
    ("left-buttock", true, [29, 100, 20, 20]),
    ("right-buttock", true, [51, 100, 20, 20]),
    ("back-of-left-thigh", true, [30, 121, 18, 36]),
    ("back-of-right-thigh", true, [52, 121, 18, 36]),
    ("left-calf", true, [31, 159, 16, 38]),
    ("right-calf", true, [53, 159, 16, 38]),
    ("back-of-left-arm", true, [9, 44, 13, 60]),
    ("back-of-right-arm", true, [78, 44, 13, 60]),
    ("throat", false, [41, 25, 18, 11]),
    ("right-shoulder", false, [19, 37, 18, 16]),
    ("left-shoulder", false, [63, 37, 18, 16]),
    ("chest", false, [38, 42, 24, 20]),
    ("belly", false, [31, 63, 38, 30]),
    ("right-hip", false, [28, 94, 20, 18]),
    ("left-hip", false, [52, 94, 20, 18]),
    ("front-of-right-thigh", false, [29, 113, 19, 38]),
    ("front-of-left-thigh", false, [52, 113, 19, 38]),
    ("right-knee", false, [31, 152, 16, 13]),
    ("left-knee", false, [53, 152, 16, 13]),
    ("right-shin-and-foot", false, [31, 166, 16, 46]),
    ("left-shin-and-foot", false, [53, 166, 16, 46]),
    ("right-arm", false, [9, 54, 13, 50]),
    ("left-arm", false, [78, 54, 13, 50]),
];

/// The outline of a body, the same from both sides.
const OUTLINE: &str = "M50 3c7 0 12 6 12 13 0 5-2 9-5 12v5c9 3 22 3 25 14l9 54c1 6-7 8-9 2l-9-36-2 28c2 12 2 20 1 32l-3 40 1 42c0 6-14 6-14 0l-4-80c0-3-4-3-4 0l-4 80c0 6-14 6-14 0l1-42-3-40c-1-12-1-20 1-32l-2-28-9 36c-2 6-10 4-9-2l9-54c3-11 16-11 25-14v-5c-3-3-5-7-5-12 0-7 5-13 12-13z";

/// One side of the body, with what is marked on it.
#[component]
pub fn BodyMap(
    /// From behind.
    behind: bool,
    /// What is said of a region; tracked.
    mark: Callback<&'static str, Mark>,
    /// A region was tapped.
    tapped: Callback<&'static str>,
) -> impl IntoView {
    let regions =
        REGIONS.iter().filter(|(_, is_behind, _)| *is_behind == behind).map(|(id, _, [x, y, width, height])| {
            let (id, x, y, width, height) = (*id, *x, *y, *width, *height);
            let class = move || match mark.run(id) {
                Mark::None => "region",
                Mark::Hurts => "region hurts",
                Mark::KeepOff => "region keep-off",
            };
            view! { <rect class=class x=x y=y width=width height=height rx="6" on:click=move |_| tapped.run(id)/> }
        });
    let d = OUTLINE;
    // What it shows is in the list of regions, so nobody misses it.
    view! {
        <figure class="body-map">
            <svg viewBox="0 0 100 220" aria-hidden="true"><path class="outline" d=d/>{regions.collect_view()}</svg>
            <figcaption>{if behind { t::FROM_BEHIND } else { t::FROM_THE_FRONT }}</figcaption>
        </figure>
    }
}
