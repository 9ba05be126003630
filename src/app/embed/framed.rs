//! What other sites show in a frame: a routine, an exercise or a technique, ready to be done.

use crate::app::pages::routines;
use crate::app::play::Play;
use crate::app::shell::address::use_address;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::embed::Kind;
use crate::domain::routine::{CUSTOM, Item, Prescription, Routine};
use leptos::prelude::*;

/// What is done in a frame.
pub fn routine(kind: Kind, id: &str) -> Option<Routine> {
    match kind {
        Kind::Routine => Routine::shipped(&CATALOG, id),
        Kind::Exercise => CATALOG.exercise(id).map(|exercise| Routine {
            id: CUSTOM.to_owned(),
            name: exercise.name.to_string(),
            items: vec![Item::Exercise(Prescription::lower(exercise, exercise.standard()))],
        }),
        Kind::Technique => CATALOG.technique(id).and_then(|technique| {
            let sequence = CATALOG.sequence(&technique.sequence)?;
            Some(Routine { name: technique.name.to_string(), ..Routine::of_sequence(sequence) })
        }),
    }
}

/// One or two sentences on it.
pub fn summary(kind: Kind, id: &str) -> &'static str {
    match kind {
        Kind::Routine => routines::summary(id),
        Kind::Exercise => CATALOG.exercise(id).map_or("", |exercise| told(exercise.summary).get()),
        Kind::Technique => CATALOG.technique(id).map_or("", |technique| told(technique.summary).get()),
    }
}

/// The page of the site that says more.
pub fn whole_page(kind: Kind, id: &'static str) -> Route {
    match kind {
        Kind::Routine => Route::Routine(id),
        Kind::Exercise => Route::Exercise(id),
        Kind::Technique => Route::Technique(id),
    }
}

/// The framed page.
#[component]
pub fn Framed(
    /// What it shows.
    kind: Kind,
    /// Its id.
    id: &'static str,
) -> impl IntoView {
    let address = use_address();
    view! {
        {routine(kind, id).map(|routine| view! { <Play routine lead=summary(kind, id)/> })}
        <p class="open-whole"><a href=address.href(whole_page(kind, id)) target="_blank" rel="noopener">{t::OPEN_IN_UNKNOT}</a></p>
    }
}
