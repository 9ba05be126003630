//! What the app knows of working offline.

use crate::platform::offline::Offline;
use leptos::prelude::*;

/// What is known of working offline, and of a new version.
pub fn use_offline() -> RwSignal<Offline> {
    use_context::<RwSignal<Offline>>().unwrap_or_else(|| RwSignal::new(Offline::Unknown))
}
