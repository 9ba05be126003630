//! Bringing documents back from a file: what would change is seen first, all of it is done or nothing, and
//! it can be taken back.

use crate::app::library::{Documents, use_library};
use crate::app::parts::button::button;
use crate::app::reactive::effect;
use crate::app::shell::notices::use_notices;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::archive::Part;
use crate::domain::documents::archive::file::{LARGEST, Refusal, read};
use crate::domain::documents::archive::journal::Journal;
use crate::domain::documents::archive::merge::{Preview, Standing, apply, preview};
use crate::platform::clock;
use crate::platform::files::{self, FileError};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

/// How long it can be taken back, ms: a week.
const KEPT_FOR: u64 = 7 * 24 * 60 * 60 * 1_000;

/// How far somebody is with a file.
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    /// No file.
    Nothing,
    /// It cannot be taken.
    Refused(String),
    /// What it would change.
    Seen(Preview),
}

fn look(library: Documents, text: &str) -> Stage {
    let seen = read(text)
        .map_err(t::refusal)
        .and_then(|brought| preview(&library.store(), brought).map_err(|_| t::STORAGE_BLOCKED));
    match seen {
        Ok(seen) => Stage::Seen(seen),
        Err(said) => Stage::Refused(said.to_owned()),
    }
}

fn previewed(library: Documents, stage: RwSignal<Stage>, seen: Preview, kept: RwSignal<bool>) -> AnyView {
    let notices = use_notices();
    let count = |part: Part, standing: Standing| seen.count(part, standing);
    let parts: Vec<Part> = Part::ALL
        .into_iter()
        .filter(|part| {
            [Standing::New, Standing::Same, Standing::Different].iter().any(|standing| count(*part, *standing) > 0)
        })
        .collect();
    let wins = Part::ALL.map(|part| (part, RwSignal::new(false)));
    let rows: Vec<AnyView> = parts
        .iter()
        .map(|part| {
            let number = |standing: Standing| count(*part, standing).to_string();
            view! { <tr><th scope="row">{t::part(*part)}</th><td>{number(Standing::New)}</td><td>{number(Standing::Same)}</td><td>{number(Standing::Different)}</td></tr> }
                .into_any()
        })
        .collect();
    let asked: Vec<AnyView> = wins
        .iter()
        .filter(|(part, _)| count(*part, Standing::Different) > 0)
        .map(|(part, wins)| {
            let (part, wins) = (*part, *wins);
            let name = format!("which-{}", part as u8);
            let choice = |file: bool, says: &'static str| {
                let name = name.clone();
                view! { <label class="tick"><input type="radio" name=name prop:checked=move || wins.get() == file on:change=move |_| wins.set(file)/><span>{says}</span></label> }
                    .into_any()
            };
            view! { <fieldset class="ticks"><legend>{t::part(part)}</legend>{choice(false, t::MINE_COUNTS)}{choice(true, t::FILE_COUNTS)}</fieldset> }.into_any()
        })
        .collect();
    let is_asked = !asked.is_empty();
    let is_news = is_asked || seen.candidates.iter().any(|candidate| candidate.standing == Standing::New);
    let bring = move || {
        let wins: Vec<Part> = wins.iter().filter(|(_, wins)| wins.get_untracked()).map(|(part, _)| *part).collect();
        let chosen = seen.chosen(&wins);
        match apply(&library.store(), &chosen, clock::wall()) {
            Ok(()) => {
                stage.set(Stage::Nothing);
                library.open(clock::wall());
                kept.set(!chosen.is_empty());
                notices.tell(t::brought_back(chosen.len()));
            }
            Err(error) => stage.set(Stage::Refused(t::not_brought_back(error))),
        }
    };
    view! {
        <div class="callout" role="status" id="what-would-change">
            <h3>{t::WHAT_WOULD_CHANGE}</h3>
            <table>
                <thead><tr><th scope="col">{t::IN_THE_FILE}</th><th scope="col">{t::NEW_HERE}</th><th scope="col">{t::SAME_HERE}</th><th scope="col">{t::DIFFERENT_HERE}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {is_asked.then(|| view! { <h4>{t::WHICH_COUNTS}</h4>{asked} })}
            {(!is_news).then(|| view! { <p>{t::ALL_HERE}</p> })}
            <p class="actions">
                {is_news.then(|| button("button", t::BRING_BACK, bring))}
                {button("quiet", t::NOT_THIS_FILE, move || stage.set(Stage::Nothing))}
            </p>
        </div>
    }
    .into_any()
}

