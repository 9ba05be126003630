//! The frame around every page: navigation, notices, the foot.

use super::components::link::Link;
use super::components::trouble::Trouble;
use super::components::update::UpdateBar;
use super::pages;
use super::routes::Route;
use super::state::{AppState, app_state};
use crate::content::words::messages as t;
use crate::domain::documents::settings::Theme;
use crate::platform::page;
use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let state = app_state();
    Effect::new(move || page::set_title(&pages::title(state.route.get())));
    if state.is_framed() {
        // The page around it says how it looks, and there is nowhere else to go.
        return view! { <main id="main" tabindex="-1">{pages::page(state.route.get_untracked())}</main> }.into_any();
    }
    Effect::new(move || {
        let theme = state.settings().theme();
        page::set_root_attribute("data-theme", if theme == Theme::Auto { "" } else { theme.name() });
    });
    view! {
        <a class="skip-link" href="#main">{t::SKIP_TO_CONTENT}</a>
        <header class="shell-head">
            <Link to=Route::Home class="brand">
                <BrandMark/>
                <span>{t::BRAND}</span>
            </Link>
            <nav aria-label=t::NAV_LABEL>
                <ul>
                    {t::NAV.iter().map(|(route, name)| view! { <li><NavLink to=*route name=name/></li> }).collect_view()}
                </ul>
            </nav>
        </header>
        <Trouble/>
        <main id="main" tabindex="-1">{move || pages::page(state.route.get())}</main>
        <footer class="shell-foot">
            <p>{t::NOT_A_DEVICE}" "<Link to=Route::Safety>{t::WHEN_TO_GET_HELP}</Link></p>
            <ul>
                {t::FOOT.iter().map(|(route, name)| view! { <li><Link to=*route>{*name}</Link></li> }).collect_view()}
            </ul>
        </footer>
        <UpdateBar/>
        <NoticeBar/>
    }
    .into_any()
}

#[component]
fn NavLink(to: Route, name: &'static str) -> impl IntoView {
    let state = app_state();
    let current = move || (state.route.get().section() == to).then_some("page");
    view! { <a href=move || { state.route.track(); state.href(to) } aria-current=current>{name}</a> }
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

#[component]
fn NoticeBar() -> impl IntoView {
    let state: AppState = app_state();
    let close = move |_| {
        state.notice.try_set(None);
    };
    view! {
        <div class="notice-bar" role="status" aria-label=t::NOTICE_LABEL>
            {move || {
                state.notice.get().map(|notice| {
                    let undo = notice.undo.map(|record| {
                        let bring_back = move |_| {
                            state.keep(&record);
                            state.notice.try_set(None);
                        };
                        view! { <button type="button" on:click=bring_back>{t::UNDO}</button> }
                    });
                    view! {
                        <div class="notice">
                            <p>{notice.text}</p>
                            {undo}
                            <button type="button" class="quiet" on:click=close>{t::CLOSE}</button>
                        </div>
                    }
                })
            }}
        </div>
    }
}
