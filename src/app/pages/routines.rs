//! The routines and at-home sequences: the list, and a page for each.

use super::exercises::Feel;
use crate::app::library::use_library;
use crate::app::parts::cite::Cautions;
use crate::app::parts::link::Link;
use crate::app::parts::picture::Still;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::documents::settings::Settings;
use crate::domain::routine::{Item, Routine};
use crate::domain::session::timeline::timed_total_ms;
use leptos::prelude::*;

/// One sentence on a routine or sequence.
pub fn summary(id: &str) -> &'static str {
    let routine = CATALOG.routine(id).map(|routine| routine.summary.get());
    routine.or_else(|| CATALOG.sequence(id).map(|sequence| sequence.summary.get())).unwrap_or_default()
}

fn suits(id: &str) -> &'static str {
    let routine = CATALOG.routine(id).map(|routine| told(routine.suits).get());
    routine.or_else(|| CATALOG.sequence(id).map(|sequence| told(sequence.who).get())).unwrap_or_default()
}

/// Its length at the person's own get-ready time.
#[component]
pub fn Length(
    /// The routine.
    routine: Routine,
) -> impl IntoView {
    let library = use_library();
    let length = move || {
        let pace = library.setting(Settings::pace);
        t::length(timed_total_ms(&routine, pace.get_ready), pace.self_paced && !routine.is_sequence())
    };
    view! { <span class="length">{length}</span> }
}

/// The item whose picture stands for a routine or sequence: the first that stands for none before it.
pub(super) fn pictured(id: &str) -> Option<Item> {
    let routines = CATALOG.routines.get().iter().map(|routine| routine.id.get());
    let all = routines.chain(CATALOG.sequences.get().iter().map(|sequence| sequence.id.get()));
    let mut taken: Vec<&str> = Vec::new();
    for other in all {
        let items = Routine::shipped(&CATALOG, other)?.items;
        // The first ones lie low, and a picture of lying tells little.
        let free = items.iter().cycle().skip(1).take(items.len()).find(|item| !taken.contains(&item.name()));
        let item = *free.or(items.first())?;
        if other == id {
            return Some(item);
        }
        taken.push(item.name());
    }
    None
}

#[component]
fn RoutineCard(id: &'static str) -> impl IntoView {
    Routine::shipped(&CATALOG, id).map(|routine| {
        let (name, said) = (routine.name.clone(), routine.name.clone());
        view! {
            <li class="card with-picture">
                {pictured(id).map(|item| view! { <Still item/> })}
                <h3><Link to=Route::Routine(id)>{name}</Link></h3>
                <p>{summary(id)}</p>
                <p class="dose">{suits(id)}" · "<Length routine/></p>
                <p><Link to=Route::Play(id) class="button">{t::START}<span class="visually-hidden">{t::START_OF}{said}</span></Link></p>
            </li>
        }
    })
}

/// All routines and sequences.
#[component]
pub fn Routines() -> impl IntoView {
    view! {
        <h1>{t::ROUTINES}</h1>
        <p class="lead">{t::ROUTINES_LEAD}</p>
        <p><Link to=Route::Build class="button quiet">{t::BUILD_YOUR_OWN}</Link></p>
        <section>
            <h2>{t::EXERCISE_ROUTINES}</h2>
            <ul class="cards">{CATALOG.routines.get().iter().map(|x| view! { <RoutineCard id=x.id.get()/> }).collect_view()}</ul>
        </section>
        <section>
            <h2>{t::AT_HOME_MASSAGE}</h2>
            <p>{t::AT_HOME_LEAD}</p>
            <ul class="cards">{CATALOG.sequences.get().iter().map(|x| view! { <RoutineCard id=x.id.get()/> }).collect_view()}</ul>
        </section>
    }
}

/// The items of a routine, in order, with their dose.
#[component]
pub fn Items(
    /// The items.
    items: Vec<Item>,
) -> impl IntoView {
    let items = items.into_iter().map(|item| {
        let name = match item {
            Item::Exercise(p) => {
                view! { <Link to=Route::Exercise(p.exercise.id.get())>{item.name()}</Link> }.into_any()
            }
            Item::Step(_) => item.name().into_any(),
        };
        view! { <li><Still item/><strong>{name}</strong>" "<span class="dose">{t::item_dose(&item)}</span></li> }
    });
    view! { <ol class="items">{items.collect_view()}</ol> }
}

/// One routine or sequence.
#[component]
pub fn RoutinePage(
    /// Its id.
    id: &'static str,
    /// The routine.
    routine: Routine,
) -> impl IntoView {
    let sequence = CATALOG.sequence(id);
    let details = sequence.map(|sequence| {
        view! {
            <p>{t::needs(&told(sequence.needs))}</p>
            {CATALOG.technique(&sequence.technique).map(|technique| view! {
                <p>{t::BELONGS_TO}" "<Link to=Route::Technique(technique.id.get())>{technique.name.get()}</Link></p>
            })}
            <section class="caution">
                <h2>{t::CAUTIONS}</h2>
                <Cautions cautions=told(sequence.cautions)/>
            </section>
        }
    });
    let days = CATALOG.routine(id).filter(|shipped| !told(shipped.tips).is_empty()).map(|shipped| {
        let tips = told(shipped.tips).get().iter().map(|text| view! { <li>{text.get()}</li> });
        view! {
            <section class="caution">
                <h2>{t::CAUTIONS}</h2>
                <Cautions cautions=told(shipped.cautions)/>
                <p><Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
            </section>
            <section><h2>{t::ON_SUCH_DAYS}</h2><ul>{tips.collect_view()}</ul></section>
        }
    });
    view! {
        <p class="crumb"><Link to=Route::Routines>{t::ROUTINES}</Link></p>
        <h1>{routine.name.clone()}</h1>
        <p class="lead">{summary(id)}</p>
        <p class="dose">{suits(id)}" · "<Length routine=routine.clone()/></p>
        {days}
        <p><Link to=Route::Play(id) class="button">{t::START}<span class="visually-hidden">{t::START_OF}{routine.name}</span></Link></p>
        <div class="side-by-side">
            <section><h2>{t::WHAT_YOU_DO}</h2><Items items=routine.items/></section>
            <div>
                {sequence.is_none().then(|| view! { <Feel/> })}
                {details}
            </div>
        </div>
    }
}
