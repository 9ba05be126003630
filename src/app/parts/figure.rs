//! Draws the moving figure: a body in side view, in the theme's colours, crisp at any size.

use super::animated::{Animated, follow};
use crate::app::view::view;
use crate::content::pose;
use crate::content::words::messages as t;
use crate::domain::catalog::{Breath, FloorStep, Prop};
use crate::domain::figure::body::{PARTS, Part, Placement, paths, placements};
use crate::domain::figure::motion::STRETCHES;
use crate::domain::figure::ways::{Way, ways as motion_ways};
use crate::domain::figure::{Moment, Motion, Playback, Point, Turns};
use crate::domain::routine::Item;
use leptos::prelude::*;
use leptos::svg::G;

/// Drawing units a hundredth of body height, so that whole numbers are fine enough.
const SCALE: f32 = 10.0;

fn whole(value: f32) -> i32 {
    (value * SCALE).round() as i32
}

/// What a figure shows.
#[derive(Debug, Clone, Copy)]
pub enum Subject {
    /// An item of a routine.
    Item(Item),
    /// A step of getting down to the floor or up again.
    Floor(&'static FloorStep),
}

impl Subject {
    /// All its poses.
    fn poses(&self) -> Vec<&'static str> {
        match self {
            Self::Item(item) => {
                core::iter::once(item.start_pose()).chain(item.movements().iter().map(|m| m.pose.get())).collect()
            }
            Self::Floor(step) => vec![step.pose.get()],
        }
    }

    fn prop(&self) -> Prop {
        match self {
            Self::Item(item) => item.prop(),
            Self::Floor(step) => step.prop,
        }
    }

    fn label(&self) -> String {
        match self {
            Self::Item(item) => t::figure_label(item.name(), item.ready()),
            // What it says stands beside it.
            Self::Floor(_) => String::new(),
        }
    }
}

/// The part of the picture that the figure needs over all its poses: x, y, width, height.
fn view_box(subject: &Subject) -> String {
    let frames = subject.poses().into_iter().filter_map(pose);
    let frames = frames.flat_map(|pose| [false, true].map(|mirrored| Moment::still(pose, mirrored).frame()));
    let (mut left, mut right, mut top) = (20.0_f32, 96.0_f32, 38.0_f32);
    for frame in frames {
        for point in frame.points() {
            left = left.min(point.x - 7.0);
            right = right.max(point.x + 7.0);
            top = top.max(point.y + 7.0);
        }
        top = top.max(frame.head.y + 9.0);
        left = left.min(frame.head.x - 9.0);
        right = right.max(frame.head.x + 9.0);
    }
    match subject.prop() {
        Prop::Table | Prop::ChairInFront => right = right.max(122.0),
        Prop::ChairAtFeet => (right, top) = (right.max(106.0), top.max(62.0)),
        _ => {}
    }
    format!("{} {} {} {}", whole(left), whole(-top), whole(right - left), whole(top + 5.0))
}

#[component]
fn PropPicture(prop: Prop) -> impl IntoView {
    let path = match prop {
        Prop::Mat => "",
        Prop::Chair => "M460 -200H700M480 -200V0M680 -200V0M470 -200L440 -520",
        Prop::Table => "M880 -430H1160M920 -430V0M1120 -430V0",
        Prop::MatAbove => "M60 20H1180V-580H60Z",
        Prop::ChairAtFeet => "M680 -262H1000M710 -262V0M970 -262V0M990 -262L1020 -580",
        Prop::ChairInFront => "M880 -330H1120M900 -330V0M1100 -330V0M1110 -330L1140 -640",
        Prop::WallFront => "M880 8V-1200H4000V8Z",
        Prop::WallBehind => "M-3000 8V-1200H462V8Z",
    };
    let class = if matches!(prop, Prop::WallFront | Prop::WallBehind) { "prop wall" } else { "prop" };
    (!path.is_empty()).then(|| view! { <path class=class d=path/> })
}

