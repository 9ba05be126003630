//! Draws a stroke on a back, seen from behind, moving.

use super::animated::{Animated, follow};
use super::figure::body_on_ball;
use crate::app::reactive::memo;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::catalog::{Prop, Stroke};
use crate::domain::figure::Playback;
use crate::domain::figure::stroke::{Tool, Touch, places, touches};
use crate::domain::routine::Item;
use crate::domain::session::timeline::Side;
use leptos::prelude::*;
use leptos::svg::G;

/// A right hand from its back, fingers up, with the wrist.
const HAND: &str = "M-40 92C-34 60 -52 30 -50 -4L-56 -72C-56 -92 -32 -92 -30 -72L-26 -30L-26 -100C-25 -122 0 -122 1 -100L3 -32L10 -98C13 -118 37 -114 35 -94L28 -26L42 -72C50 -90 72 -82 67 -62L50 12C66 -6 92 -6 88 14C84 34 58 52 44 66C40 76 38 84 38 92Z";
/// A forearm across the back: a loose fist near the spine, the elbow outside.
const FOREARM: &str =
    "M130 -46C160 -46 160 46 130 46L-40 34C-56 44 -96 46 -112 34C-128 22 -126 -22 -112 -32C-96 -44 -56 -42 -40 -32Z";
/// The most touches a stroke has at once.
const TOUCHES: usize = 4;

/// The outline of a back from the neck to the hips.
const OUTLINE: &str = "M442 170C442 214 428 232 372 248C290 268 214 286 190 372C172 470 190 640 226 760C240 830 226 880 210 930H790C774 880 760 830 774 760C810 640 828 470 810 372C786 286 710 268 628 248C572 232 558 214 558 170Z";
/// The left arm; the right one is its mirror image.
const UPPER_ARM: &str =
    "M206 336C150 392 122 500 112 620C104 720 116 830 128 900C138 950 178 948 180 898C184 800 190 700 214 590Z";

/// The ways of a stroke on one side.
fn paths_of(stroke: Stroke, side: f32) -> Vec<String> {
    let x = |away: f32| (500.0 + side * away * 6.4) as i32;
    match stroke {
        Stroke::Glide => {
            let (up, over, out, down) = (x(13.0), x(14.0), x(30.0), x(34.0));
            vec![format!("M{up} 930V330C{over} 280 {out} 280 {out} 350C{out} 560 {down} 640 {down} 760")]
        }
        // Circles that wander up.
        Stroke::Circles => {
            let turns = if side > 0.0 { 1 } else { 0 };
            let circle = |y: i32| format!("M{} {y}A52 52 0 1 {turns} {} {}", x(19.0), x(19.0), y - 16);
            // Under the fingertips.
            [750, 560, 370].map(circle).into()
        }
        // Two hands towards each other.
        Stroke::Knead => [820, 600, 380]
            .map(|y| {
                let (from, bend) = (x(27.0), x(38.0));
                format!("M{from} {y}C{bend} {} {bend} {} {from} {}", y - 20, y - 50, y - 62)
            })
            .into(),
        Stroke::Forearm => vec![format!("M{} 880V450", x(23.0))],
        Stroke::None | Stroke::Rest | Stroke::Spot | Stroke::Sink => Vec::new(),
    }
}

/// Where a touch is, as a transform: for an attribute, or with the units that styles ask for.
fn place(touch: Touch, units: bool) -> String {
    let px = if units { "px" } else { "" };
    let mirror = if touch.left { -1 } else { 1 };
    format!(
        "translate({}{px},{}{px}) scale({mirror},1)",
        (180.0 + touch.x * 6.4) as i32,
        (250.0 + touch.y * 7.2) as i32
    )
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
            .flat_map(|side| paths_of(stroke, *side))
            .map(|way| view! { <path class="way" d=way marker-end="url(#way-end)"/> })
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
                <path class="hand" d=HAND/>
                <path class="arm" d=FOREARM/>
                <path class="arm cuff" d="M76 -44L150 -52C176 -52 176 56 150 56L76 44Z"/>
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
    // A spot on a back shows where, and not what one does.
    let body = match stroke {
        Stroke::Spot => body_on_ball(item.start_pose(), (486, 720), Prop::WallBehind)
            .map(|body| ("translate(-1000 1030) scale(.94)", body)),
        Stroke::Sink => {
            body_on_ball(item.start_pose(), (610, 22), Prop::Mat).map(|body| ("translate(-1160 800) scale(1.1)", body))
        }
        _ => None,
    };
    let view_box = if body.is_some() { "-1040 0 1980 1040" } else { "60 0 880 1040" };
    let body = body.map(|(place, body)| view! { <g class="figure" transform=place>{body}</g> });
    view! {
        <svg class="back" viewBox=view_box preserveAspectRatio="xMidYMax" role="img" aria-label=label>
            {body}
            <defs>
                <marker id="way-end" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="5" markerHeight="5" orient="auto-start-reverse">
                    <path class="way-head" d="M0 0L10 5L0 10Z"/>
                </marker>
            </defs>
            <path class="far-arm" d=UPPER_ARM/>
            <path class="far-arm" d=UPPER_ARM transform="translate(1000) scale(-1,1)"/>
            <path class="body" d=OUTLINE/>
            <ellipse class="hair" cx="500" cy="104" rx="88" ry="100"/>
            <path class="shorts" d="M212 890H788C800 940 812 990 814 1040H186C188 990 200 940 212 890Z"/>
            <path class="spine" d="M500 200V900"/>
            <path class="blade" d="M400 330C330 340 310 400 350 490C390 470 410 400 400 330ZM600 330C670 340 690 400 650 490C610 470 590 400 600 330Z"/>
            {paths}
            <g node_ref=rings>{(0..TOUCHES).map(pressed).collect_view()}</g>
            <g node_ref=hands>{(0..TOUCHES).map(touch).collect_view()}</g>
        </svg>
    }
}
