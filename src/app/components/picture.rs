//! The picture of what to do: the figure, or a stroke on a back.

use super::back::Back;
use super::figure::Figure;
use crate::domain::catalog::{Breath, Stroke};
use crate::domain::embedded::CATALOG;
use crate::domain::figure::moment;
use crate::domain::routine::Item;
use crate::domain::timeline::Phase;
use crate::platform::page;
use leptos::prelude::*;

/// The picture of an item at a time of one of its phases.
#[component]
pub fn Picture(
    /// What to do.
    item: Item,
    /// The phase it is in, and the time gone in it, ms.
    #[prop(into)]
    now: Signal<(Phase, u32)>,
) -> impl IntoView {
    // Asked once: at each frame it would cost more than the drawing.
    let still = page::wants_less_motion();
    if item.stroke() != Stroke::None {
        let side = Memo::new(move |_| now.get().0.side);
        // Without motion the hands rest where the stroke begins to press.
        let gone = Memo::new(move |_| if still { 1_500 } else { now.get().1 });
        return view! { <Back item side gone_ms=gone/> }.into_any();
    }
    let moment = Memo::new(move |_| {
        let (phase, gone_ms) = now.get();
        let moment = moment(&CATALOG, &item, &phase, gone_ms)?;
        Some(if still { moment.key_pose() } else { moment })
    });
    let breath = Memo::new(move |_| if still { Breath::Easy } else { now.get().0.breath });
    view! { <Figure item moment breath/> }.into_any()
}
