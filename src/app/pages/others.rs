//! All pages but the first one and the player's: what lies in their chunk.

use super::{about, builder, evidence, exercises, not_found, routines, settings, techniques};
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::domain::routine::Routine;
use leptos::prelude::*;

/// The content of a page; that of "not found" for one that is not in the chunk.
pub(super) fn page(route: Route) -> AnyView {
    let found = match route {
        Route::Exercises => Some(view! { <exercises::Exercises/> }),
        Route::Exercise(id) => CATALOG.exercise(id).map(|exercise| view! { <exercises::ExercisePage exercise/> }),
        Route::Techniques => Some(view! { <techniques::Techniques/> }),
        Route::Technique(id) => CATALOG.technique(id).map(|technique| view! { <techniques::TechniquePage technique/> }),
        Route::Routines => Some(view! { <routines::Routines/> }),
        Route::Routine(id) => {
            Routine::shipped(&CATALOG, id).map(|routine| view! { <routines::RoutinePage id routine/> })
        }
        Route::Evidence => Some(view! { <evidence::Evidence/> }),
        Route::Settings => Some(view! { <settings::SettingsPage/> }),
        Route::About => Some(view! { <about::About/> }),
        Route::Builder => Some(view! { <builder::Builder/> }),
        Route::Home
        | Route::Play(_)
        | Route::PlayCustom
        | Route::Framed(..)
        | Route::Choose
        | Route::Therapist
        | Route::Safety
        | Route::Progress
        | Route::Data
        | Route::Build
        | Route::NotFound => None,
    };
    found.unwrap_or_else(|| view! { <not_found::NotFound/> })
}
