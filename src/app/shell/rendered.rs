//! The whole page, as it is rendered on the host. In the browser what is around `main` stays as it
//! was rendered, so none of this is in the wasm.

use super::address::use_address;
use super::routes::Route;
use super::{Bars, Main};
use crate::app::extras::Troubles;
use crate::app::parts::link::Link;
use crate::app::view::view;
use crate::content::words::messages as t;
use leptos::prelude::*;

/// The main navigation.
const NAV: [(Route, &str); 5] = [
    (Route::Exercises, t::EXERCISES),
    (Route::Techniques, t::TECHNIQUES),
    (Route::Routines, t::ROUTINES),
    (Route::Progress, t::PROGRESS),
    (Route::Settings, t::SETTINGS),
];

/// Links at the foot of every page.
const FOOT: [(Route, &str); 4] = [
    (Route::Safety, t::WHEN_TO_GET_HELP),
    (Route::Evidence, t::WHAT_IS_KNOWN),
    (Route::Builder, t::BUILDER),
    (Route::About, t::ABOUT),
];

/// The whole page.
#[component]
pub fn Rendered() -> impl IntoView {
    let parts = || {
        view! {
            <div id="trouble" class="trouble"><Troubles/></div>
            <main id="main" tabindex="-1"><Main/></main>
        }
    };
    if use_address().is_framed() {
        return view! { {parts()}<div id="bars"><Bars/></div> };
    }
    view! {
        <a class="skip-link" href="#main">{t::SKIP_TO_CONTENT}</a>
        <header class="shell-head">
            <Link to=Route::Home class="brand">
                <BrandMark/>
                <span>{t::BRAND}</span>
            </Link>
            <nav aria-label=t::NAV_LABEL>
                <ul>
                    {NAV.iter().map(|(route, name)| view! { <li><NavLink to=*route name=name/></li> }).collect_view()}
                </ul>
            </nav>
        </header>
        {parts()}
        <footer class="shell-foot">
            <p>{t::NOT_A_DEVICE}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
            <ul>
                {FOOT.iter().map(|(route, name)| view! { <li><Link to=*route>{*name}</Link></li> }).collect_view()}
            </ul>
        </footer>
        <div id="bars"><Bars/></div>
    }
}

#[component]
fn NavLink(to: Route, name: &'static str) -> impl IntoView {
    let address = use_address();
    let current = (address.route.get_untracked().section() == to).then_some("page");
    view! { <a href=address.href(to) aria-current=current>{name}</a> }
}

/// The sign of Unknot: a loop that has come undone.
#[component]
fn BrandMark() -> impl IntoView {
    view! {
        <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M4 22c6 0 7-12 13-12a6 6 0 0 1 0 12c-4 0-5-4-3-8 2-5 7-7 14-7" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round"/>
        </svg>
    }
}
