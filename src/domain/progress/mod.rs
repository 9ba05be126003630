//! What was done, over time.

pub mod adherence;
pub mod record;
