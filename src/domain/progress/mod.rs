//! What was done, over time.

pub mod adherence;
pub mod answer;
pub mod chart;
pub mod history;
pub mod known;
pub mod recent;
pub mod record;
pub mod today;
pub mod weeks;
