//! What stands before a session today, by what is known of the person's health.

use super::Documents;
use crate::domain::progress::record::parse_date;
use crate::domain::safety::gate::Gate;
use crate::platform::clock;
use leptos::prelude::*;
use time::Date;

/// Today, where the person is. `None` on the host.
pub fn today() -> Option<Date> {
    clock::today().as_deref().and_then(parse_date)
}

/// What stands before a session now; tracked. On the host, where none runs, nothing.
pub fn gate(library: Documents) -> Gate {
    today().map_or(Gate::Open, |today| library.gate(today))
}

/// Whether no session starts or goes on; tracked. Not known before the documents were opened.
pub fn is_stopped(library: Documents) -> bool {
    library.opened.get() && gate(library) == Gate::Stop
}
