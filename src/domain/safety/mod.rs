//! When to get help, and how.

pub mod emergency;
pub mod gate;
pub mod screen;
pub mod tier;
