//! The contact sheet: the key poses of every exercise, form and step side by side with their
//! words, to be looked at picture by picture.

use super::{markup, style};
use crate::app::parts::back::Back;
use crate::app::parts::figure::{Figure, Subject};
use crate::app::shell::provide;
use crate::app::shell::routes::Route;
use crate::content::words::messages::BRAND;
use crate::content::words::spoken;
use crate::content::{self, CATALOG};
use crate::domain::catalog::{Breath, SideMode, Stroke};
use crate::domain::figure::{Motion, Playback, motion};
use crate::domain::routine::{CUSTOM, Item, Prescription, Routine};
use crate::domain::session::timeline::{Pace, PhaseKind, Timeline};
use leptos::prelude::*;
use std::fs;
use std::io;
use std::path::Path;

/// Shares of a movement's time that are drawn, in percent.
const SHARES: [u32; 2] = [50, 100];

fn items() -> Vec<(String, Item)> {
    let exercises = CATALOG.exercises.get().iter().flat_map(|exercise| {
        exercise.rungs.get().iter().map(move |rung| {
            let item = Item::Exercise(Prescription { repetitions: 1, ..Prescription::lower(exercise, rung) });
            (format!("{}-{}", exercise.id, rung.id), item)
        })
    });
    let steps = CATALOG.sequences.get().iter().flat_map(|sequence| {
        sequence.steps.get().iter().map(move |step| (format!("{}-{}", sequence.id, step.id), Item::Step(step)))
    });
    exercises.chain(steps).collect()
}

/// The pictures of an item with their words, in order.
fn pictures(item: Item) -> AnyView {
    let routine = Routine { id: CUSTOM.to_owned(), name: String::new(), items: vec![item] };
    let timeline = Timeline::compile(&routine, Pace::default());
    let sides = if item.side_mode() == SideMode::None { 1 } else { 2 };
    let phases = timeline.phases().iter().filter(|phase| match phase.kind {
        PhaseKind::GetReady => true,
        PhaseKind::Move | PhaseKind::Hold => phase.rep <= sides,
        _ => false,
    });
    let cells = phases.flat_map(|phase| {
        let shares: &[u32] = if phase.kind == PhaseKind::Move { &SHARES } else { &SHARES[1..] };
        shares.iter().map(move |share| {
            let gone = phase.duration_ms.min(6_000) * share / 100;
            let words = spoken::instruction(&item, phase);
            let playback = Signal::stored(Playback::Stands(gone));
            let picture = if item.stroke() == Stroke::None {
                let motion = Signal::stored(motion(CATALOG.poses.get(), &item, phase));
                view! { <Figure subject=Subject::Item(item) motion breath=Signal::stored(Breath::Easy) playback/> }
                    .into_any()
            } else {
                view! { <Back item side=Signal::stored(phase.side) playback/> }.into_any()
            };
            view! { <li>{picture}<span>{format!("{words} ({share} %)")}</span></li> }
        })
    });
    view! { <ol class="stills sheet">{cells.collect_view()}</ol> }.into_any()
}

/// Writes the contact sheet into a folder: one page an item, and one with all.
///
/// # Errors
/// What could not be read or written.
pub fn write(root: &Path, folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let css = style::sheets(&root.join("style"))?.page;
    let language = markup::language();
    let page = |body: &str| {
        format!(
            "<!DOCTYPE html><html {language}><meta charset=\"utf-8\"><title>{BRAND}</title><style>{css}\n\
             .sheet{{max-inline-size:none;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr))}}\
             .sheet .back{{max-block-size:13rem}}</style><body>{body}"
        )
    };
    let mut all = String::new();
    for (name, item) in items() {
        let owner = Owner::new();
        let html = owner.with(|| {
            provide(Route::Home, String::new());
            pictures(item).to_html()
        });
        owner.cleanup();
        let body = format!("<h2>{name}</h2>{}", html.replace("<!>", ""));
        fs::write(folder.join(format!("{name}.html")), page(&body))?;
        all.push_str(&body);
    }
    let owner = Owner::new();
    let floor = owner.with(|| {
        let steps = CATALOG.floor.down.get().iter().chain(CATALOG.floor.up.get());
        let cells = steps.map(|step| {
            let motion = Signal::stored(content::pose(step.pose.get()).map(|pose| Motion::still(pose, false)));
            let breath = Signal::stored(Breath::Easy);
            let playback = Signal::stored(Playback::Stands(0));
            view! { <li><Figure subject=Subject::Floor(step) motion breath playback/><span>{step.text.get()}</span></li> }
        });
        view! { <ol class="stills sheet">{cells.collect_view()}</ol> }.into_any().to_html()
    });
    owner.cleanup();
    let body = format!("<h2>floor</h2>{}", floor.replace("<!>", ""));
    fs::write(folder.join("floor.html"), page(&body))?;
    all.push_str(&body);
    fs::write(folder.join("all.html"), page(&all))
}
