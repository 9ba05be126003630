//! Which massage may suit: seven short questions, and all five kinds ranked with reasons.

use crate::app::library::use_library;
use crate::app::parts::button::button;
use crate::app::parts::cite::{Cautions, Cite};
use crate::app::parts::copying::Copying;
use crate::app::parts::link::Link;
use crate::app::reactive::{effect, memo};
use crate::app::session::rules::clearing;
use crate::app::shell::address::use_address;
use crate::app::shell::routes::Route;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::content::{CATALOG, told};
use crate::domain::choose::{Answers, Clothes, Giver, Manner, Pressure, Ranked, Surface, Whether, ranked};
use crate::domain::routine::Routine;
use crate::domain::safety::clearing::{Clearing, clear};
use crate::platform::{history, page, timers};
use leptos::prelude::*;

/// Before the answers in the fragment of the address.
const ANSWERS: &str = "a=";
const RESULT: &str = "result";

fn question(
    number: usize,
    words: &'static t::Question,
    chosen: impl Fn() -> &'static str + Copy + Send + Sync + 'static,
    choose: impl Fn(&'static str) + Copy + 'static,
) -> impl IntoView {
    let (asks, choices) = words;
    let name = format!("question-{number}");
    let choices = choices.iter().map(|(value, label)| {
        let (value, label) = (*value, *label);
        view! {
            <label>
                <input type="radio" name=name.clone() value=value prop:checked=move || chosen() == value on:change=move |_| choose(value)/>
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="picks question">
            <legend>{*asks}</legend>
            <div>{choices.collect_view()}</div>
        </fieldset>
    }
}

/// The chooser.
#[component]
pub fn Choose() -> impl IntoView {
    let address = use_address();
    let answers = RwSignal::new(Answers::default());
    let given = memo(move || Answers::from_code(address.fragment.get().strip_prefix(ANSWERS)?));
    effect(move || {
        if let Some(given) = given.get() {
            answers.try_set(given);
        }
    });
    let show = move || {
        address.go(Route::Choose, &format!("{ANSWERS}{}", answers.get_untracked().to_code()));
        timers::soon(|| page::focus(RESULT));
    };
    let [pressure, clothes, surface, giver, manner, soreness, first] = &t::QUESTIONS;
    view! {
        <p class="crumb"><Link to=Route::Techniques>{t::TECHNIQUES}</Link></p>
        <h1>{t::CHOOSE}</h1>
        <p class="lead">{t::CHOOSE_LEAD}</p>
        <div class="questions">
            {question(1, pressure, move || answers.get().pressure.name(), move |word| answers.update(|a| a.pressure = Pressure::named(word).unwrap_or_default()))}
            {question(2, clothes, move || answers.get().clothes.name(), move |word| answers.update(|a| a.clothes = Clothes::named(word).unwrap_or_default()))}
            {question(3, surface, move || answers.get().surface.name(), move |word| answers.update(|a| a.surface = Surface::named(word).unwrap_or_default()))}
            {question(4, giver, move || answers.get().giver.name(), move |word| answers.update(|a| a.giver = Giver::named(word).unwrap_or_default()))}
            {question(5, manner, move || answers.get().manner.name(), move |word| answers.update(|a| a.manner = Manner::named(word).unwrap_or_default()))}
            {question(6, soreness, move || answers.get().soreness.name(), move |word| answers.update(|a| a.soreness = Whether::named(word).unwrap_or_default()))}
            {question(7, first, move || answers.get().first.name(), move |word| answers.update(|a| a.first = Whether::named(word).unwrap_or_default()))}
        </div>
        <p class="small">{t::CHOOSE_CONDITIONS}" "<Link to=Route::Safety fragment="#conditions">{t::CONDITIONS}</Link></p>
        <p>{button("button big", t::SHOW_MY_RESULT, show)}</p>
        {move || given.get().map(|answers| view! { <Result answers/> })}
    }
}

#[component]
fn Result(answers: Answers) -> impl IntoView {
    let library = use_library();
    let by_comfort = told(CATALOG.claims).get().iter().find(|claim| &*claim.id == "no-type-better");
    let by_comfort = by_comfort.map(|claim| claim.sources).unwrap_or_default();
    let list = move || {
        let clearing = clearing(library);
        let rulings = |technique: &crate::domain::catalog::Technique| {
            clearing.rules_for(&technique.id, "").map(|(_, rule)| rule.does).collect()
        };
        let ranked = ranked(CATALOG.techniques.get(), answers, told, rulings);
        let items = ranked.into_iter().enumerate().map(|(place, ranked)| place_of(place, &ranked, &clearing));
        items.collect_view()
    };
    let link = move || history::address();
    view! {
        <section class="result">
            <h2 id=RESULT tabindex="-1">{t::CHOOSE_RESULT}</h2>
            <p>{t::CHOOSE_BY_COMFORT}" "{t::CHOOSE_WEIGHTS}" "<Cite sources=by_comfort/></p>
            <ol class="ranking">{list}</ol>
            <p class="actions">
                <Copying says=t::COPY_LINK text=Signal::derive(link)/>
                {button("", t::PRINT, page::print)}
                " "<Link to=Route::Therapist>{t::SHEET}</Link>
            </p>
        </section>
    }
}

fn place_of(place: usize, ranked: &Ranked, clearing: &Clearing) -> impl IntoView + use<> {
    let technique = ranked.technique;
    let points = ranked.points.iter().map(|point| {
        let class = if point.is_for() { "for" } else { "against" };
        view! { <li class=class>{t::point(*point)}</li> }
    });
    let rules = clearing.rules_for(&technique.id, "").map(|(condition, rule)| {
        view! {
            <li><strong>{t::ruling(rule.does)}"."</strong>" "{rule.text.get()}" ("{condition.text.get()}") "<Cite sources=rule.sources/></li>
        }
    });
    let rules: Vec<_> = rules.collect();
    let rules = (!rules.is_empty()).then(|| view! { <ul class="caution">{rules}</ul> });
    let combines = told(technique.traits).combines.get().iter().filter_map(|id| CATALOG.technique(id));
    let combines: Vec<_> = combines
        .map(|other| view! { <li><Link to=Route::Technique(other.id.get())>{other.name.get()}</Link></li> })
        .collect();
    let combines = (!combines.is_empty()).then(|| view! { <h4>{t::GOES_WITH}</h4><ul>{combines}</ul> });
    let at_home = CATALOG.sequence(&technique.sequence).map(|sequence| {
        if clear(&CATALOG, Routine::of_sequence(sequence), clearing).playable.is_none() {
            return view! { <p>{t::NOT_AT_HOME}</p> };
        }
        view! {
            <p><Link to=Route::Play(sequence.id.get()) class="button quiet">{t::try_name(&sequence.name)}</Link>" "{told(sequence.who).get()}"."</p>
        }
    });
    view! {
        <li class="card">
            <h3><Link to=Route::Technique(technique.id.get())>{technique.name.get()}</Link></h3>
            <p>{told(technique.summary).get()}</p>
            <ul class="points">{points.collect_view()}</ul>
            {rules}
            {at_home}
            <details open=place == 0>
                <summary>{t::BEFORE_IT}</summary>
                <h4>{t::CAUTIONS}</h4>
                <Cautions cautions=told(technique.cautions)/>
                <h4>{t::TELL_YOUR_THERAPIST}</h4>
                <p>{told(technique.say).get()}</p>
                {combines}
            </details>
        </li>
    }
}
