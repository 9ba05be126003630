//! Before a session: what one needs, who asks first, and what to take care of. In the chunk of the
//! figure, which comes on the start page anyway.

use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::parts::cite::source_fragment;
use crate::app::parts::link::Link;
use crate::app::reactive::memo;
use crate::app::safety::body;
use crate::app::session::rules::clearing;
use crate::app::shell::preferences::use_preferences;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::{Caution, Prop};
use crate::domain::documents::health::Health;
use crate::domain::progress::today::FLOOR_FREE;
use crate::domain::routine::{Item, Routine};
use crate::domain::safety::clearing::{Change, Cleared, clear, name_of};
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
    /// What is to be done, and what the person's conditions changed.
    cleared: Memo<Option<Cleared>>,
) -> impl IntoView {
    let known = move || {
        let routine = cleared.get()?.playable?.into_parts().0;
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
        Some(view! {
            <p>{t::needs(&needs)}{floor}</p>
            {warm_up}
            <p>{ask_first}{list}</p>
            <ul>{cautions.collect_view()}</ul>
        })
    };
    let left = memo(move || cleared.with(|cleared| cleared.as_ref().is_none_or(|cleared| cleared.playable.is_some())));
    view! {
        <section class="caution before">
            <h2>{t::BEFORE_YOU_START}</h2>
            <Changed cleared/>
            <YourBody/>
            {move || if left.get() { known.into_any() } else { view! { <NothingLeft/> }.into_any() }}
        </section>
    }
}

/// What the person's conditions changed, and what they ask for, each with its reason.
#[component]
fn Changed(cleared: Memo<Option<Cleared>>) -> impl IntoView {
    let preferences = use_preferences();
    move || {
        // What a rule says of several items is told once, with the names of all.
        let mut said: Vec<(Change, Vec<String>)> = Vec::new();
        for change in cleared.get().map(|cleared| cleared.changes).unwrap_or_default() {
            let named = t::changed_item(&change);
            match said.iter_mut().find(|(other, _)| std::ptr::eq(other.rule, change.rule)) {
                Some((_, names)) if names.contains(&named) => {}
                Some((_, names)) => names.push(named),
                None => said.push((change, vec![named])),
            }
        }
        let is_any = !said.is_empty();
        let said = said.into_iter().map(|(change, names)| {
            let Change { condition, rule, .. } = change;
            let clear =
                move || preferences.change_health(&|health| health.set_cleared(&name_of(condition, rule), true));
            // By key alone: the sources themselves lie in another chunk.
            let sources = rule.sources.get().iter().map(|key| {
                view! { <Link to=Route::Evidence fragment=source_fragment(key)>{t::SOURCE}</Link>" " }
            });
            let sources = sources.collect_view();
            let ours = rule.sources.is_empty().then_some(t::WE_SUGGEST_IT);
            view! {
                <li>
                    <strong>{t::ruling(rule.does)}": "{names.join(", ")}"."</strong>" "{rule.text.get()}
                    " ("{condition.text.get()}"; "{sources}{ours}")"
                    {(!rule.strict).then(|| view! { " "{button("as-link", t::CLINICIAN_CLEARED, clear)} })}
                </li>
            }
        });
        is_any.then(|| {
            view! {
                <h3>{t::CHANGED_FOR_YOU}</h3>
                <ul class="changed">{said.collect_view()}</ul>
            }
        })
    }
}

/// Nothing of a routine suits the person: what may.
#[component]
fn NothingLeft() -> impl IntoView {
    let library = use_library();
    let other = move || {
        let routine = Routine::shipped(&CATALOG, FLOOR_FREE)?;
        let name = routine.name.clone();
        clear(&CATALOG, routine, &clearing(library))
            .playable
            .map(|_| view! { <Link to=Route::Play(FLOOR_FREE)>{name}</Link> })
    };
    view! {
        <p>{t::NOTHING_LEFT}" "{move || match other() {
            Some(link) => view! { {t::TRY_INSTEAD}" "{link} }.into_any(),
            None => t::ASK_WHAT_SUITS.into_any(),
        }}</p>
    }
}

/// Asks for conditions, once that is wanted.
#[component]
fn YourBody() -> impl IntoView {
    let library = use_library();
    let open = RwSignal::new(false);
    let has_told = memo(move || library.of_health(Health::names_conditions));
    let says = move || if has_told.get() { t::CHANGE_TOLD } else { t::TELL_CONDITIONS };
    move || {
        if open.get() {
            body()
        } else {
            view! { <p>{button("as-link", says, move || { open.try_set(true); })}</p> }.into_any()
        }
    }
}
