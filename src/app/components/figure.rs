//! Draws the moving figure: a body in side view, in the theme's colours, crisp at any size.

use crate::content::en::messages as t;
use crate::domain::catalog::{Breath, Prop};
use crate::domain::embedded::CATALOG;
use crate::domain::figure::motion::minimum_jerk;
use crate::domain::figure::{Moment, Point};
use crate::domain::routine::Item;
use leptos::prelude::*;
use leptos::svg::Svg;

/// Drawing units a hundredth of body height, so that whole numbers are fine enough.
const SCALE: f32 = 10.0;
/// Lines that stand for one curve of the torso, and corners for the roundness of the breath: on the
/// largest screens less than a pixel off.
const CURVE_LINES: u8 = 5;
const ROUND_CORNERS: u8 = 28;

/// What is drawn as one line.
#[derive(Clone, Copy)]
enum Part {
    /// Of a limb, from one of its joints to the next.
    Bone(usize, usize),
    Neck,
    Hair,
    Nose,
    Head,
    Torso,
    Breath,
    Pelvis,
}

const NEAR_ARM: usize = 0;
const FAR_ARM: usize = 1;
const NEAR_LEG: usize = 2;
const FAR_LEG: usize = 3;

/// Everything that moves, with its class, from the far side to the near one.
const PARTS: [(Part, &str); 19] = [
    (Part::Bone(FAR_LEG, 0), "thigh far"),
    (Part::Bone(FAR_LEG, 1), "shin far"),
    (Part::Bone(FAR_LEG, 2), "foot far"),
    (Part::Bone(FAR_ARM, 0), "upper-arm far"),
    (Part::Bone(FAR_ARM, 1), "forearm far"),
    (Part::Bone(FAR_ARM, 2), "hand far"),
    (Part::Neck, "neck"),
    (Part::Hair, "hair"),
    (Part::Nose, "nose"),
    (Part::Head, "head"),
    (Part::Torso, "torso"),
    (Part::Breath, "breath"),
    (Part::Bone(NEAR_LEG, 1), "shin"),
    (Part::Bone(NEAR_LEG, 2), "foot"),
    (Part::Pelvis, "pelvis"),
    (Part::Bone(NEAR_LEG, 0), "thigh"),
    (Part::Bone(NEAR_ARM, 0), "upper-arm"),
    (Part::Bone(NEAR_ARM, 1), "forearm"),
    (Part::Bone(NEAR_ARM, 2), "hand"),
];

fn whole(value: f32) -> i32 {
    (value * SCALE).round() as i32
}

fn at(point: Point) -> String {
    format!("{} {}", whole(point.x), whole(-point.y))
}

/// The `points` of a line. All of the body is lines: where `d`, `r` or `transform` change, which are
/// properties of style too, the browser works out styles anew at each frame.
fn line(points: impl IntoIterator<Item = Point>) -> String {
    points.into_iter().map(at).collect::<Vec<_>>().join(" ")
}

/// A dot: a line without length, as wide as its round ends.
fn dot(point: Point) -> String {
    line([point, point])
}

fn mix(a: Point, b: Point, share: f32) -> Point {
    Point { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}

/// A smooth line up the spine: three quadratic curves that meet halfway between its joints.
fn torso(spine: &[Point; 5]) -> String {
    let [hip, a, b, c, shoulder] = *spine;
    let curves = [[hip, a, mix(a, b, 0.5)], [mix(a, b, 0.5), b, mix(b, c, 0.5)], [mix(b, c, 0.5), c, shoulder]];
    let points = curves.into_iter().flat_map(|[from, bend, to]| {
        (0..CURVE_LINES).map(move |index| {
            let share = index as f32 / CURVE_LINES as f32;
            mix(mix(from, bend, share), mix(bend, to, share), share)
        })
    });
    line(points.chain([shoulder]))
}

/// How wide the breath opens the chest, in hundredths of body height.
fn lungs(breath: Breath, gone: f32) -> Option<f32> {
    let share = minimum_jerk(gone);
    match breath {
        Breath::In => Some(2.5 + 3.5 * share),
        Breath::Out => Some(6.0 - 3.5 * share),
        Breath::Easy => None,
    }
}

fn round(middle: Point, radius: f32) -> String {
    line((0..ROUND_CORNERS).map(|corner| middle.towards(corner as f32 * 360.0 / ROUND_CORNERS as f32, radius)))
}

/// The `points` of each of the [`PARTS`], in their order.
fn drawing(moment: &Moment, breath: Breath) -> [String; PARTS.len()] {
    let frame = moment.frame();
    let off_head = |along: f32, front: f32| {
        let point = frame.head.towards(frame.head_direction, along);
        dot(point.towards(frame.head_direction - 90.0, front))
    };
    PARTS.map(|(part, _)| match part {
        Part::Bone(limb, bone) => line([frame.limbs[limb][bone], frame.limbs[limb][bone + 1]]),
        Part::Neck => line([frame.shoulder(), frame.head]),
        Part::Hair => off_head(0.8, -1.8),
        Part::Nose => off_head(-0.6, 5.8),
        Part::Head => dot(frame.head),
        Part::Torso => torso(&frame.spine),
        Part::Breath => lungs(breath, moment.gone).map_or_else(String::new, |wide| round(frame.spine[3], wide)),
        Part::Pelvis => line([frame.spine[0], frame.spine[1]]),
    })
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
    let wanted = move || moment.get().map(|moment| drawing(&moment, breath.get())).unwrap_or_default();
    let svg = NodeRef::<Svg>::new();
    let first = untrack(wanted);
    let parts = PARTS.iter().zip(first.clone());
    let parts = parts.map(|((_, class), points)| view! { <polyline class=*class points=points/> }).collect_view();
    // One effect for all: one for each part costs more than all that it does.
    Effect::new(move |shown: Option<[String; PARTS.len()]>| {
        let (shown, wanted) = (shown.unwrap_or_else(|| first.clone()), wanted());
        if shown != wanted
            && let Some(svg) = svg.get_untracked()
        {
            let lines = svg.get_elements_by_tag_name("polyline");
            for (index, _) in shown.iter().zip(&wanted).enumerate().filter(|(_, (shown, wanted))| shown != wanted) {
                if let Some(line) = lines.item(index as u32) {
                    // Refused only for a name that is not one.
                    let _ = line.set_attribute("points", &wanted[index]);
                }
            }
        }
        wanted
    });
    let label = move || t::figure_label(item.name(), item.start_position());
    view! {
        <svg class="figure" viewBox=view_box role="img" aria-label=label node_ref=svg>
            <path class="floor" d="M-400 10H2400"/>
            <PropPicture prop=item.prop()/>
            {parts}
        </svg>
    }
}
