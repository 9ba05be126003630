//! The massage techniques: the list, and a page for each.

use crate::app::parts::cite::{Cautions, Cite};
use crate::app::parts::link::Link;
use crate::app::parts::picture::Demo;
use crate::app::parts::picture::Still;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::catalog::text::Text;
use crate::domain::catalog::{Sequence, Step, Technique};
use crate::domain::routine::Item;
use leptos::prelude::*;

/// All techniques.
#[component]
pub fn Techniques() -> impl IntoView {
    let cards = CATALOG.techniques.get().iter().map(|technique| {
        view! {
            <li class="card with-picture">
                {sequence_of(technique)}
                <h2><Link to=Route::Technique(technique.id.get())>{technique.name.get()}</Link></h2>
                <p>{told(technique.summary).get()}</p>
                <p class="dose">{t::pressure(technique)}</p>
            </li>
        }
    });
    let precautions = told(CATALOG.massage_precautions).get().iter().map(|precaution| {
        let items = precaution.items.iter().map(|item| {
            let floor = (&*item.id == FLOOR).then(|| view! { ": "<Link to=Route::Safety fragment="#floor">{t::FLOOR}</Link> });
            view! { <li>{item.text.get()}{floor}</li> }
        });
        view! { <section class="card"><h3>{precaution.name.get()}</h3><ul>{items.collect_view()}</ul><p class="small"><Cite sources=precaution.sources/></p></section> }
    });
    view! {
        <h1>{t::TECHNIQUES}</h1>
        <p class="lead">{t::TECHNIQUES_LEAD}</p>
        <p>{t::CHOOSE_BY_COMFORT}" "<Cite sources=told(CATALOG.claims).iter().find(|claim| &*claim.id == "no-type-better").map(|claim| claim.sources).unwrap_or_default()/></p>
        <p class="actions"><Link to=Route::Choose class="button">{t::CHOOSE_SHORT}</Link>" "<Link to=Route::Therapist class="button quiet">{t::SHEET}</Link></p>
        <ul class="cards">{cards.collect_view()}</ul>
        <section id="ask-first">
            <h2>{t::ASK_FIRST}</h2>
            <div class="cards">{precautions.collect_view()}</div>
        </section>
        <section>
            <h2>{t::TELL_YOUR_THERAPIST}</h2>
            <ul>{list(told(CATALOG.tell_therapist).get().iter().copied())}</ul>
        </section>
    }
}

/// The precaution of those who cannot get down to the floor: they are shown how.
const FLOOR: &str = "floor";

/// The step that shows best what a sequence is about: its most particular stroke, or its first step.
fn telling(sequence: &'static Sequence) -> Option<&'static Step> {
    sequence.steps.get().iter().rev().max_by_key(|step| step.stroke as u8)
}

/// What is shown playing of a technique.
pub(super) fn pictured(technique: &'static Technique) -> Option<Item> {
    CATALOG.sequence(&technique.sequence).and_then(telling).map(Item::Step)
}

/// A still of the technique's at-home sequence.
fn sequence_of(technique: &'static Technique) -> impl IntoView {
    let sequence = CATALOG.sequence(&technique.sequence)?;
    telling(sequence).map(|step| view! { <Still item=Item::Step(step)/> })
}

fn list(texts: impl Iterator<Item = Text>) -> impl IntoView {
    texts.map(|text| view! { <li>{text.get()}</li> }).collect_view()
}

/// One technique with all its facts.
#[component]
pub fn TechniquePage(technique: &'static Technique) -> impl IntoView {
    let claims = told(CATALOG.claims)
        .get()
        .iter()
        .filter(|claim| claim.about.contains(&technique.id) || claim.about.iter().any(|about| &**about == "massage"));
    let claims = claims.map(|claim| {
        view! {
            <li>
                <strong>{t::said(claim)}</strong>" "
                <span class=format!("certainty certainty-{}", claim.certainty.name())>{t::certainty(claim.certainty)}</span>" "
                {claim.known.get()}" "<Cite sources=claim.sources/>
            </li>
        }
    });
    let sequence = CATALOG.sequence(&technique.sequence).map(|sequence| {
        view! {
            <section class="card at-home">
                <h2>{t::AT_HOME}</h2>
                {pictured(technique).map(|item| view! { <Demo item/> })}
                <h3>{sequence.name.get()}</h3>
                <p>{told(sequence.who).get()}". "{sequence.summary.get()}</p>
                <p>{t::needs(&told(sequence.needs))}</p>
                <p><Link to=Route::Play(sequence.id.get()) class="button">{t::try_name(&sequence.name)}</Link>" "<Link to=Route::Routine(sequence.id.get())>{t::SEE_THE_STEPS}</Link></p>
            </section>
        }
    });
    view! {
        <p class="crumb"><Link to=Route::Techniques>{t::TECHNIQUES}</Link></p>
        <h1>{technique.name.get()}</h1>
        <p class="lead">{told(technique.summary).get()}</p>
        {sequence}
        <div class="facts">
            <section><h2>{t::WHAT_HAPPENS}</h2><p>{told(technique.what).get()}</p></section>
            <section><h2>{t::FELT_AS}</h2><p>{told(technique.felt_as).get()}</p></section>
            <section><h2>{t::SUITS}</h2><p>{told(technique.suits).get()}</p></section>
            <section>
                <h2>{t::PRACTICAL}</h2>
                <dl>
                    <dt>{t::CLOTHING}</dt><dd>{told(technique.clothing).get()}</dd>
                    <dt>{t::SURFACE}</dt><dd>{told(technique.surface).get()}</dd>
                    <dt>{t::PRESSURE}</dt><dd>{t::pressure(technique)}</dd>
                </dl>
            </section>
            <section><h2>{t::TELL_YOUR_THERAPIST}</h2><p>{told(technique.say).get()}" "<Link to=Route::Therapist>{t::SHEET}</Link></p><ul>{list(told(CATALOG.tell_therapist).get().iter().copied())}</ul></section>
            <section class="caution"><h2>{t::CAUTIONS}</h2><Cautions cautions=told(technique.cautions)/><p><Link to=Route::Techniques fragment="#ask-first">{t::ASK_FIRST}</Link></p></section>
        </div>
        <section>
            <h2>{t::WHAT_IS_KNOWN}</h2>
            <ul class="known">{claims.collect_view()}</ul>
        </section>
    }
}
