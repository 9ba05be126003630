//! One file a page. A new page is a file here and a line in `others::page`, `name` and the route.

mod about;
mod build;
mod builder;
mod choose;
mod data;
mod evidence;
mod exercises;
mod home;
mod not_found;
mod others;
mod progress;
pub mod routines;
mod settings;
mod techniques;
mod therapist;

use crate::app::chunks::{Chunk, State, called, chunk, part_of, place_of, use_chunks};
use crate::app::embed::framed;
use crate::app::embed::{FRAME, framed_page};
use crate::app::library::ladder::LadderNow;
use crate::app::library::{Documents, use_library};
use crate::app::parts::link::Link;
use crate::app::play;
use crate::app::safety::{SAFETY, safety_page};
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::documents::kind::PLAN;
use crate::domain::documents::shelf::Shelf;
use crate::domain::routine::{Item, Routine};
use crate::platform::{history, page, timers};
use leptos::prelude::*;

/// The chunk of all pages but the first one and the player's.
pub const PAGES: Chunk = Chunk { place: place_of("pages"), load: || Box::pin(load_pages()) };

chunk! { pages, load_pages,
    fn other_page(route: Route) -> AnyView {
        others::page(route)
    }
}

/// The chunk of the first page.
pub const HOME: Chunk = Chunk { place: place_of("home"), load: || Box::pin(load_home()) };

chunk! { home, load_home,
    fn first_page() -> AnyView {
        view! { <home::Home/> }
    }
}

/// The chunk of the player's page for routines in links.
pub const CUSTOM: Chunk = Chunk { place: place_of("custom"), load: || Box::pin(load_custom()) };

chunk! { custom, load_custom,
    fn player_of_link() -> AnyView {
        view! { <play::custom::PlayCustom/> }
    }
}

/// The chunk of what somebody does before a massage: choosing one, and the sheet for the therapist.
pub const MASSAGE: Chunk = Chunk { place: place_of("massage"), load: || Box::pin(load_massage()) };

chunk! { massage, load_massage,
    fn before_a_massage(chooses: bool) -> AnyView {
        if chooses { view! { <choose::Choose/> } } else { view! { <therapist::Therapist/> } }
    }
}

/// The chunk of what was done over weeks.
pub const WEEKS: Chunk = Chunk { place: place_of("weeks"), load: || Box::pin(load_weeks()) };

chunk! { weeks, load_weeks,
    fn over_weeks() -> AnyView {
        view! { <progress::Progress/> }
    }
}

/// The chunk of what awaits somebody who comes back.
pub const NEXT: Chunk = Chunk { place: place_of("next"), load: || Box::pin(load_next()) };

chunk! { next, load_next,
    fn next(what: Awaits) -> AnyView {
        match what {
            Awaits::Day => progress::next::day(),
            Awaits::Rest(ladder) => view! { <progress::next::Next ladder/> }.into_any(),
        }
    }
}

/// What the chunk of what awaits somebody holds.
#[derive(Debug, Clone, Copy)]
pub enum Awaits {
    /// What today is by the plan.
    Day,
    /// All else.
    Rest(LadderNow),
}

/// Whether somebody planned anything.
fn has_plan(library: Documents) -> bool {
    matches!(library.store().0.get(&PLAN.key("")), Ok(Some(_)))
}

/// What today is, above today's routine.
fn this_day(has_plan: bool) -> AnyView {
    let chunks = use_chunks();
    let plain = || {
        view! { <p class="eyebrow">{t::TODAY}" · "<Link to=Route::Progress fragment="#plan">{t::PLAN_YOUR_WEEK}</Link></p> }
    };
    if !has_plan {
        return plain().into_any();
    }
    timers::soon(move || chunks.fetch(NEXT));
    (move || match chunks.state(NEXT) {
        State::Here => called(next(Awaits::Day)).into_any(),
        _ => plain().into_any(),
    })
    .into_any()
}

/// The chunk of building a routine.
pub const BUILD: Chunk = Chunk { place: place_of("build"), load: || Box::pin(load_build()) };

chunk! { build, load_build,
    fn building() -> AnyView {
        view! { <build::Build/> }
    }
}

/// The chunk of the person's data.
pub const DATA: Chunk = Chunk { place: place_of("data"), load: || Box::pin(load_data()) };

chunk! { data, load_data,
    fn of_data() -> AnyView {
        view! { <data::Data/> }
    }
}

/// What awaits somebody who comes back, on the first page. It is not missed where it cannot be had.
fn coming_back(ladder: LadderNow) -> AnyView {
    let (library, chunks) = (use_library(), use_chunks());
    (move || {
        if library.sessions() == 0 {
            return None;
        }
        // What it stands below is drawn first.
        timers::soon(move || chunks.fetch(NEXT));
        match chunks.state(NEXT) {
            State::Here => called(next(Awaits::Rest(ladder))),
            _ => None,
        }
    })
    .into_any()
}

