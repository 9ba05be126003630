//! To another phone, in two pictures.

use crate::app::view::view;
use crate::content::words::messages as t;
use leptos::prelude::*;

/// A phone, and a file that leaves it or comes to it.
fn picture(comes: bool) -> AnyView {
    let (phone, file, arrow) =
        if comes { (96, 8, "M46 40h36m-10-9 10 9-10 9") } else { (8, 104, "M52 40h40m-10-9 10 9-10 9") };
    view! {
        <svg viewBox="0 0 140 80" aria-hidden="true">
            <rect class="phone" x=phone y="4" width="36" height="72" rx="6"/>
            <path class="phone" d=format!("M{} 68h8", phone + 14)/>
            <path class="paper" d=format!("M{file} 24h18l8 8v26h-26z")/>
            <path class="paper" d=format!("M{} 24v8h8", file + 18)/>
            <path class="way" d=arrow/>
        </svg>
    }
    .into_any()
}

/// The section of the page.
#[component]
pub fn Moving() -> impl IntoView {
    view! {
        <section id="move">
            <h2>{t::MOVE}</h2>
            <ol class="moving">
                <li>{picture(false)}<p>{t::MOVE_HERE}</p></li>
                <li>{picture(true)}<p>{t::MOVE_THERE}</p></li>
            </ol>
        </section>
    }
}