/// The class of a part.
const fn class(part: Part) -> &'static str {
    match (part, part.is_far()) {
        (Part::Bone(2.., 0), false) => "thigh",
        (Part::Bone(2.., 0), true) => "thigh far",
        (Part::Bone(2.., 1), false) => "shin",
        (Part::Bone(2.., 1), true) => "shin far",
        (Part::Bone(2.., _), false) => "foot",
        (Part::Bone(2.., _), true) => "foot far",
        (Part::Bone(_, 0), false) => "upper-arm",
        (Part::Bone(_, 0), true) => "upper-arm far",
        (Part::Bone(_, 1), false) => "forearm",
        (Part::Bone(_, 1), true) => "forearm far",
        (Part::Bone(..), false) => "hand",
        (Part::Bone(..), true) => "hand far",
        (Part::Neck, _) => "neck",
        (Part::Head, _) => "head",
        (Part::Torso(_), _) => "torso",
        (Part::Breath, _) => "breath",
        (Part::Pelvis, _) => "pelvis",
    }
}

/// A number with one decimal: the printing of floats would be 8 KB of the wasm.
fn tenths(value: f32) -> String {
    let value = (value * 10.0).round() as i32;
    format!("{}{}.{}", if value < 0 { "-" } else { "" }, value.abs() / 10, value.abs() % 10)
}

/// Whether a bone looks shorter or longer than it is.
fn is_stretched(place: &Placement) -> bool {
    (place.stretch - 1.0).abs() > 0.005
}

/// Where a part lies, as a transform: for an attribute, or with the units that styles ask for. Bones
/// are `stretched` only where they point towards the eye.
fn transform(part: Part, place: Placement, units: bool, stretched: bool) -> String {
    let (px, deg) = if units { ("px", "deg") } else { ("", "") };
    let (x, y) = (whole(place.at.x), whole(-place.at.y));
    let turn = tenths(-place.degrees);
    let thousandths = |share: f32| {
        let share = (share * 1_000.0).round() as i32;
        format!("{}.{:03}", share / 1_000, share % 1_000)
    };
    match part {
        Part::Breath => format!("translate({x}{px},{y}{px}) scale({})", thousandths(place.stretch / WIDEST_BREATH)),
        _ if stretched || matches!(part, Part::Torso(_)) => {
            format!("translate({x}{px},{y}{px}) rotate({turn}{deg}) scale({},1)", thousandths(place.stretch))
        }
        _ => format!("translate({x}{px},{y}{px}) rotate({turn}{deg})"),
    }
}

/// Stretches of time for which a motion that is made once keeps its end, until the tick that begins
/// the next one: each animation that ends costs the main thread some work.
const KEPT: u16 = 3;

/// The radius of the breath as it is drawn, before it is stretched.
const WIDEST_BREATH: f32 = 17.0;

/// Half the width of a part at its beginning and at its end, in drawing units.
const fn half_widths(part: Part) -> (i32, i32) {
    /// Of the back, from the hip up: seat, waist, chest, shoulder.
    const BACK: [i32; 10] = [62, 61, 58, 55, 55, 58, 63, 66, 65, 54];
    match part {
        Part::Bone(2.., 0) => (59, 43),
        Part::Bone(2.., _) => (42, 25),
        Part::Bone(_, 0) => (36, 29),
        Part::Bone(..) => (28, 20),
        Part::Neck => (34, 27),
        Part::Torso(piece) => (BACK[piece], BACK[piece + 1]),
        Part::Head | Part::Breath | Part::Pelvis => (61, 58),
    }
}

/// The outline of a part that tapers, round at both ends.
fn tapered(part: Part) -> String {
    let (length, (from, to)) = (whole(part.length()), half_widths(part));
    format!("M0 {}L{length} {}A{to} {to} 0 0 1 {length} {to}L0 {from}A{from} {from} 0 0 1 0 {}Z", -from, -to, -from)
}

/// A hand, from the wrist; the palm is below.
const HAND: &str = "M-4 -20C16 -26 40 -22 56 -8C66 2 60 13 48 14L34 14C30 24 18 28 12 20L-4 20C-20 12 -20 -12 -4 -20Z";
/// A foot, from the ankle; the sole is below.
const FOOT: &str =
    "M-4 -26C18 -26 26 -10 48 2C66 8 92 10 94 22C96 34 84 36 72 36L-10 36C-34 36 -36 10 -26 -8C-20 -20 -14 -26 -4 -26Z";
