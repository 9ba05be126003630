//! Building a routine: what is done and how much, kept on the device or handed over as a link.

mod building;
mod items;
mod saved;

use crate::app::chunks::use_chunks;
use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::parts::copying::Copying;
use crate::app::parts::link::Link;
use crate::app::parts::picture::Still;
use crate::app::reactive::{effect, memo};
use crate::app::session::cleared::cleared;
use crate::app::shell::address::use_address;
use crate::app::shell::notices::use_notices;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::catalog::Exercise;
use crate::domain::documents::routines::{LONGEST_NAME, OwnRoutine};
use crate::domain::documents::settings::Settings;
use crate::domain::routine::editor::{Editor, Verb};
use crate::domain::routine::{CUSTOM, Item, Prescription, Routine};
use crate::domain::session::timeline::timed_total_ms;
use crate::platform::{history, identity};
use building::{Building, exercises_of};
use items::Items;
use leptos::prelude::*;
use saved::Saved;

/// The code in a link, or in a fragment; all of it where it is neither.
fn code_in(text: &str) -> &str {
    let fragment = text.rsplit_once('#').map_or(text, |(_, fragment)| fragment);
    fragment.split('&').find_map(|part| part.strip_prefix("r=")).unwrap_or(fragment).trim()
}

fn routine_of(building: Building) -> Routine {
    Routine { id: CUSTOM.to_owned(), name: String::new(), items: building.editor.with(Editor::as_items) }
}

fn begin_from(building: Building) -> AnyView {
    let is_wrong = RwSignal::new(None::<String>);
    let pasted = RwSignal::new(String::new());
    let take = move |code: &str, name: &str| match exercises_of(code) {
        Ok(items) => {
            is_wrong.set(None);
            if building.name.with_untracked(|known| known.trim().is_empty()) {
                building.name.set(name.to_owned());
            }
            building.act(Verb::BeginFrom(items));
        }
        Err(error) => is_wrong.set(Some(t::share_code_error(&error))),
    };
    let choose = move |id: String| {
        if let Some(routine) = Routine::shipped(&CATALOG, &id) {
            take(&routine.code(), &routine.name);
        }
    };
    let options: Vec<AnyView> = CATALOG
        .routines
        .get()
        .iter()
        .map(|routine| view! { <option value=routine.id.get()>{routine.name.get()}</option> }.into_any())
        .collect();
    view! {
        <section id="begin-from">
            <h2>{t::BEGIN_FROM}</h2>
            <label class="setting"><strong>{t::BEGIN_FROM_NOTHING}</strong>
                <select on:change:target=move |event| choose(event.target().value())><option value="">"–"</option>{options}</select>
            </label>
            <label class="field"><span>{t::BEGIN_FROM_LINK}</span>
                <input type="text" inputmode="url" autocomplete="off" prop:value=move || pasted.get() on:input:target=move |event| pasted.set(event.target().value())/>
            </label>
            <p>{button("quiet", t::TAKE_LINK, move || take(code_in(&pasted.get_untracked()), ""))}</p>
            {move || is_wrong.get().map(|said| view! { <p class="caution" role="alert">{said}</p> })}
        </section>
    }
    .into_any()
}

fn adding(building: Building) -> AnyView {
    let card = |exercise: &'static Exercise| {
        let item = Item::Exercise(Prescription::lower(exercise, exercise.standard()));
        let add = move |_| {
            building.act(Verb::Add(exercise));
        };
        view! {
            <li>
                <button type="button" class="add" on:click=add>
                    <Still item/>
                    <span><span class="visually-hidden">{t::ADD_EXERCISE}{t::OF}</span>{exercise.name.get()}</span>
                </button>
            </li>
        }
        .into_any()
    };
    let cards: Vec<AnyView> = CATALOG.exercises.get().iter().map(card).collect();
    view! {
        <section id="add">
            <h2>{t::ADD_EXERCISE}</h2>
            {move || building.editor.with(|editor| !editor.has_room()).then(|| view! { <p class="caution" role="status">{t::NO_ROOM_LEFT}</p> })}
            <ul class="adds">{cards}</ul>
        </section>
    }
    .into_any()
}

