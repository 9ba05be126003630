//! Where we are in the app, and going elsewhere.

use super::routes::Route;
use crate::platform::{history, page, timers};
use leptos::prelude::*;

/// The address of the page. Copied freely; what may change is a signal.
#[derive(Debug, Clone, Copy)]
pub struct Address {
    /// Path of the base: absolute in the browser, relative in prerendered pages.
    base: StoredValue<String>,
    /// The page we are on.
    pub route: RwSignal<Route>,
    /// The fragment of the address, without `#`.
    pub fragment: RwSignal<String>,
    /// Where the page was left when it was seen before, CSS pixels.
    scrolled: StoredValue<Option<f64>>,
}

impl Address {
    /// The address as of the first draw of a page.
    pub fn new(route: Route, base: String) -> Self {
        Self {
            base: StoredValue::new(base),
            route: RwSignal::new(route),
            fragment: RwSignal::new(String::new()),
            scrolled: StoredValue::new(None),
        }
    }

    /// The path of the base.
    pub fn base(self) -> String {
        self.base.try_get_value().unwrap_or_default()
    }

    /// The address of a page, as a link writes it. Tracked: a relative one depends on where we are.
    pub fn href(self, route: Route) -> String {
        self.route.track();
        self.to(route)
    }

    fn to(self, route: Route) -> String {
        let (base, path) = (self.base(), route.path());
        if base.is_empty() && path.is_empty() { "./".to_owned() } else { format!("{base}{path}") }
    }

    /// Whether this page is made for the frames of other sites.
    pub fn is_framed(self) -> bool {
        matches!(self.route.get_untracked(), Route::Framed(..))
    }

    /// Goes to a page, with a fragment without `#` where it is not empty.
    pub fn go(self, route: Route, fragment: &str) {
        let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        history::push(&format!("{}{hash}", self.to(route)));
        self.arrive(None);
    }

    /// Takes note of where the address bar says we are. `scrolled` is where the page was left, in
    /// CSS pixels, when it is one that was seen before.
    pub fn arrive(self, scrolled: Option<f64>) {
        let path = self.base.try_with_value(|base| history::path(base)).unwrap_or_default();
        let route = Route::parse(&path);
        let moved = self.route.try_get_untracked() != Some(route);
        let change = move || {
            self.fragment.try_set(history::fragment());
            if moved {
                self.route.try_set(route);
            }
            self.scrolled.try_set_value(scrolled);
            if moved || scrolled.is_some() {
                self.settle();
            }
            if moved {
                timers::soon(|| page::focus("main"));
            }
        };
        // Browsers show a way back in their own manner.
        if moved && scrolled.is_none() { page::fade_over(change) } else { change() }
    }

    /// Scrolls to where one is to be on the page, once that was drawn.
    pub fn settle(self) {
        timers::soon(move || match self.scrolled.try_get_value().flatten() {
            Some(y) => history::scroll_to(y),
            None => history::scroll(),
        });
    }
}

/// The address that the shell provides to every page.
pub fn use_address() -> Address {
    // The shell provides it before it draws any page, on the host and in the browser alike.
    #[allow(clippy::expect_used)]
    use_context::<Address>().expect("the shell provides the address")
}
