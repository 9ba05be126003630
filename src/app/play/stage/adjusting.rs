//! What can be adjusted while a session runs. In the chunk of extras.

use super::open::Open;
use crate::app::parts::button::button;
use crate::app::reactive::memo;
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::content::CATALOG;
use crate::content::words::messages as t;
use crate::domain::catalog::{Exercise, Rung};
use crate::domain::routine::Item;
use crate::domain::session::player::Adjust;
use crate::domain::session::timeline::PhaseKind;
use leptos::prelude::*;

/// The next easier (`-1`) or harder (`+1`) form of an exercise that suits the person.
pub(super) fn neighbour(session: Session, item: &Item, by: i32) -> Option<(&'static Exercise, &'static Rung)> {
    let Item::Exercise(p) = item else { return None };
    let next = |rung: &&'static Rung| p.exercise.neighbour(&rung.id, by);
    let mut further = std::iter::successors(next(&p.rung), next);
    Some((p.exercise, further.find(|rung| session.allows(p.exercise, rung))?))
}

/// The exercise offered in place of this one, in its own form.
fn instead_of(session: Session, item: &Item) -> Option<&'static Exercise> {
    let Item::Exercise(p) = item else { return None };
    CATALOG.exercise(&p.exercise.instead).filter(|other| session.allows(other, other.standard()))
}

/// What can be adjusted in a running session.
#[component]
pub fn Adjusting(
    /// The session.
    session: Session,
    /// What is done now.
    item: Memo<Item>,
    /// Where it is closed once something else is chosen.
    open: Open,
) -> impl IntoView {
    let harder_or_easier = move |by: i32, word: &'static str| {
        let (exercise, rung) = neighbour(session, &item.get(), by)?;
        let swap = move || {
            session.swap(exercise, rung);
            open.goes_on();
        };
        Some(button("quiet", view! { {word}<span class="hint">{rung.name.get()}</span> }, swap))
    };
    // Massage steps have their own, and at one's own pace there is none.
    let has_get_ready = memo(move || {
        let at_own_pace = session.snapshot.with(|s| s.phase.kind == PhaseKind::SelfPaced);
        matches!(item.get(), Item::Exercise(_)) && !at_own_pace
    });
    let adjust = move |by: Adjust| move || session.apply(|player, now| player.adjust(now, by));
    let instead = move || {
        let other = instead_of(session, &item.get())?;
        let swap = move || {
            session.swap(other, other.standard());
            open.goes_on();
        };
        Some(button("quiet", t::instead(&other.name), swap))
    };
    view! {
        <p role="status"><strong>{move || item.get().name()}</strong>": "{move || t::item_dose(&item.get())}</p>
        <div class="adjust">
        {button("quiet", t::FEWER_REPETITIONS, adjust(Adjust::FewerRepetitions))}
        {button("quiet", t::MORE_REPETITIONS, adjust(Adjust::MoreRepetitions))}
        {button("quiet", t::TEN_SECONDS_MORE, adjust(Adjust::Seconds(10)))}
        {move || has_get_ready.get().then(|| view! {
            {button("quiet", t::GET_READY_SHORTER, adjust(Adjust::GetReady(-5)))}
            {button("quiet", t::GET_READY_LONGER, adjust(Adjust::GetReady(5)))}
        })}
        {move || harder_or_easier(-1, t::EASIER)}
        {move || harder_or_easier(1, t::HARDER)}
        {instead}
        </div>
    }
}
