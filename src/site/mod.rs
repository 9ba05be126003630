//! The native side: makes the pages of `dist` at build time, and serves them.

pub mod addresses;
pub mod data;
pub mod digest;
pub mod element;
pub mod figures;
pub mod head;
pub mod headers;
pub mod manifest;
pub mod markup;
pub mod pages;
pub mod policy;
pub mod precache;
pub mod rewrite;
pub mod rules;
pub mod serve;
pub mod split;
pub mod style;
pub mod transcript;
