//! The exercises: the list, and a page for each.

use crate::app::parts::cite::{Cautions, Cite};
use crate::app::parts::link::Link;
use crate::app::parts::picture::Demo;
use crate::app::parts::picture::Still;
use crate::app::parts::stills::Stills;
use crate::app::shell::address::use_address;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::{Exercise, Origin, Rung, SideMode};
use crate::domain::routine::share_code;
use crate::domain::routine::{Item, Prescription};
use leptos::prelude::*;

#[component]
fn Cards(exercises: Vec<&'static Exercise>) -> impl IntoView {
    let cards = exercises.into_iter().map(|exercise| {
        view! {
            <li class="card with-picture">
                <Still item=Item::Exercise(Prescription::lower(exercise, exercise.standard()))/>
                <h3><Link to=Route::Exercise(exercise.id.get())>{exercise.name.get()}</Link></h3>
                <p>{told(exercise.summary).get()}</p>
                <p class="dose">{t::dose(exercise, exercise.standard())}</p>
            </li>
        }
    });
    view! { <ul class="cards">{cards.collect_view()}</ul> }
}

/// How hard exercise should be.
#[component]
pub(super) fn Feel() -> impl IntoView {
    view! {
        <section class="prose">
            <h2>{t::HOW_IT_SHOULD_FEEL}</h2>
            <ul>{t::FEEL.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}<li>{t::WARM_UP}</li></ul>
        </section>
    }
}

/// All exercises.
#[component]
pub fn Exercises() -> impl IntoView {
    let (extras, six) = CATALOG.exercises.get().iter().partition(|exercise| exercise.extra);
    view! {
        <h1>{t::EXERCISES}</h1>
        <p class="lead">{t::EXERCISES_LEAD}</p>
        <section><h2 class="visually-hidden">{t::THE_SIX}</h2><Cards exercises=six/></section>
        <Feel/>
        <section><h2>{t::EXTRAS}</h2><p>{t::EXTRAS_LEAD}</p><Cards exercises=extras/></section>
    }
}

/// The steps of a repetition, in order.
#[component]
fn Steps(rung: &'static Rung) -> impl IntoView {
    let steps = rung.movements.get().iter().map(|movement| {
        let seconds = if movement.is_hold() { rung.hold_range() } else { Some((movement.seconds, movement.seconds)) };
        let first_side = rung.side_names.first().map_or("", |name| name.get());
        view! {
            <li>
                <strong>{told(movement.name).get()}</strong>" "
                <span class="seconds">{seconds.map(|(low, high)| t::seconds_range(low, high))}</span>
                <p>{movement.now.replace("{side}", first_side)}</p>
                <p class="breath">{t::breath(movement.breath)}</p>
            </li>
        }
    });
    view! { <ol class="steps">{steps.collect_view()}</ol> }
}

#[component]
fn RungCard(exercise: &'static Exercise, rung: &'static Rung) -> impl IntoView {
    let address = use_address();
    let code = share_code::format(&[Item::Exercise(Prescription::lower(exercise, rung))]);
    let play = move || format!("{}#r={code}", address.href(Route::PlayCustom));
    let standard = rung.id == exercise.standard().id;
    let origin = match rung.origin {
        Origin::Brief => t::THE_EXERCISE_ITSELF,
        Origin::Professional => t::FROM_PROFESSIONALS,
        Origin::Ours => t::WE_SUGGEST,
    };
    view! {
        <li class="card rung with-picture" class:standard=standard id=rung.id.get()>
            <Still item=Item::Exercise(Prescription::lower(exercise, rung))/>
            <h3>{rung.name.get()}</h3>
            <p class="origin">{origin}" "<Cite sources=told(rung.sources)/></p>
            <p>{told(rung.start).get()}</p>
            {(!told(rung.note).is_empty()).then(|| view! { <p>{told(rung.note).get()}</p> })}
            <details>
                <summary>{t::STEPS}</summary>
                <Steps rung/>
            </details>
            <p><a class="button quiet" href=play>{t::try_name(&rung.name)}</a></p>
        </li>
    }
}

/// What is shown playing of an exercise.
pub(super) fn pictured(exercise: &'static Exercise) -> Item {
    Item::Exercise(Prescription::lower(exercise, exercise.standard()))
}

/// One exercise with all its facts.
#[component]
pub fn ExercisePage(exercise: &'static Exercise) -> impl IntoView {
    let address = use_address();
    let rung = exercise.standard();
    let code = share_code::format(&[Item::Exercise(Prescription::lower(exercise, rung))]);
    let play = move || format!("{}#r={code}", address.href(Route::PlayCustom));
    let instead = CATALOG.exercise(&exercise.instead).map(|other| {
        view! { <p class="callout">{t::OPTIONAL_INSTEAD}" "<Link to=Route::Exercise(other.id.get())>{other.name.get()}</Link></p> }
    });
    let rungs = exercise.rungs.get();
    let ladder = (rungs.len() > 1).then(|| view! {
        <section>
            <h2>{t::EASIER_AND_HARDER}</h2>
            <p>{t::LADDER_TEXT}</p>
            <ol class="cards ladder">{rungs.iter().map(|rung| view! { <RungCard exercise rung/> }).collect_view()}</ol>
        </section>
    });
    view! {
        <p class="crumb"><Link to=Route::Exercises>{t::EXERCISES}</Link></p>
        <h1>{exercise.name.get()}</h1>
        <p class="lead">{told(exercise.summary).get()}</p>
        <Demo item=pictured(exercise)/>
        {instead}
        <p><a class="button" href=play>{t::try_name(&exercise.name)}</a></p>
        <div class="facts">
            <section><h2>{t::AIM}</h2><p>{told(exercise.aim).get()}</p></section>
            <section><h2>{t::DOSE}</h2><p>{t::dose(exercise, rung)}</p></section>
            <section>
                <h2>{t::START_POSITION}</h2>
                <p>{told(rung.start).get()}</p>
                {(rung.side == SideMode::Alternating).then(|| view! { <p>{t::alternating(rung)}</p> })}
            </section>
        </div>
        <section><h2>{t::ONE_REPETITION}</h2><Stills item=Item::Exercise(Prescription::lower(exercise, rung))/><Steps rung/></section>
        <Care exercise/>
        {ladder}
    }
}

/// How to do an exercise well, when not to, and what is known of it.
#[component]
fn Care(exercise: &'static Exercise) -> impl IntoView {
    let texts = |texts: &'static [crate::domain::catalog::text::Text]| {
        texts.iter().map(|text| view! { <li>{text.get()}</li> }).collect_view()
    };
    let claims = told(CATALOG.claims).get().iter().filter(|claim| claim.about.contains(&exercise.id));
    let claims: Vec<_> = claims
        .map(|claim| view! { <li>{claim.statement.get()}" "{claim.known.get()}" "<Cite sources=claim.sources/></li> })
        .collect();
    view! {
        <div class="facts">
            <section><h2>{t::FORM_CUES}</h2><ul>{texts(told(exercise.form_cues).get())}</ul></section>
            <section><h2>{t::COMMON_ERRORS}</h2><ul>{texts(told(exercise.common_errors).get())}</ul></section>
            <section class="caution"><h2>{t::CAUTIONS}</h2><Cautions cautions=told(exercise.cautions)/><p>{t::STOP_IF}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p></section>
            {(!claims.is_empty()).then(|| view! { <section><h2>{t::WHAT_IS_KNOWN}</h2><ul>{claims}</ul></section> })}
        </div>
    }
}
