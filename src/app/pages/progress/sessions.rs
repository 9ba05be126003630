//! Every session, and taking them away.

use crate::app::library::log::Log;
use crate::app::library::use_library;
use crate::app::parts::modal::Modal;
use crate::app::play::naming::routine_name;
use crate::app::reactive::memo;
use crate::app::shell::notices::use_notices;
use crate::app::view::view;
use crate::content::words::dates::stored_date;
use crate::content::words::messages as t;
use crate::domain::progress::history::{Session, id_of};
use crate::domain::progress::record::SessionRecord;
use crate::platform::clock;
use leptos::prelude::*;

/// Sessions shown before "Show more".
const SHOWN: usize = 10;

fn item(record: SessionRecord) -> AnyView {
    let library = use_library();
    let notices = use_notices();
    let name = routine_name(&record.routine);
    let date = stored_date(&record.date);
    let hurt = record.entries.iter().any(|entry| entry.hurt);
    let facts = t::session_facts(&record);
    let pain = t::pain_change(record.pain_before, record.pain_after);
    let finished = record.finished;
    let label = t::delete_session(&name, &date);
    let delete = move |_| match library.forget(&record) {
        Ok(()) => notices.offer_undo(t::SESSION_DELETED, record.clone()),
        Err(error) => notices.tell(t::not_saved(error.into())),
    };
    view! {
        <li class="session">
            <div>
                <p class="session-name"><strong>{name}</strong>{(!finished).then(|| view! { " "<span class="tag">{t::ENDED_EARLY}</span> })}{hurt.then(|| view! { " "<span class="tag warn">{t::SOMETHING_HURT}</span> })}</p>
                <p class="dose">{date}" · "{facts}</p>
                {pain.map(|pain| view! { <p class="dose">{pain}</p> })}
            </div>
            <button type="button" class="quiet" aria-label=label on:click=delete>{t::DELETE}</button>
        </li>
    }
    .into_any()
}

/// The list, newest first.
#[component]
pub fn Sessions(
    /// The log.
    log: Log,
) -> impl IntoView {
    let library = use_library();
    let notices = use_notices();
    let all = RwSignal::new(false);
    let ask = RwSignal::new(false);
    let shown = memo(move || {
        let most = if all.get() { usize::MAX } else { SHOWN };
        log.with(|log| log.sessions().iter().rev().take(most).copied().collect::<Vec<Session>>())
    });
    let count = memo(move || library.sessions() as usize);
    let show_all = move |_| {
        log.read_all(library);
        all.set(true);
    };
    let delete_all = move |_| {
        ask.set(false);
        let gone = library.forget_all(clock::wall());
        notices.tell(if gone { t::ALL_DELETED } else { t::NOT_ALL_DELETED });
    };
    let key = |session: &Session| (session.id, session.before, session.after);
    view! {
        <section class="not-printed">
            <h2>{t::SESSIONS}</h2>
            <ul class="sessions">
                <For each=move || shown.get() key=key children=move |session| library.session(&id_of(&session)).map(item)/>
            </ul>
            {move || (!all.get() && count.get() > SHOWN).then(|| view! {
                <button type="button" class="quiet" on:click=show_all>{t::SHOW_ALL}</button>
            })}
            <p class="delete-all"><button type="button" class="quiet danger" on:click=move |_| ask.set(true)>{t::DELETE_ALL}</button></p>
            <Modal open=ask title=t::DELETE_ALL_TITLE id="delete-all">
                <p>{move || t::delete_all_text(count.get())}</p>
                <div class="dialog-actions">
                    <button type="button" on:click=move |_| ask.set(false)>{t::KEEP_THEM}</button>
                    <button type="button" class="danger" on:click=delete_all>{t::DELETE_ALL_YES}</button>
                </div>
            </Modal>
        </section>
    }
}
