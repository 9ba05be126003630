//! The app: Leptos pages and parts. They read snapshots and send verbs; they count nothing.

pub mod chunks;
pub mod embed;
pub mod extras;
pub mod kept;
pub mod library;
pub mod pages;
pub mod parts;
pub mod play;
pub mod reactive;
pub mod safety;
pub mod session;
pub mod shell;
pub mod steps;
pub(crate) mod view;

/// Puts the app in place of the prerendered page, once the chunk of that page is here.
///
/// What runs for the first time, browsers compile first. So it goes in steps, each a task of its own:
/// between them the page can be scrolled, and a press is noticed.
#[cfg(feature = "csr")]
pub fn mount() {
    use crate::platform::{history, page, timers};
    use shell::routes::Route;

    let base = history::base();
    let route = Route::parse(&history::path(&base));
    let chunk = kept::chunk_at_first(route);
    wasm_bindgen_futures::spawn_local(async move {
        if let Some(chunk) = chunk
            && (chunk.load)().await.is_err()
        {
            // The page stays as it was rendered, and says what cannot be done.
            page::set_root_attribute("data-failed", "true");
            return;
        }
        timers::soon(move || begin(route, base, chunk));
    });
}

/// The first step: what pages share, and what is not in `main`. A page that stays as it was rendered
/// is not made.
#[cfg(feature = "csr")]
fn begin(route: shell::routes::Route, base: String, came: Option<chunks::Chunk>) {
    use crate::platform::{history, page, timers};
    use extras::Troubles;
    use leptos::prelude::*;
    use reactive::build_in;
    use shell::routes::Route;
    use shell::{Bars, Main};
    use view::view;

    let stays = kept::may_stay(route);
    let places = ["main", "trouble", "bars"].map(page::Place::of);
    let [Some(main), Some(trouble), Some(bars)] = places else { return };
    leptos::mount::mount_to(bars.fresh(), move || {
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
        shell::keep_up();
        build_in(view! { <Troubles/> }, &trouble.fresh());
        let offline = shell::offline::use_offline();
        let owner = Owner::new();
        timers::soon(move || {
            let steps = steps::Steps::default();
            owner.with(|| {
                if stays {
                    provide_context(kept::Kept::new(route));
                    build_in(view! { <Main/> }, &main.rendered());
                } else {
                    provide_context(steps);
                    build_in(view! { <Main/> }, &main.fresh());
                }
            });
            // For as long as the page lives.
            std::mem::forget(owner);
            go_through(steps, move || {
                // The page as it was rendered stays until the new parts are complete, so nothing flashes.
                trouble.take_over();
                bars.take_over();
                if !stays {
                    main.take_over();
                }
                listen(address, base);
                timers::soon(move || open(library, offline, around));
            });
        });
        view! { <Bars/> }
    })
    .forget();
}

/// Makes what is left of the page, and then goes on.
#[cfg(feature = "csr")]
fn go_through(steps: steps::Steps, then: impl FnOnce() + 'static) {
    crate::platform::timers::soon(move || if steps.go_on() { go_through(steps, then) } else { then() });
}

/// Hears of links and of moves in the history.
#[cfg(feature = "csr")]
fn listen(address: shell::address::Address, base: String) {
    use crate::platform::history;
    use shell::routes::Route;

    history::on_move(move |scrolled| address.arrive(scrolled));
    history::on_link(base, move |path, link| {
        if Route::parse(path) == Route::NotFound {
            return false;
        }
        history::push(link);
        address.arrive(None);
        true
    });
}

/// The last steps: what is stored, and what the browser says of itself.
#[cfg(feature = "csr")]
fn open(
    library: library::Documents,
    known: leptos::prelude::RwSignal<crate::platform::offline::Offline>,
    around: Option<session::around::Around>,
) {
    use crate::platform::{clock, offline, page, storage, timers};
    use leptos::prelude::*;

    let changed = move || {
        known.try_set(offline::state());
    };
    // For as long as the page lives.
    std::mem::forget(offline::on_change(changed));
    std::mem::forget(storage::on_change(move |key| library.changed_elsewhere(key, clock::wall())));
    changed();
    library.open(clock::wall());
    timers::soon(move || {
        page::set_root_attribute("data-ready", "true");
        page::fire("unknot-ready");
        if let Some(around) = around {
            around.greet();
            if library.findings.try_with_untracked(|findings| findings.blocked) == Some(true) {
                around.tell_of_no_storage();
            }
        }
    });
}
