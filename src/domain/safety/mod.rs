//! When to get help, and how; what suits somebody, and what does not.

pub mod clearing;
pub mod emergency;
pub mod gate;
pub mod screen;
pub mod tier;
