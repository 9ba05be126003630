//! One file a page. A new page is a file here and a line in [`page`], [`title`] and the route.

mod about;
mod builder;
mod evidence;
mod exercises;
mod home;
mod not_found;
mod progress;
pub mod routines;
mod safety;
mod settings;
mod techniques;

use crate::app::embed::framed;
use crate::app::play;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::routine::Routine;
use leptos::prelude::*;

/// The content of a page.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Home => view! { <home::Home/> }.into_any(),
        Route::Exercises => view! { <exercises::Exercises/> }.into_any(),
        Route::Exercise(id) => CATALOG
            .exercise(id)
            .map(|exercise| view! { <exercises::ExercisePage exercise/> }.into_any())
            .unwrap_or_else(|| page(Route::NotFound)),
        Route::Techniques => view! { <techniques::Techniques/> }.into_any(),
        Route::Technique(id) => CATALOG
            .technique(id)
            .map(|technique| view! { <techniques::TechniquePage technique/> }.into_any())
            .unwrap_or_else(|| page(Route::NotFound)),
        Route::Routines => view! { <routines::Routines/> }.into_any(),
        Route::Routine(id) => Routine::shipped(&CATALOG, id)
            .map(|routine| view! { <routines::RoutinePage id routine/> }.into_any())
            .unwrap_or_else(|| page(Route::NotFound)),
        Route::Play(id) => Routine::shipped(&CATALOG, id)
            .map(|routine| view! { <play::Play routine/> }.into_any())
            .unwrap_or_else(|| page(Route::NotFound)),
        Route::PlayCustom => view! { <play::PlayCustom/> }.into_any(),
        Route::Progress => view! { <progress::Progress/> }.into_any(),
        Route::Safety => view! { <safety::Safety/> }.into_any(),
        Route::Evidence => view! { <evidence::Evidence/> }.into_any(),
        Route::Settings => view! { <settings::SettingsPage/> }.into_any(),
        Route::About => view! { <about::About/> }.into_any(),
        Route::Builder => view! { <builder::Builder/> }.into_any(),
        Route::Framed(kind, id) => view! { <framed::Framed kind id/> }.into_any(),
        Route::NotFound => view! { <not_found::NotFound/> }.into_any(),
    }
}

/// The heading of a page.
fn name(route: Route) -> String {
    let routine_name =
        |id| Routine::shipped(&CATALOG, id).map_or_else(|| t::ROUTINES.to_owned(), |routine| routine.name);
    match route {
        Route::Home => String::new(),
        Route::Exercises => t::EXERCISES.to_owned(),
        Route::Exercise(id) => CATALOG.exercise(id).map_or("", |x| x.name.get()).to_owned(),
        Route::Techniques => t::TECHNIQUES.to_owned(),
        Route::Technique(id) => CATALOG.technique(id).map_or("", |x| x.name.get()).to_owned(),
        Route::Routines => t::ROUTINES.to_owned(),
        Route::Routine(id) => routine_name(id),
        Route::Play(id) => t::play_title(&routine_name(id)),
        Route::PlayCustom => t::play_title(t::CUSTOM_ROUTINE),
        Route::Progress => t::PROGRESS.to_owned(),
        Route::Safety => t::SAFETY.to_owned(),
        Route::Evidence => t::EVIDENCE.to_owned(),
        Route::Settings => t::SETTINGS.to_owned(),
        Route::About => t::ABOUT.to_owned(),
        Route::Builder => t::BUILDER.to_owned(),
        Route::Framed(kind, id) => framed::routine(kind, id).map_or_else(String::new, |routine| routine.name),
        Route::NotFound => t::NOT_FOUND.to_owned(),
    }
}

/// The title of a page.
pub fn title(route: Route) -> String {
    match name(route) {
        name if name.is_empty() => t::HOME_TITLE.to_owned(),
        name => format!("{name} · {}", t::BRAND),
    }
}

/// One or two sentences for search engines and link previews.
pub fn description(route: Route) -> String {
    match route {
        Route::Exercise(id) => CATALOG.exercise(id).map_or("", |x| x.summary.get()).to_owned(),
        Route::Technique(id) => CATALOG.technique(id).map_or("", |x| x.summary.get()).to_owned(),
        Route::Routine(id) | Route::Play(id) => routines::summary(id).to_owned(),
        Route::Framed(kind, id) => framed::summary(kind, id).to_owned(),
        Route::Builder => t::BUILDER_LEAD.to_owned(),
        Route::Exercises => t::EXERCISES_LEAD.to_owned(),
        Route::Techniques => t::TECHNIQUES_LEAD.to_owned(),
        Route::Safety => t::SAFETY_LEAD.to_owned(),
        Route::Evidence => t::EVIDENCE_LEAD.to_owned(),
        _ => t::HOME_LEAD.to_owned(),
    }
}
