//! After the session.

use crate::app::extras::{Extra, extra_part};
use crate::app::session::driver::Session;
use crate::app::view::view;
use crate::content::words::messages as t;
use leptos::prelude::*;

/// The summary of a session that is over. What it says first needs no chunk.
#[component]
pub fn Summary(
    /// The session.
    session: Session,
) -> impl IntoView {
    let heading = move || {
        let is_finished = session.record.with(|record| record.as_ref().is_some_and(|record| record.finished));
        if is_finished { t::SESSION_COMPLETE } else { t::SESSION_ENDED_EARLY }
    };
    view! {
        <div class="summary">
            <h1 id="summary" tabindex="-1">{heading}</h1>
            {extra_part(Extra::Done(session))}
        </div>
    }
}
