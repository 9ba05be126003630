//! A modal dialog: the browser's own, so that focus, Escape and the backdrop are right.

use crate::app::reactive::effect;
use crate::app::view::view;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// What can be done comes before the links in the text.
fn focus_first_action(dialog: &web_sys::HtmlDialogElement) {
    let action = dialog.query_selector(".dialog-actions button").ok().flatten();
    if let Some(action) = action.and_then(|action| action.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Refused only where it cannot have the focus.
        let _ = action.focus();
    }
}

/// A modal dialog, open while the signal says so.
#[component]
pub fn Modal(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its title.
    title: &'static str,
    /// Id of the title, unique in the page.
    id: &'static str,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    effect(move || {
        let open = open.get();
        let Some(dialog) = dialog.get() else { return };
        if open && !dialog.open() {
            // Refused only when it is open already or not in the page.
            let _ = dialog.show_modal();
            focus_first_action(&dialog);
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    let closed = move |_| {
        open.try_set(false);
    };
    view! {
        <dialog node_ref=dialog aria-labelledby=id on:close=closed>
            <h2 id=id>{title}</h2>
            {children()}
        </dialog>
    }
}
