//! Parts of a page that is taken over, each made in a task of its own. Browsers compile what runs
//! for the first time when it runs: a whole page in one task would keep a slow phone from answering.

use crate::app::view::view;
use leptos::prelude::*;
use std::collections::VecDeque;

/// The parts of a page that are still to be made, in their order; none of them once it was taken over.
#[derive(Debug, Clone, Copy)]
pub struct Steps(StoredValue<Option<VecDeque<RwSignal<bool>>>>);

impl Default for Steps {
    /// From now on parts wait for their turn.
    fn default() -> Self {
        Self(StoredValue::new(Some(VecDeque::new())))
    }
}

impl Steps {
    /// Makes the next part; false, and never again any, when there was none.
    pub fn go_on(self) -> bool {
        let next = self.0.try_update_value(|parts| {
            let next = parts.as_mut().and_then(VecDeque::pop_front);
            if next.is_none() {
                *parts = None;
            }
            next
        });
        let next = next.flatten();
        next.inspect(|turn| {
            turn.try_set(true);
        });
        next.is_some()
    }

    fn wait(self) -> Option<RwSignal<bool>> {
        let turn = RwSignal::new(false);
        self.0.try_update_value(|parts| parts.as_mut().map(|parts| parts.push_back(turn))).flatten().map(|()| turn)
    }
}

/// A part of a page: made at once, or in its turn where the page is being taken over.
pub fn step(make: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    match use_context::<Steps>().and_then(Steps::wait) {
        None => make(),
        Some(turn) => {
            let make: Box<dyn Fn() -> AnyView + Send + Sync> = Box::new(make);
            view! { {move || turn.get().then(&make)} }
        }
    }
}