/// What the person's own conditions would change.
fn changes(building: Building) -> AnyView {
    let (library, chunks) = (use_library(), use_chunks());
    (move || {
        let routine = routine_of(building);
        let changes = cleared(library, chunks, &routine).map(|cleared| cleared.changes).unwrap_or_default();
        let told: Vec<AnyView> = changes
            .iter()
            .map(|change| {
                view! { <li><strong>{t::ruling(change.rule.does)}": "{t::changed_item(change)}"."</strong>" "{change.rule.text.get()}</li> }
                    .into_any()
            })
            .collect();
        (!told.is_empty()).then(|| view! { <div class="caution"><p>{t::YOUR_CONDITIONS_CHANGE}</p><ul>{told}</ul></div> })
    })
    .into_any()
}

fn handing_over(building: Building) -> AnyView {
    let (library, notices, address) = (use_library(), use_notices(), use_address());
    let is_linked = RwSignal::new(false);
    let code = memo(move || building.editor.with(Editor::code));
    let link = move || format!("{}{}#r={}", history::site(&address.base()), Route::PlayCustom.path(), code.get());
    let keep = move || {
        let name = building.name.get_untracked().trim().chars().take(LONGEST_NAME).collect::<String>();
        let name = if name.is_empty() { t::MY_ROUTINE.to_owned() } else { name };
        let id = building.id.get_untracked().unwrap_or_else(identity::new_id);
        let routine = OwnRoutine { name: name.clone(), code: code.get_untracked() };
        match library.store().put(&id, &routine) {
            Ok(()) => {
                building.name.set(name);
                building.id.set(Some(id));
                building.changes.update(|changes| *changes += 1);
                notices.tell(t::SAVED_HERE);
            }
            Err(error) => notices.tell(t::settings_not_saved(error)),
        }
    };
    let length = move || {
        let routine = routine_of(building);
        let get_ready = library.setting(Settings::pace).get_ready;
        t::length(timed_total_ms(&routine, get_ready), false)
    };
    let is_empty = memo(move || code.with(String::is_empty));
    view! {
        <div class="build-foot">
            <p class="dose">{move || if is_empty.get() { t::exercises_counted(0) } else { format!("{} · {}", t::exercises_counted(building.editor.with(|editor| editor.items().len())), length()) }}</p>
            <p class="actions">
                <button type="button" class="quiet" disabled=move || building.editor.with(|editor| !editor.can_undo()) on:click=move |_| building.editor.update(|editor| { editor.undo(); })>{t::UNDO_STEP}</button>
                {move || (!is_empty.get()).then(|| view! {
                    {button("", t::SAVE_HERE, keep)}
                    {button("button", t::MAKE_LINK, move || is_linked.set(true))}
                    <a class="button quiet" href=move || format!("{}#r={}", address.href(Route::PlayCustom), code.get())>{t::START}</a>
                })}
            </p>
            {move || (is_linked.get() && !is_empty.get()).then(|| view! {
                <div class="callout" id="link">
                    <label class="field"><span>{t::LINK_TO_ROUTINE}</span><input type="text" readonly prop:value=link/></label>
                    <p class="actions"><Copying says=t::COPY text=Signal::derive(link) shares=true/></p>
                </div>
            })}
            <p class="small">{t::FIRST_TIMES_LONGER}</p>
        </div>
    }
    .into_any()
}

/// The page.
#[component]
pub fn Build() -> impl IntoView {
    let library = use_library();
    let address = use_address();
    let building = Building::new();
    effect(move || {
        let fragment = address.fragment.get();
        if !library.opened.get() || !fragment.starts_with("r=") {
            return;
        }
        if let Ok(items) = exercises_of(code_in(&fragment)) {
            building.begin(items, "", None);
        }
    });
    view! {
        <p class="crumb"><Link to=Route::Routines>{t::ROUTINES}</Link></p>
        <h1>{t::BUILD}</h1>
        <p class="lead">{t::BUILD_LEAD}</p>
        {move || if library.opened.get() {
            view! {
                <Saved building/>
                <div class="build">
                    <div>
                        <section id="routine">
                            <h2>{t::WHAT_IS_DONE}</h2>
                            <label class="field"><span>{t::ROUTINE_NAME}</span>
                                <input type="text" id="routine-name" maxlength=LONGEST_NAME autocomplete="off" placeholder=t::MY_ROUTINE
                                    prop:value=move || building.name.get() on:input:target=move |event| building.name.set(event.target().value())/>
                            </label>
                            <Items building/>
                            {changes(building)}
                            {handing_over(building)}
                        </section>
                    </div>
                    <div>{adding(building)}{begin_from(building)}</div>
                </div>
            }.into_any()
        } else {
            view! { <p>{t::BUILD_HOLDS}</p> }.into_any()
        }}
    }
}
