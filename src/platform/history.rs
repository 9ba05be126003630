//! Where the page is, and going elsewhere in it, under any base path.

use super::{document, window};
use wasm_bindgen::prelude::*;
use web_sys::{HtmlAnchorElement, MouseEvent};

/// The path under which the app lies, with a slash at each end: where its start script is.
pub fn base() -> String {
    let script = document()
        .and_then(|document| document.query_selector("script[data-wasm]").ok().flatten())
        .and_then(|element| element.dyn_into::<web_sys::HtmlScriptElement>().ok());
    script
        .and_then(|script| web_sys::Url::new_with_base(".", &script.src()).ok())
        .map_or_else(|| "/".to_owned(), |url| url.pathname())
}

/// The path of the page below the base, beginning with a slash.
pub fn path(base: &str) -> String {
    let path = window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    below(base, &path).unwrap_or(path)
}

fn below(base: &str, path: &str) -> Option<String> {
    path.strip_prefix(base.trim_end_matches('/')).map(str::to_owned)
}

/// The full address of the site, with a slash at the end.
pub fn site(base: &str) -> String {
    let origin = window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    format!("{origin}{base}")
}

/// The fragment of the address, without `#`.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Adds a history entry for an address of this site.
pub fn push(address: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Only refused in documents that cannot navigate; then the page simply stays.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Scrolls to the top, or to the element that the fragment names.
pub fn scroll() {
    let Some(window) = window() else { return };
    let fragment = fragment();
    let target = document().filter(|_| !fragment.is_empty()).and_then(|document| document.get_element_by_id(&fragment));
    match target {
        Some(target) => target.scroll_into_view(),
        None => window.scroll_to_with_x_and_y(0.0, 0.0),
    }
}

/// Calls back for the rest of the page's life: on back and forward, and when the fragment changes.
pub fn on_move(moved: impl FnMut() + 'static) {
    let Some(window) = window() else { return };
    let closure = Closure::<dyn FnMut()>::new(moved);
    for event in ["popstate", "hashchange"] {
        // Adding a listener to the window cannot fail.
        let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Calls back for the rest of the page's life with the path below the base of each plain click on
/// a link of this site. If `follow` takes it, the browser does not.
pub fn on_link(base: String, mut follow: impl FnMut(&str, &str) -> bool + 'static) {
    let Some(document) = document() else { return };
    let closure = Closure::<dyn FnMut(MouseEvent)>::new(move |event: MouseEvent| {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || modified {
            return;
        }
        let link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .and_then(|element| element.closest("a[href]").ok().flatten())
            .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
        let Some(link) = link else { return };
        if !link.target().is_empty() || link.has_attribute("download") {
            return;
        }
        let here = window().map(|window| window.location());
        let origin = here.as_ref().and_then(|here| here.origin().ok()).unwrap_or_default();
        if link.origin() != origin {
            return;
        }
        let same_page = here.and_then(|here| here.pathname().ok()).is_some_and(|path| path == link.pathname());
        if same_page && !link.hash().is_empty() {
            return;
        }
        if let Some(path) = below(&base, &link.pathname())
            && follow(&path, &link.href())
        {
            event.prevent_default();
        }
    });
    // Adding a listener to the document cannot fail.
    let _ = document.add_event_listener_with_callback("click", closure.as_ref().unchecked_ref());
    closure.forget();
}
