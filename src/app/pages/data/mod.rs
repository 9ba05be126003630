//! The person's data: a copy, bringing it back, another phone, the report, and how long it keeps.

mod bringing;
mod counts;
mod keeping;
mod moving;
mod report;
mod taking;

use crate::app::library::use_library;
use crate::app::parts::link::Link;
use crate::app::reactive::effect;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use bringing::Bringing;
use counts::{Counts, counts};
use keeping::{Deleting, Keeping, Unreadable};
use leptos::prelude::*;
use moving::Moving;
use report::Report;
use taking::{ForPrograms, Taker, Taking};

/// The page.
#[component]
pub fn Data() -> impl IntoView {
    let library = use_library();
    let counted = RwSignal::new(Counts::new());
    let taker = Taker::of(library);
    effect(move || {
        library.changed();
        library.findings.track();
        library.setting(|_| ());
        if library.opened.get() {
            counted.try_set(counts(library));
        }
    });
    view! {
        <p class="crumb"><Link to=Route::Settings>{t::SETTINGS}</Link></p>
        <h1>{t::DATA}</h1>
        <p class="lead">{t::DATA_LEAD}</p>
        {move || (!library.opened.get()).then(|| view! { <p>{t::DATA_HOLDS}</p> })}
        <div class="data">
            <Taking counted taker/>
            <Bringing/>
        </div>
        <Moving taker/>
        <Report/>
        <div class="data">
            <ForPrograms taker/>
            <div>
                <Keeping/>
                <Unreadable/>
                <Deleting taker/>
            </div>
        </div>
    }
}
