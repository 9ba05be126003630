//! The person's documents: their kinds, how each is written and read, and how nothing is lost.

pub mod document;
pub mod settings;
pub mod store;
