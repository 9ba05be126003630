//! Before a session: what one needs, who asks first, and what to take care of. In the chunk of the
//! figure, which comes on the start page anyway.

use crate::app::parts::link::Link;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::{Caution, Prop};
use crate::domain::routine::{Item, Routine};
use leptos::prelude::*;

/// So many cautions of each exercise or sequence, the most important ones, which come first.
const CAUTIONS: usize = 2;

/// What stands around the figure in any of the items, each once, in the order of the vocabulary.
fn props(items: &[Item]) -> Vec<Prop> {
    let mut props: Vec<Prop> = items.iter().map(Item::prop).collect();
    props.sort_by_key(|prop| *prop as u8);
    props.dedup();
    props
}

/// What to know before a session of a routine.
#[component]
pub fn Before(
    /// The routine as it is to be done.
    routine: RwSignal<Routine>,
) -> impl IntoView {
    let known = move || {
        let routine = routine.get();
        let sequence = CATALOG.sequence(&routine.id);
        // What holds for several exercises is told once, with the names of all.
        let mut cautions: Vec<(Vec<&str>, &str)> = Vec::new();
        let mut add = |name: &'static str, of: &'static [Caution]| {
            for caution in of.iter().take(CAUTIONS) {
                match cautions.iter_mut().find(|(_, text)| *text == caution.text.get()) {
                    Some((names, _)) if names.contains(&name) => {}
                    Some((names, _)) => names.push(name),
                    None => cautions.push((vec![name], caution.text.get())),
                }
            }
        };
        if let Some(sequence) = sequence {
            add("", told(sequence.cautions).get());
        }
        if let Some(shipped) = CATALOG.routine(&routine.id) {
            add("", told(shipped.cautions).get());
        }
        for item in &routine.items {
            if let Item::Exercise(p) = item {
                add(p.exercise.name.get(), told(p.exercise.cautions).get());
            }
        }
        let cautions = cautions.into_iter().map(|(names, text)| {
            let names = names.join(", ");
            let names = (!names.is_empty()).then(|| view! { <strong>{names}": "</strong> });
            view! { <li>{names}{text}</li> }
        });
        let is_massage = routine.is_sequence();
        let needs = match sequence {
            Some(sequence) => told(sequence.needs).get().to_owned(),
            None => t::props(&props(&routine.items)),
        };
        let ask_first = if is_massage { t::ASK_FIRST_OF_MASSAGE } else { t::ASK_FIRST_OF_EXERCISE };
        let list =
            is_massage.then(|| view! { " "<Link to=Route::Techniques fragment="#ask-first">{t::WHOLE_LIST}</Link> });
        let is_on_the_floor = routine.items.iter().any(|item| item.position().is_on_the_floor());
        let floor = is_on_the_floor.then(|| view! { " "<Link to=Route::Safety fragment="#floor">{t::FLOOR}</Link> });
        let warm_up = (!is_massage).then(|| view! { <p>{t::WARM_UP}</p> });
        view! {
            <p>{t::needs(&needs)}{floor}</p>
            {warm_up}
            <p>{ask_first}{list}</p>
            <ul>{cautions.collect_view()}</ul>
        }
    };
    view! {
        <section class="caution before">
            <h2>{t::BEFORE_YOU_START}</h2>
            {known}
        </section>
    }
}
