//! The native side: makes the pages of `dist` at build time, and serves them.

pub mod data;
pub mod figures;
pub mod head;
pub mod headers;
pub mod pages;
pub mod policy;
pub mod precache;
pub mod serve;
