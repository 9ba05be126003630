//! Leptos' effects, memos and owned values with the type of the closure erased. Without these the
//! wasm holds the machinery around each closure once more: 2 KB of it, packed, on the day it was
//! measured. To take them out again, put `Effect::new` and `Memo::new` in their place.

use leptos::prelude::*;
use std::any::Any;

/// Runs again whenever a signal changes that it reads.
pub fn effect(run: impl Fn() + 'static) {
    let run: Box<dyn Fn()> = Box::new(run);
    Effect::new(run);
}

/// What comes of signals, told on only when it differs from before.
pub fn memo<T: PartialEq + Send + Sync + 'static>(make: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    let make: Box<dyn Fn() -> T + Send + Sync> = Box::new(make);
    Memo::new(move |_| make())
}

/// Keeps something, such as a timer, until what is drawn now is drawn no more.
pub fn keep_while_drawn(kept: impl Any) {
    let kept: Box<dyn Any> = Box::new(kept);
    let kept = StoredValue::new_local(kept);
    on_cleanup(move || kept.dispose());
}

/// Builds a view in an element. It stays there for as long as the element does.
pub fn build_in(view: AnyView, parent: &web_sys::Element) {
    let mut built = view.build();
    built.mount(parent, None);
    std::mem::forget(built);
}
