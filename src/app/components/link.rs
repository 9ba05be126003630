//! A link to a page of ours.

use crate::app::routes::Route;
use crate::app::state::app_state;
use leptos::prelude::*;

/// A link to a page.
#[component]
pub fn Link(
    /// The page.
    to: Route,
    /// Class of the link.
    #[prop(optional)]
    class: &'static str,
    /// Fragment, with `#`.
    #[prop(optional, into)]
    fragment: String,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let state = app_state();
    let href = move || {
        state.route.track();
        format!("{}{fragment}", state.href(to))
    };
    // In a frame of another site our pages open beside it, not inside.
    let target = state.is_framed().then_some("_blank");
    view! { <a href=href target=target rel=target.map(|_| "noopener") class=(!class.is_empty()).then_some(class)>{children()}</a> }
}
