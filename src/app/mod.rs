//! The app: Leptos pages and components. They read snapshots and send verbs; they count nothing.

pub mod components;
pub mod host;
pub mod pages;
pub mod routes;
pub mod shell;
pub mod state;

pub use shell::App;

/// Puts the app in place of the prerendered page.
#[cfg(feature = "csr")]
pub fn mount() {
    use crate::platform::{history, offline, page, timers};
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;

    let base = history::base();
    let route = routes::Route::parse(&history::path(&base));
    let Some(document) = crate::platform::document() else { return };
    let Some(old) = document.get_element_by_id("app") else { return };
    let Some(new) = document.create_element("div").ok().and_then(|new| new.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    new.set_id("app");
    leptos::mount::mount_to(new.clone(), move || {
        let state = state::AppState::new(route, base.clone());
        if let routes::Route::Framed(kind, id) = route {
            state.host.set_value(host::Host::meet(kind, id));
        }
        provide_context(state);
        state.fragment.set(history::fragment());
        history::on_move(move || state.arrive());
        history::on_link(base, move |path, address| {
            let route = routes::Route::parse(path);
            if route == routes::Route::NotFound {
                return false;
            }
            history::push(address);
            state.arrive();
            true
        });
        let changed = move || {
            state.offline.try_set(offline::state());
        };
        // For as long as the page lives.
        std::mem::forget(offline::on_change(changed));
        changed();
        timers::soon(move || {
            state.load();
            page::set_root_attribute("data-ready", "true");
            page::fire("unknot-ready");
        });
        view! { <App/> }
    })
    .forget();
    // The old page stays until the new one is complete, so nothing flashes.
    page::take_over(&old, &new);
}