/// A hand or foot that is seen from above.
const END_ABOVE: &str = "M0 -20L44 -22C66 -20 66 20 44 22L0 20C-24 16 -24 -16 0 -20Z";

/// The profile of a head, with its crown to the right and its face below.
const HEAD: &str = "M-48 -30C-30 -56 20 -62 46 -40C66 -22 70 12 52 36C44 46 34 52 24 54L12 57L5 54L-9 69C-13 73 -19 70 -18 64L-19 58L-26 59L-30 55L-37 56C-50 55 -58 46 -58 32C-60 10 -58 -14 -48 -30Z";
/// Hair from the brow over the crown to the nape.
const HAIR: &str = "M34 50C60 42 76 12 66 -18C54 -52 4 -68 -36 -50C-48 -44 -50 -32 -40 -26C-24 -24 -16 -34 -4 -26C6 -18 4 -6 12 0C26 6 38 24 34 50Z";
/// A beard along the jaw.
const BEARD: &str =
    "M-14 8C-30 6 -44 20 -36 40L-26 46L-28 60L-40 60C-56 60 -66 46 -62 26C-60 8 -52 -8 -30 -12C-20 -12 -12 -4 -14 8Z";

/// The shape of a part in its own coordinates.
fn shape(part: Part, place: Placement, above: bool) -> AnyView {
    let at = transform(part, place, false, is_stretched(&place));
    match part {
        Part::Head if above => view! {
            <g transform=at>
                <circle class="hair" cx="12" r="62"/>
                <ellipse class="head" cx="-10" rx="54" ry="49"/>
                <path class="eye" d="M4 -27Q12 -19 4 -11M4 11Q12 19 4 27M-40 -11Q-46 0 -40 11"/>
                <path class="ear" d="M-24 -9Q6 0 -24 9Q-29 0 -24 -9Z"/>
            </g>
        }
        .into_any(),
        Part::Head => view! {
            <g transform=at>
                <circle class="hair bun" cx="20" cy="-70" r="27"/>
                <path class="head" d=HEAD/>
                <path class="hair beard" d=BEARD/>
                <path class="hair" d=HAIR/>
                <ellipse class="ear" cx="-4" cy="-4" rx="13" ry="9"/>
                <path class="eye" d="M11 30Q5 37 10 45"/>
            </g>
        }
        .into_any(),
        Part::Breath => view! { <circle class="breath" r=whole(WIDEST_BREATH) transform=at/> }.into_any(),
        Part::Bone(limb, 2) => {
            let d = if above {
                END_ABOVE
            } else if limb < 2 {
                HAND
            } else {
                FOOT
            };
            view! { <path class=class(part) d=d transform=at/> }.into_any()
        }
        _ => view! { <path class=class(part) d=tapered(part) transform=at/> }.into_any(),
    }
}

/// The order in which the parts are drawn, as places among [`PARTS`]: from above the near shin lies
/// over its thigh.
fn order(above: bool) -> impl Iterator<Item = usize> {
    /// Of shin and foot, of pelvis and thigh.
    const SHIN: usize = 17;
    (0..PARTS.len()).map(move |index| match index {
        SHIN | 18 if above => index + 2,
        19 | 20 if above => index - 2,
        _ => index,
    })
}

/// The body in a pose, with a ball of this radius at this place, for a picture of several.
pub(super) fn body_on_ball(id: &'static str, (x, y): (i32, i32), prop: Prop) -> Option<AnyView> {
    let places = placements(&Moment::still(pose(id)?, false), Breath::Easy);
    let parts = PARTS.into_iter().zip(places).map(|(part, place)| shape(part, place, false)).collect_view();
    let body = view! {
        <path class="floor" d="M-400 6H1400V400H-400Z"/>
        <PropPicture prop/>
        {parts}
        <circle class="ball" cx=x cy=-y r="26"/>
    };
    Some(body.into_any())
}

