//! What was done, over time.

pub mod adherence;
pub mod answer;
pub mod known;
pub mod recent;
pub mod record;
pub mod today;
