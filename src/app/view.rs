//! The app's own `view!`: Leptos' with the type of what it makes erased. Without it the wasm holds
//! code for each view's own type: 6 KB more of it, packed, on the day it was measured. To take it
//! out again, remove this file and its line in `app/mod.rs`, and the `use` lines that name it.

/// Leptos' `view!`, as an `AnyView`.
macro_rules! view {
    ($($tokens:tt)*) => {
        ::leptos::prelude::IntoAny::into_any(::leptos::prelude::view! { $($tokens)* })
    };
}

pub(crate) use view;
