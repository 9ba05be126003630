//! After the session.

use crate::app::extras::{Extra, extra_beside, extra_part};
use crate::app::reactive::memo;
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
    let finished = memo(move || session.record.with(|record| record.as_ref().is_some_and(|record| record.finished)));
    view! {
        <div class="summary">
            <div class="finish">
                <h1 id="summary" tabindex="-1">{move || if finished.get() { t::SESSION_COMPLETE } else { t::SESSION_ENDED_EARLY }}</h1>
                {move || extra_beside(Extra::LastLoop(finished.get()))}
            </div>
            {extra_part(Extra::Done(session))}
        </div>
    }
}
