//! What was done, over time.

pub mod adherence;
pub mod answer;
pub mod chart;
pub mod check_in;
pub mod history;
pub mod known;
pub mod ladder;
pub mod recent;
pub mod record;
pub mod today;
pub mod weeks;
