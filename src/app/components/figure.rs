//! Draws the moving figure: a body in side view, in the theme's colours, crisp at any size.

use crate::content::en::messages as t;
use crate::domain::catalog::{Breath, Prop};
use crate::domain::embedded::CATALOG;
use crate::domain::figure::motion::minimum_jerk;
use crate::domain::figure::{Frame, Moment, Point};
use crate::domain::routine::Item;
use leptos::prelude::*;

/// Drawing units a hundredth of body height, so that whole numbers are fine enough.
const SCALE: f32 = 10.0;

fn whole(value: f32) -> i32 {
    (value * SCALE).round() as i32
}

fn at(point: Point) -> String {
    format!("{} {}", whole(point.x), whole(-point.y))
}

/// Straight lines through points. Not a path: `d` is a style property too, and changing it at each
/// frame makes the browser work out styles anew.
fn line(points: &[Point]) -> String {
    points.iter().map(|point| at(*point)).collect::<Vec<_>>().join(" ")
}

fn middle(a: Point, b: Point) -> Point {
    Point { x: (a.x + b.x) / 2.0, y: (a.y + b.y) / 2.0 }
}

/// A smooth line up the spine.
fn torso(spine: &[Point; 5]) -> String {
    let [hip, a, b, c, shoulder] = *spine;
    format!("M{}Q{} {}Q{} {}Q{} {}", at(hip), at(a), at(middle(a, b)), at(b), at(middle(b, c)), at(c), at(shoulder))
}

/// The part of the picture that the figure needs over all its poses: x, y, width, height.
pub(crate) fn view_box(item: &Item) -> String {
    let poses = core::iter::once(item.start_pose()).chain(item.movements().iter().map(|m| m.pose.get()));
    let frames = poses
        .filter_map(|id| CATALOG.pose(id))
        .flat_map(|pose| [false, true].map(|mirrored| Moment::still(pose, mirrored).frame()));
    let (mut left, mut right, mut top) = (20.0_f32, 96.0_f32, 34.0_f32);
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
    if item.prop() == Prop::Table {
        right = right.max(118.0);
    }
    format!("{} {} {} {}", whole(left), whole(-top), whole(right - left), whole(top + 5.0))
}

#[component]
fn PropPicture(prop: Prop) -> impl IntoView {
    let path = match prop {
        Prop::Mat => "",
        Prop::Chair => "M460 -200H700M480 -200V0M680 -200V0M470 -200L440 -520",
        Prop::Table => "M880 -430H1160M920 -430V0M1120 -430V0",
        Prop::WallFront => "M890 0V-1100",
        Prop::WallBehind => "M460 0V-1100",
    };
    (!path.is_empty()).then(|| view! { <path class="prop" d=path/> })
}

/// The figure at an instant, following `moment`.
#[component]
pub fn Figure(
    /// What it does; its prop and size come from here.
    item: Item,
    /// What it does now.
    #[prop(into)]
    moment: Signal<Option<Moment>>,
    /// What the breath does now.
    #[prop(into)]
    breath: Signal<Breath>,
) -> impl IntoView {
    let view_box = view_box(&item);
    let frame: Memo<Option<Frame>> = Memo::new(move |_| moment.get().map(|moment| moment.frame()));
    let limb = move |index: usize, from: usize, to: usize| {
        move || frame.with(|frame| frame.as_ref().map(|frame| line(&frame.limbs[index][from..=to])))
    };
    let spine = move || frame.with(|frame| frame.as_ref().map(|frame| torso(&frame.spine)));
    let pelvis = move || frame.with(|frame| frame.as_ref().map(|frame| line(&frame.spine[..2])));
    let neck = move || frame.with(|frame| frame.as_ref().map(|frame| line(&[frame.shoulder(), frame.head])));
    let off_head = move |along: f32, front: f32| {
        move || {
            frame.with(|frame| {
                let frame = frame.as_ref()?;
                let point = frame.head.towards(frame.head_direction, along);
                let point = point.towards(frame.head_direction - 90.0, front);
                Some(format!("translate({})", at(point)))
            })
        }
    };
    let chest = move || frame.with(|frame| frame.as_ref().map(|frame| format!("translate({})", at(frame.spine[3]))));
    let lungs = move || {
        let share = moment.get().map_or(0.5, |moment| minimum_jerk(moment.gone));
        match breath.get() {
            Breath::In => Some(whole(2.5 + 3.5 * share)),
            Breath::Out => Some(whole(6.0 - 3.5 * share)),
            Breath::Easy => None,
        }
    };
    let label = move || t::figure_label(item.name(), item.start_position());
    view! {
        <svg class="figure" viewBox=view_box role="img" aria-label=label>
            <path class="floor" d="M-400 10H2400"/>
            <PropPicture prop=item.prop()/>
            <g class="far">
                <polyline class="thigh" points=limb(3, 0, 1)/>
                <polyline class="shin" points=limb(3, 1, 2)/>
                <polyline class="foot" points=limb(3, 2, 3)/>
                <polyline class="upper-arm" points=limb(1, 0, 1)/>
                <polyline class="forearm" points=limb(1, 1, 2)/>
                <polyline class="hand" points=limb(1, 2, 3)/>
            </g>
            <polyline class="neck" points=neck/>
            <circle class="hair" r="66" transform=off_head(0.8, -1.8)/>
            <circle class="nose" r="16" transform=off_head(-0.6, 5.8)/>
            <circle class="head" r="60" transform=off_head(0.0, 0.0)/>
            <path class="torso" d=spine/>
            <circle class="breath" transform=chest r=move || lungs().unwrap_or(0)/>
            <polyline class="shin" points=limb(2, 1, 2)/>
            <polyline class="foot" points=limb(2, 2, 3)/>
            <polyline class="pelvis" points=pelvis/>
            <polyline class="thigh" points=limb(2, 0, 1)/>
            <polyline class="upper-arm" points=limb(0, 0, 1)/>
            <polyline class="forearm" points=limb(0, 1, 2)/>
            <polyline class="hand" points=limb(0, 2, 3)/>
        </svg>
    }
}
