//! The core: pure. It knows no Leptos, no browser and no clock; time comes in as a value, effects
//! go out as values. If something needs a browser to be tested, it does not belong here.

pub mod accent;
pub mod audio_clock;
pub mod catalog;
pub mod check;
pub mod cue;
pub mod document;
pub mod embed;
pub mod embedded;
pub mod figure;
pub mod player;
pub mod progress;
pub mod routine;
pub mod settings;
pub mod share_code;
pub mod store;
pub mod text;
pub mod timeline;
pub mod vocabulary;
pub mod voice;

/// Milliseconds of the page's clock: a point in time. Only differences mean anything.
pub type Instant = u64;
