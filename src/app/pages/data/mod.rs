//! The person's data: a copy, bringing it back, another phone, the report, and how long it keeps.

pub mod bringing;
mod keeping;
mod moving;
mod report;
mod taking;

use crate::app::library::{Documents, use_library};
use crate::app::parts::link::Link;
use crate::app::reactive::effect;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::archive::{Part, part_of};
use crate::domain::documents::kind::{LOG, RUNNING};
use bringing::Bringing;
use keeping::{Deleting, Keeping, Unreadable};
use leptos::prelude::*;
use moving::Moving;
use report::Report;
use taking::{ForPrograms, Taker, Taking};

/// How much there is of each part; those of which there is nothing are left out.
type Counts = Vec<(Part, usize)>;

/// Counts by keys alone; sessions that are only in memory count too.
fn counts(library: Documents) -> Counts {
    let keys = library.store().our_keys().unwrap_or_default();
    let unsaved =
        library.unsaved.with(|unsaved| unsaved.iter().filter(|record| !keys.contains(&LOG.key(&record.id))).count());
    let count = |part: Part| {
        // A session that was left is taken along, and is no session yet.
        let of_part = keys.iter().filter(|key| part_of(key) == Some(part) && RUNNING.id_in(key).is_none()).count();
        of_part + if part == Part::Sessions { unsaved } else { 0 }
    };
    Part::ALL.into_iter().map(|part| (part, count(part))).filter(|(_, count)| *count > 0).collect()
}

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