/// How the body came to where it is.
fn arrows(motion: &Motion) -> AnyView {
    /// Length of each side of an arrow's head, drawing units, and degrees between it and the way.
    const HEAD: (f32, f32) = (34.0, 148.0);
    let point = |point: Point| (whole(point.x), whole(-point.y));
    let arrow = |way: Way| {
        let ((x, y), (bend_x, bend_y), (to_x, to_y)) = (point(way.from), point(way.bend), point(way.to));
        let direction = (way.to.y - way.bend.y).atan2(way.to.x - way.bend.x).to_degrees();
        let side = |turned: f32| point(way.to.towards(direction + turned, HEAD.0 / SCALE));
        let ((left_x, left_y), (right_x, right_y)) = (side(HEAD.1), side(-HEAD.1));
        format!("M{x} {y}Q{bend_x} {bend_y} {to_x} {to_y}M{left_x} {left_y}L{to_x} {to_y}L{right_x} {right_y}")
    };
    let all: String = motion_ways(motion).into_iter().map(arrow).collect();
    // Over a body of its own colour it would be lost without an edge.
    (!all.is_empty()).then(|| view! { <path class="way edge" d=all.clone()/><path class="way" d=all/> }).into_any()
}

/// The figure in a motion.
#[component]
pub fn Figure(
    /// What it shows; its prop and size come from here.
    subject: Subject,
    /// What it does now.
    #[prop(into)]
    motion: Signal<Option<Motion>>,
    /// What the breath does now.
    #[prop(into)]
    breath: Signal<Breath>,
    /// How time runs.
    #[prop(into)]
    playback: Signal<Playback>,
    /// Whether arrows tell how it came to the pose that it stands in.
    #[prop(optional)]
    ways: bool,
) -> impl IntoView {
    let view_box = view_box(&subject);
    // Where each part stays when nothing moves it.
    let rests = move || {
        let motion = motion.get()?;
        let moment = match playback.get() {
            Playback::Stands(gone_ms) => motion.at(gone_ms),
            Playback::Runs(_) => motion.key_pose(),
        };
        Some(placements(&moment, breath.get()))
    };
    let body = NodeRef::<G>::new();
    let above = subject.prop() == Prop::MatAbove;
    let parts = untrack(rests).map(|places| {
        let parts = order(above).map(|index| shape(PARTS[index], places[index], above));
        parts.collect_view()
    });
    follow(body, move || {
        let rests = rests()?;
        let paths = match (playback.get(), motion.get()) {
            (Playback::Runs(began), Some(motion)) => Some((began, motion, paths(&motion, breath.get()))),
            _ => None,
        };
        let parts = order(above).map(|index| {
            let (part, rest) = (PARTS[index], rests[index]);
            let path = paths.as_ref().map(|(began, motion, paths)| {
                let path = &paths[index];
                let stretched = path.iter().any(is_stretched);
                let kept = if motion.turns == Turns::Once { KEPT } else { 0 };
                let through = path.iter().chain(path.last().into_iter().cycle().take(kept.into()));
                let duration_ms = motion.duration_ms * u32::from(STRETCHES + kept) / u32::from(STRETCHES);
                (
                    through.map(|place| transform(part, *place, true, stretched)).collect(),
                    duration_ms,
                    motion.turns,
                    *began,
                )
            });
            Animated { rests: transform(part, rest, false, is_stretched(&rest)), path }
        });
        Some(parts.collect())
    });
    let prop = subject.prop();
    let class = if prop == Prop::MatAbove { "figure above" } else { "figure" };
    let label = subject.label();
    let is_told = label.is_empty();
    let label = (!is_told).then_some(label);
    view! {
        <svg class=class viewBox=view_box preserveAspectRatio="xMidYMax" role="img" aria-hidden=is_told.then_some("true") aria-label=label>
            {(!above).then(|| view! { <path class="floor" d="M-3000 6H4000V400H-3000Z"/> })}
            <PropPicture prop/>
            <g node_ref=body>{parts}</g>
            {move || ways.then(|| motion.get()).flatten().map(|motion| arrows(&motion))}
        </svg>
    }
}
