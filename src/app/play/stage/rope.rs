//! How far the session is: a rope with a loop for each item, which slips straight as that is done.

use crate::app::reactive::memo;
use crate::app::session::driver::Session;
use crate::app::view::view;
use leptos::prelude::*;

/// Width of a strand, which has one loop, and how low the rope lies, in units of the drawing.
const STRAND: usize = 100;
const BASE: usize = 19;

/// The way of one strand of `all`, on from where the one before it ends, as data of a path. `left`
/// says how much of its loop there still is, in percent.
fn strand(index: usize, all: usize, left: usize) -> String {
    // About as wide as high on a phone, however many there are.
    let half = (5 * all / 2).min(22) * left / 100;
    let (middle, end) = (index * STRAND + STRAND / 2, (index + 1) * STRAND);
    let (right, back) = (middle + half, middle - half);
    let (low, high) = (BASE - 9 * left / 100, BASE - 17 * left / 100);
    format!(
        "C{middle} {BASE} {right} {BASE} {right} {low}C{right} {high} {back} {high} {back} {low}C{back} {BASE} {middle} {BASE} {end} {BASE}"
    )
}

/// The rope of a session. In the chunk of extras: how far it is, is told without it.
#[component]
pub fn Rope(
    /// The session.
    session: Session,
) -> impl IntoView {
    let at = memo(move || session.snapshot.with(|s| (s.phase.item, s.items)));
    let left = memo(move || session.snapshot.with(|s| usize::from(100 - s.item_percent)));
    let done = move || {
        let (item, all) = at.get();
        format!("M0 {BASE}H{}{}", item * STRAND, strand(item, all, left.get()))
    };
    let to_come = move || {
        let (item, all) = at.get();
        let strands: String = (item + 1..all).map(|index| strand(index, all, 100)).collect();
        format!("M{} {BASE}{strands}", (item + 1) * STRAND)
    };
    let view_box = move || format!("-4 0 {} 24", at.get().1 * STRAND + 8);
    view! {
        <svg viewBox=view_box preserveAspectRatio="none" aria-hidden="true"><path class="to-come" d=to_come/><path class="bar" d=done/></svg>
    }
}
