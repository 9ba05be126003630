//! A running session in the app: the loop that ticks, and what keeps it.

mod acts;
pub mod around;
pub mod cleared;
pub mod driver;
mod guard;
mod keeper;
pub mod presence;
pub mod rules;
pub mod teaching;
