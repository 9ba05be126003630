//! A link to a page of ours.

use crate::app::shell::address::use_address;
use crate::app::shell::routes::Route;
use crate::app::view::view;
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
    let address = use_address();
    let href = move || format!("{}{fragment}", address.href(to));
    // In a frame of another site our pages open beside it, not inside.
    let target = address.is_framed().then_some("_blank");
    view! { <a href=href target=target rel=target.map(|_| "noopener") class=(!class.is_empty()).then_some(class)>{children()}</a> }
}
