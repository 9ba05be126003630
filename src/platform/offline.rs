//! The service worker, through `public/offline.js`: it lies outside the wasm because it is also
//! needed where the app does not start, and because it is a fraction of the bytes there.

use super::page::{Listener, fire, on_window};
use super::{document, window};

/// What `offline.js` says of the service worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offline {
    /// Nothing yet, or the browser has no service workers.
    #[default]
    Unknown,
    /// Everything is kept: the app opens without the network.
    Ready,
    /// A new version is kept, and waits.
    Update,
    /// It was to take over, but somewhere a session runs.
    Refused,
    /// It could not be kept.
    Failed,
}

fn told(name: &str) -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

/// What is known now.
pub fn state() -> Offline {
    match told("data-offline").as_str() {
        "ready" => Offline::Ready,
        "update" => Offline::Update,
        "refused" => Offline::Refused,
        "failed" => Offline::Failed,
        _ => Offline::Unknown,
    }
}

/// Whether the browser would install the app if asked.
pub fn can_install() -> bool {
    told("data-install") == "available"
}

/// Calls back when [`state`] or [`can_install`] may have changed.
pub fn on_change(mut changed: impl FnMut() + 'static) -> Option<Listener> {
    on_window("unknot-offline", move |_| changed())
}

/// Lets the new version take over, unless a session runs somewhere.
pub fn accept_update() {
    fire("unknot-accept-update");
}

/// Shows the browser's own offer to install the app.
pub fn install() {
    fire("unknot-install");
}

/// Whether the browser may delete what a site keeps when nobody has opened it for seven days: Apple's engine,
/// where the page was not put on the home screen.
pub fn forgets_after_a_week() -> bool {
    let Some(window) = window() else { return false };
    let vendor = super::property(&window.navigator(), "vendor").and_then(|vendor| vendor.as_string());
    let is_app = super::property(&window.navigator(), "standalone").is_some_and(|standalone| standalone == true)
        || window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|media| media.matches());
    vendor.is_some_and(|vendor| vendor.starts_with("Apple")) && !is_app
}

/// Whether this is an Apple device in a browser, where people install by hand: there the browser
/// says whether the page runs from the home screen, and nobody else does.
pub fn installs_by_hand() -> bool {
    let standalone = window().and_then(|window| super::property(&window.navigator(), "standalone"));
    standalone.is_some_and(|standalone| standalone == false)
}
