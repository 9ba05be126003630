//! The document: title, theme, focus, visibility, dialogs.

use super::{call, document, ignore_refusal, property, window};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::prelude::*;

/// Sets the title of the document.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the root element, such as the theme.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Only an invalid name is refused, and ours are constants.
        let _ = root.set_attribute(name, value);
    }
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        focus_in_place(&element);
    }
}

/// An element that cannot take the focus leaves it where it is. Where the page is scrolled to is
/// for the page that moved to say.
fn focus_in_place(element: &web_sys::HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Removes the elements right in an element; other nodes in it stay.
pub fn remove_elements_in(element: &web_sys::Element) {
    while let Some(child) = element.first_element_child() {
        child.remove();
    }
}

fn main_element() -> Option<web_sys::Element> {
    document()?.get_element_by_id("main")
}

/// Prints the page, once the browser has asked how.
pub fn print() {
    if let Some(window) = window() {
        // Refused where a frame may not.
        let _ = window.print();
    }
}

/// The first element in `main` that a selector finds.
pub fn first_in_main(selector: &str) -> Option<web_sys::Element> {
    main_element()?.query_selector(selector).ok().flatten()
}

/// Removes the elements in `main`.
pub fn clear_main() {
    if let Some(main) = main_element() {
        remove_elements_in(&main);
    }
}

/// An element of the rendered page, and a new one with the same content that is to take its place.
#[derive(Debug)]
pub struct Place {
    rendered: web_sys::Element,
    fresh: web_sys::HtmlElement,
}

impl Place {
    /// The place of the element with this id. The new one is empty.
    pub fn of(id: &str) -> Option<Self> {
        let rendered = document()?.get_element_by_id(id)?;
        let fresh = rendered.clone_node().ok()?.dyn_into().ok()?;
        Some(Self { rendered, fresh })
    }

    /// The element as it was rendered.
    pub fn rendered(&self) -> web_sys::Element {
        self.rendered.clone()
    }

    /// The new element.
    pub fn fresh(&self) -> web_sys::HtmlElement {
        self.fresh.clone()
    }

    /// Puts the new element in place of the rendered one. What the person did in that meanwhile
    /// stays done: the focus, what was opened and what was chosen.
    pub fn take_over(self) {
        // But for pictures, which may have been drawn in one of them only.
        const KEPT: &str = ":is(a, button, input, select, summary, details):not(.picture *)";
        let all = |root: &web_sys::Element| root.query_selector_all(KEPT).ok();
        let (before, after) = (all(&self.rendered), all(&self.fresh));
        let active = document().and_then(|document| document.active_element());
        keep_pictures(&self.rendered, &self.fresh);
        // Replacing an element that is in the page cannot fail.
        let _ = self.rendered.replace_with_with_node_1(&self.fresh);
        if active.as_ref() == Some(&self.rendered) {
            focus_in_place(&self.fresh);
        }
        let (Some(before), Some(after)) = (before, after) else { return };
        for index in 0..before.length().min(after.length()) {
            let (Some(before), Some(after)) = (before.get(index), after.get(index)) else { continue };
            let after = after.unchecked_into::<web_sys::HtmlElement>();
            let before = before.unchecked_into::<web_sys::Element>();
            if before.has_attribute("open") {
                let _ = after.set_attribute("open", "");
            }
            let checked = |element: &web_sys::Element| {
                element.dyn_ref::<web_sys::HtmlInputElement>().map(|input| input.checked())
            };
            if checked(&before) == Some(true) && checked(&after) == Some(false) {
                after.click();
            }
            if active.as_ref() == Some(&before) {
                focus_in_place(&after);
            }
        }
    }
}

/// Marks the entry of the navigation that leads to an address as the current one.
pub fn mark_current(href: &str) {
    let links = document().and_then(|document| document.query_selector_all("nav a").ok());
    let Some(links) = links else { return };
    for index in 0..links.length() {
        let Some(link) = links.get(index) else { continue };
        let link = link.unchecked_into::<web_sys::HtmlAnchorElement>();
        // Refused only for a name that is not one.
        let _ = if link.pathname() == href {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}

/// Pictures that the new element has no drawing for yet stay as they were rendered.
fn keep_pictures(old: &web_sys::Element, new: &web_sys::Element) {
    let all = |root: &web_sys::Element| root.query_selector_all(".picture").ok();
    let (Some(before), Some(after)) = (all(old), all(new)) else { return };
    if before.length() != after.length() {
        return;
    }
    for index in 0..before.length() {
        let (Some(before), Some(after)) = (before.get(index), after.get(index)) else { continue };
        let (before, after) = (before.unchecked_into::<web_sys::Element>(), after.unchecked_into::<web_sys::Element>());
        if after.first_element_child().is_none()
            && let Some(drawing) = before.first_element_child()
        {
            // An element can always be moved into another that it does not hold.
            let _ = after.append_child(&drawing);
        }
    }
}

/// Makes the page another one, which the browser fades over to where it can and motion is wanted. What
/// follows a little later, such as where the page is scrolled to, is seen in the fading too.
pub fn fade_over(change: impl FnOnce() + 'static) {
    let fading = document().filter(|document| !wants_less_motion() && property(document, FADE).is_some());
    let Some(document) = fading else { return change() };
    let change: Box<dyn FnOnce()> = Box::new(change);
    let fade = call(&document, FADE, &Closure::once_into_js(change));
    // It does not begin where the page is hidden, or another one came after it. The change is made all the same.
    if let Some(ready) = fade.and_then(|fade| property(&fade, "ready")) {
        ignore_refusal(ready.unchecked_ref());
    }
}

const FADE: &str = "startViewTransition";

/// Fires an event on the window.
pub fn fire(event: &str) {
    if let (Some(window), Ok(event)) = (window(), web_sys::CustomEvent::new(event)) {
        // Only an event that is being dispatched is refused, and this one is new.
        let _ = window.dispatch_event(&event);
    }
}

/// Whether the page is hidden.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Whether any modal dialog is open.
pub fn dialog_is_open() -> bool {
    document().is_some_and(|document| document.query_selector("dialog[open]").ok().flatten().is_some())
}

/// A listener on the window or the document, taken away when dropped.
#[derive(Debug)]
pub struct Listener(#[allow(dead_code)] EventListener);

fn listen(
    target: Option<web_sys::EventTarget>,
    event: &'static str,
    heard: impl FnMut(web_sys::Event) + 'static,
) -> Option<Listener> {
    // One type for all: what follows is in the wasm once.
    listen_to(target, event, Box::new(heard))
}

fn listen_to(
    target: Option<web_sys::EventTarget>,
    event: &'static str,
    mut heard: Box<dyn FnMut(web_sys::Event)>,
) -> Option<Listener> {
    let options = EventListenerOptions::enable_prevent_default();
    Some(Listener(EventListener::new_with_options(&target?, event, options, move |event| heard(event.clone()))))
}

/// Listens on the window.
pub fn on_window(event: &'static str, heard: impl FnMut(web_sys::Event) + 'static) -> Option<Listener> {
    listen(window().map(Into::into), event, heard)
}

/// Listens on the document.
pub fn on_document(event: &'static str, heard: impl FnMut(web_sys::Event) + 'static) -> Option<Listener> {
    listen(document().map(Into::into), event, heard)
}

/// Whether an event happened within an element that a selector names.
pub fn is_within(event: &web_sys::Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.closest(selector).ok().flatten().is_some())
}

/// Whether the focus is on a control that uses the key itself.
pub fn focus_uses_key(key: &str) -> bool {
    let Some(active) = document().and_then(|document| document.active_element()) else { return false };
    match active.tag_name().as_str() {
        "INPUT" | "SELECT" | "TEXTAREA" => true,
        "BUTTON" | "A" | "SUMMARY" => key == " " || key == "Enter",
        _ => false,
    }
}

/// Asks for the style sheet of pages that few people open, as the start script's tag names it, where the
/// page does not have it.
pub fn needs_rest_of_style(base: &str) {
    let asked = || {
        let document = document()?;
        let script = document.query_selector("script[data-rest]").ok()??;
        let file = script.get_attribute("data-rest")?;
        if document.query_selector(&format!("link[href$=\"{file}\"]")).ok()?.is_none() {
            let link = document.create_element("link").ok()?;
            link.set_attribute("rel", "stylesheet").ok()?;
            link.set_attribute("href", &format!("{base}{file}")).ok()?;
            document.head()?.append_child(&link).ok()?;
        }
        Some(())
    };
    // Where that cannot be, the page is plain.
    let _ = asked();
}

/// Whether the person asked the device for less motion.
pub fn wants_less_motion() -> bool {
    let query = window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_some_and(|query| query.matches())
}
