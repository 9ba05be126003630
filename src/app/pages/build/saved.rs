//! Routines of the person's own, kept on this device.

use super::building::{Building, exercises_of};
use crate::app::library::{Documents, use_library};
use crate::app::parts::button::button;
use crate::app::reactive::memo;
use crate::app::shell::address::use_address;
use crate::app::shell::notices::use_notices;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::routines::OwnRoutine;
use crate::domain::routine::{CUSTOM, Item, Routine};
use crate::domain::session::timeline::timed_total_ms;
use crate::platform::identity;
use leptos::prelude::*;

fn put(library: Documents, building: Building, id: &str, routine: &OwnRoutine) {
    match library.store().put(id, routine) {
        Ok(()) => building.changes.update(|changes| *changes += 1),
        Err(error) => use_notices().tell(t::settings_not_saved(error)),
    }
}

fn item(building: Building, deleted: RwSignal<Option<(String, OwnRoutine)>>, id: String, own: OwnRoutine) -> AnyView {
    let (library, address) = (use_library(), use_address());
    let OwnRoutine { name, code } = own.clone();
    let exercises = exercises_of(&code).ok();
    let told = exercises.as_ref().map(|exercises| {
        let items = exercises.iter().map(|dose| Item::Exercise(*dose)).collect();
        let routine = Routine { id: CUSTOM.to_owned(), name: String::new(), items };
        let get_ready = library.settings_now().pace().get_ready;
        format!("{} · {}", t::exercises_counted(exercises.len()), t::length(timed_total_ms(&routine, get_ready), false))
    });
    let said = |says: &'static str| {
        let name = name.clone();
        view! { {says}<span class="visually-hidden">{t::OF}{name}</span> }
    };
    let change = {
        let (id, name) = (id.clone(), name.clone());
        move || building.begin(exercises.clone().unwrap_or_default(), &name, Some(id.clone()))
    };
    let duplicate = {
        let own = own.clone();
        move || put(library, building, &identity::new_id(), &OwnRoutine { name: t::copy_of(&own.name), ..own.clone() })
    };
    let delete = {
        let (id, own) = (id.clone(), own.clone());
        move || match library.store().remove::<OwnRoutine>(&id) {
            Ok(()) => {
                if building.id.with_untracked(|editing| editing.as_ref() == Some(&id)) {
                    building.id.set(None);
                }
                deleted.set(Some((id.clone(), own.clone())));
                building.changes.update(|changes| *changes += 1);
            }
            Err(error) => use_notices().tell(t::settings_not_saved(error.into())),
        }
    };
    let is_known = told.is_some();
    let start = move || format!("{}#r={code}", address.href(Route::PlayCustom));
    view! {
        <li>
            <p><strong>{name.clone()}</strong><span class="hint">{told.unwrap_or_else(|| t::CODE_UNKNOWN_HERE.to_owned())}</span></p>
            <p class="actions">
                {is_known.then(|| view! { <a class="button quiet" href=start>{said(t::START)}</a> })}
                {is_known.then(|| button("quiet", said(t::EDIT), change))}
                {button("quiet", said(t::DUPLICATE), duplicate)}
                {button("quiet", said(t::DELETE), delete)}
            </p>
        </li>
    }
    .into_any()
}

/// The list; nothing where there is none.
#[component]
pub fn Saved(
    /// What is built.
    building: Building,
) -> impl IntoView {
    let library = use_library();
    let deleted = RwSignal::new(None::<(String, OwnRoutine)>);
    let all = memo(move || {
        building.changes.track();
        library.store().all::<OwnRoutine>()
    });
    let undo = move || {
        if let Some((id, own)) = deleted.get_untracked() {
            put(library, building, &id, &own);
            deleted.set(None);
        }
    };
    view! {
        {move || deleted.get().map(|(_, own)| view! {
            <p class="callout" role="status">{t::routine_deleted(&own.name)}" "{button("as-link", t::UNDO, undo)}</p>
        })}
        {move || {
            let rows: Vec<AnyView> = all.get().into_iter().map(|(id, own)| item(building, deleted, id, own)).collect();
            (!rows.is_empty()).then(|| view! {
                <section id="own-routines">
                    <h2>{t::OWN_ROUTINES}</h2>
                    <ul class="files">{rows}</ul>
                    <p>{button("quiet", t::NEW_ROUTINE, move || building.begin(Vec::new(), "", None))}</p>
                </section>
            })
        }}
    }
}
