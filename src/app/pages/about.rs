//! What this is.

use crate::app::parts::link::Link;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use leptos::prelude::*;

/// What Unknot is, and what it is not.
#[component]
pub fn About() -> impl IntoView {
    view! {
        <h1>{t::ABOUT}</h1>
        {t::ABOUT_SECTIONS.iter().map(|(heading, paragraphs)| view! {
            <section class="prose">
                <h2>{*heading}</h2>
                {paragraphs.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
            </section>
        }).collect_view()}
        <p><Link to=Route::Evidence>{t::EVIDENCE}</Link>" · "<Link to=Route::Safety>{t::SAFETY}</Link></p>
    }
}
