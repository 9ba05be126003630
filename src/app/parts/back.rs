//! Draws a stroke on a back, seen from behind, moving.

use super::animated::{Animated, follow};
use crate::app::reactive::memo;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::catalog::Stroke;
use crate::domain::figure::Playback;
use crate::domain::figure::stroke::{Tool, Touch, places, touches};
use crate::domain::routine::Item;
use crate::domain::session::timeline::Side;
use leptos::prelude::*;
use leptos::svg::G;

/// The most touches a stroke has at once.
const TOUCHES: usize = 4;

/// The outline of a back from the shoulders to the hips, and the head above.
const OUTLINE: &str = "M388 150C386 205 372 222 330 238C250 262 186 282 172 372C158 470 176 640 214 760C232 850 214 930 200 1010H800C786 930 768 850 786 760C824 640 842 470 828 372C814 282 750 262 670 238C628 222 614 205 612 150Z";

fn path_of(stroke: Stroke, side: f32) -> String {
    let x = |away: f32| (500.0 + side * away * 6.4) as i32;
    match stroke {
        Stroke::Glide => format!("M{} 930V330C{} 290 {} 300 {} 380", x(13.0), x(14.0), x(30.0), x(32.0)),
        Stroke::Circles | Stroke::Knead => format!("M{} 860V420", x(if stroke == Stroke::Knead { 27.0 } else { 19.0 })),
        Stroke::Forearm => format!("M{} 880V450", x(23.0)),
        Stroke::None | Stroke::Rest | Stroke::Spot | Stroke::Sink => String::new(),
    }
}

/// Where a touch is, as a transform: for an attribute, or with the units that styles ask for.
fn place(touch: Touch, units: bool) -> String {
    let px = if units { "px" } else { "" };
    format!("translate({}{px},{}{px})", (180.0 + touch.x * 6.4) as i32, (250.0 + touch.y * 7.2) as i32)
}

/// The ring around a touch, wider the harder it presses: a circle of radius 100, scaled.
fn ring(touch: Touch, units: bool) -> String {
    let percent = 50 + (touch.press * 60.0) as i32;
    format!("{} scale({}.{:02})", place(touch, units), percent / 100, percent % 100)
}

/// A stroke on a back.
#[component]
pub fn Back(
    /// The step.
    item: Item,
    /// The side it works on now.
    #[prop(into)]
    side: Signal<Option<Side>>,
    /// How time runs in the stroke.
    #[prop(into)]
    playback: Signal<Playback>,
) -> impl IntoView {
    let stroke = item.stroke();
    let rests = memo(move || {
        let gone = if let Playback::Stands(gone) = playback.get() { gone } else { 0 };
        touches(stroke, side.get(), gone)
    });
    let moving = move |of: fn(Touch, bool) -> String| {
        move || {
            let running = match playback.get() {
                Playback::Runs(began) => Some((began, places(stroke, side.get()))),
                Playback::Stands(_) => None,
            };
            let all = rests.get().into_iter().enumerate().map(|(index, rest)| {
                let path = running.as_ref().map(|(began, (places, duration, turns))| {
                    let touch = |touches: &Vec<Touch>| touches.get(index).map(|touch| of(*touch, true));
                    (places.iter().filter_map(touch).collect(), *duration, *turns, *began)
                });
                Animated { rests: of(rest, false), path }
            });
            Some(all.collect::<Vec<_>>())
        }
    };
    let (hands, rings) = (NodeRef::<G>::new(), NodeRef::<G>::new());
    follow(hands, moving(place));
    follow(rings, moving(ring));
    let paths = move || {
        let sides: &[f32] = match side.get() {
            None => &[-1.0, 1.0],
            Some(Side::First) => &[1.0],
            Some(Side::Second) => &[-1.0],
        };
        sides
            .iter()
            .map(|side| view! { <path class="way" d=path_of(stroke, *side) marker-end="url(#way-end)"/> })
            .collect_view()
    };
    let touch = move |index: usize| {
        let now = move || rests.with(|now| now.get(index).copied());
        let class = move || match now().map(|touch| touch.tool) {
            None => "touch none",
            Some(Tool::Hand) => "touch a-hand",
            Some(Tool::Forearm) => "touch a-forearm",
            Some(Tool::Ball) => "touch a-ball",
        };
        view! {
            <g class=class transform=untrack(now).map(|touch| place(touch, false))>
                <ellipse class="palm" rx="44" ry="56"/>
                <path class="fingers" d="M-30 -44V-96M-10 -50V-112M12 -50V-110M32 -44V-92M44 10L74 -24"/>
                <rect class="arm" x="-118" y="-38" width="236" height="76" rx="38"/>
                <circle class="ball" r="46"/>
            </g>
        }
    };
    let pressed = move |index: usize| {
        let now = move || rests.with(|now| now.get(index).copied());
        let class = move || if now().is_some() { "ring" } else { "ring none" };
        view! { <circle class=class r="100" transform=untrack(now).map(|touch| ring(touch, false))/> }
    };
    let label = move || t::figure_label(item.name(), item.ready());
    view! {
        <svg class="back" viewBox="60 0 880 1040" role="img" aria-label=label>
            <defs>
                <marker id="way-end" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="5" markerHeight="5" orient="auto-start-reverse">
                    <path class="way-head" d="M0 0L10 5L0 10Z"/>
                </marker>
            </defs>
            <ellipse class="hair" cx="500" cy="92" rx="86" ry="98"/>
            <path class="body" d=OUTLINE/>
            <path class="shorts" d="M214 900H786C776 930 790 980 800 1010H200C210 980 224 930 214 900Z"/>
            <path class="spine" d="M500 200V900"/>
            <path class="blade" d="M400 330C330 340 310 400 350 490C390 470 410 400 400 330ZM600 330C670 340 690 400 650 490C610 470 590 400 600 330Z"/>
            {paths}
            <g node_ref=rings>{(0..TOUCHES).map(pressed).collect_view()}</g>
            <g node_ref=hands>{(0..TOUCHES).map(touch).collect_view()}</g>
        </svg>
    }
}