fn taking_back(library: Documents, kept: RwSignal<bool>) -> AnyView {
    let notices = use_notices();
    let take_back = move || {
        let Some(journal) = Journal::kept(&library.store()) else { return kept.set(false) };
        match journal.take_back(&library.store()) {
            Ok(changed) => {
                library.open(clock::wall());
                kept.set(false);
                notices.tell(t::taken_back(changed));
            }
            Err(_) => notices.tell(t::NOT_TAKEN_BACK),
        }
    };
    let keep = move || {
        if let Some(journal) = Journal::kept(&library.store()) {
            // Where it stays it is in nobody's way.
            let _ = journal.forget(&library.store());
        }
        kept.set(false);
    };
    view! {
        <div class="callout">
            <p>{t::BROUGHT_BACK}</p>
            <p class="actions">{button("", t::TAKE_IT_BACK, take_back)}{button("quiet", t::KEEP_IT, keep)}</p>
        </div>
    }
    .into_any()
}

/// The section of the page.
#[component]
pub fn Bringing() -> impl IntoView {
    let library = use_library();
    let stage = RwSignal::new(Stage::Nothing);
    // Whether something was brought back that can be taken back.
    let kept = RwSignal::new(false);
    let over = RwSignal::new(false);
    let pasted = RwSignal::new(String::new());
    effect(move || {
        if !library.opened.get() {
            return;
        }
        let journal = Journal::kept(&library.store()).filter(|journal| journal.done);
        let is_recent = |journal: &Journal| clock::wall().saturating_sub(journal.made) < KEPT_FOR;
        if let Some(old) = journal.as_ref().filter(|journal| !is_recent(journal)) {
            // Where it stays it is in nobody's way.
            let _ = old.forget(&library.store());
        }
        kept.try_set(journal.is_some_and(|journal| is_recent(&journal)));
    });
    let take = move |file: Option<web_sys::File>| {
        let Some(file) = file else { return };
        spawn_local(async move {
            let seen = match files::text_of(file, LARGEST).await {
                Ok(text) => look(library, &text),
                Err(FileError::TooLarge) => Stage::Refused(t::refusal(Refusal::TooLarge).to_owned()),
                Err(FileError::Unreadable) => Stage::Refused(t::FILE_UNREADABLE.to_owned()),
            };
            stage.try_set(seen);
        });
    };
    let chosen = move |event: web_sys::Event| {
        take(files::of_event(&event));
        // So that the same file can be chosen again.
        if let Some(input) = event.target().and_then(|input| input.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            input.set_value("");
        }
    };
    let dropped = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(false);
        take(files::of_event(&event));
    };
    let dragged = move |event: web_sys::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let paste = move || {
        let text = pasted.get_untracked();
        stage.set(look(library, &text));
    };
    view! {
        <section id="bring-back">
            <h2>{t::BRING_BACK}</h2>
            <p>{t::BRING_BACK_TEXT}</p>
            <div class="drop" class:over=over on:dragover=dragged on:dragleave=move |_| over.set(false) on:drop=dropped>
                <label class="button quiet file">
                    <input type="file" accept=".json,.txt,application/json,text/plain" on:change=chosen/>
                    <span>{t::CHOOSE_FILE}</span>
                </label>
                <span class="small">{t::OR_DROP}</span>
            </div>
            <details>
                <summary>{t::OR_PASTE}</summary>
                <label class="field"><span class="visually-hidden">{t::OR_PASTE}</span>
                    <textarea rows="4" spellcheck="false" prop:value=move || pasted.get() on:input:target=move |event| pasted.set(event.target().value())></textarea>
                </label>
                <p>{button("", t::LOOK_AT_IT, paste)}</p>
            </details>
            {move || match stage.get() {
                Stage::Nothing => kept.get().then(|| taking_back(library, kept)).into_any(),
                Stage::Refused(said) => view! { <p class="caution" role="alert">{said}</p> }.into_any(),
                Stage::Seen(seen) => previewed(library, stage, seen, kept),
            }}
        </section>
    }
}
