//! When to get help, and how.

pub mod emergency;
