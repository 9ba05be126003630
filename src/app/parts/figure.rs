//! Draws the moving figure: a body in side view, in the theme's colours, crisp at any size.

use super::animated::{Animated, follow};
use crate::app::view::view;
use crate::content::pose;
use crate::content::words::messages as t;
use crate::domain::catalog::{Breath, FloorStep, Prop};
use crate::domain::figure::body::{PARTS, Part, Placement, paths, placements};
use crate::domain::figure::motion::STRETCHES;
use crate::domain::figure::{Moment, Motion, Playback, Turns};
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
        Prop::MatAbove => "M60 20H1040V-580H60Z",
        Prop::ChairAtFeet => "M680 -262H1000M710 -262V0M970 -262V0M990 -262L1020 -580",
        Prop::ChairInFront => "M880 -330H1120M900 -330V0M1100 -330V0M1110 -330L1140 -640",
        Prop::WallFront => "M890 0V-1100",
        Prop::WallBehind => "M460 0V-1100",
    };
    (!path.is_empty()).then(|| view! { <path class="prop" d=path/> })
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
const WIDEST_BREATH: f32 = 6.0;

/// The shape of a part in its own coordinates.
fn shape(part: Part, place: Placement) -> AnyView {
    let at = transform(part, place, false, is_stretched(&place));
    match part {
        Part::Head => view! {
            <g transform=at>
                <circle class="hair" cx="8" cy="-18" r="66"/>
                <circle class="nose" cx="-6" cy="58" r="16"/>
                <circle class="head" r="60"/>
            </g>
        }
        .into_any(),
        Part::Breath => view! { <circle class="breath" r=whole(WIDEST_BREATH) transform=at/> }.into_any(),
        _ => view! { <path class=class(part) d=format!("M0 0H{}", whole(part.length())) transform=at/> }.into_any(),
    }
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
    let parts = untrack(rests).map(|places| {
        let parts = PARTS.into_iter().zip(places).map(|(part, place)| shape(part, place));
        parts.collect_view()
    });
    follow(body, move || {
        let rests = rests()?;
        let paths = match (playback.get(), motion.get()) {
            (Playback::Runs(began), Some(motion)) => Some((began, motion, paths(&motion, breath.get()))),
            _ => None,
        };
        let parts = PARTS.into_iter().zip(rests).enumerate().map(|(index, (part, rest))| {
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
        <svg class=class viewBox=view_box role="img" aria-hidden=is_told.then_some("true") aria-label=label>
            {(prop != Prop::MatAbove).then(|| view! { <path class="floor" d="M-400 10H2400"/> })}
            <PropPicture prop/>
            <g node_ref=body>{parts}</g>
        </svg>
    }
}
