//! A button that counts how often it was pressed.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| {
        let count = RwSignal::new(0);
        view! { <button on:click=move |_| count.update(|count| *count += 1)>{count}</button> }
    });
}
