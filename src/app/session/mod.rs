//! A running session in the app: the loop that ticks, and what keeps it.

pub mod around;
pub mod driver;
mod keeper;
pub mod presence;
pub mod teaching;
