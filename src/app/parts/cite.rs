//! Citations.

use super::link::Link;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::source;
use crate::content::words::messages as t;
use crate::domain::catalog::Caution;
use crate::domain::catalog::text::{List, Text};
use leptos::prelude::*;

/// Where a source stands on the evidence page.
pub fn source_fragment(key: &str) -> String {
    format!("#source-{}", key.to_ascii_lowercase())
}

/// Sources by author and year, each a link to its entry on the evidence page. Nothing without sources.
#[component]
pub fn Cite(
    /// Their keys.
    sources: List<Text>,
) -> impl IntoView {
    let sources = sources.get().iter().filter_map(|key| source(key));
    let links = sources.map(|source| {
        let year = (source.year > 0).then(|| format!(" {}", source.year));
        view! { <Link to=Route::Evidence fragment=source_fragment(&source.key)>{source.author.get()}{year}</Link> }
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| view! { <span class="cite">{links}</span> })
}

/// Cautions, each with its sources.
#[component]
pub fn Cautions(
    /// The cautions.
    cautions: List<Caution>,
) -> impl IntoView {
    let cautions = cautions.get().iter().map(|caution| {
        let ours = caution.sources.is_empty().then(|| view! { <span class="cite">"("{t::WE_SUGGEST_IT}")"</span> });
        view! { <li>{caution.text.get()}" "<Cite sources=caution.sources/>{ours}</li> }
    });
    view! { <ul>{cautions.collect_view()}</ul> }
}
