//! The native side: makes the pages of `dist` at build time, and serves them.

pub mod figures;
pub mod headers;
pub mod pages;
pub mod serve;
