//! A copy of the person's documents, and files for other programs.

use super::counts::Counts;
use crate::app::library::Documents;
use crate::app::library::one::One;
use crate::app::parts::button::button;
use crate::app::reactive::{effect, memo};
use crate::app::shell::notices::{Notices, use_notices};
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::documents::archive::file::{Head, write};
use crate::domain::documents::archive::{Part, csv, fhir, sessions};
use crate::domain::documents::keeping::Keeping;
use crate::platform::{clock, download, files};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The forms for other programs, in the order of [`t::FORMS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Sessions,
    Entries,
    CheckIns,
    HealthRecord,
}

const FORMS: [Form; 4] = [Form::Sessions, Form::Entries, Form::CheckIns, Form::HealthRecord];

/// A file to hand out.
struct Made {
    name: String,
    mime: &'static str,
    text: String,
}

fn now() -> (String, String) {
    let now = clock::local_time().unwrap_or_default();
    let day = now.get(..10).unwrap_or_default().to_owned();
    (now, day)
}

/// A copy of some parts.
fn copy(library: Documents, parts: &[Part]) -> Option<Made> {
    let (now, day) = now();
    let head = Head { made: &now, app: env!("CARGO_PKG_VERSION") };
    let text = write(&library.store(), parts, &library.unsaved.get_untracked(), head).ok()?;
    Some(Made { name: format!("unknot-{day}.json"), mime: "application/json", text })
}

fn for_program(library: Documents, form: Form) -> Made {
    let store = library.store();
    let (now, day) = now();
    let records = sessions(&store, &library.unsaved.get_untracked());
    let (what, text) = match form {
        Form::Sessions => ("sessions", csv::sessions(&records)),
        Form::Entries => ("exercises", csv::entries(&records)),
        Form::CheckIns => ("check-ins", csv::check_ins(&store.all())),
        Form::HealthRecord => ("fhir", fhir::bundle(&records, &store.all(), t::OBSERVATIONS, &now)),
    };
    let (mime, ending) =
        if form == Form::HealthRecord { ("application/fhir+json", "json") } else { ("text/csv", "csv") };
    Made { name: format!("unknot-{what}-{day}.{ending}"), mime, text }
}

/// How a copy comes to the person, and what follows from that. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Taker {
    library: Documents,
    notices: Notices,
    keeping: One<Keeping>,
}

impl Taker {
    /// For a page.
    pub fn of(library: Documents) -> Self {
        Self { library, notices: use_notices(), keeping: One::of(library) }
    }

    /// When the last copy was made, or that there is none; tracked.
    pub fn last(self) -> String {
        let last = self.keeping.with(|keeping| keeping.copied.clone());
        last.map_or_else(|| t::NEVER_COPIED.to_owned(), |date| t::copied_on(&date))
    }

    /// A copy of all sessions is what the reminder asks for.
    fn taken(self, parts: &[Part]) {
        if parts.contains(&Part::Sessions) {
            self.library.unsaved_were_taken();
            let sessions = self.library.sessions_now();
            // Where it cannot be kept a copy is asked for sooner.
            let _ = self.keeping.change(|keeping| {
                keeping.copied = clock::today();
                keeping.copied_sessions = Some(sessions);
            });
        }
    }

    fn made(self, parts: &[Part]) -> Option<Made> {
        let made = copy(self.library, parts);
        if made.is_none() {
            self.notices.tell(t::STORAGE_BLOCKED);
        }
        made
    }

    /// Saves a copy.
    pub fn save(self, parts: &[Part]) {
        if let Some(made) = self.made(parts)
            && self.offers(&made)
        {
            self.taken(parts);
        }
    }

    /// Hands a copy to another app.
    pub fn send(self, parts: Vec<Part>) {
        if let Some(made) = self.made(&parts) {
            spawn_local(async move {
                if files::share(&made.name, made.mime, &made.text).await {
                    self.taken(&parts);
                }
            });
        }
    }

    fn offers(self, made: &Made) -> bool {
        let is_offered = download::offer(&made.name, made.mime, &made.text);
        if is_offered {
            self.notices.tell(t::downloaded(&made.name));
        }
        is_offered
    }
}

/// Whether files can be handed to other apps; known after the first draw.
pub fn can_share() -> RwSignal<bool> {
    let can_share = RwSignal::new(false);
    effect(move || {
        can_share.try_set(files::can_share());
    });
    can_share
}

/// A copy of what is ticked.
#[component]
pub fn Taking(
    /// What there is.
    counted: RwSignal<Counts>,
    /// What hands it out.
    taker: Taker,
) -> impl IntoView {
    let ticked = Part::ALL.map(|part| (part, RwSignal::new(part.is_usual())));
    let can_share = can_share();
    let chosen = move || -> Vec<Part> {
        ticked.iter().filter(|(_, is_ticked)| is_ticked.get_untracked()).map(|(part, _)| *part).collect()
    };
    let tick = move |(part, count): (Part, usize)| {
        let (_, is_ticked) = *ticked.iter().find(|(other, _)| *other == part)?;
        let view = view! {
            <label class="tick">
                <input type="checkbox" prop:checked=is_ticked on:change:target=move |event| is_ticked.set(event.target().checked())/>
                <span>{t::part_counted(part, count)}</span>
            </label>
        };
        Some(view.into_any())
    };
    let parts = move || {
        let offered: Vec<AnyView> = counted.get().into_iter().filter_map(tick).collect();
        let leaves_out = counted.with(|counted| counted.iter().any(|(part, _)| !part.is_usual()));
        (!offered.is_empty()).then(|| {
            view! {
                <fieldset class="ticks"><legend>{t::WHAT_IS_IN_IT}</legend>{offered}</fieldset>
                {leaves_out.then(|| view! { <p class="small">{t::HEALTH_LEFT_OUT}</p> })}
            }
        })
    };
    let is_empty = memo(move || counted.with(Vec::is_empty));
    view! {
        <section id="copy">
            <h2>{t::KEEP_A_COPY}</h2>
            <p>{t::KEEP_A_COPY_TEXT}</p>
            <p>{move || if is_empty.get() { t::NOTHING_TO_TAKE.to_owned() } else { taker.last() }}</p>
            {parts}
            <p class="actions">
                {button("button", t::DOWNLOAD, move || taker.save(&chosen()))}
                {move || can_share.get().then(|| button("", t::SEND_FILE, move || taker.send(chosen())))}
            </p>
        </section>
    }
}

/// Files for other programs.
#[component]
pub fn ForPrograms(
    /// What hands them out.
    taker: Taker,
) -> impl IntoView {
    let rows: Vec<AnyView> = FORMS
        .into_iter()
        .zip(t::FORMS)
        .map(|(form, (name, hint))| {
            let says = view! { {t::DOWNLOAD}<span class="visually-hidden">{t::OF}{name}</span> };
            let hand_out = move || {
                taker.offers(&for_program(taker.library, form));
            };
            view! { <li><p><strong>{name}</strong><span class="hint">{hint}</span></p>{button("quiet", says, hand_out)}</li> }.into_any()
        })
        .collect();
    view! {
        <section id="programs">
            <h2>{t::FOR_PROGRAMS}</h2>
            <p>{t::FOR_PROGRAMS_TEXT}</p>
            <ul class="files">{rows}</ul>
            <p class="small">{t::LOINC}</p>
        </section>
    }
}
