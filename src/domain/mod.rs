//! The core: pure. It knows no Leptos, no browser, no clock and no language; time comes in as a
//! value, effects go out as values. If something needs a browser to be tested, it does not belong
//! here.

pub mod catalog;
pub mod choose;
pub mod documents;
pub mod embed;
pub mod figure;
pub mod plan;
pub mod progress;
pub mod routine;
pub mod safety;
pub mod session;

/// Milliseconds of the page's clock: a point in time. Only differences mean anything.
pub type Instant = u64;
