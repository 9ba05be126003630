#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]
//! Unknot in three real browsers, as a person meets it.
//!
//! Each test has a browser of its own with a fresh profile; the site is shared. `UNKNOT_URL` tests
//! a site that already runs. One engine only: `cargo test --features ssr --test e2e Firefox`.
//! When a wait fails, the message tells what was on the screen and where the picture of it is.

mod browser;
mod guarded;
mod help;
mod http;
mod page;
mod reading;
mod release;
mod server;

mod access;
mod base_path;
mod build;
mod chunks;
mod coach;
mod conditions;
mod data;
mod distance;
mod embedding;
mod keyboard;
mod links;
mod massage;
mod navigation;
mod newcomer;
mod offline;
mod pages;
mod privacy;
mod progress;
mod resume;
mod session;
mod signs;
mod storage;
mod takeover;
mod verbs;
mod weeks;
