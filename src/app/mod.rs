//! The app: Leptos pages and parts. They read snapshots and send verbs; they count nothing.

pub mod chunks;
pub mod embed;
pub mod library;
pub mod pages;
pub mod parts;
pub mod play;
pub mod session;
pub mod shell;
pub(crate) mod view;

pub use shell::App;

/// Puts the app in place of the prerendered page, once the chunk of that page is here.
#[cfg(feature = "csr")]
pub fn mount() {
    use crate::platform::{history, page};
    use shell::routes::Route;

    let base = history::base();
    let route = Route::parse(&history::path(&base));
    let Some(chunk) = pages::chunk_of(route) else {
        take_over(route, base, None);
        return;
    };
    wasm_bindgen_futures::spawn_local(async move {
        if (chunk.load)().await.is_ok() {
            take_over(route, base, Some(chunk));
        } else {
            // The page stays as it was rendered, and says what cannot be done.
            page::set_root_attribute("data-failed", "true");
        }
    });
}

#[cfg(feature = "csr")]
fn take_over(route: shell::routes::Route, base: String, came: Option<chunks::Chunk>) {
    use crate::platform::{clock, history, offline, page, storage, timers};
    use leptos::prelude::*;
    use shell::routes::Route;
    use view::view;
    use wasm_bindgen::JsCast;

    let Some(document) = crate::platform::document() else { return };
    let Some(old) = document.get_element_by_id("app") else { return };
    let Some(new) = document.create_element("div").ok().and_then(|new| new.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    new.set_id("app");
    leptos::mount::mount_to(new.clone(), move || {
        let (address, library) = shell::provide(route, base.clone());
        if let Some(chunk) = came {
            chunks::use_chunks().came(chunk);
        }
        let around = match route {
            Route::Framed(kind, id) => chunks::called(embed::meet(kind, id)).flatten(),
            _ => None,
        };
        if let Some(around) = around {
            provide_context(around);
        }
        address.fragment.set(history::fragment());
        history::on_move(move |scrolled| address.arrive(scrolled));
        history::on_link(base, move |path, link| {
            if Route::parse(path) == Route::NotFound {
                return false;
            }
            history::push(link);
            address.arrive(None);
            true
        });
        let offline_state = shell::offline::use_offline();
        let changed = move || {
            offline_state.try_set(offline::state());
        };
        // For as long as the page lives.
        std::mem::forget(offline::on_change(changed));
        std::mem::forget(storage::on_change(move |key| library.changed_elsewhere(key, clock::wall())));
        changed();
        timers::soon(move || {
            library.open(clock::wall());
            if library.findings.try_with_untracked(|findings| findings.blocked) == Some(true)
                && let Some(around) = around
            {
                around.tell_of_no_storage();
            }
            page::set_root_attribute("data-ready", "true");
            page::fire("unknot-ready");
        });
        view! { <App/> }
    })
    .forget();
    // The old page stays until the new one is complete, so nothing flashes.
    page::take_over(&old, &new);
}
