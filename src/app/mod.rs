//! The app: Leptos pages and parts. They read snapshots and send verbs; they count nothing.

pub mod chunks;
pub mod embed;
pub mod extras;
pub mod library;
pub mod pages;
pub mod parts;
pub mod play;
pub mod reactive;
pub mod session;
pub mod shell;
pub(crate) mod view;

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
    use extras::Troubles;
    use leptos::prelude::*;
    use shell::routes::Route;
    use shell::{Bars, Main};
    use view::view;

    let places = ["main", "trouble", "bars"].map(page::Place::of);
    let [Some(main), Some(trouble), Some(bars)] = places else { return };
    let (in_main, in_trouble, in_bars) = (main.fresh(), trouble.fresh(), bars.fresh());
    leptos::mount::mount_to(in_main, move || {
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
        timers::soon(move || {
            changed();
            library.open(clock::wall());
            if library.findings.try_with_untracked(|findings| findings.blocked) == Some(true)
                && let Some(around) = around
            {
                around.tell_of_no_storage();
            }
            page::set_root_attribute("data-ready", "true");
            page::fire("unknot-ready");
        });
        shell::keep_up();
        let mut beside = (view! { <Troubles/> }.build(), view! { <Bars/> }.build());
        beside.0.mount(&in_trouble, None);
        beside.1.mount(&in_bars, None);
        std::mem::forget(beside);
        view! { <Main/> }
    })
    .forget();
    // The page as it was rendered stays until the new parts are complete, so nothing flashes.
    for place in [main, trouble, bars] {
        place.take_over();
    }
}