/// The chunk that a page lies in; nothing for one that is in the main part.
pub fn chunk_of(route: Route) -> Option<Chunk> {
    match route {
        Route::Play(_) => None,
        Route::PlayCustom => Some(CUSTOM),
        Route::Home => Some(HOME),
        Route::Framed(..) => Some(FRAME),
        Route::Safety => Some(SAFETY),
        Route::Choose | Route::Therapist => Some(MASSAGE),
        Route::Progress => Some(WEEKS),
        Route::Data => Some(DATA),
        Route::Build => Some(BUILD),
        _ => Some(PAGES),
    }
}

/// Whether a page needs the style sheet of pages that few people open.
pub const fn needs_rest_of_style(route: Route) -> bool {
    matches!(route, Route::Builder | Route::Choose | Route::Therapist | Route::Progress | Route::Data | Route::Build)
}

/// The content of a page.
pub fn page(route: Route) -> AnyView {
    if needs_rest_of_style(route) {
        page::needs_rest_of_style(&history::base());
    }
    match route {
        Route::Play(id) => Routine::shipped(&CATALOG, id).map(|routine| view! { <play::Play routine/> }).into_any(),
        Route::PlayCustom => part_of(CUSTOM, Some(t::CUSTOM_ROUTINE.to_owned()), move || called(player_of_link())),
        Route::Framed(kind, id) => part_of(FRAME, None, move || called(framed_page(kind, id))),
        Route::Home => part_of(HOME, Some(t::HOME_HEADING.to_owned()), move || called(first_page())),
        Route::Choose | Route::Therapist => {
            let chooses = route == Route::Choose;
            part_of(MASSAGE, Some(name(route)), move || called(before_a_massage(chooses)))
        }
        Route::Safety => part_of(SAFETY, Some(name(route)), move || called(safety_page())),
        Route::Build => part_of(BUILD, Some(name(route)), || called(building())),
        Route::Data => part_of(DATA, Some(name(route)), || called(of_data())),
        Route::Progress => part_of(WEEKS, Some(name(route)), move || called(over_weeks())),
        _ => part_of(PAGES, Some(name(route)), move || called(other_page(route))),
    }
}

/// The item that a page that can stay as it was rendered shows playing.
pub fn demonstrated(route: Route) -> Option<Item> {
    match route {
        Route::Exercise(id) => CATALOG.exercise(id).map(exercises::pictured),
        Route::Technique(id) => CATALOG.technique(id).and_then(techniques::pictured),
        _ => None,
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
        Route::Choose => t::CHOOSE.to_owned(),
        Route::Therapist => t::SHEET.to_owned(),
        Route::Routines => t::ROUTINES.to_owned(),
        Route::Routine(id) => routine_name(id),
        Route::Play(id) => t::play_title(&routine_name(id)),
        Route::PlayCustom => t::play_title(t::CUSTOM_ROUTINE),
        Route::Progress => t::PROGRESS.to_owned(),
        Route::Safety => t::SAFETY.to_owned(),
        Route::Evidence => t::EVIDENCE.to_owned(),
        Route::Settings => t::SETTINGS.to_owned(),
        Route::Data => t::DATA.to_owned(),
        Route::Build => t::BUILD.to_owned(),
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
        Route::Exercise(id) => CATALOG.exercise(id).map_or("", |x| told(x.summary).get()).to_owned(),
        Route::Technique(id) => CATALOG.technique(id).map_or("", |x| told(x.summary).get()).to_owned(),
        Route::Routine(id) | Route::Play(id) => routines::summary(id).to_owned(),
        Route::Framed(kind, id) => framed::summary(kind, id).to_owned(),
        Route::Builder => t::BUILDER_LEAD.to_owned(),
        Route::Choose => t::CHOOSE_LEAD.to_owned(),
        Route::Therapist => t::SHEET_LEAD.to_owned(),
        Route::Exercises => t::EXERCISES_LEAD.to_owned(),
        Route::Techniques => t::TECHNIQUES_LEAD.to_owned(),
        Route::Safety => t::SAFETY_LEAD.to_owned(),
        Route::Evidence => t::EVIDENCE_LEAD.to_owned(),
        Route::Progress => t::PROGRESS_LEAD.to_owned(),
        Route::Data => t::DATA_HOLDS.to_owned(),
        Route::Build => t::BUILD_LEAD.to_owned(),
        _ => t::HOME_LEAD.to_owned(),
    }
}
