//! No page of ours.

use crate::app::parts::link::Link;
use crate::app::parts::rope::Tangle;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use leptos::prelude::*;

/// Says so, with a way home.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <Tangle/>
        <h1>{t::NOT_FOUND}</h1>
        <p>{t::NOT_FOUND_TEXT}</p>
        <p><Link to=Route::Home class="button">{t::GO_HOME}</Link></p>
    }
}
