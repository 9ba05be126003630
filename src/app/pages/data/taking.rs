//! A copy of the person's documents, in the form that they want.

use super::Counts;
use crate::app::library::one::One;
use crate::app::library::{Documents, use_library};
use crate::app::parts::button::button;
use crate::app::reactive::memo;
use crate::app::shell::notices::use_notices;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::archive::file::{Head, write};
use crate::domain::documents::archive::{Part, check_ins, csv, fhir, sessions};
use crate::domain::documents::keeping::Keeping;
use crate::platform::{clock, download, files};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The forms, in the order of [`t::FORMS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Whole,
    Sessions,
    Entries,
    CheckIns,
    HealthRecords,
}

const FORMS: [Form; 5] = [Form::Whole, Form::Sessions, Form::Entries, Form::CheckIns, Form::HealthRecords];

impl Form {
    /// The parts of which some may be left out.
    fn may_hold(self, part: Part) -> bool {
        match self {
            Self::Whole => true,
            Self::HealthRecords => matches!(part, Part::Sessions | Part::CheckIns),
            Self::Sessions | Self::Entries | Self::CheckIns => false,
        }
    }
}

/// A file to hand out.
struct Made {
    name: String,
    mime: &'static str,
    text: String,
}

fn made(library: Documents, form: Form, parts: &[Part]) -> Option<Made> {
    let store = library.store();
    let unsaved = library.unsaved.get_untracked();
    let now = clock::local_time().unwrap_or_default();
    let day = now.get(..10).unwrap_or_default();
    let records = || sessions(&store, &unsaved);
    let (what, mime, text) = match form {
        Form::Whole => {
            let head = Head { made: &now, app: env!("CARGO_PKG_VERSION") };
            ("", "application/json", write(&store, parts, &unsaved, head).ok()?)
        }
        Form::Sessions => ("-sessions", "text/csv", csv::sessions(&records())),
        Form::Entries => ("-exercises", "text/csv", csv::entries(&records())),
        Form::CheckIns => ("-check-ins", "text/csv", csv::check_ins(&check_ins(&store))),
        Form::HealthRecords => {
            let records = if parts.contains(&Part::Sessions) { records() } else { Vec::new() };
            let all = if parts.contains(&Part::CheckIns) { check_ins(&store) } else { Vec::new() };
            ("-fhir", "application/fhir+json", fhir::bundle(&records, &all, t::OBSERVATIONS, &now))
        }
    };
    let ending = if mime == "text/csv" { "csv" } else { "json" };
    Some(Made { name: format!("unknot{what}-{day}.{ending}"), mime, text })
}

/// The section of the page.
#[component]
pub fn Taking(
    /// What there is.
    counted: RwSignal<Counts>,
) -> impl IntoView {
    let (library, notices) = (use_library(), use_notices());
    let keeping = One::<Keeping>::of(library);
    let form = RwSignal::new(Form::Whole);
    let ticked = Part::ALL.map(|part| (part, RwSignal::new(part.is_usual())));
    let can_share = RwSignal::new(false);
    Effect::new(move || {
        can_share.try_set(files::can_share());
    });
    let make = move || {
        let parts: Vec<Part> =
            ticked.iter().filter(|(_, is_ticked)| is_ticked.get_untracked()).map(|(part, _)| *part).collect();
        let made = made(library, form.get_untracked(), &parts);
        if made.is_none() {
            notices.tell(t::STORAGE_BLOCKED);
        }
        made.map(|made| (made, form.get_untracked() == Form::Whole && parts.contains(&Part::Sessions)))
    };
    // A copy of everything that was done is what the reminder asks for.
    let taken = move |is_copy: bool| {
        if is_copy {
            library.unsaved_were_taken();
            let sessions = library.sessions_now();
            // Where it cannot be kept a copy is asked for sooner.
            let _ = keeping.change(|keeping| {
                keeping.copied = clock::today();
                keeping.copied_sessions = Some(sessions);
            });
        }
        notices.tell(t::DOWNLOADED);
    };
    let save = move || {
        if let Some((made, is_copy)) = make()
            && download::offer(&made.name, made.mime, &made.text)
        {
            taken(is_copy);
        }
    };
    let send = move || {
        if let Some((made, is_copy)) = make() {
            spawn_local(async move {
                if files::share(&made.name, made.mime, &made.text).await && is_copy {
                    taken(true);
                }
            });
        }
    };
    let forms: Vec<AnyView> = FORMS
        .into_iter()
        .zip(t::FORMS)
        .map(|(choice, (name, hint))| {
            view! {
                <label class="setting">
                    <input type="radio" name="form" prop:checked=move || form.get() == choice on:change=move |_| form.set(choice)/>
                    <span><strong>{name}</strong><span class="hint">{hint}</span></span>
                </label>
            }
            .into_any()
        })
        .collect();
    let parts = move || {
        let form = form.get();
        let offered: Vec<AnyView> = counted
            .get()
            .into_iter()
            .filter(|(part, _)| form.may_hold(*part))
            .filter_map(|(part, count)| {
                let (_, is_ticked) = *ticked.iter().find(|(other, _)| *other == part)?;
                let view = view! {
                    <label class="tick">
                        <input type="checkbox" prop:checked=is_ticked on:change:target=move |event| is_ticked.set(event.target().checked())/>
                        <span>{t::part_counted(part, count)}</span>
                    </label>
                };
                Some(view.into_any())
            })
            .collect();
        (!offered.is_empty())
            .then(|| view! { <fieldset class="ticks"><legend>{t::WHAT_IS_IN_IT}</legend>{offered}</fieldset> })
    };
    let is_empty = memo(move || counted.with(Vec::is_empty));
    let last = move || keeping.with(|keeping| keeping.copied.clone());
    view! {
        <section id="copy">
            <h2>{t::KEEP_A_COPY}</h2>
            <p>{move || match last() {
                Some(date) => t::copied_on(&date),
                None if is_empty.get() => t::NOTHING_TO_TAKE.to_owned(),
                None => t::NEVER_COPIED.to_owned(),
            }}</p>
            <fieldset class="forms"><legend>{t::AS_WHAT}</legend>{forms}</fieldset>
            {parts}
            {move || (form.get() == Form::HealthRecords).then(|| view! { <p class="small">{t::LOINC}</p> })}
            <p class="actions">
                {button("button", t::DOWNLOAD, save)}
                {move || can_share.get().then(|| button("", t::SEND_FILE, send))}
            </p>
        </section>
    }
}
