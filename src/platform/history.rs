//! Where the page is, and going elsewhere in it, under any base path.

use super::page::on_window;
use super::{document, property, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlAnchorElement, MouseEvent, ScrollRestoration};

/// The path under which the app lies, with a slash at each end, as the start script found it.
pub fn base() -> String {
    let script = document().and_then(|document| document.query_selector("script[data-wasm]").ok().flatten());
    script.and_then(|script| script.get_attribute("data-base")).unwrap_or_else(|| "/".to_owned())
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

/// The whole address of the page as it is now.
pub fn address() -> String {
    window().and_then(|window| window.location().href().ok()).unwrap_or_default()
}

/// The fragment of the address, without `#`.
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// What is remembered of the entries of the history: browsers restore where a page was scrolled to
/// before an app has drawn it, so that is done here.
#[derive(Default)]
struct Entries {
    /// The entry we are at; each keeps its number in its state.
    at: u32,
    /// Where entries were left, CSS pixels.
    left: Vec<(u32, f64)>,
    /// The entry was left by a link within the page, and is scrolled elsewhere already.
    is_left: bool,
}

impl Entries {
    /// The entry we are at is left where it is scrolled to.
    fn keep(&mut self, scrolled: f64) {
        self.left.retain(|(number, _)| *number != self.at);
        self.left.push((self.at, scrolled));
    }
}

thread_local! {
    static ENTRIES: RefCell<Entries> = RefCell::default();
}

const NUMBER: &str = "unknot";
const SCROLLED: &str = "scrolled";

fn history() -> Option<web_sys::History> {
    window().and_then(|window| window.history().ok())
}

fn scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// The state of an entry, as it is kept by the browser.
fn state(number: u32, scrolled: f64) -> JsValue {
    let state = js_sys::Object::new();
    for (name, value) in [(NUMBER, f64::from(number)), (SCROLLED, scrolled)] {
        // Setting a property of a fresh object cannot fail.
        let _ = js_sys::Reflect::set(&state, &name.into(), &value.into());
    }
    state.into()
}

/// Keeps where the page is scrolled to with the entry we are at.
fn leave() {
    let at = ENTRIES.with_borrow_mut(|entries| {
        entries.is_left = true;
        entries.keep(scrolled());
        entries.at
    });
    if let Some(history) = history() {
        // Refused only in documents that cannot navigate.
        let _ = history.replace_state_with_url(&state(at, scrolled()), "", None);
    }
}

/// Adds a history entry for an address of this site.
pub fn push(address: &str) {
    leave();
    let next = ENTRIES.with_borrow_mut(|entries| {
        entries.at += 1;
        entries.is_left = false;
        let at = entries.at;
        entries.left.retain(|(number, _)| *number < at);
        at
    });
    if let Some(history) = history() {
        // Only refused in documents that cannot navigate; then the page simply stays.
        let _ = history.push_state_with_url(&state(next, 0.0), "", Some(address));
    }
}

/// The element that the fragment names.
fn named() -> Option<web_sys::Element> {
    let name = fragment();
    document().filter(|_| !name.is_empty())?.get_element_by_id(&name)
}

/// Opens what an element is folded into. Whether anything was.
fn unfold(element: &web_sys::Element) -> bool {
    let folded = element.closest("details:not([open])").ok().flatten();
    folded.is_some_and(|folded| folded.set_attribute("open", "").is_ok())
}

/// Scrolls to the top, or to the element that the fragment names, which is unfolded.
pub fn scroll() {
    match (named(), window()) {
        (Some(target), _) => {
            unfold(&target);
            target.scroll_into_view();
        }
        (None, Some(window)) => window.scroll_to_with_x_and_y(0.0, 0.0),
        (None, None) => {}
    }
}

/// Scrolls to a place, CSS pixels from the top.
pub fn scroll_to(y: f64) {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
}

/// Takes note of the entry we came to; returns where it was left, if it was seen before.
fn arrive() -> Option<f64> {
    let state = history().and_then(|history| history.state().ok())?;
    let number = property(&state, NUMBER).and_then(|number| number.as_f64());
    ENTRIES.with_borrow_mut(|entries| {
        if !std::mem::take(&mut entries.is_left) {
            entries.keep(scrolled());
        }
        let Some(number) = number else {
            // The browser made it, for a link within the page.
            entries.at += 1;
            return None;
        };
        entries.at = number as u32;
        let kept = entries.left.iter().find(|(number, _)| *number == entries.at).map(|(_, y)| *y);
        kept.or_else(|| property(&state, SCROLLED)?.as_f64())
    })
}

/// Calls back for the rest of the page's life: on back and forward, and when the fragment changes;
/// with where the page was left, CSS pixels from the top, when it was seen before.
pub fn on_move(moved: impl Fn(Option<f64>) + 'static) {
    let Some(history) = history() else { return };
    if let Some(number) = history.state().ok().and_then(|state| property(&state, NUMBER)?.as_f64()) {
        ENTRIES.with_borrow_mut(|entries| entries.at = number as u32);
    }
    // A page that is loaded anew is scrolled by the browser; while the app runs, by us.
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    std::mem::forget(on_window("pagehide", move |_| {
        leave();
        let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
    }));
    let moved = Rc::new(moved);
    let fragment_changed = moved.clone();
    std::mem::forget(on_window("hashchange", move |_| {
        fragment_changed(None);
        // Not every browser opens what a link within the page leads into.
        if let Some(target) = named().filter(unfold) {
            target.scroll_into_view();
        }
    }));
    std::mem::forget(on_window("popstate", move |_| moved(arrive())));
}

/// Whether a click is one that the browser would follow in this very page.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    !event.default_prevented() && event.button() == 0 && !modified
}

/// Calls back for the rest of the page's life with the path below the base of each plain click on
/// a link of this site. If `follow` takes it, the browser does not.
pub fn on_link(base: String, mut follow: impl FnMut(&str, &str) -> bool + 'static) {
    let Some(document) = document() else { return };
    let closure = Closure::<dyn FnMut(MouseEvent)>::new(move |event: MouseEvent| {
        if !is_plain_click(&event) {
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
            leave();
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
