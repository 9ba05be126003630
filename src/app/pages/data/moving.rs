//! To another phone, in two pictures.

use super::taking::{Taker, can_share};
use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::archive::Part;
use crate::platform::history;
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
pub fn Moving(
    /// What hands the file out.
    taker: Taker,
) -> impl IntoView {
    let library = use_library();
    // Who moves wants all of it.
    let with_health = RwSignal::new(true);
    let can_share = can_share();
    let parts = move || -> Vec<Part> {
        let is_health = |part: &Part| matches!(part, Part::Health | Part::Sheet);
        Part::ALL.into_iter().filter(|part| with_health.get_untracked() || !is_health(part)).collect()
    };
    // The address is not known where pages are made, and the first draw has to equal the page.
    let site = move || if library.opened.get() { history::site(&history::base()) } else { t::YOUR_UNKNOT.to_owned() };
    let there = move || t::move_there(&site(), library.sessions());
    view! {
        <section id="move">
            <h2>{t::MOVE}</h2>
            <ol class="moving">
                <li>
                    {picture(false)}
                    <h3>{t::MOVE_OLD}</h3>
                    <p>{t::MOVE_HERE}</p>
                    <label class="tick">
                        <input type="checkbox" prop:checked=with_health on:change:target=move |event| with_health.set(event.target().checked())/>
                        <span>{t::MOVE_HEALTH}</span>
                    </label>
                    <p class="actions">
                        {button("", t::MAKE_FILE, move || taker.save(&parts()))}
                        {move || can_share.get().then(|| button("", t::SEND_FILE, move || taker.send(parts())))}
                    </p>
                </li>
                <li>{picture(true)}<h3>{t::MOVE_NEW}</h3><p>{there}</p></li>
            </ol>
        </section>
    }
}
