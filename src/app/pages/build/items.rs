//! What is done, in order, each with how much of it.

use super::building::Building;
use crate::app::parts::button::button;
use crate::app::parts::picture::Still;
use crate::app::reactive::memo;
use crate::app::view::view;
use crate::content::words::messages as t;
use crate::domain::catalog::{Rung, SideMode};
use crate::domain::routine::editor::{Amount, Editor, Verb};
use crate::domain::routine::{Item, Prescription};
use crate::platform::{page, timers};
use leptos::prelude::*;

/// An item at its place, as long as there is one.
type At = Memo<Option<Prescription>>;

/// One place of the list moves to another; the focus goes along.
fn moved(building: Building, from: usize, to: usize) {
    if building.act(Verb::Move { from, to }) {
        timers::soon(move || page::focus(&format!("item-{to}")));
    }
}

fn name_of(at: At) -> &'static str {
    at.get().map(|item| item.exercise.name.get()).unwrap_or_default()
}

fn amount(building: Building, place: usize, at: At, of: Amount) -> AnyView {
    let value = memo(move || at.get().and_then(|item| of.of(&item)));
    let set = move |value: u16| {
        building.act(Verb::Set(place, of, value));
    };
    let by = move |up: bool| {
        if let Some(value) = value.get_untracked() {
            set(if up { value.saturating_add(of.step()) } else { value.saturating_sub(of.step()) });
        }
    };
    let label = move || t::amount(of, at.get().is_some_and(|item| item.rung.side != SideMode::None));
    let usual = move || at.get().and_then(|item| of.usual(&item)).map(t::usual);
    let press = move |up: bool, says: &'static str, sign: &'static str| {
        let says = view! { <span class="visually-hidden">{says}{t::OF}{label}", "{move || name_of(at)}</span><span aria-hidden="true">{sign}</span> };
        button("quiet step", says, move || by(up))
    };
    (move || {
        value.with(Option::is_some).then(|| {
            view! {
                <div class="amount">
                    {press(false, t::LESS, "−")}
                    <label><span>{label}</span>
                        <input type="number" inputmode="numeric" min=*of.range().start() max=*of.range().end()
                            prop:value=move || value.get().unwrap_or_default().to_string()
                            on:change:target=move |event| {
                                if let Ok(value) = event.target().value().parse::<u16>() {
                                    set(value);
                                }
                            }/>
                        <span class="hint">{usual}</span>
                    </label>
                    {press(true, t::MORE, "+")}
                </div>
            }
        })
    })
    .into_any()
}

fn form(building: Building, place: usize, at: At) -> AnyView {
    let exercise = memo(move || at.get().map(|item| item.exercise.id.get()));
    (move || {
        exercise.track();
        let item = at.get_untracked()?;
        let rungs: &'static [Rung] = item.exercise.rungs.get();
        let choose = move |id: String| {
            if let Some(rung) = rungs.iter().find(|rung| *rung.id == *id) {
                building.act(Verb::Form(place, rung));
            }
        };
        let options: Vec<AnyView> = rungs
            .iter()
            .map(|rung| {
                let id = rung.id.get();
                view! { <option value=id selected=move || at.get().is_some_and(|item| *item.rung.id == *id)>{rung.name.get()}</option> }
                    .into_any()
            })
            .collect();
        (rungs.len() > 1).then(|| view! {
            <label class="form"><span>{t::FORM}</span><select on:change:target=move |event| choose(event.target().value())>{options}</select></label>
        })
    })
    .into_any()
}

fn row(building: Building, place: usize, dragged: RwSignal<Option<usize>>) -> AnyView {
    let at: At = memo(move || building.editor.with(|editor| editor.items().get(place).copied()));
    // The picture changes with the form alone.
    let shown = memo(move || at.get().map(|item| (item.exercise.id.get(), item.rung.id.get())));
    let count = memo(move || building.editor.with(|editor| editor.items().len()));
    let said =
        move |says: &'static str| view! { {says}<span class="visually-hidden">{t::OF}{move || name_of(at)}</span> };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowUp" => place.checked_sub(1),
            "ArrowDown" => Some(place + 1),
            _ => None,
        };
        if let Some(to) = to.filter(|_| event.alt_key()) {
            event.prevent_default();
            moved(building, place, to);
        }
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        if let Some(from) = dragged.get_untracked() {
            building.act(Verb::Move { from, to: place });
        }
        dragged.set(None);
    };
    let amounts: Vec<AnyView> = Amount::ALL.into_iter().map(|of| amount(building, place, at, of)).collect();
    view! {
        <li id=format!("item-{place}") tabindex="-1" draggable="true" on:keydown=keys
            on:dragstart=move |_| dragged.set(Some(place)) on:dragend=move |_| dragged.set(None)
            on:dragover=move |event| event.prevent_default() on:drop=dropped>
            <div class="item-head">
                {move || { shown.track(); at.get_untracked().map(|item| view! { <Still item=Item::Exercise(item)/> }) }}
                <div>
                    <p><strong>{move || name_of(at)}</strong></p>
                    <p class="dose">{move || at.get().map(|item| t::item_dose(&Item::Exercise(item)))}</p>
                    {form(building, place, at)}
                </div>
            </div>
            <div class="amounts">{amounts}</div>
            <p class="actions">
                {move || (place > 0).then(|| button("quiet", said(t::MOVE_UP), move || moved(building, place, place - 1)))}
                {move || (place + 1 < count.get()).then(|| button("quiet", said(t::MOVE_DOWN), move || moved(building, place, place + 1)))}
                {button("quiet", said(t::ONCE_MORE), move || { building.act(Verb::Repeat(place)); })}
                {button("quiet", said(t::TAKE_OUT), move || { building.act(Verb::Remove(place)); })}
            </p>
        </li>
    }
    .into_any()
}

/// The list.
#[component]
pub fn Items(
    /// What is built.
    building: Building,
) -> impl IntoView {
    let dragged = RwSignal::new(None::<usize>);
    let places = move || building.editor.with(|editor: &Editor| (0..editor.items().len()).collect::<Vec<usize>>());
    let is_empty = memo(move || building.editor.with(|editor| editor.items().is_empty()));
    view! {
        {move || is_empty.get().then(|| view! { <p>{t::NOTHING_CHOSEN}</p> })}
        <ol class="built">
            <For each=places key=|place| *place children=move |place| row(building, place, dragged)/>
        </ol>
        {move || (!is_empty.get()).then(|| view! { <p class="small">{t::REORDER_HINT}</p> })}
    }
}
