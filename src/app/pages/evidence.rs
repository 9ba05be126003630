//! Claims with their certainty, common beliefs, and the sources of both.

use crate::app::parts::cite::Cite;
use crate::app::parts::link::Link;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::Claim;
use leptos::prelude::*;

#[component]
fn ClaimDetails(claim: &'static Claim) -> impl IntoView {
    view! {
        <details class="claim">
            <summary><h3>{t::said(claim)}</h3>" "<span class=format!("certainty certainty-{}", claim.certainty.name())>{t::certainty(claim.certainty)}</span></summary>
            // A link to it opens it.
            <div id=claim.id.get()>
                <p>{claim.known.get()}</p>
                <p class="claim-foot"><Cite sources=claim.sources/></p>
            </div>
        </details>
    }
}

/// Everything that is claimed here, and how sure it is.
#[component]
pub fn Evidence() -> impl IntoView {
    let claims = |belief: bool| {
        let claims = told(CATALOG.claims).get().iter().filter(move |claim| claim.belief == belief);
        claims.map(|claim| view! { <ClaimDetails claim/> }).collect_view()
    };
    let sources = told(CATALOG.sources).get().iter().map(|source| {
        let year = (source.year > 0).then(|| format!(" ({})", source.year));
        let place = (!source.place.is_empty()).then(|| format!(" {}.", source.place));
        let doi =
            source.doi_url().map(|url| view! { " "<a href=url rel="noreferrer">{format!("doi:{}", source.doi)}</a> });
        let pubmed =
            source.pubmed_url().map(|url| view! { " "<a href=url rel="noreferrer">{t::pubmed(&source.pubmed)}</a> });
        view! {
            <li id=format!("source-{}", source.key.to_ascii_lowercase())>
                <strong>{source.author.get()}{year}"."</strong>" "{source.title.get()}"."{place}{doi}{pubmed}
                <span class="checked">{t::read_as(source)}</span>
            </li>
        }
    });
    view! {
        <h1>{t::EVIDENCE}</h1>
        <p class="lead">{t::EVIDENCE_LEAD}</p>
        <section class="short-answers">
            <h2>{t::IN_SHORT}</h2>
            <dl>{t::SHORT_ANSWERS.iter().map(|(question, answer, claim)| view! {
                <dt>{*question}</dt>
                <dd>{*answer}" "<Link to=Route::Evidence fragment=*claim>{t::WHY_SO}</Link></dd>
            }).collect_view()}</dl>
        </section>
        <div class="side-by-side">
            <section><h2>{t::WHAT_IS_KNOWN}</h2><div class="claims">{claims(false)}</div></section>
            <section><h2>{t::IS_IT_TRUE}</h2><div class="claims">{claims(true)}</div></section>
        </div>
        <section>
            <h2>{t::SOURCES}</h2>
            <p>{t::SOURCES_LEAD}</p>
            <ul class="sources">{sources.collect_view()}</ul>
        </section>
    }
}
