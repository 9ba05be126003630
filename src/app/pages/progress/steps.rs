//! The ladder: what one does of each exercise, what to do instead next time and why, and how one came
//! there.

use crate::app::chunks::use_chunks;
use crate::app::library::ladder::{LadderNow, last_sessions, todays};
use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::session::cleared::cleared;
use crate::app::shell::notices::use_notices;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::dates::stored_date;
use crate::content::words::messages as t;
use crate::domain::documents::ladder::{Ladder, Move, Why};
use crate::domain::progress::ladder::{Suggestion, easier, harder, suggestion, target, written};
use crate::domain::routine::{Item, Prescription, Routine, share_code};
use crate::platform::clock;
use leptos::prelude::*;

/// What is known of an exercise of today's routine.
#[derive(Debug, Clone, PartialEq)]
pub struct OnLadder {
    /// What is done now.
    pub dose: Prescription,
    /// What to do instead.
    pub suggestion: Option<Suggestion>,
    /// The newest session there is.
    newest: Option<String>,
}

/// Whether somebody starts slowly, and the exercises of today's routine, each once; tracked.
pub fn on_ladder(ladder: LadderNow) -> (bool, Vec<OnLadder>) {
    let (library, chunks) = (use_library(), use_chunks());
    let Some((routine, starts_slowly)) = todays(library) else { return (true, Vec::new()) };
    let sessions = last_sessions(library);
    let newest = sessions.last().map(|record| record.id.clone());
    let today = clock::today().unwrap_or_default();
    // What the person's conditions take out is not suggested.
    let is_allowed = |dose: Prescription| {
        let items = vec![Item::Exercise(dose)];
        let cleared = cleared(library, chunks, &Routine { items: items.clone(), ..routine.clone() });
        cleared.and_then(|cleared| cleared.playable).is_some_and(|playable| playable.routine().items == items)
    };
    let mut all: Vec<OnLadder> = Vec::new();
    for item in &routine.items {
        let Item::Exercise(dose) = *item else { continue };
        if all.iter().any(|other| *other.dose.exercise.id == *dose.exercise.id) {
            continue;
        }
        let (dose, since) = ladder.with(|ladder| {
            let since = ladder.target(dose.exercise.id.get()).and_then(|target| target.since.clone());
            (target(&CATALOG, dose, ladder, starts_slowly), since)
        });
        let suggestion = suggestion(dose, &sessions, since.as_deref(), &today)
            .filter(|suggestion| !(starts_slowly && suggestion.why == Why::WentWell) && is_allowed(suggestion.to));
        all.push(OnLadder { dose, suggestion, newest: newest.clone() });
    }
    (starts_slowly, all)
}

/// Changes the ladder, and tells where that cannot be kept.
fn change(ladder: LadderNow, change: impl FnOnce(&mut Ladder)) {
    if let Err(error) = ladder.change(change) {
        use_notices().tell(t::settings_not_saved(error));
    }
}

fn moved(ladder: LadderNow, from: Prescription, to: Prescription, why: Why, newest: Option<String>) {
    let date = clock::today().unwrap_or_default();
    let made = Move { date, from: written(from), to: written(to), why };
    change(ladder, |ladder| ladder.move_to(from.exercise.id.get(), made, newest));
}

fn dose(dose: Prescription) -> String {
    t::item_dose(&Item::Exercise(dose))
}

/// A dose, and the form where it is another one.
fn other(from: Prescription, to: Prescription) -> String {
    if *from.rung.id == *to.rung.id { dose(to) } else { format!("{}, {}", to.rung.name.get(), dose(to)) }
}

/// A suggestion, with its reason, to be taken or left.
pub fn suggested(ladder: LadderNow, on: &OnLadder) -> Option<AnyView> {
    let Suggestion { from, to, why } = on.suggestion?;
    let name = from.exercise.name.get();
    let (take, leave) = (on.newest.clone(), on.newest.clone());
    let what = other(from, to);
    let said = |says: &'static str| view! { {says}<span class="visually-hidden">{t::OF}{name}</span> };
    Some(
        view! {
            <div class="callout suggestion">
                <p><strong>{name}": "{what}</strong>" "{t::instead_of(&dose(from))}</p>
                <p class="small">{t::why_moved(why)}</p>
                <p class="actions">
                    {button("", said(t::DO_THAT), move || moved(ladder, from, to, why, take.clone()))}
                    {button("quiet", said(t::STAY), move || change(ladder, |ladder| ladder.refuse(from.exercise.id.get(), leave.clone())))}
                </p>
            </div>
        }
        .into_any(),
    )
}

fn of_exercise(ladder: LadderNow, on: OnLadder, starts_slowly: bool) -> AnyView {
    let now = on.dose;
    let step = |says: &'static str, to: Option<Prescription>| {
        let newest = on.newest.clone();
        to.map(|to| {
            let says = view! { {says}{t::OF}<span class="visually-hidden">{now.exercise.name.get()}", "</span>{other(now, to)} };
            button("quiet", says, move || moved(ladder, now, to, Why::Chosen, newest.clone()))
        })
    };
    view! {
        <li>
            <p><strong>{now.rung.name.get()}</strong><br/><span class="dose">{dose(now)}</span></p>
            <p class="actions not-printed">
                {step(t::EASIER, easier(now))}
                {step(t::HARDER, harder(now).filter(|_| !starts_slowly))}
            </p>
            {suggested(ladder, &on)}
        </li>
    }
    .into_any()
}

fn told(made: Move) -> AnyView {
    let said = |code: &str| match share_code::parse_recorded(&CATALOG, code).ok().as_deref() {
        Some([item]) => format!("{}, {}", item.name(), t::item_dose(item)),
        _ => code.to_owned(),
    };
    let date = stored_date(&made.date);
    view! { <li>{date}": "{said(&made.from)}" → "{said(&made.to)}". "{t::why_moved(made.why)}</li> }.into_any()
}

/// The section of the page.
#[component]
pub fn Steps() -> impl IntoView {
    let ladder = LadderNow::of(use_library());
    let all = move || {
        let (starts_slowly, all) = on_ladder(ladder);
        let all: Vec<AnyView> = all.into_iter().map(|on| of_exercise(ladder, on, starts_slowly)).collect();
        view! {
            {starts_slowly.then(|| view! { <p>{t::LADDER_WHILE_SLOW}</p> })}
            <ul class="ladder-steps">{all}</ul>
        }
    };
    let moves = move || {
        let moves = ladder.with(|ladder| ladder.moves.clone().unwrap_or_default());
        let moves: Vec<AnyView> = moves.into_iter().rev().map(told).collect();
        (!moves.is_empty()).then(|| {
            view! {
                <details><summary>{t::MOVES}</summary><ul>{moves}</ul></details>
            }
        })
    };
    view! {
        <section id="ladder">
            <h2>{t::LADDER}</h2>
            <p>{t::DOSES_TEXT}</p>
            {all}
            {moves}
            <p class="small">{t::LADDER_SOURCE}</p>
        </section>
    }
}
