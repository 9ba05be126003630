//! The person's documents: their kinds, how each is written and read, and how nothing is lost.
//!
//! A new kind is a constant in `kind`, a type with [`kind::Document`], and a fixture of what it
//! writes under `tests/fixtures/formats`.

pub mod archive;
pub(crate) mod choice;
pub mod digest;
pub mod envelope;
pub mod glance;
pub mod health;
pub mod keeping;
pub mod kind;
pub mod ladder;
pub mod list;
pub mod measures;
pub mod plan;
pub mod raw;
pub mod room;
pub mod routines;
pub mod running;
pub mod session;
pub mod settings;
pub mod sheet;
pub mod shelf;
pub mod store;
