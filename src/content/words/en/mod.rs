//! English.

pub mod messages;
pub mod phrases;
pub mod spoken;
